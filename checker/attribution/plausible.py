"""Constructions that look like an attribution and are none."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import SUBJECTS, Grammar

_AGENTIVE = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent", "ary", "ate", "ief", "ic")
_EVIDENT = frozenset({"suggest", "indicate", "imply", "show", "reveal", "demonstrate", "confirm", "signal"})
_CLOSING = frozenset("\"'”’»") | {"''"}
_LIVES = frozenset({"life", "victim", "soul", "casualty", "credit", "percent"})


def plausible(g: Grammar, cues: Cues, verb: int, source: tuple[int, ...]) -> bool:
    """Whether somebody says or thinks something here: no order, no phrase, no thing that thinks."""
    if _is_impersonal(g, verb) or _is_order(g, verb) or _claims_lives(g, verb) or _unaddressed(g, verb):
        return False
    if _is_inference(g, verb) or _is_unrealised(g, cues, verb):
        return False
    return not source or not _only_thinks(cues, g.tokens[verb].lemma) or can_think(g, cues, source)


def _is_inference(g: Grammar, verb: int) -> bool:
    """`, suggesting that …` after a clause: what the narrator gathers from it, said by nobody."""
    token, before = g.tokens[verb], verb - 1
    while before > 0 and g.tokens[before].text in _CLOSING:
        before -= 1
    bare = token.tag == "VBG" and not g.is_finite(verb) and token.lemma in _EVIDENT
    return bare and before > 0 and g.tokens[before].text == ","


def _is_impersonal(g: Grammar, verb: int) -> bool:
    """`It is important to remember that …`: nobody remembers."""
    head = g.tokens[g.tokens[verb].head]
    if g.tokens[verb].tag != "VB" or head.pos not in {"AUX", "ADJ"} or g.is_finite(verb):
        return False
    subject = g.child(g.tokens[verb].head, "nsubj")
    return subject is not None and g.lower(subject) in {"it", "there"}


def _is_order(g: Grammar, verb: int) -> bool:
    """`Tell them that …`: an order to the reader."""
    if g.tokens[verb].tag != "VB" or g.child(verb, "aux", "auxpass") is not None:
        return False
    before = [c for c in g.children[verb] if c < verb and g.tokens[c].dep in SUBJECTS]
    opens = g.tokens[verb].text[:1].isupper()
    return not before and (opens or g.tokens[verb].dep in {"ROOT", "ccomp", "parataxis", "advcl", "dep"})


def _claims_lives(g: Grammar, verb: int) -> bool:
    """`The flood claimed nine lives.`"""
    thing = g.child(verb, "dobj")
    return g.tokens[verb].lemma == "claim" and thing is not None and g.tokens[thing].lemma in _LIVES


def _unaddressed(g: Grammar, verb: int) -> bool:
    """`Roe demanded to explain how …`: who is to explain is not said."""
    head = g.tokens[verb].head
    if g.tokens[verb].dep != "xcomp" or g.tokens[head].lemma not in {"demand", "ask", "urge", "order"}:
        return False
    return g.child(head, "dobj", "dative") is None and not g.is_passive(head)


def _is_unrealised(g: Grammar, cues: Cues, verb: int) -> bool:
    """`Roe is willing to discuss it`: nobody has said anything yet."""
    head = g.tokens[verb].head
    to = any(g.tokens[c].tag == "TO" for c in g.children[verb])
    return to and g.tokens[verb].dep == "xcomp" and cues.has("verbs.unrealised", g.tokens[head].lemma)


def _only_thinks(cues: Cues, lemma: str) -> bool:
    return cues.has("verbs.thought", lemma) and not cues.has("verbs.speech", lemma)


def can_think(g: Grammar, cues: Cues, source: tuple[int, ...]) -> bool:
    """Whether a noun phrase names people, a body or a country rather than a thing."""
    inside = set(source)
    head = next((i for i in source if g.tokens[i].head not in inside or g.tokens[i].head == i), source[0])
    token = g.tokens[head]
    if token.pos == "PRON":
        return token.text.lower() not in {"it", "this", "that", "one", "which", "these", "those"}
    if token.pos == "PROPN" or token.tag == "NNS":
        return True
    lemma = token.lemma.lower()
    if (
        cues.has("people.anonymous", lemma)
        or cues.has("people.body", lemma)
        or cues.has("people.press", lemma)
    ):
        return True
    return lemma.endswith(_AGENTIVE)
