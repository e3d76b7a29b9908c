"""Names of one thing are one entity, and names of two things are two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import parse
from checker.entities import RULES, read, state_key
from checker.entities.spelling import slip, sound
from checker.model import Alias, Block, Catalogue, Document, Entity, Example, Range

ALIASES = Catalogue(
    aliases=(
        Alias("Pieter Ravn", ("Old Fox",), "PERSON"),
        Alias("Korsør Shipyard", ("the Yard",), "ORG"),
    )
)


def document(text: str, doc: str = "a", body: tuple[Range, ...] | None = None) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        doc, doc, sha, sha, "test", "text/plain", None, None, None, None, "en", "secondary",
        ((0, len(text)),) if body is None else body, (), text, blocks=tuple(blocks),
    )  # fmt: skip


def entities(*texts: str, catalogue: Catalogue | None = None) -> tuple[Entity, ...]:
    docs = tuple(document(text, f"d{i}") for i, text in enumerate(texts))
    return read(docs, tuple(parse.run(d) for d in docs), catalogue or Catalogue())


def groups(*texts: str, catalogue: Catalogue | None = None) -> dict[str, list[str]]:
    """Entity id -> its mentions' words, in order."""
    by_doc = {f"d{i}": text for i, text in enumerate(texts)}
    found = entities(*texts, catalogue=catalogue)
    return {e.entity: [m.of(by_doc[m.doc]) for m in e.mentions] for e in found}


EXAMPLES = [(rule.id, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}-{i}" for i, (r, _) in enumerate(EXAMPLES)])
def test_the_examples_of_each_rule_are_one_entity(rule: str, example: Example) -> None:
    found = groups(example.text, catalogue=ALIASES)
    assert list(example.finds) in found.values(), found


@pytest.mark.parametrize(
    ("texts", "one", "other"),
    [
        (["Anna Berg met Karl Berg in March. They spoke for hours."], "Anna Berg", "Karl Berg"),
        (
            ["George W. Tallis spoke. His father, George H. Tallis, did not."],
            "George W. Tallis",
            "George H. Tallis",
        ),
        (["Lena Fiske sang.", "Her brother Paul Fiske said that he painted."], "Lena Fiske", "Paul Fiske"),
        (["Prime Minister Dora Paris flew home. She left Paris at noon."], "Dora Paris", "Paris"),
        (["Moscow and Russia are two words. He moved from Moscow to Russia."], "Moscow", "Russia"),
        (["North Korea fired a rocket. South Korea protested."], "North Korea", "South Korea"),
        (["He knows Niger and Nigeria well."], "Niger", "Nigeria"),
        (["Mr. Andersen left. Then Edward Anderson came."], "Andersen", "Edward Anderson"),
        (["Mr. Johnston left. Then Edward Johnson came."], "Johnston", "Edward Johnson"),
        (["Karl and Anna Berg own the mill. Karl runs it."], "Karl", "Anna Berg"),
        (["Jon Tallis, the smith, and Jon K. Tallis were there."], "Jon Tallis", "Jon K. Tallis"),
    ],
)
def test_two_things_stay_two(texts: list[str], one: str, other: str) -> None:
    found = groups(*texts)
    first = {e for e, words in found.items() if one in words}
    second = {e for e, words in found.items() if other in words}
    assert first and second and not first & second, found


def test_a_surname_with_two_bearers_is_left_out() -> None:
    found = groups("Anna Berg met Karl Berg in March. Then Berg resigned.")
    assert sorted(w for words in found.values() for w in words if "Berg" in w) == ["Anna Berg", "Karl Berg"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Samir el-Haddad sang. “I am tired,” El Haddad said.", ["Samir el-Haddad", "El Haddad"]),
        ("Boris Malin sailed. Maline is how the posters spell him.", ["Boris Malin", "Maline"]),
        ("The welder Orla Vint left at noon, and Vint came back.", ["Orla Vint", "Vint"]),
        ("Abbot Ferdinand Lisle sold the herd. Lisle had to.", ["Ferdinand Lisle", "Lisle"]),
        ("Detective Inspector Hugh Marl left. DI Marl said it was late.", ["Hugh Marl", "Marl"]),
        ("Anna Vint-Marl left at noon. Vint-Marl said it was late.", ["Anna Vint-Marl", "Vint-Marl"]),
        ("Lord Vint left at noon. Lord Vint said it was late.", ["Vint", "Vint"]),
        ("The newspaper Hlad has the story.", ["Hlad"]),
        ("Retailer Vint is to close 30 shops. The retailer Vint is old.", ["Vint", "Vint"]),
    ],
)
def test_forms_of_one_person(text: str, forms: list[str]) -> None:
    assert forms in groups(text).values(), groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Russian and Ukrainian ministers met on Monday.",
        "Two Norwegian ships left in March.",
        "A British lawyer wrote on Friday, June 3.",
    ],
)
def test_adjectives_and_days_are_no_entities(text: str) -> None:
    assert groups(text) == {}


def test_a_body_that_begins_like_a_person_is_no_person() -> None:
    found = entities("She teaches at the Johns Hopkins University. Johns Hopkins answered on Tuesday.")
    assert [(e.name, e.type, len(e.mentions)) for e in found] == [("Johns Hopkins University", "ORG", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "He drank at Costa Coffee near the station.",
        "The Christian Democrats said it was late.",
        "The Heather Blazers lost again.",
    ],
)
def test_a_body_whose_name_begins_with_a_given_name_is_no_person(text: str) -> None:
    assert [e.name for e in entities(text) if e.type == "PERSON"] == []


@pytest.mark.parametrize("name", ["Nathan Lane", "Nora Castle", "Anna Lake"])
def test_a_surname_that_is_also_a_word_for_a_place_is_a_surname(name: str) -> None:
    assert [(e.name, e.type) for e in entities(f"{name} said it was late.")] == [(name, "PERSON")]


def test_a_surname_alone_joins_across_texts_only_when_it_is_rare() -> None:
    found = groups(
        "Ivar Tennfjord resigned. Adam Walker stayed.", "Mr. Tennfjord said that Mr. Walker would come."
    )
    assert found["ivar-tennfjord"] == ["Ivar Tennfjord", "Tennfjord"]
    assert found["adam-walker"] == ["Adam Walker"]


def test_the_same_title_joins_a_common_surname_across_texts() -> None:
    found = groups("Senator Adam Walker resigned.", "On Friday, Senator Walker came back to the city.")
    assert found["adam-walker"] == ["Adam Walker", "Walker"]


def test_words_that_many_bodies_share_stay_with_their_text() -> None:
    found = entities(
        "The Supreme Court of the land ruled. Peru cheered.", "The Supreme Court ruled. Chile cheered."
    )
    assert len([e for e in found if e.name == "Supreme Court"]) == 2


def test_page_furniture_has_no_mentions() -> None:
    text = "Denmark signed.\nDenmark is on our newsletter."
    doc = document(text, body=((0, 15),))
    found = read((doc,), (parse.run(doc),), Catalogue())
    assert [m for e in found for m in e.mentions] == [found[0].mentions[0]] and found[0].mentions[
        0
    ].start == 0


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "united-states"), ("US", "united-states"), ("us", None), ("the United States", "united-states"),
        ("Americans", "united-states"), ("Washington", "united-states"), ("White House", "united-states"),
        ("the Kremlin's", "russia"), ("Kiev", "ukraine"), ("KYIV", "ukraine"), ("British", "united-kingdom"),
        ("Britain", "united-kingdom"), ("Türkiye", "turkey"), ("Gotham", None), ("", None),
    ],
)  # fmt: skip
def test_state_key(name: str, key: str | None) -> None:
    assert state_key(name) == key


def test_an_alias_may_begin_a_sentence() -> None:
    found = groups("The Yard closed in May. Few saw Korsør Shipyard again.", catalogue=ALIASES)
    assert list(found.values()) == [["The Yard", "Korsør Shipyard"]]


def test_an_alias_gives_its_type() -> None:
    named = Catalogue(aliases=(Alias("Pieter Ravn", ("Pjotr Ravn",), "PERSON"),))
    found = groups("Pjotr Ravn opened the meeting. Later Ravn left the hall.", catalogue=named)
    assert list(found.values()) == [["Pjotr Ravn", "Ravn"]]


def test_an_alias_inside_a_longer_name_is_not_that_thing() -> None:
    named = Catalogue(aliases=(Alias("Pieter Ravn", ("Ravn",), "PERSON"),))
    found = groups("Ravn resigned. On Tuesday Helga Ravn said that she would stay.", catalogue=named)
    assert list(found.values()) == [["Helga Ravn"], ["Ravn"]]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("hallet", "hallett", True), ("garet", "garret", False), ("halenski", "halesnki", True),
        ("johnson", "johnston", False), ("andersen", "anderson", False), ("miller", "milner", False),
        ("castellane", "castellana", True), ("castellane", "pastellane", False), ("roth", "rothe", False),
    ],
)  # fmt: skip
def test_slips_of_one_letter(a: str, b: str, same: bool) -> None:
    assert slip(a, b) is slip(b, a) is same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Halensky", "Halenskyy"), ("Halenskiy", "Halenskyi"), ("Arkadia", "Arkadiya"), ("Yermolin", "Ermolin"),
        ("Yulia", "Iulia"), ("Khalid", "Halid"), ("Maksimov", "Maximov"),
    ],
)  # fmt: skip
def test_transliterations_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


def test_the_order_of_documents_does_not_matter() -> None:
    texts = ["Hanna Lindqvist spoke in Riga.", "Lindqvist left Riga for Peru.", "The UN met Hanna Lindqvist."]
    docs = [document(text, f"d{i}") for i, text in enumerate(texts)]
    parses = [parse.run(d) for d in docs]
    there = read(tuple(docs), tuple(parses), Catalogue())
    back = read(tuple(docs[::-1]), tuple(parses[::-1]), Catalogue())
    assert there == back


def _spans(found: Iterable[Entity]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for e in found for m in e.mentions]


ODD = [
    "",
    "“",
    "\x00 Peru",
    "شارك Karim Haddad في الاجتماع",
    "Мария приехала в Пермь",
    "Peru’s",
    '[Peru] "',
    "A-B-C (D",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_raises_nothing(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in _spans(entities(text)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Peru", "the", "U.S.", "Ana Roth", "’s", "(", ")", "said", "-", "\n", "Roth", "."])
    )
)
def test_spans_lie_in_the_text_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    spans = sorted(_spans(entities(text)))
    assert all(text[s:e].strip() == text[s:e] != "" for s, e in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len({e.entity for e in entities(text)}) == len(entities(text))
