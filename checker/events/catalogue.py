"""Events that the user's catalogue names: a scene is about one when it holds one of its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.events.bags import visible
from checker.events.scenes import Scene
from checker.model import Catalogue, CatalogueEvent, Document, Entity, Event, EventDate, make_id


def named_events(
    catalogue: Catalogue,
    documents: Sequence[Document],
    scenes: dict[str, list[Scene]],
    entities: Sequence[Entity],
) -> tuple[list[Event], set[tuple[str, int]]]:
    """The catalogue's events in its own order, without those that no text mentions; and the scenes they took.

    A scene that holds terms of several events is a mention of each.
    """
    found, used = list[Event](), set[tuple[str, int]]()
    ids = {entity.name.casefold(): entity.entity for entity in entities}
    for entry in catalogue.events:
        taken = [s for d in documents for s in scenes[d.doc] if _holds(entry, d, s)]
        if taken:
            used.update((s.doc, s.order) for s in taken)
            found.append(_event(entry, taken, ids))
    return found, used


def _holds(entry: CatalogueEvent, document: Document, scene: Scene) -> bool:
    words = " ".join(visible(document, scene.span.start, scene.span.end).casefold().split())
    return any(
        re.search(rf"(?<!\w){re.escape(' '.join(term.casefold().split()))}(?!\w)", words)
        for term in entry.terms
        if term.strip()
    )


def _event(entry: CatalogueEvent, taken: list[Scene], ids: dict[str, str]) -> Event:
    when = EventDate(entry.from_, entry.to or entry.from_, "catalogue" if entry.from_ else "not told")
    people = tuple(ids.get(name.casefold(), name) for name in entry.participants)
    mentions = tuple(scene.span for scene in taken)
    ident = make_id("event", entry.label)
    return Event(ident, entry.label, when, people, mentions, "events.catalogue")
