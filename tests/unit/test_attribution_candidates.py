"""Whom a description means: weighed against all people of the text, named after it, or told by what they did."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution_epithets import spoken

LATE = "said it was late."
MEANT = [
    # brought in without a name, named afterwards
    (
        "A farmer has been fined for felling oaks. Colin Harrow was convicted on Tuesday. The farmer",
        "Colin Harrow",
    ),
    ("The orchestra has lost its conductor. Pavel Dorn resigned on Sunday. The conductor", "Pavel Dorn"),
    ("A pilot landed his glider on a road. Jonas Wirth, 29, walked away. The pilot", "Jonas Wirth"),
    ("A farmer has been fined for felling oaks. Ada Roth saw the trees fall. The farmer", None),
    ("A farmer has been fined for felling oaks. Ada Roth, a neighbour, complained. The farmer", None),
    ("A pilot and a nurse were hurt. Lena Voss left on Friday. The pilot", None),
    ("The club has sacked its coach. Lena Voss owns the club. The coach", None),
    ("A judge will rule on Monday. Lena Voss faces six years in prison. The judge", None),
    # the only one who may be that
    ("Ambassador Nils Orre left at noon. Mayor Petra Hahn had waited for him. The envoy", "Nils Orre"),
    ("Mayor Petra Hahn opened the show of Greta Lind. The sculptor", "Greta Lind"),
    ("Mayor Petra Hahn met Tomas Rell at the gate. The former footballer", "Tomas Rell"),
    ("UN envoy Kwame Boadi met President Lars Holm on Sunday. The Ghanaian diplomat", "Kwame Boadi"),
    ("Rosa Diaz, 81, lives above the shop of Otto Falk, 30. The pensioner", "Rosa Diaz"),
    ("Greta Lind met Tomas Rell at the gate. The sculptor", None),
    ("Mayor Petra Hahn opened the show of Greta Lind. The judge", None),
    ("Mayor Petra Hahn opened the show. Her husband, Tomas Rell, stayed at home. The angler", None),
    ("President Lars Holm fought the rebels. The rebel leader", None),
    ("Sculptor Mei Tan flew in with the painter Otto Falk. The artist", None),
    ("Rosa Diaz, 81, lives above the shop of Otto Falk, 70. The pensioner", None),
    # what somebody became, left, does or is tried for
    ("The museum has chosen Rosa Diaz as its director. The new director", "Rosa Diaz"),
    ("Parliament elected Rosa Diaz president on Monday. The new president", "Rosa Diaz"),
    ("Rosa Diaz succeeds Otto Falk as coach of Elm Town. The outgoing coach", "Otto Falk"),
    ("Rosa Diaz succeeds Otto Falk as coach of Elm Town. The new coach", "Rosa Diaz"),
    ("Rosa Diaz replaced Otto Falk as mayor in May. The former mayor", "Otto Falk"),
    ("Rosa Diaz bought the hotel in 1999. Its manager, Otto Falk, left in May. The owner", "Rosa Diaz"),
    ("As mayor of Elm, Rosa Diaz opened the pool. The mayor", "Rosa Diaz"),
    ("Rosa Diaz, who teaches at Elm school, found the box. The teacher", "Rosa Diaz"),
    ("Rosa Diaz went on trial on Monday. The defendant", "Rosa Diaz"),
    ("Minister of Trade Oskar Lund wants more. The trade minister", "Oskar Lund"),
    # of two in a family
    ("Anna Voss, 61, and Greta Voss, 58, run the mill. The elder sister", "Anna Voss"),
    ("Anna Voss, a fifty-two-year-old baker, and Greta Voss, 58, run the mill. The elder sister", None),
    ("Anna Voss, ², and Greta Voss, 58, run the mill. The elder sister", None),
    ("Aldo Castell, the elder, keeps the books; Remo Castell cooks. The younger brother", "Remo Castell"),
    ("Karl Reiss sold the mill to Anna Reiss. The younger Reiss", None),
    ("Mira Holt lives with her sister Ada in Elm. Her sister", "Ada"),
    ("Mira Holt lives with her sister Ada in Elm. Ida Voss came. Her sister", None),
    ("Dr Hanif Rahim runs the clinic. The GP", None),
    ("Lord Ashgrove moved to a farm with his wife, Judith. Lady Ashgrove", "Judith"),
    ("Tom Harker opened a shop with his sister, Edith. Mrs Harker", None),
]
TURNS = [
    ('Poet Vera Dunn and her translator, Ruth Katz, shared it. "Vera is a friend," she said.', ["Ruth Katz"]),
    ('Poet Vera Dunn and her translator, Ruth Katz, shared it. "It is a surprise," she said.', [None]),
    (
        'Skipper Einar Moe has a new boat. He has also learned to knit. "I have no fish," he said.',
        ["Einar Moe"],
    ),
    ("Karl Lund left. " + "He slept. " * 1200 + '"It is late," he said.', ["Karl Lund"]),
    ('Vera Dunn met the trainer who had sacked her. "I was calm," she said.', ["Vera Dunn"]),
    ('Karl Lund left at noon. Ellis Wray stayed. "My choir has heating," he said.', [None]),
    ("Ada Roth said that the conductor had told her that it was late.", ["Ada Roth", None]),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_a_description_means(text: str, expected: str | None) -> None:
    assert spoken(f"{text} {LATE}")[-1] == expected


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_who_goes_on(text: str, expected: list[str | None]) -> None:
    assert spoken(text) == expected
