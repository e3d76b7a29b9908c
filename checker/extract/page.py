"""A web page: its whole visible text block by block, and which blocks an extractor calls the article."""

from __future__ import annotations

from checker.extract import furniture, page_metadata, stated
from checker.extract.decoding import decode
from checker.extract.draft import Draft
from checker.extract.page_body import article_text, laid_onto
from checker.extract.page_text import parse, visible
from checker.model import Candidate, Snapshot

EXTRACTOR = "page 1"


def read(snapshot: Snapshot) -> Draft:
    """The draft of an HTML snapshot; ExtractError where nothing on the page is visible."""
    source, guessed = decode(snapshot.data, snapshot.path, declared=True, media_type=snapshot.media_type)
    tree, source = parse(source, snapshot.path)
    text, blocks, links = visible(tree, snapshot.path)
    found = furniture.pieces(text, blocks, (), links)
    declared = page_metadata.read(tree, snapshot.doc, text)
    said = stated.read(snapshot.doc, found, links, titled=False)
    candidates = _sorted((*declared.candidates, *said.candidates))
    author = next((c.value for c in candidates if c.name == "author"), snapshot.manifest.author)
    wording = furniture.article(found, frozenset(said.lines), author)
    answer = article_text(source)
    keep = laid_onto(found, wording, answer, _title(candidates)) if answer else wording
    return Draft(text, EXTRACTOR, guessed, blocks, tuple(keep), (), links, candidates, declared.language)


def _title(candidates: tuple[Candidate, ...]) -> str:
    return next((c.value for c in candidates if c.name == "title"), "")


def _sorted(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """By the trust that their rules deserve; otherwise in the order found."""
    trust = (*page_metadata.TRUST, *(c.rule for c in candidates))
    return tuple(sorted(candidates, key=lambda c: trust.index(c.rule)))
