from __future__ import annotations

import pytest

from checker.divergence import label_choices, label_counted
from tests.unit.divergence_facts import facts_of

SWAP = "The swap of two nurses was held at the pier in Oru."


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (SWAP, "The release of two nurses at the pier in Oru was quiet.", True),
        (SWAP, "The swap of two nurses at the pier in Oru was quiet.", False),
        (SWAP, "The release of two geese in Varn was quiet.", False),
        (SWAP, "The mayor said: “The release of two nurses at the pier in Oru was quiet.”", False),
        ("The alleged swap of nurses was at the pier.", "The release of two nurses at the pier was quiet.", False),
        ("No swap of two nurses was held at the pier.", "The release of two nurses at the pier was quiet.", False),
        ("The terror group of Varn took the old mill.", "The rebel group of Varn took the old mill.", True),
        ("They met an illegal worker in Varn.", "They met in Varn an undocumented worker at the mill in Varn.", True),
    ],
)  # fmt: skip
def test_words_chosen_for_one_thing_are_set_side_by_side(one: str, other: str, differs: bool) -> None:
    assert bool(label_choices.find(facts_of(one, other))) is differs


FREED = "Guards freed nine rioters at the pier in Oru."


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("Guards freed nine strikers at the pier in Oru.", True),
        ("Guards freed eight strikers at the pier in Oru.", False),
        ("Guards freed nine vandals at the pier in Oru.", False),
        ("Guards freed nine women at the pier in Oru.", False),
        ("The inn fed nine strikers.", False),
    ],
)
def test_a_count_of_people_under_two_nouns_is_shown(other: str, differs: bool) -> None:
    assert bool(label_counted.find(facts_of(FREED, other))) is differs
