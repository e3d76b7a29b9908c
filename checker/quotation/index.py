"""Where words stand: an index over texts, built once, so that cost grows with the quotations alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.model import Document
from checker.quotation.fold import Folded, fold

_Numbers = npt.NDArray[np.int64]
BLOCK = 64
"""Words of a place that is voted for; a vote counts for two neighbouring blocks."""
MOST_HITS = 4_000
"""Places that the word pairs of one quotation may vote for; the rarest pairs vote first."""
UNKNOWN, BETWEEN = -1, -2


@dataclass(frozen=True, slots=True)
class Region:
    """Words `first` up to `last` of document number `text`."""

    text: int
    first: int
    last: int


class Index:
    """Postings of words and of pairs of words over documents.

    Building takes time near-linear in the number of words. Documents keep the order in which they came.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: tuple[Document, ...] = tuple(documents)
        self.texts: tuple[Folded, ...] = tuple(fold(d.text, d.markup) for d in self.documents)
        self._ids: dict[str, int] = {}
        self._base: list[int] = []
        flat: list[int] = []
        for text in self.texts:
            self._base.append(len(flat))
            flat += [self._ids.setdefault(word, len(self._ids)) for word in text.words]
            flat.append(BETWEEN)
        self._flat = np.array(flat, dtype=np.int64)
        self._order = np.argsort(self._flat, kind="stable")
        self._sorted = self._flat[self._order]
        pairs = self._pairs(self._flat)
        self._pair_order = np.argsort(pairs, kind="stable")
        self._pair_sorted = pairs[self._pair_order]

    def ids(self, words: Sequence[str]) -> list[int]:
        """The numbers of folded words; `UNKNOWN` for one that stands in no document."""
        return [self._ids.get(word, UNKNOWN) for word in words]

    def word_ids(self, region: Region) -> list[int]:
        """The numbers of the words of a region."""
        base = self._base[region.text]
        numbers: list[int] = self._flat[base + region.first : base + region.last].tolist()
        return numbers

    def exact(self, ids: Sequence[int], most: int) -> list[Region]:
        """The first `most` places where the words stand in a row, in the order of the documents."""
        if not ids or UNKNOWN in ids:
            return []
        lows = np.searchsorted(self._sorted, ids, "left")
        highs = np.searchsorted(self._sorted, ids, "right")
        rarest = int(np.argmin(highs - lows))
        places = np.sort(self._order[lows[rarest] : highs[rarest]]) - rarest
        places = places[(places >= 0) & (places + len(ids) <= len(self._flat))]
        for k, number in enumerate(ids):
            places = places[self._flat[places + k] == number]
            if not len(places):
                return []
        return [self._region(int(place), int(place) + len(ids)) for place in places[:most]]

    def likely(self, ids: Sequence[int], reach: int, most: int) -> list[tuple[Region, float]]:
        """Regions that share the most word pairs with the words, best first, each with its share of votes.

        A region reaches `reach` words to both sides of where the votes fall.
        """
        places, weights = self._votes(np.array(ids, dtype=np.int64))
        if not len(places):
            return []
        blocks = places // BLOCK
        names, numbers = np.unique(np.concatenate((blocks, blocks - 1)), return_inverse=True)
        votes = np.bincount(numbers, weights=np.concatenate((weights, weights)))
        best = np.lexsort((names, -votes))[:most]
        found: dict[Region, float] = {}
        for k in best:
            for region in self._regions(int(names[k]) * BLOCK, reach):
                found.setdefault(region, float(votes[k]))
        return list(found.items())

    def _votes(self, ids: _Numbers) -> tuple[_Numbers, npt.NDArray[np.float64]]:
        pairs = np.unique(self._pairs(ids)[(ids[:-1] >= 0) & (ids[1:] >= 0)])
        lows = np.searchsorted(self._pair_sorted, pairs, "left")
        counts = np.searchsorted(self._pair_sorted, pairs, "right") - lows
        places, weights, total = [], [], 0
        for k in np.argsort(counts, kind="stable"):
            low, count = int(lows[k]), int(counts[k])
            if not count or (total and total + count > MOST_HITS):
                continue
            total += count
            places.append(self._pair_order[low : low + count])
            weights.append(np.full(count, 1 / (1 + np.log(count))))
        if not places:
            return np.empty(0, dtype=np.int64), np.empty(0)
        return np.concatenate(places), np.concatenate(weights)

    def _pairs(self, ids: _Numbers) -> _Numbers:
        return ids[:-1] * (len(self._ids) + 3) + ids[1:]

    def _region(self, low: int, high: int) -> Region:
        text = bisect_right(self._base, low) - 1
        return Region(text, low - self._base[text], high - self._base[text])

    def _regions(self, low: int, reach: int) -> list[Region]:
        """The parts of documents around the two blocks that begin at word `low`; texts may be short."""
        found = []
        text = max(0, bisect_right(self._base, max(0, low)) - 1)
        while text < len(self.texts) and self._base[text] < low + 2 * BLOCK:
            base, size = self._base[text], len(self.texts[text])
            first, last = max(0, low - reach - base), min(size, low + 2 * BLOCK + reach - base)
            if first < last and low < base + size:
                found.append(Region(text, first, last))
            text += 1
        return found
