"""Dialogue behind dashes, quotations inside quotations, turns, page numbers, and turns of phrase."""

from __future__ import annotations

import pytest

from checker import attribution, parse
from checker.parse.dialogue import dialogue_spans
from tests.unit.test_attribution import document, found, words

LINES = [
    ("— The kiln is cold, — said Orla. — Bring wood.", ["The kiln is cold", "Bring wood."]),
    ("—Is it late? —asked Orla.", ["Is it late?"]),
    ("The clock struck. — It is time, — she said.", ["It is time"]),
    ("The offer – four coins a day – was refused.", []),
    ("— A list item without any speaker", []),
]


@pytest.mark.parametrize(("text", "spoken"), LINES)
def test_what_is_spoken_between_dashes(text: str, spoken: list[str]) -> None:
    spans = dialogue_spans(text, 0, len(text))
    assert [text[q.start : q.end] for q in spans] == spoken
    assert all(q.start == q.inner[0] and q.end == q.inner[1] for q in spans)


SAID = [
    (
        "\"He said, 'Shut the door,' and we shut it,\" Roe recalled.",
        [("Roe", "\"He said, 'Shut the door,' and we shut it,\""), ("He", "'Shut the door,'")],
    ),
    ("'It was the miller's fault,' said Doe.", [("Doe", "'It was the miller's fault,'")]),
    (
        "There was no key, Roe ruled, that fitted the gate.",
        [("Roe", "There was no key | that fitted the gate")],
    ),
    ("The bottle refused to break.", []),
    ("The so-called “friends” of Elmford left.", []),
    ("The office referred every call to its lawyers.", []),
    (
        "Told that it was late, Roe replied that he knew.",
        [(None, "that it was late"), ("Roe", "that he knew")],
    ),
    ("Roe was the first doctor to say that the ward leaked.", [("Roe", "that the ward leaked")]),
    (
        "Roe would not say that it was late, but her coat was gone.",
        [("Roe", "that it was late")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_says_what(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(words(text, a.source), words(text, a.content)) for a in found(text)] == expected


def test_a_new_person_ends_the_turn_of_the_last_speaker() -> None:
    text = '"The net was torn," said Jane Roe. Her rival, Max Doe, smiled. "By a hair."'
    assert [(words(text, a.source), words(text, a.content)) for a in found(text)] == [
        ("Jane Roe", '"The net was torn,"'),
        (None, '"By a hair."'),
    ]


def test_two_speakers_in_turn_leave_the_next_line_open() -> None:
    text = '"Is it far?" asked Roe.\n\n"It was near on Monday," Doe said.\n\n"Today is Friday."'
    assert [words(text, a.source) for a in found(text)] == ["Roe", "Doe", None]


def test_a_page_number_does_not_end_a_sentence() -> None:
    text = "It rained all day. Roe said that the owners of the mill\n\n— 14 —\n\nhad known of it since May. It shut."
    made = document(text)
    said = attribution.run(made, parse.run(made))
    assert str(words(text, said[0].content[-1:])).endswith("had known of it since May")


def test_neither_nor_is_not_said() -> None:
    said = found("Roe neither confirmed nor denied that the gate was open.")
    assert {a.polarity for a in said} == {"-"}
    assert {a.polarity for a in found("Roe stopped short of saying that it was late.")} == {"-"}
