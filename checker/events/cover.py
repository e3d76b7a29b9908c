"""Which documents tell an event, which may, and which left it out although they had it before them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.events import silence
from checker.events.counterparts import CALENDAR, Place, inside
from checker.events.days import day
from checker.events.sentences import Passage, passages
from checker.events.weights import idf
from checker.model import Alignment, Coverage, Document, Event, Parse, Provenance, TimeExpression

NAME = "coverage"
VERSION = "2"
REQUIRES = ("documents", "parses", "events", "alignments", "provenance", "times")
SMALL = 12
"""Documents up to which every event is looked for in all; else in those of its group and those alike."""
WORDS, HELD = 6, 3
"""Words of an event that are searched for, and how many of them in one sentence make it possible."""
SURE, GOOD = 3, 0.155
"""Possible alignments of one sentence with a document that weigh as much as one sure one, or one of this score."""

State = Literal["covered", "possible", "left_out", "no_passage_found"]


@dataclass(frozen=True, slots=True)
class _Corpus:
    documents: dict[str, Document]
    sentences: dict[str, list[Passage]]
    weights: dict[str, float]
    partners: dict[Place, Counter[str]]
    dated: dict[Place, dict[str, set[str]]]
    circle: silence.Circle


def run(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    events: Sequence[Event],
    alignments: Sequence[Alignment],
    provenance: Sequence[Provenance],
    times: Sequence[TimeExpression],
) -> tuple[Coverage, ...]:
    """One record for each event and document, in the order of `events`, then by document.

    A document outside the event's group has one where it may tell the event. `left_out` needs the proof that
    `checker.events.silence` asks for. Works that are not in the corpus are not judged here.
    """
    by_doc = {p.doc: p for p in parses}
    ordered = {d.doc: d for d in sorted(documents, key=lambda d: d.doc) if d.doc in by_doc}
    sentences = {doc: passages(d, by_doc[doc], ()) for doc, d in ordered.items()}
    circle = silence.circle(by_doc, sentences, events, alignments, provenance, times)
    corpus = _Corpus(
        ordered, sentences, idf(sentences.values()), _partners(alignments), _dated(alignments), circle
    )
    return tuple(record for event in events for record in _event(event, corpus))


def _partners(alignments: Sequence[Alignment]) -> dict[Place, Counter[str]]:
    """For each sentence how strongly it is aligned with which documents."""
    found: dict[Place, Counter[str]] = defaultdict(Counter)
    for a in alignments:
        weight = SURE if a.state == "aligned" or a.score >= GOOD else 1
        found[a.a.doc, a.a.start][a.b.doc] += weight
        found[a.b.doc, a.b.start][a.a.doc] += weight
    return found


def _dated(alignments: Sequence[Alignment]) -> dict[Place, dict[str, set[str]]]:
    """For each sentence the days that it shares with its counterparts in each document."""
    found: dict[Place, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for a in alignments:
        for here, there in ((a.a, a.b), (a.b, a.a)):
            if a.evidence.dates:
                found[here.doc, here.start][there.doc].update(a.evidence.dates)
    return found


def _event(event: Event, corpus: _Corpus) -> Iterator[Coverage]:
    told = Counter(mention.doc for mention in event.mentions)
    searched, shown = _searched(event, corpus)
    alike = _alike(event, corpus)
    wanted = _scope(event, corpus) | told.keys() | alike
    for doc in (doc for doc in corpus.documents if doc in wanted):
        state, basis = _state(event, doc, told, searched, corpus, alike)
        yield Coverage(event.event, doc, state, tuple(shown[t] for t in searched), basis)


def _scope(event: Event, corpus: _Corpus) -> set[str]:
    if len(corpus.documents) <= SMALL or event.group is None:
        return set(corpus.documents)
    return {m.doc for other in corpus.circle.events if other.group == event.group for m in other.mentions}


def _searched(event: Event, corpus: _Corpus) -> tuple[tuple[str, ...], dict[str, str]]:
    """The terms that stand in most of the event's passages and in few others, and a word for each."""
    held: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for mention in event.mentions:
        here = list(inside(mention, corpus.sentences))
        held.update({t for s in here for t in s.terms if t not in s.numbers and t not in CALENDAR})
        for sentence in here:
            shown |= {t: word for t, word in sentence.shown.items() if t not in shown}
    ranked = sorted(held, key=lambda t: (-held[t] * corpus.weights.get(t, 0.0), t))
    return tuple(ranked[:WORDS]), shown


def _state(
    event: Event,
    doc: str,
    told: Counter[str],
    searched: tuple[str, ...],
    corpus: _Corpus,
    alike: set[str],
) -> tuple[State, str]:
    if told[doc]:
        return "covered", f"told in {told[doc]} passage{'s' if told[doc] > 1 else ''}"
    if doc in alike:
        return "possible", "a sentence resembles one that tells the event"
    published, begins = silence.published(corpus.documents[doc]), day(event.date.from_)
    if published and begins and published < begins:
        return "no_passage_found", "earlier than the event"
    if any(len(s.terms.keys() & set(searched)) >= HELD for s in corpus.sentences[doc]):
        return "possible", f"a sentence holds {HELD} of the words searched for"
    read = len(corpus.sentences[doc])
    searched_in = f"{read} sentence{'s' if read != 1 else ''} searched"
    proof = silence.proof(event, corpus.documents[doc], corpus.circle)
    return ("left_out", proof) if proof else ("no_passage_found", searched_in)


def _alike(event: Event, corpus: _Corpus) -> set[str]:
    """The documents of which a sentence is well aligned with one of the event, or shares the event's day with it."""
    found: set[str] = set()
    day = event.date.from_ if event.date.from_ == event.date.to else None
    for mention in event.mentions:
        for told in inside(mention, corpus.sentences):
            place = told.doc, told.start
            found |= {doc for doc, weight in corpus.partners.get(place, {}).items() if weight >= SURE}
            found |= {doc for doc, days in corpus.dated.get(place, {}).items() if day in days}
    return found
