"""Brackets that the text supports, asides that nobody misses, and what a sentence goes on to limit or disown."""

from __future__ import annotations

import pytest

from checker.quotation import Index, verify
from tests.unit.quotation_texts import document, faults

LAMP = 'Ilo Vance ran the lighthouse. "I never said that Ilo broke the lamp," says Bera. '

FAIR = [
    (
        "Rule 12 is old. We cannot drop it, since without it the pool must close.",
        "without [rule 12] the pool must close",
    ),
    (
        "12 May 1998. In March we planted nine oaks by the road.",
        "In March [1998] we planted nine oaks by the road.",
    ),
    (
        "Adams v Corlay Shipping. I do not find that the company lied to anyone.",
        "I do not find that the company [Corlay] lied to anyone.",
    ),
    (
        "A report on the tram depot. The head of the depot wrote it in a week.",
        "The head of the [tram] depot wrote it in a week.",
    ),
    (LAMP + '"I said that he had the only key to it."', "I said that [Vance] had the only key to it."),
    (
        "My aunt did not laugh. She says that the drums belong in the barn.",
        "[My aunt] says that the drums belong in the barn.",
    ),
    (
        "Most of the tea goes to China. The buyers there want it strong. They come to us each May.",
        "[The Chinese buyers] come to us each May.",
    ),
    (
        "Will the dean admit that he knew of it? I will not, because he did not.",
        "I will not [admit it], because he did not.",
    ),
    (
        "Give us a year, and, as the sailors like to say, the wind will do the rest.",
        "Give us a year, and … the wind will do the rest.",
    ),
    (
        "Ada Holm, the former keeper of the zoo, disputes parts of the story.",
        "Ada Holm … disputes parts of the story.",
    ),
    (
        "In May we dug; in June we sold every well; and in July we paid our debts.",
        "In May we dug; … and in July we paid our debts.",
    ),
    (
        "The weavers are no fools, and they do not sell at a loss. They ask for time.",
        "The weavers are no fools … They ask for time.",
    ),
    (
        '"I see the point, and I like some of it," Holm told us. "But I shall vote no."',
        "I see the point … But I shall vote no.",
    ),
    (
        "I have thought of it, as anybody would. It would not help the school.",
        "I have thought of it … It would not help the school.",
    ),
    (
        "She has been late since the spring. They did it on a morning when we were at sea.",
        "They did it on a morning",
    ),
    (
        '"Most of my guests come by that ferry," she says. The ferry was sold.',
        "Most of my guests come by that ferry",
    ),
    (
        "Its author, Professor Ines Bohl, warns against easy cures.",
        "Its author [Ines Bohl] warns against easy cures.",
    ),
    ("Mrs Lund has been offered a desk at the port.", "[She] has been offered a desk at the port."),
]
MISLEADING = [
    (
        "I have a quarrel with taxes that are made up at night. We pay the rest.",
        "I have a quarrel with taxes …",
    ),
    ("Wolves have come back in most valleys, although not in ours.", "Wolves have come back …"),
    (
        "They say that our boats are rotten. I do not believe a word of it. We sail at nine each day.",
        "They say that our boats are rotten. … We sail at nine each day.",
    ),
    (
        "7. I would grant the claim in part.\n\n8. Lady Justice Orr, "
        "dissenting, said: I would not. The clerk saw the deed.",
        "I would grant the claim in part. … The clerk saw the deed.",
    ),
    (
        "The mason said that the walls were dry for one winter but not for two.",
        "The mason said that the walls were dry.",
    ),
    (
        "Your agent told the paper that nobody swims there. I doubt that he has seen the bay.",
        "Nobody swims there.",
    ),
    (
        "I cannot drop it, since without it the school could not shut a room even if the roof fell in.",
        "the school could not shut a room even if the roof fell in",
    ),
    (
        "More shops were lost because of the price of rent than because of taxes.",
        "More shops were lost because of … taxes.",
    ),
    ("The vet, who was there, disputes parts of the story.", "The vet, who was there, disputes … the story."),
    (
        "The clerk assured me that the vault was locked all night. It was not locked when I came.",
        "The vault was locked all night.",
    ),
    (
        "The minister came by boat. We ate. We slept. We sang. Erik Sand, who "
        "led us, told me. He trusted me more than that.",
        "[The minister] trusted me more than that.",
    ),
    (
        "We know that Vance Systems built the gates. The inspector has seen them. She expects to report in July.",
        "[Vance] expects to report in July.",
    ),
]


@pytest.mark.parametrize(("source", "quote"), FAIR)
def test_what_the_text_supports_is_accepted(source: str, quote: str) -> None:
    assert not faults(source, quote)


@pytest.mark.parametrize(("source", "quote"), MISLEADING)
def test_what_misleads_is_called_so_and_shown(source: str, quote: str) -> None:
    found = verify("q", quote, Index([document(source)]))
    assert found.verdict == "misleading"
    assert any(not change.accepted and change.note for change in found.changes)
