"""Noun cues: his claim that, a call for, the accusation by X of."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import PASSIVES, SUBJECTS, VERBAL, Grammar
from checker.attribution.owners import of_noun
from checker.attribution.scope import between
from checker.model import Range

_CLASSES = ("nouns.speech", "nouns.thought")
_LINKS = frozenset({"by", "from", "to", "against", "in", "on"})
"""First words of a phrase between a noun and its clause (`his remark to the court that …`)."""
_FAR = 14
"""Tokens after a noun in which its `that` may follow."""
_GIVING = frozenset(
    ["make", "give", "hear", "read", "issue", "publish", "receive", "offer", "sign", "break", "keep", "deny"]
)
"""What is done with a claim, a promise, a report: `the promise that he made`."""
_ASKING = frozenset({"whether", "how", "if", "why", "who"})


def drafts(g: Grammar, cues: Cues) -> list[Draft]:
    """All attributions whose cue is a noun with a clause, an infinitive or a licensed preposition."""
    found: list[Draft] = []
    for i, token in enumerate(g.tokens):
        if token.pos != "NOUN" or not any(cues.has(kind, token.lemma) for kind in _CLASSES):
            continue
        content, marker = _content(g, cues, i)
        if content:
            source = of_noun(g, i, cues)
            source = tuple(k for k in source if not content[0][0] <= g.tokens[k].start < content[0][1])
            if source or marker < 0 or cues.has("nouns.unsourced", token.lemma):
                cue = (i,) if marker < 0 else (i, marker)
                found.append(Draft(i, cue, source, content, "attribution.noun-cue"))
    return found


def _content(g: Grammar, cues: Cues, noun: int) -> tuple[tuple[Range, ...], int]:
    """Content and the preposition that leads to it (-1: a clause)."""
    if g.tokens[noun].lemma == "talk" and g.tokens[noun].tag == "NNS":
        return (), -1
    clauses = [c for c in g.children[noun] if c > noun and g.tokens[c].dep in {"acl", "relcl", "ccomp"}]
    for c in clauses:
        if _that_or_to(g, c) and c == min(clauses, key=lambda k: g.left[k]):
            return between(g, g.left[c], g.right[c], noun), -1
    for c in g.children[noun]:
        if c > noun and g.tokens[c].dep == "prep" and _licensed(g, cues, noun, c):
            return between(g, c + 1, g.right[c], noun), c
    return _after_giver(g, noun) or _equated(g, noun), -1


def _after_giver(g: Grammar, noun: int) -> tuple[Range, ...]:
    """`warnings from scientists that it leaks`, `the claim, made by Roe, that …`: a clause hung elsewhere."""
    that = _that_behind(g, noun)
    if that is None:
        return ()
    top = next((a for a in g.ancestors(that) if g.tokens[a].pos in VERBAL and g.left[a] <= that), None)
    subject = g.child(top, *SUBJECTS, *PASSIVES, "expl") if top is not None else None
    if top is None or subject is None or g.left[subject] != that + 1 or not g.is_finite(top):
        return ()
    return between(g, that, g.right[top], noun)


def _that_behind(g: Grammar, noun: int) -> int | None:
    """The first `that` behind a phrase which tells who says it, and to whom."""
    stop = min(noun + _FAR, g.sentence_of(noun).last)
    first = noun + 2 if noun + 1 < stop and g.tokens[noun + 1].text == "," else noun + 1
    if first >= stop or (g.lower(first) not in _LINKS and g.tokens[first].tag != "VBN"):
        return None
    for i in range(first + 1, stop):
        token = g.tokens[i]
        if g.is_finite(i) or token.text in {";", ":", "(", ")"} or g.quote[i] != g.quote[noun]:
            return None
        if token.text.lower() == "that":
            return i
    return None


def _equated(g: Grammar, noun: int) -> tuple[Range, ...]:
    """`The mill's explanation was that it leaks`: what the noun is said to be."""
    verb = g.tokens[noun].head
    if g.tokens[noun].dep != "nsubj" or g.tokens[verb].lemma != "be" or g.child(noun, "poss") is None:
        return ()
    top = next((c for c in g.children[verb] if g.tokens[c].dep == "ccomp" and c > verb), None)
    if top is None or g.lower(g.left[top]) != "that" or g.tokens[g.left[top]].dep != "mark":
        return ()
    return between(g, g.left[top], g.right[top], verb)


def _that_or_to(g: Grammar, top: int) -> bool:
    """Whether a clause is the content (`that it leaks`, `to stay`) and no description of the noun."""
    first = g.lower(g.left[top])
    subject = g.child(top, "nsubj", "nsubjpass")
    if first == "that":
        return subject is not None and g.lower(subject) != "that" and is_whole(g, g.left[top])
    return first in {"to", "not"} and g.tokens[top].tag == "VB" and g.has_to(top)


def is_whole(g: Grammar, that: int) -> bool:
    """`a suggestion by Roe that he had lied`: a whole clause; `the promise that he made` has a gap."""
    if g.tokens[that].dep == "mark":
        return True
    top = g.tokens[that].head
    return g.child(top, *SUBJECTS, *PASSIVES) not in {None, that} and g.tokens[top].lemma not in _GIVING


def _licensed(g: Grammar, cues: Cues, noun: int, preposition: int) -> bool:
    lemma, word = g.tokens[noun].lemma, g.lower(preposition)
    if g.right[preposition] == preposition:
        return False
    if lemma == "question" and word == "of" and g.lower(preposition + 1) in _ASKING:
        return True
    return any(cues.takes(kind, lemma, word) for kind in _CLASSES)
