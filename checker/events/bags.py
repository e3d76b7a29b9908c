"""Documents as weighted bags of words and of names."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from checker.events.words import Words

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Narrow = npt.NDArray[np.int32]
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


def names(read: Sequence[Words]) -> set[str]:
    """Capitalised words that the corpus does not write small more often."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for words in read:
        small.update(words.small)
        large.update(form for run in words.capitals for form in run)
        large.update(dict.fromkeys(words.opening, -1))
    return {form for form, count in large.items() if count > small[form]}


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


class _Columns:
    """How often each document has each term, as numbers: many documents have more terms than fit as strings."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._terms, self._counts, self._sizes = array("i"), array("i"), array("i")

    def add(self, counted: Counter[str]) -> None:
        """The terms of one more document."""
        self._terms.extend(self.numbers.setdefault(term, len(self.numbers)) for term in counted)
        self._counts.extend(counted.values())
        self._sizes.append(len(counted))

    def columns(self) -> tuple[Narrow, Narrow, Narrow]:
        """Document, term and count, a row a term of a document."""
        sizes, terms, counts = (np.array(x, dtype=np.int32) for x in (self._sizes, self._terms, self._counts))
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes), terms, counts

    def idf(self, terms: Narrow, documents: int, *, names: bool) -> Floats:
        """The weight of each term."""
        total = documents + BACKGROUND
        spread = zip(self.numbers, np.bincount(terms, minlength=len(self.numbers)).tolist(), strict=True)
        return np.array([math.log(1 + total / (n + BACKGROUND * expected(t, names))) for t, n in spread])


def vectors(read: Sequence[Words]) -> tuple[Vectors, int]:
    """Weighted words and names side by side, so that one dot product weighs both cosines.

    Also the number of the first term that is a name.
    """
    known, words, called = names(read), _Columns(), _Columns()
    for text in read:
        bag = _bag(text, known)
        words.add(bag.words)
        called.add(bag.names)
    first, size = len(words.numbers), len(words.numbers) + len(called.numbers)
    one, other = _of_words(words, len(read)), _of_names(called, len(read))
    owners, weights = np.concatenate((one[0], other[0])), np.concatenate((one[2], other[2]))
    terms = np.concatenate((one[1], other[1] + np.int32(first))).astype(np.int64)
    order = np.argsort(owners, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=len(read))))).astype(np.int64)
    return Vectors(terms[order], weights[order], starts, size), first


def _of_words(words: _Columns, documents: int) -> tuple[Narrow, Narrow, Floats]:
    """Document, term and weight by BM25 (Robertson and Zaragoza 2009)."""
    owner, terms, counts = words.columns()
    size = np.bincount(owner, weights=counts, minlength=documents)
    long = _K * (1 - _B + _B * size / (size.mean() or 1.0))
    weights = counts * (_K + 1) / (counts + long[owner]) * words.idf(terms, documents, names=False)[terms]
    return owner, terms, _normed(weights, owner, _WORDS)


def _of_names(called: _Columns, documents: int) -> tuple[Narrow, Narrow, Floats]:
    """Document, term and weight by the logarithm of the count and IDF."""
    owner, terms, counts = called.columns()
    logs = np.array([math.log1p(n) for n in range(int(counts.max(initial=0)) + 1)])
    weights = logs[counts] * called.idf(terms, documents, names=True)[terms]
    return owner, terms, _normed(weights, owner, _NAMES)


def _normed(weights: Floats, owner: Narrow, share: float) -> Floats:
    """The weights of each document with the same sum of squares."""
    length = np.sqrt(np.bincount(owner, weights=weights * weights) / share)
    return np.asarray(weights / length[owner], dtype=np.float64)
