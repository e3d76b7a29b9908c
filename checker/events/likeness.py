"""How alike two sentences are: by their terms, those of their neighbours, how much they share, and what is usual."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from checker.events.bags import Floats, Ints, Vectors
from checker.events.linkage import Rows
from checker.events.sentences import Passage

_OWN, _AROUND, _SHARED, _USUAL, _NOTHING = 0.696, 0.174, 0.0261, 0.174, 0.08
"""Weights of the cosine of two sentences' terms (TF-IDF) and of the cosine of those with their neighbours; of how
much they share, since two shared words are little proof in short sentences and ten are much in long ones; what is
taken away for being like some sentence of every document, as those are that only name the topic, and as any two
sentences are a little. Set on ECB+ and SuperPAL together; the third and fourth are worth .02 of F1."""
_WINDOW = 0.5

Weighted = dict[str, float]


class Likeness:
    """Likenesses of the sentences of several documents, which stand document by document.

    `home` gives the group of each document that is in one: what is usual is what is so in that.
    """

    def __init__(
        self, sentences: Sequence[Passage], value: dict[str, float], home: Mapping[str, str]
    ) -> None:
        own = [{t: (1 + math.log(c)) * value[t] for t, c in s.terms.items()} for s in sentences]
        parts = _units(own, "o", _OWN), _units(_windows(sentences, own), "w", _AROUND)
        self._cosines = Rows(_vectors(zip(*parts, strict=True)))
        self._products = Rows(_vectors((row,) for row in own))
        docs = [s.doc for s in sentences]
        self._heads = np.array([i for i, doc in enumerate(docs) if not i or docs[i - 1] != doc], np.int64)
        self.owner = np.repeat(np.arange(len(self._heads)), np.diff(np.append(self._heads, len(sentences))))
        groups = np.array([home.get(docs[head], docs[head]) for head in self._heads])
        self._kin = [np.flatnonzero(groups == group) for group in groups]
        self._usual = np.array([self._best_elsewhere(i) for i in range(len(sentences))])

    def of(self, i: int) -> Floats:
        """Likeness of sentence i with each sentence; what it is with those of its own document means nothing."""
        shared = np.sqrt(np.maximum(self._products.of(i), 0.0))
        usual = (self._usual[i] + self._usual) / 2
        return np.asarray(
            self._cosines.of(i) + _SHARED * shared - _USUAL * usual - _NOTHING, dtype=np.float64
        )

    def _best_elsewhere(self, i: int) -> float:
        """The mean, over the other documents of its group, of the cosine with the nearest sentence."""
        best = np.maximum.reduceat(self._cosines.of(i), self._heads) / (_OWN + _AROUND)
        own = self.owner[i]
        others = len(self._kin[own]) - 1
        return float((best[self._kin[own]].sum() - best[own]) / others) if others else 0.0


def _windows(sentences: Sequence[Passage], own: list[Weighted]) -> list[Weighted]:
    """The terms of each sentence with half of what its neighbours weigh."""
    windows = [dict(weights) for weights in own]
    for (i, a), (j, b) in pairwise(enumerate(sentences)):
        if a.doc == b.doc:
            _add(windows[i], own[j])
            _add(windows[j], own[i])
    return windows


def _add(window: Weighted, neighbour: Weighted) -> None:
    for term, weight in neighbour.items():
        window[term] = window.get(term, 0.0) + _WINDOW * weight


def _units(rows: Iterable[Weighted], mark: str, share: float) -> Iterable[Weighted]:
    """Each row scaled so that its product with itself is `share`."""
    for row in rows:
        length = math.sqrt(sum(w * w for w in row.values()) / share) or 1.0
        yield {f"{mark} {t}": w / length for t, w in row.items()}


def _vectors(rows: Iterable[Iterable[Weighted]]) -> Vectors:
    """One sparse vector for the parts of each row."""
    numbers: dict[str, int] = {}
    terms, weights, starts = list[int](), list[float](), [0]
    for parts in rows:
        for part in parts:
            terms += [numbers.setdefault(t, len(numbers)) for t in part]
            weights += part.values()
        starts.append(len(terms))
    return Vectors(_ints(terms), np.array(weights, np.float64), _ints(starts), len(numbers))


def _ints(values: list[int]) -> Ints:
    return np.array(values, np.int64)
