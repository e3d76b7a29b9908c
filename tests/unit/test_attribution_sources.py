"""Sources that the parse hides, sayings that are none, and where a saying was made."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution import found, words

SOURCES = [
    ("At a meeting in Tolbin its chief, Ada Lund, said it was late.", "its chief, Ada Lund"),
    (
        "Speaking on Radio Mirna, the union's leader, Paul Lund, said it was late.",
        "the union's leader, Paul Lund",
    ),
    ("The 28-year-old, best known for his books, said it was late.", "The 28-year-old"),
    (
        "A spokesperson for the delivery firm Skyloft said it was late.",
        "A spokesperson for the delivery firm Skyloft",
    ),
    ('The agreement, which bore the title "A New Start", said that it was late.', "The agreement"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_the_source_is_whole(text: str, source: str) -> None:
    assert words(text, found(text)[0].source) == source


LENT = [
    ("Ada Roe made the claim that the port was shut.", "Ada Roe"),
    ("Ada Roe was sacked for making the claim that the port was shut.", "Ada Roe"),
    ("Ada Roe won the seat after making the promise that the port would stay open.", "Ada Roe"),
    ("Ada Roe lent two ships in exchange for renewing the promise that the port would stay open.", None),
    ("Ada Roe got two ships in return for making the promise that the port would stay open.", None),
]


@pytest.mark.parametrize(("text", "source"), LENT)
def test_a_noun_of_saying_is_its_makers(text: str, source: str | None) -> None:
    said = next(a for a in found(text) if words(text, a.cue) in {"claim", "promise"})
    assert (words(text, said.source) if said.source else None) == source


NOTHING_SAID = [
    "The union called off the strike on Sunday.",
    "The club dismissed its manager by letter.",
    "Roe answered both letters.",
    "Roe waved a map as if to show that the road was shut.",
    "They argued for an hour.",
    "Roe asked not to be named.",
    "This explains why the road is shut.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_what_is_done_is_not_said(text: str) -> None:
    assert found(text) == ()


CHAINS = [
    ("The report says he was told by a courier that the river was rising.", "a courier"),
    ("Unions accuse the company of telling workers that the mill would stay open.", "the company"),
    ("The admiral is said by two officers to have told the king that the fleet would stay.", "The admiral"),
    (
        "The captain told them that the bosun had reported that the lookout believed the channel was clear.",
        "the lookout",
    ),
    ("\"My mother said, 'Never trust him,'\" Ms Orban recalled.", "My mother"),
]


@pytest.mark.parametrize(("text", "source"), CHAINS)
def test_the_innermost_saying_has_its_own_source(text: str, source: str) -> None:
    inner = [a for a in found(text) if a.outer is not None]
    assert words(text, inner[-1].source) == source


VENUES = [
    ("A clerk told Marn Crown Court that she had lost the key.", None),
    ("Roe said in a leaflet that it was late.", "a leaflet"),
    ("Roe stated for Gazeta de Elm that it was late.", "Gazeta de Elm"),
    ('"It is late," Roe wrote on the platform Flok.', "the platform Flok"),
    ("In order to reach them, Roe said that it was late.", None),
    ("Writing in the journal Tides, the authors say that it is late.", "the journal Tides"),
    ("Writing in the Elm Mail, the former judge Dame Ada Roe said it was late.", "the Elm Mail"),
    ("In her autobiography, Roe claims that it was late.", "her autobiography"),
    (
        "Roe told the breakfast programme on Radio Elm that it was late.",
        "the breakfast programme on Radio Elm",
    ),
    ("Speaking in the rain, Roe said that the programme was late.", None),
]


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_where_it_was_said(text: str, venue: str | None) -> None:
    told = found(text)[0].venue
    assert (text[slice(*told)] if told else None) == venue
