"""The sentence of a divergence as it is set: what it says, then the words that it repeats from the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.report.views import Piece
from checker.report.words import shorten

SHARE = 0.4
"""Share of quoted characters from which what follows a colon only repeats the words beside it."""
LONG, ROOM = 150, 64
"""Characters of a sentence from which the words that it quotes are shortened, and to how many."""

_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")
_STOPPED = re.compile(r"([.!?…][”\"»’])\.$")
_OPENING = re.compile(r"([^“”:]{12,110}): (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """A headline and its detail, in pieces; those of class `serif` are a source's words.

    `detail` is empty where all of the sentence is needed to understand it; `repeats` says that it only
    has the words that stand beside it anyway.
    """

    head: tuple[Piece, ...]
    detail: tuple[Piece, ...]
    repeats: bool


def set_statement(statement: str) -> Statement:
    """The sentence of a divergence, parted after its opening where the rest is quoted words, or is long."""
    found = _OPENING.fullmatch(statement)
    repeats = bool(found) and _share(found[2] if found else "") >= SHARE
    if found and (repeats or len(found[2]) > LONG):
        return Statement(tuple(_pieces(found[1])), tuple(_pieces(found[2])), repeats)
    long = len(statement) > LONG
    head = tuple(_shortened(p) if long and p.css else p for p in _pieces(statement))
    return Statement(head, (), False)


def ended(statement: str) -> str:
    """The statement without a second full stop after a quotation that has its own."""
    return _STOPPED.sub(r"\1", statement)


def _shortened(piece: Piece) -> Piece:
    """Long words of a source by their beginning: the card has all of them beside the headline."""
    inside = piece.text[1:-1]
    return piece if len(inside) <= ROOM else Piece(f"“{shorten(inside, ROOM)}”", piece.css)


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
