"""Passages of different documents that tell the same thing.

Sentences are compared by their terms (`checker.events.likeness`). Only documents of one group are compared; in a
small corpus, all. Conflicting numbers, dates or places never part two
sentences: such a conflict is what a reader is looking for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from checker.events import rarity
from checker.events.counterparts import CALENDAR
from checker.events.likeness import Likeness
from checker.events.pairing import State, paired
from checker.events.rarity import Rarity
from checker.events.sentences import Passage, passages, places_of
from checker.model import (
    Alignment,
    Document,
    Entity,
    Group,
    Parse,
    TimeExpression,
)

NAME = "pairs"
VERSION = "3"
REQUIRES = ("documents", "parses", "groups", "entities", "times", "rarity")
ALIGNED, POSSIBLE = 0.178, 0.105
"""Similarities from which two sentences are said to tell the same thing, or possibly to do so."""
SMALL, FAR = 40, 1.25
"""Documents up to which all are compared, whatever the groups are; how much more alike sentences of different groups
must then be."""
PARTNERS = 12
"""Sentences of one other document that a sentence may be aligned with."""


def run(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    groups: Sequence[Group],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    rare: Sequence[Rarity],
) -> tuple[Alignment, ...]:
    """Aligned and possibly aligned sentences, sorted by place; `a` is in the first document by id."""
    mentions = places_of(entities)
    by_doc = {p.doc: p for p in parses}
    read = {
        d.doc: passages(d, by_doc[d.doc], mentions.get(d.doc, ()))
        for d in sorted(documents, key=lambda d: d.doc)
        if d.doc in by_doc
    }
    weights = _weights(read, rarity.together(rare))
    dates = _dates(times)
    home = {doc: group.group for group in groups for doc in group.docs}
    found = []
    for docs in _compared(read, groups):
        sentences = [s for doc in docs for s in read[doc]]
        for a, b, score in _pairs(sentences, weights, home):
            least = FAR if home.get(a.doc, a.doc) != home.get(b.doc, b.doc) else 1.0
            if score >= POSSIBLE * least:
                state: State = "aligned" if score >= ALIGNED * least else "possible"
                found.append(paired(a, b, score, state, weights, _shared_days(a, b, dates)))
    return tuple(sorted(found, key=lambda x: (x.a, x.b)))


def _weights(read: dict[str, list[Passage]], known: dict[str, float]) -> dict[str, float]:
    terms = {term for sentences in read.values() for sentence in sentences for term in sentence.terms}
    return {term: known.get(term, rarity.MOST) for term in terms}


def _compared(read: dict[str, list[Passage]], groups: Sequence[Group]) -> list[list[str]]:
    if len(read) <= SMALL:
        return [sorted(read)]
    return [sorted(doc for doc in group.docs if doc in read) for group in groups]


def _pairs(
    sentences: list[Passage], weights: dict[str, float], home: dict[str, str]
) -> Iterator[tuple[Passage, Passage, float]]:
    """Pairs from different documents, the most similar ones first, each sentence with a few partners a document."""
    near = Likeness(sentences, weights, home)
    owner = near.owner
    pairs: list[tuple[float, int, int]] = []
    for i in range(len(sentences)):
        row = near.of(i)
        found = np.flatnonzero((row >= POSSIBLE) & (owner > owner[i]))
        pairs += [(float(row[j]), i, int(j)) for j in found]
    taken: Counter[tuple[int, int]] = Counter()
    for score, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        ends = ((i, int(owner[j])), (j, int(owner[i])))
        if all(taken[end] < PARTNERS for end in ends) and _enough(sentences[i], sentences[j]):
            taken.update(ends)
            yield sentences[i], sentences[j], score


def _enough(a: Passage, b: Passage) -> bool:
    """Two shared terms at least, one of them no date: a name alone is a topic, a day alone no happening."""
    shared = a.terms.keys() & b.terms.keys()
    return len(shared) > 1 and bool(shared - CALENDAR - a.numbers)


Dates = dict[str, list[tuple[int, int, str, str]]]


def _dates(times: Sequence[TimeExpression]) -> Dates:
    """Known days by document: start and end of the words, first and last day."""
    found: Dates = {}
    for t in times:
        if t.from_ and t.to:
            found.setdefault(t.span.doc, []).append((t.span.start, t.span.end, t.from_, t.to))
    return found


def _shared_days(a: Passage, b: Passage, dates: Dates) -> set[str]:
    """Days that both sentences name: the narrower stretch of each two that overlap."""
    found: set[str] = set()
    for _, _, first, last in _within(a, dates):
        for _, _, other_first, other_last in _within(b, dates):
            if first <= other_last and other_first <= last:
                start, end = max(first, other_first), min(last, other_last)
                found.add(start if start == end else f"{start}/{end}")
    return found


def _within(sentence: Passage, dates: Dates) -> list[tuple[int, int, str, str]]:
    return [d for d in dates.get(sentence.doc, ()) if sentence.start <= d[0] and d[1] <= sentence.end]
