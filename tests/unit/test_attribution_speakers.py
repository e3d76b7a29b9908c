"""Which entity a source is, and where that is left open."""

from __future__ import annotations

import re

import pytest

from checker import attribution, parse
from checker.attribution import speakers
from checker.model import Entity, Span
from tests.unit.test_attribution import document, words

PEOPLE = {
    "roe": ("Jane Roe", "PERSON", r"\b(?:Jane Roe|Roe)\b"),
    "doe": ("Max Doe", "PERSON", r"\b(?:Max Doe|Doe)\b"),
    "elm": ("Elm Company", "ORG", r"\bElm Company\b"),
    "elbonia": ("Elbonia", "GPE", r"\bElbonia\b"),
}


def entities(text: str) -> tuple[Entity, ...]:
    return tuple(
        Entity(key, name, kind, tuple(Span("a.txt", *m.span()) for m in re.finditer(pattern, text)))
        for key, (name, kind, pattern) in PEOPLE.items()
        if re.search(pattern, text)
    )


def spoken(text: str) -> list[tuple[str | None, str | None]]:
    made = document(text)
    read = parse.run(made)
    said = attribution.run(made, read)
    return [(words(text, a.source), a.speaker) for a in speakers.run(made, read, said, entities(text))]


CASES = [
    ("Jane Roe said that it was late. Roe added that it was wet.", [("Jane Roe", "roe"), ("Roe", "roe")]),
    ("Jane Roe said that it was late. She added that it was wet.", [("Jane Roe", "roe"), ("She", "roe")]),
    ("Mr. Doe said that it was late. She added that it was wet.", [("Mr. Doe", "doe"), ("She", None)]),
    (
        "Jane Roe, the mayor of Elmford, was there. The mayor said that it was late.",
        [("The mayor", "roe")],
    ),
    ("The mayor said that it was late.", [("The mayor", None)]),
    ("Queen Jane Roe came home. The monarch said that it was late.", [("The monarch", "roe")]),
    (
        "In his letter of farewell Colonel Max Doe writes that it was late.",
        [("Colonel Max Doe", "doe")],
    ),
    (
        "Jane Roe came home. The Elmford-born singer said that it was late.",
        [("The Elmford-born singer", "roe")],
    ),
    (
        "The head of the nurses, Jane Roe, said that it was late.",
        [("The head of the nurses, Jane Roe", "roe")],
    ),
    ('"I believe that it is late," Jane Roe said.', [("Jane Roe", "roe"), ("I", "roe")]),
    ("Jane Roe, who said that it was late, resigned.", [("Jane Roe | who", "roe")]),
    ("Jane Roe and Max Doe said that it was late.", [("Jane Roe and Max Doe", None)]),
    ("Elbonia officials said that it was late.", [("Elbonia officials", None)]),
    ("Elbonia said that it was late.", [("Elbonia", "elbonia")]),
    ("A spokesman for Elm Company said that it was late.", [("A spokesman for Elm Company", None)]),
    (
        "Jane Roe said that it was late. Max Doe left the room. He said that it was wet.",
        [("Jane Roe", "roe"), ("He", "doe")],
    ),
    ("Jane Roe met Max Doe. She said that it was late.", [("She", "roe")]),
    ("Max Doe told Jane Roe to wait. She said that it was late.", [("Max Doe", "doe"), ("She", "roe")]),
    ("Jane Roe spoke to the surgeon who runs it. She said that it was late.", [("She", None)]),
    ("As she told the court later, Jane Roe had left the mill.", [("she", "roe")]),
    ("Elm Company closed. It said that trade was bad.", [("It", "elm")]),
    ("The younger Roe said that it was late. Jane Roe laughed.", [("The younger Roe", None)]),
    ("Jane Roe left. Mr Roe said that it was late.", [("Mr Roe", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


def test_without_entities_nobody_speaks() -> None:
    made = document("Jane Roe said that it was late.")
    read = parse.run(made)
    said = attribution.run(made, read)
    assert speakers.run(made, read, said, ()) == said
