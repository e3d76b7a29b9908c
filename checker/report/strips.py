"""A whole text drawn in one line: where quoted words, page furniture and found passages stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Document, Range
from checker.report.voices import Run

WIDTH = 1184
"""Units of the drawing, which are pixels on a page of full width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch from `x`, `width` units long; `css` says of what."""

    x: float
    width: float
    css: str


@dataclass(frozen=True, slots=True)
class Note:
    """A number above the strip: its place is `at`, its figure stands at `under`, both per cent of the width."""

    at: float
    under: float
    number: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing of one text; `line` is the article itself, without furniture."""

    width: int
    line: tuple[Bar, ...]
    bars: tuple[Bar, ...]
    notes: tuple[Note, ...]
    alternative: str


def place_strip(document: Document, passages: Iterable[Range], width: int = 240) -> Strip:
    """Where in a text these passages stand."""
    merged = _merge(passages)
    bars = tuple(_bar(document, r, width, "here") for r in merged)
    share = [round(100 * s / max(1, len(document.text))) for s, _ in merged]
    where = ", ".join(f"{p} %" for p in share[:8])
    return Strip(width, _lines(document, width), bars, (), f"at {where} of the text" if where else "nowhere")


def article_strip(
    document: Document, runs: Sequence[Run], notes: Sequence[tuple[int, int, str]], width: int = WIDTH
) -> Strip:
    """Narrator, quoted voice and furniture of a whole text. `notes` are (number, character, fragment)."""
    quoted = _merge((r.start, r.end) for r in runs if r.voice == "quoted")
    reported = _merge((r.start, r.end) for r in runs if r.voice == "reported")
    bars = (
        *(_bar(document, r, width, "furniture") for r in _merge(document.boilerplate)),
        *(_bar(document, r, width, "said") for r in reported),
        *(_bar(document, r, width, "quote") for r in quoted),
    )
    share = sum(e - s for s, e in quoted) / max(1, sum(e - s for s, e in document.body))
    words = f"{round(100 * share)} % of the article's characters are quoted"
    return Strip(width, _lines(document, width), bars, _notes(document, notes, width), words)


def _notes(document: Document, notes: Sequence[tuple[int, int, str]], width: int) -> tuple[Note, ...]:
    """Numbers side by side; one that would stand far from its place, or again beside itself, is left out."""
    placed: list[Note] = []
    edge = -20.0
    for number, at, fragment in sorted(notes, key=lambda n: (n[1], n[0])):
        x = _x(document, at, width)
        label = min(max(x, edge + 18), width - 8)
        again = placed and placed[-1].number == number and label - edge < 60
        if label <= edge + 12 or label - x > 24 or again:
            continue
        placed.append(Note(round(100 * x / width, 2), round(100 * label / width, 2), number, fragment))
        edge = label
    return tuple(placed)


def _lines(document: Document, width: int) -> tuple[Bar, ...]:
    return tuple(_bar(document, r, width, "line") for r in _merge(document.body, gap=3))


def _bar(document: Document, reach: Range, width: int, css: str) -> Bar:
    x = _x(document, reach[0], width)
    return Bar(x, round(max(2.0, _x(document, reach[1], width) - x), 1), css)


def _x(document: Document, at: int, width: int) -> float:
    return round(width * at / max(1, len(document.text)), 1)


def _merge(ranges: Iterable[Range], gap: int = 0) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + gap:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged
