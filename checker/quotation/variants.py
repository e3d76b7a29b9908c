"""Wordings of one utterance in different texts, or far apart in one, and where they differ."""

from __future__ import annotations

from collections import Counter

from checker.model import Attribution, Difference, Document, Quotation, Span, Variant, make_id
from checker.quotation.differences import Side, differences
from checker.quotation.grouping import groups
from checker.quotation.pieces import Utterance, utterances
from checker.quotation.wording import Wording, wordings

NAME = "quotations"
VERSION = "2"
REQUIRES = ("documents", "attributions")
SHORTEST, SHORTEST_UNATTRIBUTED = 4, 6
"""Words of an utterance that may be joined with another; less is a phrase, not an utterance."""
PAIR = 2
"""Wordings up to which the first in text order is the one that the others are read against."""
__all__ = ["NAME", "REQUIRES", "VERSION", "run"]


def run(documents: tuple[Document, ...], attributions: tuple[Attribution, ...]) -> tuple[Quotation, ...]:
    """Join the wordings of each utterance that is quoted twice or more.

    Of three wordings or more the fullest comes first, the others by document and place; differences are read against
    the first, so that wordings of different parts can be compared. Quotations are sorted by document and place of their
    earliest wording. Utterances are compared only where they share uncommon words, so cost is near-linear.
    """
    ordered = tuple(sorted(documents, key=lambda d: d.doc))
    said: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        said.setdefault(attribution.doc, []).append(attribution)
    found = wordings(
        [
            u
            for number, document in enumerate(ordered)
            for u in utterances(number, document, said.get(document.doc, ()), SHORTEST)
            if u.attribution or len(u.folded) >= SHORTEST_UNATTRIBUTED
        ]
    )
    return tuple(_quotation(ordered, found, members, kind) for members, kind in groups(found))


def _sides(documents: tuple[Document, ...], said: list[Utterance]) -> list[Side]:
    """The variants, each called by its document, with its number among those of the document if there are more."""
    docs = [documents[u.document].doc for u in said]
    seen: Counter[str] = Counter()
    sides = []
    for doc, utterance in zip(docs, said, strict=True):
        seen[doc] += 1
        name = doc if docs.count(doc) == 1 else f"{doc} ({seen[doc]} of {docs.count(doc)})"
        sides.append(Side(name, doc, utterance))
    return sides


def _quotation(
    documents: tuple[Document, ...], found: list[Wording], members: list[int], kind: str
) -> Quotation:
    said = [found[i].utterance for i in members]
    fullest = max(said, key=lambda u: len(u.folded)) if len(said) > PAIR else said[0]
    sides = _sides(documents, [fullest, *(u for u in said if u is not fullest)])
    variants = tuple(
        Variant(Span(s.doc, *s.utterance.span), s.utterance.speaker, s.utterance.attribution) for s in sides
    )
    differing: tuple[Difference, ...] = tuple(d for side in sides[1:] for d in differences(sides[0], side))
    first = documents[found[members[0]].utterance.document]
    id_ = make_id("quotation", first.text_sha256 or first.doc, *found[members[0]].utterance.span)
    return Quotation(id_, variants, differing, f"quotation.{kind}")
