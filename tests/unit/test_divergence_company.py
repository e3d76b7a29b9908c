"""Which texts loose rules may set against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.divergence import company
from checker.divergence.draft import Draft, Facts
from checker.model import Event, EventDate, Evidence, Interval, Span
from tests.facts import facts_of

FERRY = "The ferry Orla struck the pier at Vale. Forty people were hurt."
LATER = "The ferry Orla sails again. Twelve people were hurt in a fall."


def facts(*days: str | None, events: int = 0, score: float = 0.2, others: bool = False) -> Facts:
    """Two texts, with events that both tell (in the passages that are shown, or in `others`)."""
    made = facts_of(FERRY, LATER)
    shown = Span("alder.txt", 0, 12), Span("birch.txt", 0, 12)
    places = tuple(replace(s, start=s.start + 400, end=s.end + 400) for s in shown) if others else shown
    return replace(
        made,
        documents={
            doc: replace(d, published=Interval(day, day, "manifest") if day else None)
            for (doc, d), day in zip(made.documents.items(), days, strict=True)
        },
        events={
            str(n): Event(str(n), "E", EventDate(None, None, "unknown"), (), places, "r")
            for n in range(events)
        },
        alignments=tuple(replace(a, a=shown[0], b=shown[1], score=score) for a in made.alignments[:1]),
    )


def draft(rule: str, *docs: str) -> Draft:
    evidence = tuple(Evidence(Span(doc, 0, 12), "words") for doc in docs)
    return Draft("number", 2, 1.0, "The numbers differ.", evidence, f"divergence.{rule}")


BOTH = ("alder.txt", "birch.txt")
APART = ("2031-03-01", "2031-06-01")


@pytest.mark.parametrize(
    ("read", "rule", "docs", "held"),
    [
        (facts(*APART), "numbers", BOTH, False),
        (facts(*APART), "names-of-a-thing", BOTH, False),
        (facts(*APART), "cut", BOTH, True),
        (facts(*APART), "numbers", ("alder.txt", "alder.txt"), True),
        (facts(*APART, events=1), "numbers", BOTH, True),
        (facts(*APART, score=0.6), "numbers", BOTH, True),
        (facts(*APART, events=1, others=True), "numbers", BOTH, False),
        (facts(*APART, events=4, others=True), "numbers", BOTH, True),
        (facts("2031-03-01", None), "numbers", BOTH, False),
        (facts("2031-03-01", None), "names-of-a-thing", BOTH, True),
        (facts("2031-03-01", None, score=0.6), "numbers", BOTH, True),
    ],
)
def test_words_of_a_loose_rule_stand_in_one_happening(
    read: Facts, rule: str, docs: tuple[str, ...], held: bool
) -> None:
    assert company.holds(read, draft(rule, *docs)) is held
