"""Where a document speaks of an entity."""

from __future__ import annotations

from dataclasses import dataclass

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.places import head_of, is_place
from checker.model import Entity

_PEOPLE = frozenset({"person", "per", "people"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start`..`end`, the token that governs them, what it is, and whether that token is a subject."""

    start: int
    end: int
    head: int
    entity: str
    is_person: bool
    is_body: bool
    is_subject: bool


def mentions_of(g: Grammar, entities: tuple[Entity, ...]) -> list[Mention]:
    """The mentions of the entities in one document, in text order."""
    found = []
    for entity in entities:
        person = entity.type.lower() in _PEOPLE and not is_place(g, entity)
        for span in entity.mentions:
            head = head_of(g, span.start, span.end) if span.doc == g.document.doc else None
            if head is None:
                continue
            subject = g.tokens[head].dep in SUBJECTS | PASSIVES
            body = entity.type.upper() == "ORG"
            found.append(Mention(span.start, span.end, head, entity.entity, person, body, subject))
    return sorted(found, key=lambda m: (m.start, m.end, m.entity))
