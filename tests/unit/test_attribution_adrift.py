"""Sayings inside sayings where the parse loses a clause: hung elsewhere, set between commas, or told by another."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution import found, words
from tests.unit.test_attribution_epithets import spoken

LOST = [
    ("The bursar assured us in writing that it was late.", [("The bursar", "that it was late")]),
    ("She was informed by email that her post had gone.", [("", "that her post had gone")]),
    (
        "Police said a resident had called to complain that a man was shouting.",
        [
            ("Police", "a resident had called to complain that a man was shouting"),
            ("a resident", "that a man was shouting"),
        ],
    ),
    (
        "The mill, said the vicar, had been built on sand.",
        [("the vicar", "The mill | had been built on sand")],
    ),
    (
        "The keeper told visitors the path was closed, a court document shows.",
        [
            ("a court document", "The keeper told visitors the path was closed"),
            ("The keeper", "the path was closed"),
        ],
    ),
    (
        "Teachers had complained, emails show, that the roof leaked.",
        [("emails", "Teachers had complained | that the roof leaked"), ("Teachers", "that the roof leaked")],
    ),
    (
        "The sailors think, their cook said, that they were misled.",
        [
            ("their cook", "The sailors think | that they were misled"),
            ("The sailors", "that they were misled"),
        ],
    ),
    (
        "The tutor, who told parents when asked on Sunday that the bus was safe, has left.",
        [("The tutor | who", "that the bus was safe")],
    ),
    ("When the wind dropped, the sailors complained.", []),
    (
        'The bursar said the claim was "absurd", and sued the paper.',
        [("The bursar", 'the claim was "absurd"')],
    ),
    (
        "The guild said bakers were willing to talk, but that they saw no point.",
        [("The guild", "bakers were willing to talk, but that they saw no point")],
    ),
    (
        "Experts say the dam is safe but villagers say it leaks.",
        [("Experts", "the dam is safe"), ("villagers", "it leaks")],
    ),
    (
        "The guide would not say when the cave had closed.",
        [("The guide", "when the cave had closed")],
    ),
    (
        "Paul Orr, the head of the Institute for River Trade, who said it was late, left.",
        [("Paul Orr, the head of the Institute for River Trade | who", "it was late")],
    ),
    (
        "Fire crews had a call from a woman saying her shed had burnt.",
        [("a woman", "her shed had burnt")],
    ),
    (
        'The mother said her son wrote to her in May: "I will be home."',
        [("The mother", 'her son wrote to her in May: "I will be home."'), ("her son", '"I will be home."')],
    ),
    (
        "The tenants remember being warned that the wall could fall.",
        [
            ("The tenants", "being warned that the wall could fall"),
            ("", "that the wall could fall"),
        ],
    ),
    (
        "The raft had never been tested, a sailor who asked not to be named told the Elm Courier.",
        [("a sailor who asked not to be named", "The raft had never been tested")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LOST)
def test_clauses_that_the_parse_lost(text: str, expected: list[tuple[str, str]]) -> None:
    told = [(words(text, a.source) or "", words(text, a.content)) for a in found(text)]
    assert sorted(told) == sorted(expected)


NAMED = [
    ("ELMFORD, May 4 - The bursar, Otto Holm, said it was late.", ["Otto Holm"]),
    ("Writing in the weekly Hazor, historian Anna Reiss recalls that it was late.", ["Anna Reiss"]),
    (
        "Ex-mayor Otto Holm left. His successor, Anna Reiss, waved. The mayor said it was late.",
        ["Anna Reiss"],
    ),
    ("Elm Foods bought Hazor Group. Hazor said it was late.", ["Hazor Group"]),
    ("The TVX news agency said it was late.", ["TVX"]),
    ("Divers were ill, and one of them, the sculptor Anna Reiss, said it was late.", ["Anna Reiss"]),
    ("Hallorn told the jury it was late.", ["Hallorn"]),
    ("Management told the jury it was late.", [None]),
    ("Harrow Town have signed the winger Otto Holm. The 27-year-old said it was late.", ["Otto Holm"]),
    ("The Minister for Bees, Mr Otto Holm, came. The minister said it was late.", ["Otto Holm"]),
    ("The play's author, Otto Holm, came. The playwright said it was late.", ["Otto Holm"]),
    ("Judit Barr lives here. The radiator knocks. She says it was late.", ["Judit Barr"]),
    ("The mill, says Anna Reiss of the guild, is about to fall.", ["Anna Reiss"]),
    ("The mayor of Elmer, Anna Reiss, told the council it was late.", ["Anna Reiss"]),
    (
        "Interior Minister Anna Reiss came. Her predecessor, Otto Holm, left. The former minister said it was late.",
        ["Otto Holm"],
    ),
    ("Anna Reiss, the soprano, is ill. The singer said it was late.", ["Anna Reiss"]),
    ("Anna Reiss resigns as head of the opera. The director said it was late.", ["Anna Reiss"]),
    ("Anna Reiss is head of the opera. Otto Holm runs the bar. The director said it was late.", [None]),
    ("Shares in Pardew Foods fell. Pardew said it was late.", ["Pardew Foods"]),
    ("Professor Anna Reiss lives in Elm. The geologist said it was late.", ["Anna Reiss"]),
    ("The inn has a warden, Anna Reiss, who came in May. The warden said it was late.", ["Anna Reiss"]),
    (
        "The Federation of Bakers said that two mills were lost. It said bread was dear.",
        ["Federation of Bakers"] * 2,
    ),
    ('"Everybody knows it was late," the diver Anna Reiss told us.', ["Anna Reiss", None]),
    ("Jane Roe, the head of the Institute for River Trade, who said it was late, left.", ["Jane Roe"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_who_is_named_or_meant(text: str, expected: list[str | None]) -> None:
    assert spoken(text) == expected


VENUES = [
    ("Anna Reiss told the evening news that it was late.", ["the evening news"]),
    ("Testifying before a Senate hearing, Anna Reiss said it was late.", ["a Senate hearing"]),
    ("The ship was lost, the guild confirmed on social media.", ["social media"]),
    ("Writing in the Saturday Courier, the former bishop argues that it was late.", ["the Saturday Courier"]),
    ("Anna Reiss told the annual conference that it was late.", ["the annual conference"]),
    ("Anna Reiss told the council that it was late.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), VENUES)
def test_where_it_was_said(text: str, expected: list[str | None]) -> None:
    assert [text[slice(*a.venue)] if a.venue else None for a in found(text)] == expected


def test_a_transcript_may_have_dashes_behind_its_labels() -> None:
    text = "Lorenz — Did the pump start?\n\nBaston — It did.\n\nLorenz — When?\n\nBaston — At six."
    assert [words(text, a.source) for a in found(text)] == ["Lorenz", "Baston"] * 2
    text = "LONDON — The bank said it was late.\n\nPARIS — The mill closed.\n\nOSLO — The dam is dry."
    assert [words(text, a.source) for a in found(text)] == ["The bank"]
