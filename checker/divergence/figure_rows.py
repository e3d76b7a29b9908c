"""What several finders of figures do with rows that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from checker.divergence.draft import Facts
from checker.divergence.phrasing import plain
from checker.model import Span

SHOWN = 130
"""Characters of a row's words in a statement."""


class Row(Protocol):
    """Words of a text that give a figure."""

    @property
    def span(self) -> Span:
        """Where they stand."""


Kind = TypeVar("Kind", bound=Row)


def joined(groups: list[dict[Span, Kind]], a: Kind, b: Kind) -> list[dict[Span, Kind]]:
    """The groups with two rows that contradict each other in one: theirs, or a new one."""
    touching = [g for g in groups if a.span in g or b.span in g]
    merged = {a.span: a, b.span: b}
    for group in touching:
        merged |= group
    return [*(g for g in groups if g not in touching), merged]


def said(facts: Facts, rows: Iterable[Row]) -> str:
    """`Birch “nine boats”; Alder “twelve boats”`."""
    return "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span, SHOWN)}”" for r in rows)


def voices(facts: Facts, rows: Sequence[Row]) -> int:
    """How many voices the rows have; texts of one voice may contradict each other too."""
    return len({facts.voice_of(r.span.doc) for r in rows})
