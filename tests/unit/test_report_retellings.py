"""What later texts made of the sentences of a primary source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.model import Alignment, AlignmentEvidence, Document, Interval, Quotation, Span, Variant
from checker.report import prove, write
from checker.report.corpus import Corpus
from checker.report.retellings import lost, retellings, sentences
from tests.unit import report_corpus as rc

STATEMENT = """Harbour statement

The pier stays open for nine days, and no ship shall wait. The council asked the guild for two pilots.

All rights are kept.
"""
QUOTED = """The council wrote: “The pier stays open for nine days.”

It wanted pilots from the guild, two of them. “The pier stays open for five days, and no ship shall wait,” it wrote.

All rights are kept.
"""


def text(name: str, words: str, day: str, role: str = "secondary") -> Document:
    when = Interval(day, day, "manifest")
    found = rc.document(rc.Text(name, words), published=when, role=role, title=name, outlet=name, author=None)
    return replace(found, body=((0, len(words)),), boilerplate=())


SOURCE = text("statement.txt", STATEMENT, "2021-05-02", "primary")
LATER, FURTHER = text("later.txt", QUOTED, "2021-05-03"), text("further.txt", QUOTED, "2021-05-04")
EARLIER = text("earlier.txt", QUOTED, "2021-05-01")


def span(document: Document, words: str) -> Span:
    at = document.text.index(words)
    return Span(document.doc, at, at + len(words))


def corpus(*documents: Document) -> Corpus:
    own = span(SOURCE, "The pier stays open for nine days, and no ship shall wait.")
    said = [
        Variant(span(d, words), None, None)
        for d in documents
        if d is not SOURCE
        for words in (
            "The pier stays open for nine days.",
            "The pier stays open for five days, and no ship shall wait,",
        )
    ]
    told = [
        Alignment(
            span(SOURCE, "The council asked the guild for two pilots."),
            span(d, "It wanted pilots from the guild, two of them."),
            None,
            0.5,
            "aligned",
            AlignmentEvidence((), ("pilots", "guild", "two")),
            "events.align",
        )
        for d in documents
        if d is not SOURCE
    ]
    changes = {
        "documents": documents,
        "quotations": (Quotation("q", (Variant(own, None, None), *said), (), "quotation.cut"),),
        "alignments": tuple(told),
    }
    empty = dict.fromkeys(
        (
            "provenance",
            "groups",
            "times",
            "attributions",
            "events",
            "claims",
            "framing",
            "coverage",
            "divergences",
            "citations",
            "reuse",
        ),
        (),
    )
    return Corpus(rc.analysis(**{**empty, **changes}), rc.RULES)


def test_sentences_are_those_of_the_text_alone() -> None:
    found = [s.of(STATEMENT) for s in sentences(corpus(SOURCE, LATER, FURTHER), SOURCE)]
    assert found == [
        "The pier stays open for nine days, and no ship shall wait.",
        "The council asked the guild for two pilots.",
    ]


def test_each_retelling_is_kept_cut_changed_or_in_other_words() -> None:
    (_, first), (_, second) = retellings(corpus(SOURCE, LATER, FURTHER), SOURCE)
    assert [(r.there.doc, r.deeds) for r in first] == [
        ("further.txt", ("changed",)),
        ("later.txt", ("changed",)),
        ("further.txt", ("cut",)),
        ("later.txt", ("cut",)),
    ]
    assert [s.of(STATEMENT) for s in lost(SOURCE, first[2])] == ["and no ship shall wait"]
    assert {r.deeds for r in second} == {("in other words",)}


def test_what_is_older_retells_nothing() -> None:
    assert {r.there.doc for _, rs in retellings(corpus(SOURCE, EARLIER, LATER), SOURCE) for r in rs} == {
        "later.txt"
    }


@pytest.mark.parametrize("single", [False, True])
def test_a_primary_source_has_a_page_that_is_proved(tmp_path: Path, single: bool) -> None:
    analysis = corpus(SOURCE, LATER, FURTHER).analysis
    write(analysis, tmp_path, report_json=b"{}\n", rules=rc.RULES, single_file=single)
    pages = [p.read_text("utf-8") for p in tmp_path.rglob("*.html")]
    (page,) = [p for p in pages if "and what became of them" in p]
    assert page.index("what became of them") < page.index("Who retells it")
    assert prove(tmp_path).ok
