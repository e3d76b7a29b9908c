"""Verb cues whose content is an object, an infinitive or what follows a preposition."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.doings import is_called_off, is_done, is_ground, is_while
from checker.attribution.grammar import Grammar
from checker.attribution.passives import passive
from checker.attribution.predicates import NOTHING, Found, quoted_predicate, small_clause
from checker.attribution.scope import between
from checker.attribution.tails import completed, without_apposition

_AIMED = frozenset({"blame", "fault", "accuse", "charge", "paint"})
"""Verbs whose object alone is a target: what it is blamed for has not been told."""
_NAMING = frozenset({"name", "identify", "quote"})
_EMPTY = frozenset(
    [
        "it",
        "this",
        "that",
        "so",
        "what",
        "which",
        "something",
        "nothing",
        "himself",
        "herself",
        "themselves",
        "itself",
    ]
)


_OPENING = frozenset({"what", "how", "why", "who", "whom", "where", "when", "which", "whether", "if", "that"})
"""First words of a clause that stands for an object."""


def objects(g: Grammar, cues: Cues, verb: int) -> Found:
    """The first of: passive, wish, infinitive, object, preposition."""
    if g.is_passive(verb):
        return passive(g, cues, verb)
    for construction in (_wish, _infinitive, quoted_predicate, _object, _preposition):
        found = construction(g, cues, verb)
        if found[0]:
            return found
    return NOTHING


def _infinitive(g: Grammar, cues: Cues, verb: int) -> Found:
    top, lemma = g.child(verb, "xcomp"), g.tokens[verb].lemma
    if top is not None and top > verb and _is_gerund(g, top) and cues.has("verbs.gerund", lemma):
        return between(g, g.left[top], g.right[top], verb), "attribution.infinitive", ()
    if top is None or top < verb or not cues.has("verbs.infinitive", lemma) or not g.has_to(top):
        return NOTHING
    if (
        cues.has("verbs.declining", lemma)
        and cues.is_verb(g.tokens[top].lemma)
        and _has_content(g, cues, top)
    ):
        return NOTHING
    if lemma == "call" and cues.has("verbs.speech", g.tokens[top].lemma) and g.left[top] == verb + 1:
        return NOTHING
    if g.tokens[top].lemma in _NAMING and g.is_passive(top):
        return NOTHING
    addressed = g.child(verb, "dobj", "dative")
    first = g.left[top]
    if any(g.tokens[i].text == ")" for i in range(verb + 1, first)):
        return NOTHING
    if addressed is not None and verb < addressed < top and cues.has("verbs.keeps_object", lemma):
        first = g.left[addressed]
    return between(g, first, g.right[top], verb), "attribution.infinitive", ()


def _is_gerund(g: Grammar, top: int) -> bool:
    """`leaving`, `being told`."""
    passive = g.child(top, "auxpass")
    return g.tokens[top if passive is None else passive].tag == "VBG"


def _has_content(g: Grammar, cues: Cues, verb: int) -> bool:
    """Whether a verb of saying after `declined to` has a content of its own."""
    clause = g.child(verb, "ccomp") is not None and cues.has("verbs.speech", g.tokens[verb].lemma)
    return clause or bool(objects(g, cues, verb)[0])


def _object(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma, thing = g.tokens[verb].lemma, g.child(verb, "dobj", "oprd")
    if thing is None:
        return _free_clause(g, cues, verb) or small_clause(g, cues, verb)
    second = _second_part(g, cues, verb, thing)
    if is_called_off(g, verb) or (second is None and is_done(g, verb, thing)):
        return NOTHING
    known = cues.has("verbs.object", lemma) and lemma != "call" and not _empty(g, thing)
    if g.tokens[verb - 1].tag in {"POS", "PRP$", "DT"} and verb:
        return NOTHING
    if second is None and lemma in _AIMED and g.child(thing, "prep") is None:
        return NOTHING
    if (second is None and not known) or is_ground(g, cues, verb, thing):
        return NOTHING
    first = g.left[thing]
    last = max(g.right[thing], g.right[second]) if second is not None else g.right[thing]
    if second is not None and thing < verb < g.left[second]:
        return _parted(g, verb, thing, second)
    if first <= verb <= last:
        return NOTHING
    last = without_apposition(g, thing, last)
    return between(g, first, completed(g, cues, verb, last), verb), "attribution.object", ()


def _free_clause(g: Grammar, cues: Cues, verb: int) -> Found | None:
    """`Roe decried what he called a farce`, `they discussed how it was done`: a clause in the place of an object."""
    top = g.child(verb, "ccomp")
    if top is None or top < verb or not cues.has("verbs.object", g.tokens[verb].lemma):
        return None
    opening = g.lower(g.left[top])
    if opening not in _OPENING or (opening == "that" and g.tokens[g.left[top]].dep != "mark"):
        return None
    return between(g, g.left[top], g.right[top], verb), "attribution.object", ()


def _parted(g: Grammar, verb: int, thing: int, second: int) -> Found:
    """`Roe, whom Doe described as rude`: the pronoun and what is said of it."""
    said = between(g, g.left[second], g.right[second], verb)
    if not said or g.tokens[thing].tag not in {"WDT", "WP"}:
        return NOTHING
    pronoun = (g.tokens[thing].start, g.tokens[thing].end)
    return (pronoun, *said), "attribution.object", ()


def _empty(g: Grammar, thing: int) -> bool:
    """Whether the object is a relative or empty pronoun, which says nothing of what was said."""
    return g.tokens[thing].tag in {"WDT", "WP"} or (g.lower(thing) in _EMPTY and not g.children[thing])


def _second_part(g: Grammar, cues: Cues, verb: int, thing: int) -> int | None:
    """What is said of the object: `as a farce`, `a farce`, `of fraud`, `for its silence`, `to leave`."""
    lemma = g.tokens[verb].lemma
    for c in g.children[verb]:
        if c <= thing or c <= verb:
            continue
        dep, word = g.tokens[c].dep, g.lower(c)
        if dep == "prep" and word == "as" and cues.has("verbs.as", lemma):
            return c
        if dep in {"oprd", "xcomp", "ccomp"} and (
            cues.has("verbs.predicative", lemma) or cues.has("verbs.keeps_object", lemma)
        ):
            return c
        if (
            dep == "prep"
            and word in {"of", "for", "with", "to", "on"}
            and cues.has("verbs.keeps_object", lemma)
        ):
            return c
    return None


def _preposition(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma = g.tokens[verb].lemma
    if lemma == "refer" and g.child(verb, "dobj") is not None:
        return NOTHING
    for c in g.children[verb]:
        if g.tokens[c].dep not in {"prep", "prt", "advmod"} or c < verb:
            continue
        if cues.takes("verbs.preposition", lemma, g.lower(c)) and not is_while(g, cues, c):
            last = completed(g, cues, verb, _noun_end(g, c))
            content = between(g, c + 1, last, verb) if g.right[c] > c else ()
            if content and not _only_pronoun(g, c) and _answers(g, cues, verb, c):
                return content, "attribution.preposition", (c,)
    return NOTHING


def _noun_end(g: Grammar, preposition: int) -> int:
    noun = g.child(preposition, "pobj")
    return g.right[preposition] if noun is None else without_apposition(g, noun, g.right[preposition])


def _wish(g: Grammar, cues: Cues, verb: int) -> Found:
    found = (_wished(g, cues, verb, c) for c in g.children[verb] if c > verb)
    return next((wished for wished in found if wished is not None), NOTHING)


def _wished(g: Grammar, cues: Cues, verb: int, part: int) -> Found | None:
    """`Roe called for the dam to be closed`, `Roe called on the council to act`."""
    lemma, first = g.tokens[verb].lemma, g.left[part]
    clausal = g.tokens[part].dep in {"advcl", "ccomp", "xcomp"} and g.lower(first) == "for" and g.has_to(part)
    if clausal and cues.takes("verbs.preposition", lemma, "for"):
        return between(g, first + 1, g.right[part], verb), "attribution.preposition", (first,)
    if g.tokens[part].dep != "prep" or not cues.takes("verbs.appeal", lemma, g.lower(part)):
        return None
    under = (
        c for c in g.children[verb] if c > part and g.tokens[c].dep in {"advcl", "xcomp"} and g.has_to(c)
    )
    top = next(under, None)
    noun = g.child(part, "pobj")
    if top is None and noun is not None:
        top = next((c for c in g.children[noun] if g.tokens[c].dep in {"acl", "relcl"} and g.has_to(c)), None)
    return (
        None
        if top is None
        else (between(g, part + 1, g.right[top], verb), "attribution.preposition", (part,))
    )


def _answers(g: Grammar, cues: Cues, verb: int, preposition: int) -> bool:
    """Whether `respond to` has words for its object: one may answer an attack with anything."""
    noun = g.child(preposition, "pobj")
    if g.tokens[verb].lemma != "respond" or noun is None:
        return True
    return cues.has("nouns.speech", g.tokens[noun].lemma)


def _only_pronoun(g: Grammar, preposition: int) -> bool:
    noun = g.child(preposition, "pobj")
    return noun is not None and (
        g.tokens[noun].tag in {"WDT", "WP"}
        or (g.right[preposition] == noun == preposition + 1 and g.lower(noun) in _EMPTY)
    )
