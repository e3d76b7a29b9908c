"""Confirmed or claimed: verbs of saying by what they take for granted, text by text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from checker.divergence.captions import is_caption
from checker.divergence.clauses import SUBJECTS
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.tables import table
from checker.model import Attribution, Evidence, Example, Parse, Rule, Span, Token

RULES = (
    Rule(
        "divergence.stance-verbs",
        "Confirmed or claimed",
        "Verbs that take what is said for granted (confirm, reveal, admit) and verbs that leave it open "
        "(claim, allege): whose words get which, text by text. Somebody's words are taken for granted more than once, "
        "and two texts leave words open.",
        (
            Example(
                "The minister confirmed that the old dam held. The minister revealed that the wall is thick. / "
                "Villagers claimed that the old dam broke. / Farmers alleged that the fields are under water.",
                ("confirmed", "revealed", "claimed", "alleged"),
            ),
            Example(
                "Maria Lopez disclosed that a second contract exists. Critics claim that the contract is forged. / "
                "Maria Lopez admitted that the price was high. The miners insist that the pit is safe.",
                ("disclosed", "claim", "admitted", "insist"),
            ),
        ),
    ),
)
FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
AGAIN, TEXTS = 2, 2
"""Times that somebody's words are taken for granted, and voices that leave words open, before there is a pattern."""


@cache
def stances() -> dict[str, str]:
    """Verb lemma -> granted or doubtful."""
    return {verb: stance for stance, verbs in table("stances").items() for verb in verbs}


def find(facts: Facts) -> list[Draft]:
    """One draft a circle in which two texts leave words open and somebody's are taken for granted more than once."""
    drafts = []
    for circle in facts.circles():
        rows: dict[str, dict[str, list[Attribution]]] = {
            "granted": defaultdict(list),
            "doubtful": defaultdict(list),
        }
        for said in facts.attributions.values():
            kind = stance(facts, said)
            if said.doc in circle and kind and _is_plain(facts, said):
                rows[kind][said.doc].append(said)
        _one_sided(facts, rows)
        open_in = {facts.voice_of(doc) for doc, found in rows["doubtful"].items() if found}
        if len(open_in) >= TEXTS and any(rows["granted"].values()):
            drafts.append(_stance_draft(facts, rows))
    return drafts


def _is_plain(facts: Facts, said: Attribution) -> bool:
    """The narrator's own finite verb, in the article, over what somebody says whose name or description is known."""
    parse, document = facts.parses[said.doc], facts.documents[said.doc]
    cues = [i for s, e in said.cue or () for i in parse.tokens_in(s, e)]
    verbs = [parse.tokens[i] for i in cues if parse.tokens[i].lemma in stances()]
    finite = [t for t in verbs if t.pos == "VERB" and t.tag in FINITE and not parse.is_quoted(t.start, t.end)]
    if any(
        parse.tokens[c].dep == "dobj" and parse.tokens[c].pos == "NOUN"
        for t in finite
        for c in _kids(parse, t)
    ):
        return False
    headings = [b for b in document.blocks if b.kind == "heading"]
    inside = all(document.in_body(t.start, t.end) for t in finite)
    heads = any(b.start <= t.start < b.end for t in finite for b in headings)
    shown = any(is_caption(facts, said.doc, t.start) for t in finite)
    plain = said.outer is None and said.polarity == "+" and not shown and _says_that(facts, said)
    return bool(finite) and inside and not heads and plain and facts.by(said) is not None


def _kids(parse: Parse, token: Token) -> list[int]:
    """What hangs on a verb: "he kept up the fiction that he was ill" says nothing."""
    return parse.children(next(iter(parse.tokens_in(token.start, token.end))))


def _says_that(facts: Facts, said: Attribution) -> bool:
    """Whether what is said is a clause, true or not: nobody doubts "responsibility" or "2,000 members"."""
    parse = facts.parses[said.doc]
    inside = [parse.tokens[i] for s, e in said.content for i in parse.tokens_in(s, e)]
    subjects = (t for t in inside if t.dep in SUBJECTS)
    return any(parse.tokens[t.head].pos in {"VERB", "AUX"} for t in subjects)


def stance(facts: Facts, said: Attribution) -> str | None:
    """Whether an attribution takes what is said as `granted`, or leaves it `doubtful`."""
    parse = facts.parses[said.doc]
    lemmas = [parse.tokens[i].lemma for start, end in said.cue or () for i in parse.tokens_in(start, end)]
    return next((stances()[lemma] for lemma in lemmas if lemma in stances()), None)


def _one_sided(facts: Facts, rows: dict[str, dict[str, list[Attribution]]]) -> None:
    """Leave out who stands on both sides, and whose words are taken for granted a single time."""
    counts = {
        kind: Counter(facts.by(a) for found in row.values() for a in found) for kind, row in rows.items()
    }
    for kind, other, least in (("granted", "doubtful", AGAIN), ("doubtful", "granted", 1)):
        for doc, found in rows[kind].items():
            rows[kind][doc] = [
                a for a in found if counts[kind][facts.by(a)] >= least and not counts[other][facts.by(a)]
            ]


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
        statement=f"Verbs that trust or doubt what they pass on: {'; '.join(_told(facts, rows)[:4])}.",
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
