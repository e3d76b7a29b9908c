"""What templates print, as plain records that many pages share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker.model import Range, Span
from checker.report.names import SourceName
from checker.report.signs import Sign

_Row = TypeVar("_Row")
PART = 100
"""Rows on one page of a list."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in the report: a page's key and an id on that page ("" for its top)."""

    page: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the report with the words that lead there."""

    text: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a source that look alike. `css` are classes; `said` is what a screen reader adds."""

    text: str
    css: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed citation: exact words with their place, and what stands around them.

    `outer` is the range that is printed, `span` the range that is cited inside it.
    """

    span: Span
    outer: Range
    before: tuple[Piece, ...]
    core: tuple[Piece, ...]
    after: tuple[Piece, ...]
    locator: str
    ref: Ref
    language: str
    rtl: bool

    @property
    def has_context(self) -> bool:
        """Whether more than the cited words is printed."""
        return self.outer != (self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """Whose words: the sign, who speaks, and how surely."""

    sign: Sign
    who: str
    certainty: Sign | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a column head or a row head."""

    doc: str
    name: SourceName
    ref: Ref | None
    when: str
    author: str
    voice: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket over columns `first` to `last` (from 1) that are one voice."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it goes, which template draws it, and what it prints; `pager` of a list that may have parts."""

    key: str
    path: str
    title: str
    template: str
    section: str
    view: object
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """The parts of a list or text that was split over pages; `current` counts from 1."""

    current: int
    refs: tuple[Ref, ...]


def parts_of(key: str, rows: int) -> list[tuple[str, str]]:
    """Keys and paths of the pages that a list takes: ("claims", "claims.html"), ("claims-2", "claims-2.html"), …"""
    further = (f"{key}-{i}" for i in range(2, -(-rows // PART) + 1))
    return [(name, f"{name}.html") for name in (key, *further)]


def paged(key: str, rows: Sequence[_Row]) -> Iterator[tuple[str, str, Sequence[_Row], Pager]]:
    """Key, path, rows and pager of each page of a list."""
    places = parts_of(key, len(rows))
    refs = tuple(Ref(name) for name, _ in places)
    for i, (name, path) in enumerate(places):
        yield name, path, rows[i * PART : (i + 1) * PART], Pager(i + 1, refs)
