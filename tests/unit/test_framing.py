"""Choices of words and grammar are marked on the very words, and in the right voice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import parse
from checker.framing import RULES, run
from checker.model import (
    Attribution,
    Block,
    Document,
    Event,
    EventDate,
    Example,
    Framing,
    LabelGroup,
    Range,
    Span,
)

OWN = (LabelGroup("wall", ("harbour wall", "breakwater")),)


def document(text: str, body: tuple[Range, ...] | None = None) -> Document:
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    sha = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(
        "a", "a", sha, sha, "test", "text/plain", None, None, None, None, "en", "secondary",
        ((0, len(text)),) if body is None else body, (), text, blocks=blocks,
    )  # fmt: skip


def attribution(
    text: str, content: str, kind: str = "indirect", cue: str = "", speaker: str = "ada"
) -> Attribution:
    at = text.index(content)
    cues = ((text.index(cue), text.index(cue) + len(cue)),) if cue else None
    return Attribution(
        "a", content, None, speaker, cues, ((at, at + len(content)),), kind, "+", (), "named", None, None, "test.own"  # type: ignore[arg-type]
    )  # fmt: skip


def framing(text: str, *attributions: Attribution, events: tuple[Event, ...] = ()) -> tuple[Framing, ...]:
    doc = document(text)
    return run(doc, parse.run(doc), attributions, events, OWN)


def cues(text: str, device: str, *attributions: Attribution) -> dict[str, tuple[str, str | None]]:
    """The cue's words -> voice and speaker, for one device."""
    found = framing(text, *attributions)
    return {text[r.cue[0] : r.cue[1]]: (r.voice, r.speaker) for r in found if r.device == device}


EXAMPLES = [(rule.id, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}-{i}" for i, (r, _) in enumerate(EXAMPLES)])
def test_the_examples_of_each_rule_are_found(rule: str, example: Example) -> None:
    found = [example.text[r.cue[0] : r.cue[1]] for r in framing(example.text) if r.rule == rule]
    assert found == list(example.finds)


SAID = "The mayor said the reckless war was a disaster. The brutal war went on."


IND, DIR = "indirect", "direct"
SAYS = "Ada Roth said the conflict was over."
QUOTED = "“The conflict is over,” Ada Roth said."
CLAIMS = "Ada Roth claimed that the quay was sold."
NESTED = "Bo Lind said Ada Roth claimed the quay was sold."


@pytest.mark.parametrize(
    ("text", "made", "device", "cue", "voice"),
    [
        (SAID, [("the reckless war was a disaster", IND)], "label", "war", "narrator"),
        (SAYS, [("the conflict was over", IND)], "label", "conflict", "reported"),
        (SAYS, [], "label", "conflict", "reported"),
        (QUOTED, [("“The conflict is over,”", DIR)], "label", "conflict", "quoted"),
        (QUOTED, [], "label", "conflict", "quoted"),
        ("Ada Roth called it a “conflict” on Monday.", [], "label", "conflict", "quoted"),
        ("According to Ada Roth, the conflict was over.", [], "label", "conflict", "reported"),
        ("The conflict, Ada Roth said, was over.", [], "label", "conflict", "reported"),
        ("The conflict ended on Monday.", [], "label", "conflict", "narrator"),
        ("“The conflict is over, and nobody won it at all.", [], "label", "conflict", "quoted"),
        ("The crisis grew. “We won,” Ada Roth said.", [("“We won,”", DIR)], "label", "crisis", "narrator"),
        ("“We won,” Ada Roth said after the crisis.", [("“We won,”", DIR)], "label", "crisis", "narrator"),
        ("Ada Roth denied the theft.", [("the theft", IND)], "certainty", "denied", "narrator"),
        ("— The crisis is over, Ada Roth said.", [("The crisis is over", DIR)], "label", "crisis", "quoted"),
        (CLAIMS, [("that the quay was sold", IND)], "presupposition", "claimed", "narrator"),
        (NESTED, [("Ada Roth claimed the quay was sold", IND)], "presupposition", "claimed", "reported"),
    ],
)
def test_whose_words_they_are(
    text: str, made: list[tuple[str, str]], device: str, cue: str, voice: str
) -> None:
    found = cues(text, device, *(attribution(text, content, kind) for content, kind in made))
    assert found[cue][0] == voice


def test_the_speaker_is_the_one_of_the_innermost_attribution() -> None:
    text = "Bo Lind said Ada Roth believed the war was lost."
    outer = attribution(text, "Ada Roth believed the war was lost", speaker="bo-lind")
    inner = attribution(text, "the war was lost", speaker="ada-roth")
    assert cues(text, "label", outer, inner) == {"war": ("reported", "ada-roth")}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("“It was a brutal war,” Ada Roth said.", [("“It was a brutal war,”", "direct")]),
        ("“It was a brutal war,” Ada Roth said.", []),
        ("Ada Roth said it was a brutal war.", [("it was a brutal war", "indirect")]),
        ("Ada Roth said it was a brutal war.", []),
        ("«It was a brutal war», Ada Roth said.", []),
        ("She wrote of ‘a brutal war’ in May.", []),
        ('"It was brutal and they knew it.', []),
        ("He spoke of ''a brutal war'' in May.", []),
    ],
)
def test_judgements_of_others_are_not_the_narrators(text: str, made: list[tuple[str, str]]) -> None:
    assert cues(text, "loaded", *(attribution(text, content, kind) for content, kind in made)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "“No,” she said.",
        "She called the plan “a reform”.",
        "Ada Roth said the “reform” was late.",
        "He starred in “The Long Quay” in May.",
        "The word “quay” is old.",
        "“We will rebuild the whole harbour by the end of the year.”",
        "The council sold its “reform to the islanders.",
        "“That is splendid!” beamed Ada Roth.",
        "They chanted “Bread and Peace” all night.",
    ],
)
def test_what_is_said_or_named_is_no_scare_quote(text: str) -> None:
    assert cues(text, "scare_quotes") == {}


@pytest.mark.parametrize(
    ("text", "device", "absent"),
    [
        ("They met in May in the port.", "certainty", "May"),
        ("The port is based on the lake.", "agency", "is based"),
        ("Deal makers met in the port.", "label", "Deal"),
        ("The army's rejection of the plan came late.", "agency", "rejection"),
        ("Ada Roth broke down in tears.", "agency", "broke down"),
        ("The storm claimed nine lives.", "presupposition", "claimed"),
        ("The ship was supposed to sail at noon.", "distance", "supposed"),
        ("This reveals the plan.", "presupposition", "reveals"),
        ("They watched the Cold War on film.", "label", "War"),
    ],
)
def test_what_is_no_choice_is_left_alone(text: str, device: str, absent: str) -> None:
    assert absent not in cues(text, device)


def test_the_event_is_the_shortest_mention_that_holds_the_place() -> None:
    text = "The harbour was closed at noon. It rained."
    date = EventDate(None, None, "none")
    wide = Event("wide", "w", date, (), (Span("a", 0, len(text)),), "test.own")
    narrow = Event("narrow", "n", date, (), (Span("a", 0, 31),), "test.own")
    other = Event("other", "o", date, (), (Span("b", 0, 31),), "test.own")
    found = [r for r in framing(text, events=(wide, narrow, other)) if r.device == "agency"]
    assert [r.event for r in found] == ["narrow"]


def test_a_headline_has_a_record_for_each_event() -> None:
    text = "Quay sold, mayor gone\n\nIt rained."
    date = EventDate(None, None, "none")
    events = tuple(
        Event(name, name, date, (), (Span("a", text.index(name), text.index(name) + len(name)),), "test.own")
        for name in ("Quay sold", "mayor gone")
    )
    found = [r.event for r in framing(text, events=events) if r.rule == "framing.prominence-headline"]
    assert found == ["Quay sold", "mayor gone"] or found == ["mayor gone", "Quay sold"]


def test_page_furniture_is_left_alone() -> None:
    text = "The harbour was closed.\nThe war was reckless."
    doc = document(text, body=((0, 23),))
    assert all(r.cue[1] <= 23 for r in run(doc, parse.run(doc), (), ()))


def test_a_long_sentence_is_cut_to_the_part_around_the_cue() -> None:
    text = "The port slept, " * 60 + "the war began in the hills, " + "and the port slept, " * 40 + "at last."
    (found,) = [r for r in framing(text) if r.device == "label"]
    assert found.span.end - found.span.start <= 400
    assert found.span.start <= found.cue[0] and found.cue[1] <= found.span.end
    assert text[found.span.start : found.span.end].endswith((",", "."))


PIECES = [
    "The war",
    "was closed",
    "“",
    "”",
    '"',
    "reckless",
    "Ada said",
    "that",
    ",",
    ".",
    "\n",
    "may",
    "so-called",
    "‘quay’",
]
VOICES: Callable[[str], bool] = {"narrator", "reported", "quoted"}.__contains__


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_cues_lie_in_their_spans_and_spans_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = framing(text)
    assert list(found) == sorted(found, key=lambda r: (r.cue, r.device, r.rule, r.event or ""))
    for r in found:
        assert 0 <= r.span.start <= r.cue[0] < r.cue[1] <= r.span.end <= len(text)
        assert r.span.end - r.span.start <= 400 and VOICES(r.voice)
        assert r.rule in {rule.id for rule in RULES}


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The brutal war", "was closed.", "It may rain.", "A reckless deal"]),
        min_size=1,
        max_size=5,
    )
)
def test_nothing_between_marks_is_ever_the_narrators(pieces: list[str]) -> None:
    text = "It rained. “" + " ".join(pieces) + "” It rained."
    low, high = text.index("“"), text.index("”") + 1
    inside = [r for r in framing(text) if low < r.cue[0] and r.cue[1] < high]
    assert all(r.voice == "quoted" for r in inside)


@pytest.mark.parametrize("text", ["", "“", "’’’", "الحرب كانت وحشية", "Война была жестокой", "war " * 3000])
def test_odd_text_raises_nothing(text: str) -> None:
    assert all(0 <= r.cue[0] < r.cue[1] <= len(text) for r in framing(text))
