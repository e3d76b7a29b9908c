"""Lines of pictures in a text, and what no finder takes from them."""

from __future__ import annotations

import pytest

from checker.divergence import stances
from checker.divergence.captions import captions
from checker.divergence.tellings import tellings
from tests.facts import facts_of

LINES = [
    ("Reuters The bridge was closed on Monday", True),
    ("AP:Associated Press Visitors look at the broken bridge", True),
    ("Getty Images/Reuters Visitors look at the broken bridge", True),
    ("Visitors look at the broken bridge in Oru (Photo: Ilse Marn)", True),
    ("Image copyright Tor Kolm Image caption The bridge is closed.", True),
    ("Bridge in Oru 1/3 The old pillar 2/3 The new pillar 3/3 The mayor", True),
    ("Photos: A bridge falls in Oru Visitors look at it. Hide Caption 2 of 9", True),
    ("The bridge in Oru is seen after it was closed, May 6, 2031. REUTERS/Ilse Marn", True),
    ("The bridge in Oru was closed on Monday. It was said by Reuters/Ipsos to be old.", False),
    ("Reuters The bridge was closed on Monday.", False),
    ("Reuters was told that the bridge would stay closed.", False),
    ("The bridge was closed on 1/2, on 1/3 and on 1/4.", False),
    ("The pictures show the bridge.", False),
]


@pytest.mark.parametrize(("line", "found"), LINES, ids=lambda x: str(x))
def test_a_line_of_a_picture(line: str, found: bool) -> None:
    facts = facts_of(f"A bridge in Oru\n\nThe bridge fell in May.\n\n{line}\n\nNobody was hurt.")
    assert bool(captions(facts, next(iter(facts.documents)))) is found


def test_a_bare_line_beside_a_caption_is_one_too_and_tells_nothing() -> None:
    text = (
        "A bridge in Oru\n\nThe bridge fell.\n\nReuters The mayor sees it\n\n"
        "Kolm Guards shut the gate on Monday\n\nAll went."
    )
    facts = facts_of(text)
    assert [facts.quote(t.span).strip(".") for t in tellings(facts)] == ["The bridge fell", "All went"]


STANCES = [
    ("Critics claim that the contract is forged.", "The miners insist that the pit is safe.", True),
    ("The club claims 1,900 members.", "The miners insist that the pit is safe.", False),
    ("The club claimed responsibility.", "The club claimed responsibility for the fire.", False),
    ("Fans claimed the cup in June.", "The heirs claim a share of the house.", False),
    (
        "Mr. Reed maintained the fiction that he was ill for years.",
        "The miners insist that the pit is safe.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "found"), STANCES, ids=lambda x: str(x))
def test_a_verb_takes_a_stand_on_a_clause(one: str, other: str, found: bool) -> None:
    granted = (
        "Maria Lopez disclosed that a second contract exists. Maria Lopez admitted that the price was high."
    )
    assert bool(stances.find(facts_of(f"{granted} {one}", other, granted))) is found
