"""Sentences that tell an event beside something else, and those that quote one utterance."""

from __future__ import annotations

from datetime import date

import pytest

from checker.events.retold import with_retold
from checker.events.scenes import scenes
from checker.events.sentences import passages
from checker.events.spoken import one_utterance
from checker.model import (
    Alignment,
    AlignmentEvidence,
    Event,
    EventDate,
    Quotation,
    Span,
    TimeExpression,
    Variant,
)
from tests.unit.event_texts import corpus, document

HERE, THERE = Span("a", 10, 50), Span("b", 30, 80)
NAMED = AlignmentEvidence(terms=("Varn", "pilots", "court"))


def pair(score: float, evidence: AlignmentEvidence) -> Alignment:
    return Alignment(HERE, THERE, None, score, "aligned", evidence, "events.aligned")


def event(*docs: str) -> Event:
    mentions = (Span("a", 0, 100), *(Span(doc, 500, 600) for doc in docs))
    return Event("e", "E", EventDate("1998-05-08", "1998-05-08", ""), (), mentions, "events.discovered")


def added(
    pairs: list[Alignment],
    told: Event,
    days: str | None = None,
    issued: str | None = None,
    past: bool = True,
    within: str | None = None,
) -> bool:
    time = TimeExpression(Span("b", 40, 45), days, days, None, "", "time.date") if days else None
    published = {"b": date.fromisoformat(issued)} if issued else {}
    around = {("b", 30): (date.fromisoformat(within),) * 2} if within else {}
    [found] = with_retold([told], pairs, [], [time] if time else [], around, published, lambda _: past)
    return THERE in found.mentions


@pytest.mark.parametrize(
    ("score", "evidence", "expected"),
    [
        (0.35, NAMED, True),
        (0.25, NAMED, False),
        (0.35, AlignmentEvidence(terms=("pilots", "court")), False),
        (0.45, AlignmentEvidence(terms=("pilots", "court")), False),
        (0.45, AlignmentEvidence(terms=("pilots", "court", "fined")), True),
        (0.45, AlignmentEvidence(terms=("Varn", "court")), False),
        (0.35, AlignmentEvidence(terms=("Varn", "Friday"), dates=("1998-05-08",)), True),
        (0.35, AlignmentEvidence(terms=("Varn", "May"), dates=("1998-05-01/1998-05-31",)), False),
        (0.45, AlignmentEvidence(terms=("Friday", "May", "day")), False),
    ],
)
def test_what_two_sentences_must_share(score: float, evidence: AlignmentEvidence, expected: bool) -> None:
    assert added([pair(score, evidence)], event()) is expected


@pytest.mark.parametrize(
    ("day", "issued", "past", "expected"),
    [
        (None, None, True, True),
        ("1998-05-09", None, True, True),
        ("1998-05-20", None, True, False),
        ("1999-05-08", None, True, False),
        (None, "1998-05-01", True, False),
        (None, "2001-01-01", True, True),
        (None, "2001-01-01", False, False),
        (None, "1998-05-20", False, True),
    ],
)
def test_other_times_tell_something_else(
    day: str | None, issued: str | None, past: bool, expected: bool
) -> None:
    assert added([pair(0.5, NAMED)], event(), day, issued, past) is expected


@pytest.mark.parametrize(("within", "expected"), [("1998-05-09", True), ("1998-05-12", False)])
def test_a_sentence_of_a_passage_of_another_day_tells_something_else(within: str, expected: bool) -> None:
    assert added([pair(0.35, NAMED)], event(), within=within) is expected


def test_the_day_that_a_sentence_names_counts_for_more_than_that_of_its_passage() -> None:
    assert added([pair(0.35, NAMED)], event(), days="1998-05-12", within="1998-06-20")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The meeting in the boathouse broke up in Varn.", ["1998-05-03", "1998-05-03"]),
        ("Nils Oberg sold his boat in Varn.", ["1998-05-03"]),
        ("The meeting in the boathouse broke up in Varn on 9 May 1998.", ["1998-05-03", "1998-05-09"]),
        ("The meeting in the boathouse broke up in Varn in 1998.", ["1998-05-03"]),
    ],
)
def test_what_leans_on_a_dated_passage_is_of_its_day(second: str, expected: list[str]) -> None:
    found = corpus(document("a", f"On 3 May 1998 the owners met in Varn.\n\n{second}", "1998-06-01"))
    told = scenes(passages(found.documents[0], found.parses[0], ()), found.parses[0], found.times)
    assert [scene.on[0].isoformat() for scene in told if scene.on] == expected


def test_a_document_that_tells_the_event_gains_nothing() -> None:
    assert not added([pair(0.5, NAMED)], event("b"))


def paired(first: str, second: str, words: str, by: str | None) -> list[tuple[str, str, str]]:
    """The sentences that quote `words` in two texts, the second of which gives them to `by`."""
    read = corpus(document("a", first), document("b", second))
    parses = {p.doc: p for p in read.parses}
    told = {d.doc: scenes(passages(d, parses[d.doc], ()), parses[d.doc], ()) for d in read.documents}
    spans = [Span(d.doc, at := d.text.index(words), at + len(words)) for d in read.documents]
    variants = (Variant(spans[0], None, "one"), Variant(spans[1], None, by))
    found = one_utterance([Quotation("q", variants, (), "r")], told, parses)
    return [(read.quote(p.a), read.quote(p.b), p.state) for p in found]


def test_wordings_of_one_utterance_join_their_sentences() -> None:
    first = "“The pumps were never mended at all,” said Nils Oberg of Varn."
    second = "In court Oberg answered: “The pumps were never mended at all.”"
    assert paired(f"Nobody came. {first}", second, "The pumps were never mended", None) == [
        (first, second, "aligned")
    ]


@pytest.mark.parametrize(
    ("second", "by", "expected"),
    [
        ("The mill of Hest joined the “friends of the cheap loaf” and raised its price.", None, False),
        ("The mill of Hest, one of the “friends of the cheap loaf”, burned down.", None, False),
        ("Varn has no “friends of the cheap loaf”, Ilse Brandt said.", "two", True),
    ],
)
def test_quoted_words_that_only_name_something_may_be_borrowed(
    second: str, by: str | None, expected: bool
) -> None:
    first = "“We are friends of the cheap loaf,” said Ilse Brandt."
    assert bool(paired(first, second, "friends of the cheap loaf", by)) is expected
