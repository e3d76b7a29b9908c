"""Blocks as a reader sees them, with the way back to the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from checker.model import Block, Document, Range

_SENTENCE = re.compile(r"[.!?…][”\"’)]*(?:\[\^?\w+\])*$")
_FENCE = re.compile(r"(?:```|~~~)")

_LEAD = re.compile(r",? (?:(?:entitled|titled|called|named) )?")
_LONGEST = 120
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The visible characters of a block and, for each, its offset in the document."""

    block: Block
    text: str
    offsets: tuple[int, ...]
    body: bool

    @property
    def running(self) -> bool:
        """Whether it is running text of the article: no caption, and no heading but one that ends as a sentence."""
        kind = self.block.kind
        return self.body and kind != "caption" and (kind != "heading" or bool(_SENTENCE.search(self.text)))

    def range(self, start: int, end: int) -> Range:
        """The range of the document from visible character `start` to `end`."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """The visible character that stands at, or first after, an offset of the document."""
        return bisect_left(self.offsets, offset)


def shown(document: Document) -> tuple[Shown, ...]:
    """Every block of a document; what stands between code fences is no text of the article."""
    starts = [start for start, _ in document.body]
    found: list[Shown] = []
    code = False
    for block in document.blocks:
        i = bisect_right(starts, block.start) - 1
        body = i >= 0 and block.end <= document.body[i][1]
        text, offsets = _visible(document, block)
        fence = bool(_FENCE.match(text))
        found.append(Shown(block, text, offsets, body and not code and not fence))
        code ^= fence
    return tuple(found)


def _visible(document: Document, block: Block) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    kept: list[int] = []
    at, i = block.start, max(0, bisect_left(document.markup, (block.start, block.start)) - 1)
    while at < block.end:
        hidden = document.markup[i] if i < len(document.markup) else (block.end, block.end)
        upto = min(max(hidden[0], at), block.end)
        pieces.append(document.text[at:upto])
        kept.extend(range(at, upto))
        at, i = max(hidden[1], upto), i + 1
    return "".join(pieces), tuple(kept)


def marked(block: Shown, at: int) -> int | None:
    """Where the words end that the markup sets apart right behind `at`: `the paper *Slow Rivers*`."""
    lead = _LEAD.match(block.text, at)
    start = lead.end() if lead else at
    gap, i = block.offsets, start + 1
    if start >= len(gap) or not start or gap[start] == gap[start - 1] + 1 or not block.text[start].isupper():
        return None
    while i < min(len(gap), start + _LONGEST) and gap[i] == gap[i - 1] + 1:
        i += 1
    return i if i < len(gap) and gap[i] != gap[i - 1] + 1 and i - start > 3 else None
