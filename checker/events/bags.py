"""Documents as weighted bags of words and of names."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from checker.events.words import Words

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
BACKGROUND = 20
"""Documents that one imagines behind every corpus, since the frequencies of five articles say little."""
_K, _B = 1.2, 0.75
_WORDS, _NAMES = 0.6, 0.4
"""Shares of the words and of the names in the likeness of two documents."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Words (stemmed) and names (single and in twos) of one document, with their counts."""

    words: Counter[str]
    names: Counter[str]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Document i has the terms `terms[starts[i]:starts[i + 1]]` with `weights`; each document has length 1."""

    terms: Ints
    weights: Floats
    starts: Ints
    size: int


def bags(read: Sequence[Words]) -> list[Bag]:
    """One bag a text. A name is a capitalised word that the corpus does not write small more often."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for words in read:
        small.update(words.small)
        large.update(form for run in words.capitals for form in run)
        large.update(dict.fromkeys(words.opening, -1))
    names = {form for form, count in large.items() if count > small[form]}
    return [_bag(words, names) for words in read]


def _bag(words: Words, names: set[str]) -> Bag:
    bag = Bag(Counter(), Counter())
    for form, count in words.small.items():
        bag.words[stem(form)] += count
    for run in words.capitals:
        before = ""
        for form in run:
            name = form in names
            bag.words[form if name else stem(form)] += 1
            if name:
                bag.names.update((form, f"{before} {form}") if before else (form,))
            before = form if name else ""
    return bag


@cache
def stem(word: str) -> str:
    """A word without its plural or verb ending; crude, the same for every form."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[-3] in "sxzh":
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def expected(term: str, name: bool) -> float:
    """The share of documents in which a term is expected before looking: short words are common, names rare."""
    if name:
        return 0.02
    size = len(term)
    return 0.3 if size <= 4 else 0.1 if size <= 6 else 0.05 if size <= 8 else 0.03


def vectors(found: Sequence[Bag]) -> Vectors:
    """BM25-weighted words and IDF-weighted names side by side, so that one dot product weighs both cosines.

    Robertson and Zaragoza 2009 for the BM25 weights.
    """
    numbers: dict[str, int] = {}
    terms: list[int] = []
    weights: list[float] = []
    starts = [0]
    word_idf = _idf([bag.words for bag in found], names=False)
    name_idf = _idf([bag.names for bag in found], names=True)
    average = sum(sum(bag.words.values()) for bag in found) / max(1, len(found)) or 1.0
    for bag in found:
        long = _K * (1 - _B + _B * sum(bag.words.values()) / average)
        parts = (
            (_WORDS, {f"w {t}": c * (_K + 1) / (c + long) * word_idf[t] for t, c in bag.words.items()}),
            (_NAMES, {f"n {t}": math.log1p(c) * name_idf[t] for t, c in bag.names.items()}),
        )
        for share, part in parts:
            length = math.sqrt(sum(w * w for w in part.values()) / share) or 1.0
            terms += [numbers.setdefault(t, len(numbers)) for t in part]
            weights += [w / length for w in part.values()]
        starts.append(len(terms))
    return Vectors(
        np.array(terms, np.int64), np.array(weights, np.float64), np.array(starts, np.int64), len(numbers)
    )


def _idf(counts: Sequence[Counter[str]], *, names: bool) -> dict[str, float]:
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    total = len(counts) + BACKGROUND
    return {t: math.log(1 + total / (n + BACKGROUND * expected(t, names))) for t, n in spread.items()}
