"""What every source has of every event, as a table of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Claim, Event, Span
from checker.report.cards import brackets
from checker.report.corpus import Corpus
from checker.report.facets import Marks, marks_of
from checker.report.signs import COVERAGE, Sign, claimed
from checker.report.views import Bracket, Link, Ref, Source
from checker.report.words import figure, shorten, span_of_days

COLUMNS = 12
"""Sources in one table; those with most passages stay."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One source on one event: the state, and in words what is there."""

    source: Source
    sign: Sign
    words: str
    ref: Ref | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class Row:
    """One event across the sources; `others` are the marks of those that have no column."""

    event: Link
    when: str
    cells: tuple[Cell, ...]
    kinds: str
    divergences: int
    texts: int
    others: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sources by publication across, events by time down; `folded` are events told in one text.

    `more` events and `others` of the sources stand elsewhere.
    """

    sources: tuple[Source, ...]
    brackets: tuple[Bracket, ...]
    rows: tuple[Row, ...]
    folded: tuple[Row, ...]
    more: int
    others: int


def columns(corpus: Corpus) -> tuple[str, ...]:
    """Collected documents, those of one voice side by side, then those that are only cited."""
    place = {d.doc: i for i, d in enumerate(corpus.documents)}
    first = {corpus.voice(d.doc): i for i, d in reversed(list(enumerate(corpus.documents)))}
    docs = sorted(corpus.by_doc, key=lambda d: (first[corpus.voice(d)], place[d]))
    return (*docs, *sorted({doc for _, doc in corpus.coverage} - set(corpus.by_doc)))


def matrix(
    corpus: Corpus, events: Sequence[Event], limit: int, weighed: Sequence[Event] | None = None
) -> Matrix:
    """The table for these events; with more than `limit`, those with most divergences stay.

    The sources with most passages of the `weighed` events have columns, else those with most of the events shown.
    """
    weight: dict[str, int] = defaultdict(int)
    for event, about in corpus.about.items():
        weight[event] = sum(d.importance for d in about)
    texts = {e.event: len({m.doc for m in e.mentions}) for e in events}
    kept = sorted(events, key=lambda e: (texts[e.event] < 2, -weight[e.event], -len(e.mentions), e.event))[
        :limit
    ]
    every = columns(corpus)
    docs = fullest(every, Counter(m.doc for e in weighed or kept for m in e.mentions), COLUMNS)
    without = tuple(d for d in corpus.by_doc if d not in docs)
    told = {e.event for e in kept}
    rows, folded = (
        tuple(
            _row(corpus, e, docs, without) for e in events if e.event in told and (texts[e.event] > 1) == many
        )
        for many in (True, False)
    )
    heads = brackets(corpus, [{d} for d in docs])
    sources = tuple(corpus.source(d) for d in docs)
    return Matrix(sources, heads, rows, folded, len(events) - len(rows) - len(folded), len(every) - len(docs))


def fullest(docs: Sequence[str], weight: Mapping[str, int], limit: int) -> tuple[str, ...]:
    """At most `limit` of the documents, those with most to show, in their order."""
    kept = set(sorted(docs, key=lambda d: -weight.get(d, 0))[:limit])
    return tuple(d for d in docs if d in kept)


def _row(corpus: Corpus, event: Event, docs: Sequence[str], without: Sequence[str]) -> Row:
    cells = tuple(_cell(corpus, event, doc) for doc in docs)
    when = span_of_days(event.date.from_, event.date.to)
    about = corpus.about.get(event.event, ())
    return Row(
        Link(event.label, Ref(corpus.event_page(event.event))),
        when,
        cells,
        " ".join(sorted({d.kind for d in about})),
        len(about),
        len({m.doc for m in event.mentions}),
        tuple(_cell(corpus, event, d).marks for d in without),
    )


def _cell(corpus: Corpus, event: Event, doc: str) -> Cell:
    found = corpus.state(event.event, doc)
    here = [m for m in event.mentions if m.doc == doc and corpus.known(m)]
    there = bool(here) and found.state in ("covered", "possible")
    linked = there or found.state == "possible"
    ref = Ref(corpus.event_page(event.event), f"in-{corpus.files[doc]}") if linked else None
    words = _contents(corpus, event, doc, here) if there else "" if linked else found.basis
    claims = [c for c in corpus.claims_of(event.event) if c.span.doc == doc] if there else []
    marks = marks_of(corpus, [doc] if linked else [], [c.voice for c in claims], [claimed(c) for c in claims])
    lacks = "" if linked else corpus.keys.get(doc, "")
    marks = replace(marks, state=found.state, lacks=lacks)
    return Cell(corpus.source(doc), COVERAGE[found.state], words, ref, marks)


def _contents(corpus: Corpus, event: Event, doc: str, here: Sequence[Span]) -> str:
    claims = [c for c in corpus.claims_of(event.event) if c.span.doc == doc]
    speakers = {s for c in claims if (s := _speaker(corpus, c))}
    parts = [_agents(corpus, claims)]
    parts += [figure(len(speakers), "speaker")] if speakers else []
    for certainty in ("hedged", "doubted", "denied"):
        n = sum(claimed(c) == certainty for c in claims)
        parts += [f"{n} {certainty}"] if n else []
    return " · ".join(p for p in parts if p) or figure(len(here), "passage")


def _speaker(corpus: Corpus, claim: Claim) -> str | None:
    said = corpus.attributions.get(claim.attribution or "")
    return corpus.speaker(said) if said else None


def _agents(corpus: Corpus, claims: Sequence[Claim]) -> str:
    told: dict[str, int] = defaultdict(int)
    for claim in claims:
        name = corpus.named(claim.agent.name) if claim.agent.state == "expressed" else None
        if name:
            told[name] += 1
    names = sorted(told, key=lambda n: (-told[n], n))[:2]
    if names:
        return "names " + "; ".join(shorten(n, 36) for n in names)
    return "no doer named" if claims and all(c.agent.state == "absent" for c in claims) else ""
