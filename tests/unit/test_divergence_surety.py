"""How surely it is told, in tellings of one thing: what is found, and look-alikes that are left alone."""

from __future__ import annotations

import pytest

from checker.divergence import surety
from tests.facts import drafts, facts_of

LIMITED = [
    ("The bridge was closed by the storm.", "The bridge was perhaps closed by the storm.", "perhaps"),
    ("Both envoys signed the letter.", "It is possible that both envoys signed the letter.", "possible"),
    (
        "The two mayors will open the tunnel.",
        "An opening of the tunnel by the two mayors might be possible.",
        "might",
    ),
    (
        "The crew heard the second alarm.",
        "It is not known whether the crew heard the second alarm.",
        "not known",
    ),
    (
        "The crew heard the second alarm.",
        "The owners cannot say whether the crew heard the second alarm.",
        "cannot say",
    ),
    ("The crew heard the second alarm.", "It is unclear whether the crew heard the second alarm.", "unclear"),
    (
        "Both sisters wanted the house.",
        "Her impression was that both sisters wanted the house.",
        "impression",
    ),
    ("The miller sold the horse.", "The miller is believed to have sold the horse.", "believed"),
    ("The miller sold the horse.", "The miller denied that he sold the horse.", "denied"),
    (
        "Norway will scrap its duty on timber by 1 June, opening the way to an end of the oldest quarrel of the coast.",
        "Norway's envoy has rejected claims from Oru that Norway will scrap its timber duty by June.",
        "denied",
    ),
    (
        "Norway will scrap its duty on timber by May under a pact reached last week in a long night.",
        "The envoy dismissed reports from Oru that Norway will scrap its timber duty by May.",
        "denied",
    ),
    ("Salt killed the young trees.", "Experts suspect that salt killed the young trees.", "suspect"),
    ("It was the oldest boat in the harbour.", "It was probably the oldest boat in the harbour.", "probably"),
    ("Karl Breu stole the letters.", "Karl Breu is accused of stealing the letters.", "accused"),
    ("Both sisters wanted the house.", "On Friday both sisters probably wanted the house.", "probably"),
    (
        "The vaccine causes fever in children.",
        "There is no proof that the vaccine causes fever in children.",
        "no proof",
    ),
    (
        "The driver had fallen asleep.",
        "Detectives are investigating whether the driver had fallen asleep.",
        "investigating",
    ),
    (
        "The painting was made by Ruben Lars.",
        "Experts are divided over whether the painting was made by Ruben Lars.",
        "divided",
    ),
    (
        "The bank is closing its branch in Orla.",
        "The bank is thinking of closing its branch in Orla.",
        "thinking",
    ),
    (
        "The council has promised to rebuild the pier.",
        "The council intends to rebuild the pier.",
        "intends",
    ),
    (
        "The pilot shut down the second engine.",
        "The pilot appears to have switched off the second engine.",
        "appears",
    ),
]
NOT_LIMITED = [
    (
        "The leader Tom Reed, who is also the deputy mayor of Varn, asked for an inquiry.",
        "Tom Reed, the deputy mayor of Varn, would be in the council as long as the inquiry is a real one.",
    ),
    (
        "The iron bars at the window had been cut.",
        "The two men are thought to have cut the iron bars at the window with a saw.",
    ),
    (
        "The ferry terminal in Varn is to open in March.",
        "The ferry terminal in Varn is expected to open in March.",
    ),
    (
        "The clerk met the owners of the ferry at an inn, where the fire was allegedly planned.",
        "The clerk allegedly met the owners of the ferry at an inn.",
    ),
    ("The council closed the bridge in May.", "The council may close the bridge in May."),
    ("The bridge was perhaps closed by the storm.", "The bridge was possibly closed by the storm."),
    (
        "The mayor believes that the council closed the bridge.",
        "The mayor thinks that the council closed the bridge.",
    ),
    ("About forty boats lay in the harbour.", "Perhaps forty boats lay in the harbour."),
    ("The miller sold the horse.", "The baker is believed to have sold two carts."),
    (
        "Half of the farmers said they want the new mayor to close the mill.",
        "Half of the farmers said they think the new mayor may close the mill.",
    ),
    # a claim with a number, and one of another time
    ("The miller won 44 percent of the votes of the farmers.", "The miller likely won among the farmers."),
    ("The miller lost 30 sheep in the flood.", "The miller probably lost sheep in the flood."),
    (
        "The owners asked the bishop for a hearing of the council.",
        "The council will reportedly meet on Friday for a hearing at the request of the bishop.",
    ),
    ("Tom Reed asked whether the miller sold the horse.", "The miller sold the horse."),
    ("Did the miller sell the horse?", "The miller may have sold the horse."),
    ("The miller sold the horse. It may be that he sold the horse.", "The miller may have sold the horse."),
    ("The council closed the old bridge.", "The council could not close the new road."),
    ("Even if it rains, the fair opens on Monday.", "The fair opens on Monday."),
    ("The bridge will be painted in May.", "The council intends to paint the bridge in May."),
    ("Ida Grom knew why the cellar was locked.", "Nobody could say why the cellar was locked."),
    (
        "The clerk told what position she had been offered.",
        "Some allege that she had been offered a position.",
    ),
    ("The cracks in the tower were painted over.", "Engineers fear that there are cracks in the tower."),
    ("The mayor declined to sell the mill.", "The mayor is said to have sold the mill."),
    # another doer
    ("The guards opened the north gate.", "It is unclear whether the prisoners opened the north gate."),
    (
        "Voters can call a recount of the ballots.",
        "Ida Grom met Tom Reed. She will likely call a recount of the ballots.",
    ),
    (
        "Ida Grom broke the old record in May.",
        "Tom Reed won the cup in Oru. Nobody was there. He believes he broke the old record in May.",
    ),
    (
        "Ida Grom has promised to drain the lake.",
        "The lake is deep. They could take Ida Grom years to drain the lake.",
    ),
    # a limit of another clause, or none
    (
        "The cheap pump only fits the round wells.",
        "The cheap pump only fits the round wells - the square ones, it would seem, being safer.",
    ),
    (
        "The team had one last chance to win the cup.",
        "“We thought we had a chance to win the cup, but we lost,” Ida Grom said.",
    ),
    (
        "The flood cost the town 4 million crowns.",
        "Officials estimated that the flood cost the town some 4 million crowns.",
    ),
    (
        "Farmers live in danger of having their herds infected.",
        "The herds are believed to have been infected.",
    ),
    ("Ida Grom is known for her songs of the sea.", "Ida Grom may be best known for her songs of the sea."),
    ("The crew was well trained for the race.", "The crew appeared to be poorly trained for the race."),
    (
        "That leaves Ida Grom and Tom Reed to carry the mail.",
        "Ida Grom and Tom Reed are expected to carry the mail.",
    ),
    # to do it, and not to do it
    (
        "Ida Grom has firmly decided not to return to the lake.",
        "The owners of the mill are betting that Ida Grom will return to the lake.",
    ),
    # of one kind, and nothing shows that they are of one deed
    (
        "Lanes around the harbour, the mill lane too, were shut for some time.",
        "Many lanes were barred, and the wardens said they were likely to remain shut for some time.",
    ),
    (
        "Some towns told of it when the council had ordered that they stop hauling timber.",
        "Ida Grom bought the sawmill, which was supposed to keep hauling timber for Tom Reed.",
    ),
    (
        "Ida Grom and Tom Reed are locked in a hard contest in Varn, the largest town of the lake.",
        "Among the farmers, Ida Grom and Tom Reed appeared to be locked in a close contest in Oru.",
    ),
    (
        "The thief was hiding behind the barn’s door.",
        "Wardens circled the old brickworks where it was believed that the poacher could be hiding.",
    ),
    (
        "That is small comfort to tenants who lost their barns.",
        "Perhaps, but that is small comfort to fishers in the northern bays, where nets rot.",
    ),
]


@pytest.mark.parametrize(("sure", "unsure", "word"), LIMITED, ids=lambda t: t)
def test_a_limit_that_one_telling_lacks(sure: str, unsure: str, word: str) -> None:
    [draft] = drafts(surety, (sure, unsure), "hedge")
    facts = facts_of(sure, unsure)
    cues = [facts.quote(e.span) for e in draft.evidence if e.role == "the limiting words"]
    assert word in cues or (word == "denied" and cues[0] in {"rejected", "dismissed"})
    said = "tells that it is denied" if word == "denied" else f"limits it by “{word}”"
    assert f"Birch {said}: “" in draft.statement


@pytest.mark.parametrize("texts", NOT_LIMITED, ids=lambda t: " / ".join(t))
def test_what_has_come_about_since_or_is_limited_in_both_is_no_difference(texts: tuple[str, str]) -> None:
    assert drafts(surety, texts, "hedge") == []


CONDITIONS = [
    (
        "The towns will share the well.",
        "The towns will share the well only once the debts are paid.",
        "only once",
    ),
    (
        "The actors will tour the islands.",
        "The actors will tour the islands provided that the ferry is repaired.",
        "provided",
    ),
    (
        "Neutral ports can be used by the fleet.",
        "Neutral ports can be used by the fleet, but only if Chile agrees.",
        "only if",
    ),
]
NO_CONDITIONS = [
    (
        "The towns will share the well after the debts are paid.",
        "The towns will share the well only once the debts are paid.",
    ),
    (
        "The towns will share the well. That depends on the debts.",
        "The towns will share the well only if the debts are paid.",
    ),
    (
        "Should the ferry run, the actors will tour the islands.",
        "The actors will tour the islands if the ferry runs.",
    ),
    ("The actors will tour the islands.", "The actors will tour the islands even if the ferry is late."),
    (
        "The ban on the well will be lifted once three samples of it are clear.",
        "If they stay so, the ban on the well will be lifted on Monday.",
    ),
]


@pytest.mark.parametrize(("sure", "bound", "words"), CONDITIONS, ids=lambda t: t)
def test_a_condition_that_one_telling_lacks(sure: str, bound: str, words: str) -> None:
    [draft] = drafts(surety, (sure, bound), "condition-dropped")
    assert f"Birch has a condition: “{words}" in draft.statement


@pytest.mark.parametrize("texts", NO_CONDITIONS, ids=lambda t: t[0])
def test_a_condition_in_other_words_is_no_difference(texts: tuple[str, str]) -> None:
    assert drafts(surety, texts, "condition-dropped") == []


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


def test_what_somebody_says_that_a_thing_shows_is_no_telling_of_its_own() -> None:
    unsure = "The chief would not say whether Marn gave a warning."
    assert drafts(surety, ("The video showed that Marn gave a warning.", unsure), "hedge")
    said = "Union president Tom Reed said the video showed that Marn gave a warning."
    assert drafts(surety, (said, unsure), "hedge") == []


def test_what_somebody_says_in_disputing_another_thing_is_not_denied() -> None:
    said = "Ilse Marn is a clerk. On Monday, she said talks had collapsed precisely because the clerks had no mandate."
    other = "Ilse Marn disputed that{} talks broke down when the clerks said at 9 p.m. they had no mandate."
    assert drafts(surety, (said, other.format("")), "hedge")
    assert not drafts(surety, (said, other.format(", saying")), "hedge")


def test_what_anybody_may_do_is_allowed_and_not_unsure() -> None:
    told = "A tenant lodges a petition on the mill with the county court within 21 days."
    assert drafts(
        surety,
        (told, "A tenant may lodge a petition on the mill with the county court within 21 days."),
        "hedge",
    )
    assert not drafts(
        surety,
        (told, "Any tenant may lodge a petition on the mill with the county court within 21 days."),
        "hedge",
    )
