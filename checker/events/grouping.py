"""Articles about the same happening, from their words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from checker.events.bags import Floats, Ints, bags, body_text, vectors
from checker.events.linkage import clusters
from checker.model import MONTHS, Document, Group, make_id

NAME = "groups"
VERSION = "1"
REQUIRES = ("documents",)
THRESHOLD = 0.165
"""Mean similarity inside a group; one value for corpora of any size."""
_DATED = re.compile(
    rf"(?:{'|'.join(MONTHS)})"
    r",? (?:of |\d{1,2},? )?((?:19|20)\d\d)\b"
)
YEARS = 15.0
"""Years between two publications after which their similarity counts for 1/e: a weak prior, never a veto."""


def run(documents: Sequence[Document]) -> tuple[Group, ...]:
    """Groups of two documents or more, sorted by their first document. A document in none stands alone.

    Similarity is half BM25 cosine of words, half IDF cosine of capitalised names; average link.
    """
    ordered = sorted(documents, key=lambda d: d.doc)
    if len(ordered) < 2:
        return ()
    found = vectors(bags([body_text(document) for document in ordered]))
    days = np.array([_day(document) for document in ordered])

    def prior(i: int, others: Ints) -> Floats:
        gap = np.abs(days[others] - days[i]) / 365.25
        return np.asarray(np.exp(-np.nan_to_num(gap) / YEARS), dtype=np.float64)

    grouped = [[ordered[i].doc for i in cluster] for cluster in clusters(found, THRESHOLD, prior)]
    return tuple(Group(make_id("group", *docs), tuple(docs)) for docs in grouped if len(docs) > 1)


def _day(document: Document) -> float:
    """The middle of the days of publication as a number, else the latest year dated in the text, else NaN."""
    try:
        if document.published is not None:
            days = (document.published.from_, document.published.to)
            return sum(date.fromisoformat(d).toordinal() for d in days) / 2
    except ValueError:
        pass
    years = [int(match[1]) for match in _DATED.finditer(body_text(document))]
    return float(date(max(years), 7, 1).toordinal()) if years else float("nan")
