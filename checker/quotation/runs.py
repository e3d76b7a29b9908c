"""Runs of words that a quotation shares with regions of texts, read off the index rather than the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from checker.quotation.index import Index, Region, Sought

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


Item = TypeVar("Item", int, tuple[int, int])


class Shared:
    """What a quotation shares with regions of an index. Nothing of a region is read before it is asked for."""

    def __init__(self, words: Sought, regions: Sequence[Region], index: Index) -> None:
        self.ids, self.regions = words.ids, regions
        self._texts = [index.row[slice(*index.stretch(region))] for region in regions]
        self._words = _places(enumerate(words.ids))
        self._pairs = _places(enumerate(pairwise(words.ids)))
        self._marks = index.marks(list(self._words))
        self._sizes = np.array([0, *map(len, self._words.values())], dtype=np.int64)

    def most(self, k: int) -> int:
        """As many words of the quotation as region `k` can match, in whatever order."""
        held = np.bincount(self._marks[self._texts[k]], minlength=len(self._sizes))
        return int(np.minimum(held, self._sizes).sum())

    def runs(self, k: int, fewest: float = 0) -> list[Run]:
        """The maximal runs of two words or more and the single words that stand once in region `k`, in order.

        None where fewer than `fewest` pairs of neighbouring words of the quotation stand there. Each run has a
        word that is not `COMMON` there, so that cost stays linear; of very many the longest are kept.
        """
        s = self._texts[k].tolist()
        hits = self._marks[self._texts[k]].nonzero()[0]
        beside = hits[:-1][hits[1:] - hits[:-1] == 1].tolist()
        pairs = [(j, self._pairs[pair]) for j in beside if (pair := (s[j], s[j + 1])) in self._pairs]
        if sum(len(at) for at in {at[0]: at for _, at in pairs}.values()) < fewest:
            return []
        found = self._found(s, _places([(j, s[j]) for j in hits.tolist()]), pairs)
        most = min(max(MOST_RUNS, len(self.ids) // 3), 5 * MOST_RUNS)
        if len(found) > most:
            found = sorted(found, key=lambda r: (-r.size, r.q, r.s))[:most]
        first = self.regions[k].first
        return sorted([Run(q, s + first, size) for q, s, size in found])

    def _found(
        self, s: list[int], words: dict[int, list[int]], pairs: list[tuple[int, list[int]]]
    ) -> list[Run]:
        """The runs, given where in the region `s` words and pairs of the quotation stand."""
        common = {number for number, there in words.items() if len(there) > COMMON}
        seeds = sorted(
            (j - i, i) for j, at in pairs if s[j] not in common or s[j + 1] not in common for i in at
        )
        singles = [(self._words[number], there[0]) for number, there in words.items() if len(there) == 1]
        return [*_long(self.ids, s, seeds), *_single(self.ids, s, singles)]


def _places(items: Iterable[tuple[int, Item]]) -> dict[Item, list[int]]:
    """Where each of the numbered items stands."""
    found: defaultdict[Item, list[int]] = defaultdict(list)
    for number, item in items:
        found[item].append(number)
    return found


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


def _single(q: Sequence[int], s: Sequence[int], singles: Iterable[tuple[list[int], int]]) -> Iterator[Run]:
    """Words that stand once in `s`, and are part of no longer run: their places in `q`, and the one in `s`."""
    q_last, s_last = len(q) - 1, len(s) - 1
    for at, j in singles:
        for i in at:
            before = i > 0 and j > 0 and q[i - 1] == s[j - 1]
            if not before and (i >= q_last or j >= s_last or q[i + 1] != s[j + 1]):
                yield Run(i, j, 1)
