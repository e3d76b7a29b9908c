"""Which of the works that texts cite the corpus holds."""

from __future__ import annotations

from collections.abc import Iterable

from checker.citation.works import Works, looked_up
from checker.model import Alias, Citation, Document

NAME = "cited"
VERSION = "1"
REQUIRES = ("references", "works", "outlets")


def run(
    citations: Iterable[Citation], documents: Iterable[Document], outlets: tuple[Alias, ...] = ()
) -> tuple[Citation, ...]:
    """The citations; one of a document of the corpus has that as its target, and says in what the two differ."""
    return looked_up(citations, Works(documents, outlets))
