"""Words of a document as a reader sees them, folded for comparison, with the way back to the stored text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from checker.model import Document, Range

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(document: Document) -> list[str]:
    """The folded words: case and the shape of the apostrophe do not count, marks and markup are left out."""
    found = _WORD.findall(_visible(document))
    return "\n".join(found).casefold().replace("’", "'").split("\n") if found else []


def places(document: Document) -> list[Range]:
    """For each word of `words(document)`, in order, where it stands in the stored text."""
    shown = [match.span() for match in _WORD.finditer(_visible(document))]
    if not document.markup:
        return shown
    kept = _kept(document)
    sizes = [0, *accumulate(end - start for start, end in kept)]

    def stored(position: int) -> int:
        i = bisect_right(sizes, position) - 1
        return kept[i][0] + position - sizes[i]

    return [(stored(start), stored(end - 1) + 1) for start, end in shown]


def _visible(document: Document) -> str:
    if not document.markup:
        return document.text
    return "".join(document.text[start:end] for start, end in _kept(document))


def _kept(document: Document) -> list[Range]:
    """The stretches of text that are not markup, in order, none empty."""
    kept, position = list[Range](), 0
    for start, end in sorted(document.markup):
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if position < len(document.text):
        kept.append((position, len(document.text)))
    return kept
