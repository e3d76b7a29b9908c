"""Average-link clustering of sparse vectors, one connected component at a time."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import partial
from typing import Protocol

import numpy as np

from checker.events.bags import Floats, Ints, Vectors

LARGEST = 3000
"""Documents that are compared with each other as a whole (a square table of that size)."""
_STEP = 0.03
CLOSED = -1.0
"""Likeness of two vectors that must never share a cluster."""

Prior = Callable[[int, Ints], Floats]
"""For document i and others, the factors by which their similarities are lessened."""


class Similar(Protocol):
    """Similarities of vectors with each other."""

    all: Ints

    def near(self, i: int, floor: float) -> Ints:
        """Those whose similarity with vector i is at least `floor`."""

    def table(self, part: Ints) -> Floats:
        """The similarities of so many vectors with each other."""


def clusters(rows: Similar, threshold: float) -> list[list[int]]:
    """Document numbers in clusters whose mean similarity is at least `threshold`, single ones included.

    Only documents joined by a chain of such similarities can share a cluster, so only they are compared in full.
    A component of more than `LARGEST` documents is first parted at a higher threshold.
    """
    found: list[list[int]] = []
    waiting = [(rows.all.tolist(), threshold)]
    while waiting:
        part, floor = waiting.pop()
        for component in components(part, partial(rows.near, floor=floor)):
            if len(component) > LARGEST:
                waiting.append((component, floor + _STEP))
            else:
                part_of = average_link(rows.table(np.array(component)), threshold)
                found += [[component[k] for k in cluster] for cluster in part_of]
    return sorted(sorted(cluster) for cluster in found)


class Rows:
    """Similarities of one vector with all others, made when asked for from lists of who has a term."""

    def __init__(self, vectors: Vectors, prior: Prior | None = None) -> None:
        self.vectors, self.prior = vectors, prior
        self._plain: dict[int, Floats] = {}
        count = len(vectors.starts) - 1
        owner = np.repeat(np.arange(count, dtype=np.int64), np.diff(vectors.starts))
        order = np.argsort(vectors.terms, kind="stable")
        self.owners, self.weights = owner[order], vectors.weights[order]
        self.begins = np.searchsorted(vectors.terms[order], np.arange(vectors.size + 1))
        self.all = np.arange(count, dtype=np.int64)

    def lessened(self, prior: Prior) -> Rows:
        """The same with a prior; what has been made is made once for both."""
        other = copy(self)
        other.prior = prior
        return other

    def of(self, i: int) -> Floats:
        """The row of vector i, with the prior applied."""
        row = self._plain.get(i)
        if row is None:
            row = self._made(i)
            if len(self.all) <= LARGEST:
                self._plain[i] = row
        return np.asarray(row * self.prior(i, self.all) if self.prior else row, dtype=np.float64)

    def _made(self, i: int) -> Floats:
        low, high = self.vectors.starts[i], self.vectors.starts[i + 1]
        terms = self.vectors.terms[low:high]
        begins, sizes = self.begins[terms], self.begins[terms + 1] - self.begins[terms]
        shift = (
            np.repeat(begins - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) if len(terms) else begins
        )
        at = np.arange(int(sizes.sum()), dtype=np.int64) + shift
        weights = np.repeat(self.vectors.weights[low:high], sizes) * self.weights[at]
        row = np.bincount(self.owners[at], weights=weights, minlength=len(self.all))
        return np.asarray(row, dtype=np.float64)

    def near(self, i: int, floor: float) -> Ints:
        """Those whose similarity with vector i is at least `floor`."""
        return np.flatnonzero(self.of(i) >= floor)

    def beside(self, i: int) -> Floats:
        """The similarities of vector i with all others."""
        return np.delete(self.of(i), i)

    def table(self, part: Ints) -> Floats:
        """The similarities of so many vectors with each other."""
        return np.array([self.of(i)[part] for i in part.tolist()]).reshape(len(part), -1)


def components(part: list[int], near: Callable[[int], Ints]) -> list[list[int]]:
    """Connected components of a part, by the neighbours of each of its members."""
    left, found = set(part), list[list[int]]()
    for start in part:
        if start not in left:
            continue
        left.discard(start)
        component, queue = [start], [start]
        while queue:
            new = sorted(left.intersection(near(queue.pop()).tolist()))
            left.difference_update(new)
            component += new
            queue += new
        found.append(sorted(component))
    return found


def average_link(table: Floats, threshold: float) -> list[list[int]]:
    """Merge the two most similar clusters until no mean similarity reaches the threshold."""
    size = np.ones(len(table))
    members = {i: [i] for i in range(len(table))}
    np.fill_diagonal(table, CLOSED)
    best = table.argmax(axis=1)
    value = table[np.arange(len(table)), best]
    while len(members) > 1 and value.max() >= threshold:
        i = int(value.argmax())
        j = int(best[i])
        merged = (table[i] * size[i] + table[j] * size[j]) / (size[i] + size[j])
        merged[(table[i] == CLOSED) | (table[j] == CLOSED)] = CLOSED
        table[i], table[:, i], table[j], table[:, j] = merged, merged, CLOSED, CLOSED
        size[i] += size[j]
        members[i] += members.pop(j)
        _renew(table, best, value, i, j)
    return [sorted(cluster) for cluster in members.values()]


def _renew(table: Floats, best: Ints, value: Floats, i: int, j: int) -> None:
    """Find the nearest cluster again where it was one of the two that have been merged."""
    value[j] = CLOSED - 1
    value[i] = CLOSED
    best[i] = i
    for k in np.flatnonzero(((best == i) | (best == j)) & (value > CLOSED - 1)).tolist():
        best[k] = table[k].argmax()
        value[k] = table[k, best[k]]
    better = np.flatnonzero((table[:, i] > value) & (value > CLOSED - 1))
    best[better], value[better] = i, table[better, i]
