"""Claims about one thing, joined: within a text and across texts.

Two claims are one proposition when their predicates are kin (same lemma, or one class) and they share a
participant, and the texts show that they speak of the same: aligned passages, or one event.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from checker.model import Alignment, Claim, Slot, Span, first_joined

NAME = "claims"
VERSION = "1"
REQUIRES = ("read_claims", "alignments")


def run(claims: tuple[Claim, ...], alignments: tuple[Alignment, ...]) -> tuple[Claim, ...]:
    """The same claims with `proposition` set; it is the smallest claim id among those that are joined."""
    pairs = _pairs(claims, alignments)
    ties = ((a.claim, b.claim) for a, b in pairs if _kin(a, b) and _shared(a, b))
    first_of = first_joined((c.claim for c in claims), ties)
    return tuple(replace(c, proposition=first_of[c.claim]) for c in claims)


def _pairs(claims: tuple[Claim, ...], alignments: tuple[Alignment, ...]) -> list[tuple[Claim, Claim]]:
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    by_event: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.span.doc].append(claim)
        if claim.event:
            by_event[claim.event].append(claim)
    found = [(a, b) for row in by_event.values() for i, a in enumerate(row) for b in row[i + 1 :]]
    for alignment in alignments:
        found += [(a, b) for a in _inside(by_doc, alignment.a) for b in _inside(by_doc, alignment.b)]
    return found


def _inside(by_doc: dict[str, list[Claim]], span: Span) -> list[Claim]:
    return [c for c in by_doc[span.doc] if span.start <= c.predicate[0] < span.end]


def _kin(a: Claim, b: Claim) -> bool:
    return a.lemma == b.lemma or bool(set(a.classes) & set(b.classes))


def _shared(a: Claim, b: Claim) -> bool:
    """Whether a participant of one is a participant of the other, in whatever slot."""
    return bool(_participants(a) & _participants(b))


def _participants(claim: Claim) -> set[str]:
    return {name for slot in (claim.agent, claim.patient) for name in _names(slot)}


def _names(slot: Slot) -> list[str]:
    return slot.name.split(" + ") if slot.name else []
