"""Speakers told by rank, office, family or in passing; dialogue lines and quotations that stand alone."""

from __future__ import annotations

import hashlib

import pytest

from checker.model import Manifest, Snapshot
from checker.pipeline import Pipeline


def spoken(text: str) -> list[str | None]:
    data = text.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    pipeline = Pipeline([Snapshot("a.md", "a.md", data, digest, "text/markdown", Manifest("a.md"))])
    names = {entity.entity: entity.name for entity in pipeline.get("entities")}
    return [names.get(a.speaker) for a in pipeline.get("attributions")]


CASES = [
    ("Col. Anna Reiss arrived at noon. The colonel said the road was open.", ["Anna Reiss"]),
    ("Anna Reiss resigned as mayor in May. The former mayor said the dam was safe.", ["Anna Reiss"]),
    ('Anna Reiss won again. "I am tired," the 41-year-old said.', ["Anna Reiss"]),
    ('Anna Reiss beat Clara Holm. "I am tired," the 41-year-old said.', [None]),
    ("Anna Reiss met Clara Holm. The former said it was late.", ["Anna Reiss"]),
    (
        "Karl Reiss sold the mill to his daughter, Anna Reiss. The younger Reiss said it would close.",
        ["Anna Reiss"],
    ),
    ("The brothers Karl and Otto Reiss ran the mill. Reiss said it would close.", [None]),
    ("Ms Reiss spoke after Karl and Anna Reiss had left. Ms Reiss said it was late.", ["Anna Reiss"]),
    ('"It was late," Mrs Anna Reiss said.', ["Anna Reiss"]),
    ('Otto "Bär" Reiss won. "It was late," said Bär.', ["Otto Reiss"]),
    ("Anna Moro Vidal beat Clara Holm Moro. Moro said it was late.", [None]),
    ('"It was late," warned the pilot, Anna Reiss.', ["Anna Reiss"]),
    ("A spokeswoman for Elm Water, Anna Reiss, said the dam was safe.", ["Anna Reiss"]),
    ('Anna Reiss put the lamp down. "It was never lit."', ["Anna Reiss"]),
    ('Anna Reiss looked at Clara Holm. "It was never lit."', [None]),
    ('Anna Reiss won. The 41-year-old slept. "I am tired," the 41-year-old said.', ["Anna Reiss"]),
    ("Anna Reiss won in March. The Olympic champion said it was late.", ["Anna Reiss"]),
    ("Anna Reiss won in March. The second swimmer said it was late.", [None]),
    ("Skier Anna Reiss left with her aunt. The marathon runner said it was late.", ["Anna Reiss"]),
    ("Mayor Anna Reiss left at noon. The painter said it was late.", [None]),
    ("Bassoonist Anna Reiss left at noon. The musician said it was late.", ["Anna Reiss"]),
    (
        'Karl and Anna Reiss left. Mr. Reiss said it was late. Mrs. Reiss sighed. "It was early," she said.',
        ["Karl Reiss", "Anna Reiss"],
    ),
    ('Otto Holm met Karl Reiss. "It was late," he said.', [None]),
    (
        'Otto Holm, a baker, said it was late. Karl Reiss laughed. "It was early," he said.',
        ["Otto Holm", "Karl Reiss"],
    ),
    (
        "Karl Reiss's campaign manager said it was late. Karl Reiss's campaign manager, Anna Holm, left.",
        ["Anna Holm"],
    ),
    ("Airline Elmo and its rival Holma will merge. The company said it was late.", [None]),
    ("Airline Elmo will stop at noon. The company said it was late.", ["Elmo"]),
    ("King Otto Holm left at noon. The head of state said it was late.", ["Otto Holm"]),
    ("Anna Reiss left at noon. Her trainer and husband, Otto Holm, said it was late.", ["Otto Holm"]),
    ("Anna Reiss left at noon. Her trainer and her husband, Otto Holm, said it was late.", [None]),
    ("Anna Reiss left the Greens in May. The former Green said it was late.", [None]),
    ("The Elm Dairy Board has 90 members. In a letter last week it said it was late.", ["Elm Dairy Board"]),
    ("The Elm Dairy Board has 90 members. In a barn last week it said it was late.", [None]),
    ("Otto Holm met Kim Reiss. Karl Moss came late. He said it was early.", ["Karl Moss"]),
    ("Karl Reiss said the driver had left. He said it was late.", ["Karl Reiss", "Karl Reiss"]),
    ("Karl Reiss said Otto Holm had left. He said it was late.", ["Karl Reiss", None]),
    ("Otto Holm left his wife. Kim Reiss came at noon. Mrs Reiss said it was late.", ["Kim Reiss"]),
    ("Kim Reiss left with his wife, Dot. Mrs Reiss said it was late.", [None]),
    (
        "— It is late, — said Anna Reiss.\n\n— How late? — asked the pilot.\n\n— Past ten.",
        ["Anna Reiss", None, "Anna Reiss"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_meant(text: str, expected: list[str | None]) -> None:
    assert spoken(text) == expected


def test_a_list_behind_dashes_is_no_dialogue() -> None:
    assert spoken("The plan:\n\n– A new bridge.\n\n– A wider road.") == []
    assert spoken("– The mill will close, police said.\n\n– The dam is dry.")[1:] == []
