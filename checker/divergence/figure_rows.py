"""What several finders of figures do with rows that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.divergence.draft import SPANS, Facts
from checker.divergence.figure_pairs import Placed, Row
from checker.divergence.phrasing import plain
from checker.model import Span

SHOWN = 130
"""Characters of a row's words in a statement."""


def joined(groups: list[dict[Span, Row]], a: Row, b: Row) -> list[dict[Span, Row]]:
    """The groups with two rows that contradict each other in one: theirs, or a new one."""
    touching = [g for g in groups if a.span in g or b.span in g]
    merged = {a.span: a, b.span: b}
    for group in touching:
        merged |= group
    return [*(g for g in groups if g not in touching), merged]


def shown(group: dict[Span, Row]) -> list[Row]:
    """The rows of a group that are shown, in text order: the first of those that overlap, and not too many."""
    rows = list[Row]()
    for _, row in sorted(group.items()):
        if not any(row.span.overlaps(kept.span) for kept in rows) and len(rows) < SPANS:
            rows.append(row)
    return rows


def said(facts: Facts, rows: Iterable[Placed]) -> str:
    """`Birch “nine boats”; Alder “twelve boats”`."""
    return "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span, SHOWN)}”" for r in rows)


def voices(facts: Facts, rows: Sequence[Placed]) -> int:
    """How many voices the rows have; texts of one voice may contradict each other too."""
    return len({facts.voice_of(r.span.doc) for r in rows})
