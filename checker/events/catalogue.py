"""Events that the user's catalogue names: a scene is about one when it holds one of its terms, or goes with such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.events.days import gap, stretch
from checker.events.passing import in_passing
from checker.events.scenes import Scene
from checker.events.words import visible
from checker.model import Catalogue, CatalogueEvent, Document, Entity, Event, EventDate, Parse, make_id


def named_events(
    catalogue: Catalogue,
    documents: Sequence[Document],
    scenes: dict[str, list[Scene]],
    entities: Sequence[Entity],
    parses: Mapping[str, Parse],
) -> tuple[list[Event], dict[tuple[str, int], str]]:
    """The catalogue's events in its own order, without those that no text mentions; and whose each scene is.

    A scene that holds terms of several events is a mention of each; it is the first one's. One that has terms only in
    passing, as the time of something else, is none.
    """
    found, owner = list[Event](), dict[tuple[str, int], str]()
    ids = {entity.name.casefold(): entity.entity for entity in entities}
    for entry in catalogue.events:
        taken = [
            s
            for d in documents
            for s in scenes[d.doc]
            if _holds(entry, d, s, parses[d.doc]) and _may_tell(entry, d, s)
        ]
        if taken:
            event = _event(entry, taken, ids)
            found.append(event)
            for scene in taken:
                owner.setdefault((scene.doc, scene.order), event.event)
    return found, owner


def shared_out(cluster: list[Scene], owner: Mapping[tuple[str, int], str]) -> tuple[str | None, list[Scene]]:
    """Which named event a discovered cluster is, if most of its scenes are that one's; and its free scenes."""
    owners = Counter(owner[s.doc, s.order] for s in cluster if (s.doc, s.order) in owner)
    free = [s for s in cluster if (s.doc, s.order) not in owner]
    most = next(iter(owners.most_common(1)), None)
    return (most[0] if most and 2 * most[1] > len(cluster) else None), free


def with_scenes(event: Event, scenes: Sequence[Scene]) -> Event:
    """The event with further mentions."""
    return replace(event, mentions=tuple(sorted({*event.mentions, *(scene.span for scene in scenes)})))


def _holds(entry: CatalogueEvent, document: Document, scene: Scene, parse: Parse) -> bool:
    words = " ".join(visible(document, scene.span.start, scene.span.end).casefold().split())
    return any(
        re.search(_pattern(term.casefold()), words) and not _only_in_passing(term, document, scene, parse)
        for term in entry.terms
        if term.strip()
    )


def _only_in_passing(term: str, document: Document, scene: Scene, parse: Parse) -> bool:
    places = re.compile(_pattern(term), re.IGNORECASE)
    found = [m.span() for m in places.finditer(document.text, scene.span.start, scene.span.end)]
    return bool(found) and all(in_passing(parse, *place) for place in found)


def _pattern(term: str) -> str:
    words = r"\s+".join(map(re.escape, term.split()))
    return rf"(?<!\w){words}(?!\w)"


def _may_tell(entry: CatalogueEvent, document: Document, scene: Scene) -> bool:
    """Whether a scene of a document that is older than the event announces it: by a time that may be the event's."""
    when = stretch(entry.from_, entry.to or entry.from_)
    if when is None or document.published is None or document.published.to >= when[0].isoformat():
        return True
    return any(gap(days, when) <= 0 for t in scene.times if (days := stretch(t.from_, t.to)))


def _event(entry: CatalogueEvent, taken: list[Scene], ids: dict[str, str]) -> Event:
    when = EventDate(entry.from_, entry.to or entry.from_, "catalogue" if entry.from_ else "not told")
    people = tuple(ids.get(name.casefold(), name) for name in entry.participants)
    mentions = tuple(scene.span for scene in taken)
    ident = make_id("event", entry.label)
    return Event(ident, entry.label, when, people, mentions, "events.catalogue")
