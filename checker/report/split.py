"""Where a long text is cut into pages and blocks, so that no page grows beyond what a browser draws at once."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Block, Document, Range

PAGE = 240_000
"""Characters of a stored copy on one page."""
BLOCK = 6_000
"""Characters of a paragraph before it is printed in pieces."""


def blocks_of(document: Document) -> list[Block]:
    """The document's blocks; lines where it has none; long ones cut at a space."""
    found = document.blocks or tuple(_lines(document.text))
    return [part for block in found if block.start < block.end for part in _cut(document.text, block)]


def _lines(text: str) -> Iterator[Block]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(at, at + len(line), "paragraph")
        at += len(line) + 1


def _cut(text: str, block: Block) -> Iterator[Block]:
    at = block.start
    while block.end - at > BLOCK:
        space = text.rfind(" ", at + BLOCK // 2, at + BLOCK)
        stop = space + 1 if space > 0 else at + BLOCK
        yield Block(at, stop, block.kind)
        at = stop
    yield Block(at, block.end, block.kind)


def page_parts(document: Document) -> tuple[Range, ...]:
    """Ranges that together are the whole text, one a page, cut between blocks."""
    cuts, last = [0], 0
    for block in blocks_of(document) if len(document.text) > PAGE else ():
        if block.end - last > PAGE and block.start > last:
            cuts.append(block.start)
            last = block.start
    return tuple(zip(cuts, [*cuts[1:], len(document.text)], strict=True))
