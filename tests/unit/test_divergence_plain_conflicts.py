"""Numbers, times, lives, sums and words for one thing, told by two pens in quite different grammar."""

from __future__ import annotations

from types import ModuleType

import pytest

from checker.divergence import figures, labels
from tests.unit.divergence_facts import facts_of

NUMBER, DATE, LIFE, SUM, OPEN = (
    f"divergence.{name}"
    for name in (
        "numbers",
        "deed-dated-differently",
        "life-that-does-not-add-up",
        "parts-and-whole",
        "open-then-settled",
    )
)


def rules(finder: ModuleType, *texts: str) -> set[str]:
    return {d.rule for d in finder.find(facts_of(*texts))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry can take 90 cars.", "There is room for sixty vehicles on the ferry, the line says."),
        ("The choir sang for 1,200 guests in the old brewery.",
         "Some 800 listeners had come to the brewery to hear the choir."),
        ("Repairs to the dyke will cost 4.5 million crowns.", "The dyke is to be mended for 5.4 million crowns."),
        ("The museum had 31,000 visitors last year.", "Last year 13,000 people visited the museum."),
        ("The report, 212 pages long, went to the minister.", "The minister received the 122-page report."),
        ("The bakery sells 2,000 loaves a day.", "Three thousand loaves leave the bakery every day."),
        ("Around 70 firefighters fought the blaze at the sawmill.",
         "The blaze at the sawmill was fought by a hundred and ten firemen."),
        ("The school at Erlin has eleven teachers.", "Fourteen teachers work at the school in Erlin."),
        ("With its 4,800 members the union is the strongest in the port.", "The union has 8,400 members in the port."),
        ("Sixteen of the village's wells are poisoned.", "In the village, 24 wells are poisoned."),
        ("The inquiry in Oru heard 88 witnesses.", "Forty-seven people testified before the inquiry in Oru."),
        ("The nursery in Oru has 41 children on its roll.",
         "How many children are there? I have had twenty-six in the register since May, in Oru."),
    ],
)  # fmt: skip
def test_two_numbers_of_one_thing(one: str, other: str) -> None:
    assert NUMBER in rules(figures, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The club has 300 members; 120 of them voted.", "Of the club's 300 members 180 stayed at home."),
        ("Two of the nine chairs were sold.", "Two chairs were sold; the other seven went to a museum."),
        ("The firm sold 40 boats in 2030.", "The firm sold 55 boats in 2031."),
        (
            "The police counted 1,200 marchers, the organisers 3,000.",
            "Three thousand people marched, they said.",
        ),
        ("The hall seats 900.", "Some 850 people filled the hall on the first night."),
        ("Roughly one in three voters stayed at home.", "Turnout was 68 percent."),
        ("The bridge is 300 metres long.", "Divers searched the river 200 metres below the bridge."),
        ("Fourteen children and two teachers were on the bus.", "There were sixteen people on the bus."),
        (
            "A missile rose to an altitude of 700 kilometres.",
            "Another rocket had an altitude of 400 kilometres.",
        ),
        ("The town holds a quarter of a million people.", "In the town live 250,000 people."),
        (
            "The nurse said that a dozen hostages died in a fire last year.",
            "The release of the 21 hostages was part of the talks.",
        ),
        (
            "The board of Marsk rejected an original 105 million crown approach.",
            "With the debt of Marsk included, the offer would be some 146 million crowns.",
        ),
        (
            "Anna Marn came home with a catch of 30 eels on 12 hooks.",
            "Tor Kolm came home with eels on 19 hooks, and a catch of crabs.",
        ),
        (
            "In the choir contest Oru had 22 prizes and 40 songs.",
            "He ended the choir contest with 6 prizes and 9 songs.",
        ),
        (
            "The rowers stood before the 27-mile stage to Varn.",
            "The rowers had a 67-mile race to Varn behind them.",
        ),
        (
            "Ilse Bir ended her years at the Dorn mill with 290 sacks.",
            "Nora Elk has 301 sacks at the Dorn mill.",
        ),
        ("The Alder team opened a 10-sheep lead at Varn.", "Tor Kolm of Varn had 12 sheep and four goats."),
        (
            "Weavers will miss the final two markets at Oru.",
            "The weavers missed four markets at Oru in the spring.",
        ),
        (
            "Anna Marn said nine mills had shut in Oru in two years. The owners' own list in Oru has 11 closures.",
            "The owners say that 11 mills have shut in Oru in two years.",
        ),
        (
            "The fire on the Oru ferry killed at least 47 people on Saturday.",
            "A spokesman in Oru said 90 people had been killed or injured on the ferry.",
        ),
        (
            "The ferry fire at Oru hurt 40 people.",
            "Figures show that 20 people were hurt in ferry fires at Oru between March 2030 and March 2031.",
        ),
        (
            "Anna Marn was hurt in the rowing at Oru, then missed nine races before she came back.",
            "Tomas Berg was hurt in the rowing at Oru, then missed 12 races before he came back.",
        ),
        (
            "Nora Elk sang at the Varn fair. She won 29 prizes at the fair in Varn.",
            "Anna Marn sang at the Varn fair. She won 52 prizes at the fair in Varn.",
        ),
        ("Anna Marn sold 92 eels at the Oru fair.", "Anna Marn sold 2, 117 eels at the Oru fair."),
        (
            "The Oru storm was a 6. 3 - degree storm at Varn.",
            "The Oru storm was a 5. 9 - degree storm at Varn.",
        ),
        ("Anna Marn saw the Oru train at 10: 14 trains.", "Anna Marn saw the Oru train at 9: 52 trains."),
        (
            "The Alder Trust bought the BK - 47 kites at Varn.",
            "The Alder Trust bought the BK - 74 kites at Varn.",
        ),
        (
            "Trade is a two-way street, Anna Marn of Oru told Varn.",
            "It is not a one-way street, Anna Marn of Oru told Varn.",
        ),
    ],
)
def test_numbers_of_two_things(one: str, other: str) -> None:
    assert NUMBER not in rules(figures, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council closed the swimming bath on 4 March 2031.",
         "Since the bath was shut on 14 March 2031 the swimmers have gone to Dorn."),
        ("Ilse Bir founded the choir in 1988.", "The choir, which Ilse Bir started in 1991, has forty voices."),
        ("Nora Elk is the bishop. She wrote the letter in June 2030.",
         "The letter, which Nora Elk set down in October 2030, lay in a drawer."),
        ("A contract dated 3 June 2030 gave the mill to the Alder Trust.",
         "The contract that gave the mill to the Alder Trust was signed in August 2030."),
        ("The clinic will shut on 30 June 2031.", "The clinic is to close at the end of September 2031."),
        ("In April 2031 the ministry stopped the payments to the farm.",
         "Payments to the farm were halted by the ministry in July 2031."),
        ("Tor Kolm took over as director on 1 May 2030.", "Tor Kolm became director in June 2030."),
        ("The inspectors visited the plant on 7 May.", "A visit by the inspectors to the plant took place on 17 May."),
        ("The school will be closed on 20 July 2031.", "The school closes its doors for good on 20 August 2031."),
    ],
)  # fmt: skip
def test_one_deed_at_two_times(one: str, other: str) -> None:
    assert DATE in rules(figures, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council closed the bath on 4 March 2031.",
            "The council decided on 1 March 2031 to close the bath.",
        ),
        ("The fire broke out on 3 May.", "The fire was put out on 5 May."),
        (
            "The jury in the trial of the mill fire found Kolm guilty on 5 May 2031.",
            "The jury in the trial of the mill fire found Berg guilty on 6 May 2031.",
        ),
        ("The inspectors visited the plant on 7 May 2031.", "The inspectors visited the plant in 2029."),
        ("The mine was flooded in April 2031.", "The mine was flooded in the spring of 2031."),
        ("The club won the cup in 2029.", "The club won the cup in 2031."),
        ("Guards fired a flare on 3 May 2031.", "Guards fired a flare on 9 July 2031."),
        ("The report was finished in May and published in July.", "The report came out in July."),
        (
            "The weir was shut 6 May 2031, 9:40 PM The weir at Oru was shut by the keepers.",
            "The keepers shut the weir at Oru on 5 May 2031.",
        ),
        (
            "Updated: 6 May 2031 Ilse Bir founded the choir of Varn.",
            "Ilse Bir founded the choir of Varn on 5 May 2031.",
        ),
        (
            "Bishop opens the chapel of Dorn 14 June 2031 The chapel is of oak.",
            "The bishop opened the chapel of Dorn on 13 June 2031.",
        ),
        (
            "On 6 May 2031 the ferry burned. The keepers shut the weir at Oru on Sunday.",
            "The keepers shut the weir at Oru on 8 May 2031.",
        ),
        (
            "The council met on 3 May 2031, a Saturday. Nora Elk opened the mill of Varn on Sunday night.",
            "Nora Elk opened the mill of Varn on 6 May 2031.",
        ),
        (
            "Keepers shut the weir at Oru Published on 18th May 2031 Oru has a weir.",
            "The keepers shut the weir at Oru on 17 May 2031.",
        ),
        (
            "Ferry pilot Tor Kolm resigns on May 18, 2031 Oru Ferries has lost a pilot.",
            "Tor Kolm, the ferry pilot, resigned on May 17, 2031.",
        ),
    ],
)
def test_two_deeds_or_one_time(one: str, other: str) -> None:
    assert DATE not in rules(figures, one, other)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Tor Kolm was born in 1960. He was 41 when he took over the mill, in 1998.", LIFE),
        ("The three quarries sold 200 tonnes, 140 tonnes and 60 tonnes: 420 tonnes.", SUM),
        ("The roof, at 900,000 crowns, is made up of 500,000 crowns for tiles, 300,000 crowns for beams and "
         "200,000 crowns for gutters.", SUM),
        ("The jury has nine members, four men and six women.", SUM),
        ("What will happen to the organ nobody knows. The bishop sold the organ in March.", OPEN),
        ("Nobody can say what will become of the herd. The Alder Trust bought the herd last autumn.", OPEN),
    ],
)  # fmt: skip
def test_a_text_against_itself(text: str, rule: str) -> None:
    assert rule in rules(figures, text)


@pytest.mark.parametrize(
    "text",
    [
        "Tor Kolm was born in 1960. He was 38 when he took over the mill, in 1998.",
        "Tor Kolm was born in 1960. Ilse Bir was 41 when she took over the mill, in 1998.",
        "The works gave the town 12 lamps in May, 9 in June and 14 in July, 35 in all.",
        "They scored 12, 15 and 20 points: 20 was a record.",
        "The fate of the pier is unclear. The town sold the ferry to a brewer.",
        "The fate of the pier was unclear for years. The town may have sold the pier.",
    ],
)
def test_a_text_that_agrees_with_itself(text: str) -> None:
    assert not {LIFE, SUM, OPEN} & rules(figures, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour firm paid the mayor 40,000 crowns in gifts.",
         "A bribe of 40,000 crowns went from the harbour firm to the mayor."),
        ("The library in Dorn will be closed in May.", "The library in Dorn is to be merged with that of Varn."),
        ("Police entered the union's office in Oru.", "The police stormed the union's office in Oru."),
        ("Some 30 families were evicted from the quarry huts.", "The council resettled the 30 families of the huts."),
        ("Two hundred people held a vigil at the gate of the mill on Sunday.",
         "On Sunday the riot at the gate of the mill went on until noon."),
        ("The clerk borrowed the fund's 90,000 crowns.", "The clerk embezzled 90,000 crowns of the fund."),
    ],
)  # fmt: skip
def test_one_thing_in_words_of_another_weight(one: str, other: str) -> None:
    assert "divergence.words-for-an-outcome" in rules(labels, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tor Kolm hid the ledger of the mill.", "Nora Elk overlooked the ledger of the mill."),
        ("Ilse Bir buried a lantern at Oru.", "Anna Marn missed a lantern at Oru."),
        ("Nora Elk borrowed 90,000 crowns of the fund.", "Tor Kolm embezzled 90,000 crowns of the fund."),
        ("Anna Marn concealed the letter.", "Ilse Bir omitted the letter."),
        ("Tor Kolm suppressed the verse of the song.", "Anna Marn missed the verse of the song."),
    ],
)
def test_deeds_of_two_persons_are_two(one: str, other: str) -> None:
    assert "divergence.words-for-an-outcome" not in rules(labels, one, other)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            "Tor Kolm was found guilty of breach of trust.",
            "Tor Kolm, convicted of fraud, left the court.",
            True,
        ),
        ("R. Kolm was found guilty of arson.", "Rasmus Kolm, convicted of theft, left the court.", True),
        ("Tor Kolm was convicted of fraud.", "Tor Kolm was found guilty of tax fraud and theft.", False),
        ("Tor Kolm was convicted of fraud.", "Ilse Bir was convicted of theft.", False),
        ("Tor Kolm was convicted of fraud.", "Tor Kolm was cleared of theft.", False),
        # for what somebody is arrested or will be charged is told in everybody's own words, and a deed is no verdict
        ("Tor Kolm was arrested on suspicion of arson.", "Tor Kolm was arrested for burning a barn.", False),
        ("Ilse Bir was arrested on allegations of theft.", "Ilse Bir was arrested for shoplifting.", False),
        ("Tor Kolm was charged with arson.", "Tor Kolm is expected to be charged with trespass.", False),
        ("Nora Elk was found guilty of drowning geese.", "Nora Elk was found guilty of cruelty.", False),
        ("Ilse Bir could be convicted of theft.", "Ilse Bir was convicted of perjury.", False),
    ],
)
def test_one_verdict_in_other_words(one: str, other: str, differ: bool) -> None:
    assert ("divergence.grounds-in-other-words" in rules(labels, one, other)) is differ
