"""Two authors of one act, told with verbs or nouns; harmless look-alikes."""

from __future__ import annotations

import pytest

from checker.divergence import agency_authors, label_grades, omission_told_once
from checker.divergence.reasons import reasons
from tests.facts import facts_of
from tests.unit import divergence_facts

AUTHOR = "divergence.other-author"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        # a verb here, a noun there
        (
            (
                "Anna Marn ordered the workers to open the sluice at 04:15.",
                "The order to open the sluice came late. It was not given by Tomas Berg.",
            ),
            False,
        ),
        (
            (
                "Anna Marn gave the order to open the sluice at 04:15.",
                "The command to open the sluice was given at 04:15 by Tomas Berg.",
            ),
            True,
        ),
        (
            (
                "On the orders of Anna Marn the guards cleared the stand of the Zenda arena.",
                "Tomas Berg ordered the guards to clear the stand of the Zenda arena.",
            ),
            True,
        ),
        (
            (
                "The trial in Strelsau was adjourned twice at the request of Anna Marn.",
                "Tomas Berg's two adjournments of the trial in Strelsau cost a year.",
            ),
            True,
        ),
        # the board and the police, two parts on one ship
        (
            (
                "The closure of the Zenda bridge by the council came in May.",
                "Police closed the Zenda bridge in May.",
            ),
            True,
        ),
        (
            (
                "The captain gave the order to turn the ship at 02:10.",
                "The direction to turn the ship was given at 02:10 by the mate.",
            ),
            True,
        ),
        # a particle before its object; "it was she who"
        (
            (
                "The pilot switched off the left engine of the Berg jet.",
                "The left engine of the Berg jet was switched off by the engineer.",
            ),
            True,
        ),
        (
            ("Anna Marn was the one who leaked the list of donors.", "Tomas Berg leaked the list of donors."),
            True,
        ),
        (
            ("Anna Marn was the one who leaked the list of donors.", "Ms Marn leaked the list of donors."),
            False,
        ),
        # one author in two forms
        (
            (
                "Anna Marn gave the order to open the sluice at 04:15.",
                "The command to open the sluice was given at 04:15 by the engineer, Ms A. Marn.",
            ),
            False,
        ),
        (
            (
                "The captain gave the order to turn the ship at 02:10.",
                "The direction to turn the ship was given at 02:10 by the master.",
            ),
            False,
        ),
        # other hours, another thing, no fact, somebody's words
        (
            (
                "Anna Marn gave the order to open the sluice at 04:15.",
                "The command to open the sluice was given at 05:30 by Tomas Berg.",
            ),
            False,
        ),
        (
            (
                "Anna Marn gave the order to open the sluice.",
                "The command to burn the archive was given by Tomas Berg.",
            ),
            False,
        ),
        (
            (
                "Anna Marn gave the order to open the sluice at 04:15.",
                "The command to open the sluice may be given at 04:15 by Tomas Berg.",
            ),
            False,
        ),
        # whom it befell is no author
        (
            (
                "Anna Marn's dismissal by the board of the Zenda theatre came in May.",
                "Tomas Berg's dismissal by the board of the Zenda theatre came in May.",
            ),
            False,
        ),
        # a text with both authors
        (
            (
                "Anna Marn gave the order to open the sluice at 04:15.",
                "Anna Marn gave the order to open the sluice, and the command to open the sluice at 04:15 was given "
                "by Tomas Berg too.",
            ),
            False,
        ),
    ],
)
def test_authors_of_one_act(texts: tuple[str, ...], told: bool) -> None:
    assert [d.rule for d in agency_authors.find(facts_of(*texts))] == ([AUTHOR] if told else [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The lorry carried two tonnes more than the regulations allow.", {"breach"}),
        ("The load exceeded the permitted weight.", {"breach"}),
        ("The young rower exceeded all that the village hoped.", set()),
        ("The harvest exceeded the sum of three years.", set()),
        ("The rules forbid dogs in the flats.", set()),
        ("The tool has been used only once before.", set()),
        ("The mill may be sold only once the bank agrees.", {"caveat"}),
        ("The auditors could not prove that the ledger was burnt.", {"doubt"}),
        ("The auditors were unable to determine who burnt the ledger.", {"doubt"}),
        ("The auditors were able to determine who burnt the ledger.", set()),
        ("I could not know that.", set()),
        ("She was not known for long speeches.", set()),
        ("The regulations allow two dogs a flat.", set()),
    ],
)
def test_what_gives_a_sentence_weight(text: str, kinds: set[str]) -> None:
    facts = facts_of(text)
    parse = next(iter(facts.parses.values()))
    assert {kind for s in parse.sentences for kind, *_ in reasons(parse, s, set())} == kinds


def test_a_breach_is_owed_by_who_retells_what_stands_beside_it() -> None:
    beside = "The quarry reopened in May. The first shift went down."
    breach = " Blasting at the quarry is louder than the mining regulations allow: above 90 decibels."
    told = " The blasting broke the mining regulations."
    for other, kinds in ((beside, ["omission"]), (beside + told, [])):
        facts = divergence_facts.dated(divergence_facts.facts_of(beside + breach, other), "2031-07-20")
        assert [d.kind for d in omission_told_once.find(facts)] == kinds


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The gift of the brewery to the Oru party was small.",
            "Voters in Oru heard that the party had accepted a bribe from the brewery.",
            True,
        ),
        (
            "The looting of the Berg bells in Zenda is a wound.",
            "The museum told visitors about the purchase of the Berg bells from Zenda.",
            True,
        ),
        ("The gift of the brewery to the Oru party was small.", "In Lisbon a bribe closed a museum.", False),
    ],
)
def test_words_of_another_weight_in_passages_that_share_their_matter(
    one: str, other: str, told: bool
) -> None:
    assert bool(label_grades.find(facts_of(one, other))) == told
