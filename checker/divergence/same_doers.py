"""Whether two tellings of one deed have one doer, as far as their subjects show it."""

from __future__ import annotations

from checker.divergence.clauses import stem, subject_heads
from checker.divergence.draft import Facts
from checker.divergence.kindred import kin
from checker.divergence.matches import stands_for
from checker.divergence.tellings import Telling


def one_doer(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether the subject of either stands in the other clause, or may stand for what is named near it.

    What "he" or "they" means where several people are named, is not known; nor may it be whom the clause has beside
    it. What something is ("a draft", "a paper") and whose it is ("his client") has many names.
    """
    if not (a.subject or a.standing) or not (b.subject or b.standing) or _is_called(facts, a, b):
        return True
    if _heads(facts, a) & _heads(facts, b):
        return True
    if a.standing and b.standing:
        persons = [{key for key in t.near | t.before if key.startswith("@")} for t in (a, b)]
        return not all(persons) or persons[0] == persons[1]
    named = a.names & (b.near | b.before) or b.names & (a.near | a.before)
    if a.standing or b.standing:
        plain, other = (b, a) if a.standing else (a, b)
        if not plain.names and not _is_led(facts, other, plain.subject):
            return False
        return not plain.subject & other.keys and (bool(named) or stands_for(a, b))
    alike = any(kin(one) & kin(other) for one in a.subject for other in b.subject)
    return bool(a.subject & b.keys or b.subject & a.keys or named or alike)


def _is_called(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether both say what their subject is, or the subject of one is called by whose it is."""
    verbs = [facts.parses[t.doc].tokens[t.clause.verb].lemma.lower() for t in (a, b)]
    return verbs == ["be", "be"] or any(_is_owned(facts, t) for t in (a, b))


def _heads(facts: Facts, telling: Telling) -> set[str]:
    """The nouns that head the subject, also in a name: "the council", "Vale District Council"."""
    parse = facts.parses[telling.doc]
    heads = (parse.tokens[i] for i in subject_heads(parse, telling.clause.verb))
    return {stem(t.lemma.lower()) for t in heads if t.pos in {"NOUN", "PROPN"}}


def _is_led(facts: Facts, telling: Telling, subject: frozenset[str]) -> bool:
    """Whether a noun stands before the pronoun that is the subject, in its sentence or the one before."""
    parse = facts.parses[telling.doc]
    heads = subject_heads(parse, telling.clause.verb)
    first = parse.sentences[telling.sentence].first
    led = {stem(t.lemma.lower()) for t in parse.tokens[first : min(heads, default=first)]}
    return bool(subject & (led | telling.before))


def _is_owned(facts: Facts, telling: Telling) -> bool:
    parse = facts.parses[telling.doc]
    heads = subject_heads(parse, telling.clause.verb)
    return any(parse.tokens[c].tag == "PRP$" for i in heads for c in parse.children(i))


def otherwise(facts: Facts, a: Telling, b: Telling) -> bool:
    """Whether the two say how, each in another way: "well", "poorly"."""
    one, other = _manner(facts, a), _manner(facts, b)
    return bool(one and other) and one.isdisjoint(other)


def _manner(facts: Facts, telling: Telling) -> frozenset[str]:
    tokens = (facts.parses[telling.doc].tokens[i] for i in telling.clause.tokens)
    return frozenset(
        t.lemma.lower() for t in tokens if t.tag == "RB" and (t.lemma.endswith("ly") or t.lemma == "well")
    )
