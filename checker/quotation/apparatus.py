"""What a printed page adds to a text and a quotation leaves out: marks of notes, page numbers, running titles."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.quotation import numerals
from checker.quotation.align import Part
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded, fold_word
from checker.quotation.notes import spelled

_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_NOTED = re.compile(rf"(?<=[^\W\d_]{{4}})[{_RAISED}]+$")
_ALL_RAISED = re.compile(rf"[{_RAISED}]+")
_NOTE = re.compile(r"\d{1,3}|[a-z]|note \d{1,3}|citation needed")
_PAGE = re.compile(r"(?:page|p)?\.? ?\d{1,4}(?: (?:of|/) ?\d{1,4})?|[ivxl]{1,6}", re.IGNORECASE)
_PERCENT = ("per cent", "percent")
LONGEST = 12
"""Words of a running title."""


def judge(pair: Pair, part: Part) -> Finding | None:
    """A part that only the apparatus of a page explains, or the sign for a word, or a spelling."""
    if part.q1 == part.q2:
        return _left_out(pair, part)
    if part.s1 == part.s2:
        return _brought_in(pair, part)
    return _replaced(pair, part)


def _replaced(pair: Pair, part: Part) -> Finding | None:
    said, written = pair.said(part), pair.written(part)
    if part.q2 - part.q1 == part.s2 - part.s1 == 1:
        quote, source = pair.quoted.folded.surface(part.q1), pair.text.surface(part.s1)
        if fold_word(_NOTED.sub("", quote)) == fold_word(_NOTED.sub("", source)):
            return pair.edited("footnote-mark", "replace", part)
    if {" ".join(said), " ".join(written)} == set(_PERCENT):
        return pair.edited("percent-sign", "replace", part)
    if numerals.same(pair, part):
        return pair.edited("number-style", "replace", part)
    if "spelling" in pair.conventions and spelled(said) == spelled(written):
        return pair.edited("spelling", "replace", part)
    return None


def _left_out(pair: Pair, part: Part) -> Finding | None:
    text, words = pair.text, " ".join(pair.written(part))
    if _is_note(text, part.s1, part.s2):
        return pair.edited("footnote-mark", "delete", part)
    if words in _PERCENT and "%" in pair.quoted.folded.gap(part.q1):
        return pair.edited("percent-sign", "replace", part)
    return pair.edited("page-furniture", "delete", part) if _furniture(text, part.s1, part.s2) else None


def _brought_in(pair: Pair, part: Part) -> Finding | None:
    quote = pair.quoted.folded
    attached = part.q1 > 0 and not quote.gap(part.q1)[:1].isspace()
    if attached and _is_note(quote, part.q1, part.q2):
        return pair.edited("footnote-mark", "insert", part)
    if " ".join(pair.said(part)) in _PERCENT and "%" in pair.text.gap(part.s1):
        return pair.edited("percent-sign", "replace", part)
    return None


def _is_note(text: Folded, first: int, last: int) -> bool:
    """Whether words are the mark of a note: raised figures, or a short sign in brackets."""
    if all(_ALL_RAISED.fullmatch(text.surface(i)) for i in range(first, last)):
        return True
    bracketed = text.gap(first).rstrip(" ").endswith("[") and text.gap(last).lstrip(" ").startswith("]")
    return bracketed and _NOTE.fullmatch(" ".join(text.words[first:last])) is not None


def _furniture(text: Folded, first: int, last: int) -> bool:
    """Whether words are lines of their own: a page number, or a title that stands so on other pages as well."""
    if "\n" not in text.gap(first) or "\n" not in text.gap(last) or last - first > LONGEST:
        return False
    return all(_is_furniture(text, a, b) for a, b in _lines(text, first, last))


def _lines(text: Folded, first: int, last: int) -> list[tuple[int, int]]:
    starts = [first, *(i for i in range(first + 1, last) if "\n" in text.gap(i)), last]
    return list(pairwise(starts))


def _is_furniture(text: Folded, first: int, last: int) -> bool:
    words = text.words[first:last]
    if _PAGE.fullmatch(" ".join(words)):
        return True
    plain = tuple(word for word in words if not word.isdigit())
    return bool(plain) and _repeated(text, plain) > 1


def _repeated(text: Folded, words: tuple[str, ...]) -> int:
    """How many lines begin with the words."""
    return sum(
        word == words[0] and text.words[i : i + len(words)] == words and (i == 0 or "\n" in text.gap(i))
        for i, word in enumerate(text.words)
    )
