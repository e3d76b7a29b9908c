"""How a clause tells: as past, as a question, as background to another."""

from __future__ import annotations

from checker.divergence.clauses import hangs, subject_heads
from checker.divergence.draft import Facts
from checker.divergence.limit_words import words as limiting
from checker.divergence.tellings import Telling
from checker.model import Parse

BACKGROUND = frozenset(["when", "while", "as", "where", "whereas", "although", "though", "because", "since"])
BESIDE = frozenset(["advcl", "acl", "pcomp"])
"""Clauses that only say when, why or which: what they tell is taken for granted."""
OPENS = frozenset(["that", "whether"])
"""Words before a clause that says what a proof or a claim is of."""
QUESTIONS = frozenset(["how", "why", "when", "where"])
RELATIVE = frozenset(["WDT", "WP", "WP$"])
UNREAL = frozenset(["would", "should", "could", "may", "might", "ought", "'d", "’d"])
"""Auxiliaries of what a plan, a text or a rule has, and of what is not so."""
LASTING = frozenset(["for", "until", "till", "during", "throughout", "within"])
UNITS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"])
EMPTY = frozenset(["it", "this", "that", "which", "who", "there", "you", "i", "we"])
FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "to"])


def is_past(facts: Facts, telling: Telling) -> bool:
    """Whether a clause tells what has come about."""
    parse = facts.parses[telling.doc]
    verb = parse.tokens[telling.clause.verb]
    kids = [
        parse.tokens[c]
        for c in parse.children(telling.clause.verb)
        if parse.tokens[c].dep in {"aux", "auxpass"}
    ]
    if any(t.text.lower() in FUTURE for t in kids):
        return False
    return verb.tag in {"VBD", "VBN"} or any(t.tag in {"VBD", "VBN"} or t.lemma == "have" for t in kids)


def is_participle(facts: Facts, telling: Telling) -> bool:
    """Whether a clause says not that a thing was so: "the danger of having their boats seized", "best known for"."""
    parse, verb = facts.parses[telling.doc], telling.clause.verb
    helped = any(parse.tokens[c].dep in {"aux", "auxpass"} for c in parse.children(verb))
    token = parse.tokens[verb]
    if token.lemma == "know" and token.tag == "VBN":
        return True
    return token.tag in {"VBN", "VBG"} and token.dep in {"ccomp", "pcomp"} and not helped


def lasted(facts: Facts, telling: Telling) -> bool:
    """Whether a clause says how long: "for a year they were kept together" is not true of another time."""
    parse = facts.parses[telling.doc]
    openings = [i for i in parse.children(telling.clause.verb) if parse.tokens[i].text.lower() in LASTING]
    return any(parse.tokens[j].lemma.lower() in UNITS for i in openings for j in parse.children(i))


def is_background(facts: Facts, telling: Telling) -> bool:
    """Whether a clause only says when or why something else was: "when the ministers met"."""
    parse = facts.parses[telling.doc]
    kids = [parse.tokens[c] for c in parse.children(telling.clause.verb)]
    opened = any(t.lemma.lower() in BACKGROUND and t.dep in {"mark", "advmod"} for t in kids)
    return parse.tokens[telling.clause.verb].dep == "advcl" or opened


def is_reason(facts: Facts, telling: Telling) -> bool:
    """Whether a clause gives a reason, which its text takes for true: "because the firm needs the money"."""
    parse, verb = facts.parses[telling.doc], telling.clause.verb
    marks = {parse.tokens[i].text.lower() for i in parse.children(verb) if parse.tokens[i].dep == "mark"}
    return parse.tokens[verb].dep == "advcl" and "because" in marks


def is_taken_up(facts: Facts, telling: Telling) -> bool:
    """Whether a clause tells something by itself, or gives a reason, and is no background to another."""
    reason = is_reason(facts, telling)
    return reason or (is_stated(facts, telling) and not is_background(facts, telling))


def is_asked(facts: Facts, telling: Telling) -> bool:
    """Whether a clause is a question, or its sentence is: "they asked whether he slept", "what he took"."""
    parse, verb = facts.parses[telling.doc], telling.clause.verb
    marks = {parse.tokens[i].text.lower() for i in parse.children(verb) if parse.tokens[i].dep == "mark"}
    opening = parse.tokens[min(parse.subtree(verb))]
    if parse.tokens[verb].dep != "relcl" and opening.tag in RELATIVE:
        return True
    if "whether" in marks or ("if" in marks and parse.tokens[verb].dep == "ccomp"):
        return True
    return in_question(facts, telling)


def in_question(facts: Facts, telling: Telling) -> bool:
    """Whether the sentence of a clause is a question."""
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    return facts.documents[telling.doc].text[sentence.start : sentence.end].rstrip("”’\"' ").endswith("?")


def is_stated(facts: Facts, telling: Telling) -> bool:
    """Whether a clause tells something by itself, and does not only say when, why or which.

    "the ferry, which sank in May" tells it; "the ferry that sank in May" takes it for granted.
    """
    parse, verb = facts.parses[telling.doc], telling.clause.verb
    asked = {parse.tokens[i].text.lower() for i in parse.children(verb)} & QUESTIONS
    content = any(
        parse.tokens[i].dep == "mark" and parse.tokens[i].text.lower() in OPENS for i in parse.children(verb)
    )
    if (parse.tokens[verb].dep in BESIDE and not (parse.tokens[verb].dep != "advcl" and content)) or (
        parse.tokens[verb].dep == "ccomp" and asked
    ):
        return False
    if hangs(parse, verb) != "relcl":
        return True
    over = parse.tokens[parse.tokens[parse.tokens[verb].head].head]
    if over.lemma == "be" and any(
        parse.tokens[i].text.lower() == "it"
        for i in parse.children(parse.tokens[parse.tokens[verb].head].head)
    ):
        return True
    inside = parse.subtree(verb)
    opening = next((i for i in inside if parse.tokens[i].tag in RELATIVE), None)
    return (
        opening is not None
        and opening > 0
        and parse.tokens[opening].text.lower() != "that"
        and "," in {parse.tokens[inside[0] - 1].text, parse.tokens[opening - 1].text}
    )


def is_later(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether a text may tell what came about only after the other was written."""
    one, other = facts.documents[a.doc].published, facts.documents[b.doc].published
    return one is None or other is None or one.to > other.from_


def is_unreal(facts: Facts, telling: Telling) -> bool:
    """Whether a clause has what would, should or might be, or is still to be shown, and not what is."""
    parse = facts.parses[telling.doc]
    kids = parse.children(telling.clause.verb)
    unreal = any(parse.tokens[c].dep == "aux" and parse.tokens[c].text.lower() in UNREAL for c in kids)
    return unreal or _is_to_be_shown(parse, telling.clause.verb)


def _is_to_be_shown(parse: Parse, verb: int) -> bool:
    """Whether a clause says what somebody has to show: "they must prove that it leaked", "needs to show it leaked"."""
    while parse.tokens[verb].dep == "conj":
        verb = parse.tokens[verb].head
    over = parse.tokens[verb].head
    if parse.tokens[verb].dep != "ccomp" or parse.tokens[over].lemma.lower() not in limiting("shown"):
        return False
    helping = {parse.tokens[c].text.lower() for c in parse.children(over) if parse.tokens[c].dep == "aux"}
    return bool(helping & {"to", "must", *UNREAL, *FUTURE}) or parse.tokens[over].lemma.lower() == "require"


def would(facts: Facts, telling: Telling) -> bool:
    """Whether "would" stands with the verb: in reported speech that is only a "will" of the past."""
    parse = facts.parses[telling.doc]
    kids = parse.children(telling.clause.verb)
    return any(
        parse.tokens[c].dep == "aux" and parse.tokens[c].text.lower() in {"would", "'d", "’d"} for c in kids
    )


def is_first_person(facts: Facts, telling: Telling) -> bool:
    """Whether "I" or "my" stands close by outside quotation marks: a post that is shown, or marks that were lost."""
    parse = facts.parses[telling.doc]
    near = parse.sentences[max(0, telling.sentence - 1) : telling.sentence + 2]
    tokens = (parse.tokens[i] for s in near for i in range(s.first, s.last))
    return any(t.text.lower() in {"i", "my", "me"} and not parse.is_quoted(t.start, t.end) for t in tokens)


def has_subject(facts: Facts, telling: Telling) -> bool:
    """Whether a noun, a name or a person is the subject: "it got hard" tells too little by itself."""
    parse, verb = facts.parses[telling.doc], telling.clause.verb
    return any(parse.tokens[i].text.lower() not in EMPTY for i in subject_heads(parse, verb))
