"""Which silence is proved: a text of an invented coast that tells two days of a week and not the third."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.events import cover
from checker.model import (
    Alignment,
    AlignmentEvidence,
    Coverage,
    Event,
    EventDate,
    Provenance,
    ProvenanceLink,
    Span,
    Work,
)
from tests.unit.event_texts import corpus, document

WRECK, BELL = "On 4 May 1998 the ferry sank off Varn.", "On 6 May 1998 divers found a bell."
FIRST = "On 8 May 1998 captain Oberg was arrested in Lemmy. Four bailiffs led him down the quay."
SECOND = "Captain Oberg was arrested in Lemmy on 8 May 1998. Bailiffs led him along the quay."
QUOTED = "Captain Oberg was arrested in Lemmy on 8 May 1998. “Bailiffs led him along the quay,” said Ilse."
PASSING = "The bishop spoke in the week in which captain Oberg, on 8 May 1998, was arrested in Lemmy."
UNDATED = "Captain Oberg was arrested in Lemmy. Bailiffs led him along the quay."
LINK = ProvenanceLink("shared_text", Work(doc="b"), "inferred", (), "r")
OWN = (Provenance("a", "a", "a", ()), Provenance("b", "b", "b", ()))
CASES = [
    ("proved", FIRST, SECOND, OWN, "1998-06-03", ("x",), "left_out"),
    ("older", FIRST, SECOND, OWN, "1998-05-07", ("x",), "no_passage_found"),
    ("of the day", FIRST, SECOND, OWN, "1998-05-08", ("x",), "no_passage_found"),
    ("undated text", FIRST, SECOND, OWN, None, ("x",), "no_passage_found"),
    ("other people", FIRST, SECOND, OWN, "1998-06-03", (), "no_passage_found"),
    ("one clause", FIRST, PASSING, OWN, "1998-06-03", ("x",), "no_passage_found"),
    ("quoted", FIRST, QUOTED, OWN, "1998-06-03", ("x",), "no_passage_found"),
    ("no day", FIRST, UNDATED, OWN, "1998-06-03", ("x",), "no_passage_found"),
    ("one voice", FIRST, SECOND, (OWN[0], replace(OWN[1], voice="a")), "1998-06-03", ("x",), "no_passage_found"),
    ("one wording", FIRST, SECOND, (replace(OWN[0], links=(LINK,)), OWN[1]), "1998-06-03", ("x",), "no_passage_found"),
]  # fmt: skip


def day(iso: str) -> EventDate:
    return EventDate(iso, iso, "told")


def covered(
    a: str, b: str, lines: str, voices: tuple[Provenance, ...], published: str | None, who: tuple[str, ...],
    arrest: EventDate | None = None,
) -> Coverage:  # fmt: skip
    """What document c has of the arrest that `a` and `b` tell in one paragraph each."""
    read = corpus(document("a", a), document("b", b), document("c", lines, published))
    ends = {d.doc: (d.text.find("\n") + 1 or len(d.text) + 1) - 1 for d in read.documents}
    wreck, bell = Span("c", 0, ends["c"]), Span("c", ends["c"] + 1, len(lines))
    events = (
        Event(
            "e1",
            "Arrest",
            arrest or day("1998-05-08"),
            ("x",),
            (Span("a", 0, len(a)), Span("b", 0, len(b))),
            "r",
        ),
        Event("e2", "Wreck", day("1998-05-04"), who, (wreck,), "r"),
        Event("e3", "Bell", day("1998-05-06"), who, (bell,), "r"),
    )
    pair = Alignment(Span("a", 0, 9), Span("b", 0, 9), "e1", 0.5, "aligned", AlignmentEvidence(), "r")
    records = cover.run(read.documents, read.parses, events, (pair,), voices, read.times)
    return next(r for r in records if (r.event, r.doc) == ("e1", "c"))


@pytest.mark.parametrize(
    ("a", "b", "voices", "published", "who", "state"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_silence(
    a: str, b: str, voices: tuple[Provenance, ...], published: str | None, who: tuple[str, ...], state: str
) -> None:
    found = covered(a, b, f"{WRECK}\n{BELL}", voices, published, who)
    assert found.state == state
    if state == "left_out":
        assert found.basis == (
            "later than the event; tells 2 events of the same days and participants; 2 other voices tell it"
        )


def test_a_text_that_names_the_day_is_not_charged() -> None:
    lines = f"{WRECK}\n{BELL} Bread was dear on 8 May 1998."
    assert covered(FIRST, SECOND, lines, OWN, "1998-06-03", ("x",)).state == "no_passage_found"


def test_an_event_of_no_single_day_is_never_left_out() -> None:
    long = EventDate("1998-05-01", "1998-05-31", "told")
    found = covered(FIRST, SECOND, f"{WRECK}\n{BELL}", OWN, "1998-06-03", ("x",), long)
    assert found.state == "no_passage_found"


def test_an_older_text_says_so() -> None:
    found = covered(FIRST, SECOND, f"{WRECK}\n{BELL}", OWN, "1990-01-01", ("x",))
    assert (found.state, found.basis) == ("no_passage_found", "earlier than the event")


def test_the_words_searched_for_make_it_possible() -> None:
    lines = f"{WRECK}\n{BELL} Bailiffs had arrested Oberg."
    assert covered(FIRST, SECOND, lines, OWN, "1998-06-03", ("x",)).state == "possible"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Captain Oberg was never again seen in Lemmy.", "possible"),
        ("They arrested Oberg.", "possible"),
        ("A quay was led around the salt store.", "left_out"),
        ("Lemmy has a salt store.", "left_out"),
    ],
)
def test_a_name_beside_a_deed_may_tell_it(line: str, state: str) -> None:
    lines = f"{WRECK}\n{BELL} {line}"
    assert covered(FIRST, SECOND, lines, OWN, "1998-06-03", ("x",)).state == state
