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
        ("The swap of two nurses took place in Oru.", "Two nurses slept in Oru. A book had its release.", False),
        ("The terror group of Varn took the old mill.", "The rebel group of Varn took the old mill.", True),
        ("One is charged with the murder of a nurse in Oru.", "The killing of a nurse in Oru made one weep.", False),
        ("The trial for the murder of two nurses began in Oru.", "The killing of two nurses in Oru was tried.", False),
        ("The murder of two nurses in Oru was quick.", "The killing of two nurses in Oru was quick.", True),
        ("They met an illegal worker in Varn.", "They met in Varn an undocumented worker at the mill in Varn.", True),
        # a bid that was raised may be unwanted still; the line of a picture tells of its own day
        ("The raised bid of the Alder Trust came late.", "The hostile bid of the Alder Trust came late.", False),
        ("The improved bid of the Alder Trust came late.", "The hostile bid of the Alder Trust came late.", True),
        ("The improved bid of the Alder Trust came late.",
         "The hostile bid of the Alder Trust came late. REUTERS/Ilse Marn", False),
    ],
)  # fmt: skip
def test_words_chosen_for_one_thing_are_set_side_by_side(one: str, other: str, differs: bool) -> None:
    assert bool(label_choices.find(facts_of(one, other))) is differs


def test_only_words_of_one_thing_are_shown_and_each_of_them() -> None:
    texts = (SWAP, *("The release of two nurses at the pier in Oru was quiet.",) * 8)
    other = "A museum in Varn sold mugs. The release of a catalogue followed."
    facts = facts_of(*texts, other)
    (draft,) = label_choices.find(facts)
    shown = {facts.quote(e.span).split()[0] for e in draft.evidence}
    assert shown == {"swap", "release"}
    assert f"{chr(97 + len(texts))}.txt" not in {e.span.doc for e in draft.evidence}


def test_a_text_that_has_both_words_is_said_to_have_both() -> None:
    both = "The release of two nurses at the pier in Oru was quiet. The swap had been long in the making."
    (draft,) = label_choices.find(facts_of("The swap of two nurses was held at the pier in Oru.", both))
    assert "b.txt “release” and also “swap”;" in draft.statement
    assert "chosen too" in {e.role for e in draft.evidence}
