"""Which utterances belong together, and what is no utterance at all."""

from __future__ import annotations

import pytest

from checker.quotation import variants
from checker.quotation.fold import fold
from checker.quotation.pieces import quoted_pieces, utterances
from checker.quotation.titles import is_title
from tests.unit.quotation_texts import document, said

FAR = " They went home in the rain." * 12
NOT_AFRAID = "“We are not afraid to sail to Varn. We are not afraid to talk about the new dam.”"


def groups(*texts: str, speaker: str = "orlo") -> list[list[tuple[str, str]]]:
    """The variants of each quotation: document and words."""
    documents = {name: document(text, name) for name, text in zip("abcd", texts, strict=False)}
    spoken = tuple(
        said(d.doc, piece, speaker=speaker) for d in documents.values() for piece in quoted_pieces(d)
    )
    found = variants.run(tuple(documents.values()), spoken)
    return [[(v.span.doc, documents[v.span.doc].quote(v.span)) for v in q.variants] for q in found]


GROUPS: list[tuple[tuple[str, ...], list[list[str]]]] = [
    # One document's own use of its words is no other wording, and a piece of another sentence is none either.
    (
        (
            "“We are not afraid to talk about the new dam.”",
            NOT_AFRAID + FAR + " She was “not afraid to sail to Varn” and “not afraid to talk about the new dam”.",
        ),
        [["b", "a"]],
    ),
    # Two sentences of one speaker hold the fragment alike: it is joined with neither.
    (
        (
            "They “want the long strike to go on”.",
            "“There are owners here who want the long strike to go on.”"
            + FAR
            + " “After the vote it seemed that some guilds want the long strike to go on, and prices rise.”",
        ),
        [],
    ),
    # The one that holds it best.
    (
        (
            "They “want the long strike to go on”.",
            "“There are owners here who want the long strike to go on.”",
            "“The guilds want the strike to end before the long winter sets in.”",
        ),
        [["b", "a"]],
    ),
    # Two full sentences of one document are wordings of one long utterance, each of a part of it.
    (
        (
            "“The town needs a new bridge over the Varn. The town needs a new school near the mill.”",
            "“The town needs a new bridge over the Varn.”" + FAR + " “The town needs a new school near the mill.”",
        ),
        [["a", "b"], ["a", "b"]],
    ),
    (("“The Law on the Upper Valley and the Wells of Varn”",
      "“The Law on the Upper Valley and the Wells of Varn”"), []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), GROUPS)
def test_utterances_are_joined(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert [[doc for doc, _ in members] for members in groups(*texts)] == expected


TITLES = [
    ("the Law on the Upper Valley and the Wells of Varn,", True),
    ("Rules of the Harbour, 1931", True),
    ("We Will Never Leave Varn", False),
    ("The wells of Varn are dry", False),
    ("NO MORE DAMS", False),
    ("CLOSE EVERY WELL NOW", False),
    ("Varn", False),
    ("", False),
]


@pytest.mark.parametrize(("words", "expected"), TITLES)
def test_a_name_of_a_paper_is_no_utterance(words: str, expected: bool) -> None:
    assert is_title(fold(words)) is expected


INTERRUPTED = [
    ("“We lost the harvest,” said Orlo, “and we want to know why.”", 1),
    ("“We lost the harvest,” said Orlo on Friday. “Now we want to know why.”", 1),
    ("“We lost the whole harvest,” said Orlo whose plan would make “every field a lake by May”.", 2),
]


@pytest.mark.parametrize(("text", "count"), INTERRUPTED)
def test_only_a_reporting_clause_stands_inside_an_utterance(text: str, count: int) -> None:
    one = document(text)
    cue = text.index("said")
    owner = said("a.txt", *quoted_pieces(one), speaker="orlo", cue=(cue, cue + 4))
    assert len(utterances(0, one, (owner,), 4)) == count
