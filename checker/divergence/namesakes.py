"""One person under a full name and under an initial."""

from __future__ import annotations

from collections import defaultdict

from checker.model import Entity, Span


def merged(named: dict[str, list[tuple[Span, Entity]]]) -> dict[str, list[tuple[Span, Entity]]]:
    """The mentions, those of "C. Berg" as of the one Berg whose name begins with C."""
    known = {e.entity: e for rows in named.values() for _, e in rows if e.type == "PERSON"}
    full: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in known.values():
        full[_initials(entity)].append(entity)
    for rows in full.values():
        rows.sort(key=lambda e: (-len(e.name), e.entity))
    same = {
        e.entity: full[_initials(e)][0]
        for e in known.values()
        if _is_initialed(e) and len([o for o in full[_initials(e)] if not _is_initialed(o)]) == 1
    }
    return {doc: [(span, same.get(e.entity, e)) for span, e in rows] for doc, rows in named.items()}


def _initials(entity: Entity) -> tuple[str, str]:
    words = entity.name.casefold().split()
    return words[0][0], words[-1]


def _is_initialed(entity: Entity) -> bool:
    return len(entity.name.split()[0].rstrip(".")) == 1
