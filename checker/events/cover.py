"""Which documents tell an event, which may, and which left it out although they had it before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from checker.events.sentences import Passage, passages
from checker.events.weights import idf
from checker.model import Alignment, Coverage, Document, Event, Parse, Provenance, Span, TimeExpression

NAME = "coverage"
VERSION = "1"
REQUIRES = ("documents", "parses", "events", "alignments", "provenance", "times")
SMALL = 12
"""Documents up to which every event is looked for in all; else in those of its group."""
WORDS, HELD = 6, 3
"""Words of an event that are searched for, and how many of them in one sentence make it possible."""
SURE = 3
"""Possible alignments of one sentence with a document that weigh as much as one sure alignment."""
NEIGHBOURS, WEEKS, VOICES = 2, 9, 2
"""What shows that an event was left out: neighbouring events told, how near they are, other voices that tell it."""

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday day week month year"
_CALENDAR = frozenset(word[:6] for word in f"{_MONTHS} {_WEEKDAYS}".split()) | frozenset(
    f"{_MONTHS} {_WEEKDAYS}".split()
)

State = Literal["covered", "possible", "left_out", "no_passage_found"]


@dataclass(frozen=True, slots=True)
class _Corpus:
    documents: dict[str, Document]
    sentences: dict[str, list[Passage]]
    weights: dict[str, float]
    voices: dict[str, str]
    events: tuple[Event, ...]
    partners: dict[tuple[str, int], Counter[str]]


def run(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    events: Sequence[Event],
    alignments: Sequence[Alignment],
    provenance: Sequence[Provenance],
    times: Sequence[TimeExpression],  # noqa: ARG001  # part of the stage's inputs; events carry their dates
) -> tuple[Coverage, ...]:
    """One record for each event and document, in the order of `events`, then by document.

    `left_out` is said only of a document that is later than the event, tells what happened around it, and where
    at least two other voices tell it. Works that are not in the corpus are not judged here.
    """
    by_doc = {p.doc: p for p in parses}
    ordered = {d.doc: d for d in sorted(documents, key=lambda d: d.doc) if d.doc in by_doc}
    sentences = {doc: passages(d, by_doc[doc], ()) for doc, d in ordered.items()}
    partners: dict[tuple[str, int], Counter[str]] = {}
    for a in alignments:
        weight = SURE if a.state == "aligned" else 1
        partners.setdefault((a.a.doc, a.a.start), Counter())[a.b.doc] += weight
        partners.setdefault((a.b.doc, a.b.start), Counter())[a.a.doc] += weight
    voices = {p.doc: p.voice for p in provenance}
    corpus = _Corpus(ordered, sentences, idf(sentences.values()), voices, tuple(events), partners)
    return tuple(record for event in events for record in _event(event, corpus))


def _event(event: Event, corpus: _Corpus) -> Iterator[Coverage]:
    told = Counter(mention.doc for mention in event.mentions)
    searched, shown = _searched(event, corpus)
    for doc in _scope(event, corpus):
        state, basis = _state(event, doc, told, searched, corpus)
        yield Coverage(event.event, doc, state, tuple(shown[t] for t in searched), basis)


def _scope(event: Event, corpus: _Corpus) -> list[str]:
    if len(corpus.documents) <= SMALL or event.group is None:
        return list(corpus.documents)
    near = {m.doc for other in corpus.events if other.group == event.group for m in other.mentions}
    return sorted(near & corpus.documents.keys())


def _searched(event: Event, corpus: _Corpus) -> tuple[tuple[str, ...], dict[str, str]]:
    """The terms that stand in most of the event's passages and in few others, and a word for each."""
    held: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for mention in event.mentions:
        inside = list(_inside(mention, corpus))
        held.update({t for s in inside for t in s.terms if t not in s.numbers and t not in _CALENDAR})
        for sentence in inside:
            shown |= {t: word for t, word in sentence.shown.items() if t not in shown}
    ranked = sorted(held, key=lambda t: (-held[t] * corpus.weights.get(t, 0.0), t))
    return tuple(ranked[:WORDS]), shown


def _inside(mention: Span, corpus: _Corpus) -> Iterator[Passage]:
    return (
        s for s in corpus.sentences.get(mention.doc, ()) if mention.start <= s.start and s.end <= mention.end
    )


def _state(
    event: Event, doc: str, told: Counter[str], searched: tuple[str, ...], corpus: _Corpus
) -> tuple[State, str]:
    if told[doc]:
        return "covered", f"told in {told[doc]} passage{'s' if told[doc] > 1 else ''}"
    published, begins = _published(corpus.documents[doc]), _day(event.date.from_)
    if published and begins and published < begins:
        return "no_passage_found", "earlier than the event"
    if _resembles(event, doc, corpus):
        return "possible", "a sentence resembles one that tells the event"
    if any(len(s.terms.keys() & set(searched)) >= HELD for s in corpus.sentences[doc]):
        return "possible", f"a sentence holds {HELD} of the words searched for"
    return _silent(event, doc, told, corpus)


def _resembles(event: Event, doc: str, corpus: _Corpus) -> bool:
    """Whether a sentence of the event is aligned with one of the document, or possibly with several."""
    told = (s for m in event.mentions for s in _inside(m, corpus))
    return any(corpus.partners.get((s.doc, s.start), Counter())[doc] >= SURE for s in told)


def _silent(event: Event, doc: str, told: Counter[str], corpus: _Corpus) -> tuple[State, str]:
    """A document without a passage: left out where that is proved, else only not found."""
    published, ends = _published(corpus.documents[doc]), _day(event.date.to)
    if published is None or ends is None:
        unknown = "publication" if published is None else "the event"
        return "no_passage_found", f"no passage was found; the date of {unknown} is not known"
    others = _voices(event, told, corpus) - {corpus.voices.get(doc, doc)}
    around = len(_neighbours(event, doc, corpus))
    setting = around >= NEIGHBOURS or (around and _shares_participants(event, doc, corpus))
    if published > ends and setting and len(others) >= VOICES:
        near = f"tells {around} event{'s' if around > 1 else ''} of the same weeks"
        return "left_out", f"later than the event; {near}; {len(others)} other voices tell it"
    return "no_passage_found", "no passage was found"


def _voices(event: Event, told: Counter[str], corpus: _Corpus) -> set[str]:
    """Who tells the event in sentences that are aligned with those of another who tells it."""
    sure = set()
    for mention in event.mentions:
        for sentence in _inside(mention, corpus):
            partners = corpus.partners.get((sentence.doc, sentence.start), Counter())
            if any(partners[other] >= SURE for other in told if other != mention.doc):
                sure.add(corpus.voices.get(mention.doc, mention.doc))
    return sure


def _neighbours(event: Event, doc: str, corpus: _Corpus) -> list[Event]:
    """Other events near in time that the document tells."""
    first, last = _day(event.date.from_), _day(event.date.to)
    reach = timedelta(weeks=WEEKS)
    if first is None or last is None or last - first > reach:
        return []
    found = []
    for other in corpus.events:
        begins, ends = _day(other.date.from_), _day(other.date.to)
        near = begins and ends and begins <= last + reach and first - reach <= ends and ends - begins <= reach
        if (
            other != event
            and near
            and other.group == event.group
            and any(m.doc == doc for m in other.mentions)
        ):
            found.append(other)
    return found


def _shares_participants(event: Event, doc: str, corpus: _Corpus) -> bool:
    """Whether most of those who took part also take part in events that the document tells."""
    here = {p for e in corpus.events if any(m.doc == doc for m in e.mentions) for p in e.participants}
    return len(event.participants) > 1 and 2 * len(here & set(event.participants)) > len(event.participants)


def _published(document: Document) -> date | None:
    return _day(document.published.from_) if document.published else None


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
