"""Whose words each stretch of a text is: narrator by default, reported or quoted where an attribution says so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checker.model import Attribution, Document, Range, Voice

_QUOTED = re.compile(r"“[^“”\n]*”?|\"[^\"\n]*\"?|«[^«»\n]*»?|„[^„“”\n]*[“”]?")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` in one voice; `speaker` is None where the text names nobody."""

    start: int
    end: int
    voice: Voice
    speaker: str | None


def voice_runs(
    document: Document, attributions: Iterable[Attribution], name_of: Callable[[Attribution], str | None]
) -> tuple[Run, ...]:
    """The reported and quoted runs of a document in text order, without overlap.

    What stands in quotation marks is quoted even inside reported speech, and belongs to the outermost speaker
    whose words are printed there. Four words or more in quotation marks that no attribution claims are quoted
    too; their speaker is "" where nobody was looked for.
    """
    pieces = [(run, i) for i, a in enumerate(attributions) for run in _pieces(document, a, name_of(a))]
    reported = [p for p in pieces if p[0].voice == "reported"]
    quoted = [p for p in pieces if p[0].voice == "quoted"]
    reported.sort(key=lambda p: (p[0].start - p[0].end, p[0].start, p[1]))
    quoted.sort(key=lambda p: (p[0].end - p[0].start, p[0].start, -p[1]))
    return tuple(_paint([r for r, _ in reported], list(_loose(document)), [r for r, _ in quoted]))


def _pieces(document: Document, attribution: Attribution, speaker: str | None) -> Iterator[Run]:
    for start, end in attribution.content:
        if start >= end:
            continue
        if attribution.kind == "direct":
            yield Run(start, end, "quoted", speaker)
            continue
        yield Run(start, end, "reported", speaker)
        if attribution.kind == "mixed":
            for match in _QUOTED.finditer(document.text, start, end):
                yield Run(match.start(), match.end(), "quoted", speaker)


def _loose(document: Document) -> Iterator[Run]:
    """Closed quotation marks around four words or more; straight marks count where a line has an even number."""
    at = 0
    for line in document.text.split("\n"):
        even = line.count('"') % 2 == 0
        for match in _QUOTED.finditer(line):
            words = match.group()
            closed = len(words) > 8 and words[-1] in '”»“"'
            if closed and words.count(" ") >= 3 and (even or not words.startswith('"')):
                yield Run(at + match.start(), at + match.end(), "quoted", "")
        at += len(line) + 1


def _paint(reported: list[Run], loose: list[Run], quoted: list[Run]) -> Iterator[Run]:
    edges = sorted({edge for run in (*reported, *loose, *quoted) for edge in (run.start, run.end)})
    coats: list[Run | None] = [None] * len(edges)

    def cover(run: Run, under: bool) -> None:
        for i in range(bisect_left(edges, run.start), bisect_left(edges, run.end)):
            below = coats[i]
            coats[i] = Run(run.start, run.end, run.voice, below.speaker) if under and below else run

    for runs, under in ((reported, False), (loose, True), (quoted, False)):
        for run in runs:
            cover(run, under)
    yield from _joined(edges, coats)


def _joined(edges: list[int], coats: list[Run | None]) -> Iterator[Run]:
    current: Run | None = None
    for i, coat in enumerate(coats):
        if current and coat and (current.voice, current.speaker) == (coat.voice, coat.speaker):
            current = Run(current.start, edges[i + 1], coat.voice, coat.speaker)
            continue
        if current:
            yield current
        current = Run(edges[i], edges[i + 1], coat.voice, coat.speaker) if coat else None
    if current:
        yield current


def runs_in(runs: tuple[Run, ...], start: int, end: int) -> Iterator[tuple[Range, Run | None]]:
    """Cut `start`..`end` at the borders of runs: each piece with its run, None for the narrator."""
    at = start
    for run in runs[bisect_right(runs, start, key=lambda r: r.end) :]:
        if run.start >= end:
            break
        if run.start > at:
            yield (at, run.start), None
            at = run.start
        yield (at, min(run.end, end)), run
        at = min(run.end, end)
    if at < end:
        yield (at, end), None
