"""Contents that only name what a saying is about: the words are the narrator's, not the source's.

`Roe denied the charge` has no words of Roe's; `Roe denied that it leaks` has. The rule id of the first kind
ends in `-topic`, so that a reader of records can tell whose words a content is made of.
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import VERBAL, Grammar
from checker.model import Range

_NAMING = frozenset(
    f"attribution.{kind}"
    for kind in ("object", "passive", "noun-cue", "preposition", "infinitive", "adjective")
)
_POINTING = frozenset({"cite", "quote"})
_ACCUSING = frozenset({"accuse", "blame", "charge", "fault", "credit"})
REFUSALS = frozenset({"refuse", "decline", "refusal"})
SUFFIX = "-topic"


def marked(g: Grammar, cues: Cues, draft: Draft) -> Draft:
    """The draft with `-topic` at the end of its rule where its content is a plain noun phrase or a refused act."""
    if draft.rule not in _NAMING or _is_quoted(g, draft):
        return draft
    if draft.rule in {"attribution.infinitive", "attribution.noun-cue"} and _refuses(g, draft.head):
        return replace(draft, rule=draft.rule + SUFFIX)
    if draft.rule == "attribution.infinitive" or _judges(g, cues, draft):
        return draft
    clausal = any(_is_clause(g, piece) for piece in draft.content)
    return draft if clausal else replace(draft, rule=draft.rule + SUFFIX)


def _refuses(g: Grammar, cue: int) -> bool:
    """What is refused is told in the narrator's words: `refused to hand over the only key`."""
    top = g.child(cue, "xcomp", "acl")
    return g.tokens[cue].lemma in REFUSALS and top is not None


def _is_quoted(g: Grammar, draft: Draft) -> bool:
    return any(
        g.quote[i] not in {-1, g.quote[draft.head]} for piece in draft.content for i in g.words(*piece)
    )


def _judges(g: Grammar, cues: Cues, draft: Draft) -> bool:
    """Whether something is said of the object: `called the vote a farce`, `accused the mill of fraud`."""
    cue = draft.head
    lemma = g.tokens[cue].lemma
    if lemma in _POINTING or g.tokens[cue].pos not in VERBAL:
        return False
    parts = [c for c in g.children[cue] if c > cue and g.tokens[c].dep in {"oprd", "xcomp", "ccomp"}]
    kept = cues.has("verbs.keeps_object", lemma) or cues.has("verbs.predicative", lemma)
    thing = g.child(cue, "dobj")
    under = g.children[thing] if thing is not None and lemma in _ACCUSING else []
    after = [c for c in (*g.children[cue], *under) if c > cue and g.tokens[c].dep == "prep"]
    told = [c for c in after if _tells(g, cues, cue, c, kept)]
    return any(_inside(g, draft, c) for c in (*parts, *told))


def _tells(g: Grammar, cues: Cues, cue: int, preposition: int, kept: bool) -> bool:
    word = g.lower(preposition)
    if word == "as":
        return cues.has("verbs.as", g.tokens[cue].lemma)
    return kept and word in {"of", "for", "with", "to"}


def _inside(g: Grammar, draft: Draft, i: int) -> bool:
    return any(start <= g.tokens[i].start < end for start, end in draft.content)


def _is_clause(g: Grammar, piece: Range) -> bool:
    """Whether a piece is headed by a verb, or holds a `that` clause: those are words of the saying."""
    start, end = piece
    for i in range(g.index(start), g.index(end)):
        token, head = g.tokens[i], g.tokens[g.tokens[i].head]
        outside = token.head == i or not start <= head.start < end
        if outside and (token.pos in VERBAL or token.dep in {"ccomp", "pcomp"}):
            return True
        if token.dep == "mark" and token.text.lower() in {"that", "whether", "if"} and head.pos in VERBAL:
            return True
        if token.dep == "pcomp" and g.tokens[head.head].start < start:
            return True
    return False
