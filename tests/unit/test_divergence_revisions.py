"""What an outlet changed in a text of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.divergence import revisions
from checker.divergence.draft import Draft, Facts
from checker.model import Document, ProvenanceLink, Rule, Work
from tests.facts import facts_of

REST = (
    " The ferries stayed in the inner harbour, where the crews slept on board. By the next noon the wind had gone "
    "down, and the first of them left for the islands with bread and mail."
)
DAYS = ("2031-05-03T09:00:00Z", "2031-05-05T18:00:00Z")


def captured(before: str, after: str, days: tuple[str | None, str | None] = DAYS) -> Facts:
    """Two captures of a page of one outlet, the second a revision of the first."""
    facts = facts_of(before, after)
    first, second = (
        replace(
            d,
            outlet="Vale Courier",
            retrieved=day,
            candidates=(),
            body=((d.text.index("\n\n") + 2, len(d.text)),),
        )
        for d, day in zip(facts.documents.values(), days, strict=True)
    )
    documents: dict[str, Document] = {d.doc: d for d in (first, second)}
    link = ProvenanceLink(
        "revision", Work("Vale Courier", None, None, first.doc), "inferred", (), "provenance.revision"
    )
    known = {**facts.provenance, second.doc: replace(facts.provenance[second.doc], links=(link,))}
    return replace(facts, documents=documents, provenance=known)


def revised(before: str, after: str, days: tuple[str | None, str | None] = DAYS) -> list[Draft]:
    return revisions.find(captured(before + REST, after + REST, days))


@pytest.mark.parametrize("rule", revisions.RULES, ids=lambda r: r.id)
def test_the_examples_of_a_rule_are_found_by_it(rule: Rule) -> None:
    for example in rule.examples:
        facts = captured(*example.text.split(" / "))
        [draft] = revisions.find(facts)
        assert {facts.quote(e.span) for e in draft.evidence} >= set(example.finds)


@pytest.mark.parametrize(
    ("before", "after", "told", "importance"),
    [
        ("The storm sank 12 boats.", "The storm sank 9 boats.", "“12” became “9”", 3),
        ("The pier is safe now.", "The pier is not safe now.", "“not” was added", 3),
        ("The pier was allegedly torn off.", "The pier was torn off.", "“allegedly” was taken out", 3),
        ("The keeper, Tom Reed, was awake.", "The keeper, Ann Hale, was awake.", "“Tom Reed” became “Ann Hale”", 3),
        ("She said: “We were lucky.”", "She said: “We were careless.”", "“lucky” became “careless”", 3),
        ("The crowd was noisy by then.", "The crowd was angry by then.", "“noisy” became “angry”", 2),
        ("The harbur was closed at once.", "The harbour was closed at once.", "“harbur” became “harbour”", 1),
    ],
)  # fmt: skip
def test_changed_words_are_told_by_what_they_may_change(
    before: str, after: str, told: str, importance: int
) -> None:
    [draft] = revised(before, after)
    days = "between 3 May 2031 and 5 May 2031"
    assert (draft.statement, draft.importance) == (
        f"Vale Courier changed its text {days}: {told}.",
        importance,
    )


def test_what_matters_comes_before_slips_and_the_evidence_is_exact() -> None:
    before = "The harbur was closed. Twelve men helped, and 30 boats were lost."
    facts = captured(before + REST, before.replace("harbur", "harbour").replace("30", "13") + REST)
    [draft] = revisions.find(facts)
    assert [(e.role, facts.quote(e.span)) for e in draft.evidence] == [
        ("before", "30"), ("after", "13"), ("before", "harbur"), ("after", "harbour"),
    ]  # fmt: skip


def test_many_changes_are_counted_and_the_evidence_is_bounded() -> None:
    line = "On day {} the master saw {} sails and went to bed early again. "
    before, after = ("".join(line.format(n, n * 70 + extra) for n in range(3, 15)) for extra in (0, 1))
    facts = captured(before, after)
    [draft] = revisions.find(facts)
    assert draft.statement.endswith("and 9 further changes.") and len(draft.evidence) == 8


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The pier is closed.", "The  pier\nis closed."),
        ("The pier is closed.", "The pier is closed."),
    ],
)
def test_what_is_the_same_is_not_told(before: str, after: str) -> None:
    assert revised(before, after) == []


def test_another_text_under_one_address_is_no_changed_one() -> None:
    other = "Chess players met in Kelm for a week of games, teas and long walks along the empty beach. " * 4
    assert revisions.find(captured("The storm sank 12 boats." + REST, other)) == []


def test_captures_without_days_are_told_without_them() -> None:
    [draft] = revised("The storm sank 12 boats.", "The storm sank 9 boats.", (None, None))
    assert draft.statement == "Vale Courier has changed its text: “12” became “9”."
