"""A quotation laid along a passage: the words that both have, in order, and the places where they part.

Shared runs are chained by dynamic programming (as in genome alignment: Abouelhoda & Ohlebusch 2005, "Chaining
algorithms for multiple genome comparison"); what an ellipsis leaves out costs little, any other gap costs more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from checker.model import Range
from checker.quotation.editing import Quoted
from checker.quotation.index import Index, Region
from checker.quotation.runs import Run

DEAREST_GAP = 6.0
"""What the widest gap in the passage costs, in matched words."""
NARROW = 6
"""Words that a gap of the passage may have beyond three times those of the quotation, to be compared in full."""


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

    @property
    def closed(self) -> bool:
        """Whether no gap of the passage is wider than `NARROW` words."""
        return all(b.s - a.s_end <= NARROW for a, b in pairwise(self.runs))

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


class Aligner:
    """Lays one quotation along regions of an index.

    Neighbouring regions mostly share the same runs, which are chained once.
    """

    def __init__(self, quoted: Quoted, index: Index) -> None:
        self.quoted, self.index = quoted, index
        self._chains: dict[tuple[int, tuple[Run, ...]], list[Run]] = {}

    def along(self, region: Region, runs: list[Run]) -> Alignment:
        """The best way along a region by the runs that the two share."""
        key = region.text, tuple(runs)
        if key not in self._chains:
            self._chains[key] = _chain(self.quoted, runs)
        words = self.index.texts[region.text].words
        filled = _merged(_filled(self.quoted, words, region, self._chains[key]))
        return Alignment(region.text, tuple(_slid(self.quoted, words, filled)))


def _chain(quoted: Quoted, runs: list[Run]) -> list[Run]:
    """The best sequence of runs that rises on both sides; overlaps are cut off the later run."""
    best: list[tuple[float, int, Run]] = []
    highest = [0.0]
    for run in runs:
        best.append(_linked(quoted, best, highest, run))
        highest.append(max(highest[-1], best[-1][0]))
    chain: list[Run] = []
    k = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while k >= 0:
        chain.append(best[k][2])
        k = best[k][1]
    return chain[::-1]


def _linked(
    quoted: Quoted, best: list[tuple[float, int, Run]], highest: list[float], run: Run
) -> tuple[float, int, Run]:
    """A run with what it adds to the best earlier one, the first of them where several serve.

    `highest[k]` is the best score before run `k`: where no more can be won, the search ends.
    """
    q, s, size = run
    top, at, kept = float(size), -1, run
    for k in range(len(best) - 1, -1, -1):
        if highest[k + 1] + size < top:
            break
        score, _, (before_q, before_s, before_size) = best[k]
        if score + size < top or before_s >= s:
            continue
        q_end, s_end = before_q + before_size, before_s + before_size
        over = max(0, q_end - q, s_end - s)
        if over >= size:
            continue
        total = score + (size - over) - _cost(quoted, (q_end, q + over), s + over - s_end, min(q, q_end))
        if total > top or (total == top and at >= 0):
            top, at, kept = total, k, Run(q + over, s + over, size - over)
    return top, at, kept


def _cost(quoted: Quoted, gap: Range, deep: int, early: int) -> float:
    """What it costs to leave out the words in a gap of the quotation and `deep` words of the text.

    An ellipsis counts from word `early` on, where the later run began before it was cut.
    """
    first, last = gap
    wide = last - first
    if not wide and not deep:
        return 0.0 if not quoted.broken(last, last) else 0.1
    if quoted.broken(early, last):
        return 0.2 + 0.3 * wide + min(0.005 * deep, DEAREST_GAP)
    if quoted.in_brackets(first, last):
        return 0.3 + 0.1 * deep
    return 0.5 + 0.2 * wide + min(0.25 * abs(deep - wide), DEAREST_GAP)


def _filled(quoted: Quoted, s: Sequence[str], region: Region, chain: list[Run]) -> list[Run]:
    """Add the single words that both sides have inside narrow gaps and at the ends."""
    if not chain:
        return []
    q, head, tail = quoted.words, chain[0], chain[-1]
    first = max(region.first, head.s - head.q - 2)
    last = min(region.last, tail.s_end + len(q) - tail.q_end + 2)
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


def _slid(quoted: Quoted, s: Sequence[str], runs: list[Run]) -> list[Run]:
    """Where the same words stand at both ends of a gap, let the gap fall on the ellipsis nearby."""
    slid = runs[:1]
    for b in runs[1:]:
        a = slid.pop()
        k = 0 if a.q_end < b.q or quoted.broken(b.q, b.q) else _shift(quoted, s, a, b)
        slid += [Run(a.q, a.s, a.size + k), Run(b.q + k, b.s + k, b.size - k)]
    return slid


def _shift(quoted: Quoted, s: Sequence[str], a: Run, b: Run) -> int:
    """How many words the gap between two runs moves to reach an ellipsis; 0 where it cannot."""
    q = quoted.words
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
