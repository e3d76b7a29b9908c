"""What is told in one text and denied in another; and look-alikes that are left alone."""

from __future__ import annotations

import pytest

from checker.divergence import surety
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
    (
        "Tor Kolm came to court. He said the crew had checked the brakes of the tram.",
        "Tor Kolm said the crew had not checked the brakes of the tram.",
    ),
]
AGREED = [
    # whose words they are is not sure
    (
        "Tor Kolm came to court with Hugo Berg. He said the crew had checked the brakes of the tram.",
        "Tor Kolm said the crew had not checked the brakes of the tram.",
    ),
    (
        "Hugo Berg gave in a letter in which he says the governor was warned about the mill. Tor Kolm left.",
        "Former governor Tor Kolm said that he had never been warned about the mill.",
    ),
    # what is still to be shown
    (
        "To win, the state must prove that the crew checked the brakes of the tram.",
        "The crew never checked the brakes of the tram.",
    ),
    (
        "Ada Holm needs to show the crew checked the brakes of the tram.",
        "The crew never checked the brakes of the tram.",
    ),
    # by its day, which may have been before
    (
        "The samples from the well were released on Friday.",
        "The samples from the well have not been released.",
    ),
    (
        "The clerk sent the ballots of Oru to the court.",
        "The clerk has not sent the ballots of Oru to the court.",
    ),
    # another doer
    (
        "The old law allows the sale of the mill.",
        "Tom Reed wrote a letter. He did not allow the old law for the sale of the mill.",
    ),
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
