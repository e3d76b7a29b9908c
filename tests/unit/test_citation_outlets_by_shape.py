"""Outlets by how they are named: with a reporter, with where they are, in small letters, with a number."""

from __future__ import annotations

import pytest

from tests.unit.test_citation_forms import rows


@pytest.mark.parametrize(
    ("text", "form", "words", "outlet"),
    [
        ("The Vale Herald's Ostra correspondent reported that the talks had moved.", "according_to",
         "The Vale Herald's Ostra correspondent reported", "The Vale Herald"),
        ("The Vale Herald's correspondent in Marl said the crossing was shut.", "according_to",
         "The Vale Herald's correspondent in Marl said", "The Vale Herald"),
        ("Reporters from the Ostra Morning Herald found the yard empty.", "according_to",
         "Reporters from the Ostra Morning Herald found", "Ostra Morning Herald"),
        ("The Vale Courier, which obtained the records, reported that nine judges had travelled.",
         "according_to", "The Vale Courier, which obtained the records, reported", "The Vale Courier"),
        ("The Times of Marl reports that the vote is off.", "according_to", "The Times of Marl reports",
         "The Times of Marl"),
        ("Two people were hurt, the dpa news agency reported.", "according_to", "dpa news agency reported",
         "dpa"),
        ("The Vale Courier described the plan as brave.", "according_to", "The Vale Courier described",
         "The Vale Courier"),
        ("She told the Marl-based site Harbour Lights that the talks were frozen.", "told_outlet",
         "told the Marl-based site Harbour Lights", "Harbour Lights"),
        ("The captain told Swedish television that he had asked for a tug.", "told_outlet",
         "told Swedish television", "Swedish television"),
        ("The widow told her story to the Vale Courier.", "told_outlet",
         "told her story to the Vale Courier", "Vale Courier"),
        ("Nobody has signed, according to Harborwire.", "according_to", "according to Harborwire",
         "Harborwire"),
        ("In remarks to Agence Marl, the lawyer said no.", "told_outlet", "In remarks to Agence Marl",
         "Agence Marl"),
        ("In a 60 Minutes interview, the general admitted it.", "interview", "In a 60 Minutes interview",
         "60 Minutes"),
        ("In her first interview since leaving office, with the Vale Courier, she blamed the whips.", "interview",
         "In her first interview since leaving office, with the Vale Courier", "Vale Courier"),
    ],
)  # fmt: skip
def test_an_outlet_is_known_by_its_shape(text: str, form: str, words: str, outlet: str) -> None:
    assert [row[:3] for row in rows(text)] == [(form, words, outlet)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The constitution bars a third term.", "constitution"),
        ("Every attack on one is an attack on all, the treaty says.", "treaty"),
        ("In a letter to the speaker, the nine members wrote that the vote had been rushed.",
         "letter to the speaker"),
        ("A spokesman pointed to the board's guidelines, which say that anglers must be heard.",
         "board's guidelines"),
        ("The party's manifesto promises 400 boats a year.", "party's manifesto"),
        ("The Vale Bank's latest Global River Prospects predicts a drought.", "Global River Prospects"),
        ("The contract states that the work must be done by May.", "contract"),
        ("Photo: Reuters/Mara Quill", "Photo: Reuters/Mara Quill"),
        ("Under the terms of the lease, the tenant pays for the roof.", "lease"),
        ("A class-action lawsuit filed in Marl claims that the firm knew.", "class-action lawsuit"),
        ("Data from the health ministry show that one ward has no doctor.", "Data from the health ministry"),
        ("The institute's paper on river freight estimates the cost at nine million.",
         "institute's paper"),
        ("The Marl Agreement requires the consent of both shores.", "Marl Agreement"),
    ],
)  # fmt: skip
def test_a_document_says_it(text: str, words: str) -> None:
    assert [row[1] for row in rows(text)] == [words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crossing is shut (Vale Herald, May 3, 2021). Nobody knows why (ibid.).",
         [("Vale Herald, May 3, 2021", "Vale Herald"), ("ibid.", "Vale Herald")]),
        ("The men were withdrawn for rest and refitting (Telegram/@ostra_front, June 12, 2021).",
         [("Telegram/@ostra_front, June 12, 2021", "Telegram/@ostra_front")]),
        ("A clerk, speaking anonymously, put the number at nine.",
         [("A clerk, speaking anonymously", None)]),
        ("As the Vale Herald put it in an editorial on 3 May 2021, a bridge is a promise.",
         [("As the Vale Herald put it in an editorial on 3 May 2021", "Vale Herald")]),
        ("An email from the harbour board obtained by the Vale Herald shows that the crane was known to be weak.",
         [("email from the harbour board", "email from the harbour board"),
          ("obtained by the Vale Herald", "Vale Herald")]),
    ],
)  # fmt: skip
def test_sources_are_told_apart(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [row[1:3] for row in rows(text)] == found


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (
            "The schools stayed open; [this Vale Herald explainer](https://h.example/x) says why.",
            "Vale Herald",
        ),
        ("Bookings are down by a third [(Vale Herald)](https://h.example/y).", "Vale Herald"),
        ("- [Why the weir failed](https://h.example/z), Vale Herald, on the flood", "Vale Herald"),
    ],
)
def test_a_link_is_of_the_outlet_beside_or_in_it(text: str, outlet: str) -> None:
    assert [row[2] for row in rows(text, "text/markdown")] == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "He wants to end loopholes like inconsistent guidelines that allow firms to hide.",
        "If the final decree requires us to pay, we will appeal.",
        "Police have told motorists to avoid the bridge.",
        "The Vale Herald is moving to a new building.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert rows(text) == []
