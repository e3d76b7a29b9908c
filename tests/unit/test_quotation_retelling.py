"""Words of an utterance without quotation marks: in a primary source, in a report, in the narrator's voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import parse
from checker.model import Attribution, Document, Group, Quotation
from checker.quotation import variants
from checker.quotation.pieces import quoted_pieces
from tests.unit.quotation_texts import document, said

Row = tuple[str, str, str]
DAM = "“The owners of the old dam never paid the crews for nine weeks,” Orlo said."
LONG = "“The wells of Varn are dry. The owners of the mill sold the pumps in March. Nobody told the council.”"


def told(
    *texts: str, primary: str = "", circles: tuple[Group, ...] | None = None
) -> tuple[list[list[Row]], tuple[Quotation, ...]]:
    """The variants of each quotation: document, voice, words."""
    documents = tuple(_document(text, name, primary) for name, text in zip("abcd", texts, strict=False))
    spoken = tuple(said(d.doc, piece, speaker="orlo") for d in documents for piece in quoted_pieces(d))
    spoken += tuple(a for d in documents if (a := _reported(d)))
    found = variants.run(documents, spoken, tuple(map(parse.run, documents)), (), circles)
    by_doc = {d.doc: d for d in documents}
    return [
        [(v.span.doc, v.voice, by_doc[v.span.doc].quote(v.span)) for v in q.variants] for q in found
    ], found


def _document(text: str, name: str, primary: str) -> Document:
    return replace(document(text, name), role="primary" if name == primary else "secondary")


def _reported(one: Document) -> Attribution | None:
    """What follows "Orlo said that", as an indirect attribution."""
    start = one.text.find("Orlo said that ")
    if start < 0:
        return None
    return said(one.doc, (start + 15, len(one.text) - 1), speaker="orlo", kind="indirect")


TOLD: list[tuple[tuple[str, str], list[Row]]] = [
    # As a fact; as a report; behind a closing mark that none opened.
    ((DAM, "In spring the owners of the old dam never paid the crews for nine weeks."),
     [("b", "narrator", "In spring the owners of the old dam never paid the crews for nine weeks")]),
    ((DAM, "Orlo said that the owners of the old dam never paid the crews for nine weeks."),
     [("b", "reported", "the owners of the old dam never paid the crews for nine weeks")]),
    ((DAM, "He called it theft: the owners of the old dam never paid the crews for nine weeks.” Then he left."),
     [("b", "quoted", "the owners of the old dam never paid the crews for nine weeks")]),
    # In the first person, as in an interview: nobody's voice is told, but it is no narrator's.
    (("“I sold the old mill to my brother for nine crowns,” Orlo said.",
      "Why? I sold the old mill to my brother for nine crowns."),
     [("b", "quoted", "I sold the old mill to my brother for nine crowns")]),
    # In other words, with the same verb.
    ((DAM, "For nine weeks the crews were never paid by the owners of the dam."),
     [("b", "narrator", "For nine weeks the crews were never paid by the owners of the dam")]),
    # The opposite, another number, another verb, the same topic.
    ((DAM, "In spring the owners of the old dam paid the crews for nine weeks."), []),
    ((DAM, "In spring the owners of the old dam never paid the crews for six weeks."), []),
    ((DAM, "For nine weeks the owners of the dam never met the crews."), []),
    ((DAM, "The crews of the dam went home."), []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), TOLD)
def test_what_a_text_tells_without_marks_is_given_in_its_voice(
    texts: tuple[str, str], expected: list[Row]
) -> None:
    found, _ = told(*texts)
    assert [row for rows in found for row in rows[1:]] == expected


def test_a_text_about_another_happening_is_no_retelling() -> None:
    texts = DAM, "For nine weeks the crews were never paid by the owners of the dam."
    assert told(*texts, circles=(Group("g", ("a",)), Group("h", ("b",))))[0] == []
    assert len(told(*texts, circles=(Group("g", ("a", "b")),))[0]) == 1


def test_a_primary_source_is_the_base() -> None:
    source = "I think the wells of Varn are dry, unless it rains. The owners of the mill sold the pumps."
    (rows,), (found,) = told("“The wells of Varn are dry,” said Orlo.", source, primary="b")
    assert [row[:2] for row in rows] == [("b", "quoted"), ("a", "quoted")]
    assert rows[0][2] == "I think the wells of Varn are dry, unless it rains"
    assert [(d.variant, d.matters, d.note) for d in found.differences] == [
        (1, True, "cut: b begins “I think”"),
        (1, True, "cut: b goes on “unless it rains”"),
    ]


def test_a_primary_source_brings_together_what_quotes_one_sentence_of_it() -> None:
    source = "The wells of Varn are dry because the owners of the mill sold the pumps in March."
    rows, _ = told(
        "“The wells of Varn are dry,” said Orlo.", "They “sold the pumps in March”.", source, primary="c"
    )
    assert [[row[0] for row in variants_] for variants_ in rows] == [["c", "a", "b"]]


PARTS = [
    ((LONG, "“The wells of Varn are dry.”", "“Nobody told the council.”"), [["a", "b"], ["a", "c"]]),
    ((LONG, "“The wells of Varn are dry.”", "“The wells of Varn are dry”"), [["a", "b", "c"]]),
    ((LONG, LONG, "“The owners of the mill sold the pumps in March.”"), [["a", "b", "c"]]),
]


@pytest.mark.parametrize(("texts", "expected"), PARTS)
def test_wordings_of_two_sentences_are_told_apart(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    rows, _ = told(*texts)
    assert [[row[0] for row in variants_] for variants_ in rows] == expected


def test_a_part_has_exact_spans() -> None:
    rows, _ = told(LONG, "“The wells of Varn are dry.”", "“Nobody told the council.”")
    assert [variants_[0][2] for variants_ in rows] == ["The wells of Varn are dry", "Nobody told the council"]
