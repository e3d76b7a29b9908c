"""What stands between quotation marks in a document, as its readers see it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Document, Parse, Range
from checker.quotation.diff import cut, inside

LEAST = 4
"""Words of a quotation that is looked for; shorter ones stand in too many places."""


def marked(document: Document, parse: Parse, least: int = LEAST) -> Iterator[tuple[Range, str]]:
    """The quotations of `least` words and more: where each stands, without its marks, and its words without markup.

    What is quoted inside a quotation is part of that one.
    """
    end = 0
    for mark in parse.quoted:
        words = cut(document.text, mark.inner, inside(document.markup, mark.inner)).view
        if mark.start >= end and len(words.split()) >= least:
            end = mark.end
            yield mark.inner, words
