"""Originals, copies and translations in order of time, one line a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import ProvenanceLink
from checker.report.corpus import Corpus
from checker.report.timeline import Scale, ordinal
from checker.report.views import Ref
from checker.report.words import day, parse_day, shorten

WIDTH, LEFT, RIGHT, ROW, TOP = 1184, 390, 960, 42, 34
APART = 96
"""Pixels between a text and its original; a third of what a shortened stretch of years is given at least."""
_AMONG = {
    "republication": "republished",
    "translation": "translated",
    "revision": "revised",
    "archive": "archived",
    "shared_text": "shared text",
}
"""Relations that are drawn between two texts of the corpus, the one that says most first."""


@dataclass(frozen=True, slots=True)
class Node:
    """A text (`kind` is `copy`) or an original that is only named (`original`)."""

    x: float
    y: int
    kind: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from the earlier to the later, straight in a row, an arc between rows."""

    path: str
    label: str
    x: float
    y: float
    css: str


@dataclass(frozen=True, slots=True)
class Row:
    """A text's name at the left."""

    y: int
    name: str
    via: str
    ref: Ref
    undated: bool


@dataclass(frozen=True, slots=True)
class Join:
    """A bracket at the right around rows that are one voice."""

    path: str
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing, in pixels of a page of full width."""

    width: int
    height: int
    left: int
    right: int
    rows: tuple[Row, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    joins: tuple[Join, ...]
    ticks: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]


def drawing(corpus: Corpus, docs: Sequence[str]) -> Drawing | None:
    """The drawing of these texts; None where none has a date, or more texts than a page shows at once."""
    dated = [d for d in docs if _published(corpus, d)]
    if not dated or len(docs) > 40:
        return None
    y = {doc: TOP + ROW * i + ROW // 2 for i, doc in enumerate(docs)}
    days = [ordinal(_published(corpus, d) or "") for d in dated]
    days += [
        ordinal(link.of.date or "") for d in docs for link in _originals(corpus, d) if parse_day(link.of.date)
    ]
    scale = Scale(days, LEFT, RIGHT, 3 * APART)
    rows = tuple(
        Row(
            y[d],
            corpus.name(d).short,
            corpus.name(d).via.lstrip(", "),
            Ref(corpus.source_page(d)),
            d not in dated,
        )
        for d in docs
    )
    nodes: list[Node] = []
    edges: list[Edge] = []
    for doc in dated:
        nodes += _nodes(corpus, scale, doc, y[doc])
        edges += _edges(corpus, scale, doc, y)
    height = TOP + ROW * len(docs) + 12
    joins = tuple(_joins(corpus, docs, y))
    return Drawing(
        WIDTH,
        height,
        LEFT,
        RIGHT,
        rows,
        tuple(nodes),
        tuple(edges),
        joins,
        tuple(scale.ticks()),
        scale.breaks(),
    )


def _published(corpus: Corpus, doc: str) -> str | None:
    when = corpus.by_doc[doc].published
    return when.from_ if when and parse_day(when.from_) else None


def _originals(corpus: Corpus, doc: str) -> list[ProvenanceLink]:
    """The original of a text, where it is only named: one that is collected has a row of its own."""
    record = corpus.provenance.get(doc)
    found = [k for k in (record.links if record else ()) if k.relation in ("republication", "translation")]
    return [] if any(k.of.doc in corpus.by_doc for k in found) else found[:1]


def _nodes(corpus: Corpus, scale: Scale, doc: str, y: int) -> Iterator[Node]:
    published = _published(corpus, doc) or ""
    x = scale.x(ordinal(published))
    originals = _originals(corpus, doc)
    yield Node(x, y, "copy", day(published), "start" if originals else "end")
    for link in originals:
        at = _original_x(scale, link, x)
        named = link.of.outlet if link.of.outlet != corpus.name(doc).short else None
        when = day(link.of.date) if link.of.date else None
        label = shorten(", ".join(p for p in (named, when) if p) or "original", 26)
        yield Node(at, y, "original", label, "end")


def _original_x(scale: Scale, link: ProvenanceLink, x: float) -> float:
    """Where the original stands: at its day, but never so near the copy that the two cannot be told apart."""
    at = scale.x(ordinal(link.of.date or "")) if parse_day(link.of.date) else x - 120
    return min(at, x - APART)


def _edges(corpus: Corpus, scale: Scale, doc: str, y: dict[str, int]) -> Iterator[Edge]:
    x = scale.x(ordinal(_published(corpus, doc) or ""))
    for link in _originals(corpus, doc):
        at = _original_x(scale, link, x)
        yield Edge(
            f"M{at + 5:g} {y[doc]}H{x - 5:g}",
            _AMONG[link.relation],
            round((at + x) / 2, 1),
            y[doc] - 6,
            link.basis,
        )
    for other, link in sorted(_among(corpus, doc, y).items()):
        x2 = scale.x(ordinal(_published(corpus, other) or ""))
        bend = max(x, x2) + 28
        path = f"M{x + 5:g} {y[doc]}C{bend:g} {y[doc]} {bend:g} {y[other]} {x2 + 5:g} {y[other]}"
        yield Edge(path, _AMONG[link.relation], bend + 34, (y[doc] + y[other]) / 2 + 4, link.basis)


def _among(corpus: Corpus, doc: str, y: dict[str, int]) -> dict[str, ProvenanceLink]:
    """The link that says most of this text and each other one; of two texts that name each other, one tells it."""
    found: dict[str, ProvenanceLink] = {}
    order = list(_AMONG)
    for link in sorted(_links(corpus, doc), key=lambda k: order.index(k.relation)):
        other = link.of.doc or ""
        if other in y and _published(corpus, other) and _tells(corpus, doc, other):
            found.setdefault(other, link)
    return found


def _links(corpus: Corpus, doc: str) -> list[ProvenanceLink]:
    record = corpus.provenance.get(doc)
    return [link for link in (record.links if record else ()) if link.relation in _AMONG]


def _tells(corpus: Corpus, doc: str, other: str) -> bool:
    """Whether the line between two texts is drawn from `doc`: it has the stronger link, or the earlier name."""
    order = list(_AMONG)
    mine, its = (
        min((order.index(k.relation) for k in _links(corpus, a) if k.of.doc == b), default=len(order))
        for a, b in ((doc, other), (other, doc))
    )
    return (mine, doc) < (its, other)


def _joins(corpus: Corpus, docs: Sequence[str], y: dict[str, int]) -> Iterator[Join]:
    first = 0
    for i, (a, b) in enumerate(pairwise([*docs, ""]), 1):
        if b and corpus.voice(a) == corpus.voice(b):
            continue
        if i - first > 1:
            low, high = y[docs[first]] - 14, y[a] + 14
            yield Join(f"M{RIGHT + 124} {low}h8V{high}h-8", (low + high) / 2 + 4, "one voice")
        first = i
