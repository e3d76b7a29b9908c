"""Events that one text leaves out although it treats what surrounds them."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.model import Coverage, Event, Evidence, Example, Rule, Span

LONGEST = 200
RULES = (
    Rule(
        "divergence.event-not-told",
        "An event that no passage tells",
        "A text that tells the neighbouring events has no passage on one that other texts tell. What was looked "
        "for is in the note; a text that is older than the event is never named.",
        (
            Example(
                "The bridge was closed on Monday and reopened on Friday.",
                ("The bridge was closed on Monday",),
            ),
            Example("On Tuesday the mayor resigned.", ("On Tuesday the mayor resigned",)),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """One draft of kind `omission` an event."""
    rows: dict[str, list[Coverage]] = defaultdict(list)
    for row in facts.coverage:
        if row.state == "left_out" and row.event in facts.events:
            rows[row.event].append(row)
    return [d for event, held in sorted(rows.items()) if (d := _draft(facts, facts.events[event], held))]


def _draft(facts: Facts, event: Event, rows: list[Coverage]) -> Draft | None:
    absent = tuple(sorted({r.doc for r in rows}))
    told = _told(facts, event, absent)
    voices = {facts.voice_of(e.span.doc) for e in told}
    if not told:
        return None
    searched = sorted({word for r in rows for word in r.searched})
    return Draft(
        kind="omission",
        importance=3 if len(voices) > 2 else 2,
        weight=len(voices) * 2 + len(absent),
        statement=f"No passage found in {listed([facts.name(d) for d in absent][:3])} on “{event.label}”.",
        evidence=tuple(told),
        rule="divergence.event-not-told",
        event=event.event,
        absent_from=absent,
        note=f"Searched: {', '.join(searched)}. {rows[0].basis}".strip(),
    )


def _told(facts: Facts, event: Event, absent: tuple[str, ...]) -> list[Evidence]:
    """One place a text that tells it: the first sentence of its first passage."""
    first: dict[str, Span] = {}
    for span in sorted(event.mentions):
        if span.doc not in absent and facts.documents[span.doc].in_body(span.start, span.end):
            sentence = next(iter(facts.parses[span.doc].sentences_in(span.start, span.end)), None)
            place = (
                Span(span.doc, max(span.start, sentence.start), min(span.end, sentence.end))
                if sentence
                else span
            )
            first.setdefault(span.doc, facts.cut(place, LONGEST))
    return [facts.shown(span, "tells it") for span in list(first.values())[:SPANS]]
