"""What stands after a quotation or under its ellipsis, and is cut off."""

from __future__ import annotations

import pytest

from tests.unit.quotation_texts import faults, twins

LIMITED = [
    ("The tunnel is safe, at least on paper.", "The tunnel is safe."),
    ("The bakery may open on Sundays except in Lent.", "The bakery may open on Sundays."),
    ("We shall pay the fine, provided the court upholds it.", "We shall pay the fine."),
    ("The serum works, or seems to, in young mice.", "The serum works."),
    ("The lake is open to swimmers until the algae come back.", "The lake is open to swimmers."),
    ("Every pupil passed the test, apart from the nine who were ill.", "Every pupil passed the test."),
    ("The coach is happy with the team, so far.", "The coach is happy with the team."),
    ("The road will be paved in spring if the money comes.", "The road will be paved in spring."),
    ("Our cheese is more expensive than bread but cheaper than meat.", "Our cheese is more expensive."),
    ("He is as honest as a fox in a henhouse.", "He is as honest."),
    ("Visitors may enter the crypt only with a guide.", "Visitors may enter the crypt."),
    (
        "The company will rehire the welders subject to a medical check.",
        "The company will rehire the welders.",
    ),
    ("Nobody may enter the crypt without a guide.", "Nobody may enter the crypt."),
    ("I am for the merger in principle.", "I am for the merger."),
    ("The river is clean as far as we know.", "The river is clean."),
    ("The choir will sing in June, weather permitting.", "The choir will sing in June."),
    ("The vaccine protects children. Or so the maker says.", "The vaccine protects children."),
    ("I trusted him completely, until he lied to me.", "I trusted him completely."),
    ("The mill is profitable, though not this year.", "The mill is profitable."),
    ("We will never sell the forest, unless somebody offers a fair price.", "We will never sell the forest."),
    ("The miners go back to work and in return get a day off in May.", "The miners go back to work."),
    (
        "The island gives up its fleet and instead receives a loan for forty years.",
        "The island gives up its fleet.",
    ),
    ("The bell may be rung on holidays, save in times of mourning.", "The bell may be rung on holidays."),
    ("The trains run on time in summer, but that is no great feat.", "The trains run on time in summer."),
    ("She is the best surgeon in the town, if one forgets Dr Falk.", "She is the best surgeon in the town."),
    ("The treaty binds both states for as long as both so wish.", "The treaty binds both states."),
    ("We found gold in the river, or rather what a tourist took for gold.", "We found gold in the river."),
    ("The theatre will be open every night, funds permitting.", "The theatre will be open every night."),
    ("Members may vote by letter when they live abroad.", "Members may vote by letter."),
    ("I have never lied to this house, not knowingly.", "I have never lied to this house."),
    ("The levy falls on every farm with more than ninety cows.", "The levy falls on every farm."),
    ("The ships are faster than they were, and dirtier.", "The ships are faster."),
    ("The witness is reliable when sober.", "The witness is reliable."),
    ("We will withdraw our troops once the others have done so.", "We will withdraw our troops."),
    ("The milk is safe to drink, says the dairy.", "The milk is safe to drink."),
    ("The milk is safe to drink, I am told.", "The milk is safe to drink."),
    ("The milk is safe to drink – if it is boiled.", "The milk is safe to drink."),
    ("The milk is safe to drink (after boiling).", "The milk is safe to drink."),
    ("The statue is by Orsini; at least that is what the label says.", "The statue is by Orsini."),
    ("I support the motion, albeit with a heavy heart.", "I support the motion."),
    ("The court may lift the ban, but need not.", "The court may lift the ban."),
    ("The city owes us nothing beyond the deposit.", "The city owes us nothing."),
    ("We have no complaints other than the noise.", "We have no complaints."),
    ("The new ferry is safer than the old one, which sank twice.", "The new ferry is safer."),
    ("The soup was as good as hospital soup can be.", "The soup was as good."),
    ("The fund gave more to the horses than to the children.", "The fund gave more to the horses."),
    ("The chapel is open to all who pay.", "The chapel is open to all."),
    ("The pier is safe only for walkers.", "The pier is safe."),
    ("I am sorry if anybody was hurt.", "I am sorry."),
    ("You can trust the twins when they are asleep.", "You can trust the twins."),
    ("The vote was fair, or so the loser said.", "The vote was fair."),
    ("The lab is safe, the dean believes.", "The lab is safe."),
    ("The vote was fair, although nine ballots were lost.", "The vote was fair."),
    (
        "My uncle says we may sail, the pilot says we may not.",
        "My uncle says we may sail, the pilot says we may",
    ),
]
HIDDEN = [
    (
        "The bank will repay its savers, if the court agrees, in the first week of May.",
        "The bank will repay its savers ... in the first week of May.",
    ),
    (
        "The pool is clean, the manager insists, and safe for children of every age.",
        "The pool is clean ... and safe for children of every age.",
    ),
    (
        "The vaccine protects hardly any of the older patients in the trial.",
        "The vaccine protects ... the older patients in the trial.",
    ),
    (
        "Mr Orr met the buyer in May. Mr Fenn met the seller in June. He signed nothing that day.",
        "Mr Orr met the buyer in May. ... He signed nothing that day.",
    ),
    (
        "Orr: I have sold the boat to my son.\nFenn: I never wanted a boat in my life.",
        "I have sold the boat to my son. ... I never wanted a boat in my life.",
    ),
    (
        "The tower is higher than the church but lower than the mill behind it.",
        "The tower is higher than ... the mill behind it.",
    ),
    (
        "The choir sings better than the band does in most of its concerts.",
        "The choir sings better ... in most of its concerts.",
    ),
    (
        "The tunnel was paid for by the towns, and the bridge, which nobody uses, by the state.",
        "The tunnel was paid for ... by the state.",
    ),
    (
        "We expect the pass to open in May, snow permitting, for lorries of all kinds.",
        "We expect the pass to open in May ... for lorries of all kinds.",
    ),
    (
        "The mill should, in theory, feed the whole valley through the winter.",
        "The mill should ... feed the whole valley through the winter.",
    ),
    (
        "The doctor refused to sign the paper that the nurse had brought him.",
        "The doctor ... sign the paper that the nurse had brought him.",
    ),
    (
        "The bakers want a later hour. Nobody asked them. The lake froze in March.",
        "The bakers want a later hour. The lake froze in March.",
    ),
    (
        "Orr: I sold the boat. It was old.\nFenn: I burned the boat. It was mine.",
        "I sold the boat. It was mine.",
    ),
    (
        "Ms Tal: Did you take the money?\nMr Orr: No. I took the boat.",
        "Did you take the money? I took the boat.",
    ),
    (
        "The bakers of the town want a later hour for their market.",
        "The bakers want a later hour for their market.",
    ),
    (
        "Dale: We shall sell the lab.\nFinn: We shall never do that.",
        "We shall sell the lab ... We shall never do that.",
    ),
    (
        "The chef left the kitchen. The owner closed the hotel for the winter.",
        "The chef ... closed the hotel for the winter.",
    ),
    (
        "Nine sheep died in the snow. Nobody blamed the shepherd for the loss.",
        "Nine sheep died ... for the loss.",
    ),
    (
        "We will mend the mill, we will never paint it, and we will sell it.",
        "We will mend the mill … and we will sell it.",
    ),
]
FAIR = [
    ("The bakery opens on Sundays, and the baker is proud of it.", "The bakery opens on Sundays."),
    ("The choir sang in June before a full house.", "The choir sang in June."),
    ("The lake was drained in 1962, which pleased the farmers.", "The lake was drained in 1962."),
    ("The road was paved in spring because the mayor had promised it.", "The road was paved in spring."),
    ("The mill burned down in the night of the fair.", "The mill burned down"),
    ("We sold the forest to the town for a fair price.", "We sold the forest to the town."),
    ("The coach is happy with the team; the players are not asked.", "The coach is happy with the team."),
    ("The team wanted to stay, but the coach went home.", "but the coach went home"),
    ("She had planned to swim, but the lake was frozen.", "She had planned to swim"),
    (
        "Every pupil passed the test, and the nine who were ill will take it in May.",
        "Every pupil passed the test.",
    ),
    ("The miners go back to work and the shops open again.", "The miners go back to work."),
    (
        "The bridge, which was built in 1901, carries four thousand cars a day.",
        "The bridge ... carries four thousand cars a day.",
    ),
    (
        "The mayor, who had never liked the plan, signed it on Friday evening.",
        "The mayor ... signed it on Friday evening.",
    ),
    (
        "The library opened in June. It rained. The library has lent nine thousand books since then.",
        "The library opened in June. ... The library has lent nine thousand books since then.",
    ),
    (
        "Our school, a red house by the river, has ninety pupils this year.",
        "Our school ... has ninety pupils this year.",
    ),
    (
        "She bought bread, cheese, apples and wine for the long journey to the coast.",
        "She bought bread ... and wine for the long journey to the coast.",
    ),
    (
        "The museum shows, among other things, nine clocks of the eighteenth century.",
        "The museum shows ... nine clocks of the eighteenth century.",
    ),
    (
        "The bakers want a later hour. The lake froze in March.",
        "The bakers want a later hour; the lake froze in March.",
    ),
    (
        "The dean praised the twins. The owner hated them. They left the town.",
        "The dean praised the twins. ... They left the town.",
    ),
    (
        "The pier was built in 1890. It burned in 1911. It was never rebuilt.",
        "The pier was built in 1890. ... It was never rebuilt.",
    ),
    ("The drug cures the fever in mice. In people it does nothing.", "The drug cures the fever in mice."),
    ("The statue is by Orsini; the frame is by his son.", "The statue is by Orsini."),
    ("The milk is safe to drink, and it tastes of grass.", "The milk is safe to drink."),
    (
        "The court lifted the ban on Monday, to the joy of the fishermen.",
        "The court lifted the ban on Monday.",
    ),
    ("The bell was cast in 1702 in the yard of the abbey.", "The bell was cast in 1702."),
    ("The trains run on time in summer, when the leaves are dry.", "The trains run on time in summer."),
    ("We withdrew our troops in May, before the rains.", "We withdrew our troops in May."),
    ('"The milk is safe to drink," says the dairy.', "The milk is safe to drink."),
    ("The theatre will be open every night from May to June.", "The theatre will be open every night"),
    ("She is the best surgeon in the town, as everybody knows.", "She is the best surgeon in the town."),
    ("The pier is safe for walkers, not for carts.", "The pier is safe for walkers."),
    ("The pier is safe today.", "The pier is safe."),
    ("The vote was fair and the loser said so.", "The vote was fair."),
    ("The lab closed in autumn, after sixty years.", "The lab closed in autumn."),
    ("The chapel was sold on Friday to a firm from abroad.", "The chapel was sold on Friday."),
    (
        "The old ferry was kind to all, but it leaked. That is what the ferry was, at the end.",
        "The old ferry was kind to all, but it leaked.",
    ),
    ("The quarry, when old Bram was in charge, was a merry place.", "The quarry … was a merry place."),
    ("The quarry is, to my mind, a good place to work.", "The quarry is … a good place to work."),
    (
        "You meet everybody on the pier, don't you, you meet lords and thieves.",
        "You meet everybody on the pier … you meet lords and thieves.",
    ),
    (
        "We met in 1987 when the mine closed, and we never parted.",
        "We met … when the mine closed, and we never parted.",
    ),
    (
        "I saw a woman, she was eighty at most, row a boat across the bay.",
        "I saw a woman … row a boat across the bay.",
    ),
    (
        "We will mend the mill, we will paint it, and we will sell it.",
        "We will mend the mill … and we will sell it.",
    ),
]


@pytest.mark.parametrize(("source", "quote", "misleads"), twins(LIMITED + HIDDEN, FAIR))
def test_what_misleads_is_called_so_and_its_fair_twin_passes(source: str, quote: str, misleads: bool) -> None:
    assert bool(faults(source, quote)) == misleads
