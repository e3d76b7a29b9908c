"""Texts that can be compared beyond what groups them: they name the same persons and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from checker.divergence.draft import Facts
from checker.divergence.told_when import of_one_story

SHARED, SMALL = 2, 60
"""Persons and bodies that two texts must share; documents up to which texts of different groups are compared."""
TELLING = frozenset({"PERSON", "ORG", "FAC"})


class Kin:
    """Which texts may be compared."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.circles = facts, facts.circles()
        self.docs = sorted(facts.documents)
        self.circle = {doc: n for n, circle in enumerate(self.circles) for doc in circle}
        self.small = len(facts.documents) <= SMALL
        self.names: dict[str, set[str]] = defaultdict(set)
        for entity in facts.entities.values() if self.small else ():
            for mention in entity.mentions if entity.type in TELLING else ():
                self.names[mention.doc].add(entity.entity)

    def grouped(self, a: str, b: str) -> bool:
        """Whether two texts are about one happening."""
        return a in self.circle and self.circle[a] == self.circle.get(b)

    def related(self, a: str, b: str) -> bool:
        """Whether two texts are about one happening, or name many of the same persons and bodies, in one story."""
        near = self.grouped(a, b) or (self.small and len(self.names[a] & self.names[b]) >= SHARED)
        return near and of_one_story(self.facts, a, b)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of texts that may be compared, in order; of a large collection, only those of one happening."""
        sets = [self.docs] if self.small else [sorted(circle) for circle in self.circles]
        return (pair for docs in sets for pair in combinations(docs, 2) if self.related(*pair))
