"""Where a text's own arithmetic of days does not come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Document, Span, TimeExpression

_BESIDE = re.compile(r"\s*[,;(–—-]?\s*(?:i\.e\.,? |that is,? |namely,? )?(?:on |of )?$", re.IGNORECASE)
_FARTHEST = 4000


@dataclass(frozen=True, slots=True)
class Conflict:
    """`first` and `offset` together give the day `expected`; `second` says `stated` (ISO days)."""

    first: TimeExpression
    offset: TimeExpression
    second: TimeExpression
    expected: str
    stated: str


def arithmetic(document: Document, times: Sequence[TimeExpression]) -> tuple[Conflict, ...]:
    """Relative expressions beside an explicit date that is another day, in text order.

    "On 3 June … Four days later, on 9 June" and "on 9 May, the second day of the siege" where the text has the
    siege begin on 5 May. Only single days, and only where the two stand side by side; `times` are the document's.
    """
    by_span = {t.span: t for t in times}
    found = []
    for left, right in pairwise(times):
        if not _beside(document, left.span, right.span):
            continue
        for offset, second in ((left, right), (right, left)):
            first = by_span.get(offset.anchor) if offset.anchor else None
            conflict = _conflict(first, offset, second)
            if conflict and first and abs(first.span.start - offset.span.start) <= _reach(offset):
                found.append(conflict)
    return tuple(found)


def _reach(offset: TimeExpression) -> int:
    """Characters to the anchor: "two days later" is told on, "the second day of" holds for the whole text."""
    return _FARTHEST if offset.rule == "time.offset" else 1_000_000


def _beside(document: Document, left: Span, right: Span) -> bool:
    between = document.text[left.end : right.start]
    return len(between) <= 40 and bool(_BESIDE.fullmatch(_plain(document, left.end, right.start)))


def _plain(document: Document, start: int, end: int) -> str:
    hidden = [r for r in document.markup if r[0] < end and start < r[1]]
    return "".join(
        c for i, c in enumerate(document.text[start:end], start) if not any(a <= i < b for a, b in hidden)
    )


def _conflict(
    first: TimeExpression | None, offset: TimeExpression, second: TimeExpression
) -> Conflict | None:
    if first is None or first.span == second.span or second.rule != "time.date" or second.from_ is None:
        return None
    if offset.rule not in {"time.offset", "time.event", "time.ordinal"} or offset.from_ is None:
        return None
    if offset.basis != "text anchor" or first.rule != "time.date" or second.from_ != second.to:
        return None
    exact = offset.from_ == offset.to
    if not exact or offset.to is None or offset.from_ <= second.from_ <= offset.to:
        return None
    return Conflict(first, offset, second, offset.from_, second.from_)
