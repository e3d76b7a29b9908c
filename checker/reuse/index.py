"""Which places of which documents hold the same words: an index over hashed runs of words.

The documents are one long array of word numbers. Every run of `SEED` words gets a 64-bit hash; sorting the
hashes brings equal runs together. Time and memory are near-linear in the number of words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.reuse.words import Hashes

Ints = npt.NDArray[np.int64]
SEED = 5
"""Words of a seed. Shorter than a reported passage, so that an edit every few words does not hide it."""
CROWD = 12
"""Places of one seed up to which all pairs are compared; beyond, each is compared with the first alone."""


@dataclass(frozen=True, slots=True)
class Index:
    """`words` of all documents in one row; document i is `words[starts[i]:starts[i + 1]]`.

    `spread[p]` is the number of documents that hold the seed at position p (0 where no seed starts).
    """

    words: Hashes
    starts: Ints
    spread: Ints
    pairs: tuple[Ints, Ints]


def build(row: Hashes, starts: Ints) -> Index:
    """Pair up all places that share a seed; positions are global, first below second."""
    owner = np.repeat(np.arange(len(starts) - 1, dtype=np.int64), np.diff(starts))
    seeds = _seeds(row)
    at = _repeated(seeds, owner)
    at = at[np.lexsort((at, seeds[at]))]
    at = at[_shared(seeds[at])]
    hashes = seeds[at]
    spread = np.zeros(len(row), dtype=np.int64)
    if len(at):
        spread[at] = _documents(hashes, owner[at])
    return Index(row, starts, spread, _pairs(at, hashes, owner))


def _seeds(row: Hashes) -> Hashes:
    """The hash of the seed that starts at each position, as far as it lies inside the row."""
    size = max(0, len(row) - SEED + 1)
    total = np.zeros(size, dtype=np.uint64)
    for k in range(SEED):
        total ^= row[k : k + size]
        total *= np.uint64(0xBF58476D1CE4E5B9)
        total ^= total >> np.uint64(31)
    return total


def _repeated(seeds: Hashes, owner: Ints) -> Ints:
    """Positions of seeds inside one document whose first bits stand elsewhere as well.

    Hash and position are sorted as one number, which is many times faster than sorting positions by hash.
    """
    bits = np.uint64(len(seeds).bit_length())
    place = np.arange(len(seeds), dtype=np.uint64)
    keys = ((seeds >> bits << bits) | place)[owner[: len(seeds)] == owner[SEED - 1 :]]
    keys.sort()
    found: Ints = (keys[_shared(keys >> bits)] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    return found


def _shared(hashes: Hashes) -> npt.NDArray[np.bool_]:
    same = np.zeros(len(hashes), dtype=np.bool_)
    if len(hashes) > 1:
        equal = hashes[1:] == hashes[:-1]
        same[1:] |= equal
        same[:-1] |= equal
    return same


def _groups(hashes: Hashes) -> tuple[Ints, Ints]:
    """For each place the number of its group, and for each group where it begins."""
    begins = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    return np.cumsum(begins) - 1, np.flatnonzero(begins).astype(np.int64)


def _documents(hashes: Hashes, owner: Ints) -> Ints:
    group, begins = _groups(hashes)
    new = np.ones(len(owner), dtype=np.int64)
    new[1:] = (owner[1:] != owner[:-1]) | (hashes[1:] != hashes[:-1])
    return np.asarray(np.add.reduceat(new, begins)[group], dtype=np.int64)


def _pairs(at: Ints, hashes: Hashes, owner: Ints) -> tuple[Ints, Ints]:
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
