"""What happened, when, and who tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.terms import Certainty, Polarity, Voice
from checker.model.text import Range, Span


@dataclass(frozen=True, slots=True)
class Group:
    """Articles about the same happening."""

    group: str
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place under all its names and spellings."""

    entity: str
    name: str
    type: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as the text gives it. `from_`/`to` are ISO days; one None where that end is open ("since May").

    Both are None where the anchor is unknown.
    """

    span: Span
    from_: str | None
    to: str | None
    anchor: Span | None
    basis: str
    rule: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as far as the texts say."""

    from_: str | None
    to: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened and that texts tell. `mentions` are passages, `participants` entity ids."""

    event: str
    label: str
    date: EventDate
    participants: tuple[str, ...]
    mentions: tuple[Span, ...]
    rule: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class AlignmentEvidence:
    """What two passages share."""

    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages of different documents that tell the same thing; `score` from 0 to 1."""

    a: Span
    b: Span
    event: str | None
    score: float
    state: Literal["aligned", "possible"]
    evidence: AlignmentEvidence
    rule: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a claim. `absent`: the grammar leaves it out; `unread`: we could not tell."""

    state: Literal["expressed", "absent", "unread"]
    spans: tuple[Range, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a passage says happened, in slots. `proposition` joins claims about one thing.

    `lemma` is the predicate with its particle, `classes` what kinds of deed it names, `cues` the words that
    show `certainty`.
    """

    claim: str
    event: str | None
    proposition: str
    span: Span
    predicate: Range
    lemma: str
    classes: tuple[str, ...]
    agent: Slot
    patient: Slot
    place: Slot
    time: Slot
    numbers: tuple[Range, ...]
    polarity: Polarity
    certainty: Certainty
    cues: tuple[Range, ...]
    voice: Voice
    attribution: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Framing:
    """A choice of words or grammar that frames: evidence, never a score. `cue` is the choice itself."""

    span: Span
    device: str
    cue: Range
    voice: Voice
    speaker: str | None
    event: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a document has of an event. `searched` are the words that were looked for."""

    event: str
    doc: str
    state: Literal["covered", "possible", "left_out", "no_passage_found", "not_collected"]
    searched: tuple[str, ...]
    basis: str
