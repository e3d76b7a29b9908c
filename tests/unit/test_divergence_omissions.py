from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from checker.divergence import (
    omission_agreed,
    omission_persons,
    omission_told_once,
    omissions,
)
from checker.divergence.omission_passages import passages
from checker.model import Provenance, Rule, Span, TimeExpression
from tests.facts import facts_of as read_of
from tests.unit.divergence_facts import dated, facts_of, shown

DAY = "2031-07-20"
PACT = "The towns signed the water pact in May. The two mayors shook hands."
VETO = "Either mayor may veto the pumping station."
PARTS = (omission_told_once, omission_agreed, omission_persons)
EXAMPLES = [(rule, example) for part in PARTS for rule in part.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[e.finds[0] for _, e in EXAMPLES])
def test_what_one_text_alone_tells_is_found(rule: Rule, example: object) -> None:
    facts = dated(facts_of(*example.text.split(" / ")), DAY)  # type: ignore[attr-defined]
    found = shown(facts, omissions.find(facts), rule.id)
    assert all(any(piece in words for words in found) for piece in example.finds)  # type: ignore[attr-defined]


def test_the_draft_says_who_lacks_it_and_what_was_looked_for() -> None:
    (draft,) = omissions.find(dated(facts_of(f"{PACT} {VETO}", PACT), DAY))
    assert draft.absent_from == ("b.txt",)
    assert "veto" in draft.note
    assert "no passage found" in draft.statement


def test_texts_that_neither_have_nor_name_a_day_lack_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = facts_of(f"{PACT} {VETO}", PACT)
    drafts = omissions.find(dated(facts, DAY))
    monkeypatch.setattr(omissions, "PARTS", (SimpleNamespace(find=lambda _: drafts),))
    assert drafts and omissions.find(dated(facts, DAY)) == drafts
    assert omissions.find(facts) == []
    days = (
        TimeExpression(Span(doc, 0, 3), DAY, DAY, None, "absolute", "time.date") for doc in facts.documents
    )
    assert omissions.find(replace(facts, times=tuple(days), shared={})) == drafts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{PACT} {VETO}", f"{PACT} A veto is possible."),
        (f"{PACT} The sky was very blue and the pumping station was new.", PACT),
        (f"{PACT} {VETO}", "The orchestra played a waltz in the old town hall."),
        (f"{PACT} Who may veto the pumping station?", PACT),
        # told in other words, and a short text that is no retelling
        (f"{PACT} {VETO}", f"{PACT} Each mayor can stop the new pumping station at any time."),
        (f"{PACT} {VETO}", f"{PACT} The fair was held. The band played. The tide is low. The inn is full."),
        # nothing seen is no doubt
        (f"{PACT} Police saw no signs of trouble at the noisy pumping station of the valley.", PACT),
    ],
)
def test_nothing_is_said_without_proof(one: str, other: str) -> None:
    assert omissions.find(dated(facts_of(one, other), DAY)) == []


def test_a_text_whose_day_nobody_knows_is_never_named() -> None:
    facts = facts_of(f"{PACT} {VETO}", PACT)
    undated = dated(facts, DAY).documents | {"b.txt": facts.documents["b.txt"]}
    assert omissions.find(replace(facts, documents=undated)) == []


def test_a_text_that_is_older_than_the_fact_is_never_named() -> None:
    facts = facts_of(f"{PACT} On June 3, 2031, either mayor used the veto against the pumping station.", PACT)
    assert omissions.find(dated(facts, DAY, "2031-05-20")) == []
    assert len(omissions.find(dated(facts, DAY))) == 1


def test_what_somebody_says_is_dated_by_the_occasion() -> None:
    facts = facts_of(
        f"{PACT} On June 3, 2031, Anna Marn spoke to the press. She said that a mayor had used the veto in 1991 "
        "against the pumping station.",
        PACT,
    )
    assert omissions.find(dated(facts, DAY, "2031-05-20")) == []


@pytest.mark.parametrize(
    ("sentence", "other", "shown_words"),
    [
        # a lead-in and references are no part of the words shown
        (
            "However, despite these doubts, either mayor may veto the pumping station (Herald, May 3; Post, May 4).",
            PACT,
            "either mayor may veto the pumping station",
        ),
        # an unrelated clause beside told facts
        ("Doctors accused a clinic of bribery.", PACT, None),
        # a condition that the other text sets in other words
        (
            "The mayors obliged themselves, conditional on a subsidy and a ban.",
            f"{PACT} The mayors agree if the state pays.",
            None,
        ),
    ],
)
def test_the_words_shown_and_the_matter(sentence: str, other: str, shown_words: str | None) -> None:
    facts = dated(facts_of(f"{PACT} {sentence}", other), DAY)
    found = [facts.quote(e.span) for d in omissions.find(facts) for e in d.evidence]
    assert found == ([shown_words] if shown_words else [])


def test_a_republication_of_one_text_is_never_named() -> None:
    facts = dated(facts_of(f"{PACT} {VETO}", PACT), DAY)
    one_text = {doc: Provenance(doc, "origin", "voice", ()) for doc in facts.documents}
    assert omissions.find(replace(facts, provenance=one_text)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # what qualifies the facts beside it
        ("Engineers saw no sign that the pumping station would work.", True),
        ("The farmers had not been consulted on the pumping clause of the pact.", True),
        ("An unlicensed pumping station on a quarry was in the pact.", True),
        # the same words in harmless use
        ("The mayors regret the pumping station.", False),
        ("The pumping survey for the pact was funded by a gravel firm.", False),
        ("A good sign stood at the pumping station.", False),
        ("The mayors consulted farmers along the pumping canal.", False),
        ("The school fund bought a pumping engine.", False),
        ("The patient at the pumping station was in a stable condition.", False),
        ("The tourists visited the only pumping station.", False),
        ("Fraud alerts were posted at the pumping station.", False),
        ("Calls by unknown men reached the pumping station.", False),
        ("“Neither mayor may veto the pumping station,” said Tor Kolm.", False),
    ],
)
def test_what_gives_a_sentence_weight(sentence: str, found: bool) -> None:
    assert bool(omissions.find(dated(facts_of(f"{PACT} {sentence}", PACT), DAY))) is found


def test_an_older_text_owes_nothing_without_a_date() -> None:
    facts = facts_of(f"{PACT} {VETO}", PACT)
    assert omissions.find(dated(facts, "2031-06-10", "2031-06-03")) == []


FILLING = (
    "The quay is wet. The mast is bent. The sail is torn. The rope is new. The bell is lost. The cook is well. "
    "The cat is safe. The fair was held. The band played. The tide is low. The sand is grey. The inn is full."
)
VALVE = "The Oru ferry crosses the Alder. Inspectors blamed a cracked boiler valve for the ferry fire."
LAMP = "The Oru ferry crosses the Alder. Painters hung a tall copper lantern beside the ferry ramp."
REMARK = (
    "The Oru ferry crosses the Alder. “We blame a cracked boiler valve for the ferry fire,” a baker said."
)
REPLY = "The Oru ferry crosses the Alder. “We deny that a cracked boiler valve began the ferry fire,” a baker said."
BY_NAME = REPLY.replace("a baker", "Ilse Marn")
FERRY = "An Alder ferry lies in Oru."


@pytest.mark.parametrize(
    ("texts", "lacking"),
    [
        ((VALVE, VALVE, f"{FERRY} {FILLING}"), ("c.txt",)),
        ((VALVE, VALVE, f"{FERRY} The quay is wet."), ()),
        ((VALVE, VALVE, f"{FERRY} A boiler valve had cracked before the ferry fire. {FILLING}"), ()),
        # it weighs nothing
        ((LAMP, LAMP, LAMP, f"{FERRY} {FILLING}"), ()),
        # of remarks that are only quoted, a denial is missed, and an opinion is not
        ((REMARK, REMARK, f"{FERRY} {FILLING}"), ()),
        ((REPLY, REPLY, f"{FERRY} {FILLING}"), ("c.txt",)),
        # it does not treat what stands beside it
        ((VALVE, VALVE, f"Oru was calm. {FILLING}"), ()),
        ((VALVE, f"{FERRY} {FILLING}", f"Oru slept. {FILLING}"), ()),
    ],
)
def test_what_several_tell_is_missing_only_where_no_passage_has_it(
    texts: tuple[str, ...], lacking: tuple[str, ...]
) -> None:
    drafts = omission_agreed.find(dated(facts_of(*texts), DAY))
    assert tuple(doc for draft in drafts for doc in draft.absent_from) == lacking


def test_who_is_heard_there_in_other_words_is_not_missed() -> None:
    for heard, found in (("Tom Reed", False), ("Ilse Marn", True)):
        facts = read_of(BY_NAME, f"{FERRY} “The moon is out,” {heard} said.")
        number = facts.parses["alder.txt"].number_at(facts.documents["alder.txt"].text.index("We deny"))
        assert number is not None
        assert passages(facts).hears("birch.txt", ("alder.txt", number)) is found
        start = facts.documents["alder.txt"].text.index("We deny")
        place = Span("alder.txt", start, start + 7)
        assert omission_told_once.is_heard(facts, place, "birch.txt") is found


LED = 'Anna Marn led the dig at Oru. "It is a bell," said Anna Marn. Anna Marn was cold.'
SILENT = "Anna Marn led the dig at Oru. Anna Marn found the bell. Anna Marn was cold."


@pytest.mark.parametrize(
    ("other", "lacking"),
    [(f"The dig at Oru began. {FILLING}", ("c.txt",)), (f"The dig of Ms Marn began. {FILLING}", ())],
)
def test_a_person_is_not_named_where_the_last_name_is_nowhere(other: str, lacking: tuple[str, ...]) -> None:
    drafts = omission_persons.find(facts_of(LED, LED, other))
    assert tuple(doc for draft in drafts for doc in draft.absent_from) == lacking
    assert omission_persons.find(facts_of(LED, SILENT, other)) == []


def test_a_later_text_need_not_pass_on_what_was_still_in_doubt() -> None:
    facts = facts_of(f"{PACT} Neither mayor may yet veto the pumping station.", PACT)
    assert len(omissions.find(dated(facts, DAY, DAY))) == 1
    assert omissions.find(dated(facts, DAY, "2031-07-21")) == []


@pytest.mark.parametrize(
    ("ahead", "there", "found"),
    [
        ("The mayors will hold a press conference at noon.", "They spoke at a press conference.", False),
        ("The mayors held a press conference at noon.", "They spoke at a press conference.", True),
        ("The mayors will hold a press conference at noon.", "They will hold a press conference.", True),
    ],
)
def test_what_a_text_only_announces_it_does_not_know(ahead: str, there: str, found: bool) -> None:
    facts = facts_of(f"{PACT} {VETO} {there}", f"{PACT} {ahead}")
    assert bool(omissions.find(dated(facts, DAY))) is found


def test_what_is_newer_than_a_text_is_not_missed() -> None:
    facts = facts_of(VALVE, VALVE, f"{FERRY} {FILLING}")
    assert omission_agreed.find(dated(facts, "2031-07-20", "2031-07-20", "2031-07-18")) == []
