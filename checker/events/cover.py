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
CLOSE, KEYS = 0.3, 12
"""Score of an alignment that counts whatever it shares; others must share one of so many words that tell the event."""
NAMED, DONE = 2.0, 1.5
"""How much more than other words the names and the deeds of an event say what to look for."""

State = Literal["covered", "possible", "left_out", "no_passage_found"]


@dataclass(frozen=True, slots=True)
class _Corpus:
    documents: dict[str, Document]
    sentences: dict[str, list[Passage]]
    weights: dict[str, float]
    partners: dict[Place, list[tuple[Alignment, Passage]]]
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
        ordered,
        sentences,
        idf(sentences.values()),
        _partners(alignments, sentences),
        _dated(alignments),
        circle,
    )
    return tuple(record for event in events for record in _event(event, corpus))


def _partners(
    alignments: Sequence[Alignment], sentences: dict[str, list[Passage]]
) -> dict[Place, list[tuple[Alignment, Passage]]]:
    """For each sentence its alignments with the sentences on their other sides."""
    found: dict[Place, list[tuple[Alignment, Passage]]] = defaultdict(list)
    known = {(s.doc, s.start): s for told in sentences.values() for s in told}
    for a in alignments:
        for here, there in ((a.a, a.b), (a.b, a.a)):
            if (there.doc, there.start) in known:
                found[here.doc, here.start].append((a, known[there.doc, there.start]))
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
    keys, shown = _keys(event, corpus)
    searched = keys[:WORDS]
    alike = _alike(event, corpus, frozenset(keys))
    wanted = _scope(event, corpus) | told.keys() | alike
    for doc in (doc for doc in corpus.documents if doc in wanted):
        state, basis = _state(event, doc, told, searched, corpus, alike)
        yield Coverage(event.event, doc, state, tuple(shown[t] for t in searched), basis)


def _scope(event: Event, corpus: _Corpus) -> set[str]:
    if len(corpus.documents) <= SMALL or event.group is None:
        return set(corpus.documents)
    return {m.doc for other in corpus.circle.events if other.group == event.group for m in other.mentions}


def _keys(event: Event, corpus: _Corpus) -> tuple[tuple[str, ...], dict[str, str]]:
    """The terms that stand in most of the event's passages and in few others, names and deeds first; words for them."""
    held: Counter[str] = Counter()
    shown: dict[str, str] = {}
    worth: dict[str, float] = {}
    for mention in event.mentions:
        here = list(inside(mention, corpus.sentences))
        held.update({t for s in here for t in s.terms if t not in s.numbers and t not in CALENDAR})
        for sentence in here:
            worth |= dict.fromkeys(sentence.deeds - worth.keys(), DONE) | dict.fromkeys(sentence.names, NAMED)
            shown |= {t: word for t, word in sentence.shown.items() if t not in shown}
    ranked = sorted(held, key=lambda t: (-held[t] * worth.get(t, 1.0) * corpus.weights.get(t, 0.0), t))
    return tuple(ranked[:KEYS]), shown


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
    published, begins = silence.published(corpus.documents[doc]), day(event.date.from_)
    early = bool(published and begins and published < begins)
    if doc in alike and (not early or doc in _announcing(event, corpus)):
        return "possible", "a sentence resembles one that tells the event"
    if early:
        return "no_passage_found", "earlier than the event"
    held = max((_held(s, frozenset(searched)) for s in corpus.sentences[doc]), default=0)
    if held:
        return "possible", f"a sentence holds {held} of the words searched for"
    read = len(corpus.sentences[doc])
    searched_in = f"{read} sentence{'s' if read != 1 else ''} searched"
    proof = silence.proof(event, corpus.documents[doc], corpus.circle)
    return ("left_out", proof) if proof else ("no_passage_found", searched_in)


def _held(sentence: Passage, searched: frozenset[str]) -> int:
    """How many of the words a sentence holds, if they are enough: several, or a name beside a deed."""
    held = sentence.terms.keys() & searched
    both = bool(held & sentence.names) and bool(held & sentence.deeds)
    return len(held) if len(held) >= HELD or both else 0


def _alike(event: Event, corpus: _Corpus, keys: frozenset[str]) -> set[str]:
    """The documents of which a sentence is well aligned with one of the event, or shares the event's day with it."""
    found = _announcing(event, corpus)
    for mention in event.mentions:
        for told in inside(mention, corpus.sentences):
            place = told.doc, told.start
            weights: Counter[str] = Counter()
            for pair, other in corpus.partners.get(place, ()):
                if pair.score >= CLOSE or told.terms.keys() & other.terms.keys() & keys:
                    weights[other.doc] += SURE if pair.state == "aligned" or pair.score >= GOOD else 1
            found |= {doc for doc, weight in weights.items() if weight >= SURE}
    return found


def _announcing(event: Event, corpus: _Corpus) -> set[str]:
    """The documents of which a sentence that is aligned with one of the event names the event's day as that does."""
    when = event.date.from_ if event.date.from_ == event.date.to else None
    places = ((s.doc, s.start) for m in event.mentions for s in inside(m, corpus.sentences))
    return {doc for place in places for doc, days in corpus.dated.get(place, {}).items() if when in days}
