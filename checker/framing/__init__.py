"""Labels, loaded words, scare quotes, prominence, agency in grammar: evidence, never a score of an outlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.framing import choices, grammar, marks
from checker.framing.evidence import Find, Surroundings
from checker.framing.rules import RULES
from checker.model import Attribution, Document, Event, Framing, LabelGroup, Parse

NAME = "framing"
VERSION = "1"
REQUIRES = ("documents", "parses", "attributions", "events", "labels")

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]


def run(
    document: Document,
    parse: Parse,
    attributions: tuple[Attribution, ...],
    events: tuple[Event, ...],
    labels: tuple[LabelGroup, ...] = (),
) -> tuple[Framing, ...]:
    """Choices of words and grammar in the article, in text order.

    `span` is the sentence or, where that is longer than 400 code points, the part around the cue; `cue` the very
    words; `speaker` the one whose words they are in reported and quoted voice, None where unsure. `labels` are the
    user's groups beside the general ones.
    """
    around = Surroundings(document, parse, attributions, events)
    records = {made for find in _finds(around, attributions, labels) for made in _records(around, find)}
    return tuple(sorted(records, key=lambda r: (r.cue, r.device, r.rule, r.event or "")))


def _finds(
    around: Surroundings, attributions: tuple[Attribution, ...], labels: tuple[LabelGroup, ...]
) -> Iterator[Find]:
    parse = around.parse
    below = grammar.children(parse)
    yield from choices.labels(parse)
    yield from choices.own_labels(parse, labels)
    yield from choices.certainty(parse)
    yield from choices.distance(parse)
    yield from choices.judgement(parse)
    yield from grammar.agency(parse, below)
    yield from grammar.presupposition(parse, below, attributions)
    yield from marks.scare_quotes(parse, around.voices, attributions)
    yield from marks.prominence(around.document, parse)


def _records(around: Surroundings, find: Find) -> Iterator[Framing]:
    """The record of a find; a headline or lead has one for each event that it mentions."""
    made = around.record(find)
    if made is None:
        return
    events = around.events_touching(*find.cue) if find.device == "prominence" else []
    if not events:
        yield made
    for event in events:
        yield replace(made, event=event)
