"""Where words stand: an index over texts, built once, so that cost grows with the quotations alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.model import Document
from checker.quotation.fold import Folded, fold
from checker.quotation.postings import Numbers, Postings

Weights = npt.NDArray[np.float64]

BLOCK = 64
"""Words of a place that is voted for; a vote counts for two neighbouring blocks."""
MOST_HITS = 4_000
"""Places that the word pairs of one quotation may vote for; the rarest pairs vote first."""
MOST_BLOCKS = 1 << 16
"""Blocks of an index that are counted in one row; of more, only those that have a vote."""
FEW = 8
"""Places that are compared one by one rather than together."""
UNKNOWN, BETWEEN = -1, -2


@dataclass(frozen=True, slots=True)
class Region:
    """Words `first` up to `last` of document number `text`."""

    text: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to look for: their numbers in the index (`UNKNOWN` for one that stands nowhere), and of each two
    neighbours the rank among the pairs (-1 for a pair that stands nowhere).
    """

    ids: list[int]
    numbers: Numbers
    pairs: Numbers

    def part(self, first: int, last: int) -> Sought:
        """The words `first` up to `last`."""
        return Sought(
            self.ids[first:last], self.numbers[first:last], self.pairs[first : max(first, last - 1)]
        )


class Index:
    """Postings of words and of pairs of words over documents.

    Building takes time near-linear in the number of words. Documents keep the order in which they came.
    `row` holds the numbers of all words, document after document, with `BETWEEN` after each.
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
        self.row: Numbers = np.array(flat, dtype=np.int64)
        self.words = Postings(self.row)
        self.pairs = Postings(self._coded(self.row))

    def sought(self, words: Sequence[str]) -> Sought:
        """Folded words as numbers."""
        get = self._ids.get
        ids = [get(word, UNKNOWN) for word in words]
        numbers = np.array(ids, dtype=np.int64)
        return Sought(ids, numbers, self.pairs.ranks(self._coded(numbers)))

    def _coded(self, numbers: Numbers) -> Numbers:
        """One number for each two neighbouring words."""
        return numbers[:-1] * (len(self._ids) + 3) + numbers[1:]

    def stretch(self, region: Region) -> tuple[int, int]:
        """Where a region stands in the row."""
        base = self._base[region.text]
        return base + region.first, base + region.last

    def marks(self, numbers: Sequence[int]) -> npt.NDArray[np.int32]:
        """For the number of each word its place among `numbers`, counted from 1; 0 for every other."""
        marks = np.zeros(len(self._ids) + 2, dtype=np.int32)
        marks[list(numbers)] = np.arange(1, len(numbers) + 1)
        marks[[BETWEEN, UNKNOWN]] = 0
        return marks

    def exact(self, words: Sought, most: int) -> list[Region]:
        """The first `most` places where the words stand in a row, in the order of the documents."""
        postings, ranks = self.pairs, words.pairs
        if len(words.ids) < 2:
            postings, ranks = self.words, self.words.ranks(words.numbers)
        if not len(ranks) or ranks.min() < 0:
            return []
        counts = postings.counts(ranks)
        k = int(counts.argmin())
        places = self._followed(postings.places(ranks[k : k + 1], counts[k : k + 1]) - k, words.numbers)
        return [self._region(place, place + len(words.ids)) for place in places[:most]]

    def _followed(self, places: Numbers, numbers: Numbers) -> list[int]:
        """Those places of the row from which the numbers stand."""
        places = places[(places >= 0) & (places + len(numbers) <= len(self.row))]
        for k, number in enumerate(numbers):
            if len(places) <= FEW:
                break
            places = places[self.row[places + k] == number]
        return [
            place for place in places.tolist() if (self.row[place : place + len(numbers)] == numbers).all()
        ]

    def likely(self, words: Sought, reach: int, most: int) -> list[Region]:
        """Regions that share the most word pairs with the words, best first.

        A region reaches `reach` words to both sides of where the votes fall.
        """
        places, weights = self._votes(words)
        if not len(places):
            return []
        blocks, votes = _tally(places // BLOCK, weights, len(self.row) // BLOCK + 2)
        best = _apart(_highest(blocks, votes, 3 * most), most)
        return list(dict.fromkeys(r for block in best for r in self._regions(block * BLOCK, reach + BLOCK)))

    def _votes(self, words: Sought) -> tuple[Numbers, Weights]:
        """The places of the word pairs, the rarest first, and what each counts."""
        ranks = np.array(sorted({rank for rank in words.pairs.tolist() if rank >= 0}), dtype=np.int64)
        counts = self.pairs.counts(ranks)
        order = counts.argsort(kind="stable")
        ranks, counts = ranks[order], counts[order]
        enough = max(1, int(counts.cumsum().searchsorted(MOST_HITS, "right")))
        ranks, counts = ranks[:enough], counts[:enough]
        return self.pairs.places(ranks, counts), (1 / (1 + np.log(counts))).repeat(counts)

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


def _tally(blocks: Numbers, weights: Weights, size: int) -> tuple[Numbers, Weights]:
    """The distinct blocks in order, and the votes for each and the next one; `size` is more than any block."""
    if size <= MOST_BLOCKS:
        row = np.bincount(blocks, weights, size).astype(np.float64, copy=False)
        found: Numbers = row.nonzero()[0]
        return found, row[found] + row[found + 1]
    found, numbers = np.unique(blocks, return_inverse=True)
    votes = np.bincount(numbers, weights).astype(np.float64, copy=False)
    follows = np.append(np.diff(found) == 1, False)
    return found, votes + np.append(votes[1:], 0.0) * follows


def _highest(blocks: Numbers, votes: Weights, most: int) -> list[int]:
    """The `most` blocks with the most votes, best first, the earlier ones first among equals."""
    if len(blocks) > most:
        enough = votes >= np.partition(votes, -most)[-most]
        blocks, votes = blocks[enough], votes[enough]
    best: list[int] = blocks[(-votes).argsort(kind="stable")[:most]].tolist()
    return best


def _apart(blocks: list[int], most: int) -> list[int]:
    """The first `most` blocks, but for those next to one before: their regions are nearly one."""
    kept: list[int] = []
    for block in blocks:
        if len(kept) < most and not any(abs(block - other) < 2 for other in kept):
            kept.append(block)
    return kept
