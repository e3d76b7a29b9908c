"""Lists of names for one thing that have other members; and lists that only look as if they had."""

from __future__ import annotations

import pytest

from checker.divergence import figure_lists
from tests.unit.divergence_facts import dated, facts_of

ONE = "The list of guarantors has Norway, Chile and Peru."


def told(*texts: str) -> list[str]:
    """The statements on lists in texts about one happening."""
    return [d.statement for d in figure_lists.find(facts_of(*texts))]


@pytest.mark.parametrize("example", figure_lists.RULES[0].examples, ids=lambda e: e.finds[0])
def test_the_examples_are_found(example: object) -> None:
    facts = facts_of(*example.text.split(" / "))  # type: ignore[attr-defined]
    [draft] = figure_lists.find(facts)
    shown = [facts.quote(e.span) for e in draft.evidence]
    assert all(any(piece in words for words in shown) for piece in example.finds)  # type: ignore[attr-defined]


def test_only_the_names_that_one_list_lacks_are_told() -> None:
    [said] = told(ONE, "Norway, Chile, Kenya and Ghana are listed as guarantors of the pact.")
    assert said == (
        "The lists in a.txt and b.txt have other members: only a.txt has “Peru”; only b.txt has “Kenya” and "
        "“Ghana”."
    )


def test_a_set_with_a_name_of_its_own_has_its_members() -> None:
    many = "The list of guarantors has the five permanent members of the UN Security Council, as well as {} and Chile."
    few = "Russia, China, France, Britain and the United States are listed as guarantors."
    assert told(many.format("Norway"), few) == [
        "The lists in a.txt and b.txt have other members: only a.txt has “Norway” and “Chile”."
    ]
    both = "Russia, China, France, Britain, the United States, Norway and Chile are listed as guarantors."
    assert told(many.format("Norway"), both) == []
    passed = "Norway as a neighbour on the Black Sea, Ghana"
    assert told(many.format(passed), both) == [
        "The lists in a.txt and b.txt have other members: only a.txt has “Ghana”."
    ]


@pytest.mark.parametrize(
    "other",
    [
        # the same names, in another order
        "Peru, Norway and Chile are listed as guarantors.",
        # not whole by its own words, or by what stands among the names
        "Norway, Chile and Kenya are listed among others as guarantors.",
        # called no list, and no count
        "Norway, Chile and Kenya spoke as guarantors.",
        "Two guarantors spoke, Norway, Chile and Kenya.",
        # of another thing; too few names in common
        "Norway, Chile and Kenya are listed as members of the choir.",
        "Norway, Ghana and Kenya are listed as guarantors.",
        # both lists in one text
        "Norway, Chile and Kenya are listed as guarantors. An older list of guarantors has Norway, Chile and Peru.",
    ],
)
def test_lists_that_do_not_conflict(other: str) -> None:
    assert told(ONE, other) == []


def test_a_list_lacks_nothing_where_it_stands_for_more_than_it_names() -> None:
    more = "The list of guarantors has Norway, Chile, all of the other coastal countries and Ghana."
    assert told(ONE, more) == ["The lists in a.txt and b.txt have other members: only b.txt has “Ghana”."]


def test_lists_of_two_seasons_are_two_lists() -> None:
    facts = facts_of(ONE, "Norway, Chile and Kenya are listed as guarantors.")
    assert figure_lists.find(dated(facts, "2031-06-05", "2031-06-07"))
    assert not figure_lists.find(dated(facts, "2031-06-05", "2031-11-20"))


@pytest.mark.parametrize("text", ["“”", "A, B, C", "Ελλάδα, Россия, עברית", "Oru, " * 400])
def test_odd_texts_do_not_fail(text: str) -> None:
    assert told(text, ONE) == []
