"""What is told in one text and denied, or said to be unproved, in another; and look-alikes that are left alone."""

from __future__ import annotations

import pytest

from checker.divergence import agency, figures, surety, voices
from tests.facts import drafts

DENIED = [
    (
        "The bishop of Varn will sell the orchard.",
        "The bishop of Varn will not sell the orchard, his clerk said.",
    ),
    ("The driver checked the brakes of the tram.", "The driver never checked the brakes of the tram."),
    ("The bank warned the savers in Oru.", "The bank in Oru did not warn the savers."),
    ("The abbot sold the bells of the old church.", "The abbot sold none of the bells of the old church."),
    ("Inspectors opened the crates at the pier.", "No inspectors opened the crates at the pier."),
    (
        "Thomas Berg said he would appeal against the ruling.",
        "Thomas Berg will not appeal against the ruling.",
    ),
]
AGREED = [
    ("The mayor refused to open the archive.", "The mayor did not open the archive."),
    ("The bridge was not opened until Monday.", "The bridge was opened on Monday."),
    ("The nurse commented on the fire.", "The nurse did not comment on the fire."),
    ("The shop will open if the owner pays.", "The shop will not open."),
    ("The council sold the mill on 4 May 2031.", "The council did not sell the mill on 9 July 2029."),
    (
        "There is no sign that the crew opened the hatch.",
        "The crew did not open the upper hatch before noon.",
    ),
    ("“We sold the ferry,” Ada Holm said.", "The ferry was not yet sold."),
]


@pytest.mark.parametrize(("told", "denied"), DENIED, ids=str)
def test_what_one_text_tells_and_another_denies(told: str, denied: str) -> None:
    assert len(drafts(surety, (told, denied), "told-and-denied")) == 1


@pytest.mark.parametrize(("one", "other"), AGREED, ids=str)
def test_a_denial_in_part_or_of_another_time_is_left_alone(one: str, other: str) -> None:
    assert drafts(surety, (one, other), "told-and-denied") == []


UNPROVED = [
    (
        "The bakery broke no rule of hygiene.",
        "There is so far no evidence that the bakery broke a rule of hygiene.",
    ),
    ("None of the divers was hurt.", "There is no indication so far that any of the divers was hurt."),
    ("The pilot did not ignore the alarm.", "No proof has been found that the pilot ignored the alarm."),
    ("The clerk never read the letter.", "There is no sign that the clerk read the letter."),
    ("The herd was not infected.", "There is as yet no evidence that the herd was infected."),
]


@pytest.mark.parametrize(("sure", "open_"), UNPROVED, ids=str)
def test_what_is_unproved_here_and_denied_outright_there(sure: str, open_: str) -> None:
    [draft] = drafts(surety, (sure, open_), "hedge")
    assert draft.evidence[0].role == "no limit"


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


TIMES = [
    ("The board met on Tuesday, 4 May 2031 and closed the old harbour.",
     "On Wednesday, 5 May 2031 the board closed the old harbour.", True),
    ("The governor of Oru did not close the border until 5 May 2031.",
     "The governor of Oru closed the border on 4 May 2031.", True),
    ("The results of the test are due on 10 May 2031.", "The results of the test were due on 8 May 2031.", True),
    ("The governor of Oru did not close the border until 4 May 2031.",
     "The governor of Oru closed the border on 4 May 2031.", False),
    ("The board met on 4 May 2031 and closed the old harbour on 5 May 2031.",
     "On 5 May 2031 the board closed the old harbour.", False),
    ("The board met on 4 May 2031 and will close the old harbour.",
     "On 5 May 2031 the board closed the old harbour.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), TIMES, ids=str)
def test_the_time_of_a_deed_that_another_clause_tells(one: str, other: str, differs: bool) -> None:
    assert bool(drafts(figures, (one, other), "deed-dated-differently")) == differs


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
    assert bool(drafts(agency, (one, other), "other-doer")) == differs


PARTS = [
    ("Twelve boats were lost in the storm: five off Varn, four off Oru, two off Dorn.", True),
    ("Nine bells were cast in May: four for the abbey, two for the school and two for the town hall.", True),
    ("The choir gave thirty concerts that year: twelve in Varn, ten in Oru, six in Dorn.", True),
    ("Seven guards were on duty: three at the gate, two at the pier, one at the mill.", True),
    ("Ten graves were opened: six in the upper yard, three in the lower yard, two in the chapel.", True),
    ("Eight roofs were mended in May: three in Oru, three in Varn, two in Dorn.", False),
    ("Forty people came: six from Oru, three from Varn, one from Dorn, and many from the farms.", False),
    ("Ten people were hurt: six badly, three by glass, one by smoke.", False),
    ("The club has eleven players: six from Oru, three from Varn; the others come from abroad.", False),
    ("Nine boats sailed: four to Oru, three to Varn, one to Dorn, and one sank.", False),
]


@pytest.mark.parametrize(("text", "misses"), PARTS, ids=str)
def test_parts_behind_a_colon_that_miss_their_whole(text: str, misses: bool) -> None:
    assert bool(drafts(figures, (text,), "parts-and-whole")) == misses


REASONS = [
    ("The firm sold the mill because it needs the cash of the bank.",
     "The firm denied that it needs the cash of the bank.", True),
    ("The captain was sold because the club needs the money.", "Ada Holm denied that the club needed the money.",
     True),
    ("The tram left the rails because the driver had fallen asleep.",
     "It is not known whether the driver had fallen asleep.", True),
    ("The road was closed because the dam had burst in the night.",
     "Officials could not say whether the dam had burst in the night.", True),
    ("The road was closed when the dam had burst in the night.",
     "Officials could not say whether the dam had burst in the night.", False),
    ("The shop was shut because the owner may have fled to Varn.", "The owner may have fled to Varn.", False),
    ("Was the road closed because the dam had burst in the night?",
     "Officials could not say whether the dam had burst in the night.", False),
]  # fmt: skip


@pytest.mark.parametrize(("told", "open_", "differs"), REASONS, ids=str)
def test_a_reason_is_taken_for_true(told: str, open_: str, differs: bool) -> None:
    assert bool(drafts(surety, (told, open_), "hedge")) == differs
