"""Counts of a running matter at two moments, and numbers of two reckonings or groups; and the conflicts beside them."""

from __future__ import annotations

import pytest

from checker.divergence import figures
from tests.unit.divergence_facts import dated, facts_of

TUESDAY, WEDNESDAY = "2031-05-06", "2031-05-07"


def rivals(one: str, other: str, *days: str) -> bool:
    """Whether the numbers of two texts of these days are said to differ."""
    return "divergence.numbers" in {d.rule for d in figures.find(dated(facts_of(one, other), *days))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine cases of the fever have been confirmed in Oru, the health board said.",
         "The health board said that 15 cases of the fever were now confirmed in Oru."),
        ("The blast at the Oru mill killed 12 people.", "The blast at the Oru mill killed 19 people."),
        ("The trust called off 640 visits to the Oru clinic.",
         "In all, 702 visits to the Oru clinic were postponed."),
        ("Police made 14 arrests at the Oru fair.", "Police have made 22 arrests at the Oru fair."),
        ("The council had 40 complaints about the smell of the Oru mill.",
         "The council received 62 complaints about the smell of the Oru mill."),
        ("The petition against the Oru dam has 3,100 signatures.",
         "The petition against the Oru dam had 4,500 signatures."),
        ("The appeal of the Oru chapel raised 12,000 crowns.",
         "The appeal of the Oru chapel has raised 19,000 crowns."),
        ("The Oru shelter took in 130 goats from the flood.",
         "The Oru shelter is now feeding 80 goats from the flood, and took in 90 goats."),
        ("The storm left 17 people of Oru missing.", "The storm left 11 people of Oru missing."),
    ],
)  # fmt: skip
def test_counts_that_grow_by_the_day_are_no_rivals(one: str, other: str) -> None:
    assert rivals(one, other, TUESDAY, WEDNESDAY) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bus from Oru had 212 passengers aboard.", "The bus from Oru carried 221 passengers."),
        ("The Alder Trust gathered 23 poets.", "The Alder Trust had assembled 32 poets."),
        ("The blast at the Oru mill killed 19 people.", "The blast at the Oru mill killed 12 people."),
        ("The difference in the Alder study was 21 per cent.", "The difference in the Alder study was 12 per cent."),
    ],
)  # fmt: skip
def test_what_does_not_grow_or_grew_less_is_a_conflict(one: str, other: str) -> None:
    assert rivals(one, other, TUESDAY, WEDNESDAY) is True


def test_what_was_over_long_ago_grows_no_more() -> None:
    one, other = (
        "In 2016, {} people died of the fever in Oru.",
        "The fever of Oru killed {} people in 2016.",
    )
    assert rivals(one.format("five"), other.format("six"), TUESDAY, WEDNESDAY)
    named = (
        "The dam, begun after the 2016 fever in which five people died in Oru, was to be finished in 2018."
    )
    assert rivals(named, other.format("six"), TUESDAY, WEDNESDAY)
    now = " Now six people have died of it in Varn."
    assert rivals(one.format("five") + now, other.format("six"), TUESDAY, WEDNESDAY)
    assert not rivals(
        "Five people died of the fever in Oru.", "Six people died of the fever in Oru.", TUESDAY, WEDNESDAY
    )


def test_counts_of_one_day_differ_unless_one_is_told_for_later() -> None:
    before, after = (
        "The blast at the Oru mill killed 12 people.",
        "The blast at the Oru mill killed 19 people.",
    )
    assert rivals(before, after, TUESDAY) is True
    assert rivals(before, f"By the evening t{after[1:]}", TUESDAY) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another reckoning
        ("Prices in Oru rose by 12 per cent.", "Seasonally adjusted, prices in Oru rose by 7 per cent."),
        ("The difference in the Alder study was 21 per cent.",
         "Excluding smokers, the difference in the Alder study was 9 per cent."),
        ("The difference in the Alder study was 21 per cent.",
         "With the original cut, the difference in the Alder study was 9 per cent."),
        # a text that has both
        ("The difference in the Alder study was 21 per cent.",
         "Nappers in the Alder study kept 21 per cent more. Split at noon, the difference in the Alder study was 9 "
         "per cent."),
        ("The Alder Trust of Oru bought 30 lamps.",
         "The Alder Trust of Oru bought 44 lamps. It wrote down 44 lamps, and crossed out 30."),
        # another group
        ("In Oru 62 per cent back the dam.", "Among women 48 per cent back the dam in Oru."),
        ("Turnout in Varn was 41.3 per cent, the highest in the borough.",
         "Turnout in the borough was 36.8 per cent, up from 33 per cent."),
        ("The pay of nurses in Oru rose by 12 per cent.", "The pay of all staff in Oru rose by 7 per cent."),
        ("Men in Oru earn $900 a week at the mill.", "Women in Oru earn $700 a week at the mill."),
    ],
)  # fmt: skip
def test_numbers_of_two_reckonings_or_groups_are_no_rivals(one: str, other: str) -> None:
    assert rivals(one, other, TUESDAY) is False
