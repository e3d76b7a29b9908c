"""Constructions that look like an attribution and are none."""

from __future__ import annotations

from checker.attribution.clauses import under_questioning
from checker.attribution.cues import Cues
from checker.attribution.grammar import SUBJECTS, VERBAL, Grammar
from checker.attribution.people import can_think, is_agent, speaks
from checker.attribution.phrasing import first_to_say

_EVIDENT = frozenset(
    ["suggest", "indicate", "imply", "show", "reveal", "demonstrate", "confirm", "signal", "illustrate"]
)
_CLOSING = frozenset("\"'”’»") | {"''"}
_LIVES = frozenset({"life", "victim", "soul", "casualty", "credit", "percent"})


def plausible(g: Grammar, cues: Cues, verb: int, source: tuple[int, ...]) -> bool:
    """Whether somebody says or thinks something here: no order, no phrase, no thing that thinks."""
    if (
        under_questioning(g, verb)
        or _is_impersonal(g, verb)
        or _is_order(g, verb)
        or _claims_lives(g, verb)
        or _unaddressed(g, verb)
    ):
        return False
    if _is_inference(g, verb) or _is_unrealised(g, cues, verb) or _is_purpose(g, verb) or _so_called(g, verb):
        return False
    if g.tokens[verb].lemma == "remember" and not source:
        return False
    if g.tokens[verb].lemma == "refuse" and source and _gives_no_way(g, verb, source):
        return False
    if _is_phrase(g, verb) or _is_sign(g, verb, source):
        return False
    return not source or not _only_thinks(cues, g.tokens[verb].lemma) or can_think(g, source)


def _so_called(g: Grammar, verb: int) -> bool:
    """`the so-called friends`: what anybody may call them."""
    before = verb - 1
    while before > 0 and g.tokens[before].pos == "PUNCT":
        before -= 1
    return g.tokens[verb].lemma == "call" and g.lower(before) == "so" and g.tokens[before + 1].text == "-"


def _gives_no_way(g: Grammar, verb: int, source: tuple[int, ...]) -> bool:
    """`The bottle refused to break`: a thing without a will, and a verb without an object."""
    head, done = source[-1], g.child(verb, "xcomp")
    if done is not None and len(g.children[done]) > 1:
        return False
    nouns = all(g.tokens[i].pos in {"NOUN", "DET", "ADJ"} for i in source)
    return nouns and g.tokens[head].tag == "NN" and not can_think(g, source)


def _is_inference(g: Grammar, verb: int) -> bool:
    """`, suggesting that …` after a clause: what the narrator gathers from it, said by nobody."""
    token, before = g.tokens[verb], verb - 1
    while before > 0 and g.tokens[before].text in _CLOSING:
        before -= 1
    bare = token.tag == "VBG" and not g.is_finite(verb) and token.lemma in _EVIDENT
    lender = g.lenders.get(verb)
    aside = lender is not None and any(g.tokens[a].dep == "relcl" for a in (lender, *g.ancestors(lender)))
    return bare and before > 0 and g.tokens[before].text == "," and (lender is None or aside)


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
    if g.tokens[head].lemma == "like" and g.tokens[head].pos in VERBAL and not _is_modal(g, head):
        return False
    return to and g.tokens[verb].dep == "xcomp" and cues.has("verbs.unrealised", g.tokens[head].lemma)


def _is_modal(g: Grammar, verb: int) -> bool:
    """`would like to`: a wish, where `likes to` is a habit."""
    return any(g.tokens[c].tag == "MD" for c in g.children[verb])


def _is_phrase(g: Grammar, verb: int) -> bool:
    """`That said, the dam holds`: a way to begin a sentence."""
    following = g.tokens[verb + 1].text if verb + 1 < len(g.tokens) else ""
    return g.lower(verb) == "said" and following == "," and verb > 0 and g.lower(verb - 1) in {"that", "this"}


def _is_sign(g: Grammar, verb: int, source: tuple[int, ...]) -> bool:
    """`His silence shows how weak he is`: what the narrator gathers from a thing that tells nothing itself."""
    if (
        len(source) == 1
        and g.tokens[verb].lemma in {"explain", *_EVIDENT}
        and g.lower(source[0]) in {"this", "that"}
    ):
        return True
    if g.tokens[verb].lemma not in _EVIDENT or not source:
        return False
    head = g.head_of(source)
    return g.tokens[head].tag == "NN" and not speaks(g, head) and not is_agent(g, head)


def _is_purpose(g: Grammar, verb: int) -> bool:
    """`A plan to present the dam as safe`: what something is for, and nobody has said it."""
    bare = g.tokens[verb].tag == "VB" and g.has_to(verb)
    shown = g.tokens[verb].dep == "advcl" and g.tokens[verb].lemma in _EVIDENT
    purpose = g.tokens[verb].dep in {"acl", "relcl"} or shown
    return bare and purpose and first_to_say(g, verb) is None


def _only_thinks(cues: Cues, lemma: str) -> bool:
    return cues.has("verbs.thought", lemma) and not cues.has("verbs.speech", lemma)
