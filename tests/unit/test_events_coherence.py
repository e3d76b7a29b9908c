"""Which passages are one happening: what goes on, what turns elsewhere, and what is only about the same people."""

from __future__ import annotations

import pytest

from checker.events.coherence import goes_on
from checker.events.scenes import Scene, scenes
from checker.events.sentences import passages, places_of
from checker.events.stems import stem
from tests.unit.event_texts import Corpus, corpus, document


def cut(text: str, issued: str | None = "1998-06-01") -> list[Scene]:
    found: Corpus = corpus(document("a", text, issued))
    [parse], [doc] = found.parses, found.documents
    return scenes(passages(doc, parse, places_of(found.entities)["a"]), parse, found.times)


def together(first: str, second: str, a: str, b: str) -> bool:
    """Whether one event holds words of the first text and words of the second."""
    found = corpus(document("a", first, "1998-06-01"), document("b", second, "1998-06-03"))
    texts = {d.doc: d.text for d in found.documents}
    held = [[(m.doc, texts[m.doc][m.start : m.end]) for m in e.mentions] for e in found.events()]
    return any(
        any(doc == "a" and a in words for doc, words in event)
        and any(doc == "b" and b in words for doc, words in event)
        for event in held
    )


@pytest.mark.parametrize(
    ("first", "second", "a", "b", "expected"),
    [
        (
            "In 1992 the foreign minister of Oland, Nils Oberg, warned the council of Varn of a long strike.",
            "The view was shared by the foreign minister of Hest, who met the council of Varn in the old hall.",
            "warned", "shared", False,
        ),
        (
            "Nils Oberg, who heads the union of dockers, left the hall of Varn in anger.",
            "Nils Oberg, the head of the union of dockers, has praised the new bridge.",
            "anger", "praised", False,
        ),
        (
            "No round of the talks had been so fruitful, said Selma Tarn, who owns the ferry. Dinner was late.",
            "Selma Tarn, the host, spoke of the most fruitful round since the talks began. It had rained.",
            "No round", "fruitful", True,
        ),
        (
            "A spokesman for Ilse Brandt did not respond to a request for comment on Friday.",
            "Lawyers of Nils Oberg did not respond to requests for comment on Friday.",
            "Brandt", "Oberg", False,
        ),
        (
            "Ilse Brandt told the court of Varn that she had expanded the mill without leave.",
            "The court of Varn heard of the expansion of the mill, for which Ilse Brandt had no leave.",
            "expanded", "expansion", True,
        ),
        (
            "On 27 May 1998 Nils Oberg spoke to the harbour paper about his pumps. It rained.",
            "At the end of May 1998 Nils Oberg sold the dredger. It had been dear.",
            "pumps", "dredger", False,
        ),
        (
            "On 27 May 1998 Nils Oberg sold the dredger for a song. It rained.",
            "At the end of May 1998 Nils Oberg sold the dredger. It had been dear.",
            "song", "sold", True,
        ),
        (
            "On 27 May 1998 Nils Oberg mended the pumps in the harbour. It rained.",
            "I took the letter to Nils Oberg, who had been ill on 27 May 1998.",
            "pumps", "letter", False,
        ),
        (
            "Ilse Brandt of the mill at Oland laid a wreath for Nils Oberg.",
            "Ilse Brandt, the miller of Oland, fined the bakers. Nils Oberg wept.",
            "wreath", "bakers", False,
        ),
        (
            "Ilse Brandt wrote to the weavers of Varn after a meeting of bakers in the chapel.",
            "On 3 May 1998 the bakers of Varn held a meeting in the chapel with Nils Oberg.",
            "weavers", "bakers of Varn", False,
        ),
    ],
)  # fmt: skip
def test_what_makes_one_happening(first: str, second: str, a: str, b: str, expected: bool) -> None:
    assert together(first, second, a, b) is expected


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "On 3 May 1998 Ilse Brandt sold the mill. The next day she flew to Oland.",
            ["On 3 May", "The next day"],
        ),
        (
            "Ilse Brandt sold the mill on 3 May 1998. Soon after, during a strike, the owners left Varn.",
            ["Ilse Brandt", "Soon after"],
        ),
        ("Ilse Brandt sold the mill on 3 May 1998. The price of 3 May 1998 was low.", ["Ilse Brandt"]),
        (
            "“The mill is old. The roof leaks. The wheel is broken. The owners left. Nobody came,” said Ilse Brandt.",
            ["“The mill"],
        ),
    ],
)
def test_where_a_passage_ends(text: str, starts: list[str]) -> None:
    assert [text[s.span.start :][: len(w)] for s, w in zip(cut(text), starts, strict=True)] == starts


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        ("The owners of Varn wanted the mill. On 9 April Ilse Brandt refused.", 2),
        ("The owners of Varn wanted the mill. On 9 April Ilse Brandt may sell it.", 1),
        ("The owners of Varn wanted the mill. Ilse Brandt refused on 9 April.", 1),
    ],
)
def test_a_day_of_an_unknown_year_at_the_head_begins_a_passage(text: str, scenes: int) -> None:
    assert len(cut(text, None)) == scenes


@pytest.mark.parametrize(
    ("text", "quoted", "leans", "same"),
    [
        ("“We shall mow the hill,” said Nils Oberg.", True, False, ()),
        ("In exchange, the owners of Oland kept the wood.", False, True, ()),
        ("Those talks took place in Varn.", False, True, ()),
        ("But the interview was never printed in Varn.", False, True, ()),
        ("At the same meeting Nils Oberg sold his boat.", False, True, ("meetin", "meet")),
        ("Nils Oberg sold his boat in Varn.", False, False, ()),
    ],
)
def test_what_ties_a_passage_to_the_one_before(
    text: str, quoted: bool, leans: bool, same: tuple[str, ...]
) -> None:
    [scene] = cut(text)
    assert (scene.ties.quoted, scene.ties.leans) == (quoted, leans)
    assert scene.ties.same <= set(same)
    assert bool(scene.ties.same) == bool(same)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In April Nils Oberg sold the mill.", True),
        ("Nils Oberg sold the mill, now that prices are high.", False),
        ("“In April we sold the mill,” said Nils Oberg.", False),
    ],
)
def test_a_time_that_cannot_be_placed_is_another_time(text: str, told: bool) -> None:
    found = corpus(document("a", text, None))
    [parse], [doc] = found.parses, found.documents
    [scene] = scenes(passages(doc, parse, places_of(found.entities).get("a", ())), parse, found.times)
    assert scene.elsewhen is told


PACT = "In 1994 the owners and the dockers of Varn signed a pact."
SALE = "In March 1995 the dredger of Varn was sold to Hest."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (PACT, "The second pact, signed in March 1995, held no better in Varn.", False),
        (PACT, "The owners kept the pact in Varn, as in 1994 few did.", True),
        (SALE, "The owners of Varn paid for the dredger in Hest in June 1995.", False),
        (SALE, "The owners of Varn paid for the dredger in Hest on 4 March 1995.", True),
    ],
)
def test_what_one_text_tells_of_two_times_is_two(first: str, second: str, expected: bool) -> None:
    one, other = cut(f"{first}\n\n{second}")
    assert goes_on(one, other, frozenset(), frozenset()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty would give Varn the lighthouse of Nils Oberg.", True),
        ("The draft says that the lighthouse stays with Nils Oberg.", True),
        ("The bill was known by its colour, and it forbids nets in Varn.", True),
        ("Nils Oberg signed the treaty.", False),
        ("The owners of the treaty house sold it to Nils Oberg.", False),
        ("The treaty house of Nils Oberg would be sold.", False),
    ],
)
def test_what_a_text_says(text: str, expected: bool) -> None:
    [scene] = cut(text)
    assert scene.of_text is expected


def test_who_somebody_is_is_not_told() -> None:
    [scene] = cut("Nils Oberg, who heads the paper mill at Oland, bought nine boats in Varn.")
    [sentence] = scene.sentences
    assert {"oberg", "varn", "boat"} <= sentence.told
    assert not {"paper", "mill", "nils"} & sentence.told
    assert {"paper", "mill"} <= sentence.terms.keys()


def test_lines_of_pictures_tell_nothing() -> None:
    scene = cut(
        "FILE - In this 3 May 1996 file photo, Nils Oberg opens a bridge. Nils Oberg has sold the mill."
    )
    assert [s.start for part in scene for s in part.sentences] != []
    assert all(not s.days for s in scene)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("expand", "expansion"),
        ("invade", "invasion"),
        ("decide", "decision"),
        ("describe", "description"),
        ("arrive", "arrival"),
        ("kill", "killing"),
        ("die", "death"),
        ("negotiate", "negotiation"),
    ],
)
def test_a_deed_and_its_noun_are_one_term(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(
    ("one", "other"), [("promise", "promote"), ("policy", "politics"), ("sell", "seller")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert (stem(one) == stem(other)) is (one[:6] == other[:6])
