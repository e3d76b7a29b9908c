"""Words that make a saying or what is said less than certain, and sayings that were not made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import SUBJECTS, VERBAL, Grammar
from checker.model import Range

_JOINED = 8
"""Coordinated clauses looked at for hedges."""
_UNSAID = frozenset({"would", "should", "will", "shall", "must", "'d", "’d", "'ll", "’ll", "wo"})
"""Auxiliaries of a saying that has not happened, or not yet."""
_NEITHER = frozenset({"neither", "nor"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})


def hedges(g: Grammar, cues: Cues, draft: Draft) -> tuple[Range, ...]:
    """Ranges of the hedges on the cue and in the main clause of the content, in text order."""
    found = set(_on_cue(g, cues, draft.head))
    for top in _tops(g, draft):
        for clause in _coordinated(g, top):
            found.update(_in_clause(g, cues, clause))
    return tuple((g.tokens[i].start, g.tokens[i].end) for i in sorted(found))


def _on_cue(g: Grammar, cues: Cues, cue: int) -> Iterator[int]:
    yield from _hedging_children(g, cues, cue)
    yield from (c for c in g.children[cue] if g.tokens[c].dep == "aux" and g.lower(c) in _UNSAID)
    if cues.has("adverbs.hearsay", g.lower(cue)):
        yield cue
    head = g.tokens[cue].head
    if g.tokens[cue].dep == "xcomp" and g.tokens[head].lemma in {"appear", "seem"}:
        yield head


def _hedging_children(g: Grammar, cues: Cues, verb: int) -> Iterator[int]:
    for c in g.children[verb]:
        word = g.lower(c)
        if (g.tokens[c].dep == "aux" and cues.has("hedges.modal", word)) or (
            g.tokens[c].dep in {"advmod", "acomp", "amod"} and cues.has("hedges.adverb", word)
        ):
            yield c


def _tops(g: Grammar, draft: Draft) -> Iterator[int]:
    """The heads of the content: tokens whose own head stands outside of it."""
    for start, end in draft.content:
        for i in range(g.index(start), g.index(end)):
            token, head = g.tokens[i], g.tokens[g.tokens[i].head]
            if token.pos in VERBAL and (token.head == i or not start <= head.start < end):
                yield i


def _coordinated(g: Grammar, top: int) -> list[int]:
    """A clause's head and the heads joined to it, as far as the content goes on about one thing."""
    chain = [top]
    for head in chain:
        if len(chain) > _JOINED:
            break
        chain += [c for c in g.children[head] if g.tokens[c].dep == "conj" and c > head]
    return chain


def _in_clause(g: Grammar, cues: Cues, top: int) -> Iterator[int]:
    yield from _hedging_children(g, cues, top)
    if cues.has("hedges.verb", g.tokens[top].lemma) and _softens(g, top):
        yield top


def _softens(g: Grammar, verb: int) -> bool:
    """`I think it leaks` and `it seems to leak` soften; `they think it leaks` reports."""
    if g.tokens[verb].lemma in {"appear", "seem"}:
        return True
    subject = g.child(verb, *SUBJECTS)
    return subject is not None and g.lower(subject) in {"i", "we"} and g.child(verb, "ccomp") is not None


def polarity(g: Grammar, cues: Cues, draft: Draft) -> Literal["+", "-"]:
    """`-` where the saying is negated or declined: did not say, refused to say, without saying."""
    cue = draft.head
    if any(
        g.lower(c) in _NEGATIONS and g.tokens[c].dep in {"neg", "advmod", "preconj", "cc"}
        for c in g.children[cue]
    ):
        return "-"
    token, head = g.tokens[cue], g.tokens[cue].head
    if token.dep == "xcomp" and cues.has("verbs.declining", g.tokens[head].lemma):
        return "-"
    if token.dep == "pcomp" and (g.lower(head) == "without" or _stops_short(g, head)):
        return "-"
    if token.dep == "conj" and any(g.lower(c) in _NEITHER for c in g.children[head] if c < cue):
        return "-"
    subject = g.child(cue, *SUBJECTS)
    if subject is not None and (
        g.lower(subject) in {"nobody", "none", "neither"} or g.lower(g.left[subject]) == "no"
    ):
        return "-"
    return "-" if cue in _refusals(g, cues, cue) else "+"


def _stops_short(g: Grammar, preposition: int) -> bool:
    """`stopped short of saying`: it was not said."""
    return g.lower(preposition) == "of" and preposition > 0 and g.lower(preposition - 1) == "short"


def _refusals(g: Grammar, cues: Cues, cue: int) -> tuple[int, ...]:
    """A cue that itself is a refusal with an infinitive of saying (`refused to comment`)."""
    top = g.child(cue, "xcomp")
    said = top is not None and cues.has("verbs.speech", g.tokens[top].lemma)
    return (cue,) if said and cues.has("verbs.declining", g.tokens[cue].lemma) else ()
