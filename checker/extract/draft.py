"""What a reader of one media type hands to the assembly of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import Block, Candidate, Link, Range, Snapshot


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its blocks, which of them are the article (`keep`), and candidates in order of trust.

    `guessed` is the encoding where the bytes did not say which it was, `lost` what of the source could not be read.
    """

    text: str
    extractor: str
    guessed: str | None
    blocks: tuple[Block, ...]
    keep: tuple[bool, ...]
    markup: tuple[Range, ...]
    links: tuple[Link, ...]
    candidates: tuple[Candidate, ...]
    language: str | None = None
    lost: str | None = None


def author_of(candidates: Iterable[Candidate], snapshot: Snapshot) -> str | None:
    """The first author among the candidates, else the one that the manifest gives."""
    return next((c.value for c in candidates if c.name == "author"), snapshot.manifest.author)
