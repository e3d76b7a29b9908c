"""What stands before a quotation in its sentence, and is cut off."""

from __future__ import annotations

import pytest

from tests.unit.quotation_texts import faults, twins

UNREAL = [
    (
        "If the dam breaks, the lower villages will be under water within an hour.",
        "the lower villages will be under water within an hour",
    ),
    (
        "Had the pilot checked the fuel, the plane would have reached the island.",
        "The plane would have reached the island.",
    ),
    (
        "Were the museum to close, two hundred people would lose their work.",
        "Two hundred people would lose their work.",
    ),
    ("Should the harvest fail, the state will open its stores.", "The state will open its stores."),
    (
        "Without the loan from Tarsk the theatre would have closed in May.",
        "The theatre would have closed in May.",
    ),
    ("Imagine that the bank had opened its books.", "The bank had opened its books."),
    ("Suppose the ferry sinks. Three hundred people drown.", "Three hundred people drown."),
    ("I would be lying if I said that the vaccine is ready.", "The vaccine is ready."),
    ("I wish I could tell you that the mine is safe.", "The mine is safe."),
    ("It would be wrong to say that the children were neglected.", "The children were neglected."),
    ("Nobody in this room believes that the engine was faulty.", "The engine was faulty."),
    ("I never said that the orchestra should be dissolved.", "The orchestra should be dissolved."),
    ("It is not true that the bakery uses old flour.", "The bakery uses old flour."),
    ("Let us assume for a moment that the witness told the truth.", "The witness told the truth."),
    ("You might think that the river belongs to the town.", "The river belongs to the town."),
    ("Unless the snow melts early, the pass stays shut until June.", "The pass stays shut until June."),
    ("What if the captain knew of the leak?", "The captain knew of the leak."),
    ("It is as if the council had forgotten the school.", "The council had forgotten the school."),
    ("There is no proof that the cook poisoned the soup.", "The cook poisoned the soup."),
    ("I dreamt that the old cinema was open again.", "The old cinema was open again."),
    ("We hope that the strike ends before the fair.", "The strike ends before the fair."),
    ("I doubt that the new rails will last ten winters.", "The new rails will last ten winters."),
    ("She denied that the vote had been bought by the brewery.", "The vote had been bought by the brewery."),
    ("Far from admitting that the roof leaked, he blamed the rain on the roof.", "The roof leaked."),
    ("If I were mayor, I would sell the town hall tomorrow.", "I would sell the town hall tomorrow."),
    (
        "In the worst case the reactor would have to be shut down for years.",
        "The reactor would have to be shut down for years.",
    ),
    ("Pretend that the letter had never come.", "The letter had never come."),
    ("The guidebook would have us believe that the chapel is Roman.", "The chapel is Roman."),
    ("Let nobody tell you that the herring has come back.", "The herring has come back."),
    ("It is a myth that sailors fear women on board.", "Sailors fear women on board."),
    ("I asked myself whether the beacon had been lit at all.", "The beacon had been lit at all."),
    ("Even the owner doubts that the hotel will open again.", "The hotel will open again."),
    ("We feared that the ice would carry the pier away.", "The ice would carry the pier away."),
    (
        "In a perfect world every village would have its own doctor.",
        "Every village would have its own doctor.",
    ),
    ("Provided that the seed arrives, we can plant nine fields.", "We can plant nine fields."),
    ("It might be argued that the rule is too strict.", "The rule is too strict."),
    ("One could be forgiven for thinking that the lift was free.", "The lift was free."),
    ("He pretended that the parcel had never arrived.", "The parcel had never arrived."),
    ("I refuse to believe that the twins set the fire.", "The twins set the fire."),
    ("There is a theory that the stones came by sea.", "The stones came by sea."),
    ("But for the lifeboat, nine more would have drowned.", "Nine more would have drowned."),
    ("You cannot seriously claim that the tax was voluntary.", "The tax was voluntary."),
    ("At best the new filter removes a tenth of the dust.", "The new filter removes a tenth of the dust."),
]
REPORTED = [
    (
        "Claims that the well is safe for cattle are old, and one may ask by who",
        "The well is safe for cattle",
    ),
    ("Some farmers claim that the wolves came from the zoo.", "The wolves came from the zoo."),
    (
        "It has been alleged that the treasurer kept two sets of books.",
        "The treasurer kept two sets of books.",
    ),
    (
        "According to the landlord, the tenants broke the windows themselves.",
        "The tenants broke the windows themselves.",
    ),
    ("Rumour has it that the duke sold the painting.", "The duke sold the painting."),
    ("Critics say the tunnel will never pay for itself.", "The tunnel will never pay for itself."),
    ("He complained that the nurses had ignored him for hours.", "The nurses had ignored him for hours."),
    (
        "The accused says that he was at home that night. The prosecutor says that he was at the mill.",
        "He was at home that night.",
    ),
    ("The rumour that the school will close is spreading.", "The school will close."),
    ("Opponents of the plan argue that the lake will dry up.", "The lake will dry up."),
    ("The tunnel, its critics say, will never pay for itself.", "The tunnel ... will never pay for itself."),
    (
        "The tenants broke the windows themselves, the landlord claimed.",
        "The tenants broke the windows themselves.",
    ),
    ("The duke sold the painting, or so they say in the village.", "The duke sold the painting."),
    ("The wolves came from the zoo, according to some farmers.", "The wolves came from the zoo."),
    ("My neighbour told me that the well is poisoned; in fact it is clean.", "The well is poisoned."),
    ("He boasted that the whole valley worked for him.", "The whole valley worked for him."),
    (
        "It was suggested that the minutes had been changed after the meeting.",
        "The minutes had been changed after the meeting.",
    ),
]
FRAMED = [
    (
        "The union's lawyers will tell you that the welders were never trained.",
        "The welders were never trained.",
    ),
    ("Whoever says that the abbey is for sale is mistaken.", "The abbey is for sale."),
    ("It would be nice to report that the pump works again.", "The pump works again."),
    (
        "The idea that the poet wrote these letters himself has been given up by every scholar.",
        "The poet wrote these letters himself.",
    ),
    ("Nothing in the file suggests that the driver had been drinking.", "The driver had been drinking."),
    ("I am not convinced that the glacier will recover.", "The glacier will recover."),
    ("We cannot rule out that the sample was contaminated.", "The sample was contaminated."),
    ("Whether the statue is genuine is a question for experts.", "The statue is genuine."),
    (
        "Had it not been for the strike, the liner would have sailed on Monday.",
        "The liner would have sailed on Monday.",
    ),
    ("If only the archive had survived the flood!", "The archive had survived the flood!"),
    (
        "Once the permit is granted, the quarry will open within a week.",
        "The quarry will open within a week.",
    ),
    ("As long as the frost holds, lorries can cross the lake.", "Lorries can cross the lake."),
    (
        "On the assumption that prices stay flat, the fund will last nine years.",
        "The fund will last nine years.",
    ),
    ("In Mr Tove's opinion, the choir has never sung worse.", "The choir has never sung worse."),
    ("To hear the landlords tell it, every tenant is a thief.", "Every tenant is a thief."),
    ("My opponent would have you believe that the reservoir is empty.", "The reservoir is empty."),
    ("Some of my colleagues are convinced that the comet caused the plague.", "The comet caused the plague."),
    ("Legend has it that the monks buried a bell of gold.", "The monks buried a bell of gold."),
    ("It used to be thought that eels were born from mud.", "Eels were born from mud."),
    (
        "The defendant maintained throughout that he had never seen the knife. The court did not believe him.",
        "He had never seen the knife.",
    ),
    (
        "Perhaps the crew had simply lost their way in the fog.",
        "The crew had simply lost their way in the fog.",
    ),
    ("Apparently the bishop knew about the loan.", "The bishop knew about the loan."),
    ("Picture a town in which nobody locks the door.", "Nobody locks the door."),
    ("There was a time when we believed that the war would be short.", "The war would be short."),
    (
        "Do not think for a moment that the ministry has forgotten the farmers.",
        "The ministry has forgotten the farmers.",
    ),
    ("Hardly anyone still claims that the mine can be saved.", "The mine can be saved."),
    (
        "He threatened that he would burn the barn if they came back.",
        "He would burn the barn if they came back.",
    ),
    ("It seems to me that the bridge was never inspected.", "The bridge was never inspected."),
    ("Only a fool would say that the harbour is deep enough.", "The harbour is deep enough."),
]
FAIR = [
    ("We know that the dam was built on sand.", "The dam was built on sand."),
    ("It is clear that the pilot had not slept.", "The pilot had not slept."),
    ("The court found that the brewery had paid nobody.", "the brewery had paid nobody"),
    ("When the dam was built, forty families lost their homes.", "Forty families lost their homes."),
    ("There is no doubt that the engine was faulty.", "The engine was faulty."),
    ("After the fire the theatre was closed for two years.", "The theatre was closed for two years."),
    ("I do not deny that the roof leaked.", "The roof leaked."),
    ("We have proved that the serum works in mice.", "the serum works in mice"),
    ("I said that the harbour must be dredged this year.", "The harbour must be dredged this year."),
    ("Because the bridge was old, the council closed it in March.", "The council closed it in March."),
    ("The dean admitted that the file had been lost.", "The file had been lost."),
    ("It is a fact that herring avoid the bay in summer.", "Herring avoid the bay in summer."),
    ("While the beacon burned, two ships reached the port.", "Two ships reached the port."),
    ("The lab must close in autumn, and nobody is to blame.", "The lab must close in autumn."),
    ("On Sunday the balloon crossed the border at noon.", "The balloon crossed the border at noon."),
    ("For nine years the hotel has stood empty by the lake.", "The hotel has stood empty by the lake."),
    (
        "Our tests demonstrate that the filter removes half of the dust.",
        "The filter removes half of the dust.",
    ),
    ("I repeat that the tax was voluntary.", "The tax was voluntary."),
    ("Unlike her brother, she has never asked us for money.", "She has never asked us for money."),
    ("It matters that the twins were at school that day.", "The twins were at school that day."),
    ("The survey shows that the lake has lost a metre since May.", "The lake has lost a metre since May."),
    ("The report notes that the windows were broken from inside.", "The windows were broken from inside."),
    ('"The tunnel will never pay for itself," the engineer said.', "The tunnel will never pay for itself"),
    ('The farmer said: "The wolves came from the forest."', "The wolves came from the forest."),
    (
        "The jury found that the treasurer had kept two sets of books.",
        "The treasurer had kept two sets of books.",
    ),
    ("I told the council that the well is poisoned.", "The well is poisoned."),
    ("We must not forget that the valley fed the whole country.", "The valley fed the whole country."),
    ("The committee agreed that the fee should be halved.", "The fee should be halved."),
    ("I can confirm that the ship has left the dock.", "The ship has left the dock."),
    ("Everyone knows that the bell cracked in 1911.", "The bell cracked in 1911."),
    ("As I told the board, the furnace has to be replaced.", "The furnace has to be replaced."),
    (
        "It turned out that the key had been in his pocket all along.",
        "The key had been in his pocket all along.",
    ),
    (
        "In 1911, the bell cracked during the funeral of the king.",
        "The bell cracked during the funeral of the king.",
    ),
    (
        "The truth is that the orchard has not paid for itself since the war.",
        "The orchard has not paid for itself since the war.",
    ),
    (
        "Although the winter was mild, the orchard lost half of its trees.",
        "The orchard lost half of its trees.",
    ),
    ("Yesterday the council voted to keep the tram.", "The council voted to keep the tram."),
    ("We were glad to learn that the child had been found.", "The child had been found."),
    (
        'She told the press: "The orchard has not paid for itself since the war."',
        "The orchard has not paid for itself since the war.",
    ),
    (
        '"If the winter is mild, the orchard will live," the gardener said.',
        "If the winter is mild, the orchard will live",
    ),
    ("I am sorry that the train was late again.", "The train was late again."),
    ("In Denmark wolves killed ninety sheep in one winter.", "wolves killed ninety sheep in one winter"),
    ("The dentist found ninety crowns under the floor.", "found ninety crowns under the floor"),
]


@pytest.mark.parametrize(("source", "quote", "misleads"), twins(UNREAL + REPORTED + FRAMED, FAIR))
def test_what_misleads_is_called_so_and_its_fair_twin_passes(source: str, quote: str, misleads: bool) -> None:
    assert bool(faults(source, quote)) == misleads
