"""What is said, by whom, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.terms import Polarity, Voice
from checker.model.text import Range, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what. All ranges are of document `doc`.

    `source` is the mention on the spot ("he"), `speaker` the entity that it is, None where unsure.
    """

    doc: str
    id: str
    source: tuple[Range, ...] | None
    speaker: str | None
    cue: tuple[Range, ...] | None
    content: tuple[Range, ...]
    kind: Literal["direct", "indirect", "mixed"]
    polarity: Polarity
    hedge: tuple[Range, ...]
    naming: Literal["named", "described", "anonymous", "none"]
    outer: str | None
    venue: Range | None
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a quotation and its source.

    `quote` and `source` are the words on either side ("" where there are none); `at` is a range of the
    quotation, `source_span` the place in the document; `accepted` is True for editing that style guides allow.
    """

    op: Literal["insert", "delete", "replace", "hidden"]
    quote: str
    source: str
    note: str
    at: Range | None = None
    source_span: Span | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quotation is, against the texts it was checked with."""

    id: str
    verdict: Literal["verbatim", "conventional", "altered", "misleading", "not_found"]
    match: Span | None
    changes: tuple[Change, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of an utterance, with who it is given to.

    `voice` says how: quoted, reported in the text's own words, or told by the narrator as a fact.
    """

    span: Span
    speaker: str | None
    attribution: str | None
    voice: Voice = "quoted"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two variants part: `a` and `b` are places in the first and the other (None: nothing there).

    `variant` is the number of the other among the variants.
    """

    op: Literal["insert", "delete", "replace", "hidden"]
    a: Span | None
    b: Span | None
    note: str
    matters: bool
    variant: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """The wordings of one utterance; differences are read against the first variant."""

    quotation: str
    variants: tuple[Variant, ...]
    differences: tuple[Difference, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that stands in two documents."""

    a: Span
    b: Span
    kind: Literal["verbatim", "near"]
    boilerplate: bool
