"""What brackets name and add."""

from __future__ import annotations

import pytest

from tests.unit.quotation_texts import faults, twins

WRONG = [
    ("Mr Adair met Mrs Bole at the quay. He gave her the keys.", "[Mr Cole] gave her the keys."),
    (
        "The guards let the drivers in. They had no papers with them that night.",
        "[The farmers] had no papers with them that night.",
    ),
    (
        "The old crane fell on the shed. It was sold for scrap in May.",
        "[The foreman] was sold for scrap in May.",
    ),
    (
        "Mr Adair sold the boat in spring. He never said why he did it.",
        "Mr Adair sold the boat in spring [to pay his gambling debts].",
    ),
    (
        "The nurse gave the patient the tablets at noon.",
        "The nurse gave the patient the [wrong] tablets at noon.",
    ),
    (
        "The company dismissed nine workers in March.",
        "The company [illegally] dismissed nine workers in March.",
    ),
    (
        "The mayor left the hall before the vote was taken.",
        "The mayor left the hall before the vote was taken [because he was drunk].",
    ),
    ("We paid them in March and again in May.", "We paid them [the smugglers] in March and again in May."),
    ("They voted for the tax on boats.", "They [all nine members] voted for the tax on boats."),
    (
        "The fire was seen from the tower at two in the morning.",
        "The fire was [first] seen from the tower at two in the morning [by the arsonist].",
    ),
    ("The captain, Mr Dorn, steered the ship that night.", "[Mr Felk] steered the ship that night."),
    ("I trust my brother with the accounts.", "I trust my brother [the treasurer] with the accounts."),
    (
        "The minister said that he would answer next week.",
        "The minister said that he would [not] answer next week.",
    ),
    (
        "The chemist warned the board twice about the valve.",
        "The chemist warned the board [only] twice about the valve.",
    ),
    (
        "Ms Arden opposed the plan. Mr Holm wrote it. She left the board in June.",
        "[Mr Holm] left the board in June.",
    ),
    (
        "The northern mine lost money. The southern mine made a profit, and its owners want to expand it.",
        "The southern mine made a profit, and its owners want to expand [the northern mine].",
    ),
    (
        "Our engineers checked the brakes on Monday.",
        "Our engineers checked the brakes on Monday [after the accident].",
    ),
    ("The library bought 200 maps from the estate.", "The library bought 200 [stolen] maps from the estate."),
    ("He shouted at the referee in the tunnel.", "He [allegedly] shouted at the referee in the tunnel."),
    (
        'Mrs Hale praised the cook. "He saved the evening for all of us," she said.',
        "[The waiter] saved the evening for all of us",
    ),
    (
        "The two firms, Arlo and Benn, share a yard. It burned down in April with all the tools.",
        "[Arlo] burned down in April with all the tools.",
    ),
    (
        "The council gave the land to the club. This angered the neighbours on both sides.",
        "This [corruption] angered the neighbours on both sides.",
    ),
    (
        "Our pilots have asked for longer breaks since the spring.",
        "Our [exhausted] pilots have asked for longer breaks since the spring.",
    ),
    (
        "The board thanked the treasurer for his work.",
        "The board thanked the treasurer [, who had resigned,] for his work.",
    ),
    (
        "The dogs were taken to the pound on Friday.",
        "The dogs were taken to the pound on Friday [and killed].",
    ),
    ("The museum returned the mask to the tribe.", "The museum [finally] returned the mask to the tribe."),
    ("The museum returned the mask to the tribe.", "The museum returned the [gold] mask to the tribe."),
    ("I told them that the roof would not hold.", "I told them [the parents] that the roof would not hold."),
    (
        "Mr Quist spoke first. Mr Raab spoke second, and he was booed off the stage.",
        "[Mr Quist] was booed off the stage.",
    ),
    ("The dean signed the letter on Friday.", "The dean signed the letter on Friday [under pressure]."),
    (
        "Nine sheep were found dead by the fence.",
        "Nine sheep were found dead [, killed by wolves,] by the fence.",
    ),
    ("The hotel paid its cleaners late in May.", "The hotel paid its cleaners late [again] in May."),
    ("The lift was out of order all week.", "The lift [where the boy died] was out of order all week."),
    ("They carried the piano up the stairs.", "They [the prisoners] carried the piano up the stairs."),
    ("The chapel was sold to a firm from abroad.", "The chapel was sold to a [shady] firm from abroad."),
    ("The chapel was sold to a firm from abroad.", "The chapel was sold [for a song] to a firm from abroad."),
    ("We saw the twins near the barn that night.", "We saw the twins [set fire] near the barn that night."),
    ("The beacon keeper fell asleep at his post.", "The beacon keeper [Aldo Finn] fell asleep at his post."),
    ("The grant was refused in March by the fund.", "The grant was [rightly] refused in March by the fund."),
    (
        "Prices rose in the north. In the south they fell for the third year.",
        "In the south [wages] fell for the third year.",
    ),
    (
        "The herring are gone. That worries the fishermen more than the price of oil.",
        "That [the quota] worries the fishermen more than the price of oil.",
    ),
    ("The fund gave 300 crowns to each family.", "The fund gave 300 [million] crowns to each family."),
]
FAIR = [
    ("Mr Adair met Mrs Bole at the quay. He gave her the keys.", "[Mr Adair] gave her the keys."),
    ("The bailiff spoke to Lena Moss. She refused to open.", "She [Lena Moss] refused to open."),
    (
        "The guards let the drivers in. They had no papers with them that night.",
        "[The drivers] had no papers with them that night.",
    ),
    (
        "The old crane fell on the shed. It was sold for scrap in May.",
        "[The crane] was sold for scrap in May.",
    ),
    (
        "The old crane fell on the shed. It was sold for scrap in May.",
        "It [the old crane] was sold for scrap in May.",
    ),
    ("Captain Dorn steered the ship that night. Later Dorn went below.", "Later [Captain] Dorn went below."),
    (
        "The World Food Board met in Tarsk. The WFB has no money left this year.",
        "The WFB [World Food Board] has no money left this year.",
    ),
    (
        "The council bought the field. The council will build a school on it.",
        "The council will build a school on [the field].",
    ),
    (
        "The dam was finished in 1961. It has never been repaired since then.",
        "[The dam] has never been repaired since then.",
    ),
    ("We want to leave the port at noon.", "We want[ed] to leave the port at noon."),
    ("We want to leave the port at noon.", "[They] want to leave the port at noon."),
    (
        "The teachers wrote to the minister. They asked her for smaller classes.",
        "They [the teachers] asked her for smaller classes.",
    ),
    (
        "The teachers wrote to the minister. They asked her for smaller classes.",
        "They asked [the minister] for smaller classes.",
    ),
    (
        "The mayor, Ida Brandt, opened the bridge. The mayor cut the ribbon with a saw.",
        "[Ida Brandt] cut the ribbon with a saw.",
    ),
    ("The farm lies by the lake. My father bought it in 1950.", "My father bought [the farm] in 1950."),
    (
        'Mrs Hale praised the cook. "He saved the evening for all of us," she said.',
        "[The cook] saved the evening for all of us",
    ),
    (
        "Anna Rehn wrote to the bank in May. Its answer came in June and was short.",
        "[The bank's] answer came in June and was short.",
    ),
    (
        "Mr Quist spoke first. Mr Raab spoke second, and he was booed off the stage.",
        "he [Mr Raab] was booed off the stage.",
    ),
    (
        "The choir of Lund sang in the old hall. The singers wore red. They were paid nothing for the night.",
        "They [the singers] were paid nothing for the night.",
    ),
    (
        "Professor Ines Dahl found the shard. She gave it to the museum a year later.",
        "[Dahl] gave it to the museum a year later.",
    ),
    (
        "Professor Ines Dahl found the shard. She gave it to the museum a year later.",
        "She gave [the shard] to the museum a year later.",
    ),
    (
        "We returned it to them in a box of pine wood.",
        "We [the museum] returned it to them in a box of pine wood.",
    ),
    (
        "The museum want to lend the mask to a school in the north.",
        "The museum want[s] to lend the mask to a school in the north.",
    ),
    (
        "They said the the mask was never theirs to begin with.",
        "They said the the [sic] mask was never theirs to begin with.",
    ),
    (
        "The fund was set up in 1990. Since then it has given 300 crowns to each family.",
        "Since then [the fund] has given 300 crowns to each family.",
    ),
    ("The herring are gone, and nobody knows where they went.", "nobody knows where [the herring] went"),
    (
        "Sister Agnes ran the school. She taught every child to read before the age of six.",
        "[Sister Agnes] taught every child to read before the age of six.",
    ),
    (
        "The lift was out of order all week. It stopped between two floors.",
        "It [the lift] stopped between two floors.",
    ),
    (
        "The chef, Aldo Finn, left in May. He opened his own place in the next street.",
        "[Finn] opened his own place in the next street.",
    ),
    (
        '"I taught every child to read before the age of six," Sister Agnes said.',
        "I [Sister Agnes] taught every child to read before the age of six",
    ),
    (
        "The North Sea Fund refused the grant in March, and the fund will not say why.",
        "the [North Sea] fund will not say why",
    ),
    ("He recieved the parcel at noon on the Friday.", "He recieved [sic] the parcel at noon on the Friday."),
    (
        "The songs that I get from pupils are full of hope.",
        "The songs that [she gets] from pupils are full of hope.",
    ),
    ("The divers came back at dusk. They are clever people.", "[The divers] are clever people."),
    (
        "The dean, Ida Prell, wrote to us. I told the dean that the roof leaks, and she told me to wait.",
        "[Prell] told me to wait.",
    ),
    ("Look, I have kept this inn for thirty years.", "[Marner has] kept this inn for thirty years."),
    (
        "They warn me, you know, about the floods in the cellar.",
        "They warn [the innkeeper] about the floods in the cellar.",
    ),
]


@pytest.mark.parametrize(("source", "quote", "misleads"), twins(WRONG, FAIR))
def test_what_misleads_is_called_so_and_its_fair_twin_passes(source: str, quote: str, misleads: bool) -> None:
    assert bool(faults(source, quote)) == misleads
