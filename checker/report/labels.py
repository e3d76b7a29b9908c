"""Labels beside a line of time: rows and sides where no label covers another and no stem crosses one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 8
"""Pixels between two labels of a row."""
SIDE = 6
"""Pixels between a stem and its label."""
TRIES = 40
"""Places that are tried for the change of sides, where labels are few."""
WORK = 1600
"""Labels that are placed at most in all tries together: many labels find few places anyway."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: `row` counts away from the line (-1: no room), `anchor` is its side."""

    row: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Flag:
    """What wants a label: its stem is at `x`, a bar reaches to `x2` (or `x`), the words take `length` pixels."""

    x: float
    x2: float
    length: float


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    row: int
    low: float
    high: float
    words: tuple[float, float]

    def fits(self, width: float) -> bool:
        """Whether it stands inside the drawing."""
        return self.low >= 0 and self.high <= width

    def clashes(self, other: _Box) -> bool:
        """Whether two labels lie over one another, or the stem of one runs through the other."""
        if self.row == other.row:
            return self.low - GAP < other.high and other.low - GAP < self.high
        far, near = (self, other) if self.row > other.row else (other, self)
        return near.words[0] - 2 < far.x < near.words[1] + 2


def placed(flags: Sequence[Flag], width: float, rows: int) -> list[Place]:
    """A place for each label: right of its stem or bar, or left of it.

    The flags left of some point fly to the right, those right of it to the left, so that in a crowd each
    mast stands clear of the flags of its neighbours. Several such points are tried: the one that leaves
    fewest labels out stays, and among those the one with the fewest rows.
    """
    order = sorted(range(len(flags)), key=lambda i: (flags[i].x, i))
    step = max(1, len(flags) // min(TRIES, max(4, WORK // max(1, len(flags)))))
    cuts = sorted({*range(0, len(flags), step), len(flags)})
    return min((_parted(flags, order, cut, width, rows) for cut in cuts), key=_cost)


def _cost(places: Sequence[Place]) -> tuple[int, int, int]:
    rows = [p.row for p in places]
    return sum(row < 0 for row in rows), max(rows, default=0), sum(rows)


def _parted(flags: Sequence[Flag], order: Sequence[int], cut: int, width: float, rows: int) -> list[Place]:
    """Flags before `cut` from right to left, flying right; the others from left to right, flying left."""
    boxes: list[_Box] = []
    places = [Place(-1, "start")] * len(flags)
    for anchor, group in (("start", order[:cut][::-1]), ("end", order[cut:])):
        for i in group:
            found = (_box(flags[i], row, anchor) for row in range(rows))
            free = (b for b in found if b.fits(width) and not any(b.clashes(o) for o in boxes))
            if box := next(free, None):
                boxes.append(box)
                places[i] = Place(box.row, anchor)
    return places


def _box(flag: Flag, row: int, anchor: str) -> _Box:
    if anchor == "start":
        first = flag.x2 + SIDE
        return _Box(flag.x, row, flag.x, first + flag.length, (first, first + flag.length))
    first = flag.x - SIDE - flag.length
    return _Box(flag.x, row, first, flag.x2, (first, flag.x - SIDE))
