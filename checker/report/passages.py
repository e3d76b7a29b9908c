"""Spans as printed passages: cut where voice, markup or a mark changes, with a little of what stands around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Document, Range, Span, Voice
from checker.report.corpus import Corpus
from checker.report.views import Passage, Piece
from checker.report.voices import runs_in

ROOM = 110
"""Characters of context on either side, at most."""
ENOUGH = 90
"""A passage of this many characters needs no context."""

_STOP = re.compile(r"(?<![A-Z])(?<!\b\w\w)[.!?…][\"”»'’)\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: `css` is `d` differs, `h` hidden, `p` only here; `said` is for a screen reader."""

    start: int
    end: int
    css: str = "d"
    said: str = ""


def passage(
    corpus: Corpus,
    span: Span,
    marks: Sequence[Mark] = (),
    *,
    context: bool = False,
    little: int = 0,
    voice: Voice | None = None,
) -> Passage:
    """A printed citation of `span`. `voice` overrides what the attributions say about the cited words.

    Of the context a sparing report prints `little` characters on either side.
    """
    document = corpus.by_doc[span.doc]
    room = (little if corpus.sparing else ROOM) if context else 0
    outer = surroundings(document, span, room) if room else (span.start, span.end)
    if outer != (span.start, span.end):
        corpus.cite(Span(span.doc, *outer))
    return Passage(
        span,
        outer,
        tuple(pieces(corpus, span.doc, (outer[0], span.start))),
        tuple(pieces(corpus, span.doc, (span.start, span.end), marks, voice)),
        tuple(pieces(corpus, span.doc, (span.end, outer[1]))),
        corpus.locator(span),
        corpus.cite(span),
        document.language,
        corpus.rtl(span.doc),
    )


def pieces(
    corpus: Corpus, doc: str, reach: Range, marks: Sequence[Mark] = (), voice: Voice | None = None
) -> Iterator[Piece]:
    """The characters of `reach`, cut so that each piece has one voice, one mark and is markup or not."""
    document = corpus.by_doc[doc]
    inside = [m for m in marks if m.start < reach[1] and reach[0] < m.end]
    opened: set[Mark] = set()
    for (start, end), run in runs_in(corpus.runs(doc), *reach):
        tone = voice or (run.voice if run else "narrator")
        for first, last, hidden in _at_markup(document, start, end):
            for a, b in _at_marks(first, last, inside):
                mark = next((m for m in inside if m.start <= a and b <= m.end), None)
                said = mark.said if mark and mark not in opened else ""
                opened |= {mark} if mark else set()
                css = " ".join(
                    filter(None, (tone * (tone != "narrator"), "mk" * hidden, mark.css if mark else ""))
                )
                yield Piece(document.text[a:b], css, said)


def _at_markup(document: Document, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    at = start
    first = bisect_right(document.markup, start, key=lambda r: r[1])
    for low, high in document.markup[first:]:
        if low >= end:
            break
        if low > at:
            yield at, low, False
        at = max(at, low)
        yield at, min(high, end), True
        at = min(high, end)
    if at < end:
        yield at, end, False


def _at_marks(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Range]:
    edges = {start, end} | {e for m in marks for e in (m.start, m.end) if start < e < end}
    cuts = sorted(edges)
    yield from pairwise(cuts)


def surroundings(document: Document, span: Span, room: int) -> Range:
    """What to print around a short span: its sentence, as far as `room` allows, cut between words."""
    if span.end - span.start >= ENOUGH:
        return span.start, span.end
    return _left(document.text, span.start, room), _right(document.text, span.end, room)


def _left(text: str, start: int, room: int) -> int:
    low = max(0, start - room, text.rfind("\n", max(0, start - room), start) + 1)
    stops = [m.end() for m in _STOP.finditer(text, low, start)]
    at = stops[-1] if stops else low
    if not stops and at > 0 and text[at - 1] != "\n":
        space = text.find(" ", at, start)
        at = space if space >= 0 else start
    while at < start and text[at].isspace():
        at += 1
    return at


def _right(text: str, end: int, room: int) -> int:
    high = min(len(text), end + room)
    line = text.find("\n", end, high)
    high = line if line >= 0 else high
    stop = _STOP.search(text, end, high)
    if stop:
        return stop.end()
    if high < len(text) and text[high] != "\n":
        space = text.rfind(" ", end, high)
        high = space if space >= 0 else end
    while high > end and text[high - 1].isspace():
        high -= 1
    return high
