"""Edits of many kinds, and the fair ones that look like them."""

from __future__ import annotations

import pytest

from tests.unit.quotation_texts import faults, twins

HOSTILE = [
    (
        "The chef cooked the meal and the owner paid the bill for all of us.",
        "The chef ... paid the bill for all of us.",
    ),
    (
        "The guard slept while the thief opened the safe with a spoon.",
        "The guard ... opened the safe with a spoon.",
    ),
    ("It is the tallest tower in the valley.", "It is the tallest tower."),
    ("She is the only doctor on the island who speaks Danish.", "She is the only doctor."),
    (
        "The so-called doctor treated ninety people in the camp last year.",
        "The ... doctor treated ninety people in the camp last year.",
    ),
    (
        "The former mayor sold the field to his brother for nothing.",
        "The ... mayor sold the field to his brother for nothing.",
    ),
    ("They left the hall before the vote.", "[Mr Holt] left the hall before the vote."),
    ("Neither the dean nor the twins knew of the well.", "the twins knew of the well"),
    ("It is far from certain that the ice will hold.", "The ice will hold."),
    ("If you ask the brewers, beer is a kind of bread.", "Beer is a kind of bread."),
    ("The seller assured us that the boat was dry. It was not.", "The boat was dry."),
    ("By his own account, the smith never touched a drop.", "The smith never touched a drop."),
    ("The smith, by his own account, never touched a drop.", "The smith ... never touched a drop."),
    ("The smith never touched a drop, if he is to be believed.", "The smith never touched a drop."),
    ("Had anyone asked me, I would have told them the truth.", "I would have told them the truth."),
    ("People used to say that the hill was hollow.", "The hill was hollow."),
    (
        "Every second house on the coast stands empty in winter.",
        "Every ... house on the coast stands empty in winter.",
    ),
    ("Up to ninety sheep died in the storm.", "Ninety sheep died in the storm."),
    ("At most nine of the pupils failed.", "Nine of the pupils failed."),
    ("None of the pupils failed the test this year.", "The pupils failed the test this year."),
    ("Not all of the bridges were closed in May.", "All of the bridges were closed in May."),
    ("We shall sell the boat only as a last resort.", "We shall sell the boat."),
    ("The plan will work, God willing, in a year or two.", "The plan will work ... in a year or two."),
    ("The plan was good – on paper.", "The plan was good."),
    ("The mayor will resign when hell freezes over.", "The mayor will resign."),
    (
        "Thousands of people, the organisers claim, came to the square.",
        "Thousands of people ... came to the square.",
    ),
    ("The kiln burned for forty years without a pause.", "The kiln burned for 14 years without a pause."),
    ("Two hundred and six looms stood in the hall.", "260 looms stood in the hall."),
    ("The herd grew by eleven in one summer.", "The herd grew by 11% in one summer."),
    ("The choir will sing in the twenty-first week.", "The choir will sing in the 21 week."),
    ("I called the priest, Doctor Hale, and the guards.", "I called the priest, and the guards."),
    ("The clerk praised Arlo, Captain of the watch, and us.", "The clerk praised Arlo of the watch, and us."),
    ("The well was dug by monks in nineteen fifty-two", "The well was dug by monks in 1925"),
]
FAIR = [
    ("The ferry never sank; it was never launched.", "The ferry never sank."),
    (
        "The chef cooked the meal, and then he paid the bill for all of us.",
        "The chef cooked the meal, and then he paid the bill",
    ),
    ("The tower, which stands in the valley, was built by monks.", "The tower ... was built by monks."),
    ("She is a doctor on the island.", "She is a doctor on the island"),
    ("The mayor and the dean opened the fair on Sunday.", "The mayor and the dean opened the fair"),
    ("The smith, a quiet man of sixty, never touched a drop.", "The smith ... never touched a drop."),
    ("Ninety sheep died in the storm, nine of them lambs.", "Ninety sheep died in the storm."),
    (
        "The people of the village, most of them old, came to the square.",
        "The people of the village ... came to the square.",
    ),
    ("On the last day of May the ferry sank.", "the ferry sank"),
    ("We sold the boat in the end.", "We sold the boat."),
    ("The plan was good. Everybody liked it.", "The plan was good."),
    ("The hill, as the map shows, is higher than the church.", "The hill ... is higher than the church."),
    ("He was tired, so he left the hall.", "he left the hall"),
    (
        "There are nine bridges in the town, and all were closed in May.",
        "There are nine bridges in the town ... and all were closed in May.",
    ),
    ("The kiln burned for forty years without a pause.", "The kiln burned for 40 years without a pause."),
    ("Two hundred and six looms stood in the hall.", "206 looms stood in the hall."),
    ("The herd grew by eleven per cent in one summer.", "The herd grew by 11% in one summer."),
    ("The choir will sing in the twenty-first week.", "The choir will sing in the 21st week."),
    ("The fund has lent 3 million crowns to weavers.", "The fund has lent three million crowns to weavers."),
    ("The pasture is down by 40 per cent", "The pasture is down by 40 percent"),
    (
        "The neighbours organised the parade for the children of the school.",
        "The neighbors organized the parade for the children of the school.",
    ),
    ("We do not open on Mondays any more", "We do not open on Mondays anymore"),
    ("The letters, you know, come from every valley.", "The letters come from every valley."),
    ("It is, um, a small mill for a big town.", "It is a small mill for a big town."),
    (
        "We waited for the tram, Madam Chair, and we waited in vain.",
        "We waited for the tram, and we waited in vain.",
    ),
    (
        "I cannot lend you the barge, Captain Oswin, and I will not sell it.",
        "I cannot lend you the barge, and I will not sell it.",
    ),
    ("The well was dug by monks in nineteen fifty-two", "The well was dug by monks in 1952"),
]

CONTEXT = [
    (
        "Dr Ruth Amsel has led the clinic since 2009. In an interview on Monday she described the "
        'winter as the worst in memory. "We had ninety patients a day," she said. "I slept in the '
        'laundry."',
        '"I [Amsel] slept in the laundry."',
    ),
    (
        "Dr Ruth Amsel has led the clinic since 2009. In an interview on Monday she described the "
        "winter as the worst in memory.",
        "[Amsel] described the winter as the worst in memory",
    ),
    (
        "The council met on Tuesday. Councillor Ida Pell proposed a new market. Her motion was carried "
        "by nine votes to four.",
        "[Pell's] motion was carried by nine votes to four",
    ),
    (
        "The company makes pumps. Its owner, Karl Voss, lives abroad. He visits the plant twice a year "
        "and knows every worker by name.",
        "[Voss] visits the plant twice a year and knows every worker by name",
    ),
    (
        "The bridge was closed in March. The mayor called it a disgrace, and the engineers agreed with her.",
        "the engineers agreed with [the mayor]",
    ),
    (
        "We asked the ministry for the file. It was sent to us four months later.",
        "[The file] was sent to us four months later.",
    ),
    (
        "Both trials were stopped early. They had shown no benefit in older patients.",
        "[The trials] had shown no benefit in older patients.",
    ),
    (
        "The sisters Hanna and Mia Brock run the mill. They bought it from their uncle in 1998.",
        "They [Hanna and Mia Brock] bought it from their uncle in 1998.",
    ),
    (
        "The sisters Hanna and Mia Brock run the mill. They bought it from their uncle in 1998.",
        "They bought [the mill] from their uncle in 1998.",
    ),
    (
        "The treaty was signed in Tarsk. This ended a war of nine years between the two states.",
        "This [the treaty] ended a war of nine years between the two states.",
    ),
    (
        "Inspector Noll searched the barn. A constable found the knife under the straw. He handed it to "
        "the inspector.",
        "He handed [the knife] to the inspector.",
    ),
    (
        "The National Water Board raised its fees. The NWB says that it had no choice in the matter.",
        "The NWB [National Water Board] says that it had no choice in the matter.",
    ),
    (
        "I will not resign, and nobody has asked me to.",
        "I will not resign, and nobody has asked me to [resign].",
    ),
    (
        "The storm took the roof off. The insurers paid half of the damage after a year.",
        "The insurers paid half of the damage [to the roof] after a year.",
    ),
    ("She told me that the well was dry, and I saw it with my own eyes.", "[I] saw it with my own eyes"),
    (
        "The judges were split. Three of them wanted a new trial, and two of them did not.",
        "Three of [the judges] wanted a new trial, and two of them did not.",
    ),
    (
        '"My father built this boat," Anna Kell said. "He never learned to swim."',
        "He [her father] never learned to swim.",
    ),
    ("The clinic hired two nurses and a cook last spring.", "[T]he clinic hired two nurses … last spring."),
]


@pytest.mark.parametrize(("source", "quote", "misleads"), twins(HOSTILE, FAIR + CONTEXT))
def test_what_misleads_is_called_so_and_its_fair_twin_passes(source: str, quote: str, misleads: bool) -> None:
    assert bool(faults(source, quote)) == misleads
