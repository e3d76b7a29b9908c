"""Sentences that tell an event beside something else: in a passage about another one, or in none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checker.events.counterparts import CALENDAR, Place
from checker.events.days import APART, Days, gap, is_narrow, stretch
from checker.model import Alignment, Event, Span, TimeExpression

CLOSE, VERY_CLOSE = 0.3, 0.4
"""Scores of an alignment by which a sentence of another text tells what the event's sentence tells, with a name and
without one."""
WORDS, ALONE = 2, 3
"""Words that both must share beside a name, and without one. A name alone is a topic."""
KEPT = 2
"""Sentences of one document that are added to one event."""
SLACK, NEAR = 7, 2
"""Days between an event of a known day and the days that a sentence names, or those of the passage that it goes on
with, from which it tells something else."""


def with_retold(
    events: Sequence[Event],
    alignments: Iterable[Alignment],
    spoken: Iterable[Alignment],
    times: Sequence[TimeExpression],
    within: Mapping[Place, Days],
    published: Mapping[str, date],
    past: Callable[[Span], bool],
) -> list[Event]:
    """The events with sentences of documents that have no passage of theirs, surely aligned with one of theirs.

    `spoken` are pairs of sentences that quote one utterance. A sentence that names a time far from the event's, or
    stands in a document older than it, tells something else, as does one without a time in a passage of such days
    (`within`, by the place of the sentence); so does one of a document that came out long after
    the event, if its verb is not of the `past`.
    """
    close = (pair for pair in alignments if _says_one_thing(pair))
    partners = _partners([*close, *spoken])
    named = _named(times)
    return [_with(event, partners, named, within, published, past) for event in events]


def _partners(pairs: Iterable[Alignment]) -> dict[str, list[tuple[float, Span, Span]]]:
    """By document: its sentences with their counterparts elsewhere, and how close they are."""
    found: dict[str, list[tuple[float, Span, Span]]] = defaultdict(list)
    for pair in pairs:
        found[pair.a.doc].append((pair.score, pair.a, pair.b))
        found[pair.b.doc].append((pair.score, pair.b, pair.a))
    return found


def _says_one_thing(pair: Alignment) -> bool:
    """Whether the sentences share a name, and words or a single day beside it; of very close ones, the words."""
    if pair.state != "aligned" or pair.score < CLOSE:
        return False
    shared = pair.evidence
    terms = [term for term in shared.terms if term.lower() not in CALENDAR]
    words = sum(term.islower() for term in terms)
    days = any("/" not in day for day in shared.dates)
    named = words < len(terms)
    if not named:
        return pair.score >= VERY_CLOSE and words >= ALONE
    return words >= WORDS or days


def _named(times: Sequence[TimeExpression]) -> dict[str, list[tuple[int, Days]]]:
    """By document: where a time is named, and its days."""
    found: dict[str, list[tuple[int, Days]]] = defaultdict(list)
    for time in times:
        days = stretch(time.from_, time.to)
        if days:
            found[time.span.doc].append((time.span.start, days))
    return found


def _with(
    event: Event,
    partners: Mapping[str, list[tuple[float, Span, Span]]],
    named: Mapping[str, list[tuple[int, Days]]],
    within: Mapping[Place, Days],
    published: Mapping[str, date],
    past: Callable[[Span], bool],
) -> Event:
    docs = {mention.doc for mention in event.mentions}
    near = {
        (-score, there)
        for mention in event.mentions
        for score, here, there in partners.get(mention.doc, ())
        if there.doc not in docs and mention.contains(here)
    }
    added: set[Place] = set()
    kept: Counter[str] = Counter()
    spans = list[Span]()
    for _, span in sorted(near):
        place = span.doc, span.start
        if (
            place not in added
            and kept[span.doc] < KEPT
            and _may_tell(event, span, named, within, published, past)
        ):
            added.add(place)
            kept[span.doc] += 1
            spans.append(span)
    return replace(event, mentions=tuple(sorted([*event.mentions, *spans]))) if spans else event


def _may_tell(
    event: Event,
    span: Span,
    named: Mapping[str, list[tuple[int, Days]]],
    within: Mapping[Place, Days],
    published: Mapping[str, date],
    past: Callable[[Span], bool],
) -> bool:
    """Whether neither the times that a sentence names nor the age of its document speak against it."""
    when = stretch(event.date.from_, event.date.to)
    if when is None:
        return True
    issued = published.get(span.doc)
    if issued is not None and (issued < when[0] or ((issued - when[1]).days > APART and not past(span))):
        return False
    days = [d for start, d in named.get(span.doc, ()) if span.start <= start < span.end]
    around = within.get((span.doc, span.start))
    slack, days = (SLACK, days) if days or around is None else (NEAR, [around])
    return not days or any(
        gap(d, when) <= (slack if is_narrow(d) and is_narrow(when) else APART) for d in days
    )
