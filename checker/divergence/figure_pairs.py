"""Which rows of two texts are compared: those of aligned sentences, and those of a small bucket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import Protocol, TypeVar

from checker.divergence.draft import Facts
from checker.divergence.told_when import of_one_story
from checker.model import Sentence, Span

LONG = 300
"""Tokens of the longest sentence that is read: more are a table or a list without full stops."""


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


Row = TypeVar("Row", bound=Placed)


def too_long(sentence: Sentence) -> bool:
    """Whether a sentence is too long to have a grammar."""
    return sentence.last - sentence.first > LONG


def each(rows: Iterable[Row], most: int) -> Iterator[tuple[Row, Row]]:
    """All pairs of rows of two texts; none where there are more than `most` rows."""
    held = sorted(rows, key=lambda row: row.span)
    if len(held) <= most:
        yield from ((a, b) for a, b in combinations(held, 2) if a.span.doc != b.span.doc)


def together(
    facts: Facts, read: dict[str, list[Row]], keys: Callable[[Row], Iterable[Hashable]], most: int
) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows of two texts on one happening that share a key; one that more than `most` rows have ties none."""
    for circle in facts.circles():
        held: dict[Hashable, list[Row]] = defaultdict(list)
        for row in (row for doc in circle for row in read[doc]):
            for key in keys(row):
                held[key].append(row)
        for rows in held.values():
            pairs = each(rows, most)
            yield from ((a, b) for a, b in pairs if of_one_story(facts, a.span.doc, b.span.doc))


def aligned(facts: Facts, read: dict[str, list[Row]]) -> Iterator[tuple[Row, Row, float]]:
    """Pairs of rows of aligned sentences of two texts, in the order of their places, with the alignment's score."""
    index: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for doc, rows in read.items():
        for row in rows:
            found = facts.sentence(doc, row.span.start)
            index[doc, found[0] if found else row.span.start].append(row)
    for pair in facts.alignments:
        left, right = (
            [
                r
                for s in facts.parses[x.doc].sentences_in(x.start, x.end)
                for r in index.get((x.doc, s.start), ())
            ]
            for x in (pair.a, pair.b)
        )
        if pair.a.doc > pair.b.doc:
            left, right = right, left
        yield from ((a, b, pair.score) for a in left for b in right if pair.a.doc != pair.b.doc)
