"""Articles about the same happening, from their words alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checker.events import words
from checker.events.bags import Floats, Ints, vectors
from checker.events.candidates import Candidates
from checker.events.linkage import LARGEST, Prior, Rows, clusters
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
    affair (the idea is that of local scaling, Zelnik-Manor and Perona 2004). Average link. Of more than `LARGEST`
    documents only those with telling words in common are compared.
    """
    ordered = sorted(texts, key=lambda t: t.doc)
    if len(ordered) < 2:
        return ()
    made, names = vectors(ordered)
    rows: Rows | Candidates = Rows(made) if len(ordered) <= LARGEST else Candidates(made, names)
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


def _scaled(near: Prior, rows: Rows | Candidates) -> Prior:
    """The prior, lessened in dense neighbourhoods and raised in thin ones."""
    around = np.array([_around(rows.beside(i)) for i in range(len(rows.all))])
    scale = (USUAL / np.maximum(around, LEAST)) ** CROWDING

    def prior(i: int, others: Ints) -> Floats:
        return np.asarray(near(i, others) * scale[i] * scale[others], dtype=np.float64)

    return prior


def _around(others: Floats) -> float:
    """The mean similarity of the nearest others; absent ones count as unlike."""
    nearest = np.partition(others, -NEAREST)[-NEAREST:] if len(others) > NEAREST else others
    return float(np.sort(nearest).sum()) / NEAREST
