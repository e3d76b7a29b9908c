"""Which blocks of a page are the article: an extractor's answer, laid onto the page's own text."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from checker.extract.furniture import Piece

SIZE, TAGS = 3_000_000, 15_000
"""Characters and tags of the largest page that the extractors are asked about: their time grows with the square."""

_WORD = re.compile(r"\w+")
_RUN = 3


def article_text(source: str) -> str:
    """The article as `trafilatura` reads it, else as `resiliparse` does; "" where none is found."""
    if len(source) > SIZE or source.count("<") > TAGS:
        return ""
    return _trafilatura(source) or _resiliparse(source)


def laid_onto(found: Sequence[Piece], wording: Sequence[bool], answer: str, title: str) -> list[bool]:
    """For each block, whether most of its words stand in the answer, and its wording is no furniture's.

    Words are compared in runs of three, since single words stand in every footer. The page's title is kept.
    """
    words = [w.casefold() for w in _WORD.findall(answer)]
    runs = _runs(words)
    lines = {" ".join(w.casefold() for w in _WORD.findall(line)) for line in answer.split("\n")}
    titles = {" ".join(w.casefold() for w in _WORD.findall(title))} - {""}
    keep: list[bool] = []
    for piece, kept in zip(found, wording, strict=True):
        own = [w.casefold() for w in _WORD.findall(piece.seen.text)]
        joined = " ".join(own)
        headline = piece.block.kind == "heading" and joined in titles
        inside = joined in lines or (len(own) >= _RUN and _share(own, runs) >= 0.6)
        keep.append(headline or (kept and bool(own) and inside))
    return keep


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _share(words: list[str], runs: set[tuple[str, ...]]) -> float:
    own = list(zip(*(words[i:] for i in range(_RUN)), strict=False))
    return sum(run in runs for run in own) / len(own)


def _trafilatura(source: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return (
            trafilatura.extract(source, include_comments=False, include_tables=True, deduplicate=False) or ""
        )
    except Exception:
        return ""


def _resiliparse(source: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    try:
        return str(extract_plain_text(source, main_content=True, alt_texts=False, comments=False))
    except Exception:
        return ""
