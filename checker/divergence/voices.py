"""Told as a fact in one text, as somebody's words in another; named here, unnamed there."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence.draft import SPANS, Draft, Facts
from checker.model import Attribution, Claim, Evidence, Example, Rule, Span

NARROW = 180
UNNAMED = {"official", "source", "people", "person", "aide", "diplomat", "insider", "witness", "adviser", "advisor",
           "pundit", "analyst", "expert", "observer"}  # fmt: skip
RULES = (
    Rule(
        "divergence.narrated",
        "Narrated here, attributed there",
        "The same proposition stands in the narrator's own voice in one text and in somebody's mouth in another.",
        (
            Example(
                "The mayor sold the harbour. / Critics claim that the mayor sold the harbour.",
                ("The mayor sold the harbour", "the mayor sold the harbour"),
            ),
            Example(
                "The dam was blown up by rebels. / The army says rebels blew up the dam.",
                ("The dam was blown up by rebels", "rebels blew up the dam"),
            ),
        ),
    ),
    Rule(
        "divergence.other-source",
        "Given to different people",
        "The same proposition is attributed to different speakers in two texts.",
        (
            Example(
                "Thomas Berg said that Norway sold the old harbour to Chile. / "
                "Maria Lopez said that Norway sold the old harbour to Chile.",
                ("Norway sold the old harbour to Chile",),
            ),
            Example(
                "According to Thomas Berg, Norway sank the grey ferry in May. / "
                "Norway sank the grey ferry in May, Maria Lopez said.",
                ("Norway sank the grey ferry in May",),
            ),
        ),
    ),
    Rule(
        "divergence.unnamed-sources",
        "Sources that are not named",
        "Texts about the same happening rest statements on people whom they do not name, described more or less.",
        (
            Example(
                "A senior official told reporters that the plan was dead. / Sources said that the plan was alive.",
                ("A senior official", "Sources"),
            ),
            Example(
                "Two officials, who asked not to be named, said the bridge was sold. / "
                "An official said on condition of anonymity that the bridge was not sold.",
                ("Two officials", "An official"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `attribution`."""
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        rows[claim.proposition].append(claim)
    drafts = [d for _, claims in sorted(rows.items()) for d in _compared(facts, claims)]
    return [*drafts, *_unnamed(facts)]


def _compared(facts: Facts, claims: list[Claim]) -> list[Draft]:
    """At most one draft a proposition and rule: that of the two texts whose words are closest."""
    best: dict[str, Draft] = {}
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            if a.span.doc == b.span.doc or a.polarity != b.polarity or not _same(facts, a, b):
                continue
            draft = _narrated(facts, a, b) or _narrated(facts, b, a) or _others(facts, a, b)
            if draft and (draft.rule not in best or draft.weight > best[draft.rule].weight):
                best[draft.rule] = draft
    return list(best.values())


def _same(facts: Facts, a: Claim, b: Claim) -> bool:
    """Both agent and patient fit, or what the clauses share is more than a name."""
    return shared_words(facts, a, b) >= 3 and not _clash(a, b)


def _clash(a: Claim, b: Claim) -> bool:
    return bool(
        a.agent.name and b.agent.name and not set(a.agent.name.split(" + ")) & set(b.agent.name.split(" + "))
    )


def shared_words(facts: Facts, a: Claim, b: Claim) -> int:
    """How many content lemmas two clauses share."""
    return len(_lemmas(facts, a.span) & _lemmas(facts, b.span))


def _lemmas(facts: Facts, span: Span) -> set[str]:
    parse = facts.parses[span.doc]
    tokens = (parse.tokens[i] for i in parse.tokens_in(span.start, span.end))
    return {
        t.lemma.lower() for t in tokens if t.pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} and not t.stop
    }


def _narrated(facts: Facts, a: Claim, b: Claim) -> Draft | None:
    """`a` in the narrator's voice and sure, `b` in somebody's mouth."""
    said = facts.attributions.get(b.attribution or "")
    if a.voice != "narrator" or a.certainty != "asserted" or b.voice == "narrator" or said is None:
        return None
    who = facts.by(said)
    given = (
        f"what {facts.name(b.span.doc)} gives as the words of {_short(who)}"
        if who
        else "what another gives as a claim"
    )
    evidence = (
        facts.shown(facts.cut(a.span, NARROW), "told as a fact", claim=a),
        facts.shown(
            facts.cut(b.span, NARROW), f"given to {_short(who)}" if who else "given as a claim", claim=b
        ),
        *_cue(facts, said),
    )
    one_voice = facts.voice_of(a.span.doc) == facts.voice_of(b.span.doc)
    return Draft(
        kind="attribution",
        importance=2 if one_voice else 3,
        weight=shared_words(facts, a, b) + (0 if one_voice else 2),
        statement=f"{facts.name(a.span.doc)} tells as a fact {given}: “{_words(facts, a)}”.",
        evidence=evidence,
        rule="divergence.narrated",
        event=a.event or b.event,
    )


def _others(facts: Facts, a: Claim, b: Claim) -> Draft | None:
    one, other = facts.attributions.get(a.attribution or ""), facts.attributions.get(b.attribution or "")
    if (
        one is None
        or other is None
        or one.speaker is None
        or other.speaker is None
        or one.speaker == other.speaker
    ):
        return None
    names = facts.by(one), facts.by(other)
    return Draft(
        kind="attribution",
        importance=2,
        weight=shared_words(facts, a, b),
        statement=(
            f"{facts.name(a.span.doc)} has it from {names[0]}, {facts.name(b.span.doc)} from {names[1]}: "
            f"“{_words(facts, a)}”."
        ),
        evidence=(
            facts.shown(facts.cut(a.span, NARROW), f"from {names[0]}", claim=a),
            facts.shown(facts.cut(b.span, NARROW), f"from {names[1]}", claim=b),
        ),
        rule="divergence.other-source",
        event=a.event or b.event,
    )


def _cue(facts: Facts, said: Attribution) -> tuple[Evidence, ...]:
    if not said.cue:
        return ()
    start, end = said.cue[0]
    return (facts.shown(Span(said.doc, start, end), "the word that attributes it"),)


def _words(facts: Facts, claim: Claim) -> str:
    words = " ".join(facts.quote(claim.span).split())
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + " …"


def _short(who: str | None) -> str:
    words = " ".join((who or "somebody").split())
    return words if len(words) <= 50 else words[:49].rsplit(" ", 1)[0] + " …"


def _unnamed(facts: Facts) -> list[Draft]:
    """One draft a circle of texts: who the unnamed sources are, by text."""
    drafts = []
    for circle in facts.circles():
        rows: dict[str, list[Attribution]] = defaultdict(list)
        for said in facts.attributions.values():
            if said.doc in circle and said.naming == "anonymous" and said.source and _withheld(facts, said):
                rows[said.doc].append(said)
        if len({facts.voice_of(doc) for doc in rows}) < 2:
            continue
        rounds = [
            facts.shown(facts.cut(Span(doc, *said.source[0]), 120), "not named")
            for turn in range(3)
            for doc, found in sorted(rows.items())
            if turn < len(found) and (said := _longest(found)[turn]).source
        ]
        told = [f"{facts.name(doc)} “{_source(facts, _longest(rows[doc])[0])}”" for doc in sorted(rows)]
        drafts.append(
            Draft(
                kind="attribution",
                importance=2,
                weight=len(rows),
                statement=f"Statements rest on people who are not named: {', '.join(told[:4])}.",
                evidence=tuple(rounds[:SPANS]),
                rule="divergence.unnamed-sources",
            )
        )
    return drafts


def _withheld(facts: Facts, said: Attribution) -> bool:
    """People who speak and are not named: not "no analyst", and not a group of which some are named."""
    parse = facts.parses[said.doc]
    tokens = [parse.tokens[i] for start, end in said.source or () for i in parse.tokens_in(start, end)]
    if any(t.lemma.lower() in {"no", "any", "nobody", "many", "some", "include", "the"} for t in tokens):
        return False
    return any(t.lemma.lower() in UNNAMED for t in tokens)


def _source(facts: Facts, said: Attribution) -> str:
    return _short(" ".join(facts.quote(Span(said.doc, s, e)) for s, e in said.source or ()))


def _longest(found: list[Attribution]) -> list[Attribution]:
    return sorted(found, key=lambda a: (-sum(e - s for s, e in a.source or ()), a.content))
