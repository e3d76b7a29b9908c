"""Deeds on two days, amounts in one deed, ages and years; and the harmless pairs that look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.divergence import figures
from checker.model import Provenance
from tests.unit.divergence_facts import dated, facts_of

DEED, AMOUNT = "divergence.deed-dated-differently", "divergence.numbers"


def found(*texts: str) -> dict[str, str]:
    """Rule -> statement of what is found in texts about one happening."""
    return {d.rule: d.statement for d in figures.find(facts_of(*texts))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Marn flew to Lisbon on 4 May.", "On 5 May Anna Marn flew to Lisbon with two friends."),
        ("Tor Kolm resigned as mayor on 4 May.", "On 7 May Tor Kolm resigned as mayor."),
        ("The ship sank on 3 May off the coast of Peru.", "Off the coast of Peru the ship sank on 4 May."),
        ("The mayor signed the contract on 5 March.", "The contract was signed by the mayor on 6 March."),
        ("The owners handed the keys to the mayor on 3 June.", "The keys were given to the mayor on 4 June."),
        ("On the evening of 3 May the guards delivered the letter to the bishop.",
         "The guards brought the letter to the bishop on the morning of 4 May."),
        ("The second hearing took place on 8 May, and the owners of the mill told their story.",
         "At the second hearing, on 9 May, the owners of the mill told their story."),
        ("A third round of the chess cup followed on 8 June. Peru led the table of the cup.",
         "The third round was played on 9 June. Peru then led the table of the chess cup."),
        ("Divers recovered the bell from the wreck on 12 May.", "The bell was recovered from the wreck on 22 May."),
        ("A tug sank on 3 May off the coast of Peru.", "Off the coast of Peru the tug sank on 4 May."),
    ],
)  # fmt: skip
def test_one_deed_on_two_days(one: str, other: str) -> None:
    assert DEED in found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same day, in other words
        ("Anna Marn flew to Lisbon on 4 May.", "On May 4 Anna Marn flew to Lisbon."),
        # a bound, a stretch, a plan
        ("Anna Marn flew to Lisbon on 4 May.", "Anna Marn flew to Lisbon before 5 May."),
        ("Anna Marn will fly to Lisbon on 4 May.", "Anna Marn flew to Lisbon on 5 May."),
        # another place, another person, another thing
        ("Anna Marn flew to Lisbon on 4 May.", "Anna Marn flew to Chile on 5 May."),
        ("Anna Marn flew to Lisbon on 4 May.", "Tor Kolm flew to Lisbon on 5 May."),
        ("The owners handed the keys to the mayor on 3 June.", "The owners handed the letter to the mayor on 4 June."),
        # one of many such things, and a day that belongs to what they are blamed for
        ("On Sunday, 4 May, Anna Marn issued a statement.", "In a statement issued on 6 May, the bank said nothing."),
        ("Peru launched a rocket on 4 May.", "Peru launched two rockets on 6 May."),
        ("The letters posted on 4 May were lost.", "The guards found letters posted on 6 May."),
        ("Three guards were charged for allegedly stealing coins in 2029.", "The guards were charged on 4 May 2031."),
        ("The owners were fined after opening the mill on 3 June.", "The owners were fined on 5 June."),
        # done on both days by one text
        ("Anna Marn flew to Lisbon on 4 May. Anna Marn flew to Lisbon again on 5 May.",
         "Anna Marn flew to Lisbon on 5 May."),
        # a day that belongs to a noun, and words said on many days
        ("Anna Marn read the letter of 4 May to the bishop.", "Anna Marn read the letter to the bishop on 5 May."),
        ("Anna Marn spoke of the mill on 4 May.", "On 5 May Anna Marn spoke of the mill."),
        # two numbered occasions
        ("The second hearing took place on 8 May in the mill.", "The third hearing took place on 9 May in the mill."),
        # the first of other things
        ("The Oru club first tested its kite from the Alder cliff on 4 July.",
         "The kite flight of the Oru club on 29 August was the first over the Alder cliff."),
        # weeks apart: done again
        ("The club met the mayor in Lisbon on 4 May.", "The club met the mayor in Lisbon on 19 May."),
    ],
)  # fmt: skip
def test_no_deed_on_two_days(one: str, other: str) -> None:
    assert DEED not in found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Alder Trust gathered 23 poets in Lisbon.", "The Alder Trust had assembled 32 poets in Lisbon."),
        (
            "The strike at the glass mill lasted eleven days.",
            "The strike at the glass mill went on for 17 days.",
        ),
        ("Anna Marn spent three hours with Tor Kolm.", "Anna Marn spent about six hours with Tor Kolm."),
        ("The dam at the lake is 80 metres high.", "The dam at the lake is 60 metres high."),
        (
            "The court sentenced Tor Kolm to six years in prison.",
            "Tor Kolm was sentenced to nine years in prison.",
        ),
        ("In Lisbon unemployment fell to 6 percent.", "Unemployment in Lisbon fell to 9 percent."),
        ("In Lisbon unemployment fell to 6 per cent.", "Unemployment in Lisbon fell to 9 per cent."),
        (
            "The council approved the plan by a vote of 9-4.",
            "The council approved the plan by a vote of 7-6.",
        ),
        ("The company will cut 1,200 jobs at its mill.", "At its mill the firm will cut 2,100 posts."),
        ("The hall holds 900 people.", "The hall seats 600 people."),
        ("Twelve towns are named as hosts of the cup.", "The letter names nine cities as hosts of the cup."),
    ],
)
def test_one_deed_with_two_amounts(one: str, other: str) -> None:
    assert {AMOUNT} & found(one, other).keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # number words, rounding, bounds, turned units
        (
            "The Alder Trust gathered 23 poets in Lisbon.",
            "The Alder Trust gathered twenty-three poets in Lisbon.",
        ),
        (
            "The strike at the mill lasted almost eleven days.",
            "The strike at the mill lasted about ten days.",
        ),
        ("The tunnel is 25 miles long.", "The tunnel is 40 kilometres long."),
        ("The truce lasted a decade and a half.", "The truce lasted 15 years."),
        (
            "The council approved the plan by a vote of 9-4.",
            "The council approved the plan by nine votes to four.",
        ),
        # another thing, another doer, another moment, a part
        ("The Alder Trust gathered 23 poets in Lisbon.", "The Alder Trust gathered 32 painters in Lisbon."),
        ("The Alder Trust gathered 23 poets in Lisbon.", "The Birch Club gathered 32 poets in Lisbon."),
        ("On 3 May the club gathered 23 poets in Lisbon.", "On 9 May the club gathered 32 poets in Lisbon."),
        ("Anna Marn spent three hours with Tor Kolm.", "Anna Marn spent six hours with Ilse Bir."),
        ("The film lasted three hours.", "The strike lasted six hours."),
        ("The dam is 80 metres high.", "The dam is 60 metres long."),
        ("The first round of talks lasted three hours.", "The second round of talks lasted two hours."),
        ("Anna Marn left after three hours with Tor Kolm.", "Two hours later Anna Marn met Tor Kolm."),
        (
            "The club gathered 23 poets in Lisbon, then another nine.",
            "The club gathered nine poets in Lisbon.",
        ),
        # a sum over several occasions, other days of the week, another currency
        (
            "The navy seized 12 rifles from a boat in Peru.",
            "The navy has seized a total of 31 rifles in Peru.",
        ),
        ("On Friday the navy arrested 23 smugglers.", "On Saturday the navy arrested 26 smugglers."),
        (
            "The damage to the mill was put at 1 million francs ($1.5 million).",
            "The damage to the mill was put at $1 million.",
        ),
        # points of another race, a number far off
        ("The 52-point swing in Oru surprised Peru.", "The 22-point defeat in Oru surprised Peru."),
        (
            "Anna Marn spoke to a crowd of about 230 people in Oru.",
            "Anna Marn spoke to a crowd of 6 people in Oru.",
        ),
        # seasons, years and sets are no votes
        ("The side won the cup in 2019-20.", "The side won the cup in 2021-22."),
        ("She won 6-4, 6-3.", "She won 7-5, 6-3."),
        (
            "Three clerks died when the bank in Oru burned down.",
            "The fire at the bank in Oru killed two women and a man.",
        ),
        (
            "The quake in Oru hurt five people on Sunday.",
            "A quake in Oru hurt three people. Monday's quake was the second.",
        ),
        (
            "Polls show that 30 percent of weavers will vote for Marn.",
            "Polls show that 8 percent of smiths will vote for Marn.",
        ),
        (
            "The quake in Oru lasted ten seconds, officials said.",
            "The quake in Oru lasted 40 seconds, an office worker said.",
        ),
        (
            "The Oru Mill owes $72 million in debt to Anna Marn.",
            "The Oru Mill owes $70 million in debt to Anna Marn.",
        ),
    ],
)
def test_no_two_amounts(one: str, other: str) -> None:
    assert not {AMOUNT} & found(one, other).keys()


@pytest.mark.parametrize(
    ("outlets", "days", "differ"),
    [
        (("Lark", "Lark"), ("2031-05-04", "2031-05-06"), False),
        (("Lark", "Lark"), ("2031-05-04", "2031-05-04"), True),
        (("Lark", "Wren"), ("2031-05-04", "2031-05-06"), True),
    ],
)
def test_an_outlet_goes_on_counting(outlets: tuple[str, str], days: tuple[str, str], differ: bool) -> None:
    facts = dated(
        facts_of("The Alder Trust gathered 23 poets.", "The Alder Trust had assembled 32 poets."), *days
    )
    documents = {
        doc: replace(document, outlet=outlet)
        for (doc, document), outlet in zip(sorted(facts.documents.items()), outlets, strict=True)
    }
    found_ = figures.find(replace(facts, documents=documents, shared={}))
    assert any(d.rule == AMOUNT for d in found_) is differ


def test_what_it_stands_for_is_looked_up_in_the_sentence_before() -> None:
    said = found(
        "The first meeting was on 3 May at the mill. It lasted seven hours.",
        "The first meeting, held on 3 May at the mill, went on for about four hours.",
    )
    assert "lasted seven hours" in said[AMOUNT]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Anna Marn, 58, sold the mill.", "The mill was sold by Anna Marn, 64, in May.", "divergence.ages"),
        ("The 31-year-old Tor Kolm won.", "Tor Kolm (37) won the race.", "divergence.ages"),
        ("Anna Marn published the atlas in 1990.", "The atlas was published by Anna Marn in 1993.",
         DEED),
    ],
)  # fmt: skip
def test_ages_and_years(one: str, other: str, rule: str) -> None:
    assert rule in found(one, other)


@pytest.mark.parametrize(
    ("one", "other", "days", "differ"),
    [
        (
            "Anna Marn, 58, sold the mill.",
            "Anna Marn, who is 57, sold it.",
            ("2031-05-06", "2031-05-07"),
            True,
        ),
        ("Anna Marn, 57, sold the mill.", "Anna Marn, 58, sold it.", ("2031-05-07", "2031-05-06"), True),
        ("Tor Kolm, a 31-year-old tiler, won.", "Tor Kolm (32) won.", ("2031-05-07", "2031-05-07"), True),
        ("Anna Marn, 57, sold the mill.", "Anna Marn, 58, sold it.", ("2031-05-06", "2031-05-07"), False),
        ("Anna Marn, 58, sold the mill.", "Anna Marn, 57, sold it.", ("2031-12-30", "2032-01-02"), True),
        ("Anna Marn, 57, sold the mill.", "Anna Marn, 58, sold it.", ("2031-12-30", "2032-01-02"), False),
        ("Tor Kolm, a 31-year-old’s father, won.", "Tor Kolm (57) won.", ("2031-05-07", "2031-05-07"), False),
        (
            "Ann, a 31-year-old Tor Kolm supporter, won.",
            "Tor Kolm (57) won.",
            ("2031-05-07", "2031-05-07"),
            False,
        ),
        (
            "The votes: Tor Kolm, 23,515; Anna Marn, 9,486.",
            "Tor Kolm, 57, won.",
            ("2031-05-07", "2031-05-07"),
            False,
        ),
        ("In the table stood: 3. Tor Kolm (14.)", "Tor Kolm (57) won.", ("2031-05-07", "2031-05-07"), False),
    ],
)
def test_nobody_grows_younger(one: str, other: str, days: tuple[str, str], differ: bool) -> None:
    rows = figures.find(dated(facts_of(one, other), *days))
    assert any(d.rule == "divergence.ages" for d in rows) == differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a year may have gone by, another person, a number that is no age
        ("Anna Marn, 58, sold the mill.", "Anna Marn, 59, sold the mill."),
        ("Anna Marn, 58, was tried for fraud.", "Anna Marn, 60, was found guilty of fraud."),
        ("Anna Marn, 58, sold the mill.", "Tor Kolm, 64, bought the mill."),
        ("Anna Marn, 58, sold the mill.", "Anna Marn, 12 friends and a dog sold the mill."),
        ("Anna Marn published the atlas in 1990.", "Anna Marn published the letters in 1993."),
        ("Anna Marn published the atlas in 1990.", "Anna Marn had published the atlas by 1993."),
        ("Anna Marn published the atlas in 1990.", "In 1993 Anna Marn praised the atlas."),
        ("Anna Marn was born in 1950 and died in 2015 at the age of 64.", "Anna Marn sold the mill."),
    ],
)
def test_no_ages_and_years(one: str, other: str) -> None:
    rules = found(one, other).keys()
    assert not {
        r for r in rules if r.split(".")[1] in {"ages", "deed-dated-differently", "life-that-does-not-add-up"}
    }


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The plan has eight chapters. Four of them deal with roads, three with water and three with schools.",
         "parts-and-whole"),
        ("Of the 20 farms, 12 grow wheat, 6 grow rye and 5 grow oats.", "parts-and-whole"),
        ("The fleet has twelve ships: seven trawlers and six ferries.", "parts-and-whole"),
        ("There were four of us cooks in the hut. It snowed all night. At dawn all three cooks were asleep.",
         "members-and-all"),
        ("Whether anybody opened the letter is not known. Having opened the letter, the guards sent it on.",
         "open-then-settled"),
        ("It is not known who opened the gate. Later that year the owners left. Tor Kolm opened the gate at noon.",
         "open-then-settled"),
        ("The bridge fell on Monday, 4 March 2031.", "weekday-of-another-date"),
        ("Born in Lisbon in 1901, he died in 1950, aged 59.", "life-that-does-not-add-up"),
        ("The mill stood still from 3 May 2031 on. Three days later, on 8 May, it burned.", "days-that-do-not-add-up"),
    ],
)  # fmt: skip
def test_a_text_that_does_not_come_out(text: str, rule: str) -> None:
    kinds = {d.rule: d.kind for d in figures.find(facts_of(text))}
    assert kinds.get(f"divergence.{rule}") == "inconsistency"


@pytest.mark.parametrize(
    "text",
    [
        "The plan has ten chapters. Four of them deal with roads, three with water and three with schools.",
        "The plan has ten chapters. Four of them deal with roads and three with water.",
        "The plan has eight chapters. About four of them deal with roads, three with water and some three with law.",
        "Of the 20 farms, 12 grow wheat and 15 keep cows.",
        "Ten guests came, six of them women, seven of them teachers.",
        "The fleet has twelve ships, among them seven trawlers and six ferries.",
        "The fleet has twelve ships: seven trawlers, four ferries and a tug.",
        "Four cooks slept in the hut. One of them left at dawn. All three remaining cooks stayed.",
        "Four cooks slept in the hut. All three cooks from Peru woke early.",
        "Four cooks slept in the hut. Another joined them. All five cooks woke early.",
        "Four cooks and three maids slept in the hut. All three maids woke early.",
        "Four ships sailed to Peru and three ships to Chile. All three ships came back.",
        "Whether anybody opened the letter is not known. The guards may have opened the letter.",
        "Whether anybody opened the letter is not known. Anna Marn said the guards had opened the letter.",
        "Whether anybody opened the letter is not known. Having opened the gate, the guards went home.",
        "Whether Tor Kolm opened the letter is not known. After opening the letter, Ilse Bir wept over it.",
        "Anna Marn did not say whether she would open the shop. The guards opened the letter.",
        "The bridge fell on Tuesday, 4 March 2031.",
        "The bridge fell on Monday, 4 March.",
        "Born in Lisbon in 1901, he died in 1950, aged 48.",
        "On 3 May 2031 the mill stood still. Three days later, on 6 May, it burned.",
    ],
)
def test_a_text_that_comes_out(text: str) -> None:
    assert [d.statement for d in figures.find(facts_of(text)) if d.kind == "inconsistency"] == []


def test_what_is_said_on_a_day_is_one_deed_only_in_a_text_told_over_again() -> None:
    texts = (
        "On 12 April, Anna Marn spoke of a locked door.",
        "On 22 April, Anna Marn spoke of a door with no key.",
    )
    facts = facts_of(*texts)
    retold = {doc: Provenance(doc, "a.txt", "a.txt", ()) for doc in facts.documents}
    assert DEED not in {d.rule for d in figures.find(facts)}
    assert DEED in {d.rule for d in figures.find(replace(facts, provenance=retold))}


def test_every_evidence_is_short_and_names_its_source() -> None:
    facts = facts_of("Anna Marn flew to Lisbon on 4 May.", "On 5 May Anna Marn flew to Lisbon.")
    (draft,) = [d for d in figures.find(facts) if d.rule == DEED]
    assert [facts.quote(e.span) for e in draft.evidence] == [
        "Anna Marn flew to Lisbon on 4 May",
        "On 5 May Anna Marn flew to Lisbon",
    ]
    assert "a.txt" in draft.statement
    assert "b.txt" in draft.statement
    assert {e.role for e in draft.evidence} == {"puts it on 4 May", "puts it on 5 May"}
