"""The text of a document as a reader sees it, with the way back to the stored text."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from checker.model import Document, Range


def visible(document: Document) -> str:
    """The text without its markup."""
    if not document.markup:
        return document.text
    return "".join(document.text[start:end] for start, end in _kept(document))


class Way:
    """The way from offsets of the visible text to the stored text."""

    def __init__(self, document: Document) -> None:
        self.kept = _kept(document)
        self.sizes = [0, *accumulate(end - start for start, end in self.kept)]

    def back(self, start: int, end: int) -> Range:
        """The stored range of a visible one that is not empty."""
        return self._stored(start), self._stored(end - 1) + 1

    def _stored(self, position: int) -> int:
        i = bisect_right(self.sizes, position) - 1
        return self.kept[i][0] + position - self.sizes[i]


def _kept(document: Document) -> list[Range]:
    """The stretches of text that are not markup, in order, none empty."""
    kept, position = list[Range](), 0
    for start, end in sorted(document.markup):
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if position < len(document.text):
        kept.append((position, len(document.text)))
    return kept
