"""Who did it: named otherwise, left out, exchanged, unasked or asked; and what is left alone."""

from __future__ import annotations

import pytest

from checker.divergence import agency_deeds, agency_initiative, agency_subjects
from checker.divergence.kin import Kin
from tests.facts import facts_of

OTHER, BARE = "divergence.other-doer", "divergence.doer-left-out"


@pytest.mark.parametrize(
    ("texts", "rule"),
    [
        # another doer of a deed that one thing sees once
        (("The Oru ferry was bought by Norway.", "Chile bought the Oru ferry."), OTHER),
        (
            ("The survey was commissioned by a ministry.", "The survey was commissioned by the foundation."),
            OTHER,
        ),
        (("Anna Marn designed the long bridge.", "The long bridge was designed by Tomas Berg."), OTHER),
        (("The union called off the parade.", "The parade was called off by the police."), OTHER),
        # a passive without the doer that may be blamed
        (("Police shot two drivers at the dam.", "Two drivers were shot at the dam."), BARE),
        (("The army seized the old mill.", "The old mill was seized."), BARE),
        (
            (
                "At the governor's request the inspection of the mine was put off until spring.",
                "The inspection of the mine was postponed until spring.",
            ),
            BARE,
        ),
        (("The prefect had the road closed on Sunday.", "On Sunday the road was closed."), BARE),
        (
            (
                "The dike was opened on the orders of the general.",
                "The dike was opened on the night of 3 May.",
            ),
            BARE,
        ),
        # a single one here, several there; a body that decides together, and one person
        (
            (
                "Four villages sent protests to the bishop.",
                "Only one village, Oru, sent a protest to the bishop.",
            ),
            OTHER,
        ),
        (
            ("The bridge was closed by a vote of the whole council.", "Ilse Dorn closed the bridge."),
            OTHER,
        ),
        # words for the same people
        (("Police officers cleared the stand.", "Two constables cleared the stand."), None),
        (("The union called off the parade.", "The parade was called off by the dockers' union."), None),
        # another deed on the thing
        (("A jury charged the clerk with fraud.", "The clerk was freed on Monday."), None),
        # one doer in the active and the passive
        (("The council cancelled the regatta.", "The regatta was cancelled by the council."), None),
        # doers that may be one: a state and its government, a person and an office, a town and its council
        (("Norway bought the Oru ferry.", "The Norwegian government bought the Oru ferry."), None),
        (("Anna Marn cancelled the regatta.", "The mayor cancelled the regatta."), None),
        (("Bergen bought the Oru ferry.", "The council bought the Oru ferry."), None),
        # deeds that many may do
        (("Norway praised the plan.", "Chile praised the plan."), None),
        # another thing
        (("Norway bought the Oru ferry.", "Chile bought a lighthouse."), None),
        # planned, possible, denied
        (("Norway bought the Oru ferry.", "Chile may buy the Oru ferry."), None),
        (("Norway bought the Oru ferry.", "Chile did not buy the Oru ferry."), None),
        # a passive whose text names the doer elsewhere
        (
            (
                "Police shot two drivers at the dam.",
                "Two drivers were shot at the dam. Police sealed it off.",
            ),
            None,
        ),
        # a doer whom nobody could have named
        (("A masked man shot two drivers at the dam.", "Two drivers were shot at the dam."), None),
        # both doers in one text
        (
            ("Norway bought the Oru ferry. Then Chile bought the Oru ferry.", "Chile bought the Oru ferry."),
            None,
        ),
        # what two did, each for themselves
        (
            (
                "Anna Marn ended the fair at Oru with 21 prizes.",
                "Tomas Berg ended the fair at Oru with nine prizes.",
            ),
            None,
        ),
        # those whose work it is
        (("Firefighters cleared the old mill in Oru.", "The old mill in Oru was cleared."), None),
        (
            (
                "Doctors closed the wound of the Oru ferry pilot.",
                "The wound of the Oru ferry pilot was closed.",
            ),
            None,
        ),
        # "only" of the deed is not "only" of the doer
        (
            (
                "Villages have only to send a letter to the bishop.",
                "Villages only have to send a letter to the bishop.",
            ),
            None,
        ),
        (("Guests only sent a letter to the bishop.", "Several guests sent a letter to the bishop."), None),
        # several are not the only one; words to somebody are nothing that one alone can write
        (("Only five villages sold the chapel bell.", "Villages sold the chapel bell."), None),
        (
            (
                "“The bell of Oru is old,” Anna Marn wrote to her voters in Oru.",
                "“The bell of Oru is new,” Tomas Berg wrote to his voters in Oru.",
            ),
            None,
        ),
        (("Only one village, Oru, sold the chapel bell.", "Three villages sold the chapel bell."), OTHER),
    ],
)
def test_doers_of_one_deed(texts: tuple[str, ...], rule: str | None) -> None:
    assert [d.rule for d in agency_deeds.find(facts_of(*texts))] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            (
                "Several banks warned the port last autumn that they would not lend it money.",
                "Lloyds warned the port last autumn that it would not lend it money.",
            ),
            True,
        ),
        (
            (
                "Norway warned the harbour board in March against a second quay.",
                "Chile warned the harbour board in March against a second quay.",
            ),
            True,
        ),
        # the same doer under a title, a pronoun, a fuller name
        (
            (
                "Mayor Anna Marn opened the harbour fair in March with a long speech.",
                "Anna Marn opened the harbour fair in March with a long speech.",
            ),
            False,
        ),
        (
            (
                "She opened the harbour fair in March with a long speech.",
                "Anna Marn opened the harbour fair in March with a long speech.",
            ),
            False,
        ),
        # another sentence
        (
            (
                "Norway warned the harbour board in March against a second quay.",
                "Chile sent the harbour board a letter about tariffs on dried cod.",
            ),
            False,
        ),
        # another speaker is no other doer
        (
            (
                "Norway said in March that a second quay would harm the harbour.",
                "Chile said in March that a second quay would harm the harbour.",
            ),
            False,
        ),
        # one of those who are counted
        (
            (
                "Four millers, including Tom Reed, closed the old harbour at Berg to fishing boats last May.",
                "Ansa Bir closed the old harbour at Berg to fishing boats last May.",
            ),
            False,
        ),
        # too short to be one sentence
        (("Norway agreed.", "Chile agreed."), False),
    ],
)
def test_a_subject_exchanged(texts: tuple[str, ...], found: bool) -> None:
    assert bool(agency_subjects.find(facts_of(*texts))) is found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            (
                "Anna Marn sailed to Oru on her own initiative.",
                "The fishermen asked Anna Marn to sail to Oru.",
            ),
            True,
        ),
        (
            (
                "Anna Marn, the prime minister of Norway, sailed to Oru of her own accord.",
                "Chile had asked Norway to mediate. Anna Marn sailed to Oru.",
            ),
            True,
        ),
        # somebody else was asked
        (
            (
                "Anna Marn sailed to Oru on her own initiative.",
                "The fishermen asked Tomas Berg to sail to Oru.",
            ),
            False,
        ),
        # asked for words, not for a deed
        (("Anna Marn sailed to Oru on her own initiative.", "A reporter asked Anna Marn about it."), False),
        # one text has both
        (
            (
                "Anna Marn sailed on her own initiative. Later the fishermen asked Anna Marn to return.",
                "The fishermen asked Anna Marn to sail to Oru.",
            ),
            False,
        ),
        # not asked
        (
            (
                "Anna Marn sailed to Oru on her own initiative.",
                "Nobody knows why. The fishermen did not ask Anna Marn to sail to Oru.",
            ),
            False,
        ),
    ],
)
def test_initiative(texts: tuple[str, ...], found: bool) -> None:
    assert bool(agency_initiative.find(facts_of(*texts))) is found


def test_texts_of_one_voice_weigh_less() -> None:
    texts = "The Oru ferry was bought by Norway.", "Chile bought the Oru ferry."
    [two] = agency_deeds.find(facts_of(*texts))
    [one] = agency_deeds.find(facts_of(*texts, voices=("same", "same")))
    assert (two.importance, one.importance) == (3, 2)


def test_texts_of_one_group_are_kin() -> None:
    kin = Kin(facts_of("It rained in Oru.", "It snowed in Kelm."))
    assert kin.grouped("alder.txt", "birch.txt")
    assert not kin.related("alder.txt", "elsewhere.txt")


@pytest.mark.parametrize("text", ["“”", "Ελλάδα и Россия", "עברית", "was asked by the " * 500])
def test_odd_texts_do_not_fail(text: str) -> None:
    for part in (agency_deeds, agency_subjects, agency_initiative):
        assert part.find(facts_of(text, "Norway bought the ferry.")) == []


DOERS = [
    ("Work in the quarry was halted by order of the labour inspectorate.",
     "The company halted work in the quarry on its own.", True),
    ("Fishermen rescued the passengers of the ferry.", "The coastguard rescued the passengers of the ferry.", True),
    ("The regulator closed the clinic in Varn.", "The owner closed the clinic in Varn.", True),
    ("The inspectorate closed the clinic in Varn.", "The clinic in Varn was closed by the inspectorate.", False),
    ("The inspectorate closed the clinic in Varn.", "The labour inspectorate shut the clinic in Varn.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), DOERS, ids=str)
def test_bodies_that_cannot_be_one(one: str, other: str, differs: bool) -> None:
    assert ([d.rule for d in agency_deeds.find(facts_of(one, other))] == ["divergence.other-doer"]) is differs
