from __future__ import annotations

import pytest

from checker.divergence import label_choices
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
