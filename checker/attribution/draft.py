"""An attribution while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Range


@dataclass(frozen=True, slots=True)
class Draft:
    """Token `head` of the cue, tokens of cue and source (none: empty), ranges of the content, and the rule."""

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[Range, ...]
    rule: str
    under: int = -1
    """The cue of the saying that repeats the same content; -1: the content alone tells what it stands in."""
