"""How wordings of one utterance are laid side by side: sentence by sentence, then phrase by phrase."""

from __future__ import annotations

import pytest

from checker.quotation import variants
from checker.quotation.fold import fold
from checker.quotation.matching import blocks
from checker.quotation.notes import SHOWN, shown, spelled
from checker.quotation.phrases import edits
from checker.quotation.pieces import quoted_pieces
from tests.unit.quotation_texts import document, said

Noted = list[tuple[str, bool, str]]

BLOCKS = [
    (
        "We asked for boats. The dam is full. Nobody sleeps well.",
        "The dam is full. Nobody here sleeps well. Send us bread at once.",
        [("We asked for boats", ""), ("The dam is full", "The dam is full"),
         ("Nobody sleeps well", "Nobody here sleeps well"),
         ("", "Send us bread at once")],
    ),
    (
        "I asked nine mayors: who will pay? I told them plainly. They are silent.",
        "I've asked nine mayors who will pay, I've told them plainly – all are silent now.",
        [("I asked nine mayors: who will pay? I told them plainly. They are silent",
          "I've asked nine mayors who will pay, I've told them plainly – all are silent now")],
    ),
    ("We fear no storm.", "The bakers went home early.", []),
    ("", "Anything at all.", []),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), BLOCKS)
def test_sentences_are_paired_in_order(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    left, right = fold(a), fold(b)
    assert [(left.piece(*x.a), right.piece(*x.b)) for x in blocks(left, right)] == expected


EDITS = [
    ("I've told them", "I have told them", [("I've", "I have")]),
    ("I told them", "we I've told them", [("", "we"), ("I", "I've")]),
    ("the Norlandic mayors left", "the mayors of Norland left", [("Norlandic mayors", "mayors of Norland")]),
    ("nine mayors: will they pay", "nine mayors of Varn, if they pay", [("", "of Varn"), ("will", "if")]),
    ("we will close every well", "we may close all wells", [("will", "may"), ("every well", "all wells")]),
    ("the same words", "The same words!", []),
]


@pytest.mark.parametrize(("a", "b", "expected"), EDITS)
def test_words_part_in_whole_phrases(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    left, right = fold(a), fold(b)
    found = edits(left, (0, len(left)), right, (0, len(right)))
    assert [(left.piece(*edit.a), right.piece(*edit.b)) for edit in found] == expected


def noted(a: str, b: str) -> Noted:
    """The differences between two quotations that one speaker is given."""
    documents = (document(a, "a.txt"), document(b, "b.txt"))
    spoken = tuple(said(d.doc, piece, speaker="orlo") for d in documents for piece in quoted_pieces(d))
    (found,) = variants.run(documents, spoken)
    return [(d.op, d.matters, d.note) for d in found.differences]


NOTED: list[tuple[str, str, Noted]] = [
    (
        "“The council is not ready to pay for us. I asked nine river mayors who leads. They are tired.”",
        "“I asked nine river mayors who leads. They are tired. Bread is dear in Varn.”",
        [
            ("delete", False, "only in a.txt: “The council is not ready to pay for us”"),
            ("insert", False, "only in b.txt: “Bread is dear in Varn”"),
        ],
    ),
    (
        "“I asked nine Norlandic mayors for boats this week.”",
        "“I've asked nine mayors of Norland for boats this week.”",
        [
            ("replace", False, "tense: in a.txt “I”, in b.txt “I've”"),
            (
                "replace",
                False,
                "the same words in another order: in a.txt “Norlandic mayors”, in b.txt “mayors of Norland”",
            ),
        ],
    ),
    (
        "“The wells are full tonight. All nine mayors of the valley came to the mill.”",
        "“The wells are full tonight. They, nine mayors of the valley, came to the mill.”",
        [("replace", True, "in a.txt “All”, in b.txt “They”")],
    ),
    (
        "“The bridge of the old mill is safe for all of us.”",
        "“The bridge of the old mill isn't safe for all of us.”",
        [("replace", True, "a negation is added, dropped or changed: in a.txt “is”, in b.txt “isn't”")],
    ),
    (
        "“We have four boats in the harbour of Varn.”",
        "“We have six boats in the harbour of Varn.”",
        [("replace", True, "the numbers differ: in a.txt “four”, in b.txt “six”")],
    ),
    (
        "They are “ready to pay for the new roof”.",
        "“Our guests are ready to pay for the new roof before winter.”",
        [("hidden", False, "cut: b.txt begins “Our guests are”"),
         ("hidden", False, "cut: b.txt goes on “before winter”")],
    ),
    (
        "They are “ready to pay for the new roof”.",
        "“We are ready to pay for the new roof, but only if the town pays.”",
        [("hidden", False, "cut: b.txt begins “We are”"),
         ("hidden", True, "cut: b.txt goes on “but only if the town pays”")],
    ),
    (
        "“Ready to pay for the new roof of the mill.”",
        "“We are not ready to pay for the new roof of the mill.”",
        [("hidden", True, "cut: b.txt begins “We are not”")],
    ),
    (
        "“The roof of the mill leaks. The town is poor. Nobody will mend the old wheel.”",
        "“The roof of the mill leaks. … Nobody will mend the old wheel.”",
        [("hidden", True, "a.txt has “The town is poor” where b.txt has an ellipsis")],
    ),
    (
        "“We will pay for the new roof. But only if the council agrees.”",
        "“We will pay for the new roof.”",
        [("hidden", True, "cut: a.txt goes on “But only if the council agrees”")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), NOTED)
def test_what_parts_two_wordings_is_named(a: str, b: str, expected: Noted) -> None:
    assert noted(a, b) == expected


def test_two_wordings_in_one_document_are_told_apart() -> None:
    far = "They went home in the rain. " * 12
    text = "“Nobody here in Varn wants four dams.” " + far + "“Nobody here in Varn wants four large dams.”"
    (found,) = variants.run((document(text),), ())
    assert [d.note for d in found.differences] == ["only in a.txt (2 of 2): “large”"]


def test_a_note_keeps_words_whole() -> None:
    text = fold("harbour " * 40)
    words = shown(text, 0, len(text))
    assert len(words) <= SHOWN + 2
    assert set(words.removesuffix(" …").split()) == {"harbour"}
    assert shown(fold("x" * 500), 0, 1) == "…"


SPELLINGS = [
    ("travelled", "traveled", True),
    ("fuelling", "fueling", True),
    ("skilful", "skillful", True),
    ("behaviour", "behavior", True),
    ("neighbours", "neighbors", True),
    ("centre", "center", True),
    ("organised", "organized", True),
    ("manoeuvre", "maneuver", True),
    ("foetus", "fetus", True),
    ("filled", "filed", False),
    ("poured", "pored", False),
    ("four", "for", False),
    ("shoe", "she", False),
    ("poet", "pet", False),
]


@pytest.mark.parametrize(("british", "american", "same"), SPELLINGS)
def test_two_spellings_of_a_word_are_told_from_two_words(british: str, american: str, same: bool) -> None:
    assert (spelled((british,)) == spelled((american,))) is same
