"""A text that tells a deed as done and quotes that it was not, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from checker.divergence.clauses import LIGHT
from checker.divergence.draft import Draft, Facts
from checker.divergence.matches import matches
from checker.divergence.phrasing import plain
from checker.divergence.tellings import Telling
from checker.model import Example, Parse, Rule, Span

NEAR, SHARED = 4, 3
"""Sentences between the two; words besides the verb that their sentences share."""
STATED = 110
"""Characters of the words in a statement."""
VAGUE = frozenset({"want", "know", "think", "give", "see", "mean", "call", "need", "feel", "seem", "like"})
"""Verbs that say too little for two uses to be of one thing."""
DEMONSTRATIVE = frozenset({"that", "this", "it", "those", "these"})
"""Objects that stand for something said before, which may be anything."""
ROLES = ("nsubj", "dobj")
RULES = (
    Rule(
        "divergence.quotation-says-otherwise",
        "Told one way, quoted the other",
        "The narrator tells something with a verb, and a quotation a few sentences off has the same verb denied, in "
        "words that share three others with the sentence; or the other way round.",
        (
            Example(
                "Oru is calm. The mayor trusted the ferry captain with the bridge lamps. Later the mayor said: “I did "
                "not trust the ferry captain with the bridge lamps that night.”",
                ("The mayor trusted the ferry captain with the bridge lamps",),
            ),
            Example(
                "Oru is calm. The mayor did not sign the permit for the gravel quarry. Asked later, the mayor said: “I "
                "signed the permit for the gravel quarry in the morning.”",
                ("The mayor did not sign the permit for the gravel quarry",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `inconsistency`, one a verb and text."""
    found: dict[tuple[str, str], tuple[Telling, Telling]] = {}
    for verb, a, b in _pairs(facts):
        found.setdefault((a.doc, verb), (a, b))
    return [_draft(facts, a, b) for a, b in found.values()]


def _pairs(facts: Facts) -> Iterator[tuple[str, Telling, Telling]]:
    """Verb, and two clauses with it that stand close together, one told and one quoted, one of them negative."""
    rows: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for row in matches(facts).rows:
        token = facts.parses[row.doc].tokens[row.clause.verb]
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma not in LIGHT | VAGUE and not row.heading:
            rows[row.doc, lemma].append(row)
    for (_, verb), held in sorted(rows.items()):
        yield from (
            (verb, a, b) for a, b in combinations(held, 2) if _opposed(a, b) and _one_matter(facts, a, b)
        )


def _opposed(a: Telling, b: Telling) -> bool:
    if {a.voice, b.voice} != {"narrator", "quoted"} or a.negative == b.negative:
        return False
    return 0 < b.sentence - a.sentence <= NEAR and len((a.near & b.near) - a.deed) >= SHARED


def _one_matter(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether both may be of one person and thing: who says "I" is the other's subject, and no "that" is meant."""
    told, quoted = (a, b) if a.voice == "narrator" else (b, a)
    parse = facts.parses[a.doc]
    words = {
        d: [parse.tokens[i] for i in parse.children(quoted.clause.verb) if parse.tokens[i].dep == d]
        for d in ROLES
    }
    if any(t.text.lower() in DEMONSTRATIVE for t in words["dobj"]):
        return False
    own = any(t.text.lower() in {"i", "we"} for t in words["nsubj"])
    doers = _source(parse, quoted) if own else quoted.subject
    return bool(told.subject & doers) and (
        told.patient == quoted.patient or bool(told.patient & quoted.patient)
    )


def _source(parse: Parse, quoted: Telling) -> frozenset[str]:
    """The keys of who says what is quoted."""
    said = quoted.said
    if said is None:
        return frozenset()
    inside = (parse.tokens[i] for s, e in said.source or () for i in parse.tokens_in(s, e))
    return frozenset({f"@{said.speaker}", *(t.lemma.lower() for t in inside if t.pos in {"NOUN", "PROPN"})})


def _draft(facts: Facts, a: Telling, b: Telling) -> Draft:
    spans = [facts.cut(Span(row.doc, *row.clause.place)) for row in (a, b)]
    told, quoted = spans if a.voice == "narrator" else spans[::-1]
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"{facts.name(a.doc)} tells “{plain(facts, told, STATED)}” and quotes "
        f"“{plain(facts, quoted, STATED)}”.",
        evidence=tuple(facts.shown(span, "tells it" if span is told else "quotes it") for span in spans),
        rule="divergence.quotation-says-otherwise",
    )
