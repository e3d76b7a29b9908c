"""Who a noun of saying belongs to: `his claim`, `a call by Roe`, `Roe made the promise`."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.people import names_person
from checker.attribution.sources import of_verb, phrase


def of_noun(g: Grammar, noun: int, cues: Cues) -> tuple[int, ...]:
    """Tokens of the source of a noun cue: possessor, `by` phrase, or the subject of a light verb."""
    owner = g.child(noun, "poss")
    if owner is not None:
        return tuple(i for i in phrase(g, owner, noun) if g.tokens[i].tag != "POS")
    beside = [noun + 1] if noun + 1 < len(g.tokens) and noun + 1 not in g.children[noun] else []
    made = [c for c in g.children[noun] if g.tokens[c].tag == "VBN" and g.tokens[c].dep == "acl"]
    agents = [c for verb in made for c in g.children[verb] if g.tokens[c].dep == "agent"]
    for preposition in (*g.children[noun], *beside, *agents):
        if g.tokens[preposition].lemma in {"by", "from"} and g.tokens[preposition].dep in {"prep", "agent"}:
            named = g.child(preposition, "pobj")
            if named is not None:
                return phrase(g, named, noun)
    if (teller := _teller(g, noun)) is not None:
        return phrase(g, teller, noun)
    name = g.child(noun, "compound", "nmod")
    if name is not None and g.tokens[name].pos == "PROPN" and g.name_at(name) is not None:
        return phrase(g, name, noun)
    return _lent(g, noun, cues)


def _teller(g: Grammar, noun: int) -> int | None:
    """The people of `the complaints of traders that …`, where what is complained of follows."""
    of = next((c for c in g.children[noun] if g.lower(c) == "of" and g.tokens[c].dep == "prep"), None)
    named = g.child(of, "pobj") if of is not None else None
    if named is None or not names_person(g.tokens[named].lemma.lower()):
        return None
    after = g.right[named] + 1
    return named if after < len(g.tokens) and g.lower(after) == "that" else None


def _lent(g: Grammar, noun: int, cues: Cues) -> tuple[int, ...]:
    """The subject of `made the claim`; of `in exchange for renewing the promise` nobody knows who is to renew it."""
    head = g.tokens[noun].head
    light = g.tokens[noun].dep == "dobj" and cues.has("verbs.light", g.tokens[head].lemma)
    if not light or g.is_passive(head):
        return ()
    behind_noun = g.tokens[head].dep == "pcomp" and g.tokens[g.tokens[g.tokens[head].head].head].pos == "NOUN"
    return () if behind_noun else of_verb(g, head)
