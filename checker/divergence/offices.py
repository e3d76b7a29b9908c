"""Whose office is whose: "Peru's president, Anna Marn" says that Peru's president is Anna Marn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.tables import table
from checker.model import Parse

LANDS = frozenset({"GPE", "NORP", "LOC"})
NEAR = 6
"""Tokens between an office and what it belongs to."""
Office = tuple[str, str]
"""A land's entity and the noun of an office."""


def lexicon() -> dict[str, Any]:
    """Roles and offices."""
    return table("roles")


class Offices:
    """Resolves names, titles and "he" to persons, and knows the lands for which persons hold an office."""

    def __init__(self, facts: Facts) -> None:
        self.named = places.named(facts)
        counts: dict[Office, Counter[str]] = defaultdict(Counter)
        for parse in facts.parses.values():
            for office, person in self._stated(parse):
                counts[office][person] += 1
        self.holders = {office: next(iter(held)) for office, held in sorted(counts.items()) if len(held) == 1}
        self.lands: dict[str, set[str]] = defaultdict(set)
        for (land, _), person in self.holders.items():
            self.lands[person].add(land)

    def _stated(self, parse: Parse) -> Iterator[tuple[Office, str]]:
        for i, token in enumerate(parse.tokens):
            office = self._office(parse, i)
            if office is None:
                continue
            near = (
                [*parse.children(i), token.head] if token.dep in {"appos", "compound"} else parse.children(i)
            )
            wanted = (j for j in near if j == token.head or parse.tokens[j].dep == "appos")
            persons = [e for j in wanted if (e := self.named.get((parse.doc, j))) and e.type == "PERSON"]
            yield from ((office, e.entity) for e in persons[:1])

    def _office(self, parse: Parse, i: int) -> Office | None:
        """The land and the noun of an office, where both stand in one phrase."""
        lemma = parse.tokens[i].lemma.lower()
        if lemma not in lexicon()["office"]:
            return None
        children = parse.children(i)
        under = [k for j in children if parse.tokens[j].text.lower() == "of" for k in parse.children(j)]
        near = [j for j in [*children, *under] if abs(j - i) <= NEAR and parse.tokens[j].dep != "appos"]
        former = any(
            parse.tokens[j].lemma.lower() in {"former", "deputy", "vice", "foreign", "then"} for j in children
        )
        prime = lemma != "minister" or any(parse.tokens[j].text.lower() == "prime" for j in children)
        lands = [e.entity for j in near if (e := self.named.get((parse.doc, j))) and e.type in LANDS]
        return (lands[0], lemma) if lands and prime and not former else None

    def person(self, parse: Parse, i: int) -> str | None:
        """The person that a noun or pronoun in subject place names: by name, by office, or "he" after one subject."""
        entity = self.named.get((parse.doc, i))
        if entity is not None and entity.type == "PERSON":
            return entity.entity
        if office := self._office(parse, i):
            return self.holders.get(office)
        return self._before(parse, i) if parse.tokens[i].text.lower() in {"he", "she"} else None

    def _before(self, parse: Parse, i: int) -> str | None:
        """The one person named in the sentence before, if that is its subject."""
        here = next((n for n, s in enumerate(parse.sentences) if s.first <= i < s.last), 0)
        if here == 0 or parse.sentences[here - 1].paragraph != parse.sentences[here].paragraph:
            return None
        before = parse.sentences[here - 1]
        rows = range(before.first, before.last)
        persons = {e.entity for j in rows if (e := self.named.get((parse.doc, j))) and e.type == "PERSON"}
        subjects = {
            e.entity
            for j in rows
            if parse.tokens[j].dep in {"nsubj", "nsubjpass"} and (e := self.named.get((parse.doc, j)))
        }
        return next(iter(persons)) if len(persons) == 1 and persons <= subjects else None
