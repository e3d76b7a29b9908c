"""Runs of words that a quotation shares with regions of texts, read off the index rather than the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from checker.quotation.index import Index, Region, Sought
from checker.quotation.postings import Numbers, Postings

MOST_RUNS = 80
"""Shared runs that are chained, longer ones first; for a quotation of many hundred words five times as many."""
COMMON = 40
"""Places in a region from which a word may start a run."""


class Run(NamedTuple):
    """`size` words in a row, from word `q` of the quotation and word `s` of the text."""

    q: int
    s: int
    size: int

    @property
    def q_end(self) -> int:
        """The first word of the quotation after the run."""
        return self.q + self.size

    @property
    def s_end(self) -> int:
        """The first word of the text after the run."""
        return self.s + self.size


Places = list[tuple[list[int], list[int]]]
"""For words or pairs of words: the places in the quotation, and those in the row."""


class Shared:
    """What a quotation shares with regions of an index."""

    def __init__(self, words: Sought, regions: Sequence[Region], index: Index) -> None:
        self.ids, self.regions, self.row = words.ids, regions, index.row
        self.stretches = [index.stretch(region) for region in regions]
        self.words = _Held(index.words, index.words.ranks(words.numbers), self.stretches)
        self.pairs = _Held(index.pairs, words.pairs, [(low, high - 1) for low, high in self.stretches])
        self.most: list[int] = np.minimum(self.words.sizes, self.words.counts).sum(1).tolist()
        """As many words of the quotation as each region can match, in whatever order."""
        self.joints: list[int] = (
            (self.pairs.counts > 0) @ np.array(self.pairs.sizes, dtype=np.int64)
        ).tolist()
        """How many pairs of neighbouring words of the quotation stand in each region."""

    def runs(self, k: int) -> list[Run]:
        """The maximal runs of two words or more and the single words that stand once in region `k`, in order.

        Each run has a word that is not `COMMON` there, so that cost stays linear; of very many the longest are kept.
        """
        low, high = self.stretches[k]
        q, s, words = self.ids, self.row[low:high].tolist(), self.words.of(k)
        common = {q[at[0]] for at, places in words if len(places) > COMMON}
        seeds = _seeds(q, self.pairs.of(k), common, low)
        found = [*_long(q, s, seeds), *_single(q, s, words, low)]
        most = min(max(MOST_RUNS, len(q) // 3), 5 * MOST_RUNS)
        if len(found) > most:
            found = sorted(found, key=lambda r: (-r.size, r.q, r.s))[:most]
        first = self.regions[k].first
        return sorted([Run(q, s + first, size) for q, s, size in found])


def outside(runs: Sequence[Run], bracketed: Sequence[int]) -> list[Run]:
    """The parts of runs whose words of the quotation stand outside brackets (-1), in order."""
    found = []
    for q, s, size in runs:
        start = 0
        for k in range(size + 1):
            if k == size or bracketed[q + k] >= 0:
                if k > start:
                    found.append(Run(q + start, s + start, k - start))
                start = k + 1
    return sorted(found)


class _Held:
    """Where words or pairs of the quotation, given by rank, stand in it and in stretches of the row."""

    def __init__(self, postings: Postings, ranks: Numbers, stretches: Sequence[tuple[int, int]]) -> None:
        where: dict[int, list[int]] = {}
        for i, rank in enumerate(ranks.tolist()):
            if rank >= 0:
                where.setdefault(rank, []).append(i)
        self.postings, self.at = postings, list(where.values())
        self.sizes = [len(at) for at in self.at]
        self.begins, self.counts = postings.within(np.array(list(where), dtype=np.int64), stretches)

    def of(self, k: int) -> Places:
        """The places in the quotation, and in the row inside stretch `k`, of all that both have."""
        held = self.counts[k].nonzero()[0]
        places = self.postings.listed(self.begins[k][held], self.counts[k][held])
        return [(self.at[i], there) for i, there in zip(held.tolist(), places, strict=True)]


def _seeds(ids: Sequence[int], pairs: Places, common: set[int], low: int) -> list[tuple[int, int]]:
    """(diagonal, word of the quotation) of each shared pair of words, but for pairs of common words."""
    return sorted(
        (place - low - i, i)
        for at, places in pairs
        if not common or ids[at[0]] not in common or ids[at[0] + 1] not in common
        for place in places
        for i in at
    )


def _long(q: Sequence[int], s: Sequence[int], seeds: list[tuple[int, int]]) -> Iterator[Run]:
    """The maximal runs that the seeds are part of."""
    last, end = None, 0
    for diagonal, i in seeds:
        if diagonal == last and i < end:
            continue
        low, high = i, i + 2
        first, most = max(0, -diagonal), min(len(q), len(s) - diagonal)
        while low > first and q[low - 1] == s[low + diagonal - 1]:
            low -= 1
        while high < most and q[high] == s[high + diagonal]:
            high += 1
        last, end = diagonal, high
        yield Run(low, low + diagonal, high - low)


def _single(q: Sequence[int], s: Sequence[int], words: Places, low: int) -> Iterator[Run]:
    """Words that stand once in `s` and are part of no longer run."""
    q_last, s_last = len(q) - 1, len(s) - 1
    for at, places in words:
        if len(places) == 1:
            j = places[0] - low
            for i in at:
                before = i > 0 and j > 0 and q[i - 1] == s[j - 1]
                if not before and (i >= q_last or j >= s_last or q[i + 1] != s[j + 1]):
                    yield Run(i, j, 1)
