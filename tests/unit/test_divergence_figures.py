from __future__ import annotations

import pytest

from checker.divergence import figures
from checker.divergence.quantities import quantities
from checker.model import Rule
from tests.unit.divergence_facts import facts_of, shown

EXAMPLES = [(rule, example) for rule in figures.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[r.id for r, _ in EXAMPLES])
def test_every_rule_finds_what_its_examples_say(rule: Rule, example: object) -> None:
    facts = facts_of(*example.text.split(" / "))  # type: ignore[attr-defined]
    assert set(example.finds) <= shown(facts, figures.find(facts), rule.id)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed 14 people.", [("14 people", 14, 14, "people dead")]),
        (
            "At least a dozen buses burned; 4,000 buses stood by.",
            [("At least a dozen buses", 12, 18, "bus"), ("4,000 buses", 3500, 4500, "bus")],
        ),
        ("About 200 villagers were hurt.", [("About 200 villagers", 170, 230, "people hurt")]),
        ("The town paid $3 million.", [("$3 million", 3e6, 3e6, "$")]),
        ("Twenty-two ships sailed.", [("Twenty-two ships", 22, 22, "ship")]),
        ("On May 27 they left after three days.", []),
        ("Three of the twelve left; Article 5 holds.", []),
        ("Six AK-47 rifles lay there.", [("Six AK-47 rifles", 6, 6, "rifle")]),
        ("No one was hurt.", []),
    ],
)
def test_numbers_are_read_with_what_they_count(
    text: str, expected: list[tuple[str, float, float, str]]
) -> None:
    facts = facts_of(text)
    found = [q for s in facts.parses["a.txt"].sentences for q in quantities(facts.parses["a.txt"], s)]
    times = [t.span for t in facts.times]
    told = [
        (facts.quote(q.span), round(q.low), round(q.high), q.unit)
        for q in found
        if not any(q.span.overlaps(t) for t in times)
    ]
    assert told == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("The fire at the mill killed 14 people.", "The fire at the mill killed more than a dozen people."),
        ("The fire at the mill killed 14 people.", "The fire at the mill hurt 19 people."),
        ("The council asked 27 leaders in May.", "The council asked its leaders on February 27."),
        ("The council bought 12 red buses.", "The council bought 20 green buses."),
        ("The council bought 20 buses. Then it bought 12 buses.", "The council bought 12 buses."),
        # an upper bound of one step, and another step
        (
            "By the second day of the strike, Anna Marn had written to a judge.",
            "Anna Marn wrote to a judge on the first day of the strike.",
        ),
        # bounds, other stages, times that meet
        ("The Lisbon accord was signed by March 2031.", "The Lisbon accord was signed in June 2031."),
        (
            "As early as March 2031 they signed the Lisbon accord.",
            "The Lisbon accord was signed in June 2031.",
        ),
        ("The Lisbon accord was drawn up in March 2031.", "The Lisbon accord was signed in June 2031."),
        ("The Lisbon accord was signed in March 2031.", "The Lisbon accord was signed on March 9, 2031."),
        ("On June 3, 2031, they met. Four days later, on June 7, they met again.", "They met."),
        (
            "On May 5, 2031, the second day of the siege, he spoke.",
            "On May 6, 2031, the third day of the siege, he spoke.",
        ),
    ],
)
def test_no_conflict(texts: tuple[str, ...]) -> None:
    assert figures.find(facts_of(*texts)) == []


def test_arithmetic_inside_a_text_is_an_inconsistency_in_one_style_of_dates() -> None:
    text = (
        "The siege began on May 4, 2031. On May 6, the second day of the siege, Rassendyll spoke. "
        "Two days later, on May 9, he left."
    )
    found = [d for d in figures.find(facts_of(text)) if d.rule == "divergence.days-that-do-not-add-up"]
    assert {(d.kind, d.importance) for d in found} == {("inconsistency", 3)}
    assert any("is 5 May 2031" in d.statement for d in found)
    assert all("2031-" not in d.statement for d in found)


def test_a_numbered_day_is_named_in_the_words_of_the_texts() -> None:
    facts = facts_of(
        "On May 5, 2031, the second day of the war, Marn spoke.",
        "On May 6, 2031, the second day of the invasion, Marn spoke.",
    )
    (draft,) = [d for d in figures.find(facts) if d.rule == "divergence.nth-day"]
    assert "second day of the invasion or war is 5 May 2031" in draft.statement


@pytest.mark.parametrize(
    "texts",
    [
        # ages of others behind a name
        ("Tor Kolm, 31, wrote it.", "Tor Kolm wrote it to Mia and Anna Marn, aged 16 and 13."),
        ("Anna Marn, 31, wrote it.", "It was sent to Mia and Anna Marn, aged 16 and 13."),
    ],
)
def test_an_age_is_of_the_name_right_before_it(texts: tuple[str, ...]) -> None:
    assert [d for d in figures.find(facts_of(*texts)) if d.rule == "divergence.ages"] == []
