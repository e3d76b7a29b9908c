"""Rules, and where texts come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.text import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and what the rule finds in it: `finds` are exact pieces of `text`."""

    text: str
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a record was made. `id` is `room.name`; `says` explains it to a reader; two examples at least."""

    id: str
    title: str
    says: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A text as someone names it; `doc` is set where it is in the corpus."""

    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    doc: str | None = None


@dataclass(frozen=True, slots=True)
class ProvenanceLink:
    """How a text came from another, or belongs with it."""

    relation: Literal["republication", "translation", "same_author", "shared_text", "revision", "archive"]
    of: Work
    basis: Literal["stated", "inferred"]
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """`origin` is the authored text behind a document; `voice` is who speaks in it.

    Documents with one voice count once wherever sources are counted.
    """

    doc: str
    origin: str
    voice: str
    links: tuple[ProvenanceLink, ...]
