"""The sentences of all texts by their words, and which of them are counterparts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.divergence import givers, places
from checker.divergence.counterparts import Place
from checker.divergence.draft import Facts
from checker.divergence.kindred import kin
from checker.divergence.matches import matches
from checker.divergence.told_when import clock
from checker.model import Span

SURE, TOLD, TIED = 0.3, 0.9, 0.25
"""Score of aligned sentences, and of paired clauses, that tell one thing; of those that may."""
AROUND = 1
"""Sentences before and after one that make a passage with it."""
CLOSE_BY = 3
"""Sentences from one to another that tell of one matter."""
UNKNOWN = 0.5
"""The weight of a word that no clause has as its own."""


def passages(facts: Facts) -> Passages:
    """The sentences of all texts; made once."""
    return facts.once("passages", lambda: Passages(facts))


class Passages:
    """Looks for what some sentences share in other texts. `near` are all words of a sentence, `told` those of its
    clauses, without the words that say when or who says it.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts, self.clock, self.matches = facts, clock(facts), matches(facts)
        self.persons = {f"@{e.entity}" for e in facts.entities.values() if e.type == "PERSON"}
        self.near: dict[Place, frozenset[str]] = {}
        self.told: dict[Place, set[str]] = defaultdict(set)
        self.headings: set[Place] = set()
        self.beside: dict[str, list[frozenset[str]]] = {}
        self.alias = places.aliases(facts)
        for row in self.matches.rows:
            place = row.doc, row.sentence
            self.near[place] = row.near
            self.told[place] |= row.keys - row.timely
            self.headings |= {place} if row.heading else set()
        self.partners: dict[Place, dict[Place, float]] = defaultdict(dict)
        self.ties: set[tuple[Place, str]] = set()
        self._join()

    def _join(self) -> None:
        for (one, other), score in self.matches.aligned.items():
            if score >= SURE:
                self.partners[one][other] = score
            if score >= TIED:
                self.ties.add((one, other[0]))
        for pair in (p for p in self.matches.known if p.a.negative == p.b.negative):
            for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
                one, other = (a.doc, a.sentence), (b.doc, b.sentence)
                self.ties.add((one, b.doc))
                if pair.score >= TOLD:
                    self.partners[one].setdefault(other, 0.0)

    def weight(self, key: str) -> float:
        """How rare a word is."""
        return self.matches.weight.get(key, UNKNOWN)

    def shown(self, key: str) -> str:
        """A word for a reader."""
        return self.facts.entity_name(key[1:]) if key.startswith("@") else key

    def sentence(self, place: Place) -> Span:
        """The words of a sentence."""
        found = self.facts.parses[place[0]].sentences[place[1]]
        return Span(place[0], found.start, found.end)

    def counterparts(
        self, place: Place, docs: frozenset[str], keys: frozenset[str]
    ) -> list[tuple[Place, frozenset[str]]]:
        """The surest counterpart of a sentence in each text, with the words of `keys` that it has."""
        best: dict[str, Place] = {}
        near = {p: s for p, s in self.partners[place].items() if p[0] in docs and p in self.near}
        for other in sorted(near, key=lambda p: (-near[p], p)):
            best.setdefault(other[0], other)
        return [(other, shared(keys, self.near[other])) for other in best.values()]

    def tied(self, doc: str, rows: Iterable[Place]) -> bool:
        """Whether a text may have a counterpart of one of the sentences."""
        return any((place, doc) in self.ties for place in rows)

    def beside_told(self, doc: str, rows: Iterable[Place]) -> bool:
        """Whether a text tells a sentence close by one of them: it treats the matter and leaves this out."""
        near = ((d, m) for d, n in rows for m in range(n - CLOSE_BY, n + CLOSE_BY + 1) if m != n)
        return any(other[0] == doc for place in near for other in self.partners.get(place, ()))

    def hears(self, doc: str, place: Place) -> bool:
        """Whether a text gives any words of a person who is named in a sentence or in the one before it."""
        near = self.near.get(place, frozenset()) | self.near.get((place[0], place[1] - 1), frozenset())
        names = {self.shown(key).split()[-1] for key in near & self.persons}
        said = self.facts.said.get(doc, ())
        return any(t.text in names for a in said for t in givers.source_tokens(self.facts, a))

    def held(self, doc: str, keys: dict[str, float]) -> float:
        """The most of the weight of the words that a passage of a text has, as a share."""
        wanted, whole = frozenset(keys), sum(keys.values())
        found = (shared(wanted, passage) for passage in self.around(doc))
        return max((sum(keys[k] for k in held) / whole for held in found), default=0.0)

    def around(self, doc: str) -> list[frozenset[str]]:
        """The words of each sentence of a text and of those right beside it."""
        if doc not in self.beside:
            nothing: frozenset[str] = frozenset()
            numbers = [n for d, n in self.near if d == doc]
            rows = (range(n - AROUND, n + AROUND + 1) for n in numbers)
            self.beside[doc] = [
                nothing.union(*(self.near.get((doc, m), nothing) for m in row)) for row in rows
            ]
        return self.beside[doc]


def shared(keys: frozenset[str], words: frozenset[str]) -> frozenset[str]:
    """Those of the keys that are among the words, or kindred to one of them."""
    missing = keys - words
    if not missing:
        return keys
    kindred = frozenset(name for word in words for name in kin(word))
    return keys - frozenset(k for k in missing if not kin(k) & kindred)
