"""All divergences, by kind and event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.model import Divergence
from checker.report.cards import Card, Cards
from checker.report.corpus import Corpus
from checker.report.facets import Facet, facets
from checker.report.signs import KIND
from checker.report.views import PART, Link, Pager, Ref, paged, parts_of

SPELLING = "divergence.spelling"
"""The rule of house style: one name, spelled in several ways."""


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The divergences of one kind, those about one event together; spellings of one name are folded."""

    kind: str
    cards: tuple[Card, ...]
    spellings: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class DivergencesView:
    """One part of the list; `kinds` counts the whole list and leads to where a kind starts."""

    total: int
    kinds: tuple[tuple[int, Link], ...]
    groups: tuple[KindGroup, ...]
    facets: tuple[Facet, ...]
    pager: Pager


def by_kind(corpus: Corpus) -> list[Divergence]:
    """The divergences in the order of kinds that a reader meets, each kind by event and rank."""
    kinds = list(KIND)
    found = sorted(corpus.analysis.divergences, key=lambda d: (d.rank, d.id))
    best: dict[tuple[str, str], int] = {}
    for d in found:
        best.setdefault((d.kind, d.event or "-"), d.rank)
    return sorted(
        found,
        key=lambda d: (kinds.index(d.kind), best[d.kind, d.event or "-"], d.event or "", d.rank, d.id),
    )


def divergence_places(corpus: Corpus) -> dict[str, str]:
    """The key of the page on which each divergence stands."""
    ordered = by_kind(corpus)
    keys = [key for key, _ in parts_of("divergences", len(ordered))]
    return {d.id: keys[i // PART] for i, d in enumerate(ordered)}


def divergence_views(corpus: Corpus, cards: Cards) -> Iterator[tuple[str, str, DivergencesView]]:
    """Key, path and view of each page of the list."""
    ordered = by_kind(corpus)
    kinds, choices = tuple(_kinds(ordered, cards.places)), facets(corpus)
    for key, path, shown, pager in paged("divergences", ordered):
        groups = tuple(_groups(cards, shown))
        yield key, path, DivergencesView(len(ordered), kinds, groups, choices, pager)


def _kinds(ordered: Sequence[Divergence], places: Mapping[str, str]) -> Iterator[tuple[int, Link]]:
    for kind, group in groupby(ordered, key=lambda d: d.kind):
        found = list(group)
        yield len(found), Link(KIND[kind], Ref(places[found[0].id], f"d-{found[0].id}"))


def _groups(cards: Cards, shown: Sequence[Divergence]) -> Iterator[KindGroup]:
    for kind, group in groupby(shown, key=lambda d: d.kind):
        found = list(group)
        told, spelled = (
            tuple(cards.card(d) for d in found if (d.rule == SPELLING) == wanted) for wanted in (False, True)
        )
        yield KindGroup(KIND[kind], told, spelled)
