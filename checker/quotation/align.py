"""A quotation laid along a passage: the words that both have, in order, and the places where they part.

Shared runs are chained by dynamic programming (as in genome alignment: Abouelhoda & Ohlebusch 2005, "Chaining
algorithms for multiple genome comparison"); what an ellipsis leaves out costs little, any other gap costs more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from checker.quotation.editing import Quoted

MOST_RUNS = 80
"""Shared runs that are chained, longer ones first; for a quotation of many hundred words five times as many."""
COMMON = 40
"""Places in a passage from which a word may start a run."""
DEAREST_GAP = 6.0
"""What the widest gap in the passage costs, in matched words."""
NARROW = 6
"""Words that a gap of the passage may have beyond three times those of the quotation, to be compared in full."""


@dataclass(frozen=True, slots=True)
class Run:
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


@dataclass(frozen=True, slots=True)
class Part:
    """Words `q1`..`q2` of the quotation stand where words `s1`..`s2` of the text stand; either may be empty."""

    q1: int
    q2: int
    s1: int
    s2: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Runs in order, in one text; word numbers of the text count from its first word."""

    text: int
    runs: tuple[Run, ...]

    @property
    def matched(self) -> int:
        """How many words of the quotation stand in the passage."""
        return sum(run.size for run in self.runs)

    @property
    def longest(self) -> int:
        """The size of the longest run."""
        return max((run.size for run in self.runs), default=0)

    def parts(self, size: int) -> list[Part]:
        """Where the two part, for a quotation of `size` words; unmatched words at an end stand for as many."""
        if not self.runs:
            return []
        head, tail = self.runs[0], self.runs[-1]
        parts = [Part(0, head.q, max(0, head.s - head.q), head.s)] if head.q else []
        parts += [Part(a.q_end, b.q, a.s_end, b.s) for a, b in pairwise(self.runs)]
        if tail.q_end < size:
            parts.append(Part(tail.q_end, size, tail.s_end, tail.s_end + size - tail.q_end))
        return parts


def align(quoted: Quoted, q: Sequence[int], s: Sequence[int], text: int, offset: int) -> Alignment:
    """Align word numbers `q` of a quotation with word numbers `s`, which begin at word `offset` of a text."""
    runs = _shared_runs(q, s)
    chain = _chain(quoted, runs)
    filled = _slid(quoted, q, s, _merged(_filled(quoted, q, s, chain)))
    return Alignment(text, tuple(Run(r.q, r.s + offset, r.size) for r in filled))


def _shared_runs(q: Sequence[int], s: Sequence[int]) -> list[Run]:
    """The maximal runs of two words or more, and single words that stand once in the text.

    A run is looked for from its uncommon words and followed both ways, so that cost stays linear.
    """
    where: dict[int, list[int]] = {}
    for j, word in enumerate(s):
        where.setdefault(word, []).append(j)
    runs: list[Run] = []
    seen: set[tuple[int, int]] = set()
    for i, word in enumerate(q):
        places = where.get(word, ())
        for j in places if len(places) <= COMMON else ():
            if (i, j) in seen:
                seen.discard((i, j))
                continue
            run = _maximal(q, s, i, j)
            seen.update((i + k, j + k) for k in range(1, run.q_end - i))
            if run.size > 1 or len(places) == 1:
                runs.append(run)
    runs.sort(key=lambda r: (-r.size, r.q, r.s))
    most = min(max(MOST_RUNS, len(q) // 3), 5 * MOST_RUNS)
    return sorted(set(runs[:most]), key=lambda r: (r.q, r.s))


def _maximal(q: Sequence[int], s: Sequence[int], i: int, j: int) -> Run:
    """The run that word `i` of the quotation and word `j` of the text are part of."""
    low, high = 0, 1
    while i - low > 0 and j - low > 0 and q[i - low - 1] == s[j - low - 1] >= 0:
        low += 1
    while i + high < len(q) and j + high < len(s) and q[i + high] == s[j + high]:
        high += 1
    return Run(i - low, j - low, low + high)


def _chain(quoted: Quoted, runs: list[Run]) -> list[Run]:
    """The best sequence of runs that rises on both sides; overlaps are cut off the later run."""
    best: list[tuple[float, int, Run]] = []
    for run in runs:
        choice = (float(run.size), -1, run)
        for k, (score, _, p) in enumerate(best):
            over = max(0, p.q_end - run.q, p.s_end - run.s)
            if over >= run.size or p.s >= run.s:
                continue
            cut = Run(run.q + over, run.s + over, run.size - over)
            total = score + cut.size - _cost(quoted, p, cut, run.q)
            if total > choice[0]:
                choice = (total, k, cut)
        best.append(choice)
    chain: list[Run] = []
    k = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while k >= 0:
        chain.append(best[k][2])
        k = best[k][1]
    return _joined(chain[::-1])


def _joined(chain: list[Run]) -> list[Run]:
    """A run that was cut where it was chained may overlap its follower by nothing; drop what is empty."""
    return [run for run in chain if run.size > 0]


def _cost(quoted: Quoted, a: Run, b: Run, first: int) -> float:
    """What the gap between two runs costs; an ellipsis counts from word `first`, where the later run was not cut."""
    wide, deep = b.q - a.q_end, b.s - a.s_end
    if not wide and not deep:
        return 0.0 if not quoted.broken(b.q, b.q) else 0.1
    if quoted.broken(min(first, a.q_end), b.q):
        return 0.2 + 0.3 * wide + min(0.005 * deep, DEAREST_GAP)
    if quoted.in_brackets(a.q_end, b.q):
        return 0.3 + 0.1 * deep
    return 0.5 + 0.2 * wide + min(0.25 * abs(deep - wide), DEAREST_GAP)


def _filled(quoted: Quoted, q: Sequence[int], s: Sequence[int], chain: list[Run]) -> list[Run]:
    """Add the single words that both sides have inside narrow gaps and at the ends."""
    if not chain:
        return []
    head, tail = chain[0], chain[-1]
    first = max(0, head.s - head.q - 2)
    last = min(len(s), tail.s_end + len(q) - tail.q_end + 2)
    edges = [Run(0, first, 0), *chain, Run(len(q), last, 0)]
    found: list[Run] = []
    for a, b in pairwise(edges):
        found.append(a)
        wide, deep = b.q - a.q_end, b.s - a.s_end
        if wide and deep and deep <= 3 * wide + NARROW and not quoted.broken(a.q_end, b.q):
            ops = Indel.opcodes(q[a.q_end : b.q], s[a.s_end : b.s])
            found += [
                Run(a.q_end + op.src_start, a.s_end + op.dest_start, op.src_end - op.src_start)
                for op in ops
                if op.tag == "equal"
            ]
    return [run for run in found if run.size]


def _slid(quoted: Quoted, q: Sequence[int], s: Sequence[int], runs: list[Run]) -> list[Run]:
    """Where the same words stand at both ends of a gap, let the gap fall on the ellipsis nearby."""
    slid = runs[:1]
    for b in runs[1:]:
        a = slid.pop()
        k = 0 if a.q_end < b.q or quoted.broken(b.q, b.q) else _shift(quoted, q, s, a, b)
        slid += [Run(a.q, a.s, a.size + k), Run(b.q + k, b.s + k, b.size - k)]
    return slid


def _shift(quoted: Quoted, q: Sequence[int], s: Sequence[int], a: Run, b: Run) -> int:
    """How many words the gap between two runs moves to reach an ellipsis; 0 where it cannot."""
    for k in range(1, a.size):
        if q[a.q_end - k] != s[b.s - k]:
            break
        if quoted.broken(b.q - k, b.q - k):
            return -k
    for k in range(1, b.size):
        if q[b.q + k - 1] != s[a.s_end + k - 1]:
            break
        if quoted.broken(b.q + k, b.q + k):
            return k
    return 0


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].q_end == run.q and merged[-1].s_end == run.s:
            merged[-1] = Run(merged[-1].q, merged[-1].s, merged[-1].size + run.size)
        else:
            merged.append(run)
    return merged
