"""Which event two aligned passages tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Alignment, Event, Span

NAME = "alignments"
VERSION = "1"
REQUIRES = ("pairs", "events")


def run(pairs: Sequence[Alignment], events: Sequence[Event]) -> tuple[Alignment, ...]:
    """The same alignments with `event` set where a passage of one event holds each side; the smallest first."""
    mentions: dict[str, list[tuple[int, str, Span]]] = defaultdict(list)
    for event in events:
        for span in event.mentions:
            mentions[span.doc].append((span.end - span.start, event.event, span))
    return tuple(replace(pair, event=_common(mentions, pair)) for pair in pairs)


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
