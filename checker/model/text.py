"""Texts and places in them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

Range = tuple[int, int]
"""A half-open range of Unicode code points into one document's text."""


def make_id(*parts: object) -> str:
    """Twelve hex digits that depend on `parts` alone, so that ids stay the same from run to run."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: code points `start` to `end`, half-open."""

    doc: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `from_` to `to`, ISO 8601 (`2022-02-25`), both included; `basis` says how we know."""

    from_: str
    to: str
    basis: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a corpus says about one file; everything but `path` may be missing.

    `requested` is the address that led to `url`, `archived` that of the archived copy which the file is, and
    `revision_of` the id of an earlier capture of the same address.
    """

    path: str
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    title: str | None = None
    role: Literal["primary", "secondary"] | None = None
    retrieved: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    requested: str | None = None
    archived: str | None = None
    revision_of: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes as they came, and how they came. `sha256` is of `data`."""

    doc: str
    path: str
    data: bytes
    sha256: str
    media_type: str
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the page has it: `start`..`end` is the whole link, `label` its visible words."""

    start: int
    end: int
    label: Range
    url: str
    form: Literal["inline", "reference", "autolink", "bare", "image", "anchor"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or caption, without the line break after it."""

    start: int
    end: int
    kind: Literal["heading", "paragraph", "item", "quote", "caption", "rule"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a document's metadata, with the words that show it (`span` None: not in the text)."""

    name: Literal["title", "outlet", "author", "date", "original", "original_url", "translator", "language"]
    value: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what its own page says of it.

    `text` never changes once it is extracted. `markup` are the ranges that a reader does not see
    (Markdown link brackets and targets, emphasis marks, escapes); the reading view leaves them out.
    `body` and `boilerplate` are made of whole blocks and do not overlap.
    """

    doc: str
    path: str
    sha256: str
    text_sha256: str
    extractor: str
    media_type: str
    title: str | None
    outlet: str | None
    author: str | None
    published: Interval | None
    language: str
    role: Literal["primary", "secondary"]
    body: tuple[Range, ...]
    boilerplate: tuple[Range, ...]
    text: str = field(repr=False)
    url: str | None = None
    retrieved: str | None = None
    archived: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    markup: tuple[Range, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    candidates: tuple[Candidate, ...] = field(default=(), repr=False)

    @property
    def outlet_name(self) -> str | None:
        """The outlet as a sentence names it: without a remark in brackets at the end."""
        bare = re.sub(r"\s*\([^()]*\)$", "", self.outlet or "")
        return bare or self.outlet

    def quote(self, span: Span | Range) -> str:
        """The exact words of a span or range of this document."""
        start, end = (span.start, span.end) if isinstance(span, Span) else span
        return self.text[start:end]

    def in_body(self, start: int, end: int) -> bool:
        """Whether the range lies in the article rather than in page furniture."""
        return any(s <= start and end <= e for s, e in self.body)


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, what it cost, and what to do; never a reason to stop the run."""

    doc: str | None
    stage: str
    what: str
    do: str
