"""Events that one text leaves out although it treats what surrounds them."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.omission_search import AGREED, Search
from checker.divergence.omission_told_once import STATED
from checker.divergence.phrasing import plain
from checker.divergence.reasons import lexicon, reasons
from checker.model import Coverage, Event, Example, Rule, Span

LONGEST = 200
"""Characters of the words shown."""
VOICES, LEAST = 3, 3.0
"""How many voices must tell an event, and what its passages must weigh, before a text is said to leave it out."""
RULES = (
    Rule(
        "divergence.event-not-told",
        "An event that no passage tells",
        "A text that tells the neighbouring events has no passage on one of weight (a refusal, a doubt, an accusation, "
        "victims) that at least three others tell. What was looked for is in the note; a text that is older than the "
        "event is never named.",
        (
            Example(
                "The council rejected the bridge on Monday; the ferry went on.",
                ("The council rejected the bridge on Monday",),
            ),
            Example("On Tuesday the firm denied the leak.", ("On Tuesday the firm denied the leak",)),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """One draft of kind `omission` an event."""
    rows: dict[str, list[Coverage]] = defaultdict(list)
    for row in facts.coverage:
        if row.state == "left_out" and row.event in facts.events:
            rows[row.event].append(row)
    if not rows:
        return []
    search, named = Search(facts), places.mentions(facts)
    names = {(doc, i) for doc, held in named.items() for m, _ in held for i in _inside(facts, m)}
    found = [_draft(search, facts.events[event], held, names) for event, held in sorted(rows.items())]
    return [draft for draft in found if draft]


def _draft(search: Search, event: Event, rows: list[Coverage], names: set[tuple[str, int]]) -> Draft | None:
    facts = search.facts
    left = {r.doc for r in rows}
    told = [_same(search, event, sentence, left) for sentence in _weighty(facts, event, left, names)]
    spans = max(told, key=len, default=[])
    voices = {facts.voice_of(span.doc) for span in spans}
    absent = tuple(doc for doc in sorted(left) if spans and not search.counterpart(spans[0], doc))
    if len(voices) < VOICES or not absent:
        return None
    searched = sorted({word for r in rows for word in r.searched})
    tellers = listed([facts.name(span.doc) for span in spans[1:]])
    return Draft(
        kind="omission",
        importance=2,
        weight=len(voices) + len(absent) / 2,
        statement=f"{facts.name(spans[0].doc)} tells “{plain(facts, spans[0], STATED)}”, as do {tellers}; "
        f"no passage found in {listed([facts.name(d) for d in absent])}.",
        evidence=tuple(facts.shown(facts.cut(span, LONGEST), "tells it") for span in spans),
        rule="divergence.event-not-told",
        event=event.event,
        absent_from=absent,
        note=f"Searched: {', '.join(searched)}. {rows[0].basis}".strip(),
    )


def _weighty(facts: Facts, event: Event, left: set[str], names: set[tuple[str, int]]) -> list[Span]:
    """The sentences of an event's passages that have weight, in text order."""
    found = []
    for span in sorted(event.mentions):
        if span.doc in left or not facts.documents[span.doc].in_body(span.start, span.end):
            continue
        parse = facts.parses[span.doc]
        for sentence in parse.sentences_in(span.start, span.end):
            kinds = {kind for kind, *_ in reasons(parse, sentence, names)}
            if sum(lexicon()["weights"][kind] for kind in kinds) >= LEAST:
                found.append(Span(span.doc, sentence.start, sentence.end))
    return found


def _same(search: Search, event: Event, sentence: Span, left: set[str]) -> list[Span]:
    """A sentence with its counterpart in each other text that tells the event; SPANS at most."""
    docs = sorted({m.doc for m in event.mentions} - left - {sentence.doc})
    others = [span for doc in docs if (span := search.counterpart(sentence, doc, AGREED))]
    return [sentence, *others][:SPANS]


def _inside(facts: Facts, span: Span) -> list[int]:
    return list(facts.parses[span.doc].tokens_in(span.start, span.end))
