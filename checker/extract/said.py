"""The candidates of one text while they are collected."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from checker.extract.furniture import Piece
from checker.model import Candidate, Span

CandidateName = Literal[
    "title", "outlet", "author", "date", "original", "original_url", "translator", "language"
]


@dataclass(slots=True)
class Said:
    """Candidates in the order found, and the indices of the blocks that hold nothing else."""

    doc: str
    candidates: list[Candidate] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)

    def add(
        self, name: CandidateName, rule: str, piece: Piece, start: int, end: int, value: str | None = None
    ) -> None:
        """A candidate at visible characters `start` to `end` of a block; its value is its words unless given."""
        shown = piece.seen.text[start:end] if value is None else value
        self.candidates.append(Candidate(name, shown, rule, Span(self.doc, *piece.seen.range(start, end))))

    def has(self, rule: str) -> bool:
        """Whether a rule has found something."""
        return any(c.rule == rule for c in self.candidates)
