"""A piece of text as a reader sees it: without markup, with the way back to the source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from checker.model import Range


@dataclass(frozen=True, slots=True)
class Seen:
    """Visible characters and, for each, its offset in the document."""

    text: str
    offsets: tuple[int, ...]

    def range(self, start: int, end: int) -> Range:
        """The range of the document from visible character `start` to `end`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def see(text: str, start: int, end: int, markup: tuple[Range, ...]) -> Seen:
    """What is visible of `text[start:end]`; `markup` is sorted and does not overlap itself."""
    pieces: list[str] = []
    kept: list[int] = []
    at, i = start, max(0, bisect_left(markup, (start, start)) - 1)
    while at < end:
        hidden = markup[i] if i < len(markup) else (end, end)
        upto = min(max(hidden[0], at), end)
        pieces.append(text[at:upto])
        kept.extend(range(at, upto))
        at, i = max(hidden[1], upto), i + 1
    return Seen("".join(pieces), tuple(kept))
