"""Agency, attribution, certainty, quotation and provenance: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from checker.divergence import agency, origins, rank, stances, surety, voices, wording
from checker.divergence.draft import Draft
from checker.model import Evidence, Rule, Span
from tests.facts import facts_of

FINDERS = (agency, voices, surety, stances, wording)
RULES = [(finder, rule) for finder in FINDERS for rule in finder.RULES]


def shown(drafts: list[Draft], texts: dict[str, str]) -> list[str]:
    return [texts[e.span.doc][e.span.start : e.span.end] for d in drafts for e in d.evidence]


@pytest.mark.parametrize(("finder", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_the_examples_of_a_rule_are_found_by_it(finder: object, rule: Rule) -> None:
    for example in rule.examples:
        facts = facts_of(*example.text.split(" / "))
        drafts = [d for d in finder.find(facts) if d.rule == rule.id]  # type: ignore[attr-defined]
        assert drafts, example.text
        words = " | ".join(shown(drafts, {d: t.text for d, t in facts.documents.items()}))
        assert all(piece in words for piece in example.finds), (example.finds, words)


AGREE = [
    ("The union broke off the wage talks.", "The wage talks were broken off by the union."),
    (
        "The union broke off the wage talks.",
        "The wage talks in Oru were halted, and the union broke off the wage talks.",
    ),
    ("Norway sank the ferry.", "Chile halted the wage talks."),
    ("Norway halted the vote.", "Chile halted the fighting."),
]


@pytest.mark.parametrize("texts", AGREE, ids=lambda t: t[1])
def test_texts_that_name_the_same_agent_or_another_deed_do_not_diverge(texts: tuple[str, ...]) -> None:
    assert agency.find(facts_of(*texts)) == []


def test_a_claim_that_both_attribute_to_the_same_person_is_no_difference() -> None:
    texts = (
        "Mayor Ansa Bir said that Norway sold the old harbour to Chile.",
        "Norway sold the old harbour to Chile, Mayor Ansa Bir said.",
    )
    assert [d for d in voices.find(facts_of(*texts)) if d.rule != "divergence.unnamed-sources"] == []


def test_accepted_editing_is_no_difference_of_wording() -> None:
    texts = (
        "“We have asked nine mayors and none replied to us,” Ansa Bir said.",
        '"We have asked nine mayors, and none replied to us", Ansa Bir said.',
    )
    assert [d for d in wording.find(facts_of(*texts)) if d.rule == "divergence.wording"] == []


def test_no_provenance_is_claimed_without_evidence() -> None:
    assert origins.find(facts_of("It rained in Oru.", "It snowed in Kelm.")) == []


def draft(kind: str, importance: int, weight: float, start: int) -> Draft:
    row = Evidence(Span("a", start, start + 5), "x")
    return Draft(kind, importance, weight, f"{kind} {start}", (row,), "divergence.x")  # type: ignore[arg-type]


def test_important_ones_come_first_and_kinds_take_turns() -> None:
    drafts = [draft("number", 3, w, w * 10) for w in (1, 2, 3)] + [
        draft("agency", 3, 1, 100),
        draft("label", 1, 9, 200),
    ]
    found = rank.run(rank.unrepeated(drafts))
    assert [d.rank for d in found] == [1, 2, 3, 4, 5]
    assert [d.kind for d in found][:2] == ["agency", "number"]
    assert found[-1].kind == "label"
    assert [d.statement for d in found if d.kind == "number"] == ["number 30", "number 20", "number 10"]


def test_a_repeat_of_the_same_words_is_dropped() -> None:
    assert (
        len(rank.unrepeated([draft("number", 3, 2, 10), draft("number", 2, 1, 12), draft("date", 2, 1, 12)]))
        == 2
    )


def test_the_order_of_drafts_does_not_matter() -> None:
    drafts = [draft("number", 3, 1, 10), draft("agency", 2, 1, 100), draft("label", 1, 9, 200)]
    assert rank.run(rank.unrepeated(drafts)) == rank.run(rank.unrepeated(drafts[::-1]))
