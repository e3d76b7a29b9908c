"""Wordings of one utterance in different texts, or far apart in one, and where they differ."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from checker.model import (
    Attribution,
    Difference,
    Document,
    Group,
    Parse,
    Quotation,
    Range,
    Span,
    TimeExpression,
    Variant,
    make_id,
)
from checker.quotation.attaching import attached
from checker.quotation.corpus import Corpus
from checker.quotation.differences import Side, differences
from checker.quotation.grouping import groups
from checker.quotation.lexicon import is_content
from checker.quotation.pieces import Utterance
from checker.quotation.retelling import Retellings
from checker.quotation.wording import Wording, wordings

NAME = "quotations"
VERSION = "3"
REQUIRES = ("documents", "attributions", "parses", "times", "groups")
SHORTEST, SHORTEST_UNATTRIBUTED = 4, 6
"""Words of an utterance that may be joined with another; less is a phrase, not an utterance."""
PHRASE, CONTENT = 3, 2
"""Words, and words of content, of a phrase with a verb that may be found whole in an utterance."""
_EDITED = re.compile(r"\w\[(?:e?d|s)\]")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
__all__ = ["NAME", "REQUIRES", "VERSION", "run"]


def run(
    documents: tuple[Document, ...],
    attributions: tuple[Attribution, ...],
    parses: tuple[Parse, ...] = (),
    times: tuple[TimeExpression, ...] = (),
    circles: tuple[Group, ...] | None = None,
) -> tuple[Quotation, ...]:
    """Join the wordings of each utterance that is quoted twice or more, or quoted and told without quotation marks.

    The base comes first: a primary source's words, else the fullest wording; the others by document and place.
    Differences are read against the base, so that wordings of different parts can be compared. Quotations are sorted
    by document and place of their earliest quoted wording. Utterances are compared only where they share uncommon
    words, so cost is near-linear.
    """
    corpus = Corpus(documents, attributions, parses, times)
    near = _circles(corpus.documents, circles)
    found = _found(corpus)
    joined = groups(found, near)
    held = Retellings(found, near)
    told = [r for n in range(len(corpus.documents)) for r in corpus.retold(n, held)]
    return tuple(_quotation(corpus.documents, said, kind) for said, kind in attached(found, joined, told))


def _circles(documents: tuple[Document, ...], groups: tuple[Group, ...] | None) -> list[frozenset[int]]:
    """Documents (numbers) about one happening: all of them where nobody has grouped them."""
    if groups is None:
        return [frozenset(range(len(documents)))]
    numbers = {d.doc: n for n, d in enumerate(documents)}
    return [frozenset(numbers[doc] for doc in group.docs if doc in numbers) for group in groups]


def _found(corpus: Corpus) -> list[Wording]:
    rows, weak = [], set()
    for number in range(len(corpus.documents)):
        for said, moment in corpus.said(number, PHRASE):
            enough = SHORTEST if said.attribution else SHORTEST_UNATTRIBUTED
            if len(said.folded) < enough:
                if not _is_clause(corpus, said):
                    continue
                if said.speaker is None:
                    weak.add(said)
            rows.append((said, moment))
    return wordings(rows, weak)


def _is_clause(corpus: Corpus, said: Utterance) -> bool:
    """Whether a phrase has a verb (an ending in brackets shows one), and enough words that say what it is about."""
    parse = corpus.parse(said.document)
    verb = parse and any(parse.tokens[i].tag in _FINITE for i in parse.tokens_in(*said.span))
    return (
        bool(verb or _EDITED.search(said.folded.view)) and sum(map(is_content, said.folded.words)) >= CONTENT
    )


def _sides(documents: tuple[Document, ...], said: list[Utterance]) -> list[Side]:
    """The variants, each called by its document, with its number among those of the document if there are more."""
    counts = Counter(u.document for u in said)
    sides = []
    for utterance in said:
        doc = documents[utterance.document].doc
        place = sum(u.document == utterance.document and u.span <= utterance.span for u in said)
        total = counts[utterance.document]
        sides.append(Side(doc if total == 1 else f"{doc} ({place} of {total})", doc, utterance))
    return sides


def _quotation(documents: tuple[Document, ...], said: list[Utterance], kind: str) -> Quotation:
    base = min(said, key=lambda u: _order(documents, u))
    sides = _sides(documents, [base, *(u for u in said if u is not base)])
    variants = tuple(
        Variant(
            Span(s.doc, *s.utterance.span), s.utterance.speaker, s.utterance.attribution, s.utterance.voice
        )
        for s in sides
    )
    differing: tuple[Difference, ...] = tuple(
        replace(d, variant=n) for n, side in enumerate(sides[1:], 1) for d in differences(sides[0], side)
    )
    first = documents[said[0].document]
    id_ = make_id("quotation", first.text_sha256 or first.doc, *said[0].span)
    return Quotation(id_, variants, differing, f"quotation.{kind}")


def _order(documents: tuple[Document, ...], said: Utterance) -> tuple[bool, bool, int, int, Range]:
    """A primary source before others, quoted words before words that are told, then the fullest."""
    primary = documents[said.document].role == "primary"
    content = sum(map(is_content, said.folded.words))
    return not primary, said.voice != "quoted", -content, said.document, said.span
