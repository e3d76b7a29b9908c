"""Passages as claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import attribution, claims, entities, parse
from checker import time as times
from checker.claims import propositions
from checker.model import (
    Alignment,
    AlignmentEvidence,
    Catalogue,
    Claim,
    Document,
    Event,
    EventDate,
    Slot,
    Span,
)

Make = Callable[..., Document]


def read(document: Document, events: tuple[Event, ...] = ()) -> tuple[Claim, ...]:
    grammar = parse.run(document)
    said = attribution.run(document, grammar)
    found = entities.read((document,), (grammar,), Catalogue())
    return claims.run(document, grammar, said, found, times.run(document, grammar), events)


def words(document: Document, slot: Slot) -> str | None:
    return document.text[slice(*slot.spans[0])] if slot.spans else None


AGENTS = [
    ("The council closed the old bridge.", "close", "expressed", "The council", "the old bridge"),
    ("The old bridge was closed by the council.", "close", "expressed", "the council", "The old bridge"),
    ("The old bridge was closed in May.", "close", "absent", None, "The old bridge"),
    ("In Norway the wage talks broke down in May.", "break down", "absent", None, "the wage talks"),
    ("Norway broke off the wage talks.", "break off", "expressed", "Norway", "the wage talks"),
    ("Norway put a stop to the wage talks.", "put stop", "expressed", "Norway", "the wage talks"),
    ("The text was signed by Norway on our side and by the town of Elm.", "sign", "expressed",
     "Norway on our side and by the town of Elm", "The text"),
    ("Ansa Bir: Well, close the old bridge in May.", "close", "unread", None, "the old bridge"),
    ("They asked whether he meant to have Governor Ansa Bir killed.", "kill", "unread", None, None),
    ("The council needs Ansa Bir removed from the list.", "remove", "unread", None, None),
    ("She saw the river bridge burned.", "burn", "unread", None, "the river bridge"),
    ("The envoys got the treaty signed.", "sign", "unread", None, None),
    ("Officials saw that Ansa Bir signed the pact.", "sign", "expressed", "Ansa Bir", "the pact"),
    ("BERGEN, Norway, March 7 (Arden Wire) — Delegates of Chile and Peru ended the wage talks.", "end", "unread", None,
     "the wage talks"),
    ("Norway — with Chile on its side — halted the wage talks.", "halt", "expressed", "Norway", "the wage talks"),
    ("Norway and Chile halted the wage talks.", "halt", "expressed", "Norway and Chile", "the wage talks"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "state", "agent", "patient"), AGENTS)
def test_who_did_it(
    document: Make, text: str, lemma: str, state: str, agent: str | None, patient: str
) -> None:
    made = document(f"News\n\n{text}\n")
    claim = next(c for c in read(made) if c.lemma == lemma)
    assert (claim.agent.state, words(made, claim.agent)) == (state, agent)
    assert words(made, claim.patient) == patient


SURE = [
    ("Norway closed the old bridge.", "close", "asserted", "+", []),
    ("Norway did not close the old bridge.", "close", "asserted", "-", []),
    ("Norway may close the old bridge.", "close", "hedged", "+", ["may"]),
    ("Norway reportedly closed the old bridge.", "close", "hedged", "+", ["reportedly"]),
    ("Norway appeared to close the old bridge.", "close", "hedged", "+", ["appeared"]),
    ("It is unclear whether Norway closed the old bridge.", "close", "doubted", "+", ["whether", "unclear"]),
    ("Norway said no to the wage talks with Chile.", "say no", "asserted", "+", []),
    (
        "We would like to hear that Norway will close the old bridge.",
        "close",
        "hedged",
        "+",
        ["like", "would"],
    ),
    ("Guarantees that Norway will close the old bridge are late.", "close", "hedged", "+", ["Guarantees"]),
    ("Norway refused to close the old bridge.", "close", "hedged", "+", ["refused"]),
    (
        "Bir will most likely be tasked with closing the old bridge.",
        "close",
        "hedged",
        "+",
        ["likely", "tasked"],
    ),
    ("Norway promised that nobody closed the old bridge.", "close", "asserted", "-", []),
]


@pytest.mark.parametrize(("text", "lemma", "certainty", "polarity", "cues"), SURE)
def test_how_sure_it_is(
    document: Make, text: str, lemma: str, certainty: str, polarity: str, cues: list[str]
) -> None:
    made = document(f"News\n\n{text}\n")
    claim = next(c for c in read(made) if c.lemma == lemma)
    assert (claim.certainty, claim.polarity) == (certainty, polarity)
    assert sorted(made.text[s:e] for s, e in claim.cues) == sorted(cues)


VOICES = [
    ("Norway closed the old bridge.", "narrator"),
    ("Mayor Ansa Bir said that Norway closed the old bridge.", "reported"),
    ("“Norway closed the old bridge,” Mayor Ansa Bir said.", "quoted"),
    ("The paper says that Norway “closed” the old bridge in May.", "reported"),
    ("Mayor Ansa Bir denounced a plan for closing the old bridge.", "narrator"),
]


@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_whose_voice_it_is(document: Make, text: str, voice: str) -> None:
    made = document(f"News\n\n{text}\n")
    claim = next(c for c in read(made) if c.lemma == "close")
    assert claim.voice == voice
    assert (claim.attribution is None) == (voice == "narrator")


def test_words_in_a_quotation_belong_to_who_is_quoted(document: Make) -> None:
    made = document(
        "News\n\n“We hear Norway suggesting that Chile close the old bridge,” Mayor Ansa Bir said.\n"
    )
    said = {a.id: a for a in attribution.run(made, parse.run(made))}
    claim = next(c for c in read(made) if c.lemma == "close")
    assert claim.voice == "quoted"
    assert made.text[slice(*(said[claim.attribution or ""].cue or ((0, 0),))[0])] == "said"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The wage talks collapsed in Norway.", "Norway"),
        ("The talks collapsed in view of Norway's losses.", None),
    ],
)
def test_where_it_was(document: Make, text: str, place: str | None) -> None:
    made = document(f"News\n\n{text}\n")
    assert words(made, next(c for c in read(made) if c.lemma == "collapse").place) == place


def test_that_somebody_spoke_is_no_claim(document: Make) -> None:
    made = document("News\n\nMayor Ansa Bir said on Monday in the hall that it rained.\n")
    assert "say" not in {c.lemma for c in read(made)}


def test_every_claim_stands_where_it_says(document: Make) -> None:
    made = document(
        "News\n\n“We closed the old bridge,” Mayor Bir [said](#), “and Norway paid for it.” The bridge, which cost "
        "nine lives, may have been sold by the council in 2031.\n"
    )
    for claim in read(made):
        assert claim.span.start <= claim.predicate[0] < claim.predicate[1] <= claim.span.end
        for slot in (claim.agent, claim.patient, claim.place, claim.time):
            assert (slot.state == "expressed") == bool(slot.spans)
            assert all(0 <= s < e <= len(made.text) for s, e in slot.spans)


def test_kindred_claims_of_aligned_passages_are_one_proposition(document: Make) -> None:
    first = document("News\n\nNorway broke off the wage talks. It rained.\n", "a.txt")
    second = document("News\n\nThe wage talks collapsed in May. It rained.\n", "b.txt")
    found = read(first) + read(second)
    whole = [Span(d.doc, 6, len(d.text) - 1) for d in (first, second)]
    aligned = Alignment(whole[0], whole[1], None, 0.9, "aligned", AlignmentEvidence(), "x")
    joined = propositions.run(found, (aligned,))
    assert len({c.proposition for c in joined if c.lemma in {"break off", "collapse"}}) == 1
    apart = propositions.run(found, ())
    assert len({c.proposition for c in apart if c.lemma in {"break off", "collapse"}}) == 2


def test_a_claim_belongs_to_the_smallest_passage_of_an_event(document: Make) -> None:
    made = document("News\n\nNorway broke off the wage talks.\n")
    span = Span(made.doc, 6, len(made.text) - 1)
    wide = Event("wide", "W", EventDate(None, None, ""), (), (Span(made.doc, 0, len(made.text)),), "r")
    small = Event("small", "S", EventDate(None, None, ""), (), (span,), "r")
    assert {c.event for c in read(made, (wide, small))} == {"small"}


@pytest.mark.parametrize("rule", claims.RULES, ids=lambda r: r.id)
def test_the_examples_of_a_rule_are_found_by_it(document: Make, rule: object) -> None:
    for example in rule.examples:  # type: ignore[attr-defined]
        made = document(f"News\n\n{example.text}\n")
        found = {made.text[c.span.start : c.span.end] for c in read(made) if c.rule == rule.id}  # type: ignore[attr-defined]
        assert set(example.finds) <= found
