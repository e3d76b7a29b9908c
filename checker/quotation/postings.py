"""Where each code of a long row stands, found by code and by stretch of the row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Postings:
    """The places of every code in a row, sorted by code and place.

    A code's rank is its number among the distinct codes. Each entry is one number, rank times `span` plus place,
    so that one binary search finds what a code has in a stretch of the row, however often it stands elsewhere.
    """

    def __init__(self, row: Numbers) -> None:
        order = np.argsort(row, kind="stable")
        codes = row[order]
        begins = np.flatnonzero(
            np.concatenate((np.ones(min(1, len(row)), np.bool_), codes[1:] != codes[:-1]))
        )
        self.span = len(row) + 1
        self.codes: Numbers = codes[begins]
        self.begins: Numbers = np.append(begins, len(row)).astype(np.int64)
        ranks = np.repeat(np.arange(len(begins), dtype=np.int64), np.diff(self.begins))
        self.entries: Numbers = ranks * self.span + order

    def ranks(self, codes: Numbers) -> Numbers:
        """The rank of each code; -1 for one that the row does not have."""
        if not len(self.codes):
            return np.full(len(codes), -1, dtype=np.int64)
        ranks: Numbers = self.codes.searchsorted(codes)
        ranks[ranks == len(self.codes)] = 0
        ranks[self.codes[ranks] != codes] = -1
        return ranks

    def counts(self, ranks: Numbers) -> Numbers:
        """How often each rank stands in the row."""
        return self.begins[ranks + 1] - self.begins[ranks]

    def places(self, ranks: Numbers, counts: Numbers) -> Numbers:
        """The places of the ranks, of which there are `counts`: one rank after the other, each in order."""
        return self._entries(self.begins[ranks], counts) - (ranks * self.span).repeat(counts)

    def within(self, ranks: Numbers, stretches: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
        """Where the entries of each rank begin, and how many they are, in each stretch (rows) of the row."""
        bounds = np.array(stretches, dtype=np.int64).reshape(-1, 2, 1)
        found = self.entries.searchsorted(bounds + ranks * self.span)
        return found[:, 0], found[:, 1] - found[:, 0]

    def listed(self, begins: Numbers, counts: Numbers) -> list[list[int]]:
        """The places of each of some ranks, given what `within` says of them."""
        flat, end = (self._entries(begins, counts) % self.span).tolist(), 0
        return [flat[end : (end := end + count)] for count in counts.tolist()]

    def _entries(self, begins: Numbers, counts: Numbers) -> Numbers:
        ends = counts.cumsum()
        at: Numbers = np.arange(ends[-1] if len(ends) else 0, dtype=np.int64)
        at += (begins - ends + counts).repeat(counts)
        return self.entries[at]
