"""Numbers and times of one thing in whatever grammar; and the harmless pairs that look like them."""

from __future__ import annotations

import pytest

from checker.divergence import figures
from tests.unit.divergence_facts import facts_of

COUNT = "divergence.numbers"
TERM, ORDER = (
    "divergence.deed-dated-differently",
    "divergence.before-or-after",
)


def found(*texts: str) -> dict[str, str]:
    """Rule -> statement of what is found in texts about one happening."""
    return {d.rule: d.statement for d in figures.find(facts_of(*texts))}


def test_what_is_not_done_is_shown_so() -> None:
    one = "The Alder Trust has not paid the 23 poets of Oru."
    told = found(one, "The Alder Trust never paid the 32 poets of Oru.")
    assert told == {
        COUNT: "The numbers differ: a.txt “has not paid the 23 poets”; b.txt “never paid the 32 poets”."
    }


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("With 148 pilgrims aboard the bus from Oru slid into the Alder gorge.",
         "One hundred and eighty-four pilgrims were on the bus from Oru when it left the Alder road.", COUNT),
        ("The Oru mill carried 310 people down the Alder by raft.",
         "The raft from the Oru mill had 130 people on board when it went down the Alder.", COUNT),
        ("The Alder choir of Oru has a crew of 19 on its barge.",
         "On its barge the Alder choir of Oru has a crew of 16.", COUNT),
        ("In May 2031 the Alder Trust opened the Oru museum.",
         "The Alder Trust opened the Oru museum on 3 July 2031.", TERM),
        ("The loan of the Alder Trust fell due in April 2031.",
         "The loan of the Alder Trust was due by 1 June 2031.", TERM),
        ("Tor Kolm resigned two weeks before the Oru audit.",
         "Tor Kolm stood down two weeks after the audit of Oru.", ORDER),
        ("Eighty knots and a kite\n\nTor Kolm flew it from the cliff.",
         "The wind blew at 60 knots over the cliff.", COUNT),
    ],
)  # fmt: skip
def test_one_thing_told_differently(one: str, other: str, rule: str) -> None:
    assert rule in found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # bounds, roundings, one number in words
        ("The bus from Oru had 212 nurses aboard on the Alder pass.",
         "More than two hundred nurses rode the bus from Oru over the Alder pass."),
        ("The bus from Oru had 212 nurses aboard on the Alder pass.",
         "Two hundred and twelve nurses were on the bus from Oru over the Alder pass."),
        # a part, others, another kind, another deed
        ("The bus from Oru had 48 nurses aboard on the Alder pass.",
         "Another 12 nurses were on the bus from Oru over the Alder pass."),
        ("The bus from Oru had 48 nurses aboard on the Alder pass.",
         "There were 30 young nurses on the bus from Oru over the Alder pass, and 18 old nurses."),
        ("The bus from Oru had 48 nurses aboard on the Alder pass.",
         "Twelve nurses on the bus from Oru sang all the way over the Alder pass."),
        ("The Alder Trust of Oru has a staff of 40.", "The Alder Trust of Oru has a fleet of 30."),
        # a whole that the other text gives in parts of other names
        ("The bus from Oru had 48 people aboard on the Alder pass.",
         "The bus from Oru had 40 nurses and 8 drivers aboard on the Alder pass."),
        # one of several like things in a list
        ("A fire killed 48 people at the Oru mill.",
         "Fires of the year. A fire killed 12 people at the Oru mill. A fire killed 30 people in Varn. A fire killed 7 "
         "people in Dorn. A fire killed 9 people in Lun."),
        # two numbers in one text
        ("The bus from Oru had 48 nurses aboard on the Alder pass.",
         "There were 40 nurses on the bus from Oru at the Alder pass. Later the bus from Oru had 48 nurses."),
        # months that hold the day, bounds, a plan, another thing
        ("In May 2031 the Alder Trust opened the Oru museum.", "The Alder Trust opened the Oru museum on 3 May 2031."),
        ("The Alder Trust opened the Oru museum before May 2031.",
         "The Alder Trust opened the Oru museum on 3 March 2031."),
        ("In May 2031 the Alder Trust will open the Oru museum.",
         "The Alder Trust opened the Oru museum in July 2031."),
        ("In May 2031 the Alder Trust opened the Oru museum.", "The Alder Trust opened the Oru harbour in July 2031."),
        # the same order, other anchors
        ("Tor Kolm resigned two weeks after the Oru audit.", "Tor Kolm stood down a fortnight after the audit of Oru."),
        ("Tor Kolm resigned two weeks after the Oru audit.", "Tor Kolm resigned two weeks before the feast."),
        # a headline that its text or another repeats
        ("Eighty knots and a kite\n\nTor Kolm flew it at 80 knots.", "The wind blew at 60 knots over the cliff."),
        ("Eighty knots and a kite\n\nTor Kolm flew it from the cliff.", "At 60 and then 148 kph, the wind blew."),
        ("Eighty knots and a kite\n\nTor Kolm flew it from the cliff.", "The wind blew at 20 knots over the cliff."),
    ],
)  # fmt: skip
def test_harmless_look_alikes(one: str, other: str) -> None:
    assert {r: s for r, s in found(one, other).items() if r in {COUNT, TERM, ORDER}} == {}


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("The fund has 9 million crowns, of which 5 million is for roads and 6 million for schools.", True),
        ("The fund has 9 million crowns, of which 5 million is for roads and 4 million for schools.", False),
        ("The fund has 9 million crowns, of which 2 million is for roads and 4 million for schools.", False),
        (
            "The fund has 9 million crowns, of which 5 million is for roads, including 5 million in Oru.",
            False,
        ),
        (
            "The fund has about 9 million crowns, of which 5 million is for roads and 6 million for schools.",
            False,
        ),
        # parts behind a colon
        ("Twelve boats were lost in the storm: five off Varn, four off Oru, two off Dorn.", True),
        (
            "Nine bells were cast in May: four for the abbey, two for the school and two for the town hall.",
            True,
        ),
        ("The choir gave thirty concerts that year: twelve in Varn, ten in Oru, six in Dorn.", True),
        ("Seven guards were on duty: three at the gate, two at the pier, one at the mill.", True),
        ("Ten graves were opened: six in the upper yard, three in the lower yard, two in the chapel.", True),
        ("Eight roofs were mended in May: three in Oru, three in Varn, two in Dorn.", False),
        ("Forty people came: six from Oru, three from Varn, one from Dorn, and many from the farms.", False),
        ("Ten people were hurt: six badly, three by glass, one by smoke.", False),
        ("The club has eleven players: six from Oru, three from Varn; the others come from abroad.", False),
        ("Nine boats sailed: four to Oru, three to Varn, one to Dorn, and one sank.", False),
        # a rate, a gap between two numbers, a whole in another sentence, and a row that adds up in itself
        ("The shifts run 12 hours a day, six in a row, and the overtime can total 22.", False),
        ("The mine would yield 14 tons of the 19 tons, two tons less than the permit sets.", False),
        (
            "The arrest of the 20 smugglers was easy. It brought in nine rifles, eight nets, five lamps.",
            False,
        ),
        ("Divers raised 31 jars. Of the 17 crates, 9 came from Oru, 8 from Varn.", False),
        ("Of the 17 crates, 9 came from Oru, 6 from Varn and 5 from Dorn.", True),
        # an earlier count, "no one", numbers that only come near another one, the sum of a longer time
        ("The line had 34 calls by noon, up from the 31 of the day before, and no one was hurt.", False),
        ("The clinic saw 42 patients on Monday, down from 38 and 9 the week before.", False),
        ("The ferry carried 52 passengers, against 31 on Monday and 18 on Sunday.", False),
        ("The mill employs 240 people. It had 150 in 2015, and 70 in 2010.", False),
        ("There were 40 break-ins in May, 30 in June, and a total of 90 since spring.", False),
        (
            "The mill shed 12 jobs in May, 9 in June and 14 in July, compared with 45 in all of last year.",
            False,
        ),
        # traits that one thing may have together
        ("The class has 20 pupils: 12 have a dog, 9 have a cat, and 4 have a bird.", False),
        ("The troupe consists of 12 dancers, eight of them women, and six of them from Oru.", False),
    ],
)
def test_parts_of_an_amount(text: str, off: bool) -> None:
    assert ("divergence.parts-and-whole" in found(text)) is off


def test_ages_of_undated_texts_make_no_year_of_birth() -> None:
    between, inside = (
        figures.find(
            facts_of("Anna Marn, 58, sold the mill.", "The mill was sold by Anna Marn, 64, in May.")
        ),
        figures.find(facts_of("Anna Marn, 58, sold the mill. Anna Marn, 64, liked it.")),
    )
    assert [e.role for d in between for e in d.evidence] == ["gives the age", "gives the age"]
    assert [e.role for d in inside for e in d.evidence] == ["makes 58 years", "makes 64 years"]


TIMES = [
    ("The board met on Tuesday, 4 May 2031 and closed the old harbour.",
     "On Wednesday, 5 May 2031 the board closed the old harbour.", True),
    ("The governor of Oru did not close the border until 5 May 2031.",
     "The governor of Oru closed the border on 4 May 2031.", True),
    ("The results of the test are due on 10 May 2031.", "The results of the test were due on 8 May 2031.", True),
    ("The governor of Oru did not close the border until 4 May 2031.",
     "The governor of Oru closed the border on 4 May 2031.", False),
    ("The board met on 4 May 2031 and closed the old harbour on 5 May 2031.",
     "On 5 May 2031 the board closed the old harbour.", False),
    ("The board met on 4 May 2031 and will close the old harbour.",
     "On 5 May 2031 the board closed the old harbour.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), TIMES, ids=str)
def test_the_time_of_a_deed_that_another_clause_tells(one: str, other: str, differs: bool) -> None:
    assert (TERM in found(one, other)) is differs
