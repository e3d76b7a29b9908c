"""Which divergence to read first."""

from __future__ import annotations

from collections.abc import Iterable

from checker.divergence.draft import CHARS, SPANS, Draft
from checker.model import Divergence, Span, make_id

NAME = "divergences"
VERSION = "1"
REQUIRES = ("drafts",)

SHARE = {"agency": 1.0, "quotation": 1.0, "attribution": 0.9, "certainty": 0.9, "provenance": 1.1, "inconsistency": 1.1,
         "date": 1.0, "number": 0.9, "label": 0.9, "omission": 0.8}  # fmt: skip
"""How early a kind comes by itself. Kinds take turns, so that no kind fills the first page."""
LISTS = frozenset({
    "divergence.stance-verbs", "divergence.unnamed-sources", "divergence.judging-words", "divergence.spelling",
    "divergence.term-at-a-distance",
})  # fmt: skip
"""Rules that lay words side by side. Two statements that cannot both be right come before them."""
LATER = 3.0
"""Turns by which a list comes later than a conflict of its importance."""


def run(drafts: Iterable[Draft]) -> tuple[Divergence, ...]:
    """Drafts, none of which repeats another, in reading order.

    Order: importance, then turns of kinds (a kind's second draft comes after the first of others), conflicts before
    lists of words, then weight.
    """
    turns: dict[str, int] = {}
    rows = []
    for draft in sorted(drafts, key=_merit):
        turn = turns.get(draft.kind, 0)
        turns[draft.kind] = turn + 1
        later = LATER if draft.rule in LISTS else 0.0
        rows.append(
            ((4 - draft.importance) * 4 + (turn + 1) / SHARE[draft.kind] + later, _merit(draft), draft)
        )
    rows.sort(key=lambda r: r[:2])
    return tuple(_divergence(number, draft) for number, (_, _, draft) in enumerate(rows, 1))


def unrepeated(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The sound drafts that repeat none, the best first.

    A draft repeats another where that shows all its spans.
    """
    kept: list[Draft] = []
    for draft in sorted((d for d in drafts if _sound(d)), key=_merit):
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    return tuple(kept)


def _sound(draft: Draft) -> bool:
    spans = [e.span for e in draft.evidence]
    return bool(spans) and len(spans) <= SPANS and all(0 < s.end - s.start <= CHARS for s in spans)


def _merit(draft: Draft) -> tuple[object, ...]:
    return -draft.importance, -draft.weight, draft.kind, [e.span for e in draft.evidence]


def _repeats(draft: Draft, other: Draft) -> bool:
    """Whether every text's words of the draft are already shown by a better one of the same kind."""
    if draft.kind != other.kind or draft.absent_from != other.absent_from:
        return False
    return all(_covered(e.span, other) for e in draft.evidence)


def _covered(span: Span, other: Draft) -> bool:
    return any(span.overlaps(e.span) for e in other.evidence)


def _divergence(rank: int, draft: Draft) -> Divergence:
    places = [(e.span.doc, e.span.start, e.span.end) for e in draft.evidence]
    return Divergence(
        id=make_id("divergence", draft.kind, draft.rule, places, draft.absent_from),
        kind=draft.kind,
        event=draft.event,
        rank=rank,
        importance=draft.importance,
        statement=draft.statement,
        evidence=draft.evidence,
        absent_from=draft.absent_from,
        rule=draft.rule,
        note=draft.note,
    )
