"""Which places of which documents hold the same words: an index over hashed runs of words.

The documents are one long array of word numbers. Every run of `SEED` words gets a 64-bit hash; sorting the
hashes brings equal runs together. Time and memory are near-linear in the number of words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
SEED = 5
"""Words of a seed. Shorter than a reported passage, so that an edit every few words does not hide it."""
CROWD = 12
"""Places of one seed up to which all pairs are compared; beyond, each is compared with the first alone."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Index:
    """`words` of all documents in one row; document i is `words[starts[i]:starts[i + 1]]`.

    `spread[p]` is the number of documents that hold the seed at position p (0 where no seed starts).
    """

    words: Ints
    starts: Ints
    spread: Ints
    pairs: tuple[Ints, Ints]


def build(texts: list[list[str]]) -> Index:
    """Number the words and pair up all places that share a seed; positions are global, first below second."""
    numbers: dict[str, int] = {}
    sizes = [len(text) for text in texts]
    starts = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.int64)
    row = np.fromiter(
        (numbers.setdefault(w, len(numbers)) for text in texts for w in text), np.int64, starts[-1]
    )
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
    at = _seed_starts(owner)
    hashes = _hashes(row, at)
    order = np.lexsort((at, hashes)) if len(at) < 1000 else np.argsort(hashes, kind="stable")
    at, hashes = at[order], hashes[order]
    shared = _shared(hashes)
    at, hashes = at[shared], hashes[shared]
    spread = np.zeros(len(row), dtype=np.int64)
    if len(at):
        spread[at] = _documents(hashes, owner[at])
    return Index(row, starts, spread, _pairs(at, hashes, owner))


def _seed_starts(owner: Ints) -> Ints:
    """Positions where a seed lies inside one document."""
    if len(owner) < SEED:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(owner[: 1 - SEED] == owner[SEED - 1 :]).astype(np.int64)


def _hashes(row: Ints, at: Ints) -> npt.NDArray[np.uint64]:
    mixed = (row.astype(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> np.uint64(29)
    total = np.zeros(len(at), dtype=np.uint64)
    for k in range(SEED):
        total = (total ^ mixed[at + k]) * np.uint64(0xBF58476D1CE4E5B9)
        total ^= total >> np.uint64(31)
    return total


def _shared(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    same = np.zeros(len(hashes), dtype=np.bool_)
    if len(hashes) > 1:
        equal = hashes[1:] == hashes[:-1]
        same[1:] |= equal
        same[:-1] |= equal
    return same


def _groups(hashes: npt.NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """For each place the number of its group, and for each group where it begins."""
    begins = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    return np.cumsum(begins) - 1, np.flatnonzero(begins).astype(np.int64)


def _documents(hashes: npt.NDArray[np.uint64], owner: Ints) -> Ints:
    group, begins = _groups(hashes)
    new = np.ones(len(owner), dtype=np.int64)
    new[1:] = (owner[1:] != owner[:-1]) | (hashes[1:] != hashes[:-1])
    return np.asarray(np.add.reduceat(new, begins)[group], dtype=np.int64)


def _pairs(at: Ints, hashes: npt.NDArray[np.uint64], owner: Ints) -> tuple[Ints, Ints]:
    if not len(at):
        return at, at
    group, begins = _groups(hashes)
    sizes = np.diff(np.concatenate((begins, [len(at)])))[group]
    left, right = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for step in range(1, min(CROWD, int(sizes.max()))):
        here = np.flatnonzero((hashes[step:] == hashes[:-step]) & (sizes[step:] <= CROWD))
        left.append(at[here])
        right.append(at[here + step])
    crowd = np.flatnonzero(sizes > CROWD)
    left.append(at[begins[group[crowd]]])
    right.append(at[crowd])
    a, b = np.concatenate(left), np.concatenate(right)
    apart = owner[a] != owner[b]
    return a[apart], b[apart]
