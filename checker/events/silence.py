"""When the silence of a text on an event is proved: it must have had the event before it, and others tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.events.counterparts import Place, days_named, inside
from checker.events.days import day
from checker.events.sentences import Passage
from checker.model import Alignment, Document, Event, Parse, Provenance, Span, TimeExpression, first_joined

NEIGHBOURS, DAYS, VOICES, SENTENCES = 2, 7, 2, 2
"""Neighbouring events told, how near they are, other voices that tell the event, and in how many sentences each."""


@dataclass(frozen=True, slots=True)
class Circle:
    """What the proof rests on: `partners` are the documents that a sentence is surely aligned with.

    `days` are those that a sentence names; `voices` gives who speaks, texts of shared wording being one voice.
    """

    parses: Mapping[str, Parse]
    sentences: dict[str, list[Passage]]
    events: tuple[Event, ...]
    partners: dict[Place, set[str]]
    days: dict[Place, frozenset[str]]
    voices: dict[str, str]


def circle(
    parses: Mapping[str, Parse],
    sentences: dict[str, list[Passage]],
    events: Sequence[Event],
    alignments: Sequence[Alignment],
    provenance: Sequence[Provenance],
    times: Sequence[TimeExpression],
) -> Circle:
    """Looks up what is asked for event by event."""
    partners: dict[Place, set[str]] = defaultdict(set)
    for pair in alignments:
        if pair.state == "aligned":
            partners[pair.a.doc, pair.a.start].add(pair.b.doc)
            partners[pair.b.doc, pair.b.start].add(pair.a.doc)
    days = days_named(sentences, times)
    return Circle(parses, sentences, tuple(events), partners, days, _voices(provenance))


def proof(event: Event, document: Document, circle: Circle) -> str:
    """What shows that a document without a passage left the event out; "" where nothing proves it."""
    issued, day_of = published(document), day(event.date.to)
    if issued is None or day_of is None or event.date.from_ != event.date.to or issued <= day_of:
        return ""
    if any(event.date.to in circle.days.get((s.doc, s.start), ()) for s in circle.sentences[document.doc]):
        return ""
    around = sum(_neighbours(event, day_of, other, document.doc) for other in circle.events)
    others = _tellers(event, circle) - {circle.voices.get(document.doc, document.doc)}
    if around < NEIGHBOURS or len(others) < VOICES:
        return ""
    return (
        f"later than the event; tells {around} events of the same days and participants; "
        f"{len(others)} other voices tell it"
    )


def _neighbours(event: Event, day_of: date, other: Event, doc: str) -> bool:
    """Whether the document tells another event of these days, in which somebody takes part who does in this one."""
    begins, ends = day(other.date.from_), day(other.date.to)
    reach = timedelta(days=DAYS)
    if other == event or begins is None or ends is None:
        return False
    near = day_of - reach <= begins and ends <= day_of + reach
    shared = set(event.participants) & set(other.participants)
    return near and bool(shared) and any(m.doc == doc for m in other.mentions)


def _tellers(event: Event, circle: Circle) -> set[str]:
    """The voices that narrate the event in passages of which a sentence is surely aligned with another voice's."""
    told = {m: _narration(m, event, circle) for m in event.mentions}
    docs = {m.doc for m, sentences in told.items() if sentences}
    found = set()
    for mention, sentences in told.items():
        voice = circle.voices.get(mention.doc, mention.doc)
        others = {doc for doc in docs if circle.voices.get(doc, doc) != voice}
        if any(circle.partners.get((s.doc, s.start), set()) & others for s in sentences):
            found.add(voice)
    return found


def _narration(mention: Span, event: Event, circle: Circle) -> list[Passage]:
    """The sentences of a passage without quoted words, if they are several and one names the day; else none."""
    quoted = [(q.start, q.end) for q in circle.parses[mention.doc].quoted]
    own = [s for s in inside(mention, circle.sentences) if not _overlaps(s, quoted)]
    named = any(event.date.from_ in circle.days.get((s.doc, s.start), ()) for s in own)
    return own if named and len(own) >= SENTENCES else []


def _overlaps(sentence: Passage, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in ranges)


def _voices(provenance: Sequence[Provenance]) -> dict[str, str]:
    """The smallest voice of each document among those that share its wording, whether or not one names another."""
    voice = {p.doc: p.voice for p in provenance}
    ties = ((p.voice, voice[link.of.doc]) for p in provenance for link in p.links if link.of.doc in voice)
    first_of = first_joined(voice.values(), ties)
    return {doc: first_of[name] for doc, name in voice.items()}


def published(document: Document) -> date | None:
    """The first day that a document may have been published."""
    return day(document.published.from_) if document.published else None
