"""Which sentences of one wording stand for which of another.

Sentences are paired in order by dynamic programming over their shared words of content (as in sentence alignment:
Gale & Church 1993); a sentence that another wording cuts in two or three is then put together again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from checker.model import Range
from checker.quotation.fold import Folded
from checker.quotation.lexicon import is_content
from checker.quotation.senses import stem
from checker.quotation.sentences import sentence_ranges

MOST_PAIRS = 40_000
"""Pairs of sentences that are compared; of what is longer, nothing is said."""
ENOUGH, MANY = 2, 3
"""Shared stems that pair two sentences: two where they are more than `MOST`, three where they are `HALF`."""
HALF, MOST = 0.5, 0.67
SAME = 0.6
"""Share of the words of a short sentence that stand in the other in order, if all its words of content do."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words `a` of one wording stand for words `b` of another; without a partner one of the two is empty."""

    a: Range
    b: Range

    @property
    def paired(self) -> bool:
        """Whether both sides have words."""
        return self.a[0] < self.a[1] and self.b[0] < self.b[1]


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    stems: tuple[str, ...]


def blocks(a: Folded, b: Folded) -> list[Block]:
    """Pair the sentences of two wordings; the blocks cover both in order. [] where no two sentences agree."""
    left, right = sentence_ranges(a), sentence_ranges(b)
    if len(left) * len(right) > MOST_PAIRS:
        return []
    ours, theirs = _read(a, left), _read(b, right)
    pairs = _extended(ours, theirs, _paired(ours, theirs))
    return _covering(left, right, pairs) if pairs else []


def _read(text: Folded, ranges: Sequence[Range]) -> list[_Sentence]:
    words = [text.words[i:j] for i, j in ranges]
    return [_Sentence(each, tuple(stem(word) for word in each if is_content(word))) for each in words]


def _agreement(a: _Sentence, b: _Sentence) -> int:
    """How many stems two sentences share, 0 where they are too few to say that one stands for the other."""
    shared = sum((Counter(a.stems) & Counter(b.stems)).values())
    fewest = min(len(a.stems), len(b.stems))
    if (shared >= ENOUGH and shared > MOST * fewest) or (shared >= MANY and shared >= HALF * fewest):
        return shared
    short, long = sorted((a.words, b.words), key=len)
    all_of_it = 0 < shared == fewest and len(short) >= MANY
    return shared if all_of_it and LCSseq.similarity(short, long) >= SAME * len(short) else 0


def _paired(ours: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> list[tuple[Range, Range]]:
    """The pairs of single sentences, rising on both sides, that share the most."""
    score = [[_agreement(a, b) for b in theirs] for a in ours]
    best = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            both = score[i][j] and score[i][j] + best[i + 1][j + 1]
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs) and best[i][j]:
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs.append(((i, i + 1), (j, j + 1)))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _extended(
    ours: Sequence[_Sentence], theirs: Sequence[_Sentence], pairs: list[tuple[Range, Range]]
) -> list[tuple[Range, Range]]:
    """Let a pair take in the sentences beside it that stand for what is left of the other side."""
    extended: list[tuple[Range, Range]] = []
    for k, (a, b) in enumerate(pairs):
        low_a, low_b = (extended[-1][0][1], extended[-1][1][1]) if extended else (0, 0)
        high_a, high_b = (
            (pairs[k + 1][0][0], pairs[k + 1][1][0]) if k + 1 < len(pairs) else (len(ours), len(theirs))
        )
        a = _grown(ours, a, (low_a, high_a), theirs[b[0]])
        b = _grown(theirs, b, (low_b, high_b), ours[a[0]]) if a[1] - a[0] == 1 else b
        extended.append((a, b))
    return extended


def _grown(side: Sequence[_Sentence], held: Range, limits: Range, other: _Sentence) -> Range:
    first, last = held
    left = Counter(other.stems) - Counter(side[first].stems)
    while last < limits[1] and _is_rest(side[last], other, left):
        left -= Counter(side[last].stems)
        last += 1
    while first > limits[0] and _is_rest(side[first - 1], other, left):
        left -= Counter(side[first - 1].stems)
        first -= 1
    return first, last


def _is_rest(one: _Sentence, other: _Sentence, left: Counter[str]) -> bool:
    return (
        bool(left)
        and _agreement(one, _Sentence(other.words, tuple(left.elements()))) >= len(set(one.stems)) > 0
    )


def _covering(
    left: Sequence[Range], right: Sequence[Range], pairs: Sequence[tuple[Range, Range]]
) -> list[Block]:
    """The pairs as word ranges, with blocks of one side alone for the sentences between them."""
    found: list[Block] = []
    i = j = 0
    end_a, end_b = left[-1][1], right[-1][1]
    for (a1, a2), (b1, b2) in [*pairs, ((len(left), len(left)), (len(right), len(right)))]:
        low_a, low_b = (
            (left[a1][0] if a1 < len(left) else end_a),
            (right[b1][0] if b1 < len(right) else end_b),
        )
        found += [
            block
            for block in (Block((i, low_a), (j, j)), Block((low_a, low_a), (j, low_b)))
            if block.a != block.b
        ]
        if a1 < a2:
            i, j = left[a2 - 1][1], right[b2 - 1][1]
            found.append(Block((low_a, i), (low_b, j)))
    return [block for block in found if block.a[0] < block.a[1] or block.b[0] < block.b[1]]
