"""The head and the foot of a text, where it says whose it is and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Document, Range

HEAD, FOOT = 6, 8
"""Blocks from the start, and from the end, in which a text speaks of itself."""
LONGEST = 600
"""Characters of a remark of this kind; a longer block is the article."""


def edges(document: Document) -> Iterator[Range]:
    """The short blocks of the head and the foot, in text order, each once."""
    blocks = document.blocks
    kept = blocks if len(blocks) <= HEAD + FOOT else (*blocks[:HEAD], *blocks[-FOOT:])
    for block in kept:
        if block.end - block.start <= LONGEST:
            yield block.start, block.end
