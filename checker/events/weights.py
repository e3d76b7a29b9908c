"""How much a term tells: inverse frequency over sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from checker.events.sentences import Passage

BEHIND, EXPECTED = 50, 0.02
"""Sentences imagined behind every corpus, and the share of them that a term is expected in."""


def idf(read: Iterable[list[Passage]]) -> dict[str, float]:
    """Weight of each term of the sentences; the background keeps the words of a small corpus apart."""
    spread: Counter[str] = Counter()
    total = 0
    for sentences in read:
        total += len(sentences)
        for sentence in sentences:
            spread.update(sentence.terms.keys())
    return exact(spread, total)


def exact(spread: Mapping[str, int], sentences: int) -> dict[str, float]:
    """What each term weighs that stands in so many of the sentences."""
    return {t: weight(share) for t, share in shares(spread, sentences).items()}


def shares(spread: Mapping[str, int], sentences: int) -> dict[str, float]:
    """The share of so many sentences that each term stands in, the background with them."""
    return {t: (n + BEHIND * EXPECTED) / (sentences + BEHIND) for t, n in spread.items()}


def weight(share: float) -> float:
    """What a term weighs that stands in this share of the sentences."""
    return math.log(1 + 1 / share)
