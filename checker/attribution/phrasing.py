"""Whose saying a verb without a subject of its own is, in turns of phrase that the grammar hides."""

from __future__ import annotations

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar

_PRENOMINAL = frozenset({"det", "compound", "amod", "nmod", "poss", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SINGLED = frozenset({"first", "second", "third", "last", "next", "only", "one", "sole"})


def quoted_person(g: Grammar, verb: int) -> int | None:
    """`quoted the ferryman as saying …`: the ferryman."""
    head = g.tokens[verb].head
    if g.tokens[verb].dep != "pcomp" or g.lower(head) != "as":
        return None
    return g.child(g.tokens[head].head, "dobj", *PASSIVES)


def first_to_say(g: Grammar, verb: int) -> int | None:
    """`Roe was the first surgeon to say …`: Roe."""
    noun = g.tokens[verb].head
    described = g.tokens[verb].dep in {"relcl", "acl", "xcomp"} and g.tokens[noun].dep in {"attr", "acomp"}
    singled = any(g.lower(c) in _SINGLED or g.tokens[c].tag == "JJS" for c in g.children[noun])
    if not described or not singled or not g.has_to(verb) or g.tokens[g.tokens[noun].head].lemma != "be":
        return None
    return g.child(g.tokens[noun].head, *SUBJECTS)


def was_told(g: Grammar, verb: int) -> bool:
    """`Told that it was late, Roe …`: a participle that the tagger took for a past tense; Roe was told."""
    opens = verb == g.sentence_of(verb).first and g.tokens[verb].tag in {"VBD", "VBN"}
    return opens and g.child(verb, *SUBJECTS) is None and g.tokens[verb].head > verb


def misread_subject(g: Grammar, verb: int) -> tuple[int, ...]:
    """`the abbot joked.`: a noun phrase before a finite verb that was read as a part of the verb."""
    if g.tokens[verb].tag not in {"VBD", "VBZ"} or g.child(verb, *SUBJECTS, *PASSIVES) is not None:
        return ()
    if (aged := _aged(g, verb)) is not None:
        return tuple(range(aged, verb))
    own = [c for c in g.children[verb] if c < verb and g.tokens[c].dep in _PRENOMINAL]
    whole = tuple(range(verb - len(own), verb))
    led = bool(own) and tuple(own) == whole and g.tokens[own[-1]].pos in _NOUNS
    return whole if led and g.tokens[own[0]].dep in {"det", "poss"} else ()


def _aged(g: Grammar, verb: int) -> int | None:
    """Where `the 40-year-old` begins, right before the verb."""
    first = max(g.sentence_of(verb).first, verb - 6)
    if verb <= first or g.lower(verb - 1) != "old":
        return None
    return next((i for i in range(verb - 2, first - 1, -1) if g.lower(i) == "the"), None)


def misread_participle(g: Grammar, verb: int) -> int | None:
    """`Its captain, Ada Lund, reckoned there was time`: a past tense read as a participle of the noun before it."""
    token, noun = g.tokens[verb], g.tokens[verb].head
    if token.tag != "VBN" or token.dep != "acl" or g.tokens[verb - 1].text != ",":
        return None
    if g.tokens[noun].head != noun or noun > verb or g.tokens[noun].pos not in _NOUNS:
        return None
    return noun if g.child(verb, "ccomp", "expl") is not None and g.child(verb, "agent") is None else None


def after_participle(g: Grammar, subject: int) -> int | None:
    """`Appearing on the podcast Deep Water, the diver Roe said …`: the diver."""
    sentence, first = g.sentence_of(subject), g.left[subject]
    beside = first > sentence.first and g.tokens[first - 1].pos in _NOUNS | {"DET"}
    apposed = g.child(subject, "appos")
    return apposed if beside and apposed is not None and apposed > subject else None
