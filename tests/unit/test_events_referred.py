"""References to deeds, the events that they belong to, and what keeps scenes of one topic apart."""

from __future__ import annotations

from datetime import date

import pytest

from checker.events.coherence import coherent, topics
from checker.events.references import Reference, references
from checker.events.referred import unclaimed, with_references
from checker.events.scenes import scenes
from checker.events.sentences import passages, places_of
from checker.model import Event, EventDate, Span
from tests.unit.event_texts import Corpus, corpus, document


def read(text: str) -> list[Reference]:
    found = corpus(document("a", text, "2004-07-01"))
    told = document("a", text, "2004-07-01")
    places = places_of(found.entities).get("a", ())
    cut = scenes(passages(told, found.parses[0], places), found.parses[0], found.times)
    return references(cut, found.parses[0], places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Oslo ended on 4 May 2004.", [("talks", True)]),
        ("Norway and Sweden negotiated in Oslo for three days.", [("talks", True)]),
        ("Ilse Brandt told Reuters that the talks in Oslo had failed.", [("talks", False)]),
        ("Moreover, we signed the treaty in Bergen.", [("agreement", False)]),
        ("Ilse Brandt and Nils Oberg signed the treaty in Bergen.", [("agreement", True)]),
        ("Soldiers crossed the border near Bergen at dawn.", [("invasion", True)]),
        ("The army pulled its troops back from Bergen.", [("retreat", True)]),
        ("Ilse Brandt pulled the door of the mill shut.", []),
        ("Nobody held talks, and no treaty was signed.", []),
        ("If the army should invade, Ilse Brandt will leave.", []),
        ("The war lasted for nine years.", []),
        ("The outbreak of the war surprised Ilse Brandt.", [("invasion", True)]),
        ("Ilse Brandt visited Oslo. It was cold there.", [("visit", True)]),
        ("They held talks in May. They were conducted in Oslo.", [("talks", True), ("talks", True)]),
        ("Ilse Brandt promised to repair the pier.", [("promise to repair", True)]),
        ("The pledge of the mayor was forgotten.", []),
        ("Fishermen recalled the promise of employment.", [("promise to employ", False)]),
        ("A commitment to disarmament was signed.", [("promise to disarm", True)]),
        ("Oland never promised to employ a pilot.", []),
        ("Nils Oberg kept a promise.", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(r.kind, r.main) for r in read(text)] == expected


def sources(found: Corpus, day: str) -> list[set[str]]:
    return [{m.doc for m in e.mentions} for e in found.events() if e.date.from_ == day]


TALKS = "Norway and Sweden opened talks in Bergen on 4 May 2004, in a hotel by the fish market."


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Timber prices rose after the talks in Bergen, said an exporter of planed boards.", True),
        ("In 2004 Norway and Sweden held talks, and timber grew dearer within a season.", True),
        ("Timber prices rose after the talks in Lisbon, said an exporter of planed boards.", False),
        ("In 2009 Norway and Sweden held talks, and timber grew dearer within a season.", False),
        ("Timber from Bergen grew dearer, said an exporter of planed boards.", False),
    ],
)
def test_a_text_that_refers_to_an_event_is_one_of_its_sources(text: str, joined: bool) -> None:
    found = corpus(document("a", TALKS, "2004-05-05"), document("b", text, "2011-05-01"))
    assert any(docs >= {"a", "b"} for docs in sources(found, "2004-05-04")) == joined


PLEDGE = "In 1987 the Harbour League promised Ilse Brandt that the League would not employ boys from Hest."


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Nils Oberg complained of a forgotten promise about employment in the Harbour League.", True),
        ("Fishermen still speak of the promise of the Harbour League not to employ boys.", True),
        ("Nils Oberg complained of the employment of boys at the market in Bergen.", False),
        ("In 1999 the Harbour League promised not to employ two crews for a tug.", False),
    ],
)
def test_a_promise_is_known_by_what_is_promised(text: str, joined: bool) -> None:
    found = corpus(document("a", PLEDGE, "2004-05-05"), document("b", text, "2011-05-01"))
    assert any(docs >= {"a", "b"} for docs in sources(found, "1987-01-01")) == joined


@pytest.mark.parametrize(("day", "added"), [(4, 2), (5, 2), (19, 1)])
def test_of_a_text_that_names_two_days_one_refers_to_an_event(day: int, added: int) -> None:
    def reference(doc: str, start: int, days: tuple[date, date]) -> Reference:
        who, span = frozenset({"norway", "sweden"}), Span(doc, start, start + 50)
        return Reference(span, "talks", start, who, frozenset({"bergen"}), (days,), True, True)

    year, may = (date(2004, 1, 1), date(2004, 12, 31)), (date(2004, 5, 4), date(2004, 5, 4))
    other = (date(2004, 5, day),) * 2
    refs = {"a": [reference("a", 0, year)], "b": [reference("b", 0, may), reference("b", 90, other)]}
    told = Event(
        "e", "E", EventDate("2004-01-01", "2004-12-31", ""), (), (Span("a", 0, 60),), "events.discovered"
    )
    [event] = with_references([told], refs, {})
    assert [m.doc for m in event.mentions].count("b") == added


@pytest.mark.parametrize(
    ("first", "last", "joined"),
    [
        (date(2004, 5, 1), date(2004, 5, 31), True),
        (date(2004, 1, 1), date(2004, 12, 31), True),
        (date(2004, 3, 21), date(2004, 6, 15), False),
    ],
)
def test_weeks_told_from_end_to_end_are_no_day_of_theirs(first: date, last: date, joined: bool) -> None:
    def reference(doc: str, days: tuple[date, date]) -> Reference:
        who = frozenset({"norway", "sweden"})
        return Reference(Span(doc, 0, 50), "talks", 0, who, frozenset(), (days,), True, True)

    when, refs = EventDate("2004-05-04", "2004-05-04", ""), [reference("a", (date(2004, 5, 4),) * 2)]
    told = Event("e", "E", when, (), (Span("a", 0, 60),), "events.discovered")
    [event] = with_references([told], {"a": refs, "b": [reference("b", (first, last))]}, {})
    assert ("b" in {m.doc for m in event.mentions}) is joined


def test_an_article_older_than_the_event_does_not_refer_to_it() -> None:
    text = "Timber prices rose after the talks in Bergen, said an exporter of planed boards."
    found = corpus(document("a", TALKS, "2004-05-05"), document("b", text, "2003-05-01"))
    assert sources(found, "2004-05-04") == [{"a"}]


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        ((date(2004, 5, 4), date(2004, 5, 4)), False),
        ((date(2004, 5, 1), date(2004, 5, 31)), False),
        ((date(2004, 1, 1), date(2004, 12, 31)), True),
        (None, True),
    ],
)
def test_a_deed_of_a_known_day_is_not_that_of_an_event_of_none(
    days: tuple[date, date] | None, joined: bool
) -> None:
    def reference(doc: str) -> Reference:
        who, named = frozenset({"norway", "sweden"}), (days,) if days else ()
        return Reference(
            Span(doc, 0, 50), "talks", 0, who, frozenset({"bergen"}), named, bool(days), main=True
        )

    told = Event("e", "E", EventDate(None, None, ""), (), (Span("a", 0, 60),), "events.discovered")
    [event] = with_references([told], {doc: [reference(doc)] for doc in "ab"}, {})
    assert ("b" in {m.doc for m in event.mentions}) is joined


def test_what_several_texts_only_mention_is_an_event_of_its_own() -> None:
    lines = (
        "Ilse Brandt opened a school of weaving on 4 May 2004, a year after the army left Lisbon to the fishermen.",
        "Once the army had pulled its soldiers out of Lisbon, Nils Oberg planted nine rows of plum trees there.",
    )
    found = corpus(*(document(f"d{i}", line, "2006-01-01") for i, line in enumerate(lines)))
    [school, left] = found.events()
    assert (left.label, {m.doc for m in left.mentions}) == ("Lisbon: retreat", {"d0", "d1"})
    assert school.event != left.event


def test_a_deed_at_two_places_is_one_event() -> None:
    places = frozenset({"bergen", "norway"})
    said = {
        doc: [Reference(Span(doc, 0, 9), "talks", 0, frozenset(), places, (), timed=False, main=False)]
        for doc in "ab"
    }
    assert unclaimed([], said) == [("Bergen: talks", [*said["a"], *said["b"]])]


def test_words_that_stand_everywhere_are_the_topic() -> None:
    text = "\n".join(
        f"Security guarantees for the islands need {thing}." for thing in ("money", "ships", "oil", "law")
    )
    found = corpus(document("a", text), document("b", text))
    cut = [
        s
        for d, parse in zip(found.documents, found.parses, strict=True)
        for s in scenes(passages(d, parse, ()), parse, ())
    ]
    assert {"securi", "guaran", "island"} <= topics(cut)
    assert not topics(cut) & {"money", "oil", "law"}
    assert coherent(cut, ()).diagonal().all()
