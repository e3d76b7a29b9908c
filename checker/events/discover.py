"""Events: what a catalogue names, and what several texts, or one with a date, tell as having happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from checker.events.captions import Naming, unused
from checker.events.catalogue import named_events, shared_out, with_scenes
from checker.events.clustering import clusters
from checker.events.coherence import of_one_company, of_one_deed
from checker.events.cutting import cuts
from checker.events.days import Days, day, gap, is_narrow, length, stretch
from checker.events.labels import label
from checker.events.references import Reference, references
from checker.events.referred import unclaimed, with_references
from checker.events.retold import with_retold
from checker.events.scenes import Scene, scenes
from checker.events.sentences import Passage, passages, places_of
from checker.events.spoken import one_utterance
from checker.events.told import tells_past
from checker.model import (
    Alignment,
    Catalogue,
    Document,
    Entity,
    Event,
    EventDate,
    Group,
    Parse,
    Quotation,
    Span,
    TimeExpression,
    make_id,
)

NAME = "events"
VERSION = "3"
REQUIRES = ("documents", "parses", "groups", "entities", "times", "quotations", "pairs", "catalogue")
SMALL = 40
"""Documents up to which all are searched together, whatever the groups are."""
MOST = 1500
"""Scenes of a group that are compared; what stands far down in the texts of a very large group is left alone."""
_PARTICIPANTS = 6


def run(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    groups: Sequence[Group],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    quotations: Sequence[Quotation],
    alignments: Sequence[Alignment],
    catalogue: Catalogue,
) -> tuple[Event, ...]:
    """Events with the passages that tell them, sorted by date and place; the catalogue's come first.

    A passage is one to four sentences and belongs to one event; a sentence in it that tells another event too is that
    one's as well. Passages without a date that no other document tells are background or opinion, and make no event.
    """
    by_doc = {p.doc: p for p in parses}
    ordered = sorted((d for d in documents if d.doc in by_doc), key=lambda d: d.doc)
    places = places_of(entities)
    read = {d.doc: passages(d, by_doc[d.doc], places.get(d.doc, ())) for d in ordered}
    told = _scenes(read, by_doc, times, {})
    again = cuts(told, by_doc, (*alignments, *one_utterance(quotations, told, by_doc)))
    told |= _scenes({doc: rows for doc, rows in read.items() if doc in again}, by_doc, times, again)
    named, owner = named_events(catalogue, ordered, told, entities, by_doc)
    texts = {d.doc: d for d in ordered}
    aligned: dict[str, list[Alignment]] = {}
    spoken = list(one_utterance(quotations, told, by_doc))
    for alignment in (*alignments, *spoken):
        aligned.setdefault(alignment.a.doc, []).append(alignment)
    naming = _naming(by_doc, entities, told)
    issued = {d.doc: day(d.published.to) for d in ordered if d.published}
    published = {doc: when for doc, when in issued.items() if when}
    found: list[Event] = []
    labels = {event.label for event in named}
    more: dict[str, list[Scene]] = {event.event: [] for event in named}
    home = {doc: group.group for group in groups for doc in group.docs}
    for docs, group in _together([d.doc for d in ordered], groups):
        free = _first([s for doc in docs for s in told[doc] if _named(s)])
        near = [a for doc in docs for a in aligned.get(doc, ())]
        for cluster in clusters(free, near, published, home, _happened):
            known, own = shared_out(cluster, owner)
            if known:
                more[known] += own
            elif own and (len(own) == len(cluster) or _happened(own)):
                found.append(_event(own, texts, naming, group, labels))
    named = [with_scenes(e, [s for s in more[e.event] if not _older(texts[s.doc], e.date)]) for e in named]
    by_home: dict[str, list[Event]] = {}
    every = [scene for scenes in told.values() for scene in scenes]
    one, sure = list(of_one_deed(alignments, every)), [*spoken, *of_one_company(alignments, every)]
    homes = [event.mentions[0].doc for event in found]
    within = {(s.doc, s.start): scene.on for scene in every if scene.on for s in scene.sentences}
    retold = with_retold(found, one, sure, times, within, published, lambda s: tells_past(by_doc[s.doc], s))
    for doc, event in zip(homes, retold, strict=True):
        by_home.setdefault(doc, []).append(event)
    found = []
    for docs, _ in _together([d.doc for d in ordered], groups):
        said = {doc: references(told[doc], by_doc[doc], places.get(doc, ())) for doc in docs}
        here = with_references([e for doc in docs for e in by_home.get(doc, ())], said, published)
        for title, refs in unclaimed([*named, *here], said):
            here.append(_event(_sentences(refs, told), texts, naming, None, labels, title))
        found += here
    return (*named, *sorted(found, key=lambda e: (e.date.from_ or "~", e.mentions[0], e.event)))


def _scenes(
    read: Mapping[str, Sequence[Passage]],
    parses: dict[str, Parse],
    times: Sequence[TimeExpression],
    cuts: Mapping[str, Collection[int]],
) -> dict[str, list[Scene]]:
    dates: dict[str, list[TimeExpression]] = {}
    for time in times:
        dates.setdefault(time.span.doc, []).append(time)
    return {
        doc: scenes(rows, parses[doc], dates.get(doc, ()), cuts.get(doc, ())) for doc, rows in read.items()
    }


def _sentences(refs: Sequence[Reference], told: dict[str, list[Scene]]) -> list[Scene]:
    """The sentences of references as scenes of their own, each dated where its own clause names a time."""
    found: dict[Span, Scene] = {}
    for r in refs:
        for scene in told[r.span.doc]:
            alone = tuple(s for s in scene.sentences if s.start == r.span.start)
            if alone:
                found[r.span] = replace(
                    scene, sentences=alone, terms=alone[0].terms, days=r.days if r.timed else ()
                )
    return list(found.values())


def _together(docs: list[str], groups: Sequence[Group]) -> list[tuple[list[str], str | None]]:
    """Which documents are searched for common events, and the group that they are."""
    if len(docs) > SMALL:
        return [(sorted(g.docs), g.group) for g in groups]
    return [(docs, groups[0].group if len(groups) == 1 else None)]


def _first(free: list[Scene]) -> list[Scene]:
    """As many scenes as can be compared with each other: those nearest to the heads of their documents."""
    kept = sorted(free, key=lambda s: (s.order, s.doc))[:MOST]
    return sorted(kept, key=lambda s: (s.doc, s.order))


def _named(scene: Scene) -> bool:
    return any(s.names for s in scene.sentences)


def _happened(cluster: list[Scene]) -> bool:
    """Told as past or as the terms of a text, by two documents, or beside a time; else background or opinion.

    What one text tells somebody to have said, another may tell in the present.
    """
    telling = [scene for scene in cluster if scene.told or scene.of_text or scene.dated is not None]
    spoken = [scene for scene in cluster if any(s.voice.role or s.voice.speakers for s in scene.sentences)]
    said = spoken if any(scene.told for scene in spoken) else []
    if len({scene.doc for scene in (*telling, *said)}) > 1:
        return True
    return any(scene.placed for scene in telling) and any(scene.told for scene in cluster)


def _naming(parses: dict[str, Parse], entities: Sequence[Entity], scenes: dict[str, list[Scene]]) -> Naming:
    spread = Counter(t for found in scenes.values() for scene in found for t in scene.terms)
    names = {entity.entity: entity.name for entity in entities}
    return Naming(parses, names, spread, sum(map(len, scenes.values())))


def _event(
    cluster: list[Scene],
    documents: dict[str, Document],
    naming: Naming,
    group: str | None,
    taken: set[str],
    title: str = "",
) -> Event:
    """An event under its `title`, else under one from its words; its label is added to those `taken`."""
    ordered = sorted(cluster, key=lambda s: (s.doc, s.order))
    when = _date(ordered)
    ordered = [s for s in ordered if not _older(documents[s.doc], when) and not _beyond(s, when)] or ordered
    mentions = tuple(scene.span for scene in ordered)
    who = _participants(ordered)
    name = unused([title], taken) if title else label(ordered, naming, when, who, taken)
    taken.add(name)
    first = mentions[0]
    ident = make_id("event", documents[first.doc].text_sha256, first.start, first.end, *filter(None, [title]))
    return Event(ident, name, when, who, mentions, "events.discovered", group)


def _older(document: Document, when: EventDate) -> bool:
    """Whether the document was published before the thing happened: what resembles it there is something else."""
    published = document.published
    return bool(published and when.from_ and published.to < when.from_)


def _beyond(scene: Scene, when: EventDate) -> bool:
    """Whether a scene tells nothing past and names only other days than the event's: a reference, a note."""
    own = stretch(when.from_, when.to)
    days = [d for t in scene.times if (d := stretch(t.from_, t.to))]
    if own is None or scene.told or length(own) > 1 or not all(d[0] == d[1] for d in days):
        return False
    return bool(days) and all(gap(d, own) > 0 for d in days)


def _date(cluster: list[Scene]) -> EventDate:
    """The stretch of days that most documents name, the narrower of two."""
    votes: Counter[Days] = Counter()
    for _, days in sorted({(scene.doc, d) for scene in cluster for d in scene.days}):
        votes[days] += 1
    if not votes:
        return EventDate(None, None, "not told")
    best = min(votes, key=lambda d: (not is_narrow(d), -votes[d], length(d), d))
    basis = f"told in {votes[best]} document{'s' if votes[best] > 1 else ''}"
    return EventDate(best[0].isoformat(), best[1].isoformat(), basis)


def _participants(cluster: list[Scene]) -> tuple[str, ...]:
    """Who is named in most of the scenes, the most often named first."""
    scenes_with: Counter[str] = Counter(e for scene in cluster for e in scene.entities)
    enough = max(1, len(cluster) / 3)
    often = [e for e in scenes_with if scenes_with[e] >= enough]
    return tuple(sorted(often, key=lambda e: (-scenes_with[e], e))[:_PARTICIPANTS])
