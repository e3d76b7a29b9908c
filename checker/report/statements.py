"""The sentence of a divergence as it is set: what it says, then the words that it repeats from the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.report.views import Piece

SHARE = 0.4
"""Share of quoted characters from which what follows a colon only repeats the words beside it."""

_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")
_OPENING = re.compile(r"([^“”:]{12,110}): (.+)", re.DOTALL)


def set_statement(statement: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The headline and its detail, in pieces; those of class `serif` are a source's words.

    The detail is empty where all of the sentence is needed to understand it.
    """
    found = _OPENING.fullmatch(statement)
    if found and _share(found[2]) >= SHARE:
        return tuple(_pieces(found[1])), tuple(_pieces(found[2]))
    return tuple(_pieces(statement)), ()


def _share(text: str) -> float:
    return sum(len(m[0]) for m in _QUOTED.finditer(text)) / len(text)


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for found in _QUOTED.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()])
        yield Piece(found[0], "serif")
        at = found.end()
    if at < len(text):
        yield Piece(text[at:])
