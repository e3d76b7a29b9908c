"""Plain and Markdown text: the content is the text, blocks and metadata are laid onto it."""

from __future__ import annotations

from dataclasses import replace

from checker.extract import blocks, furniture, markdown, stated
from checker.extract.decoding import decode
from checker.extract.draft import Draft, author_of
from checker.extract.furniture import Piece
from checker.extract.said import Said
from checker.model import Block, Snapshot

EXTRACTOR = "plain 1"


def read(snapshot: Snapshot) -> Draft:
    """The draft of a `.txt` or `.md` snapshot; ExtractError where there is no text."""
    text, guessed = decode(snapshot.data, snapshot.path, media_type=snapshot.media_type)
    split = blocks.split(text)
    markup, links = markdown.read(text, split)
    found = furniture.pieces(text, split, markup, links)
    said = stated.read(snapshot.doc, found, links)
    author = author_of(said.candidates, snapshot)
    keep = furniture.article(found, frozenset(said.lines), author)
    formed = shaped(found, keep, said)
    return Draft(text, EXTRACTOR, guessed, formed, tuple(keep), markup, links, tuple(said.candidates))


def shaped(found: tuple[Piece, ...], keep: list[bool], said: Said) -> tuple[Block, ...]:
    """The blocks with the kinds that their shape and their wording give them."""
    title = next((c.span.start for c in said.candidates if c.name == "title" and c.span), -1)
    formed: list[Block] = []
    for piece, kept in zip(found, keep, strict=True):
        block, shown = piece.block, piece.seen.text.strip()
        if block.kind == "paragraph":
            if furniture.is_caption(piece):
                block = replace(block, kind="caption")
            elif kept and (
                block.start <= title < block.end or (len(found) > 1 and blocks.looks_like_heading(shown))
            ):
                block = replace(block, kind="heading")
        formed.append(block)
    return tuple(formed)
