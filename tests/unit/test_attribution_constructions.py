"""Constructions that hide who says what, each in a sentence of our own."""

from __future__ import annotations

import pytest

from checker import parse
from tests.unit.test_attribution import document, triples

CASES: list[tuple[str, tuple[str | None, str, str]]] = [
    (
        "Doe called for the gate to be closed.",
        ("Doe", "called for", "the gate to be closed"),
    ),
    (
        "Jane Roe called on the council to wait.",
        ("Jane Roe", "called on", "the council to wait"),
    ),
    (
        "Asked about the cost, Jane Roe left the room.",
        (None, "Asked about", "the cost"),
    ),
    (
        "Jane Roe said on the radio, where she works, that the dam leaks.",
        ("Jane Roe", "said", "that the dam leaks"),
    ),
    (
        "Roe decried what he called a farce.",
        ("Roe", "decried", "what he called a farce"),
    ),
    (
        "The council discussed how the dam had been built.",
        ("The council", "discussed", "how the dam had been built"),
    ),
    (
        "Roe criticized her judgment in backing the dam.",
        ("Roe", "criticized", "her judgment in backing the dam"),
    ),
    (
        "The mayor was critical of the plan.",
        ("The mayor", "was critical of", "the plan"),
    ),
    (
        "The works, engineers say, to raise the dam have stopped, she said.",
        ("she", "said", "The works, engineers say, to raise the dam have stopped"),
    ),
    (
        "The council said that the dam leaks, according to Jane Roe.",
        ("The council", "said", "that the dam leaks"),
    ),
    (
        "The mill lost a crown in May and, according to two clerks, rather more in June.",
        ("two clerks", "according to", "rather more in June"),
    ),
    (
        'As for the rest, Roe said before adding: "Nobody asked the miners about any of it."',
        ("Roe", "adding", '"Nobody asked the miners about any of it."'),
    ),
    (
        '"It is far too late for the village now" Jane Roe replied.',
        ("Jane Roe", "replied", '"It is far too late for the village now"'),
    ),
    (
        "“He told me, ‘The dam will hold,’” Jane Roe said.",
        ("Jane Roe", "said", "“He told me, ‘The dam will hold,’”"),
    ),
    (
        'The report found "no sign that anybody had opened the gate."',
        ("The report", "found", '"no sign that anybody had opened the gate."'),
    ),
    (
        'The council had one message: "Stay away from the river."',
        ("The council", ":", '"Stay away from the river."'),
    ),
    (
        "The mill faces questions about the dam.",
        (None, "questions about", "the dam"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_what_a_construction_hides(text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in triples(text)


SILENT = [
    "That said, the dam holds.",
    "His silence shows how weak the dam is.",
    "The engineers found nobody to open the gate.",
    "It is a plan to present the dam as safe.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_anything(text: str) -> None:
    assert triples(text) == []


def test_a_sentence_that_lost_its_stop_is_no_part_of_the_quotation_behind_it() -> None:
    text = (
        "The mill took on Jane Roe as clerk “She had the best hand of all who wrote to us,” the miller said."
    )
    [(source, cue, content)] = triples(text)
    assert (source, cue, "Jane" in content) == ("the miller", "said", False)


def test_a_title_is_not_said() -> None:
    text = 'On "Morning Light," Jane Roe pointed to the dam as the cause.'
    assert all(content != '"Morning Light,"' for _, _, content in triples(text))


def test_a_quotation_in_a_side_clause_is_not_the_answer() -> None:
    text = 'Asked whether the dam is "safe enough to live under," half of them said yes.'
    assert all(cue != "said" for _, cue, _ in triples(text))


BREAKS = [
    ("Roe left last month. “And so did Doe.”", 2),
    ("The mill stands in Iowa. The council owns it.", 2),
    ("The dam was built by Elm Corp. and its heirs in May.", 1),
    ("Rep. Jane Roe (D-Elmford.), who left, said so.", 1),
]


@pytest.mark.parametrize(("text", "sentences"), BREAKS)
def test_sentences_end_after_plain_words(text: str, sentences: int) -> None:
    assert len(parse.run(document(text)).sentences) == sentences


MARKS = [
    ("“Apparently not,“ Roe said. “Not today.”", ["“Apparently not,“", "“Not today.”"]),
    ('"The talk of “equal rights” is over," Roe said.', ['"The talk of “equal rights” is over,"']),
    ("„Das Tor“, Roe said.", ["„Das Tor“"]),
]


@pytest.mark.parametrize(("text", "quoted"), MARKS)
def test_marks_that_are_mistyped_or_nested(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in parse.run(document(text)).quoted] == quoted
