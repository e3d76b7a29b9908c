"""Sentences that may tell an event in texts that have no passage of it."""

from __future__ import annotations

import pytest

from checker.events import assign, cover
from checker.model import Alignment, Coverage, Event, EventDate, Span
from tests.unit.event_texts import corpus, document

TOLD = "On Friday 8 May 1998 the harbour court heard the pilots of Varn in the old salt store."
FILLER = "Bread is dear in Oland.\nThe mill stands idle.\nNobody mends the lamp."
CASES = [
    ("On 8 May 1998 the pilots spoke.", "possible"),
    ("A harbour court once sat in a salt store to question pilots of Varn.", "possible"),
    ("The pilots of Varn have a union.", "no_passage_found"),
    ("On 8 June 1998 a shop was closed.", "no_passage_found"),
    ("", "no_passage_found"),
    ("…", "no_passage_found"),
]


def found(line: str, published: str | None = None) -> tuple[tuple[Alignment, ...], tuple[Coverage, ...]]:
    """Alignments and coverage of one event of document a, with nothing compared before."""
    read = corpus(document("a", f"{TOLD}\n{FILLER}"), document("b", f"{line}\n{FILLER}", published))
    event = Event("e", "E", EventDate("1998-05-08", "1998-05-08", ""), (), (Span("a", 0, len(TOLD)),), "r")
    pairs = assign.run((), (event,), read.documents, read.parses, read.times)
    return pairs, cover.run(read.documents, read.parses, (event,), pairs, (), read.times)


@pytest.mark.parametrize(("line", "state"), CASES)
def test_the_day_or_rare_words_bring_a_sentence_back(line: str, state: str) -> None:
    pairs, coverage = found(line)
    assert [(r.doc, r.state) for r in coverage] == [("a", "covered"), ("b", state)]
    sides = [(p.a, p.b, p.event, p.state) for p in pairs]
    expected = (Span("a", 0, len(TOLD)), Span("b", 0, len(line)), "e", "possible")
    assert sides == ([expected] if state == "possible" else [])


def test_a_pair_that_is_known_is_not_found_again() -> None:
    [pair], _ = found(CASES[0][0])
    read = corpus(document("a", f"{TOLD}\n{FILLER}"), document("b", f"{CASES[0][0]}\n{FILLER}"))
    event = Event("e", "E", EventDate("1998-05-08", "1998-05-08", ""), (), (Span("a", 0, len(TOLD)),), "r")
    assert len(assign.run((pair,), (event,), read.documents, read.parses, read.times)) == 1


def test_a_sentence_that_two_events_share_belongs_to_neither_alone() -> None:
    read = corpus(document("a", f"{TOLD}\n{FILLER}"), document("b", f"{CASES[0][0]}\n{FILLER}"))
    date, mentions = EventDate("1998-05-08", "1998-05-08", ""), (Span("a", 0, len(TOLD)),)
    events = tuple(Event(name, name, date, (), mentions, "r") for name in "ef")
    [pair] = assign.run((), events, read.documents, read.parses, read.times)
    assert pair.event is None


def test_what_was_searched_is_said_and_nothing_twice() -> None:
    _, coverage = found("The pilots of Varn have a union.")
    assert coverage[1].basis == "4 sentences searched"


def test_an_announcement_that_resembles_the_event_is_possible() -> None:
    _, coverage = found("On 8 May 1998 the pilots will speak.", "1998-05-01")
    assert coverage[1].state == "possible"
