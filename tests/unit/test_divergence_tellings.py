"""Who says it, in tellings of one thing: what is found, and look-alikes that are left alone."""

from __future__ import annotations

import pytest

from checker.divergence import voices
from tests.facts import drafts

NARRATED = [
    (
        "The contractor removed the guard rail in June.",
        "Two engineers claim that the contractor removed the guard rail in June.",
    ),
    (
        "The clinic had hidden the test results from parents.",
        "According to Ilse Marn, the clinic had hidden the test results from parents.",
    ),
    (
        "Rangers set the trap near the school.",
        "A person familiar with the inquiry said rangers set the trap near the school.",
    ),
    (
        "The ferry company ignored two storm warnings.",
        "The ferry company ignored two storm warnings, Tom Reed told the court.",
    ),
    ("Farmers poisoned the upper lake.", "“Farmers poisoned the upper lake,” said Ilse Marn."),
    (
        "Two men carried the statue out through a side door.",
        "Prosecutors allege that two men carried the statue out of the building by a side entrance.",
    ),
    (
        "Workers at the plant poured acid into the river at night.",
        "Residents say that workers from the factory dumped acid in the river at night.",
    ),
    (
        "Campaigners smashed the windows of the bank.",
        "The bank's manager, Tim Rusk, said activists had broken the windows of the bank.",
    ),
    (
        "The captain was drunk when the ferry left.",
        "Passengers said that the captain was drunk when the ferry sailed.",
    ),
    (
        "The pipeline leaked for two days in June.",
        "The pipeline leaked for two days in June, the fishermen's union says.",
    ),
    ("Dockers opened the lock at night.", "The owners claim that the lock was opened at night by dockers."),
]
NOT_NARRATED = [
    # a part, and what may be the whole
    (
        "The offer is $22. That $22 offer is a gift of 50 percent over the price of the mill in May.",
        "The offer has $22 in cash and a share. That is a gift of 50 percent over the price of the mill in May, the "
        "Alder Trust claims.",
    ),
    # what two people did, each for himself
    (
        "Tom Reed had just sold the boat when the storm began.",
        "Ilse Marn, who had just sold the boat when the storm began, claims that she lost it.",
    ),
    # the other text tells it as its own fact too
    (
        "The contractor removed the guard rail in June.",
        "The contractor removed the guard rail. The town has a new mayor. A fair was held in May. Two engineers claim "
        "that the contractor removed the guard rail in June.",
    ),
    # more is shown than somebody says
    (
        "Guards closed the north gate, chased forty visitors over the meadow and broke the lamps.",
        "Tom Reed claims that guards broke the lamps.",
    ),
    # an office of its own deed
    ("Police shut the north gate in June.", "Police shut the north gate in June, a police spokesman said."),
    (
        "Two people were hurt in the fire at the mill.",
        "Police said two people were hurt in the fire at the mill.",
    ),
    ("Ilse Marn will leave the board in June.", "Ilse Marn said she would leave the board in June."),
    ("The firm will close its mill in Oru.", "The firm announced that it would close its mill in Oru."),
    (
        "Tom Reed has his own account of that night. The contractor removed the guard rail in June.",
        "Tom Reed claims that the contractor removed the guard rail in June.",
    ),
    (
        "The contractor removed the guard rail in June. So Tom Reed told the court.",
        "Tom Reed claims that the contractor removed the guard rail in June.",
    ),
    (
        "Did the contractor remove the guard rail in June?",
        "Tom Reed claims that the contractor removed the guard rail in June.",
    ),
    (
        "The contractor removed four lamps in May.",
        "Tom Reed claims that the contractor removed the guard rail in June.",
    ),
    (
        "The contractor painted the guard rail. The guard rail was made in Oru.",
        "Tom Reed claims that the contractor sold the guard rail makers a lorry.",
    ),
    (
        "Under the plan the contractor would remove the guard rail.",
        "Tom Reed claims that the contractor would remove the guard rail.",
    ),
    (
        "The contractor removed the guard rail in June, a report said.",
        "Tom Reed claims that the contractor removed the guard rail in June.",
    ),
    (
        "Nobody asked how the contractor removed the guard rail.",
        "Tom Reed claims that the contractor removed the guard rail.",
    ),
    (
        "A third round of the wage talks followed in June.",
        "Tom Reed claims that a fourth round of the wage talks followed in June.",
    ),
    ("The lake was poisoned by 40 farmers.", "Ilse Marn says that the lake was poisoned by 12 farmers."),
    (
        "Rebels sank the grey ferry near Orm.",
        "Tom Reed has until the autumn to say whether rebels sank the grey ferry near Orm.",
    ),
    (
        "Rebels sank the grey ferry near Orm.",
        "Tom Reed would not claim that rebels sank the grey ferry near Orm.",
    ),
]


@pytest.mark.parametrize("texts", NARRATED, ids=lambda t: t[1])
def test_told_as_a_fact_here_and_given_to_somebody_there(texts: tuple[str, str]) -> None:
    [draft] = drafts(voices, texts, "narrated")
    assert draft.statement.startswith("Alder tells as a fact what Birch gives as the word")
    assert {e.span.doc for e in draft.evidence} == {"alder.txt", "birch.txt"}


@pytest.mark.parametrize("texts", NOT_NARRATED, ids=lambda t: t[0])
def test_what_is_given_to_somebody_near_by_or_is_his_own_to_tell_is_no_difference(
    texts: tuple[str, str],
) -> None:
    assert drafts(voices, texts, "narrated") == []


def test_a_statement_that_two_texts_narrate_is_told_of_once() -> None:
    texts = (
        "Rebels sank the grey ferry.",
        "Rebels sank the grey ferry.",
        "Ilse Marn claims that rebels sank the grey ferry.",
    )
    [draft] = drafts(voices, texts, "narrated")
    assert draft.statement.startswith("Alder and Birch tell as a fact what Cedar gives")


def test_a_text_that_also_attributes_it_is_not_charged() -> None:
    texts = (
        "Rebels sank the grey ferry. Rebels, Tom Reed says, sank the grey ferry.",
        "Ilse Marn claims that rebels sank the grey ferry.",
    )
    assert drafts(voices, texts, "narrated") == []


NAMED = [
    (
        "A nurse, who asked not to be named, said the ward had no clean water for nine days.",
        "Ilse Marn, a nurse, said that the ward had no clean water for nine days.",
    ),
    (
        "A guard who spoke on condition of anonymity said most of the second night was spent in the cellar.",
        "Tom Reed, a guard at the mill, told us they used most of the second night to look for candles.",
    ),
]
NOT_NAMED = [
    (
        "Officials said the ward had no clean water for nine days.",
        "Ilse Marn, a nurse, said that the ward had no clean water for nine days.",
    ),
    (
        "A nurse, who asked not to be named, said the ward had no clean water for nine days.",
        "Ilse Marn, a nurse, said that the roof of the school was new.",
    ),
    (
        "The nurse Ilse Marn said that the ward had no clean water for nine days.",
        "Ilse Marn, a nurse, said that the ward had no clean water for nine days.",
    ),
]


@pytest.mark.parametrize("texts", NAMED, ids=lambda t: t[0])
def test_a_source_without_a_name_here_has_one_there(texts: tuple[str, str]) -> None:
    [draft] = drafts(voices, texts, "source-named")
    assert "a source that it does not name" in draft.statement


@pytest.mark.parametrize("texts", NOT_NAMED, ids=lambda t: t[0])
def test_officials_in_general_keep_no_name_back(texts: tuple[str, str]) -> None:
    assert drafts(voices, texts, "source-named") == []


def test_one_quotation_of_two_speakers() -> None:
    words = "A roof is worth more than any speech about a roof"
    [draft] = drafts(
        voices, (f"“{words},” said Ilse Marn.", f"Tom Reed put it so: “{words}.”"), "quoted-from"
    )
    assert "gives these words to Ilse Marn, Birch to Tom Reed" in draft.statement


def test_one_quotation_of_one_speaker_under_two_names_is_no_difference() -> None:
    words = "A roof is worth more than any speech about a roof"
    texts = (f"“{words},” said Ilse Marn.", f"Ilse Marn came late. “{words},” Marn said.")
    assert drafts(voices, texts, "quoted-from") == []


GIVEN = [
    ("The pump had been out of order since the spring.",
     "It had been out of order since the spring, according to a fireman who asked not to be named. The pump is old.",
     False),
    ("The siren of the lower town had been disconnected for repair since the early summer.",
     "The siren of the lower town had been disconnected for repair since the early summer, according to a porter who "
     "asked not to be named.", True),
    ("Tenants complained about the broken lift in the tower twice.",
     "Tenants complained about the broken lift in the tower twice, said a plumber who did not want to be named.",
     True),
    ("The panel found that the ledger was forged. A fire in the cellar had destroyed most of the older files.",
     "Ilse Marn told the panel that a fire in the cellar had destroyed most of the older files.", True),
    ("Ilse Marn said that the ledger was forged. A fire in the cellar had destroyed most of the older files.",
     "Ilse Marn told the panel that a fire in the cellar had destroyed most of the older files.", False),
]  # fmt: skip


@pytest.mark.parametrize(("told", "given", "differs"), GIVEN, ids=str)
def test_what_is_told_without_the_source_that_another_text_names(
    told: str, given: str, differs: bool
) -> None:
    assert bool(drafts(voices, (told, given), "narrated")) == differs
