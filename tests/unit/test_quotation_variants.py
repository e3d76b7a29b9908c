"""Wordings of one utterance: what is joined, what is not, and how the wordings differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Attribution, Document, Quotation
from checker.quotation import variants
from checker.quotation.pieces import quoted_pieces
from tests.unit.quotation_texts import document, said


def run(*texts: str, speaker: str | None = None) -> tuple[tuple[Document, ...], tuple[Quotation, ...]]:
    documents = tuple(document(text, f"{i}.txt") for i, text in enumerate(texts))
    spoken: list[Attribution] = []
    if speaker:
        spoken = [said(d.doc, piece, speaker=speaker) for d in documents for piece in quoted_pieces(d)]
    return documents, variants.run(documents, tuple(spoken))


PIECES = [
    ("He said “yes” and «no».", ["yes", "no"]),
    ('"One," she said, "two."', ["One,", "two."]),
    ("“An ‘inner’ word” here", ["An ‘inner’ word"]),
    ("The farmers’ ‘own words’ count", ["own words"]),
    ("“Left open\nNext line “closed”", ["Left open", "closed"]),
    ("„Gut“, sagte er", ["Gut"]),
    ('5" wide and 6" long', []),
    ("\"One,'' she said. \"Two.'' She left.", ["One,", "Two."]),
    ("``One,'' she said of ''two.''", ["One,", "two."]),
    ("Lost,'' she said of the \"mill''.", ["mill"]),
    ('"We wait. "They go," she said.', ["We wait.", "They go,"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "inside"), PIECES)
def test_quoted_pieces(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_pieces(document(text))] == inside


NOT_JOINED = [
    ("“We need a new bridge over the river now.”", "“The bridge over our river needs new paint.”", "one"),
    ("“The union wants higher wages this year.”", "“The union of bakers meets in the hall.”", "one"),
    ("She spoke of “the old harbour” again.", "They praised “the old harbour” loudly.", "one"),
    ("“Our fishermen lost forty boats in the storm.”", "“Forty boats of the fishermen were lost.”", None),
]


@pytest.mark.parametrize(("a", "b", "speaker"), NOT_JOINED)
def test_the_same_topic_is_not_the_same_utterance(a: str, b: str, speaker: str | None) -> None:
    assert run(a, b, speaker=speaker)[1] == ()


DIFFERENCES = [
    (
        "“I've asked all nine builders to stop.”",
        "“I have asked all nine builders to stop.”",
        [("replace", False, "contraction: in 0.txt “I've”, in 1.txt “I have”")],
    ),
    (
        "“We will close every well in the valley.”",
        "“We may close every well in the valley.”",
        [
            (
                "replace",
                True,
                "the strength of the commitment differs: in 0.txt “will”, in 1.txt “may”",
            )
        ],
    ),
    (
        "“Nobody in this valley wants a second dam, unless it is small.”",
        "“Nobody in this valley wants a second dam.”",
        [("hidden", True, "cut: 0.txt goes on “unless it is small”")],
    ),
    (
        "“The road to the mill is safe …”",
        "“The road to the mill is safe for cars.”",
        [("hidden", True, "cut at an ellipsis: 1.txt goes on “for cars”")],
    ),
    (
        "“The road to the old mill is safe. Drive slowly there.”",
        "“The road to the old mill is safe.”",
        [("delete", False, "only in 0.txt: “Drive slowly there”")],
    ),
    (
        "“The guards at the gate of the mill want[s] a rest.”",
        "“The guards at the gate of the mill want a rest.”",
        [("replace", False, "letters in brackets: in 0.txt “want[s]”, in 1.txt “want”")],
    ),
    (
        "“The boats, he thinks, leave the harbour of Varn at noon.”",
        "“The boats … leave the harbour of Varn at noon.”",
        [("hidden", True, "0.txt has “he thinks” where 1.txt has an ellipsis")],
    ),
    (
        "“The boats never leave the harbour of Varn at noon.”",
        "“The boats leave the harbour of Varn at noon.”",
        [("delete", True, "negation, only in 0.txt: “never”")],
    ),
    ("“The boats leave the HARBOUR – at noon.”", "“the boats leave the harbour, at noon”", []),
]


@pytest.mark.parametrize(("a", "b", "expected"), DIFFERENCES)
def test_differences_are_named(a: str, b: str, expected: list[tuple[str, bool, str]]) -> None:
    documents, (found,) = run(a, b)
    assert [(d.op, d.matters, d.note) for d in found.differences] == expected
    base, other = ({d.doc: d for d in documents}[v.span.doc] for v in found.variants)
    for difference in found.differences:
        for side, text in ((difference.a, base), (difference.b, other)):
            assert side is None or (side.doc == text.doc and text.quote(side) in text.text)


def test_what_the_narrator_says_between_two_pieces_is_no_difference() -> None:
    one = document("“We lost the harvest,” said Lena Orlo, “and we want to know why.”", "a")
    two = document("Lena Orlo: “We lost the harvest and we want to know why.”", "b")
    spoken = (
        said("a", *quoted_pieces(one), speaker="orlo", cue=(24, 28)),
        said("b", *quoted_pieces(two), speaker="orlo"),
    )
    (found,) = variants.run((two, one), spoken)
    assert [one.quote(found.variants[0].span), found.variants[0].speaker] == [
        "We lost the harvest,” said Lena Orlo, “and we want to know why.",
        "orlo",
    ]
    assert found.differences == ()


def test_pieces_without_a_cue_between_them_stay_apart() -> None:
    one = document(
        "She feels “let down by the town council” and calls the new road “a gift to the rich”.", "a"
    )
    two = document("“I am let down by the town council, let down by all.”", "b")
    pieces = quoted_pieces(one)
    (found,) = variants.run((one, two), (said("a", *pieces, speaker="orlo", kind="mixed"),))
    assert [v.span.doc for v in found.variants] == ["b", "a"]
    assert one.quote(found.variants[1].span) == "let down by the town council"


def test_a_word_bent_by_brackets_is_no_difference_beside_a_cut() -> None:
    _, (found,) = run(
        "“want[ed] the old war of the mills to go on”", "“Some still want the old war of the mills to go on”"
    )
    assert [(d.op, d.matters, d.note) for d in found.differences] == [
        ("hidden", False, "cut: 1.txt begins “Some still”"),
        ("replace", False, "letters in brackets: in 1.txt “want”, in 0.txt “want[ed]”"),
    ]


def test_another_order_of_documents_gives_the_same_quotations() -> None:
    documents, found = run("“Nobody here wants a second dam.”", "“Nobody here wants a second dam.”", "“No.”")
    assert variants.run(documents[::-1], ()) == found
    assert [v.span.doc for v in found[0].variants] == ["0.txt", "1.txt"]


def test_one_utterance_twice_in_one_document_counts_when_far_apart() -> None:
    said_twice = "“Nobody here wants a second dam.” " + "They went home in the rain. " * 12
    assert len(run(said_twice + said_twice)[1]) == 1
    assert run("“Nobody here wants a second dam.” “Nobody here wants a second dam.”")[1] == ()


def test_two_speakers_are_joined_only_by_nearly_the_same_words() -> None:
    a, b = (
        document("“The mill lost a third of its workers.”", "a"),
        document("“The mill lost a third of its workers.”", "b"),
    )
    spoken = tuple(said(d.doc, *quoted_pieces(d), speaker=d.doc) for d in (a, b))
    (found,) = variants.run((a, b), spoken)
    assert [v.speaker for v in found.variants] == ["a", "b"]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "‘", "’", "«", "not", "the old mill", "burned down", "…", "\n"]),
        max_size=40,
    )
)
def test_odd_marks_give_exact_spans(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = run(text, text)[1]
    for quotation in found:
        for variant in quotation.variants:
            assert 0 <= variant.span.start < variant.span.end <= len(text)
