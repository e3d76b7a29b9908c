"""Two passages word for word: what is marked, and which difference counts most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model import Document, Span
from checker.report.contrast import Contrast, contrast
from tests.unit import report_corpus as rc


def document(text: str) -> Document:
    return replace(rc.DOCUMENTS[0], text=text, markup=())


def against(a: str, b: str) -> Contrast:
    return contrast(document(a), Span("a", 0, len(a)), document(b), Span("b", 0, len(b)))


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        ("The dam held for nine days.", "The dam held for five days.", ["nine"], ["five"]),
        ("The guard was told to wait.", "The guard was not told to wait.", [], ["not"]),
        ("They will raise the tolls in May.", "They may raise the tolls in May.", ["will"], ["may"]),
        ("Mayor Ode left the hall at noon.", "Mayor Ode left the hall at noon, angry.", [], ["angry"]),
        ("“The dam held,” he said.", '"The dam held", he said.', [], []),
        ("Они взяли замо\u0301к утром.", "Они взяли за\u0301мок утром.", ["замо\u0301к"], ["за\u0301мок"]),
        ("The cafe\u0301 is shut today.", "The caf\u00e9 is shut today.", [], []),
        ("Its crew’s oath was read aloud.", "Its crew's oath was read aloud.", [], []),
    ],
)
def test_words_that_differ_are_marked(a: str, b: str, first: list[str], second: list[str]) -> None:
    found = against(a, b)
    assert found.near
    assert [a[m.start : m.end] for m in found.first] == first
    assert [b[m.start : m.end] for m in found.second] == second
    assert found.same == (not first and not second)


@pytest.mark.parametrize(
    ("a", "more", "less"),
    [
        ("The crew of 40 left the port.", "The crew of 60 left the port.", "The crew of 40 quit the port."),
        (
            "The port was closed by the guild.",
            "The port was not closed by the guild.",
            "The old port was closed by the guild.",
        ),
        (
            "Vessin asked the guild for rope.",
            "Orrin asked the guild for rope.",
            "Vessin begged the guild for rope.",
        ),
        (
            "Vessin asked the guild for rope.",
            "Orrin asked the guild for rope.",
            "Vessinn asked the guild for rope.",
        ),
    ],
)
def test_figures_denials_and_names_count_more(a: str, more: str, less: str) -> None:
    assert against(a, more).weight > against(a, less).weight > 0


def test_two_sentences_of_their_own_are_not_compared_by_words() -> None:
    found = against("The dam held for nine days in spring.", "Nobody asked the harbour guild for its view.")
    assert found == Contrast(near=False, same=False, weight=0)


def test_what_a_reader_does_not_see_is_no_word() -> None:
    text = "The [dam](#ref) held."
    hidden = replace(document(text), markup=((4, 5), (8, 14)))
    other = document("The dam held.")
    assert contrast(hidden, Span("a", 0, len(text)), other, Span("b", 0, 13)).same
    assert not contrast(document(""), Span("a", 0, 0), other, Span("b", 0, 13)).near
