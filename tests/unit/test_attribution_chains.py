"""Sayings inside sayings: which are told of, what they stand in, and turns of phrase that are none."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution import found, words

Told = tuple[str | None, str | None, str | None]

CHAINS: list[tuple[str, Told, Told]] = [
    (
        "The ferry will sail in June, the operator said, citing its engineer.",
        ("its engineer", "citing", "The ferry will sail in June"),
        ("the operator", "said", "The ferry will sail in June"),
    ),
    (
        "Radio Elm, which quoted a nurse, said four people had died.",
        ("a nurse", "quoted", "four people had died"),
        ("Radio Elm", "said", "four people had died"),
    ),
    (
        '"We stay," Jane Roe was quoted by the Elm Courier as saying.',
        ("Jane Roe", "saying", '"We stay,"'),
        ("the Elm Courier", "was quoted", '"We stay," | Jane Roe | as saying'),
    ),
    (
        "The mill, a lawyer for the owners said, has promised that wages will rise.",
        ("The mill", "has promised", "that wages will rise"),
        ("a lawyer for the owners", "said", "The mill | has promised that wages will rise"),
    ),
    (
        "Prosecutors said the baker's explanation was that he had lost the key.",
        ("the baker", "explanation", "that he had lost the key"),
        ("Prosecutors", "said", "the baker's explanation was that he had lost the key"),
    ),
    (
        "The judge noted that the baker had admitted under questioning that he had lied.",
        ("the baker", "had admitted", "that he had lied"),
        ("The judge", "noted", "that the baker had admitted under questioning that he had lied"),
    ),
    (
        "The memo says the clerk told the council they knew of the leak.",
        ("they", "knew of", "the leak"),
        ("the clerk", "told", "they knew of the leak"),
    ),
    (
        '"She said that he\'d said it was late," Roe recalled, "but I slept."',
        ("he", "'d said", "it was late"),
        ("She", "said", "that he'd said it was late"),
    ),
    (
        "The inquest heard that the nurse had told a porter she was tired.",
        ("the nurse", "had told", "she was tired"),
        (None, "heard", "that the nurse had told a porter she was tired"),
    ),
    (
        "The baker, the court was told, had boasted that nobody would notice.",
        ("The baker", "had boasted", "that nobody would notice"),
        (None, "told", "The baker | had boasted that nobody would notice"),
    ),
    (
        '"I believe that the jury was misled," said Petra Lind.',
        ("I", "believe", "that the jury was misled"),
        ("Petra Lind", "said", '"I believe that the jury was misled,"'),
    ),
    (
        "Roe said the millers were warning of higher prices.",
        ("the millers", "were warning of", "higher prices"),
        ("Roe", "said", "the millers were warning of higher prices"),
    ),
    (
        "Ms Roe recalled her father saying that the sea gives nothing back.",
        ("her father", "saying", "that the sea gives nothing back"),
        ("Ms Roe", "recalled", "her father saying that the sea gives nothing back"),
    ),
    (
        "Campaigners say ministers ignored warnings from scientists that the dam would fail.",
        ("scientists", "warnings", "that the dam would fail"),
        ("Campaigners", "say", "ministers ignored warnings from scientists that the dam would fail"),
    ),
    (
        "The council said, citing witnesses, that the tanker had been warned.",
        ("witnesses", "citing", "that the tanker had been warned"),
        ("The council", "said", "that the tanker had been warned"),
    ),
    (
        "The prosecutor says the accused wrote to Doe that he wanted to leave.",
        ("the accused", "wrote", "that he wanted to leave"),
        ("The prosecutor", "says", "the accused wrote to Doe that he wanted to leave"),
    ),
    (
        "Roe said that a warning, sent by the porter, that the lift was broken had been lost.",
        ("the porter", "warning", "that the lift was broken"),
        ("Roe", "said", "that a warning, sent by the porter, that the lift was broken had been lost"),
    ),
    (
        '"The hint from the bakers that I stole is a lie," Roe told the court.',
        ("the bakers", "hint", "that I stole"),
        ("Roe", "told", '"The hint from the bakers that I stole is a lie,"'),
    ),
    (
        "Roe noted the divers' finding that the hull was sound.",
        ("the divers", "finding", "that the hull was sound"),
        ("Roe", "noted", "the divers' finding that the hull was sound"),
    ),
    (
        "The union confirmed that the porter had been called in and told that his job was gone.",
        (None, "told", "that his job was gone"),
        ("The union", "confirmed", "that the porter had been called in and told that his job was gone"),
    ),
    (
        "The mayor says she has heard the complaints of traders that the works are too loud.",
        ("traders", "complaints", "that the works are too loud"),
        ("The mayor", "says", "she has heard the complaints of traders that the works are too loud"),
    ),
    (
        "Farmers say the mill keeps promising to pay.",
        ("the mill", "promising", "to pay"),
        ("Farmers", "say", "the mill keeps promising to pay"),
    ),
    (
        "Her sister says Roe liked to say that the house was haunted.",
        ("Roe", "to say", "that the house was haunted"),
        ("Her sister", "says", "Roe liked to say that the house was haunted"),
    ),
    (
        "The envoy said that Roe believed the gate was shut, and that nobody had looked.",
        ("Roe", "believed", "the gate was shut"),
        ("The envoy", "said", "that Roe believed the gate was shut, and that nobody had looked"),
    ),
    (
        "The doctor said parents who believe the water is safe are wrong.",
        ("parents who", "believe", "the water is safe"),
        ("The doctor", "said", "parents who believe the water is safe are wrong"),
    ),
    (
        "The bank admitted that it had lost the files, according to a clerk.",
        ("The bank", "admitted", "that it had lost the files"),
        ("a clerk", "according to", "The bank admitted that it had lost the files"),
    ),
    (
        "Guards testified that the warden had ordered them to say the lamp was lit.",
        ("them", "to say", "the lamp was lit"),
        ("the warden", "had ordered", "to say the lamp was lit"),
    ),
    (
        "Poe said Roe “would never go back,” a neighbour recalled.",
        ("Poe", "said", "Roe “would never go back,”"),
        ("a neighbour", "recalled", "Poe said Roe “would never go back,”"),
    ),
    (
        "Guards were told in May that the roof was weak, a leaked memo shows.",
        (None, "were told", "that the roof was weak"),
        ("a leaked memo", "shows", "Guards were told in May that the roof was weak"),
    ),
    (
        "Elm Radio reported that two bakers, speaking in Elmford, said the mill would close.",
        ("two bakers", "said", "the mill would close"),
        ("Elm Radio", "reported", "that two bakers, speaking in Elmford, said the mill would close"),
    ),
    (
        '"I tell them the gate is shut," said Petra Lind.',
        ("I", "tell", "the gate is shut"),
        ("Petra Lind", "said", '"I tell them the gate is shut,"'),
    ),
    (
        "The Elm Post, quoting a clerk, said that the envoy had assured officials he would stay until June.",
        ("the envoy", "had assured", "he would stay until June"),
        ("a clerk", "quoting", "that the envoy had assured officials he would stay until June"),
    ),
    (
        "Union sources told the Elm Post that Marn had warned the minister she would resign if the plant was shut.",
        ("Marn", "had warned", "she would resign if the plant was shut"),
        (
            "Union sources",
            "told",
            "that Marn had warned the minister she would resign if the plant was shut",
        ),
    ),
    (
        "The note, leaked to the Elm Post, concludes that doctors at the clinic ignored parents who complained "
        "that the scans were late.",
        ("parents who", "complained", "that the scans were late"),
        (
            "The note, leaked to the Elm Post",
            "concludes",
            "that doctors at the clinic ignored parents who complained that the scans were late",
        ),
    ),
    (
        "The strike began a week after the Elm Courier, citing dock workers, reported that pay would be frozen.",
        ("dock workers", "citing", "that pay would be frozen"),
        ("the Elm Courier", "reported", "that pay would be frozen"),
    ),
]


@pytest.mark.parametrize(("text", "inner", "around"), CHAINS)
def test_a_saying_stands_in_the_one_around_it(text: str, inner: Told, around: Told) -> None:
    records = found(text)
    told = {(words(text, a.source), words(text, a.cue), words(text, a.content)): a for a in records}
    assert inner in told
    assert around in told
    assert told[inner].outer == told[around].id


ALONE = [
    '"I think we deserved a point," said Milo Brandt.',
    '"Do you know how long we waited?" asked Hanna Roth.',
    "The minister said nobody could say when the bridge would open.",
    "The union said the company would announce that the plant was closing.",
    '"They thanked us and went home," said the baker.',
    "Roe said that nobody had asked her for the keys.",
    '"If you ask me, it was cold," said Roe.',
    "The sailor said the board failed to understand that the ropes were worn.",
    "Roe said she would have stayed if she had believed the fire was out.",
    "A report voiced the fear that the well would dry up.",
]


@pytest.mark.parametrize("text", ALONE)
def test_a_turn_of_phrase_is_no_saying_inside_another(text: str) -> None:
    assert [a.outer for a in found(text)] == [None]


def test_grounds_are_nobody_to_cite() -> None:
    text = "The ministry, citing safety concerns, said the road was closed."
    assert all(a.outer is None for a in found(text))


def test_dismissing_a_claim_is_not_making_it() -> None:
    text = "The mayor dismissed claims that the pool was unsafe."
    assert {words(text, a.source) for a in found(text) if words(text, a.cue) == "claims"} == {None}


def test_what_was_promised_is_no_promise() -> None:
    text = "Villagers remember the promise that the king gave them."
    assert found(text) == ()


def test_a_question_after_a_saying_is_the_narrators() -> None:
    text = "Roe said she had never met the man, and when asked whether she knew him, she left."
    assert "she had never met the man" in {words(text, a.content) for a in found(text)}
