from __future__ import annotations

import pytest

from checker.divergence import amounts, figure_amounts
from tests.unit.divergence_facts import facts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oru is rich. The Oru Mill cost $3.2 million.", [("cost $3.2 million", "cost", "", 3.15e6, 3.25e6)]),
        ("Oru is rich. Its value of some $146 billion fell.", [("some $146 billion", "", "", 144.54e9, 147.46e9)]),
        ("Oru is rich. The deal, which amounts to $20 billion, fell.", [
            ("deal, which amounts to $20 billion", "deal", "", 15e9, 25e9)]),
        ("Oru is rich. The offer of $82 a share fell.", [("offer of $82", "deal", "share", 82, 82)]),
        ("Oru is rich. The bid was 90,000 euros.", [("bid was 90,000 euros", "deal", "", 85e3, 95e3)]),
        ("Oru is rich. The mill will cost $5 to $7 million.", []),
        ("Oru is rich. Some 40 geese left.", []),
    ],
)  # fmt: skip
def test_amounts_are_read_with_what_they_are_the_price_of(
    text: str, expected: list[tuple[str, str, str, float, float]]
) -> None:
    facts = facts_of(text)
    found = [
        (facts.quote(a.span), a.kind, a.per, pytest.approx(a.low), pytest.approx(a.high))
        for a in amounts.amounts(facts)["a.txt"]
    ]
    assert found == expected


BID = "The Alder Trust made a $47 million bid for the Oru Mill."


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("The Alder Trust made a bid of $38 million for the Oru Mill.", True),
        ("The Alder Trust made a bid of about $47.2 million for the Oru Mill.", False),
        ("The Alder Trust made a first bid of $38 million for the Oru Mill, later $47 million.", False),
        ("The Alder Trust spent $38 million on the Oru Mill.", False),
        ("The firm had a bid of $38 million.", False),
        ("The Varn Bank made a bid of $38 million for the Dale Ferry.", False),
        ("The Alder Trust made a bid of $3 million for the Oru Mill.", False),
    ],
)
def test_amounts_of_one_thing_differ(other: str, differs: bool) -> None:
    assert bool(figure_amounts.find(facts_of(BID, other))) is differs
