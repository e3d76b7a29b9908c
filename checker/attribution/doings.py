"""Verbs of saying that do something instead: `called off the strike`, `dismissed its manager`, `argued for an hour`."""

from __future__ import annotations

from checker.attribution.cues import Cues, load
from checker.attribution.grammar import Grammar
from checker.attribution.people import names_person

_HANDLED = frozenset({"dismiss", "question", "challenge", "order", "appoint", "discharge", "press"})
"""Verbs that do something to a person, and say something of other things."""
_TELLING = frozenset({"warn", "remind", "inform", "notify", "alert", "caution", "persuade", "convince"})
"""Verbs whose object alone is the one spoken to."""
_ANSWERED = frozenset(
    {"letter", "email", "call", "phone", "telephone", "door", "bell", "message", "prayer", "advertisement"}
)


def is_called_off(g: Grammar, verb: int) -> bool:
    """`called off the strike`, `called up its reserves`: nothing is called by a name."""
    following = g.lower(verb + 1) if verb + 1 < len(g.tokens) else ""
    return g.tokens[verb].lemma == "call" and following in {"off", "up", "in"}


def is_done(g: Grammar, verb: int, thing: int) -> bool:
    """Whether nothing is said: `dismissed its manager`, `answered the letter`."""
    lemma = g.tokens[verb].lemma
    if load().has("verbs.addresses", lemma) and (g.tokens[thing].pos == "PRON" or lemma in _TELLING):
        return True
    if lemma == "answer" and g.tokens[thing].lemma in _ANSWERED:
        return True
    person = g.tokens[thing].tag == "NN" and names_person(g.tokens[thing].lemma.lower())
    name = g.name_at(thing)
    person = person or (name is not None and name.type == "PERSON")
    return (person and lemma in _HANDLED) or (
        lemma == "name" and any(g.tokens[c].tag == "MD" for c in g.children[verb])
    )


def is_ground(g: Grammar, cues: Cues, verb: int, thing: int) -> bool:
    """Whether something is defended or taken with hands rather than words: a place or what stands there."""
    if g.tokens[verb].lemma not in {"defend", "reject", "order", "challenge"}:
        return False
    name = g.name_at(thing)
    return cues.has("nouns.ground", g.tokens[thing].lemma) or (
        name is not None and name.type in {"GPE", "LOC", "FAC"}
    )


def is_while(g: Grammar, cues: Cues, preposition: int) -> bool:
    """`argued for an hour`: how long."""
    noun = g.child(preposition, "pobj")
    return (
        noun is not None
        and g.lower(preposition) == "for"
        and cues.has("nouns.time", g.tokens[noun].lemma.lower())
    )
