"""Whose words a passage has, and what these keep apart: other speakers, lookers-on, the next of a series."""

from __future__ import annotations

import pytest

from checker.events.scenes import scenes
from checker.events.sentences import Passage, passages, places_of
from checker.events.sharing import other_doers
from tests.unit.event_texts import corpus, document


def held(*texts: str) -> list[list[str]]:
    """The words of each event's passages, for texts of June 1998."""
    found = corpus(*(document(str(n), text, f"1998-06-0{n + 1}") for n, text in enumerate(texts)))
    return [[found.quote(m) for m in event.mentions] for event in found.events()]


def together(one: str, other: str, *texts: str) -> bool:
    """Whether one event has a passage with `one` and a passage with `other`."""
    return any(all(any(w in m for m in event) for w in (one, other)) for event in held(*texts))


@pytest.mark.parametrize(
    ("text", "speakers", "comment", "role"),
    [
        ("Nils Oberg said that the ferry was late.", {"Nils Oberg"}, False, False),
        ("“The ferry is late,” said the harbour master, Nils Oberg.", {"Nils Oberg"}, False, False),
        ("Nils Oberg was asked about the ferry on Friday.", {"Nils Oberg"}, False, False),
        ("Nils Oberg turned to the council: “The ferry is late.”", {"Nils Oberg"}, False, False),
        ("On the day Nils Oberg said that the ferry was late, Ilse Brandt denied it.", {"Ilse Brandt"}, False, False),
        ("The boat of Ilse Brandt, who says that she cannot swim, sank.", set(), False, False),
        ("Nils Oberg bought a ferry.", set(), False, False),
        ("“Nils Oberg said that the ferry was late,” it read.", set(), False, False),
        ("Local historians say the ferry was never paid for.", set(), True, True),
        ("The political scientist Nils Oberg said that the ferry was late.", {"Nils Oberg"}, True, False),
        ("The ferry, which experts say is old, was sold.", set(), False, False),
        ("A clerk of the port said that the ferry was late.", set(), False, True),
        ("Nils Oberg acknowledged that the ferry was late.", {"Nils Oberg"}, False, False),
        ("Nils Oberg testified that the ferry was late.", {"Nils Oberg"}, False, False),
        ("On Friday Nils Oberg blasted the owners of the ferry.", {"Nils Oberg"}, False, False),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speakers: set[str], comment: bool, role: bool) -> None:
    found = corpus(document("a", text, "1998-06-01"))
    names = {e.entity: e.name for e in found.entities}
    [first, *_] = passages(found.documents[0], found.parses[0], places_of(found.entities).get("a", ()))
    assert {names[s] for s in first.voice.speakers} == speakers
    assert (first.voice.comment, first.voice.role) == (comment, role)


STRIKE = "On 3 May 1998 Nils Oberg announced a strike of the dockers of Varn."


@pytest.mark.parametrize(
    ("after", "words", "expected"),
    [
        ("“The dockers of Varn have waited long,” Oberg said.", "waited", True),
        ("“Nobody gains by it in Varn,” said Ilse Brandt, who runs the dairy.", "gains", False),
        ("Economists say that a strike of dockers costs Varn nothing.", "costs", False),
        ("Another strike of the dockers followed in Varn.", "Another", False),
        ("“This strike will ruin Varn,” said Ilse Brandt, who runs the dairy.", "ruin", True),
    ],
)
def test_what_goes_on_with_a_statement(after: str, words: str, expected: bool) -> None:
    assert together("announced a strike", words, f"{STRIKE}\n\n{after}") is expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("“The nets were dry,” he said.", ({"Nils Oberg"}, True)),
        ("“The nets were dry,” Ilse Brandt said.", ({"Ilse Brandt"}, False)),
        ("“The nets were dry,” the clerk said.", (set(), False)),
        ("The nets were dry in Varn.", (set(), False)),
    ],
)
def test_whose_words_go_on(second: str, expected: tuple[set[str], bool]) -> None:
    found = corpus(
        document("a", f"Nils Oberg, a historian, said that Varn sleeps.\n\n{second}", "1998-06-01")
    )
    names = {e.entity: e.name for e in found.entities}
    [parse], [doc] = found.parses, found.documents
    _, scene = scenes(passages(doc, parse, places_of(found.entities)["a"]), parse, found.times)
    assert ({names[s] for s in scene.speakers}, scene.comment) == expected


def test_a_speaker_without_a_name_is_named_by_his_words() -> None:
    first = "On 3 May 1998 the mayor's spokeswoman told the dockers of Varn what they would be paid."
    then = "“The dockers of Varn will be paid by the hour,” Ilse Brandt said."
    assert together("what they would", "by the hour", f"{first}\n\n{then}")


def test_who_asks_belongs_to_what_was_said() -> None:
    asked = "On 3 May 1998 Nils Oberg was asked at a press conference in Varn how long the strike would last."
    then = "The reporter had the ferries in mind. Oberg shrugged."
    assert together("was asked", "had the ferries in mind", f"{STRIKE}\n\n{asked}\n\n{then}")


def sentence(text: str) -> tuple[Passage, dict[str, str]]:
    """The one sentence of a text, and the names of its entities."""
    read = corpus(document("a", text))
    [found] = passages(read.documents[0], read.parses[0], places_of(read.entities).get("a", ()))
    return found, {e.entity: e.name for e in read.entities}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Nils Oberg bought a ferry from Ilse Brandt.", {"Nils Oberg"}),
        ("The harbour master, Nils Oberg, bought a ferry.", {"Nils Oberg"}),
        ("Nils Oberg and Ilse Brandt bought a ferry.", {"Nils Oberg", "Ilse Brandt"}),
        ("A ferry was sold to Nils Oberg.", set()),
        ("The owners laughed when Nils Oberg bought a ferry.", set()),
    ],
)
def test_who_does_something(text: str, doers: set[str]) -> None:
    found, names = sentence(text)
    assert {names[d] for d in found.voice.doers} == doers


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ilse Brandt bought a wheel from the miller.", "Nils Oberg bought a ferry from the port.", True),
        ("Ilse Brandt met Nils Oberg in the port.", "Nils Oberg met Ilse Brandt in the port.", False),
        ("Ilse Brandt bought a ferry for Nils Oberg.", "Nils Oberg said that the ferry was late.", True),
        ("Ilse Brandt bought a ferry.", "A ferry was sold to Nils Oberg.", False),
        ("Ilse Brandt bought a ferry.", "Ilse Brandt paid the port for it.", False),
    ],
)
def test_what_other_persons_do_is_another_thing(first: str, second: str, expected: bool) -> None:
    assert other_doers(sentence(first)[0], sentence(second)[0]) is expected
