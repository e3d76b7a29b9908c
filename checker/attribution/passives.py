"""Passives of verbs of saying: what it is about and what is said of it."""

from __future__ import annotations

from checker.attribution.adrift import told_plainly
from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, Grammar
from checker.attribution.predicates import NOTHING, Found, mistaken_passive
from checker.attribution.scope import between, joined
from checker.model import Range

_ASKED = frozenset({"ask", "question", "warn", "tell"})
"""Verbs whose passive has the one spoken to for its subject, and the content after `about`."""


def passive(g: Grammar, cues: Cues, verb: int) -> Found:
    """The first of: predicate in quotation marks, question asked, infinitive or predicate, plain subject."""
    return mistaken_passive(g, cues, verb) or _asked(g, verb) or _passive(g, cues, verb)


def _asked(g: Grammar, verb: int) -> Found | None:
    """`Asked about the dam`, `Roe was pressed on the cost`: the question, whose asker is seldom named."""
    if g.tokens[verb].lemma not in _ASKED:
        return None
    for c in g.children[verb]:
        if c > verb and g.tokens[c].dep == "prep" and g.lower(c) in {"about", "on"} and g.right[c] > c:
            topic = g.tokens[c + 1]
            if g.lower(c) == "on" and (g.name_at(c + 1) is not None or topic.tag in {"NNP", "CD"}):
                continue
            return between(g, c + 1, g.right[c], verb), "attribution.preposition", (c,)
    return None


def _passive(g: Grammar, cues: Cues, verb: int) -> Found:
    lemma, parts = g.tokens[verb].lemma, list[Range]()
    theme = g.child(verb, *PASSIVES)
    if cues.has("verbs.addresses", lemma) and (told := told_plainly(g, verb)):
        return told, "attribution.passive", ()
    if theme is None and g.tokens[verb].dep == "acl":
        return _reduced(g, cues, verb)
    top = g.child(verb, "xcomp")
    if top is not None and top > verb and cues.has("verbs.passive_infinitive", lemma) and g.has_to(top):
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
