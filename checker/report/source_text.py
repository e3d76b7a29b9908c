"""A stored text as tokens to print: every cited range is an element with its own id, nested where ranges nest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from checker.model import Range
from checker.report.corpus import Corpus
from checker.report.passages import Mark, pieces


@dataclass(slots=True)
class Token:
    """What the template prints next.

    `open` starts an element for `start`..`end` (`id` is "" where a range goes on after a crossing one),
    `close` ends it, `text` are characters, `by` names the speaker of the words before, `note` is a number.
    """

    kind: Literal["open", "close", "text", "by", "note"]
    text: str = ""
    css: str = ""
    id: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Asides:
    """What the report adds at a character: speakers after quotations, numbers of notes."""

    speakers: Mapping[int, str]
    notes: Mapping[int, Sequence[int]]

    def of(self, reach: Range) -> Asides:
        """Those of one paragraph."""
        here = range(reach[0], reach[1] + 1)
        return Asides(
            {at: self.speakers[at] for at in here if at in self.speakers},
            {at: self.notes[at] for at in here if at in self.notes},
        )


class Near:
    """Marks of a text, found by the paragraph that they touch."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda m: m.start)
        self._longest = max((m.end - m.start for m in marks), default=0)

    def of(self, reach: Range) -> list[Mark]:
        """The marks that share a character with a paragraph, in the order of their starts."""
        first = bisect_left(self._marks, reach[0] - self._longest, key=lambda m: m.start)
        last = bisect_left(self._marks, reach[1], key=lambda m: m.start)
        return [m for m in self._marks[first:last] if m.end > reach[0]]


def tokens(
    corpus: Corpus, doc: str, reach: Range, cited: Sequence[Range], marks: Sequence[Mark], asides: Asides
) -> tuple[Token, ...]:
    """The characters of `reach` with the ranges of `cited` around them; ranges that cross are continued."""
    clipped = sorted({_clip(r, reach) for r in cited}, key=lambda r: (r[0], -r[1], r[2], -r[3]))
    starts: dict[int, list[_Range]] = {}
    for item in clipped:
        starts.setdefault(item[0], []).append(item)
    edges = {*reach, *(e for r in clipped for e in r[:2])}
    edges |= {a for a in (*asides.speakers, *asides.notes) if reach[0] < a <= reach[1]}
    walk = _Walk(reach)
    for a, b in pairwise(sorted(edges)):
        walk.close_until(a)
        walk.aside(a, asides)
        for item in starts.get(a, ()):
            walk.open(item)
        for piece in pieces(corpus, doc, (a, b), marks):
            walk.out.append(Token("text", piece.text, piece.css))
    walk.close_until(reach[1])
    walk.aside(reach[1], asides)
    return tuple(walk.out)


_Range = tuple[int, int, int, int]
"""Start and end inside the paragraph, then the start and end of the whole cited range."""


def _clip(cited: Range, reach: Range) -> _Range:
    return max(cited[0], reach[0]), min(cited[1], reach[1]), cited[0], cited[1]


class _Walk:
    """Opens and closes elements so that they nest; remembers which are open."""

    def __init__(self, reach: Range) -> None:
        self.out: list[Token] = []
        self.reach = reach
        self.stack: list[tuple[_Range, Token]] = []

    def open(self, item: _Range, again: int | None = None) -> None:
        first = again is None and item[0] == item[2]
        name = f"c{item[2]}-{item[3]}"
        token = Token("open", name, "" if first else "on", name if first else "", again or item[0], item[1])
        self.out.append(token)
        self.stack.append((item, token))

    def close_until(self, at: int) -> None:
        """Close what ends at `at`; what was opened later and goes on is closed and opened again."""
        ending = [i for i, (item, _) in enumerate(self.stack) if item[1] <= at]
        if not ending:
            return
        again = [item for item, _ in self.stack[ending[0] :] if item[1] > at]
        while len(self.stack) > ending[0]:
            _, token = self.stack.pop()
            token.end = min(token.end, at)
            self.out.append(Token("close"))
        for item in again:
            self.open(item, at)

    def aside(self, at: int, asides: Asides) -> None:
        if at == self.reach[0]:
            return
        if at in asides.speakers:
            self.out.append(Token("by", asides.speakers[at]))
        for number in asides.notes.get(at, ()):
            self.out.append(Token("note", str(number)))


def within(ranges: Sequence[Range], reach: Range, longest: int) -> list[Range]:
    """The ranges of a sorted list that share a character with `reach`; none has more than `longest` characters."""
    first = bisect_left(ranges, (reach[0] - longest, 0))
    last = bisect_right(ranges, (reach[1], 0))
    return [r for r in ranges[first:last] if r[1] > reach[0] and r[0] < reach[1]]


def merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """The union of ranges, in text order; pieces that touch become one."""
    start, end = -1, -1
    for low, high in sorted(ranges):
        if low > end:
            if end > start:
                yield start, end
            start, end = low, high
        end = max(end, high)
    if end > start:
        yield start, end
