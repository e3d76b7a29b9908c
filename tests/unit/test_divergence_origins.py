"""Texts that are no two witnesses: one author, one origin, a translation, much wording in common."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import provenance
from checker.divergence import origins, outlets, rewriting, wording_shared
from checker.divergence.draft import Draft, Facts
from checker.model import Rule
from tests.facts import facts_of

LINES = (
    "The grey ferry left the north quay with forty sacks of mail on board",
    "the mayor of the small town opened a new bridge over the river",
    "heavy rain had washed away the gravel road to the upper mill",
    "teachers of the village school asked for a second stove",
    "a fox with a white tail was seen behind the bakery",
)
FILLER = (
    " Nobody in the valley had expected so wet a summer, and many a cellar stood under water until autumn."
)
WIRE = ". ".join(line.capitalize() for line in LINES) + "."
REWRITE = f"{LINES[0]}, and {LINES[1]}. Since {LINES[2]} no cart came, and {LINES[3]}. In May {LINES[4]}."
QUOTING = " ".join(f"“{line.capitalize()},” she said." for line in LINES)

POSTS = "\n\n".join(f"{line.capitalize()} — Ilse Marn (@ilsemarn) May 3, 2031" for line in LINES)
SPOKEN = " ".join(f"I saw that {line}." for line in LINES)


def shared(*texts: str) -> list[Draft]:
    return rewriting.find(facts_of(*texts))


@pytest.mark.parametrize("rule", rewriting.RULES, ids=lambda r: r.id)
def test_the_examples_of_a_rule_are_found_by_it(rule: Rule) -> None:
    for example in rule.examples:
        facts = facts_of(*example.text.split(" / "))
        words = [facts.quote(e.span) for d in rewriting.find(facts) for e in d.evidence]
        assert all(piece in " | ".join(words) for piece in example.finds)


def test_a_rewrite_that_names_no_source_is_shown_with_the_words_in_common() -> None:
    [draft] = shared(WIRE, REWRITE)
    assert draft.statement.startswith("Birch has 5 passages word for word as Alder, in the same order")
    assert "does not name it" in draft.statement


@pytest.mark.parametrize(
    "texts",
    [
        (WIRE, f"As Alder reports, {REWRITE}"),
        (f"{WIRE} A paper named Birch had it first.", REWRITE),
        (QUOTING, QUOTING.replace("she said", "Ilse Marn said")),
        (WIRE, LINES[0] + "." + FILLER * 3),
        (WIRE + FILLER, "It rained." + FILLER),
        (POSTS, POSTS),
        (SPOKEN, SPOKEN + FILLER),
    ],
    ids=[
        "the source is named",
        "the later one is named",
        "quotations alone",
        "one run",
        "one sentence",
        "posts",
        "lost marks",
    ],
)
def test_a_named_source_common_quotations_and_single_runs_show_nothing(texts: tuple[str, str]) -> None:
    assert shared(*texts) == []


@pytest.mark.parametrize(
    ("address", "text", "named"),
    [
        ("lantern.com", "The letters were obtained by the Lantern last week.", True),
        ("money.orb.co.uk", "By 2031 the dam will be full, according to ORB.", True),
        ("dailyheron.co.uk", "The mayor told the Daily Heron that it was late.", True),
        ("dailyheron.co.uk", "A heron stood in the reeds daily.", False),
        ("www.lantern.com", "Their www pages and com ports were down.", False),
        ("The Lantern", "As the Lantern has it, nobody came.", True),
    ],
)
def test_an_outlet_is_named_by_a_part_of_its_address(address: str, text: str, named: bool) -> None:
    facts = facts_of("The dam is full.", text)
    first, second = sorted(facts.documents)
    facts.documents[first] = replace(facts.documents[first], outlet=address)
    assert outlets.names_outlet(facts, second, first) is named


GALLERY = " ".join(f"{n}/5 {line.capitalize()}" for n, line in enumerate(LINES, 1))
CREDITED = "\n\n".join(f"Reuters {line.capitalize()}" for line in LINES)
BARE = "\n\n".join(line.capitalize() for line in LINES)


@pytest.mark.parametrize("pictures", [GALLERY, CREDITED, BARE], ids=["gallery", "credits", "lines"])
def test_captions_are_no_text_in_common(pictures: str) -> None:
    texts = [
        f"{start}\n\n{pictures}\n\nThat is all." for start in ("It rained in Oru.", "A dry day in Alder.")
    ]
    assert shared(*texts) == []


def test_a_share_is_counted_as_a_reader_counts() -> None:
    facts = facts_of(
        f"{WIRE} “{FILLER.strip()}”", f"{WIRE}\n\n{CREDITED}\n\nFew came, and the fair was put off."
    )
    a, b = facts.documents
    (common, size), (same, all_) = (wording_shared.held(facts, *docs) for docs in ((a, b), (b, a)))
    words = len(WIRE.split())
    assert (common, size) == (words, words + len(FILLER.split()))
    assert (same, all_) == (words, words + 8)


def test_texts_of_one_voice_are_not_compared() -> None:
    assert rewriting.find(facts_of(WIRE, REWRITE, voices=("same", "same"))) == []


def linked(*texts: str) -> Facts:
    facts = facts_of(*texts)
    records = provenance.run(tuple(facts.documents.values()), ())
    return replace(facts, provenance={r.doc: r for r in records})


def test_a_republication_is_told_with_the_text_that_it_repeats() -> None:
    note = "This essay was originally published in Alder and appears here by arrangement."
    bells = (
        "In Oru Saint Brigid rings 7 times, and in Kelm Saint Olave rings 12 times, as Thomas Berg wrote in 1814 to "
        "Ilse Marn."
    )
    facts = linked(bells, f"{bells}\n\n{note}")
    [draft] = [d for d in origins.find(facts) if d.rule == "divergence.one-voice"]
    assert draft.statement == "Birch says that its text is that of Alder: they count as one voice."


def test_one_author_of_two_texts_is_told_once() -> None:
    facts = linked(
        "By Mara Quill\n\nIt rained in Oru.",
        "By M. Quill\n\nIt snowed.\n\nMara Quill teaches geology in Kelm.",
    )
    [draft] = origins.find(facts)
    assert draft.statement.startswith("The texts from Alder and Birch are by one author")
    assert {facts.quote(e.span) for e in draft.evidence} >= {"Mara Quill teaches"}


def test_a_family_of_copies_is_told_of_once() -> None:
    third = REWRITE.replace("and", "while")
    [draft] = shared(WIRE, REWRITE, third)
    assert "wording with them too" in draft.statement
    assert {e.span.doc for e in draft.evidence} == set(facts_of(WIRE, REWRITE, third).documents)


def test_the_kin_of_one_text_are_named_in_its_statement() -> None:
    note = "This essay was originally published in Alder and appears here by arrangement."
    whole = f"{WIRE} In Oru Saint Brigid rings 7 times, as Thomas Berg wrote in 1814 to Ilse Marn."
    facts = linked(whole, f"{whole}\n\n{note}", REWRITE)
    [draft] = origins.find(facts)
    assert draft.rule == "divergence.one-voice"
    assert draft.statement.endswith("shares wording with them.")
    assert len({e.span.doc for e in draft.evidence}) == len(facts.documents)
