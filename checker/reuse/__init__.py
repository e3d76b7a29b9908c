"""Passages that stand in several documents: an index of short word runs, extended and merged.

Nothing is sampled: every passage of eight shared words is found. Cost is near-linear in the number of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.model import Document, Reuse, Span
from checker.reuse.index import SEED, Index, build
from checker.reuse.passages import Passage, passages
from checker.reuse.reading import Way, visible
from checker.reuse.rules import RULES
from checker.reuse.words import read

NAME = "reuse"
VERSION = "1"
REQUIRES = ("documents",)
FEW, SHARE, MANY = 4, 0.2, 20
"""A passage is furniture where it stands in `SHARE` of the documents (at least `FEW`), or in `MANY`."""

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]


def run(documents: Sequence[Document]) -> tuple[Reuse, ...]:
    """Passages of at least eight shared words in two different documents, sorted by place.

    Where a passage stands in more than a dozen places, each is paired with the first document alone.
    """
    ordered = sorted(documents, key=lambda d: d.doc)
    words = read(visible(document) for document in ordered)
    index = build(words.numbers, words.starts)

    @cache
    def way(number: int) -> Way:
        return Way(ordered[number])

    def span(number: int, first: int, end: int) -> Span:
        return Span(
            ordered[number].doc, *way(number).back(int(words.begins[first]), int(words.ends[end - 1]))
        )

    found = []
    for passage in passages(index):
        a = span(passage.first, passage.a, passage.a_end)
        b = span(passage.second, passage.b, passage.b_end)
        furniture = _common(index, passage, len(ordered)) or any(
            _in_furniture(ordered[n], place) for n, place in ((passage.first, a), (passage.second, b))
        )
        found.append(Reuse(a, b, "verbatim" if passage.verbatim else "near", furniture))
    return tuple(sorted(found, key=lambda r: (r.a, r.b)))


def _common(index: Index, passage: Passage, total: int) -> bool:
    """Whether most of the passage stands in many documents."""
    enough = max(FEW, min(MANY, round(SHARE * total)))
    spread = index.spread[passage.a : max(passage.a + 1, passage.a_end - SEED + 1)]
    return bool(2 * (spread >= enough).sum() >= max(1, len(spread)))


def _in_furniture(document: Document, span: Span) -> bool:
    """Whether at least half of the span lies outside the article."""
    inside = sum(max(0, min(e, span.end) - max(s, span.start)) for s, e in document.boilerplate)
    return 2 * inside >= span.end - span.start
