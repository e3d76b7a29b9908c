"""Weights of terms: exact in a small corpus, coarse in a large one, where one more text hardly moves them."""

from __future__ import annotations

import math

import pytest

from checker.events import rarity
from checker.events.spread import Spread


def texts(size: int) -> list[Spread]:
    """Texts of ten sentences: every one has "treaty" in five and a word of its own, every tenth "mill" in one."""
    return [
        Spread(f"{n:03}", 10, {"treaty": 5, f"word{n}": 1} | ({"mill": 1} if n % 10 == 0 else {}))
        for n in range(size)
    ]


def test_a_small_corpus_weighs_each_term_by_its_frequency() -> None:
    weights = rarity.run(texts(3))[1].weights
    assert weights == {"treaty": math.log(1 + 80 / 16), "word1": math.log(1 + 80 / 2)}


def test_a_large_corpus_tells_frequent_terms_apart_alone() -> None:
    first = rarity.run(texts(200))[0]
    assert first.weights == {"treaty": pytest.approx(math.log(1 + 2))}
    assert rarity.together([first]) == first.weights


@pytest.mark.parametrize("more", [1, 5, 20])
def test_a_text_more_moves_no_weight_of_the_others(more: int) -> None:
    before, after = rarity.run(texts(200)), rarity.run(texts(200 + more))
    assert after[: len(before)] == before


def test_no_text_weighs_nothing() -> None:
    assert rarity.run([]) == ()
    assert rarity.run([Spread("a", 0, {})]) == (rarity.Rarity("a", {}),)
