"""Which verb lends its subject to a cue that has none, where the parse hangs the cue too low.

`Roe rejected the notion that it was over, saying …`: the parser likes to hang "saying" under "was"; it is Roe's.
"""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import SUBJECTS, VERBAL, Grammar
from checker.attribution.people import names_person
from checker.attribution.phrasing import is_joined_passive

_CLOSING = frozenset("\"'”’»") | {"''"}
_CLAUSES = frozenset({"advcl", "acl", "xcomp", "dep", "conj", "ccomp", "relcl"})


def lenders(g: Grammar, cues: Cues) -> dict[int, int]:
    """For participles after a comma and for coordinated cues: the cue verb further up that they belong to."""
    found: dict[int, int] = {}
    for i, token in enumerate(g.tokens):
        if token.pos not in VERBAL or token.dep not in _CLAUSES:
            continue
        if not cues.is_verb(token.lemma) and not _after_expletive(g, i):
            continue
        if g.child(i, *SUBJECTS, "nsubjpass") is not None:
            continue
        lender = _of_participle(g, cues, i) if token.tag == "VBG" else _of_conjunct(g, cues, i)
        if lender is not None:
            found[i] = lender
    return found


def _after_expletive(g: Grammar, verb: int) -> bool:
    """`denied that there was a deal and released …`: `there` releases nothing, so the denier does."""
    token = g.tokens[verb]
    return token.dep == "conj" and any(g.tokens[c].dep == "expl" for c in g.children[token.head])


def _of_participle(g: Grammar, cues: Cues, verb: int) -> int | None:
    if g.tokens[verb].dep == "conj" and g.tokens[g.tokens[verb].head].tag not in {"VBG", "NN"}:
        return next((a for a in g.ancestors(verb) if g.tokens[a].tag == "VBG" and a < verb), None)
    before = g.left[verb] - 1
    while before > 0 and g.tokens[before].text in _CLOSING and g.quote[before] != g.quote[verb]:
        before -= 1
    if before < 0 or g.tokens[before].text != "," or g.is_finite(verb) or _describes(g, verb):
        return None
    return _highest(g, cues, verb)


def _describes(g: Grammar, verb: int) -> bool:
    """`reported that Roe, speaking in Elm, said …`: the participle is Roe's, whose own verb follows."""
    noun = g.tokens[verb].head
    return g.tokens[verb].dep == "acl" and g.tokens[noun].dep == "nsubj" and g.tokens[noun].head > verb


def _highest(g: Grammar, cues: Cues, verb: int) -> int | None:
    """The outermost finite cue verb above, to the left, on the same side of the quotation marks."""
    found = None
    for a in g.ancestors(verb):
        if a < verb and cues.has("verbs.contact", g.tokens[a].lemma) and _is_persons(g, a):
            break
        if g.tokens[a].dep == "relcl" and g.tokens[a].pos in VERBAL and found is not None:
            break
        if a < verb and _is_cue(g, cues, a) and g.quote[a] == g.quote[verb]:
            found = a
    return found


def _is_cue(g: Grammar, cues: Cues, verb: int) -> bool:
    token = g.tokens[verb]
    return token.pos in VERBAL and cues.is_verb(token.lemma) and g.is_finite(verb)


def _of_conjunct(g: Grammar, cues: Cues, verb: int) -> int | None:
    """`said the plan is dead, but conceded that …`: the same tense as the cue's, another than the clause's."""
    token = g.tokens[verb]
    top = token.head
    if is_joined_passive(g, verb):
        return None
    if token.dep == "conj" and g.quote[top] >= 0 and g.quote[verb] < 0 and g.is_finite(verb):
        return next(
            (a for a in g.ancestors(top) if g.quote[a] < 0 and a < verb and _is_cue(g, cues, a)), None
        )
    while g.tokens[top].dep == "conj" and g.tokens[top].head < top:
        top = g.tokens[top].head
    if token.dep != "conj" or top >= verb or not g.is_finite(verb) or g.tokens[top].dep == "ROOT":
        return None
    cue = g.tokens[top].head
    if (
        g.tokens[top].dep != "ccomp"
        or cue > top
        or not _is_cue(g, cues, cue)
        or g.quote[cue] != g.quote[verb]
    ):
        return None
    if any(g.tokens[c].dep == "expl" for c in g.children[top]):
        return cue
    if _goes_on(g, top, verb):
        return None
    alike, unlike = g.tokens[cue].tag == token.tag, g.tokens[top].tag != token.tag
    return cue if alike and (unlike or g.child(verb, "ccomp") is not None) else None


def _goes_on(g: Grammar, top: int, verb: int) -> bool:
    """`said that a guard had phoned her and said …`: one person's deeds, joined without a comma after `had`."""
    joined = next((c for c in g.children[top] if g.tokens[c].dep == "cc" and c < verb), None)
    had = any(g.tokens[c].dep == "aux" and g.tokens[c].lemma == "have" for c in g.children[top])
    bare = joined is not None and g.tokens[joined - 1].text != "," and g.lower(joined) == "and"
    return had and bare and g.tokens[top].tag == "VBN" and _is_persons(g, top)


def _is_persons(g: Grammar, verb: int) -> bool:
    """Whether the subject of a verb is one or several persons."""
    subject = g.child(verb, *SUBJECTS)
    if subject is None:
        return False
    name, lemma = g.name_at(subject), g.tokens[subject].lemma.lower()
    person = name is not None and name.type == "PERSON"
    return person or g.lower(subject) in {"he", "she", "they", "i", "we"} or names_person(lemma)
