"""Who is said to have done it: told as a fact here, in somebody's words there."""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.divergence import agency_authors, agency_deeds, agency_initiative, agency_subjects
from checker.divergence.doers import MODALS
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.topics import doers, topic
from checker.model import Claim, Evidence, Example, Rule, Span

DEEDS = {"end": "ended or blocked", "refuse": "refused", "attack": "attacked", "compel": "forced"}
TOPICS = {
    "negotiation": "the talks or the deal",
    "violence": "the fighting",
    "rule": "the rule",
    "vote": "the vote",
    "work": "the work",
}
UNSAID = {"someone", "somebody"}
NARROW = 160
PARTS = (agency_authors, agency_deeds, agency_subjects, agency_initiative)
RULES = (
    Rule(
        "divergence.deed-narrated",
        "A doer named as a fact, or in somebody's words",
        "One text's narrator says who did it; another text has a doer only as what somebody says.",
        (
            Example(
                "Norway broke off the wage talks. / Critics claim that Norway wrecked the wage talks.",
                ("Norway broke off the wage talks", "Critics claim that Norway wrecked the wage talks"),
            ),
            Example(
                "The owners tore up the deal. / Thomas Berg said that the owners tore up the deal.",
                ("The owners tore up the deal", "the owners tore up the deal"),
            ),
        ),
    ),
    *(rule for part in PARTS for rule in part.RULES),
)


def find(facts: Facts) -> list[Draft]:
    """One draft a circle of texts, deed and family of things, where one tells as a fact who did it; and deeds and
    sentences of which texts name different doers.
    """
    rows: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    circles = facts.circles()
    for claim in facts.claims:
        told = set(claim.classes) & set(DEEDS) and _tellable(facts, claim) and _happened(facts, claim)
        about = topic(facts, claim) if told else None
        for number, circle in enumerate(circles):
            if claim.span.doc in circle and about in TOPICS:
                for deed in set(claim.classes) & set(DEEDS):
                    rows[number, deed, about].append(claim)
    drafts: list[Draft | None] = []
    for (_, deed, about), claims in sorted(rows.items()):
        drafts.append(_narrated(facts, deed, about, claims))
    return [*(d for d in drafts if d is not None), *(d for part in PARTS for d in part.find(facts))]


def _tellable(facts: Facts, claim: Claim) -> bool:
    """An agent that is a name, a person or a body, or one that the grammar leaves out."""
    if claim.agent.state != "expressed":
        return claim.agent.state == "absent"
    if _before_a_dash(facts, claim) or _own_affair(facts, claim):
        return False
    names = (claim.agent.name or "").split(" + ")
    return all(name in facts.entities or name in doers() or name in UNSAID for name in names)


def _before_a_dash(facts: Facts, claim: Claim) -> bool:
    """Whether a dash or a bracket parts the agent from its verb: a dateline, and no doer."""
    between = facts.documents[claim.span.doc].text[claim.agent.spans[0][1] : claim.predicate[0]]
    return any(mark in between for mark in ("—", " – ", " - ", "("))


def _own_affair(facts: Facts, claim: Claim) -> bool:
    """Whether it is done to what is the doer's own, of which others may each have one: "quit her race"."""
    parse = facts.parses[claim.span.doc]
    tokens = (parse.tokens[i] for s, e in claim.patient.spans for i in parse.tokens_in(s, e))
    return any(t.tag == "PRP$" for t in tokens)


def _happened(facts: Facts, claim: Claim) -> bool:
    """Told as done: no will, could or would, and no bare infinitive, which only names a wish or a plan."""
    parse = facts.parses[claim.span.doc]
    [verb] = parse.tokens_in(*claim.predicate)
    auxiliaries = {
        parse.tokens[c].lemma.lower() for c in parse.children(verb) if parse.tokens[c].dep == "aux"
    }
    if auxiliaries & MODALS:
        return False
    return parse.tokens[verb].tag != "VB" or bool(auxiliaries & {"do", "did", "does"})


def _event(claims: list[Claim]) -> str | None:
    """The event that most of the claims belong to; None where most belong to none."""
    counts = Counter(c.event for c in claims)
    return max(counts, key=lambda e: (counts[e], str(e))) if counts else None


def _narrated(facts: Facts, deed: str, about: str, claims: list[Claim]) -> Draft | None:
    """Somebody named as the doer by a narrator, where another text has it only in somebody's mouth."""
    named = [c for c in claims if c.agent.state == "expressed" and c.polarity == "+"]
    own = [c for c in named if c.voice == "narrator" and c.certainty == "asserted"]
    given = [
        c for c in named if c.voice == "reported" and facts.by(facts.attributions.get(c.attribution or ""))
    ]
    voices = {facts.voice_of(c.span.doc) for c in own}
    given = [c for c in given if facts.voice_of(c.span.doc) not in voices]
    if not own or not given:
        return None
    docs = sorted({c.span.doc for c in own})
    who = " ".join((facts.by(facts.attributions[str(given[0].attribution)]) or "").split())[:60]
    evidence = [facts.shown(facts.cut(_narrow(c), NARROW), "told as a fact", claim=c) for c in own[:3]]
    evidence += [_said(facts, c) for c in given[:3]]
    told = f"{'says' if len(docs) == 1 else 'say'} as a fact who {DEEDS[deed]} {TOPICS[about]}"
    left = f"in the passage shown, {facts.name(given[0].span.doc)} leaves it to {who} to say"
    return Draft(
        kind="agency",
        importance=3,
        weight=len(own) + len(given) + 3,
        statement=f"{listed([facts.name(d) for d in docs])} {told}; {left}.",
        evidence=tuple(evidence),
        rule="divergence.deed-narrated",
        event=_event(own + given),
    )


def _said(facts: Facts, claim: Claim) -> Evidence:
    """The clause with who says so before it, where both stand together."""
    said = facts.attributions[str(claim.attribution)]
    starts = [s for s, _ in (*(said.source or ()), *(said.cue or ())) if s <= claim.span.start]
    start = min(starts, default=claim.span.start)
    near = claim.span.end - start <= NARROW
    span = Span(claim.span.doc, start, claim.span.end) if near else facts.cut(_narrow(claim), NARROW)
    return facts.shown(span, "given as somebody's words", claim=claim)


def _narrow(claim: Claim) -> Span:
    """The clause from its agent or patient to its verb's end, or the whole of it where that is short."""
    if claim.span.end - claim.span.start <= NARROW:
        return claim.span
    places = [*claim.agent.spans, *claim.patient.spans, claim.predicate]
    inside = [(s, e) for s, e in places if claim.span.start <= s and e <= claim.span.end]
    return Span(claim.span.doc, min(s for s, _ in inside), max(e for _, e in inside))
