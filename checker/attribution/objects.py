"""Verb cues whose content is an object, an infinitive or what follows a preposition."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, Grammar
from checker.attribution.predicates import NOTHING, Found, mistaken_passive, quoted_predicate, small_clause
from checker.attribution.scope import between, joined
from checker.model import Range

_COMPLETING = frozenset(
    [
        "as",
        "of",
        "for",
        "with",
        "to",
        "about",
        "over",
        "from",
        "between",
        "toward",
        "against",
        "among",
        "into",
    ]
)
_AIMED = frozenset({"blame", "fault", "accuse", "charge"})
"""Verbs whose object alone is a target: what it is blamed for has not been told."""
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


def objects(g: Grammar, cues: Cues, verb: int) -> Found:
    """The first of: passive, infinitive, object, preposition."""
    if g.is_passive(verb):
        return mistaken_passive(g, cues, verb) or _passive(g, cues, verb)
    for construction in (_infinitive, quoted_predicate, _object, _preposition):
        found = construction(g, cues, verb)
        if found[0]:
            return found
    return NOTHING


def _infinitive(g: Grammar, cues: Cues, verb: int) -> Found:
    top, lemma = g.child(verb, "xcomp"), g.tokens[verb].lemma
    if top is not None and top > verb and g.tokens[top].tag == "VBG" and cues.has("verbs.gerund", lemma):
        return between(g, g.left[top], g.right[top], verb), "attribution.infinitive", ()
    if top is None or top < verb or not cues.has("verbs.infinitive", lemma) or not _has_to(g, top):
        return NOTHING
    if (
        cues.has("verbs.declining", lemma)
        and cues.is_verb(g.tokens[top].lemma)
        and _has_content(g, cues, top)
    ):
        return NOTHING
    addressed = g.child(verb, "dobj", "dative")
    first = g.left[top]
    if any(g.tokens[i].text == ")" for i in range(verb + 1, first)):
        return NOTHING
    if addressed is not None and verb < addressed < top and cues.has("verbs.keeps_object", lemma):
        first = g.left[addressed]
    return between(g, first, g.right[top], verb), "attribution.infinitive", ()


def _has_content(g: Grammar, cues: Cues, verb: int) -> bool:
    """Whether a verb of saying after `declined to` has a content of its own."""
    clause = g.child(verb, "ccomp") is not None and cues.has("verbs.speech", g.tokens[verb].lemma)
    return clause or bool(objects(g, cues, verb)[0])


def _has_to(g: Grammar, top: int) -> bool:
    return any(g.tokens[c].tag == "TO" for c in g.children[top])


def _object(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma, thing = g.tokens[verb].lemma, g.child(verb, "dobj", "oprd")
    if thing is None:
        return small_clause(g, cues, verb)
    second = _second_part(g, cues, verb, thing)
    known = cues.has("verbs.object", lemma) and lemma != "call" and not _empty(g, thing)
    if g.tokens[verb - 1].tag in {"POS", "PRP$", "DT"} and verb:
        return NOTHING
    if second is None and lemma in _AIMED and g.child(thing, "prep") is None:
        return NOTHING
    if (second is None and not known) or _is_ground(g, cues, verb, thing):
        return NOTHING
    first = g.left[thing]
    last = max(g.right[thing], g.right[second]) if second is not None else g.right[thing]
    if first <= verb <= last:
        return NOTHING
    return between(g, first, _tail(g, verb, last), verb), "attribution.object", ()


def _tail(g: Grammar, verb: int, last: int) -> int:
    """The end of a content with the phrases right after it that complete it (`the deal with the council`)."""
    for c in g.children[verb]:
        if g.left[c] == last + 1 and g.tokens[c].dep == "prep" and g.lower(c) in _COMPLETING:
            last = g.right[c]
    return last


def _is_ground(g: Grammar, cues: Cues, verb: int, thing: int) -> bool:
    """Whether something is defended or taken with hands rather than words: a place or what stands there."""
    if g.tokens[verb].lemma not in {"defend", "reject", "order", "challenge"}:
        return False
    name = g.name_at(thing)
    return cues.has("nouns.ground", g.tokens[thing].lemma) or (
        name is not None and name.type in {"GPE", "LOC", "FAC"}
    )


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
    for c in g.children[verb]:
        if g.tokens[c].dep not in {"prep", "prt", "advmod"} or c < verb:
            continue
        if cues.takes("verbs.preposition", lemma, g.lower(c)):
            content = between(g, c + 1, _tail(g, verb, g.right[c]), verb) if g.right[c] > c else ()
            if content and not _only_pronoun(g, c) and _answers(g, cues, verb, c):
                return content, "attribution.preposition", (c,)
    return NOTHING


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


def _passive(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma, parts = g.tokens[verb].lemma, list[Range]()
    theme = g.child(verb, *PASSIVES)
    if theme is None and g.tokens[verb].dep == "acl":
        return _reduced(g, cues, verb)
    top = g.child(verb, "xcomp")
    if top is not None and top > verb and cues.has("verbs.passive_infinitive", lemma) and _has_to(g, top):
        parts += between(g, g.left[top], g.right[top], verb)
    elif (predicate := _passive_predicate(g, cues, verb)) is not None:
        parts += between(g, g.left[predicate], g.right[predicate], verb)
    elif theme is None or not cues.has("verbs.object", lemma) or g.child(verb, "agent") is None:
        return NOTHING
    if theme is not None and theme < verb and g.tokens[theme].tag not in {"WDT", "WP"}:
        parts += between(g, g.left[theme], min(g.right[theme], verb - 1), verb)
    return joined(parts), "attribution.passive", ()


def _reduced(g: Grammar, cues: Cues, verb: int) -> Found:
    """`a practice criticized by Roe`: the noun is the content."""
    head = g.tokens[verb].head
    if g.child(verb, "agent") is None or not cues.has("verbs.object", g.tokens[verb].lemma) or head > verb:
        return NOTHING
    return between(g, g.left[head], verb - 1, verb), "attribution.passive", ()


def _passive_predicate(g: Grammar, cues: Cues, verb: int) -> int | None:
    lemma = g.tokens[verb].lemma
    for c in g.children[verb]:
        if c < verb:
            continue
        dep, word = g.tokens[c].dep, g.lower(c)
        spoken = cues.has("verbs.speech", lemma) or cues.has("verbs.object", lemma)
        if dep == "prep" and word == "as" and cues.has("verbs.as", lemma):
            return c if spoken or g.child(verb, "agent") is not None else None
        if dep == "oprd" and cues.has("verbs.predicative", lemma):
            return c
        if (
            dep == "prep"
            and word in {"of", "for"}
            and lemma in {"accuse", "criticize", "criticise", "blame", "condemn"}
        ):
            return c
    return None
