"""Sentences of texts outside an event that may tell it too, whatever group they are in.

Groups keep large corpora apart, and a sentence that tells a deed in words of its own may be like no other. Two
things bring it back: rare words that it shares with a sentence of the event, or the event's day beside one of them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from checker.events.pairing import paired
from checker.events.sentences import Passage
from checker.events.weights import idf
from checker.model import MONTHS, WEEKDAYS, Alignment, Event, Span, TimeExpression

ALIKE, RARE_SHARED = 0.24, 3
"""Cosine of two sentences, and rare words that they share (a name counts for one of them), to be alike."""
DAY_ALIKE = 0.1
"""Cosine, the words of the date included, from which two sentences that name one day may tell the same."""
CROWDED = 200
"""Sentences that name one day, up to which each of them is compared."""
SHARE, FEW, MANY = 0.03, 4, 30
"""A term tells something that stands in at most this share of the sentences, or in few; never in more than many."""
KEPT = 2
"""Sentences of one document that are kept for one event."""
_SPANS = ("day", "week", "month", "year", "today", "yesterday")
_FULL = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS, *_SPANS))
CALENDAR = _FULL | frozenset(word[:6] for word in _FULL)
"""Terms that name a time, as they are spelled and as stems."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Index:
    """The sentences of a corpus by their place, by their rare terms and by the days that they name."""

    sentences: dict[str, list[Passage]]
    weights: dict[str, float]
    rare: dict[str, list[Passage]]
    days: dict[Place, frozenset[str]]
    by_day: dict[str, list[Passage]]


def index(sentences: dict[str, list[Passage]], times: Sequence[TimeExpression]) -> Index:
    """Looks through the sentences once; only times of one day name a day."""
    held: dict[str, list[Passage]] = defaultdict(list)
    for passages in sentences.values():
        for sentence in passages:
            for term in sentence.terms.keys() - sentence.numbers - CALENDAR:
                held[term].append(sentence)
    most = min(MANY, max(FEW, SHARE * sum(map(len, sentences.values()))))
    days = days_named(sentences, times)
    by_day: dict[str, list[Passage]] = defaultdict(list)
    for passages in sentences.values():
        for sentence in passages:
            for day in days.get((sentence.doc, sentence.start), ()):
                by_day[day].append(sentence)
    rare = {term: told for term, told in held.items() if len(told) <= most}
    return Index(sentences, idf(sentences.values()), rare, days, by_day)


def days_named(
    sentences: dict[str, list[Passage]], times: Sequence[TimeExpression]
) -> dict[Place, frozenset[str]]:
    """The single days that each sentence names, by its document and start."""
    known: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for time in times:
        if time.from_ and time.from_ == time.to:
            known[time.span.doc].append((time.span.start, time.from_))
    found: dict[Place, frozenset[str]] = {}
    for doc, dated in known.items():
        waiting = sorted(dated, reverse=True)
        for sentence in sentences.get(doc, ()):
            here = set()
            while waiting and waiting[-1][0] < sentence.end:
                start, day = waiting.pop()
                here |= {day} if start >= sentence.start else set()
            if here:
                found[doc, sentence.start] = frozenset(here)
    return found


def inside(mention: Span, sentences: dict[str, list[Passage]]) -> Iterator[Passage]:
    """The sentences that lie in a passage."""
    own = sentences.get(mention.doc, [])
    first = bisect_left(own, mention.start, key=lambda s: s.start)
    return takewhile(lambda s: s.end <= mention.end, islice(own, first, None))


def find(event: Event, known: set[tuple[Place, Place]], index: Index) -> list[Alignment]:
    """Pairs of a sentence of the event and one of a document that has no passage of it, by place.

    `known` pairs are left out, in whichever order their sides are.
    """
    telling = {m.doc for m in event.mentions}
    best: dict[Place, tuple[float, Passage, Passage]] = {}
    for mention in sorted(event.mentions):
        for told in inside(mention, index.sentences):
            for other in _near(told, event, index):
                score = _cosine(told, other, index.weights)
                place = (other.doc, other.start)
                if other.doc not in telling and (place not in best or score > best[place][0]):
                    best[place] = (score, told, other)
    taken: Counter[str] = Counter()
    found = []
    for score, told, other in sorted(best.values(), key=lambda b: (-b[0], b[2].doc, b[2].start)):
        taken[other.doc] += 1
        ends = (told.doc, told.start), (other.doc, other.start)
        if taken[other.doc] <= KEPT and ends not in known and ends[::-1] not in known:
            found.append(_pair(event.event, told, other, score, index))
    return found


def _near(told: Passage, event: Event, index: Index) -> list[Passage]:
    """Sentences alike in rare words, and those that name the event's day as this one does."""
    counts: Counter[Place] = Counter()
    places: dict[Place, Passage] = {}
    for term in sorted(told.terms.keys() & index.rare.keys()):
        for other in index.rare[term]:
            counts[other.doc, other.start] += term not in told.names and term not in other.names
            places[other.doc, other.start] = other
    alike = [
        places[place]
        for place, shared in sorted(counts.items())
        if shared + bool(told.names & places[place].names) >= RARE_SHARED
        and _cosine(told, places[place], index.weights) >= ALIKE
    ]
    return [s for s in (*alike, *_same_day(told, event, places, index)) if s.doc != told.doc]


def _same_day(told: Passage, event: Event, near: dict[Place, Passage], index: Index) -> list[Passage]:
    """Sentences that name the day too, with a rare term or, of a day that few name, enough others in common."""
    day = event.date.from_
    if day is None or day != event.date.to or day not in index.days.get((told.doc, told.start), ()):
        return []
    found = {place: s for place, s in sorted(near.items()) if day in index.days.get(place, ())}
    if len(index.by_day[day]) <= CROWDED:
        for other in index.by_day[day]:
            if _cosine(told, other, index.weights) >= DAY_ALIKE:
                found[other.doc, other.start] = other
    return list(found.values())


def _cosine(a: Passage, b: Passage, weights: dict[str, float]) -> float:
    shared = sum(weights[t] ** 2 for t in a.terms.keys() & b.terms.keys())
    lengths = math.prod(math.sqrt(sum(weights[t] ** 2 for t in s.terms)) for s in (a, b))
    return shared / lengths if lengths else 0.0


def _pair(event: str, told: Passage, other: Passage, score: float, index: Index) -> Alignment:
    a, b = sorted((told, other), key=lambda s: (s.doc, s.start))
    days = index.days.get((a.doc, a.start), frozenset()) & index.days.get((b.doc, b.start), frozenset())
    return replace(paired(a, b, score, "possible", index.weights, days), event=event)
