"""Which ranges hold a place, in time that does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from checker.model import Range

T = TypeVar("T")
CELL = 512
"""Characters of one cell: about three sentences."""


class Ranges(Generic[T]):
    """Ranges with a value each; asked for those that hold, or touch, a place."""

    def __init__(self, items: Iterable[tuple[Range, T]]) -> None:
        self._cells: dict[int, list[tuple[Range, T]]] = {}
        for (start, end), value in items:
            for cell in range(start // CELL, max(start, end - 1) // CELL + 1):
                self._cells.setdefault(cell, []).append(((start, end), value))

    def holding(self, start: int, end: int) -> list[tuple[Range, T]]:
        """Ranges that hold all of `start`..`end`, the shortest first, then in the order given."""
        near = self._cells.get(start // CELL, [])
        found = [(r, value) for r, value in near if r[0] <= start and end <= r[1]]
        return sorted(found, key=lambda item: item[0][1] - item[0][0])

    def touching(self, start: int, end: int) -> list[tuple[Range, T]]:
        """Ranges that share a character with `start`..`end`, in the order given; each once."""
        found: dict[int, tuple[Range, T]] = {}
        for cell in range(start // CELL, max(start, end - 1) // CELL + 1):
            for item in self._cells.get(cell, []):
                if item[0][0] < end and start < item[0][1]:
                    found.setdefault(id(item), item)
        return sorted(found.values(), key=lambda item: item[0])
