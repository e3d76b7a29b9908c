"""Where texts come from: links with their evidence, origins, voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import extract, provenance
from checker.model import Document, Example, Provenance, Reuse, Rule, Snapshot, Span
from checker.provenance import wire
from tests.unit.test_extract import RUNNING, snapshot

LONG = " ".join(
    f"On day {n} the harbour master of Arden counted {n} ships and wrote {n} lines." for n in range(3, 12)
)


def documents(*texts: str, **manifest: str) -> tuple[Document, ...]:
    def named(text: str, i: int) -> Snapshot:
        return replace(snapshot(text, **manifest), doc="abcdef"[i])

    return tuple(extract.run(named(text, i)) for i, text in enumerate(texts))


def shared(one: Document, other: Document, words: str) -> tuple[Reuse, ...]:
    spans = [Span(d.doc, d.text.find(words), d.text.find(words) + len(words)) for d in (one, other)]
    return (
        (Reuse(spans[0], spans[1], "verbatim", boilerplate=False),)
        if words in one.text and words in other.text
        else ()
    )


def run(*texts: str, words: str = "\0") -> tuple[Provenance, ...]:
    made = documents(*texts)
    return provenance.run(made, shared(made[0], made[-1], words) if len(made) > 1 else ())


EXAMPLES = [(rule, example) for rule in provenance.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_finds_what_its_examples_say(rule: Rule, example: Example) -> None:
    made = documents(*example.text.split("\n---\n"))
    reuse = (
        shared(made[0], made[-1], example.finds[0]) if rule.id.endswith(("shared_text", "wire_words")) else ()
    )
    found = [link for record in provenance.run(made, reuse) for link in record.links if link.rule == rule.id]
    words = {d.quote(s) for link in found for s in link.evidence for d in made if d.doc == s.doc}
    assert all(find in example.text and find in words for find in example.finds)


REPUBLISHED = "Storm\n\nBy Mara Quill\n\nVale Courier, May 4, 2019\nNorthern Light 2 May 2019\n\n" + RUNNING


def test_a_republication_has_its_originals_origin_and_date() -> None:
    record = run(REPUBLISHED)[0]
    assert record.origin == "Northern Light: Storm"
    assert [(k.relation, k.basis, k.of.outlet, k.of.date) for k in record.links] == [
        ("republication", "stated", "Northern Light", "2019-05-02")
    ]


def test_an_original_in_the_corpus_is_the_origin() -> None:
    original = "Storm\n\nNorthern Light, May 2, 2019\n\n" + RUNNING
    first, second = run(REPUBLISHED, original)
    assert (first.origin, second.origin) == ("b", "b")
    assert first.voice == second.voice == "a"
    assert [k.of.doc for k in first.links] == ["b"]


def test_two_republications_of_one_text_are_one_voice() -> None:
    first, second = run(
        REPUBLISHED.replace("Mara Quill", "M. Q."), REPUBLISHED.replace("Vale Courier", "Arden Post")
    )
    assert first.origin == second.origin
    assert first.voice == second.voice


@pytest.mark.parametrize(
    ("one", "other", "one_voice"),
    [
        ("By Mara Quill", "By Mara Quill", True),
        ("By Mara Quill and Tom Reed", "By Tom Reed", True),
        ("By Mara Quill", "By Tom Reed", False),
        ("By Staff Reporter", "By Staff Reporter", False),
    ],
)
def test_one_author_is_one_voice(one: str, other: str, one_voice: bool) -> None:
    first, second = run(f"Storm\n\n{one}\n\n{RUNNING}", f"Light\n\n{other}\n\n{LONG}")
    assert (first.voice == second.voice) == one_voice
    assert (first.origin, second.origin) == ("a", "b")


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (f'Storm\n\n{RUNNING}\n\n"We waited,— Quill said. The so—called harbour.', ["translation"]),
        (f"Storm\n\n{RUNNING}\n\nThe so—called harbour was empty.", []),
        (f'Storm\n\n{RUNNING}\n\n"We waited" — Quill said — and left.', []),
        (f"NL: Storm\n\nIt is calm, writes NL. {RUNNING}", []),
        (f"Storm\n\n{RUNNING}\n\nTranslated by Mara Quill", ["translation"]),
    ],
)
def test_a_translation_needs_two_kinds_of_trace(text: str, relations: list[str]) -> None:
    assert [k.relation for k in run(text)[0].links] == relations


def test_a_translation_names_the_outlet_in_full() -> None:
    text = (
        f"NL: Storm over Arden\n\nThe sea is calm, writes NL. {RUNNING}\n\n"
        '"We waited,— Quill told Northern Light magazine. "We are the so—called owners,— Quill said.'
    )
    record = run(text)[0]
    assert record.links[0].of.outlet == "Northern Light"
    assert record.links[0].basis == "inferred"
    assert record.origin == "Northern Light: Storm over Arden"


@pytest.mark.parametrize(("rest", "linked"), [("", True), (LONG.replace("day", "night") * 4, False)])
def test_shared_text_is_half_of_the_shorter_article(rest: str, linked: bool) -> None:
    first, second = run(f"Storm\n\n{LONG}\n\n{rest}", f"Light\n\n{LONG}\n\n{rest}", words=LONG)
    assert (first.voice == second.voice) == linked
    assert bool(first.links) == linked


def test_what_both_quote_makes_them_no_one_text() -> None:
    first, second = run(f"Storm\n\n“{LONG}”", f"Light\n\n“{LONG}”", words=LONG)
    assert first.voice != second.voice
    assert not first.links


def test_one_record_for_each_document_in_order() -> None:
    made = documents(LONG, RUNNING, REPUBLISHED)
    assert provenance.run(made[::-1], ()) == provenance.run(made, ())
    assert [r.doc for r in provenance.run(made, ())] == ["a", "b", "c"]
    assert provenance.run((), ()) == ()


CORPUS = (
    "The bells of Oru\n\nArden Review, May 2, 2019\n\nIn Oru the bells of Saint Brigid ring 7 times, says Ilse Marn, "
    "and in Kelm the bells of Saint Olave ring 12 times, as they did in 1814, when Thomas Berg paid 300 crowns for "
    "them. The council of Oru met the council of Kelm on 14 March.",
    "How the towers sound\n\nVale Courier, May 9, 2019\n\nIn the town of Oru one hears Saint Brigid 7 times, so Ilse "
    "Marn affirms it, and at Kelm the Saint Olave 12 times, like in 1814, when Thomas Berg gave 300 crowns. The "
    "council of Oru saw the council of Kelm in 14 of March.\n\n{}",
)


@pytest.mark.parametrize(
    ("note", "linked"),
    [
        (
            "Translator's note. This text follows the Danish; it was translated from the English of the Arden Review.",
            True,
        ),
        (
            "This article was published in Danish in *Dagen*, which had translated it from the English of the *Arden "
            "Review*.",
            True,
        ),
        ("The hymn was translated from the English of the Arden Review.", False),
        ("This article is about bells. Ilse Marn translates from the Danish.", False),
    ],
)
def test_a_note_names_the_text_that_was_translated(note: str, linked: bool) -> None:
    records = run(CORPUS[0], CORPUS[1].format(note))
    found = [(k.basis, k.of.doc) for k in records[1].links if k.relation == "translation"]
    assert found == ([("stated", "a")] if linked else [])
    assert (records[0].voice == records[1].voice) == linked


@pytest.mark.parametrize(
    ("note", "outlets"),
    [
        (
            "This article was originally published in Northern Light and appears here by arrangement.",
            ["Northern Light"],
        ),
        (
            "This essay first appeared in the Northern Light on 4 May. It has been shortened.",
            ["Northern Light"],
        ),
        (
            "This story is republished from Northern Light under a licence. Read the original there.",
            ["Northern Light"],
        ),
        ("Her poems were first published in Northern Light when she was twelve. She lives in Oru.", []),
        ("An earlier version of this article gave a wrong date. It has been corrected.", []),
    ],
)
def test_a_remark_in_running_words_names_the_first_outlet(note: str, outlets: list[str]) -> None:
    [record] = run(f"Storm\n\nVale Courier, May 4, 2019\n\n{RUNNING}\n\n{note}")
    assert [k.of.outlet for k in record.links if k.relation == "republication"] == outlets


@pytest.mark.parametrize(
    ("byline", "note", "one_voice"),
    [
        ("By M. Quill", "Mara Quill teaches geology in Oru. She keeps two goats.", True),
        ("By M. Quill", "Mara Quill is a writer in Oru.", True),
        ("By M. Quill", "", False),
        ("By M. Quill", "Tom Quill teaches geology in Oru.", False),
        ("By Tom Reed", "Mara Quill bought the mill in May and closed it in June.", False),
        ("By Dr Mara Quill", "", True),
    ],
)
def test_a_remark_on_the_author_spells_an_initial_out(byline: str, note: str, one_voice: bool) -> None:
    first, second = run(f"Storm\n\nBy Mara Quill\n\n{RUNNING}", f"Light\n\n{byline}\n\n{LONG}\n\n{note}")
    assert (first.voice == second.voice) == one_voice


def test_an_outlet_with_a_remark_in_brackets_is_the_same_outlet() -> None:
    made = documents(REPUBLISHED, "Storm\n\n" + RUNNING)
    named = (made[0], replace(made[1], outlet="Northern Light (Arden)"))
    assert [k.of.doc for k in provenance.run(named, ())[0].links if k.relation == "republication"] == ["b"]


CREDITS = [
    ("ARDEN, May 4 (Reuters) - " + RUNNING, [("Reuters", True)]),
    ("Arden, Valdoria (AP) — " + RUNNING, [("Associated Press", True)]),
    ("(AFP) – " + RUNNING, [("Agence France-Presse", True)]),
    ("By Mara Quill, Associated Press\n\n" + RUNNING, [("Associated Press", True)]),
    ("By Xinhua news agency\n\n" + RUNNING, [("Xinhua", True)]),
    (RUNNING + "\n\n© 2019 The Associated Press. All rights reserved.", [("Associated Press", True)]),
    (RUNNING + "\n\nWith reporting by AFP and Reuters", [("Agence France-Presse", False)]),
    (RUNNING + "\n\nSource: Reuters", [("Reuters", False)]),
    (RUNNING + "\n\nPhoto: Reuters", []),
    (RUNNING + "\n\nThe mayor told Reuters (AFP) that nobody came.", []),
    ("Arden Port (AP) – the largest of the coast – was closed. " + RUNNING, []),
    ("Arden's mayor told Reuters on Monday. " + RUNNING, []),
    (RUNNING + "\n\nHe came with AP.", []),
]


@pytest.mark.parametrize(("text", "expected"), CREDITS)
def test_agencies_are_credited_with_a_text_or_a_part_in_it(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    (made,) = documents("Storm over the harbour\n\n" + text)
    assert [(c.agency, c.whole) for c in wire.credits_(made)] == expected


def test_an_agency_is_no_author_whose_texts_are_one_voice() -> None:
    byline = "By The Associated Press\n\n"
    first, second = run(f"Storm\n\n{byline}{RUNNING}", f"A light at sea\n\n{byline}{LONG}")
    assert first.voice != second.voice
    assert [k.rule for k in (*first.links, *second.links)] == ["provenance.wire_copy"] * 2


def test_an_agencys_own_text_is_the_origin_of_its_copy() -> None:
    own = f"Storm over Arden\n\nReuters, May 4, 2019\n\n{LONG}"
    copy = f"A storm, and Arden\n\nARDEN (Reuters) - {LONG}"
    first, second = run(own, copy)
    assert (first.origin, second.origin) == ("a", "a")
    assert first.links == ()


HELPED = [("With reporting by AFP", True), ("With reporting by Reuters", False), ("Nobody helped us.", False)]


@pytest.mark.parametrize(("credit", "one_voice"), HELPED)
def test_a_seventh_is_enough_for_texts_that_credit_one_agency(credit: str, one_voice: bool) -> None:
    rest = "\n\n".join(
        f"In the {n}. chapter of his book the keeper of the light tells how many gulls he fed, and which."
        for n in range(20)
    )
    one, two = (
        f"Storm\n\n{LONG}\n\n{rest}\n\n{credit}",
        f"Light\n\n{RUNNING * 20}\n\n{LONG}\n\nWith files from AFP",
    )
    first, second = run(one, two, words=LONG)
    assert (first.voice == second.voice) == one_voice


ADDRESSES = [
    ("https://vale.example/a?utm_source=x&id=4", "http://www.vale.example/a/?id=4", True),
    ("https://archive.example/web/20190504101112id_/https://vale.example/a", "https://vale.example/a", True),
    ("https://vale.example/a?id=4", "https://vale.example/a?id=5", False),
]


@pytest.mark.parametrize(("one", "other", "linked"), ADDRESSES)
def test_captures_of_one_address_are_revisions(one: str, other: str, linked: bool) -> None:
    (a,), (b,) = documents("Storm\n\n" + RUNNING, url=one), documents("Light\n\n" + LONG, url=other)
    found = provenance.run((a, replace(b, doc="b")), ())
    assert [k.relation for r in found for k in r.links] == (["revision"] if linked else [])


@pytest.mark.parametrize(
    ("one", "archived", "text", "relations"),
    [
        ("https://keep.example/web/20190504101112/https://vale.example/a", None, RUNNING, ["archive"]),
        ("https://vale.example/a", "https://keep.example/m/7", RUNNING, ["archive"]),
        ("https://vale.example/a", "https://keep.example/m/7", LONG, ["revision"]),
        ("https://vale.example/b", "https://keep.example/m/7", RUNNING, []),
    ],
)  # fmt: skip
def test_an_archived_copy_of_a_page_is_one(
    one: str, archived: str | None, text: str, relations: list[str]
) -> None:
    (copy,), (live,) = (
        documents("Storm\n\n" + text, url=one),
        documents("Storm\n\n" + RUNNING, url="https://vale.example/a"),
    )
    live = replace(live, doc="b", retrieved="2019-05-06")
    copy = replace(copy, archived=archived, retrieved="2019-05-04")
    found = {r.doc: r for r in provenance.run((copy, live), ())}
    assert [k.relation for r in found.values() for k in r.links] == relations
    assert (found[copy.doc].voice == found["b"].voice) == bool(relations)
