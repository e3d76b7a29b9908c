"""Which blocks of a page are the article: an extractor's answer, laid onto the page's own text."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.extract.furniture import Piece

SIZE, TAGS = 3_000_000, 15_000
"""Characters and tags of the largest page that the extractors are asked about: their time grows with the square."""

_WORD = re.compile(r"\w+")
_LINES = re.compile(r"\n|(?<=\s)\|\s|^\|\s", re.MULTILINE)
"""Between lines of an extractor's answer, and between the cells of its tables."""
_RUN = 3
_SHORT = 50
"""Runs of words below which it says little that two extractors disagree."""
_LINKED = 0.6
"""Share of a heading from which on it is a link."""
_SENTENCE = 8
"""Words of the shortest standfirst."""
_TEASER = 60
"""Words of the longest teaser of another article, with its heading."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The article as one extractor reads it ("" where none is found), and how much of it another reads too: 0 to 1."""

    text: str
    agreed: float


def article_text(source: str) -> Answer:
    """The article as `trafilatura` reads it, else as `resiliparse` does, which is the second opinion."""
    if len(source) > SIZE or source.count("<") > TAGS:
        return Answer("", 1.0)
    first, second = _trafilatura(source), _resiliparse(source)
    return Answer(first or second, _agreed(first, second))


def _agreed(one: str, other: str) -> float:
    """The runs of words that two texts share, of the mean of both (Dice); 1 where both are short."""
    runs, others = (_runs(_words(text)) for text in (one, other))
    if max(len(runs), len(others)) < _SHORT:
        return 1.0
    return 2 * len(runs & others) / (len(runs) + len(others))


def laid_onto(found: Sequence[Piece], wording: Sequence[bool], answer: str, title: str) -> list[bool]:
    """For each block, whether most of its words stand in the answer, and its wording is no furniture's.

    Words are compared in runs of three, since single words stand in every footer. The page's title is kept.
    """
    words = _words(answer)
    runs = _runs(words)
    lines = {_joined(line) for line in _LINES.split(answer)} - {""}
    titles = {_joined(title)} - {""}
    keep: list[bool] = []
    for piece, kept in zip(found, wording, strict=True):
        own = _words(piece.seen.text)
        joined = " ".join(own)
        headline = piece.block.kind == "heading" and joined in titles
        inside = joined in lines or (len(own) >= _RUN and _share(own, runs) >= 0.6)
        keep.append(headline or (kept and bool(own) and inside))
    _keep_headings(found, wording, keep)
    _keep_title(found, keep, titles)
    _keep_standfirst(found, wording, keep, titles)
    _drop_teasers(found, keep, titles)
    return keep


def _keep_headings(found: Sequence[Piece], wording: Sequence[bool], keep: list[bool]) -> None:
    """A heading right before a paragraph of the article is the article's, though the extractor lost it."""
    for i in range(len(found) - 2, -1, -1):
        if found[i].block.kind == "heading" and wording[i] and found[i].linked < _LINKED:
            keep[i] = keep[i] or (keep[i + 1] and found[i + 1].block.kind != "heading")


def _keep_title(found: Sequence[Piece], keep: list[bool], titles: set[str]) -> None:
    """The title of a page without headings: the last line with its words before the article."""
    first = next((i for i, kept in enumerate(keep) if kept), 0)
    if not any(p.block.kind == "heading" and _joined(p.seen.text) in titles for p in found):
        for i in range(first - 1, -1, -1):
            if _joined(found[i].seen.text) in titles:
                keep[i] = True
                return


def _keep_standfirst(
    found: Sequence[Piece], wording: Sequence[bool], keep: list[bool], titles: set[str]
) -> None:
    """A sentence between the title and the first paragraph, which extractors take for a line about the text."""
    title = next((i for i, p in enumerate(found) if keep[i] and _joined(p.seen.text) in titles), len(found))
    first = next((i for i in range(title + 1, len(found)) if keep[i]), title)
    for i in range(title + 1, first):
        sentence = found[i].seen.text.rstrip().endswith((".", "!", "?"))
        if wording[i] and sentence and found[i].words >= _SENTENCE and found[i].linked < _LINKED:
            keep[i] = True


def _drop_teasers(found: Sequence[Piece], keep: list[bool], titles: set[str]) -> None:
    """Headings that are links with a few words under each, two at least: they lead to other articles."""
    heads = [i for i, p in enumerate(found) if p.block.kind == "heading"]
    teasers = [
        range(i, end)
        for i, end in pairwise([*heads, len(found)])
        if found[i].linked >= _LINKED
        and _joined(found[i].seen.text) not in titles
        and sum(p.words for p in found[i:end]) <= _TEASER
    ]
    for i in (i for teaser in teasers for i in teaser if len(teasers) > 1):
        keep[i] = False


def _joined(text: str) -> str:
    """The words of a line, without what stands between them."""
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(text)]


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
