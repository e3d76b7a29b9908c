"""A web page: its whole visible text block by block, and which blocks an extractor calls the article."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract import furniture, page_metadata, stated
from checker.extract.decoding import decode
from checker.extract.draft import Draft, author_of
from checker.extract.furniture import Piece
from checker.extract.page_body import article_text, laid_onto
from checker.extract.page_text import parse, visible
from checker.model import Candidate, Snapshot

EXTRACTOR = "page 2"
DISPUTED = "two extractors disagree about which part of the page is the article"
_AGREED = 0.5
"""Share of the article that two extractors have in common, below which they disagree much."""
_BESIDE_A_NAME = 3
"""Words that a by-line has beside a name."""


def read(snapshot: Snapshot) -> Draft:
    """The draft of an HTML snapshot; ExtractError where nothing on the page is visible."""
    source, guessed = decode(snapshot.data, snapshot.path, declared=True, media_type=snapshot.media_type)
    tree, source = parse(source, snapshot.path)
    text, blocks, links = visible(tree, snapshot.path)
    found = furniture.pieces(text, blocks, (), links)
    declared = page_metadata.read(tree, snapshot.doc, text)
    said = stated.read(snapshot.doc, found, links, titled=False)
    candidates = _sorted((*declared.candidates, *said.candidates))
    author = author_of(candidates, snapshot)
    lines = frozenset({*said.lines, *_bylines(found, author)})
    wording = furniture.article(found, lines, author)
    answer = article_text(source)
    keep = laid_onto(found, wording, answer.text, _title(candidates)) if answer.text else wording
    lost = f"{DISPUTED} ({answer.agreed:.0%} of it in common)" if answer.agreed < _AGREED else None
    return Draft(
        text, EXTRACTOR, guessed, blocks, tuple(keep), (), links, candidates, declared.language, lost
    )


def _bylines(found: Sequence[Piece], author: str | None) -> list[int]:
    """Lines before the first paragraph that are a declared author's name with a word or two, in any language."""
    first = next((i for i, piece in enumerate(found) if piece.running), 0)
    name = (author or "").casefold()
    longest = len(name.split()) + _BESIDE_A_NAME
    return [
        i
        for i in range(first if name else 0)
        if found[i].block.kind != "heading"
        and found[i].words <= longest
        and name in found[i].seen.text.casefold()
    ]


def _title(candidates: tuple[Candidate, ...]) -> str:
    return next((c.value for c in candidates if c.name == "title"), "")


def _sorted(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """By the trust that their rules deserve; otherwise in the order found."""
    trust = (*page_metadata.TRUST, *(c.rule for c in candidates))
    return tuple(sorted(candidates, key=lambda c: trust.index(c.rule)))
