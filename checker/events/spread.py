"""In how many sentences of one text each of its terms stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.events.sentences import passages, places_of
from checker.model import Document, Entity, Parse

NAME = "spread"
VERSION = "1"
REQUIRES = ("documents", "parses", "entities")


@dataclass(frozen=True, slots=True)
class Spread:
    """The number of sentences of a text, and for each term the number of those that it stands in."""

    doc: str
    sentences: int
    terms: dict[str, int]


def run(document: Document, parse: Parse, entities: Sequence[Entity]) -> Spread:
    """Counts; `entities` are those that the text mentions."""
    found = passages(document, parse, places_of(entities).get(document.doc, ()))
    terms = Counter(term for sentence in found for term in sentence.terms)
    return Spread(document.doc, len(found), dict(terms))
