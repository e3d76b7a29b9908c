"""Which documents of a large corpus are compared with each other: those with three telling words in common.

To compare each document with each takes quadratic time. Two accounts of one happening share some of the words that
weigh most in them, so only documents with three of these in common are looked at, and those exactly. Time and memory
are near-linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

import numpy as np
import numpy.typing as npt

from checker.events.bags import Floats, Ints, Vectors
from checker.events.linkage import Prior, Rows

TELLING = 32
"""Words of a document by which others are found, of those that stand in another as well."""
CROWD = 16
"""Documents with the same two words up to which each is compared with each; beyond, with so many that follow it."""
PARTS = 8
"""In how many rounds documents are paired, each with its share of the keys in memory."""
LEAST = 0.05
"""Likeness below which two documents count as unlike."""
Keys = npt.NDArray[np.uint64]


class Candidates:
    """The similarities of each vector with those that are worth a look; `Rows` has those with all."""

    def __init__(self, vectors: Vectors, names: int) -> None:
        self.vectors = vectors
        self.prior: Prior | None = None
        self.all = np.arange(len(vectors.starts) - 1, dtype=np.int64)
        first, second = _pairs(_telling(vectors, names))
        likeness = _compared(vectors, first, second)
        keep = likeness >= LEAST
        first, second, likeness = first[keep], second[keep], likeness[keep]
        one, other = np.concatenate((first, second)), np.concatenate((second, first))
        order = np.lexsort((other, one))
        self.others, self.likeness = other[order], np.concatenate((likeness, likeness))[order]
        self.begins = np.searchsorted(one[order], np.arange(len(self.all) + 1))

    def lessened(self, prior: Prior) -> Candidates:
        """The same with a prior."""
        other = copy(self)
        other.prior = prior
        return other

    def _of(self, i: int) -> tuple[Ints, Floats]:
        low, high = self.begins[i], self.begins[i + 1]
        others, row = self.others[low:high].astype(np.int64), self.likeness[low:high]
        return others, np.asarray(row * self.prior(i, others) if self.prior else row, dtype=np.float64)

    def near(self, i: int, floor: float) -> Ints:
        """Those whose similarity with vector i is at least `floor`."""
        others, row = self._of(i)
        return others[row >= floor]

    def beside(self, i: int) -> Floats:
        """The similarities of vector i with the others."""
        return self._of(i)[1]

    def table(self, part: Ints) -> Floats:
        """The similarities of so many vectors with each other, all of them."""
        if len(part) < 2:
            return np.zeros((len(part), len(part)))
        plain = Rows(_part(self.vectors, part))
        rows = (plain.of(k) * (self.prior(int(i), part) if self.prior else 1.0) for k, i in enumerate(part))
        return np.array(list(rows))


def _part(vectors: Vectors, part: Ints) -> Vectors:
    """Some vectors, their terms numbered anew."""
    places = [np.arange(vectors.starts[i], vectors.starts[i + 1]) for i in part.tolist()]
    at = np.concatenate(places)
    known, terms = np.unique(vectors.terms[at], return_inverse=True)
    starts = np.cumsum([0, *map(len, places)])
    return Vectors(terms.astype(np.int64), vectors.weights[at], starts, len(known))


def _telling(vectors: Vectors, names: int) -> Ints:
    """A row for each vector: its heaviest terms below `names` that others have too, sorted; -1 for those it lacks."""
    spread = np.bincount(vectors.terms, minlength=vectors.size)
    found = np.full((len(vectors.starts) - 1, TELLING), -1, dtype=np.int64)
    for i, row in enumerate(found):
        mine = slice(vectors.starts[i], vectors.starts[i + 1])
        terms, weights = vectors.terms[mine], vectors.weights[mine]
        shared = (spread[terms] > 1) & (terms < names)
        terms, weights = terms[shared], weights[shared]
        kept = np.sort(terms[np.lexsort((terms, -weights))][:TELLING])
        row[: len(kept)] = kept
    return found


def _pairs(telling: Ints) -> tuple[Ints, Ints]:
    """Documents with three terms in common (so with three twos of them), each pair once, the first below the second."""
    found, counts = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int64)]
    for keys, docs in _by_key(telling):
        both = [np.zeros(0, dtype=np.uint64)]
        for step in range(1, CROWD):
            same = np.flatnonzero(keys[step:] == keys[:-step])
            if not len(same):
                break
            both.append(docs[same].astype(np.uint64) << np.uint64(32) | docs[same + step].astype(np.uint64))
        pairs, times = np.unique(np.concatenate(both), return_counts=True)
        found.append(pairs)
        counts.append(times)
    pairs, place = np.unique(np.concatenate(found), return_inverse=True)
    pairs = pairs[np.bincount(place, weights=np.concatenate(counts), minlength=len(pairs)) > 1]
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _by_key(telling: Ints) -> Iterator[tuple[Keys, Ints]]:
    """Keys of two terms, sorted, with the documents that have both; for some keys at a time."""
    docs = np.arange(len(telling), dtype=np.int64)
    for part in range(PARTS):
        keys, owners = [], []
        for k in range(1, TELLING):
            one, other = telling[:, :k], telling[:, k : k + 1]
            mine = (other >= 0) & ((one + other) % PARTS == part)
            keys.append((one.astype(np.uint64) << np.uint64(32) | other.astype(np.uint64))[mine])
            owners.append(np.broadcast_to(docs[:, None], mine.shape)[mine])
        together, owner = np.concatenate(keys), np.concatenate(owners)
        order = np.lexsort((owner, together))
        yield together[order], owner[order]


def _compared(vectors: Vectors, first: Ints, second: Ints) -> Floats:
    """The similarity of each pair; pairs are sorted by the first."""
    found = np.zeros(len(first))
    dense = np.zeros(vectors.size)
    begins = np.searchsorted(first, np.arange(len(vectors.starts)))
    for i in np.unique(first).tolist():
        mine = slice(vectors.starts[i], vectors.starts[i + 1])
        dense[vectors.terms[mine]] = vectors.weights[mine]
        others = second[begins[i] : begins[i + 1]]
        sizes = vectors.starts[others + 1] - vectors.starts[others]
        owner = np.repeat(np.arange(len(others)), sizes)
        shift = np.repeat(vectors.starts[others] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        at = np.arange(len(owner)) + shift
        products = dense[vectors.terms[at]] * vectors.weights[at]
        found[begins[i] : begins[i + 1]] = np.bincount(owner, weights=products, minlength=len(others))
        dense[vectors.terms[mine]] = 0.0
    return found
