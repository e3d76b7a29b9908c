"""Shared passages: what is found, where it begins and ends, and what is furniture."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import reuse
from checker.model import Block, Document, Range, Reuse, Rule


def document(
    name: str, text: str, markup: tuple[Range, ...] = (), boilerplate: tuple[Range, ...] = ()
) -> Document:
    blocks = (Block(0, len(text), "paragraph"),)
    return Document(
        name, name, "", "", "t", "text/plain", None, None, None, None, "en", "secondary", ((0, len(text)),),
        boilerplate, text, blocks=blocks, markup=markup,
    )  # fmt: skip


def found(*texts: str) -> list[tuple[str, str, str]]:
    documents = [document(f"d{i}", text) for i, text in enumerate(texts)]
    return [(r.kind, quote(documents, r, "a"), quote(documents, r, "b")) for r in reuse.run(documents)]


def quote(documents: list[Document], record: Reuse, side: str) -> str:
    span = record.a if side == "a" else record.b
    return next(d for d in documents if d.doc == span.doc).quote(span)


COPIED = "the ferry to Oland stayed in port because its crew had found water in the engine room"
PASSAGES = [
    (f"On Monday {COPIED}. Rain.", f"Nobody sailed: {COPIED}, they said.", [("verbatim", COPIED, COPIED)]),
    (
        COPIED,
        COPIED.upper().replace("ITS CREW", "its own crew"),
        [("near", COPIED, COPIED.upper().replace("ITS CREW", "its own crew"))],
    ),
    ("seven words are one word too few here", "seven words are one word too short", []),
    (
        "a town’s oldest tower fell down in the night and woke us",
        "A TOWN'S oldest tower fell down in the night, and so on",
        [
            (
                "verbatim",
                "a town’s oldest tower fell down in the night and",
                "A TOWN'S oldest tower fell down in the night, and",
            )
        ],
    ),
    (
        "DIE ﬁnale Straße führt am alten Hafen vorbei bis Oland hinauf",
        "Und die finale STRASSE führt am alten Hafen vorbei bis Oland.",
        [
            (
                "verbatim",
                "DIE ﬁnale Straße führt am alten Hafen vorbei bis Oland",
                "die finale STRASSE führt am alten Hafen vorbei bis Oland",
            )
        ],
    ),
    (
        "the crew's 'old' boats and o’Hara's crates lay there''s long since",
        "THE CREW’S old boats and O'Hara’s crates lay there s long ago",
        [
            (
                "verbatim",
                "the crew's 'old' boats and o’Hara's crates lay there''s long",
                "THE CREW’S old boats and O'Hara’s crates lay there s long",
            )
        ],
    ),
    (
        "𐐀rden saw the \ud800 ferry leave for Oland before dawn",
        "𐐨rden saw the ferry leave for Oland before dawn",
        [
            (
                "verbatim",
                "𐐀rden saw the \ud800 ferry leave for Oland before dawn",
                "𐐨rden saw the ferry leave for Oland before dawn",
            )
        ],
    ),
    ("", COPIED, []),
    ("…", "“”", []),
]


@pytest.mark.parametrize(("first", "second", "expected"), PASSAGES)
def test_passages(first: str, second: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(first, second) == expected


@pytest.mark.parametrize("rule", reuse.RULES, ids=lambda rule: rule.id)
def test_rule_examples(rule: Rule) -> None:
    for example in rule.examples:
        copied = example.finds[0].split()
        if rule.id == "reuse.near":
            copied.insert(len(copied) // 2, "really")
        ((kind, words, _),) = found(example.text, f"Elsewhere, {' '.join(copied)} too")
        assert (f"reuse.{kind}", words) == (rule.id, *example.finds)


def test_markup_is_not_read() -> None:
    linked = "the ferry to [Oland](#x) stayed in *port* because its crew had found water in the engine room"
    marks = ((13, 14), (19, 24), (35, 36), (40, 41))
    first, second = document("a", linked, marks), document("b", COPIED)
    (record,) = reuse.run([second, first])
    assert (record.kind, first.quote(record.a), second.quote(record.b)) == ("verbatim", linked, COPIED)


def test_page_furniture_is_marked() -> None:
    foot = "All rights to this page are kept by the people who made it and by nobody else."
    text = f"{COPIED}.\n{foot}"
    first = document("a", text, boilerplate=((len(COPIED) + 2, len(text)),))
    assert [r.boilerplate for r in reuse.run([first, document("b", f"Else. {foot}")])] == [True]


def test_what_stands_in_many_documents_is_furniture() -> None:
    records = reuse.run([document(f"d{i}", f"{'x' * (i + 1)} {COPIED}") for i in range(6)])
    assert len(records) == 15
    assert all(r.boilerplate for r in records)


def test_a_passage_of_a_crowd_is_paired_with_the_first() -> None:
    records = reuse.run([document(f"d{i:02}", f"{'x' * (i + 1)} {COPIED}") for i in range(40)])
    assert {(r.a.doc, r.b.doc) for r in records} == {("d00", f"d{i:02}") for i in range(1, 40)}


def test_texts_that_are_read_together_and_alone_have_the_same_passages() -> None:
    filler = " ".join(f"w{i}x{i * i}" for i in range(30_000))
    assert len(filler) > 1 << 18
    texts = [f"{COPIED} end", f"{filler} {COPIED}", f"İ {COPIED} ß", f"so {COPIED}"]
    for size in (2, 3, 4):
        documents = [document(f"d{i}", text) for i, text in enumerate(texts[:size])]
        records = reuse.run(documents)
        assert len(records) == size * (size - 1) // 2
        assert {quote(documents, r, side) for r in records for side in "ab"} == {COPIED}


def test_repeated_words_take_no_quadratic_time() -> None:
    start = time.perf_counter()
    reuse.run([document("a", "na " * 60_000), document("b", "na " * 50_000 + "no")])
    assert time.perf_counter() - start < 5


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab c’é\U0001f600İß\n", max_size=80), min_size=2, max_size=4))
def test_spans_lie_in_their_texts_and_order_does_not_matter(texts: list[str]) -> None:
    documents = [document(f"d{i}", text) for i, text in enumerate(texts)]
    records = reuse.run(documents)
    assert records == reuse.run(documents[::-1])
    for record in records:
        assert record.a.doc < record.b.doc
        assert len(re.findall(r"\w+", quote(documents, record, "a"))) >= 4


def test_a_passage_never_runs_over_the_end_of_its_document() -> None:
    words = "the grey ferry left the old harbour before the pilots had counted the crates of salt on deck"
    shared = reuse.run([document(f"d{i}", words) for i in range(6)])
    assert len(shared) == 15
    assert all(r.a.end <= len(words) and r.b.end <= len(words) for r in shared)
