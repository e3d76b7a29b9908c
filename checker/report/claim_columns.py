"""The columns of a table of claims: with many sources, those that have something in its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.report.cards import brackets
from checker.report.corpus import Corpus
from checker.report.views import Bracket, Passage, Source, VoiceLine
from checker.report.words import listed

FEW = 5
"""Sources that have a column even where there is nothing in it: that they say nothing has a place."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence in a cell: its verb, its voice, its words."""

    id: str
    verb: str
    voice: VoiceLine | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one source says: open sentences and folded ones."""

    source: str
    open: tuple[Told, ...]
    folded: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A row with its head; `nobody` marks the row of sentences that leave the agent out."""

    head: str
    note: str
    nobody: bool
    cells: tuple[ClaimCell, ...]


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """Rows over their sources; `without` names those of many that have nothing in any row."""

    rows: tuple[ClaimRow, ...]
    sources: tuple[Source, ...]
    brackets: tuple[Bracket, ...]
    without: str


def over(corpus: Corpus, rows: Sequence[ClaimRow], docs: Sequence[str]) -> ClaimRows:
    """Rows with a cell for each of the documents, less the columns that stay empty where there are many."""
    kept = [i for i in range(len(docs)) if len(docs) <= FEW or any(row.cells[i].open for row in rows)]
    shown = [docs[i] for i in kept]
    return ClaimRows(
        tuple(replace(row, cells=tuple(row.cells[i] for i in kept)) for row in rows),
        tuple(corpus.source(doc) for doc in shown),
        brackets(corpus, [{doc} for doc in shown]),
        listed(corpus.name(doc).full for doc in docs if doc not in shown),
    )
