"""An event: what each source has of it, who did it, what is said, what is missing, and through whom it came."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Event
from checker.report.cards import Card, Cards
from checker.report.chains import Chains, chains_of
from checker.report.claim_rows import ClaimTable, agency_table, claim_table
from checker.report.corpus import Corpus
from checker.report.facets import STATES, Facet, facets
from checker.report.matrix import Matrix, columns, fullest, matrix
from checker.report.pairs import Pair, pairs_of
from checker.report.passages import passage
from checker.report.signs import COVERAGE, DIFFER, Sign
from checker.report.strips import Strip, place_strip
from checker.report.timeline import Timeline, event_timeline
from checker.report.views import Link, Pager, Passage, Ref, Source, paged
from checker.report.words import capital, count, listed, number, span_of_days

_DOCUMENTS = re.compile(r"\b(\d+) document(s?)\b")

CARDS = 60
"""Divergences on an event's page; the list has them all."""
PASSAGES = 30
"""Passages of one source that are printed under its state."""
COLUMNS = 8
"""Sources in the tables of who did it and of claims; those with most claims stay."""
MISSING = 60
"""Sources in the table of what is missing."""
OPEN_PAIRS = 4
"""Passages side by side that are open."""
FEW = 8
"""Sources of which all are open at the head of an event's page."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What one source has of the event, where it stands, and what was searched."""

    source: Source
    anchor: str
    state: str
    sign: Sign
    basis: str
    searched: tuple[str, ...]
    strip: Strip | None
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EventView:
    """One event's page."""

    label: str
    when: str
    basis: str
    position: str
    summary: str
    differ: str
    participants: str
    rule: Link
    timeline: Timeline | None
    coverage: tuple[CoverageRow, ...]
    uncovered: tuple[CoverageRow, ...]
    agency: ClaimTable
    claims: ClaimTable
    pairs: tuple[Pair, ...]
    more_pairs: tuple[Pair, ...]
    same_pairs: tuple[Pair, ...]
    missing: tuple[CoverageRow, ...]
    chains: tuple[Chains, ...]
    retold: bool
    cards: tuple[Card, ...]
    divergences: int
    near: tuple[Link | None, Link | None]


@dataclass(frozen=True, slots=True)
class EventsView:
    """A part of the whole matrix, with what it can be narrowed by."""

    total: int
    matrix: Matrix
    facets: tuple[Facet, ...]
    pager: Pager


def events_views(corpus: Corpus) -> Iterable[tuple[str, str, EventsView]]:
    """Key, path and view of each page of all events."""
    choices = (*facets(corpus), STATES)
    every = corpus.sorted_events()
    for key, path, shown, pager in paged("events", every):
        table = matrix(corpus, shown, len(shown), every)
        yield key, path, EventsView(len(every), table, choices, pager)


def event_views(corpus: Corpus, cards: Cards) -> Iterable[tuple[Event, EventView]]:
    """One view an event, in order of time."""
    events = corpus.sorted_events()
    links = [Link(e.label, Ref(corpus.event_page(e.event))) for e in events]
    around = zip([None, *links[:-1]], [*links[1:], None], strict=True) if links else iter(())
    for i, (event, near) in enumerate(zip(events, around, strict=True), 1):
        yield event, _event_view(corpus, cards, event, f"{i} of {len(events)}", near)


def _event_view(
    corpus: Corpus, cards: Cards, event: Event, position: str, near: tuple[Link | None, Link | None]
) -> EventView:
    coverage = [_coverage(corpus, event, doc) for doc in columns(corpus)]
    docs = [row.source.doc for row in coverage if row.passages and row.state != "possible"]
    claims = corpus.claims_of(event.event)
    told, untold = _parted(coverage)
    docs += [d for d in dict.fromkeys(c.span.doc for c in claims) if d not in docs and d in corpus.by_doc]
    docs = list(fullest(docs, Counter(c.span.doc for c in claims), COLUMNS))
    found = corpus.about.get(event.event, ())
    pairs = pairs_of(corpus, cards.places, cards.marker, event)
    differing = [p for p in pairs if not p.same]
    chains = tuple(chains_of(corpus, event, docs))
    return EventView(
        event.label,
        span_of_days(event.date.from_, event.date.to),
        _basis(event.date.basis),
        position,
        _summary(corpus, [row.source.doc for row in coverage if row.state == "covered"]),
        listed(dict.fromkeys(DIFFER[d.kind] for d in found)),
        listed(n for p in event.participants if (n := corpus.entities.get(p))),
        corpus.rule_link(event.rule),
        event_timeline(corpus, event, [r.source.doc for r in coverage if r.state == "covered"]),
        told,
        untold,
        agency_table(corpus, claims, docs, [e.span for d in found if d.kind == "agency" for e in d.evidence]),
        claim_table(corpus, claims, docs),
        tuple(differing[:OPEN_PAIRS]),
        tuple(differing[OPEN_PAIRS:]),
        tuple(p for p in pairs if p.same),
        _missing(coverage),
        chains,
        any(len(steps) > 1 for source in chains for steps in source.chains),
        tuple(cards.card(d) for d in found[:CARDS]),
        len(found),
        near,
    )


def _basis(basis: str) -> str:
    """How the day of an event is known, in words."""
    if basis == "catalogue":
        return "from the collection’s own list of events"
    return _DOCUMENTS.sub(r"\1 text\2", basis)


def _missing(coverage: Sequence[CoverageRow]) -> tuple[CoverageRow, ...]:
    """The table of what is missing, where a text is said to leave it out; the list of sources has the rest."""
    if not any(row.state == "left_out" for row in coverage):
        return ()
    return tuple(r for r in coverage if r.state in ("left_out", "no_passage_found", "possible"))[:MISSING]


def _parted(rows: Sequence[CoverageRow]) -> tuple[tuple[CoverageRow, ...], tuple[CoverageRow, ...]]:
    """The rows that are open; with many sources, only those that tell the event or leave it out."""
    told = tuple(r for r in rows if r.state in ("covered", "left_out"))
    if len(rows) <= FEW or not told:
        return tuple(rows), ()
    return told, tuple(r for r in rows if r not in told)


def _summary(corpus: Corpus, docs: Sequence[str]) -> str:
    voices = corpus.voices(docs)
    if not docs:
        return "No source was found to tell it."
    told = f"{capital(count(len(docs), 'text'))} {'tells' if len(docs) == 1 else 'tell'} it"
    return (
        f"{told}, in {number(voices)} {'voice' if voices == 1 else 'voices'}."
        if voices < len(docs)
        else told + "."
    )


def _coverage(corpus: Corpus, event: Event, doc: str) -> CoverageRow:
    found = corpus.state(event.event, doc)
    here = [m for m in event.mentions if m.doc == doc and corpus.known(m)]
    if not here and found.state == "possible":
        here = [s for s in corpus.resembling.get((event.event, doc), ()) if corpus.known(s)]
    document = corpus.by_doc.get(doc)
    shown = here[: 1 if corpus.sparing else PASSAGES]
    return CoverageRow(
        corpus.source(doc),
        f"in-{corpus.files.get(doc, doc)}",
        found.state,
        COVERAGE[found.state],
        found.basis,
        found.searched,
        place_strip(document, [(m.start, m.end) for m in here]) if document and here else None,
        tuple(passage(corpus, m) for m in shown),
        len(here) - len(shown),
    )
