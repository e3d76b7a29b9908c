"""Confirmed or claimed: verbs of saying by what they take for granted, text by text."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.tables import table
from checker.model import Attribution, Evidence, Example, Rule, Span

RULES = (
    Rule(
        "divergence.stance-verbs",
        "Confirmed or claimed",
        "Verbs that take what is said for granted (confirm, reveal, admit) and verbs that leave it open "
        "(claim, allege): whose words get which, text by text.",
        (
            Example(
                "The minister confirmed that the old dam held. / Villagers claimed that the old dam broke.",
                ("confirmed", "claimed"),
            ),
            Example(
                "The judge revealed that a second contract exists. / The firm alleged that the contract is forged.",
                ("revealed", "alleged"),
            ),
        ),
    ),
)


@cache
def stances() -> dict[str, str]:
    """Verb lemma -> granted or doubtful."""
    return {verb: stance for stance, verbs in table("stances").items() for verb in verbs}


def find(facts: Facts) -> list[Draft]:
    """One draft a circle: in which text whose words are taken for granted, and whose are left open."""
    drafts = []
    for circle in facts.circles():
        rows: dict[str, dict[str, list[Attribution]]] = {
            "granted": defaultdict(list),
            "doubtful": defaultdict(list),
        }
        for said in facts.attributions.values():
            kind = stance(facts, said)
            plain = said.outer is None and said.polarity == "+" and _verbal(facts, said)
            if said.doc in circle and kind and plain and facts.by(said):
                rows[kind][said.doc].append(said)
        _one_sided(facts, rows)
        docs = {doc for row in rows.values() for doc, found in row.items() if found}
        if (
            len({facts.voice_of(d) for d in docs}) > 1
            and any(rows["granted"].values())
            and any(rows["doubtful"].values())
        ):
            drafts.append(_stance_draft(facts, rows))
    return drafts


def stance(facts: Facts, said: Attribution) -> str | None:
    """Whether an attribution takes what is said as `granted`, or leaves it `doubtful`."""
    parse = facts.parses[said.doc]
    lemmas = [parse.tokens[i].lemma for start, end in said.cue or () for i in parse.tokens_in(start, end)]
    return next((stances()[lemma] for lemma in lemmas if lemma in stances()), None)


def _verbal(facts: Facts, said: Attribution) -> bool:
    parse = facts.parses[said.doc]
    return any(parse.tokens[i].pos == "VERB" for s, e in said.cue or () for i in parse.tokens_in(s, e))


def _one_sided(facts: Facts, rows: dict[str, dict[str, list[Attribution]]]) -> None:
    """Leave out who stands on both sides: that is no difference between speakers."""
    names = {stance: {facts.by(a) for found in row.values() for a in found} for stance, row in rows.items()}
    both = names["granted"] & names["doubtful"]
    for row in rows.values():
        for doc, found in row.items():
            row[doc] = [a for a in found if facts.by(a) not in both]


def _stance_draft(facts: Facts, rows: dict[str, dict[str, list[Attribution]]]) -> Draft:
    evidence: list[Evidence] = []
    for turn in range(3):
        for stance in ("granted", "doubtful"):
            for _, found in sorted(rows[stance].items()):
                if turn < len(found) and len(evidence) < SPANS:
                    evidence.append(_with_cue(facts, found[turn], stance))
    return Draft(
        kind="certainty",
        importance=1,
        weight=len({e.span.doc for e in evidence}),
        statement=f"Verbs that take a stand, each on a matter of its own: {'; '.join(_told(facts, rows)[:4])}.",
        evidence=tuple(evidence),
        rule="divergence.stance-verbs",
    )


def _told(facts: Facts, rows: dict[str, dict[str, list[Attribution]]]) -> list[str]:
    """`A: Berg “confirmed”, critics “claim”`, text by text."""
    told: dict[str, list[str]] = defaultdict(list)
    for stance in ("granted", "doubtful"):
        for doc, found in rows[stance].items():
            for said in found[:1]:
                cue = " ".join(facts.quote(Span(doc, *(said.cue or said.content)[-1])).split())
                cue = re.sub(r"[\[\]*_]|\(#?\)", "", cue)
                told[doc].append(f"{facts.by(said)} “{cue}”")
    return [f"{facts.name(doc)}: {', '.join(words)}" for doc, words in sorted(told.items())]


def _with_cue(facts: Facts, said: Attribution, stance: str) -> Evidence:
    """From the source to a little after the cue."""
    places = [*(said.source or ()), *(said.cue or ())]
    start, end = min(s for s, _ in places), max(e for _, e in places)
    content = min((s for s, _ in said.content if s >= end), default=end)
    stop = next((e for s, e in said.content if s == content), end) if content - end < 40 else end
    role = "granted: the verb takes it as true" if stance == "granted" else "open: the verb leaves it open"
    shown = facts.shown(facts.cut(Span(said.doc, start, stop), 140), role)
    return Evidence(shown.span, role, "narrator", facts.by(said), None, said.id)
