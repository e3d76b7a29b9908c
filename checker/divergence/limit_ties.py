"""Whether a limit is of the clause that it was read for, and not of another one in its sentence."""

from __future__ import annotations

import re

from checker.divergence.draft import Facts
from checker.divergence.limit_words import Limit
from checker.divergence.tellings import Telling
from checker.model import Parse

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
OWN = frozenset(["i", "we"])
REMARKS = frozenset(["be", "say", "add", "tell", "note", "explain"])
"""Verbs that may stand between a limit and its clause: "the impression, he says, was that …"."""
AMOUNT = frozenset(["estimate", "estimated"])
"""Limits that go with any figure."""
KEPT = 0.34
"""Share of the words of a condition from which a sentence is said to have the condition too, in whatever form."""
AWAITED = frozenset(["once", "until", "unless"])
"""Words for what a thing waits for, which may be the other's condition in other words."""
_PARTED = re.compile(r"[;:—]|\s[-–]+\s")


def is_tied(facts: Facts, telling: Telling, limit: Limit) -> bool:
    """Whether nothing between the limit and the verb shows that it is of another clause, or no limit at all.

    What the speaker "thought" he no longer thinks; a sum that is "estimated" is as sure as any round one.
    """
    parse = facts.parses[telling.doc]
    cue = list(parse.tokens_in(*limit.place))
    if not cue or _is_disappointed(parse, telling, cue[0]):
        return False
    if parse.tokens[cue[0]].lemma.lower() in AMOUNT and _has_sum(parse, telling):
        return False
    verb = telling.clause.verb
    first, last = (cue[-1] + 1, verb) if cue[-1] < verb else (verb + 1, cue[0])
    between = facts.documents[telling.doc].text[
        parse.tokens[first - 1].end : parse.tokens[max(first - 1, last)].start
    ]
    return not _PARTED.search(between) and not (cue[-1] < verb and _has_other(parse, cue, first, verb))


def _has_other(parse: Parse, cue: list[int], first: int, verb: int) -> bool:
    """Whether between a limit and its verb a finite verb stands that is neither the clause's nor the limit's."""
    above = [h for h in parse.ancestors(verb) if h in cue or set(cue) & set(parse.children(h))]
    own = {*parse.subtree(verb), *above, *(i for h in above for i in parse.children(h))}
    return any(
        parse.tokens[i].tag in FINITE and i not in own and parse.tokens[i].lemma.lower() not in REMARKS
        for i in range(first, verb)
    )


def _has_sum(parse: Parse, telling: Telling) -> bool:
    return any(parse.tokens[i].tag == "CD" for i in telling.clause.tokens)


def _is_disappointed(parse: Parse, telling: Telling, cue: int) -> bool:
    """`I thought we would win`: what a speaker tells of what he took for true."""
    token = parse.tokens[cue]
    kids = (parse.tokens[i] for i in parse.children(cue))
    own = any(t.dep == "nsubj" and t.text.lower() in OWN for t in kids)
    return telling.voice != "narrator" and own and token.lemma == "think" and token.tag == "VBD"


def awaits(facts: Facts, telling: Telling) -> bool:
    """Whether the sentence says what the thing waits for: "will be lifted once …", "not until …"."""
    parse = facts.parses[telling.doc]
    row = parse.sentences[telling.sentence]
    tokens = (parse.tokens[i] for i in range(row.first, row.last))
    return any(t.lemma.lower() in AWAITED and t.pos in {"SCONJ", "ADP"} for t in tokens)


def has_condition(facts: Facts, a: Telling, limit: Limit, b: Telling) -> bool:
    """Whether the sentence of `a`, or the one after it, has the condition in other words."""
    parse = facts.parses[b.doc]
    other = facts.parses[a.doc]
    wanted = {
        parse.tokens[i].lemma.lower() for i in parse.tokens_in(*limit.place) if not parse.tokens[i].stop
    }
    near = other.sentences[a.sentence : a.sentence + 2]
    having = {t.lemma.lower() for s in near for t in other.tokens[s.first : s.last]}
    marked = having & {"if", "unless", "only", "provided", "condition", "should", "depend", "case"}
    return bool(marked) or awaits(facts, a) or not wanted or len(wanted & having) >= KEPT * len(wanted)
