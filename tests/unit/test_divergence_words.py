"""Words of another weight for one happening, in headlines and texts; the part of a person; what is no choice."""

from __future__ import annotations

import pytest

from checker.divergence import labels
from tests.unit.divergence_facts import facts_of

OUTCOME = "divergence.words-for-an-outcome"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # the process, the day
        (
            (
                "The trial of the pilot was adjourned on 4 June 2020.",
                "The trial of the pilot was abandoned on 4 June 2020.",
            ),
            True,
        ),
        (
            ("The ferry talks are on hold since 4 June 2020.", "The ferry talks collapsed on 4 June 2020."),
            True,
        ),
        # the place in the same weeks
        (
            (
                "The miners handed over a proposal in Lisbon on 4 June 2020.",
                "In June 2020 a treaty was signed in Lisbon.",
            ),
            True,
        ),
        # the person
        (("Tomas Berg was arrested at the port.", "Tomas Berg was abducted at the port."), True),
        (("The curator Tomas Berg retired.", "The curator Tomas Berg was sacked."), True),
        # counterparts that share names and nouns
        (
            (
                "The accident at the Berg mill closed the valley road.",
                "The sabotage at the Berg mill closed the valley road.",
            ),
            True,
        ),
        (
            (
                "The museum in Lisbon lent the Oru mask to the island.",
                "The museum in Lisbon returned the Oru mask to the island.",
            ),
            True,
        ),
        # words of one grade
        (
            (
                "The ferry talks were suspended on 4 June 2020.",
                "The ferry talks were adjourned on 4 June 2020.",
            ),
            False,
        ),
        (
            (
                "A protest filled the square at the Berg mill.",
                "A demonstration filled the square at the Berg mill.",
            ),
            False,
        ),
        # an agreement may be an understanding, and it may be a treaty
        (
            (
                "An agreement was reached in Lisbon on 4 June 2020.",
                "A treaty was signed in Lisbon on 4 June 2020.",
            ),
            False,
        ),
        # another day, another place, another person, another process
        (
            ("The ferry talks were suspended on 4 June 2020.", "The ferry talks collapsed on 9 May 2021."),
            False,
        ),
        (
            (
                "The miners handed over a proposal in Lisbon on 4 June 2020.",
                "A treaty was signed in Bergen on 4 June 2020.",
            ),
            False,
        ),
        (("Tomas Berg was arrested at the port.", "Anna Marn was abducted at the port."), False),
        (
            (
                "The ferry talks were suspended on 4 June 2020.",
                "The bridge project collapsed on 4 June 2020.",
            ),
            False,
        ),
        # possible, denied, planned, only somebody's words
        (
            (
                "The ferry talks were suspended on 4 June 2020.",
                "The ferry talks may collapse on 4 June 2020.",
            ),
            False,
        ),
        (
            (
                "The ferry talks were suspended on 4 June 2020.",
                "The ferry talks did not collapse on 4 June 2020.",
            ),
            False,
        ),
        (
            ("Tomas Berg was arrested at the port.", "Tomas Berg was abducted at the port, his sister said."),
            False,
        ),
        # a text with both words makes no choice
        (
            (
                "The ferry talks were suspended on 4 June 2020. By winter the collapse was plain.",
                "The ferry talks collapsed on 4 June 2020.",
            ),
            False,
        ),
    ],
)
def test_words_for_an_outcome(texts: tuple[str, ...], found: bool) -> None:
    drafts = [d for d in labels.find(facts_of(*texts)) if d.rule == OUTCOME]
    assert bool(drafts) is found


ROLE = "divergence.role-of-a-person"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            (
                "Anna Marn has become the mediator of the quarrel.",
                "Anna Marn was a messenger in the quarrel.",
            ),
            True,
        ),
        (("Anna Marn sailed to Lisbon. She was a messenger.", "Anna Marn was the mediator at Oru."), True),
        (
            (
                "Norway's prime minister, Anna Marn, sailed to Oru.",
                "Norway's prime minister was the mediator at Oru. Nobody else came.",
                "Anna Marn was a courier between the camps at Oru.",
            ),
            True,
        ),
        # another person, one grade, a denial, somebody's words, both in one text
        (("Anna Marn was the mediator.", "Tomas Berg was a messenger."), False),
        (("Anna Marn was the mediator.", "Anna Marn was an umpire."), False),
        (("Anna Marn was the mediator.", "Anna Marn was not a messenger."), False),
        (("Anna Marn was the mediator.", "Anna Marn was a messenger, Tomas Berg said."), False),
        (("Anna Marn was the mediator, and Anna Marn was a messenger.", "Anna Marn was a messenger."), False),
        (("Anna Marn met Tomas Berg. She was a messenger.", "Anna Marn was the mediator."), False),
    ],
)
def test_the_role_of_a_person(texts: tuple[str, ...], found: bool) -> None:
    drafts = [d for d in labels.find(facts_of(*texts)) if d.rule == ROLE]
    assert bool(drafts) is found
