"""Documents as sentences name them: a kind with a body, a title, a part, a day; and what rests on them."""

from __future__ import annotations

import pytest

from tests.unit.test_citation_forms import rows


@pytest.mark.parametrize(
    ("text", "words", "outlet"),
    [
        ("A 2019 audit by the Vale Court of Accounts found two errors.",
         "2019 audit by the Vale Court of Accounts", "Vale Court of Accounts"),
        ("The right to fish is laid down in Article 7 of the Anglers' Charter.",
         "Article 7 of the Anglers' Charter", "Anglers' Charter"),
        ("As a paper in the journal Weir Letters showed, eels climb.", "paper in the journal Weir Letters",
         "Weir Letters"),
        ("The preamble to the 1923 Ostra Convention speaks of free water.",
         "preamble to the 1923 Ostra Convention", "Ostra Convention"),
        ('"It never rained," the general writes in his memoir, The Dry Year.', "memoir, The Dry Year",
         "The Dry Year"),
        ("The Arden Board's Harbour Outlook puts the number at nine.", "Harbour Outlook", "Arden Board"),
        ("Bail is rare (Criminal Procedure Code, art. 118).", "Criminal Procedure Code, art. 118",
         "Criminal Procedure Code"),
        ("A survey of 2,400 anglers carried out by the Vale Fish Board in 2019 showed the same.",
         "survey of 2,400 anglers carried out by the Vale Fish Board in 2019", "Vale Fish Board"),
        ("The 2015 Ostra Protocol forbids nets.", "2015 Ostra Protocol", "Ostra Protocol"),
        ("The truce agreement signed at Ostra in 2016 obliges both to leave.",
         "truce agreement signed at Ostra in 2016", "agreement"),
        ("The Vale Board's report on the dam, tabled in May 2019, found cracks.",
         "report on the dam, tabled in May 2019", "Vale Board"),
        ("The judges based the ruling on the 2007 Weir Agreement, which makes no mention of eels.",
         "2007 Weir Agreement", "Weir Agreement"),
        ("In the 2020 edition of its River Index, the Vale Institute counts nine dams.", "River Index",
         "Vale Institute"),
        ("Such nets breach the Ostra Regulations of 1907.", "Ostra Regulations of 1907", "Ostra Regulations"),
        ('The Vale Institute, in a report titled "The Weir", documents nine cases.', 'report titled "The Weir"',
         "Vale Institute"),
        ("Historian Ana Moor has argued, in The Salt Weir (2009), that trade went on.", "The Salt Weir (2009)",
         "The Salt Weir"),
        ("The Ostra Covenant caps the catch.", "Ostra Covenant", "Ostra Covenant"),
        ("In a decision dated 30 March 2020, the authority stopped the sale.", "decision dated 30 March 2020",
         "decision"),
        ("Figures from the Vale Fish Board show a rise.", "Figures from the Vale Fish Board",
         "Vale Fish Board"),
    ],
)  # fmt: skip
def test_a_document_is_read_as_a_phrase(text: str, words: str, outlet: str) -> None:
    assert [(row[1], row[2]) for row in rows(text)] == [(words, outlet)]


@pytest.mark.parametrize(
    "text",
    [
        "Parliament passed the Weir Act on Tuesday after a long debate.",
        "The institute will publish its annual report in June.",
        "She signed the contract on 3 May 2019 and left.",
        "He wrote a letter to his daughter on 9 January and never sent it.",
        "The plan rejected on Monday was an old one.",
        "A friend familiar with the Board's internal study said nothing.",
        "In the final analysis, I find it cold.",
        "Some party figures declared that the weir would hold.",
        "The Ostra Geological Survey said nothing.",
        "The order of 3 March was for two hundred chairs.",
        "The contract with Vale Rail runs until 2031.",
        "The local convention gives anglers a reason to drink.",
    ],
)
def test_a_document_on_which_nothing_rests_is_not_cited(text: str) -> None:
    assert rows(text) == []
