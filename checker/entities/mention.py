"""One name on the spot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name on the spot: characters and tokens (half-open), its words, the parser's type, titles before it.

    `heading` is set where the line is written in capitals and so proves no name; `key` is set where the grammar
    tells what is meant ("the Danes" for the state).
    """

    start: int
    end: int
    first: int
    last: int
    words: str
    type: str
    titles: frozenset[str] = frozenset()
    heading: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names of one text."""

    doc: str
    found: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Voted:
    """For the forms of one text what the parser mostly takes each for in all texts, where it takes it for something."""

    doc: str
    kinds: dict[str, str]
