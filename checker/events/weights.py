"""How much a term tells: inverse frequency over sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from checker.events.sentences import Passage

BEHIND, EXPECTED = 50, 0.02
"""Sentences imagined behind every corpus, and the share of them that a term is expected in."""


def idf(read: Iterable[list[Passage]]) -> dict[str, float]:
    """Weight of each term of the sentences; the background keeps the words of a small corpus apart."""
    spread: Counter[str] = Counter()
    total = BEHIND
    for sentences in read:
        total += len(sentences)
        for sentence in sentences:
            spread.update(sentence.terms.keys())
    return {t: math.log(1 + total / (n + BEHIND * EXPECTED)) for t, n in spread.items()}
