"""Utterances that stand in several wordings: which are shown, where, and which divergence is about them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Divergence, Quotation
from checker.report.corpus import Corpus
from checker.report.names import safe_names


def known_quotations(corpus: Corpus) -> list[Quotation]:
    """Utterances with two collected wordings or more, those whose differences matter first."""
    found = [
        q
        for q in corpus.analysis.quotations
        if len(q.variants) > 1 and all(corpus.known(v.span) for v in q.variants)
    ]
    return sorted(
        found, key=lambda q: (-sum(d.matters for d in q.differences), q.variants[0].span, q.quotation)
    )


def quotation_key(quotation: Quotation) -> str:
    """The key of an utterance's page."""
    return f"quotation-{safe_names([quotation.quotation])[quotation.quotation]}"


def quotation_of(quotations: Iterable[Quotation], divergence: Divergence) -> Quotation | None:
    """The utterance that a divergence about a quotation is about: it has two of its wordings as evidence."""
    if divergence.kind != "quotation":
        return None
    best = max(quotations, key=lambda q: _shown(q, divergence), default=None)
    return best if best and _shown(best, divergence) > 1 else None


def _shown(quotation: Quotation, divergence: Divergence) -> int:
    """How many wordings of the utterance the evidence has."""
    return sum(any(v.span.overlaps(e.span) for e in divergence.evidence) for v in quotation.variants)
