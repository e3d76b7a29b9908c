"""Claims about an event as rows: who is said to have done it, and what is said, source by source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker.model import Attribution, Claim, Span
from checker.report.card_lines import main_run, voice_line
from checker.report.claim_columns import ClaimCell, ClaimRow, ClaimRows, Told, over
from checker.report.corpus import Corpus
from checker.report.passages import Mark, passage
from checker.report.signs import claimed
from checker.report.words import capital, is_pronoun, listed, shorten

_Marks = Callable[[Claim], tuple[Mark, ...]]

CELL = 3
"""Sentences in one cell before the rest is folded."""
ROWS = 14
"""Rows that are open; the rest is folded."""
FOLDED = 100
"""Rows that are folded."""


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """Rows that are open and rows that are folded."""

    rows: ClaimRows
    folded: ClaimRows
    sentences: int


def agency_table(
    corpus: Corpus, claims: Sequence[Claim], docs: Sequence[str], evidence: Sequence[Span]
) -> ClaimTable:
    """Agents down, sources across; sentences without an agent are a row of their own, unread ones none.

    Open are the deeds that are told with different agents, or that a divergence is about (`evidence`);
    pronouns are no agents and stay folded.
    """
    read = [c for c in claims if c.agent.state != "unread" and corpus.known(c.span)]
    agents: dict[str, set[str]] = {}
    for claim in read:
        if _names(corpus, claim):
            agents.setdefault(claim.proposition, set()).add(_agent(corpus, claim).casefold())
    contested = [
        c for c in read if _names(corpus, c) and (len(agents[c.proposition]) > 1 or _touches(c, evidence))
    ]
    told = {id(c) for c in contested}
    rest = [c for c in read if id(c) not in told]
    first = _agency_groups(corpus, contested, evidence)
    later = [] if corpus.sparing else first[ROWS:] + _agency_groups(corpus, rest, evidence)
    rows, folded = (
        [_agency_row(corpus, g, docs) for g in groups] for groups in (first[:ROWS], later[:FOLDED])
    )
    return ClaimTable(over(corpus, rows, docs), over(corpus, folded, docs), len(read))


def _names(corpus: Corpus, claim: Claim) -> bool:
    """Whether the agent is more than a pronoun, which names nobody; a sentence without one says so."""
    return claim.agent.state == "absent" or not is_pronoun(_agent(corpus, claim))


def _touches(claim: Claim, evidence: Sequence[Span]) -> bool:
    return any(claim.span.overlaps(span) for span in evidence)


def _agency_groups(corpus: Corpus, claims: Sequence[Claim], evidence: Sequence[Span]) -> list[list[Claim]]:
    """The claims by agent: those that a divergence is about first, sentences without an agent last."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        name = claim.agent.name if claim.agent.state == "expressed" else ""
        groups.setdefault((name or _agent(corpus, claim)).casefold(), []).append(claim)

    def order(item: tuple[str, list[Claim]]) -> tuple[bool, bool, int, int, Span]:
        name, found = item
        about = any(_touches(c, evidence) for c in found)
        return name == "", not about, -_spread(corpus, found), -len(found), found[0].span

    return [found for _, found in sorted(groups.items(), key=order)]


def _agency_row(corpus: Corpus, claims: Sequence[Claim], docs: Sequence[str]) -> ClaimRow:
    name = _agent(corpus, claims[0])
    note = "the sentence names no doer" if not name else _voices_note(corpus, claims)
    cells = tuple(_cell(corpus, doc, claims, _agent_marks) for doc in docs)
    return ClaimRow(capital(shorten(name, 60)) or "Nobody", note, not name, cells)


def claim_table(corpus: Corpus, claims: Sequence[Claim], docs: Sequence[str]) -> ClaimTable:
    """What several sources say, one proposition a row; what one source alone says is folded."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if corpus.known(claim.span):
            groups.setdefault(claim.proposition, []).append(claim)
    ranked = sorted(groups.values(), key=lambda g: (-_spread(corpus, g), -len(g), g[0].span))
    shared = [g for g in ranked if len({c.span.doc for c in g}) > 1]
    alone = [g for g in ranked if len({c.span.doc for c in g}) == 1]
    folded = [] if corpus.sparing else (shared[ROWS:] + alone)[:FOLDED]
    rows, rest = ([_claim_row(corpus, g, docs) for g in groups] for groups in (shared[:ROWS], folded))
    return ClaimTable(over(corpus, rows, docs), over(corpus, rest, docs), sum(map(len, ranked)))


def _claim_row(corpus: Corpus, claims: Sequence[Claim], docs: Sequence[str]) -> ClaimRow:
    cells = tuple(_cell(corpus, doc, claims, _claim_marks) for doc in docs)
    return ClaimRow(claim_name(corpus, claims[0]), _voices_note(corpus, claims), False, cells)


def claim_name(corpus: Corpus, claim: Claim) -> str:
    """A claim in a few words of its own: agent, verb, patient, as the text has them."""
    slots = (
        _slot_name(corpus, claim, claim.agent.name, claim.agent.spans),
        _words(corpus, claim, claim.predicate),
    )
    patient = _slot_name(corpus, claim, claim.patient.name, claim.patient.spans)
    denial = "not: " if claim.polarity == "-" else ""
    return denial + shorten(" ".join(p for p in (slots[1], patient) if p) or slots[0], 56)


def _slot_name(corpus: Corpus, claim: Claim, name: str | None, spans: Iterable[tuple[int, int]]) -> str:
    """The entity's name, else the text's own words, else what the claim calls it."""
    words = shorten(" … ".join(_words(corpus, claim, s) for s in spans), 40)
    return corpus.named(name) or words or name or ""


def _words(corpus: Corpus, claim: Claim, reach: tuple[int, int]) -> str:
    return corpus.by_doc[claim.span.doc].text[reach[0] : reach[1]]


def _agent(corpus: Corpus, claim: Claim) -> str:
    return (
        _slot_name(corpus, claim, claim.agent.name, claim.agent.spans)
        if claim.agent.state == "expressed"
        else ""
    )


def _spread(corpus: Corpus, claims: Iterable[Claim]) -> int:
    return corpus.voices({c.span.doc for c in claims})


def _voices_note(corpus: Corpus, claims: Sequence[Claim]) -> str:
    docs = {c.span.doc for c in claims}
    seen = sorted({c.certainty for c in claims})
    told = f"one voice in {len(docs)} texts" if corpus.voices(docs) == 1 < len(docs) else ""
    return " · ".join(p for p in (listed(seen) if len(seen) > 1 else "", told) if p)


def _cell(corpus: Corpus, doc: str, claims: Sequence[Claim], marks: _Marks) -> ClaimCell:
    mine = [c for c in claims if c.span.doc == doc]
    told = [_told(corpus, c, marks) for c in mine[: CELL if corpus.sparing else CELL + 12]]
    return ClaimCell(corpus.name(doc).full, tuple(told[:CELL]), tuple(told[CELL:]))


def _told(corpus: Corpus, claim: Claim, marks: _Marks) -> Told:
    said = corpus.attributions.get(claim.attribution or "")
    span = _reach(claim)
    run = main_run(corpus, span)
    by = (corpus.speaker(said) if said else None) or (run.speaker if run else None)
    return Told(
        claim.claim,
        shorten(_words(corpus, claim, claim.predicate), 40),
        voice_line(corpus, run.voice if run else "narrator", by, claimed(claim)),
        passage(corpus, span, marks(claim)),
    )


def deed_of(corpus: Corpus, claim: Claim) -> tuple[str, Told]:
    """Who is said to have done it ("" where the sentence leaves that out), and the sentence."""
    return _agent(corpus, claim), _told(corpus, claim, _agent_marks)


def _reach(claim: Claim) -> Span:
    """A claim that runs on is printed around what it says; the locator has all of it."""
    if claim.span.end - claim.span.start <= 240:
        return claim.span
    inside = [claim.predicate, *claim.agent.spans, *claim.patient.spans]
    return Span(claim.span.doc, min(r[0] for r in inside), max(r[1] for r in inside))


def _agent_marks(claim: Claim) -> tuple[Mark, ...]:
    spans = claim.agent.spans if claim.agent.state == "expressed" else ()
    return tuple(Mark(s, e) for s, e in sorted({*spans, claim.predicate}))


def _claim_marks(claim: Claim) -> tuple[Mark, ...]:
    return tuple(Mark(s, e) for s, e in sorted({*claim.cues, *claim.numbers, *claim.time.spans}))


def chain_of(corpus: Corpus, attribution: Attribution) -> tuple[Attribution, ...]:
    """The attributions that stand around this one, outermost first, itself last."""
    chain, seen = [attribution], {attribution.id}
    while (outer := corpus.attributions.get(chain[0].outer or "")) and outer.id not in seen:
        chain.insert(0, outer)
        seen.add(outer.id)
    return tuple(chain)
