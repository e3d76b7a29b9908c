"""Articles about the same happening, from their words alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checker.events import words
from checker.events.bags import Floats, Ints, bags, vectors
from checker.events.linkage import Prior, Rows, clusters
from checker.events.words import Words
from checker.model import Document, Group, make_id

NAME = "groups"
VERSION = "2"
REQUIRES = ("words",)
THRESHOLD = 0.14
"""Mean likeness inside a group; one value for corpora of any size."""
YEARS = 15.0
"""Years between two publications after which their similarity counts for 1/e: a weak prior, never a veto."""
SOON, LATER, FRESH = 30, 90.0, 0.3
"""News of one happening mostly appears within days: beyond so many, up to this share of the similarity is lost, in
e-foldings of so many days."""
NEAREST, LEAST, USUAL, CROWDING = 3, 0.2, 0.3, 0.4
"""How similar a document's so many nearest are, at least; a usual value; and the power by which those in a dense
neighbourhood must be more similar than that, and those in a thin one may be less."""


def run(texts: Iterable[Words]) -> tuple[Group, ...]:
    """Groups of two documents or more, sorted by their first document. A document in none stands alone.

    Similarity is the BM25 cosine of words and the IDF cosine of capitalised names, less for publications far apart.
    It is measured by what is usual around both documents: accounts of one flood are more alike than essays on one
    affair (the idea is that of local scaling, Zelnik-Manor and Perona 2004). Average link.
    """
    ordered = sorted(texts, key=lambda t: t.doc)
    if len(ordered) < 2:
        return ()
    rows = Rows(vectors(bags(ordered)))
    days = np.array([np.nan if text.day is None else text.day for text in ordered])

    def near(i: int, others: Ints) -> Floats:
        gap = np.nan_to_num(np.abs(days[others] - days[i]))
        late = np.exp(-np.maximum(0, gap - SOON) / LATER)
        return np.asarray((1 - FRESH + FRESH * late) * np.exp(-gap / 365.25 / YEARS), dtype=np.float64)

    rows = rows.lessened(_scaled(near, rows.lessened(near)))
    grouped = [[ordered[i].doc for i in cluster] for cluster in clusters(rows, THRESHOLD)]
    return tuple(Group(make_id("group", *docs), tuple(docs)) for docs in grouped if len(docs) > 1)


def read(documents: Iterable[Document]) -> tuple[Group, ...]:
    """The same from the documents themselves."""
    return run(map(words.run, documents))


def _scaled(near: Prior, rows: Rows) -> Prior:
    """The prior, lessened in dense neighbourhoods and raised in thin ones."""
    around = np.array([_around(rows.of(i), i) for i in range(len(rows.all))])
    scale = (USUAL / np.maximum(around, LEAST)) ** CROWDING

    def prior(i: int, others: Ints) -> Floats:
        return np.asarray(near(i, others) * scale[i] * scale[others], dtype=np.float64)

    return prior


def _around(row: Floats, i: int) -> float:
    """The mean similarity of the nearest others; absent ones count as unlike."""
    others = np.delete(row, i)
    nearest = np.partition(others, -NEAREST)[-NEAREST:] if len(others) > NEAREST else others
    return float(np.sort(nearest).sum()) / NEAREST
