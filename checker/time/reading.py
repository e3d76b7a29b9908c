"""Paragraphs as a reader sees them, with the way back to the stored text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from checker.model import Document, Parse, Range


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` without markup and with blanks for line breaks; character i stands at `offsets[i]`."""

    number: int
    text: str
    offsets: tuple[int, ...]

    def stored(self, start: int, end: int) -> Range:
        """The stored range of a non-empty range of `text`."""
        return self.offsets[start], self.offsets[end - 1] + 1


def paragraphs(document: Document, parse: Parse) -> list[Paragraph]:
    """The paragraphs of the parse, in order."""
    hidden = sorted(document.markup)
    starts = [start for start, _ in hidden]
    return [_read(document.text, i, span, hidden, starts) for i, span in enumerate(parse.paragraphs)]


def _read(text: str, number: int, span: Range, hidden: list[Range], starts: list[int]) -> Paragraph:
    kept: list[int] = []
    position, end = span
    for i in range(max(0, bisect_left(starts, position) - 1), bisect_left(starts, end)):
        low, high = hidden[i]
        kept.extend(range(position, max(position, min(low, end))))
        position = max(position, min(high, end))
    kept.extend(range(position, end))
    shown = "".join(" " if text[i].isspace() else text[i] for i in kept)
    return Paragraph(number, shown, tuple(kept))
