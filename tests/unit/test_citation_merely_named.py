"""Outlets and documents that a sentence names without saying anything from them, beside those that it cites."""

from __future__ import annotations

import pytest

from tests.unit.test_citation_forms import rows


@pytest.mark.parametrize(
    "text",
    [
        "The motion needs the consent of both chambers.",
        "The treaty requires ratification by nine of the twelve states.",
        "The report offers fresh ammunition to critics of the mayor.",
        "His financial disclosure report provides sufficient clarity, the mayor insists.",
        "Critics point to the 2004 Pension Act, which doubled the cost of the scheme.",
        "The film recalls the 1833 Ports Act that freed thousands.",
        "Has the audit found any fraud?",
        "Did the inquiry find reasons to doubt the clerk?",
        "Even though the dissent Judge Marl read from the bench was frank, it was not barbed.",
        "A quarter of that, per the Bevin plan, is lost.",
        "He saw bodies covered in blue sheets and families mourning.",
        "“They have columns of data,” she added.",
        "Ana Quill, editorial board editor for the Vale Courier, was late.",
        "She avoided appearing on Fox News for years.",
        "Before speaking to the Vale Herald, he had called his lawyer.",
        "The ad includes a clip of a Lisk television interview.",
        "The wedding was shown on ITV.",
        "The final aired on Vale TV on Saturday night.",
        "The cheekily-named “Big Tent Brunch” will feature two singers.",
        "They called on The Vale Journal's editorial page to admit it.",
        "Turning boats back violates international law.",
        "Their analysis did not mention the tide.",
        "A driver was seen in horror on Las Vegas Strip, the clerk said.",
        "Different media sources were reporting different numbers.",
        "“It is no secret,” said Marl City Mayor Don Guardian.",
        "His campaign paid to broadcast a short film called “Our Weir” on Vale TV.",
        "She is expected to make appearances on the Vale TV morning show.",
        "The problems identified in this report are plain.",
        "Lisk saw no need to change, telling Stefanopolous that “we tell the truth”.",
        "This is a broad statute that punishes everybody.",
    ],
)
def test_what_is_merely_named_is_not_cited(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words", "outlet", "date"),
    [
        ("Under Marl's delegate rules, members choose their own list.", "delegate rules", "Marl", None),
        ("A previously undisclosed email shows that ten people went.", "previously undisclosed email",
         "previously undisclosed email", None),
        ("The Harbour Act requires approval by the port captain for any repair at night.", "Harbour Act",
         "Harbour Act", None),
        ("Lawyers point to the 1951 Refugee Convention, which obliges states to take them in.",
         "1951 Refugee Convention", "Refugee Convention", "1951"),
        ("A Reuters/Ipsos opinion poll found that 71 percent approve.", "Reuters/Ipsos opinion poll",
         "Reuters/Ipsos", None),
        ("A Sept. 15, 2011 email shows that ten people went.", "Sept. 15, 2011 email", "email", "2011-09-15"),
        ("In her 2003 book, Silver River, Lisk noted the frost.", "2003 book, Silver River", "Silver River",
         "2003"),
        ("Quill wrote in a September 2012 email to top Vale Rail managers that he was glad.",
         "September 2012 email to top Vale Rail managers", "Quill", "2012-09"),
        ("In footage aired on Vale TV, the mayor is seen leaving.", "aired on Vale TV", "Vale TV", None),
        ("In a May interview on CNBC's Squawk Box, Quill said no.", "In a May interview on CNBC's Squawk Box",
         "CNBC", None),
        ("An official at one of the banks, who asked not to be named, said it was over.",
         "An official at one of the banks, who asked not to be named", None, None),
    ],
)  # fmt: skip
def test_what_is_said_is_cited(text: str, words: str, outlet: str | None, date: str | None) -> None:
    assert [row[1:] for row in rows(text)] == [(words, outlet, date)]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The Vale Herald wrote about the fall. The paper notes that wages fell.", ["Vale Herald"] * 2),
        ("A working paper on wages is out. The Vale Herald wrote about it. The paper notes that wages fell.",
         ["Vale Herald"]),
        ("Interfax reported that the ship had sunk. The agency noted that two were missing.", ["Interfax"] * 2),
        ("The Vale Herald wrote about the Fish Protection Agency. The agency reported that eels had died.",
         ["Vale Herald"]),
        ("A Gallup/Vale Herald poll showed a tie. He will speak on Monday, according to the website.",
         ["Gallup/Vale Herald"]),
    ],
)  # fmt: skip
def test_a_common_noun_stands_for_an_outlet_that_it_may_mean(text: str, outlets: list[str]) -> None:
    assert [(row[2] or "").removeprefix("The ") for row in rows(text)] == outlets
