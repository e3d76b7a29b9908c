"""Which records touch the passages that tell an event: divergences about its words, sentences that resemble them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.model import Analysis, Divergence, Event, Span

RESEMBLING = 2
"""Sentences of one source that are shown as resembling an event."""

_Mentions = Mapping[str, Sequence[tuple[int, int, str]]]


def divergences_by_event(analysis: Analysis) -> dict[str, tuple[Divergence, ...]]:
    """For each event the divergences that name it or whose evidence shares words with its passages, by rank."""
    mentions, reach = _mentions(analysis.events)
    found: dict[str, dict[str, Divergence]] = defaultdict(dict)
    for divergence in sorted(analysis.divergences, key=lambda d: (d.rank, d.id)):
        if divergence.event:
            found[divergence.event][divergence.id] = divergence
        for evidence in divergence.evidence:
            for event in _touched(mentions, reach, evidence.span):
                found[event][divergence.id] = divergence
    return {event: tuple(told.values()) for event, told in found.items()}


def resembling(analysis: Analysis) -> dict[tuple[str, str], tuple[Span, ...]]:
    """For an event and a document the document's sentences that are paired with a passage of the event.

    The surest pairs come first, those that tell another event as well last; at most `RESEMBLING` sentences are kept.
    """
    mentions, reach = _mentions(analysis.events)
    found: dict[tuple[str, str], list[tuple[tuple[bool, str, float, Span], Span]]] = defaultdict(list)
    for alignment in analysis.alignments:
        for here, there in ((alignment.a, alignment.b), (alignment.b, alignment.a)):
            for event in sorted(set(_touched(mentions, reach, here))):
                elsewhere = alignment.event not in (None, event)
                order = elsewhere, alignment.state, -alignment.score, there
                found[event, there.doc].append((order, there))
    return {key: tuple(dict.fromkeys(s for _, s in sorted(told)))[:RESEMBLING] for key, told in found.items()}


def _mentions(events: Sequence[Event]) -> tuple[_Mentions, Mapping[str, int]]:
    """The passages of every document in text order with their events, and the longest of each document."""
    by_doc: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            by_doc[mention.doc].append((mention.start, mention.end, event.event))
    longest = {doc: max(end - start for start, end, _ in found) for doc, found in by_doc.items()}
    return {doc: sorted(found) for doc, found in by_doc.items()}, longest


def _touched(mentions: _Mentions, reach: Mapping[str, int], span: Span) -> Iterator[str]:
    found = mentions.get(span.doc, ())
    first = bisect_left(found, (span.start - reach.get(span.doc, 0), 0, ""))
    for start, end, event in found[first:]:
        if start >= span.end:
            return
        if end > span.start:
            yield event
