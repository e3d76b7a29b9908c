"""Two sentences that tell, or may tell, the same thing, with what they share as the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from checker.events.sentences import Passage
from checker.model import Alignment, AlignmentEvidence, Span

State = Literal["aligned", "possible"]


def paired(
    a: Passage, b: Passage, score: float, state: State, weights: Mapping[str, float], dates: Iterable[str]
) -> Alignment:
    """The record of a pair; terms by `weights`, the rarest first, `dates` the days that both name."""
    shared = sorted(a.terms.keys() & b.terms.keys(), key=lambda t: (-weights[t], t))
    names = a.names & b.names
    evidence = AlignmentEvidence(
        entities=tuple(sorted(a.entities & b.entities)) or tuple(a.shown[t] for t in shared if t in names),
        terms=tuple(a.shown[t] for t in shared if t not in a.numbers),
        dates=tuple(sorted(dates)),
        numbers=tuple(sorted(a.numbers & b.numbers)),
    )
    spans = Span(a.doc, a.start, a.end), Span(b.doc, b.start, b.end)
    return Alignment(*spans, None, round(min(1.0, score), 4), state, evidence, f"events.{state}")
