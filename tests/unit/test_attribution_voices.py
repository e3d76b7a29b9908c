"""Whose words a content is made of, how far it reaches, and what is nobody's saying."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution import found, triples, words

REACHES = [
    (
        "Some papers have said that the mill was safe, and the permit was never signed because the owner refused.",
        "that the mill was safe, and the permit was never signed because the owner refused",
    ),
    ("Roe said that the mill was safe, and she left the hall.", "that the mill was safe"),
    (
        "The mill denies that there was any such plan and issued a letter in May.",
        "that there was any such plan",
    ),
]


@pytest.mark.parametrize(("text", "content"), REACHES)
def test_how_far_a_content_reaches(text: str, content: str) -> None:
    assert triples(text)[0][2] == content


def test_what_follows_a_denial_is_said_by_the_denier() -> None:
    text = (
        'The mill denies that there was any such plan and issued a letter saying that "no tree was ever cut."'
    )
    inner = next(a for a in found(text) if words(text, a.cue) == "saying")
    assert words(text, inner.source) == "The mill"
    assert inner.outer is None


INFERRED = [
    "Doe closed the gate, suggesting that the mill was for sale.",
    "The report, late again, was thin, indicating that nobody had read it.",
    "Roe, who complained that “the mill is loud,” left early, implying that it was no good place.",
]


@pytest.mark.parametrize("text", INFERRED)
def test_what_the_narrator_gathers_is_said_by_nobody(text: str) -> None:
    assert not {words(text, a.cue) for a in found(text)} & {"suggesting", "indicating", "implying"}


def test_a_saying_told_inside_a_quotation_is_not_direct() -> None:
    text = 'Roe replied, "Now we hear Elbonia suggesting that the talks take place under fire."'
    outer, inner = sorted(found(text), key=lambda a: a.outer is not None)
    assert (outer.kind, inner.kind, inner.outer) == ("direct", "indirect", outer.id)


TOPICS = [
    ("Roe opposed the mill's year-long expansion.", "attribution.object-topic"),
    ("Roe cited the flood as one of the reasons for closing the mill.", "attribution.object-topic"),
    ("Its refusal to hand over the only key angered Doe.", "attribution.noun-cue-topic"),
    ("Elbonia refused to sell the river mill.", "attribution.infinitive-topic"),
    ("The plan was denounced by the farmers.", "attribution.passive-topic"),
    ("Roe vowed to repair the dam.", "attribution.infinitive"),
    ("Roe accused the mill of fraud.", "attribution.object"),
    ("Doe called the vote a farce.", "attribution.object"),
    ("Roe rejected the idea that the mill was safe.", "attribution.object"),
]


@pytest.mark.parametrize(("text", "rule"), TOPICS)
def test_whose_words_a_content_is_made_of(text: str, rule: str) -> None:
    assert found(text)[0].rule == rule


@pytest.mark.parametrize(
    "text", ["Roe blamed the miners.", "The mill tried to justify its stance on the river."]
)
def test_a_target_is_no_content(text: str) -> None:
    assert found(text) == ()


def test_a_saying_that_would_be_made_is_hedged_and_inside_anothers_words_none() -> None:
    text = "Elbonia would request that the gate be shut."
    assert [(a.kind, words(text, a.hedge)) for a in found(text)] == [("indirect", "would")]
    inside = "“I think Elbonia would request a written promise,” Roe said."
    assert [words(inside, a.source) for a in found(inside)] == ["Roe"]


LED = [
    ('In 2031, Roe said that\n\n"In fact, the mill is the reason for the flood."', "Roe", "said"),
    ('Roe sent a note to Doe, through the mayor, "Tell me that the gate is shut."', "Roe", "sent | note"),
    ('The mill was sold in May: "during the talks, we signed the paper."', None, ":"),
]


@pytest.mark.parametrize(("text", "source", "cue"), LED)
def test_what_leads_to_a_quotation(text: str, source: str | None, cue: str) -> None:
    direct = next(a for a in found(text) if a.kind == "direct")
    assert (words(text, direct.source), words(text, direct.cue)) == (source, cue)


RELATIVES = [
    ("The engineers who warned that the dam leaks were paid.", "The engineers who"),
    (
        "Several officials, including Jane Roe and Max Doe, who say that the mill is unsafe, left the town.",
        "Several officials, including Jane Roe and Max Doe | who",
    ),
    ("Who would have said that the mill was safe?", None),
]


@pytest.mark.parametrize(("text", "source"), RELATIVES)
def test_a_relative_pronoun_comes_with_what_it_stands_for(text: str, source: str | None) -> None:
    assert words(text, found(text)[0].source) == source


def test_what_it_said_showed_is_its_saying() -> None:
    text = "The company released photographs it said showed cracks in the dam."
    assert triples(text) == [("it", "said", "showed cracks in the dam")]
