"""From shared seeds to passages: runs on one diagonal, joined over small edits, extended at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from checker.reuse.index import SEED, Index, Ints
from checker.reuse.words import Hashes

SHORTEST = 8
"""Shared words that make a passage."""
GAP = 10
"""Words of an edit that a passage goes on across."""
DENSITY = 0.5
"""Share of a passage's words that must be the same in both places."""
RECENT = 20
"""Passages of two documents that a new chain is looked up in before it is extended."""
_RESUME = 3
_REACH = 4


@dataclass(frozen=True, slots=True)
class Run:
    """`size` equal words at word `a` of the first and word `b` of the second document (global positions)."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `a`..`a_end` of document `first` and `b`..`b_end` of `second`; `same` of them are equal."""

    first: int
    second: int
    a: int
    a_end: int
    b: int
    b_end: int
    same: int

    @property
    def verbatim(self) -> bool:
        """Whether both places have the same words and no others."""
        return self.same == self.a_end - self.a == self.b_end - self.b


def passages(index: Index) -> list[Passage]:
    """All passages of at least `SHORTEST` shared words, by documents and place."""
    found: list[Passage] = []
    for (first, second), runs in _by_documents(index):
        low, high = index.starts[[first, second]], index.starts[[first + 1, second + 1]]
        before = len(found)
        for chain in _chains(runs):
            if any(_holds(passage, chain) for passage in found[max(before, len(found) - RECENT) :]):
                continue
            passage = _extend(index.words, chain, (first, second), low, high)
            if passage.same >= SHORTEST and passage.same >= DENSITY * _length(passage):
                found.append(passage)
    return _apart(found)


def _holds(passage: Passage, chain: list[Run]) -> bool:
    """Whether the chain lies inside the passage; repeated words would else be walked again and again."""
    first, last = chain[0], chain[-1]
    inside_a = passage.a <= first.a and last.a + last.size <= passage.a_end
    return inside_a and passage.b <= first.b and last.b + last.size <= passage.b_end


def _length(passage: Passage) -> int:
    return max(passage.a_end - passage.a, passage.b_end - passage.b)


def _by_documents(index: Index) -> Iterator[tuple[tuple[int, int], list[Run]]]:
    """Runs that can be part of a passage, for each two documents."""
    a, b, size = _runs(*index.pairs, index.starts)
    first = np.searchsorted(index.starts, a, side="right") - 1
    second = np.searchsorted(index.starts, b, side="right") - 1
    order = np.lexsort((b, a, second, first))
    a, b, size, first, second = a[order], b[order], size[order], first[order], second[order]
    keep = _promising(a, b, size, first, second)
    rows = zip(*(x[keep].tolist() for x in (first, second, a, b, size)), strict=True)
    for documents, group in groupby(rows, key=lambda row: (row[0], row[1])):
        yield documents, [Run(*row[2:]) for row in group]


def _runs(a: Ints, b: Ints, starts: Ints) -> tuple[Ints, Ints, Ints]:
    """Merge seeds that follow each other on one diagonal, inside one document on either side."""
    if not len(a):
        return a, b, a
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    new = np.ones(len(a), dtype=np.bool_)
    new[1:] = (b[1:] - a[1:] != b[:-1] - a[:-1]) | (a[1:] - a[:-1] > SEED)
    for side in (a, b):
        document = np.searchsorted(starts, side, side="right")
        new[1:] |= document[1:] != document[:-1]
    begins = np.flatnonzero(new)
    last = np.concatenate((begins[1:], [len(a)])) - 1
    return a[begins], b[begins], a[last] - a[begins] + SEED


def _promising(a: Ints, b: Ints, size: Ints, first: Ints, second: Ints) -> Ints:
    """Long runs, and short ones with a neighbour near by in the same two documents."""
    keep = size >= SHORTEST
    if len(a) > 1:
        together = (first[1:] == first[:-1]) & (second[1:] == second[:-1])
        near = together & (a[1:] - a[:-1] <= size[:-1] + GAP) & (abs(b[1:] - b[:-1]) <= size[:-1] + GAP)
        keep[1:] |= near
        keep[:-1] |= near
    return np.flatnonzero(keep).astype(np.int64)


def _chains(runs: list[Run]) -> Iterator[list[Run]]:
    """Join runs that follow each other in both documents with no more than `GAP` words between.

    Open chains are few at any moment: one that lies more than a gap behind is closed.
    """
    chains: list[list[Run]] = []
    for run in runs:
        still = []
        for chain in chains:
            if run.a - (chain[-1].a + chain[-1].size) > GAP:
                yield chain
            else:
                still.append(chain)
        chains = still[-GAP:]
        yield from still[:-GAP]
        home = next((c for c in chains if _follows(c[-1], run)), None)
        if home is None:
            chains.append([run])
        elif run.a + run.size > home[-1].a + home[-1].size:
            home.append(run)
    yield from chains


def _follows(last: Run, run: Run) -> bool:
    """Whether `run` goes on where `last` ends, on both sides, or overlaps its end."""
    gap_a, gap_b = run.a - (last.a + last.size), run.b - (last.b + last.size)
    return run.a >= last.a and run.b >= last.b and min(gap_a, gap_b) > -SEED and max(gap_a, gap_b) <= GAP


def _extend(words: Hashes, chain: list[Run], documents: tuple[int, int], low: Ints, high: Ints) -> Passage:
    same, last = 0, Run(chain[0].a, chain[0].b, 0)
    for run in chain:
        overlap = max(0, last.a + last.size - run.a, last.b + last.size - run.b)
        same += run.size - overlap
        last = run
    head = _walk(words, chain[0].a - 1, chain[0].b - 1, -1, int(low[0]) - 1, int(low[1]) - 1)
    tail = _walk(words, last.a + last.size, last.b + last.size, 1, int(high[0]), int(high[1]))
    a, a_end = chain[0].a - head[0], last.a + last.size + tail[0]
    b, b_end = chain[0].b - head[1], last.b + last.size + tail[1]
    return Passage(*documents, a, a_end, b, b_end, same + head[2] + tail[2])


def _walk(words: Hashes, a: int, b: int, way: int, stop_a: int, stop_b: int) -> tuple[int, int, int]:
    """Go on from a passage's end: equal words, then over an edit where the text resumes."""
    from_a, from_b, same = a, b, 0
    end_a, end_b = a, b
    while True:
        while (stop_a - a) * way > 0 and (stop_b - b) * way > 0 and words[a] == words[b]:
            a, b, same = a + way, b + way, same + 1
            end_a, end_b = a, b
        for skip_a, skip_b in _EDITS:
            if _resumes(words, a + skip_a * way, b + skip_b * way, way, stop_a, stop_b):
                a, b = a + skip_a * way, b + skip_b * way
                break
        else:
            return abs(end_a - from_a), abs(end_b - from_b), same


def _resumes(words: Hashes, a: int, b: int, way: int, stop_a: int, stop_b: int) -> bool:
    if (stop_a - a) * way < _RESUME or (stop_b - b) * way < _RESUME:
        return False
    return all(words[a + k * way] == words[b + k * way] for k in range(_RESUME))


_EDITS = sorted(
    ((x, y) for x in range(_REACH) for y in range(_REACH) if x + y), key=lambda e: (sum(e), abs(e[0] - e[1]))
)


def _apart(found: list[Passage]) -> list[Passage]:
    """Of passages of two documents that overlap on both sides, keep the one with more shared words."""
    kept: list[Passage] = []
    for _, group in groupby(
        sorted(found, key=lambda p: (p.first, p.second)), key=lambda p: (p.first, p.second)
    ):
        chosen: list[Passage] = []
        for p in sorted(group, key=lambda p: (-p.same, p.a, p.b)):
            if not any(p.a < q.a_end and q.a < p.a_end and p.b < q.b_end and q.b < p.b_end for q in chosen):
                chosen.append(p)
        kept += sorted(chosen, key=lambda p: (p.a, p.b))
    return kept
