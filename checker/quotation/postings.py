"""Where each code of a long row stands, found by code."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Postings:
    """The places of every code in a row, sorted by code and place.

    A code's rank is its number among the distinct codes.
    """

    def __init__(self, row: Numbers) -> None:
        order = np.argsort(row, kind="stable")
        codes = row[order]
        begins = np.flatnonzero(
            np.concatenate((np.ones(min(1, len(row)), np.bool_), codes[1:] != codes[:-1]))
        )
        self.codes: Numbers = codes[begins]
        self.begins: Numbers = np.append(begins, len(row)).astype(np.int64)
        self._order: Numbers = order.astype(np.int64)

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
        ends = counts.cumsum()
        at: Numbers = np.arange(ends[-1] if len(ends) else 0, dtype=np.int64)
        at += (self.begins[ranks] - ends + counts).repeat(counts)
        return self._order[at]
