"""Sentences of two texts that tell one thing by their place, and words that stand in too many to tell things apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from checker.divergence.draft import Facts
from checker.model import Alignment

FEW, PRINCIPAL = 5, 0.05
"""A word in more sentences than these, and than this share of all, tells no two things apart."""
CLOSE = 0.3
"""Score from which two sentences that are nearest to each other tell one thing."""
Place = tuple[str, int]
"""A document and the number of a sentence in it."""


def sentence_pairs(facts: Facts) -> list[tuple[Alignment, Place, Place]]:
    """The sentences of all aligned passages, each of the one with each of the other; made once."""
    return facts.once("sentence-pairs", lambda: list(_sentence_pairs(facts)))


def _sentence_pairs(facts: Facts) -> Iterator[tuple[Alignment, Place, Place]]:
    numbers = {doc: {s.start: n for n, s in enumerate(p.sentences)} for doc, p in facts.parses.items()}
    for pair in facts.alignments:
        rows = [
            [(x.doc, numbers[x.doc][s.start]) for s in facts.parses[x.doc].sentences_in(x.start, x.end)]
            for x in (pair.a, pair.b)
        ]
        yield from ((pair, one, other) for one in rows[0] for other in rows[1])


def counterparts(facts: Facts, least: float) -> frozenset[tuple[Place, Place]]:
    """The pairs of sentences, both ways round, in passages that are aligned with such a score."""
    found = (
        (one, other)
        for pair, one, other in sentence_pairs(facts)
        if pair.state == "aligned" and pair.score >= least
    )
    return frozenset(row for one, other in found for row in ((one, other), (other, one)))


def nearest(facts: Facts) -> frozenset[tuple[Place, Place]]:
    """The pairs of sentences, both ways round, each of which is aligned with the other better than with any third."""
    return facts.once("nearest-sentences", lambda: frozenset(_nearest(facts)))


def _nearest(facts: Facts) -> Iterator[tuple[Place, Place]]:
    scores: dict[tuple[Place, Place], float] = {}
    best: dict[tuple[Place, str], float] = {}
    for pair, one, other in sentence_pairs(facts):
        if pair.state == "aligned":
            scores[one, other] = scores[other, one] = max(pair.score, scores.get((one, other), 0.0))
    for (one, other), score in scores.items():
        best[one, other[0]] = max(score, best.get((one, other[0]), 0.0))
    for (one, other), score in scores.items():
        if score >= max(CLOSE, best[one, other[0]], best[other, one[0]]):
            yield one, other


def widespread(sentences: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words that stand in too many sentences; each row has the different words of one."""
    rows = list(sentences)
    most = max(FEW, PRINCIPAL * len(rows))
    counts = Counter(word for row in rows for word in row)
    return frozenset(word for word, n in counts.items() if n > most)
