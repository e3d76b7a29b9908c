"""Quotation marks inside a quotation: words that the text only cites must not become its own, nor the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Range
from checker.quotation.align import Alignment, Part
from checker.quotation.finding import Finding, Pair
from checker.quotation.fold import Folded
from checker.quotation.runs import Run

_ANY = re.compile(r"[\"'“”„‟«»‘’‚‛‹›〝〞＂]")
_OPENS = re.compile(r"(?:^|[\s(\[—–-])[\"“„«‘'][\[(]*$")
_SEEN = re.compile(r"[\"“„«‘]|(?<!\w)'")
_CLOSES = re.compile(r"^[^\w\s]{0,2}[\"”»’']")


def judge(pair: Pair, alignment: Alignment) -> list[Finding]:
    """Marks around words of the text that the quotation drops, and marks that it adds."""
    return [f for run in alignment.runs for f in _of_run(pair, run)]


def _of_run(pair: Pair, run: Run) -> Iterator[Finding]:
    quote, text = pair.quoted.folded, pair.text
    for a, b in _cited(text, run.s, run.s_end):
        words = a - run.s + run.q, b - run.s + run.q
        if (a, b) != (run.s, run.s_end) and _fewer(quote, words, text, (a, b)):
            yield _found(pair, words, (a, b), "the text has these words in quotation marks")
    for a, b in _cited(quote, run.q, run.q_end):
        words = a - run.q + run.s, b - run.q + run.s
        if (a, b) != (0, len(quote)) and _fewer(text, words, quote, (a, b)):
            yield _found(pair, (a, b), words, "the text has no quotation marks around these words")


def _found(pair: Pair, quoted: Range, written: Range, note: str) -> Finding:
    return pair.finding("inner-marks", "misleading", "replace", Part(*quoted, *written), note)


def _fewer(text: Folded, words: Range, other: Folded, others: Range) -> bool:
    """Whether a text has fewer quotation marks before and behind words than another has."""
    return all(
        len(_ANY.findall(text.gap(i))) < len(_ANY.findall(other.gap(k)))
        for i, k in zip(words, others, strict=True)
    )


def _cited(text: Folded, first: int, last: int) -> list[tuple[int, int]]:
    """Words `first` up to `last` that stand between an opening and a closing mark."""
    low = text.ends[first - 1] if first else 0
    if not _SEEN.search(text.view, low, text.ends[last - 1]):
        return []
    found, opened = [], -1
    for i in range(first, last + 1):
        gap = text.gap(i)
        if opened >= 0 and _CLOSES.search(gap):
            found.append((opened, i))
            opened = -1
        if i < last and _OPENS.search(gap):
            opened = i
    return found
