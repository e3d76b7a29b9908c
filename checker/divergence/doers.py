"""Who does it, and whether two names for a doer can be one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.divergence import places
from checker.divergence.draft import PRONOUNS, Facts
from checker.divergence.tables import table
from checker.model import Parse, Span

BODY = {"PERSON": "person", "GPE": "land", "NORP": "land", "ORG": "body"}
SEVERAL = frozenset(
    {"several", "many", "some", "most", "few", "two", "three", "four", "both", "various", "numerous"}
)
COLLECTIVE = frozenset(
    {
        "board",
        "council",
        "committee",
        "parliament",
        "assembly",
        "jury",
        "commission",
        "senate",
        "panel",
        "chamber",
    }
)
"""Bodies that decide together: what one of them does, no single person does."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "to"})
UNDONE = MODALS | {"if", "unless", "whether"}


def lexicon() -> dict[str, Any]:
    """The tables of `deeds.toml`."""
    return table("deeds")


@cache
def bodies() -> dict[str, str]:
    """Noun lemma -> kind of body."""
    return {noun: kind for kind, nouns in lexicon()["bodies"].items() for noun in nouns}


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is said to have done it: `head` is the noun, `entity` whom it names, `several` whether it is a group."""

    span: Span
    head: str
    entity: str | None
    kind: str | None
    several: bool


class Doers:
    """Reads doers from texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.named = facts, places.named(facts)

    def subject(self, parse: Parse, i: int) -> Doer | None:
        """The subject of a verb, or of the verb that it is joined to."""
        chain = [i, *(j for j in parse.ancestors(i) if parse.tokens[i].dep == "conj")][:2]
        found = (k for j in chain for k in parse.children(j) if parse.tokens[k].dep in SUBJECTS)
        return self.doer(parse, next(found, None))

    def doer(self, parse: Parse, j: int | None) -> Doer | None:
        """The noun as a doer; None for a pronoun, a thing, or what stands before a dash in a dateline."""
        if (
            j is None
            or parse.tokens[j].text.lower() in PRONOUNS
            or parse.tokens[j].pos not in {"NOUN", "PROPN"}
        ):
            return None
        lemma, entity = parse.tokens[j].lemma.lower(), self.named.get((parse.doc, j))
        kind = BODY.get(entity.type) if entity else bodies().get(lemma)
        words = [
            k for k in parse.subtree(j) if abs(k - j) < 8 and parse.tokens[k].dep not in {"relcl", "appos"}
        ]
        words = [
            k
            for k in words
            if k <= j or (parse.tokens[k].head in {j, j + 1} and parse.tokens[k].dep != "punct")
        ]
        several = parse.tokens[j].tag == "NNS" and any(
            parse.tokens[k].lemma.lower() in SEVERAL for k in words
        )
        span = Span(parse.doc, *parse.range_of([*words, j]))
        after = self.facts.documents[parse.doc].text[span.end : parse.tokens[parse.tokens[j].head].start]
        if any(mark in after for mark in ("—", " - ", "–", "(")):
            return None
        return Doer(span, lemma, entity.entity if entity else None, kind, several)

    def key(self, parse: Parse, j: int) -> str:
        """The entity that a token names, else its lemma."""
        return places.key(self.facts, parse, j)

    def clash(self, a: Doer, b: Doer) -> bool:
        """Whether two doers cannot be one: two persons, two lands, or bodies of different kinds."""
        if a.entity and b.entity:
            return (
                a.entity != b.entity
                and a.kind == b.kind
                and a.kind in {"person", "land"}
                and not _alike(a, b)
            )
        if {a.kind, b.kind} & {"person"} and (a.head in COLLECTIVE or b.head in COLLECTIVE):
            return a.kind != b.kind
        one, other = self._body(a), self._body(b)
        return one is not None and other is not None and one != other

    def _body(self, doer: Doer) -> str | None:
        """The kind of body by the last noun, also in a name ("the Zenda Foundation")."""
        if doer.kind in {"person", "land"}:
            return None
        return bodies().get(doer.head)


def _alike(a: Doer, b: Doer) -> bool:
    return a.head[:4] == b.head[:4]


def undone(parse: Parse, i: int) -> bool:
    """Whether a deed is negated, wished, possible or only thought of."""
    children = [parse.tokens[j] for j in parse.children(i)]
    return any(
        t.dep == "neg" or (t.dep in {"aux", "mark", "advmod"} and t.lemma.lower() in UNDONE) for t in children
    )
