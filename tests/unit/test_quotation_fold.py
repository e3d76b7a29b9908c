"""Folding and comparing words: what is folded away, and the way back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quotation import Index, diff
from checker.quotation.fold import fold, fold_marks
from checker.quotation.index import MOST_BLOCKS, Region, _highest, _tally
from checker.quotation.lexicon import classes, kind_of, marked
from checker.quotation.runs import Shared
from tests.unit.quotation_texts import document

WORDS = [
    ("Don’t panic", ["don't", "panic"]),
    ("well-known so—called", ["well", "known", "so", "called"]),
    ("guaran-\n  tees hold", ["guarantees", "hold"]),
    ("soft\u00adhyphen o\ufb03ce", ["softhyphen", "office"]),
    ("the U.S. and the U.K", ["the", "us", "and", "the", "uk"]),
    ("1,000.5 and 3,14 and 1999", ["1000.5", "and", "3,14", "and", "1999"]),
    ("[T]he want[s] [sic]", ["the", "wants", "sic"]),
    ("e\u0301t\u00e9", ["e\u0301t\u00e9".replace("e\u0301", "\u00e9")]),
    ("北京 Straße", ["北", "京", "strasse"]),
    ("«да»", ["да"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert list(fold(text).words) == words


def test_markup_is_not_read_and_offsets_lead_back() -> None:
    source = document("A [long **road**](http://x.example) home")
    folded = fold(source.text, source.markup)
    assert folded.view == "A long road home"
    assert [source.text[slice(*folded.stored(i, i + 1))] for i in range(4)] == ["A", "long", "road", "home"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“a” – ‘b’", "\"a\" - 'b'"),
        ("x [. . .] y", "x … y"),
        ("x\u00a0 y...", "x y…"),
        ("(…)", "…"),
        ("[…]", "…"),
    ],
)
def test_marks_are_folded(text: str, plain: str) -> None:
    assert fold_marks(text) == plain


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), max_size=6))
def test_every_word_stands_where_it_says(text: str, cuts: list[tuple[int, int]]) -> None:
    markup, at = [], 0
    for start, size in sorted(cuts):
        if at <= start and start + size <= len(text) and size:
            markup.append((start, start + size))
            at = start + size
    folded = fold(text, tuple(markup))
    hidden = {i for low, high in markup for i in range(low, high)}
    for i in range(len(folded)):
        start, end = folded.stored(i, i + 1)
        assert "".join(text[k] for k in range(start, end) if k not in hidden) == folded.surface(i)


def test_classes_of_words() -> None:
    assert "negation" in classes("isn't") and "number" in classes("20th")
    assert marked(["they", "go", "only", "if", "asked"], "limit") == [(2, 4, "limit")]
    assert kind_of(["will"], ["may"]) == "modality"
    assert kind_of(["not"], []) == "negation"
    assert kind_of(["boat"], ["ship"]) == ""


def test_a_diff_is_read_in_words_and_leads_back_to_both_texts() -> None:
    a, b = "x “We will not go,” y", "zz We may never “go” home"
    ops = diff(a, (3, 17), b, (3, len(b)))
    shown = [(op.tag, a[slice(*op.a)], b[slice(*op.b)]) for op in ops]
    assert shown == [
        ("equal", "We", "We"),
        ("replace", "will not", "may never"),
        ("equal", "go", "go"),
        ("insert", "", "home"),
    ]


def test_a_diff_sees_no_difference_in_typography() -> None:
    assert [op.tag for op in diff("Don’t—go", (0, 8), "don't - GO", (0, 10))] == ["equal"]


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=30),
    st.lists(st.sampled_from(["a", "b", "c", "x"]), max_size=30),
)
def test_the_opcodes_cover_both_sides(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    ops = diff(a, (0, len(a)), b, (0, len(b)))
    assert [w for op in ops for w in left[slice(*op.a_words)]] == left
    assert [w for op in ops for w in right[slice(*op.b_words)]] == right
    assert all(left[slice(*op.a_words)] == right[slice(*op.b_words)] for op in ops if op.tag == "equal")


def test_long_texts_are_compared_by_the_fast_diff() -> None:
    a = " ".join(f"w{i}" for i in range(3_000))
    b = a.replace("w1500 ", "other ")
    assert [op.tag for op in diff(a, (0, len(a)), b, (0, len(b)))] == ["equal", "replace", "equal"]


def test_the_index_finds_words_in_a_row_in_every_text() -> None:
    index = Index([document("the boat of the village", "a"), document("of the boat", "b"), document("", "c")])
    places = index.exact(index.sought(["the", "boat"]), 9)
    assert [(index.documents[p.text].doc, p.first, p.last) for p in places] == [("a", 0, 2), ("b", 1, 3)]
    assert index.exact(index.sought(["boat", "the"]), 9) == []
    assert index.exact(index.sought(["village", "of"]), 9) == []


SHARED = [
    ("the boat of the village sank", [(0, 0, 5)]),
    ("a boat of the town", [(1, 1, 3)]),
    ("the village of salt", [(0, 3, 2), (2, 2, 1)]),
    ("nobody saw it", []),
]


@pytest.mark.parametrize(("quote", "expected"), SHARED)
def test_shared_runs_are_maximal_and_single_words_stand_once(
    quote: str, expected: list[tuple[int, int, int]]
) -> None:
    index = Index([document("rain fell", "a"), document("the boat of the village", "b")])
    shared = Shared(index.sought(quote.split()), [Region(1, 0, 5)], index)
    assert [tuple(run) for run in shared.runs(0)] == expected
    assert shared.most(0) >= sum(size for _, _, size in expected)


def test_a_run_of_common_words_alone_is_no_start() -> None:
    index = Index([document("of the " * 60 + "of the old boat")])
    shared = Shared(index.sought(["of", "the", "old", "harbour", "of", "the"]), [Region(0, 0, 124)], index)
    assert [tuple(run) for run in shared.runs(0)] == [(0, 120, 3)]


def test_votes_are_counted_alike_in_few_blocks_and_in_many() -> None:
    blocks, weights = np.array([7, 2, 3, 7, 9]), np.array([1.0, 0.5, 0.25, 0.5, 1.0])
    for size in (11, 10 * MOST_BLOCKS):
        found, votes = _tally(blocks, weights, size)
        assert found.tolist() == [2, 3, 7, 9]
        assert votes.tolist() == [0.75, 0.25, 1.5, 1.0]
        assert _highest(found, votes, 2) == [7, 9]
