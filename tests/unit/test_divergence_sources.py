"""Who a statement or a quotation is given to: what is found, and look-alikes that are left alone."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from checker.divergence import agency, origins, surety, voices, wording
from tests.facts import drafts, facts_of

SPEAKERS = [
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Reed put it to the council. Tom Reed is a mason.", True),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Marn put it to the council. Ilse Marn is a mason.", False),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "A roof that leaks in May will leak in winter as well, Tom Reed said, quoting Ilse Marn.", False),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "Tom Reed is a mason. A roof that leaks in May leaks in winter, he said.", False),
    ("“A roof that leaks in May will leak in winter as well,” Paula Hennick said.",
     "“A roof that leaks in May will leak in winter as well,” Hennik told the council.", False),
    ("“A roof that leaks in May will leak in winter as well,” Ilse Marn said.",
     "“A roof that leaks in May will leak in winter as well,” Tom Reed said. It is a saying of Ilse Marn.", False),
    # what somebody is, and no word of his
    ("The Harbour Review called Tom Reed “the most stubborn and least loved mason in the history of Oru”.",
     "Tom Reed became the most stubborn and least loved mason in the history of Oru.", False),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "retold", "differs"), SPEAKERS, ids=lambda t: str(t))
def test_quoted_words_that_another_text_gives_to_somebody_else(
    quoted: str, retold: str, differs: bool
) -> None:
    assert bool(drafts(voices, (quoted, retold), "quoted-from")) == differs


SOURCES = [
    ("The bakery burned down because of a faulty oven, a fireman said.",
     "The bakery burned down because of a faulty oven, two customers said.", True),
    ("The bakery burned down because of a faulty oven, Ilse Marn of Brenner said.",
     "The bakery burned down because of a faulty oven, the retail giant said.", False),
    ("“The bakery burned down because of a faulty oven,” Ilse Marn said.",
     "“The bakery burned down because of a faulty oven,” the police said.", False),
    ("The bakery burned down because of a faulty oven, Ilse Marn said.",
     "The bakery burned down because of a faulty oven, a fireman said.", True),
    ("The bakery burned down because of a faulty oven, said Ilse Marn, a fireman.",
     "The bakery burned down because of a faulty oven, a fireman said.", False),
    ("The bakery burned down because of a faulty oven, Ilse Marn said.",
     "The bakery burned down because of a faulty oven, the owner said. Ilse Marn has run it for years.", False),
    ("The bakery burned down because of a faulty oven, the town police said.",
     "The bakery burned down because of a faulty oven, police said.", False),
    ("The bakery burned down because of a faulty oven, a newspaper reported.",
     "The bakery burned down because of a faulty oven, two customers said.", False),
    ("The bakery burned down because of a faulty oven, a fireman said.",
     "The bakery burned down because of a faulty oven.", False),
    # what each says of himself, and commonplace words
    ("“I have waited for this ferry for so long,” Tom Reed said.",
     "“We have waited a long time for this ferry,” Ilse Marn said.", False),
    ("“There is no way to thank all those people,” Tom Reed said.",
     "“There is hardly a way to thank these good people,” Ilse Marn said.", False),
    ("The long winter was hard for the village, Tom Reed said.",
     "The winter was a hard one, Ilse Marn said.", False),
    ("The bakery burned down because of a faulty oven, the pair said.",
     "The bakery burned down because of a faulty oven, two customers said.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differs"), SOURCES, ids=lambda t: str(t))
def test_one_statement_from_two_sources(one: str, other: str, differs: bool) -> None:
    assert bool(drafts(voices, (one, other), "other-source")) == differs


PRINTED = [
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "The lower terrace slid into the river, though the drains had been cleared in March.", True),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "The lower terrace slid into the river, though the drains had been cleared in March, the surveyor said.", False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "The lower terrace was to slide into the river although the drains had been cleared in March, two of the men "
     "said.", False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "The lower terrace slid into the river although the drains had been cleared in March, so two of the men said.",
     False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "Rain fell, the drains were full and the terrace slid in March.", False),
    ("“We cleared our drains in March and the lower terrace slid into the river in April,” the surveyor wrote.",
     "We cleared our drains in March and the lower terrace slid into the river in April.", False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "Nobody reads: “The lower terrace slid into the river although the drains had been cleared in March.”", False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "The lower terrace slid into the river although the drains had been cleared in March. We thank our readers.",
     False),
    ("“The lower terrace slid into the river although the drains had been cleared in March,” the surveyor wrote.",
     "Nobody was hurt, the surveyor said. The lower terrace slid into the river although the drains had been cleared "
     "in March.", False),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "printed", "differs"), PRINTED, ids=lambda t: str(t))
def test_what_one_text_quotes_and_another_prints_as_its_own(quoted: str, printed: str, differs: bool) -> None:
    assert bool(drafts(origins, (quoted, printed), "quoted-and-printed")) == differs


NARRATED = [
    ("The buyer's offer is 30 percent above the price of last May.",
     "The offer would be 30 percent above the price of last May, the Brenner Bank said.", True),
    ("The dock has been out of use since the flood in the spring.",
     "As Tom Reed noted, the dock has been out of use since the flood in the spring.", False),
    ("Tom Reed was asked twice. It rained for a week.\n\nThe dock has been out of use since the flood in the spring. "
     "Nobody came.\n\nThe bus will run, Tom Reed said.",
     "The dock has been out of use since the flood in the spring, Tom Reed said.", False),
    ("The dock has been out of use since the flood in the spring — Ada Holm (@adaholm) May 3, 2031",
     "The dock has been out of use since the flood in the spring, Tom Reed said.", False),
    # what is reported in the line of duty, whoever does it
    ("Nobody was hurt in the fire at the mill in Oru.",
     "Nobody was hurt in the fire at the mill in Oru, said Ole Marn, chief of the Oru Fire Department.", False),
    ("Ada Holm gave a sample of her blood to the nurse.",
     "Oru Police Sgt. Tom Reed said Ada Holm gave a sample of her blood to the nurse.", False),
    ("Ada Holm had a gun and two knives in her bag.",
     "Oru Police Sgt. Tom Reed said Ada Holm had a gun and two knives in her bag.", True),
    ("Officers stopped the blue van of Ada Holm on the pier.",
     "Officers stopped the blue van of Ada Holm on the pier, Ilse Marn said.", False),
    # what nobody denies, and what may be argued
    ("The choir of the village was in the church at noon.",
     "The choir of the village was in the church at noon, Ilse Marn said.", False),
    ("The church of the village will be sold in the spring.",
     "The church of the village will be sold in the spring, Ilse Marn said.", True),
    ("The choir got its robes back from the tailor.", "“I gave the robes back to the choir,” Tom Reed said.", False),
    # a figure that nobody gives, some of what is not named, and what is taken for granted
    ("Up to 40 percent of the ferries to Oru have been cancelled for the winter.",
     "The ferries to Oru and its isles have been cancelled for the winter, the Brenner Line said.", False),
    ("None was sealed or numbered when they were sent to the mayor.",
     "None of the boxes was sealed or numbered when they were sent to the mayor, Ilse Marn said.", False),
    ("The storm killed two shepherds in the hills of Oru.",
     "Ilse Marn charged that the council forgot the storm over the hills in Oru, Brenner, that killed two shepherds.",
     False),
    # whose account it is, told a little before
    ("A patrol boat met two cutters, the Brenner Ministry said. One had no lights. The patrol boat rammed the cutter.",
     "The patrol boat rammed the cutter, a Brenner Ministry statement said.", False),
]  # fmt: skip


@pytest.mark.parametrize(("told", "given", "differs"), NARRATED, ids=lambda t: str(t))
def test_a_would_of_reported_speech_is_what_is_said(told: str, given: str, differs: bool) -> None:
    assert bool(drafts(voices, (told, given), "narrated")) == differs


DOERS = [
    ("On Monday the Brenner council closed the two lower bridges for the winter.",
     "The lower bridges were closed on Monday for the winter. Walkers did not complain to Brenner.", True),
    ("On Monday the Brenner council closed the two lower bridges for the winter.",
     "The Brenner council met at noon. The lower bridges were closed on Monday for the winter.", False),
    ("On Monday the Brenner council closed the two lower bridges for the winter.",
     "The lower bridges were closed on Monday for the winter by a vote of the council.", False),
    ("A volunteer search party found the missing hiker Rosa Marn in the gorge.",
     "The hiker, Rosa Marn Lopez, was found in the gorge. A theatre party had left at noon.", True),
]  # fmt: skip


@pytest.mark.parametrize(("named", "bare", "differs"), DOERS, ids=lambda t: str(t))
def test_a_doer_is_left_out_where_nobody_acts_near_by_who_may_be_meant(
    named: str, bare: str, differs: bool
) -> None:
    assert bool(drafts(agency, (named, bare), "doer-left-out")) == differs


LEFT_ALONE = [
    (surety, "condition-dropped",
     "The mayor resigned only hours after the flood had reached the mill.", "The mayor resigned after the flood."),
    (wording, "cut",
     "“The council broke its word. But it also ignored the promise of the mayor to mend the roof of the school,” Ilse "
     "Marn said.",
     "“The council broke its word,” Ilse Marn said. She said it ignored the mayor's promise to mend the school roof."),
    (wording, "wording",
     "“I trust [Reed] with the keys of the old mill on every Sunday of the year,” Ilse Marn said.",
     "“I trust Tom with the keys of the old mill on every Sunday of the year,” Ilse Marn said."),
    (agency, "doer-left-out",
     "Police arrested the miller Tom Reed in the lower town on Monday.",
     "The miller Tom Reed was arrested in the lower town on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("finder", "rule", "one", "other"), LEFT_ALONE, ids=lambda t: str(t)[:40])
def test_what_only_looks_like_a_loss_is_left_alone(
    finder: ModuleType, rule: str, one: str, other: str
) -> None:
    assert drafts(finder, (one, other), rule) == []


@pytest.mark.parametrize(
    ("behind", "differs"), [("It rained on Monday.", True), ("Tom Reed spoke to reporters on Monday.", False)]
)
def test_a_source_that_the_next_sentence_names_is_named(behind: str, differs: bool) -> None:
    kept = "A senior clerk, who asked not to be named, said the mill was sold."
    told = f"A top adviser says the vote is won. {behind}"
    assert bool(drafts(voices, (kept, told), "unnamed-sources")) == differs


def test_only_the_words_that_both_texts_have_are_shown() -> None:
    texts = (
        "“Our letters were read and answered. The old well in the upper town will run dry by June,” Thomas Berg said.",
        "“Our hearts are with the farmers. The old well in the upper town will run dry by June,” a miner said.",
    )
    [found] = drafts(voices, texts, "other-source")
    assert found.statement.endswith("“The old well in the upper town will run dry by June”.")


@pytest.mark.parametrize(
    ("behind", "differs"),
    [
        ("The mill is old. The officials spoke on condition of anonymity.", True),
        ("They asked not to be named.", True),
        ("The mill is old.", False),
        ("The mill is old. The miller asked not to be named.", False),
        ("The mill is old. It rained. It snowed. They asked not to be named.", False),
    ],
)
def test_a_name_may_be_kept_back_a_little_later(behind: str, differs: bool) -> None:
    kept = f"Two officials familiar with the sale said the mill was sold. {behind}"
    told = "A source in the council said that the vote is won."
    assert bool(drafts(voices, (kept, told), "unnamed-sources")) == differs


def test_officials_of_a_known_body_keep_no_name_back() -> None:
    kept = "A senior clerk, who asked not to be named, said the mill was sold."
    told = "Officials from the council said that the vote is won."
    assert not drafts(voices, (kept, told), "unnamed-sources")


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        (
            "The repayments by Kolm that his friends like to name, 112,000 crowns in all, started four days later.",
            False,
        ),
        ("Kolm had repaid 112,000 crowns in all before the inquiry.", True),
    ],
)
def test_when_a_thing_began_is_not_that_it_was(told: str, differs: bool) -> None:
    given = "Tom Reed, his lawyer, claimed that Kolm had repaid 112,000 crowns before he knew of the inquiry."
    assert bool(drafts(voices, (told, given), "narrated")) == differs


def test_a_statement_is_no_second_telling_of_itself() -> None:
    told = "The contractor removed the guard rail in June. "
    given = "A {} by the Oru council claims that the contractor removed the guard rail in June."
    facts = facts_of(told, given.format("statement"))
    own = {doc: replace(d, outlet="Oru council") for doc, d in facts.documents.items()}
    rules = [d.rule for d in voices.find(facts)]
    assert "divergence.narrated" in rules
    assert "divergence.narrated" not in [d.rule for d in voices.find(replace(facts, documents=own))]


def test_two_speakers_of_one_quotation_are_told_once_whatever_the_texts() -> None:
    words = "“A roof that leaks in May will leak in winter as well,” {}."
    ends = "Ilse Marn wrote for the town", "the Union of Masons said on Friday", "the Union of Masons said"
    assert len(drafts(voices, tuple(words.format(end) for end in ends), "quoted-from")) == 1
