"""Which event two aligned passages tell, and which passages outside its texts may tell it too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker.events import counterparts
from checker.events.sentences import passages
from checker.model import Alignment, Document, Event, Parse, Span, TimeExpression

NAME = "alignments"
VERSION = "2"
REQUIRES = ("pairs", "events", "documents", "parses", "times")


def run(
    pairs: Sequence[Alignment],
    events: Sequence[Event],
    documents: Sequence[Document],
    parses: Sequence[Parse],
    times: Sequence[TimeExpression],
) -> tuple[Alignment, ...]:
    """The same alignments with `event` set where a passage of one event holds each side; the smallest first.

    Beside them, by place, possible ones of an event's sentences with those of texts that have no passage of it.
    """
    mentions: dict[str, list[tuple[int, str, Span]]] = defaultdict(list)
    for event in events:
        for span in event.mentions:
            mentions[span.doc].append((span.end - span.start, event.event, span))
    told = [replace(pair, event=_common(mentions, pair)) for pair in pairs]
    return tuple(
        sorted([*told, *_further(pairs, events, documents, parses, times)], key=lambda x: (x.a, x.b))
    )


def _further(
    pairs: Sequence[Alignment],
    events: Sequence[Event],
    documents: Sequence[Document],
    parses: Sequence[Parse],
    times: Sequence[TimeExpression],
) -> list[Alignment]:
    """Pairs that the comparison within groups has not; one of several events belongs to none of them alone."""
    by_doc = {p.doc: p for p in parses}
    read = {
        d.doc: passages(d, by_doc[d.doc], ())
        for d in sorted(documents, key=lambda d: d.doc)
        if d.doc in by_doc
    }
    known = {((p.a.doc, p.a.start), (p.b.doc, p.b.start)) for p in pairs}
    index = counterparts.index(read, times)
    found: dict[tuple[Span, Span], Alignment] = {}
    for event in events:
        for pair in counterparts.find(event, known, index):
            again = (pair.a, pair.b) in found
            found[pair.a, pair.b] = replace(pair, event=None) if again else pair
    return list(found.values())


def _common(mentions: dict[str, list[tuple[int, str, Span]]], pair: Alignment) -> str | None:
    first, second = (_holding(mentions.get(span.doc, []), span) for span in (pair.a, pair.b))
    both = [(first[event] + second[event], event) for event in first if event in second]
    return min(both)[1] if both else None


def _holding(rows: list[tuple[int, str, Span]], span: Span) -> dict[str, int]:
    """The events whose passages share a character with the span, with the size of the passage."""
    found: dict[str, int] = {}
    for size, event, mention in sorted(rows):
        if mention.overlaps(span):
            found.setdefault(event, size)
    return found
