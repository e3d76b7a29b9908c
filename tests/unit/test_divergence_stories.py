"""Texts from times far apart: what they tell of one deed is compared only where they can tell one deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.divergence import agency_deeds, contested, figure_amounts, figures, surety
from checker.divergence.draft import Draft, Facts
from checker.divergence.told_when import of_one_story
from tests.facts import facts_of
from tests.unit.divergence_facts import dated
from tests.unit.divergence_facts import facts_of as plain_facts_of

SOLD = "Tomas Berg sold the old mill in Oru on 4 June 2031."
TIMES = [
    # the same weeks, and two seasons
    (SOLD, "Tomas Berg sold the old mill in Oru.", "2031-06-05", "2031-06-20", True),
    (SOLD, "Tomas Berg sold the old mill in Oru.", "2031-06-05", "2031-11-20", False),
    # one that looks back to the same weeks, or to before both
    (SOLD, "It was on 4 June 2031 that he sold the mill.", "2031-06-05", "2032-11-20", True),
    (SOLD, "The mill was built in 1904. It was sold in 2031, and closed in November 2032.", "2031-06-05", "2032-11-20",
     True),
    (SOLD, "The mill was closed on 17 November 2032.", "2031-06-05", "2032-11-20", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "first", "second", "found"), TIMES)
def test_texts_may_be_of_one_story(one: str, other: str, first: str, second: str, found: bool) -> None:
    facts = dated(plain_facts_of(one, other), first, second)
    assert of_one_story(facts, "a.txt", "b.txt") is of_one_story(facts, "b.txt", "a.txt") is found


Maker, Finder = Callable[..., Facts], Callable[[Facts], list[Draft]]
APART: list[tuple[Maker, Finder, str, str]] = [
    (facts_of, agency_deeds.find, "Norway bought the Oru ferry.", "Chile bought the Oru ferry."),
    (plain_facts_of, contested.claimed,
     "The orchards along the ridge have lost 35 per cent of their pickers since the new levy.",
     "Anna Holm claims that the levy has cost the orchards 35 percent of their pickers."),
    (plain_facts_of, figure_amounts.find, "The Alder Trust made a $47 million bid for the Oru Mill.",
     "The Alder Trust made a bid of $38 million for the Oru Mill."),
    (plain_facts_of, figures.find, "The Alder Trust gathered 23 poets.", "The Alder Trust had assembled 32 poets."),
    (facts_of, surety.find, "The bank will pay for the new bridge.",
     "The bank will pay for the new bridge only if both towns sign the contract."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("read", "find", "one", "other"), APART, ids=lambda row: getattr(row, "__module__", str(row))
)
def test_news_of_two_seasons_is_not_set_side_by_side(read: Maker, find: Finder, one: str, other: str) -> None:
    facts = read(one, other)
    assert find(dated(facts, "2031-06-05", "2031-06-07"))
    assert not find(dated(facts, "2031-06-05", "2031-11-20"))
