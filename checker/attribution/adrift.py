"""Clauses of a saying which the parse hung elsewhere: right after the verb, or after whom it speaks to."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.scope import between
from checker.model import Range

_ASKED = frozenset({"ask", "press", "question", "challenge"})
_OPENING = 8
"""Tokens from the first word of a clause to its subject."""


def adrift(g: Grammar, cues: Cues, verb: int) -> tuple[Range, ...]:
    """`a man who gave his name as Roe had claimed | there was a bomb`: the clause beside the verb, hung higher up.

    Nothing but the one spoken to may stand between, and the clause has tense and begins with its own subject.
    """
    return _beside(g, cues, verb) or _of_asked(g, verb) or _open_question(g, verb)


def _beside(g: Grammar, cues: Cues, verb: int) -> tuple[Range, ...]:
    first = _after(g, cues, verb) + 1
    if first >= g.sentence_of(verb).last or g.quote[first] != g.quote[verb] or g.lower(first) == "that":
        return ()
    for i in range(first, min(first + _OPENING, g.sentence_of(verb).last)):
        top = g.tokens[i].head
        top = g.tokens[top].head if g.tokens[top].dep in {"aux", "auxpass"} else top
        subject = g.tokens[i].dep in {*SUBJECTS, *PASSIVES, "expl"} and g.left[i] == first
        above = g.ancestors(verb)
        hung = top in above or (g.tokens[top].head in above and top > verb)
        if subject and top > i and g.is_finite(top) and hung and not _has_earlier(g, top, verb):
            return between(g, first, g.right[top], verb)
    return ()


def _has_earlier(g: Grammar, top: int, verb: int) -> bool:
    """Whether the clause took the subject of the verb: then who speaks is lost."""
    return any(g.tokens[c].dep in SUBJECTS | PASSIVES and c < verb for c in g.children[top])


def _after(g: Grammar, cues: Cues, verb: int) -> int:
    """The last token of the verb and of the one spoken to."""
    addressed = g.child(verb, "dobj", "dative")
    spoken = addressed is not None and cues.has("verbs.addresses", g.tokens[verb].lemma)
    return g.right[addressed] if addressed is not None and spoken and addressed > verb else verb


def _of_asked(g: Grammar, verb: int) -> tuple[Range, ...]:
    """`told the inquiry when asked last week that she had left`: nobody is asked that."""
    for c in g.children[verb]:
        top = g.child(c, "ccomp") if c > verb else None
        if top is not None and is_asked_that(g, c):
            return between(g, g.left[top], g.right[top], verb)
    return ()


def _open_question(g: Grammar, verb: int) -> tuple[Range, ...]:
    """`would not say when it ends`: no time at which it was said."""
    denied = g.child(verb, "neg") is not None or g.tokens[g.tokens[verb].head].lemma in {"decline", "refuse"}
    for c in g.children[verb]:
        if denied and c > verb and g.tokens[c].dep == "advcl" and g.left[c] == verb + 1:
            return between(g, verb + 1, g.right[c], verb) if g.tokens[verb + 1].tag == "WRB" else ()
    return ()


def is_noun_with_that(g: Grammar, i: int) -> bool:
    """`concludes that staff at the mill ignored them`, with the verb of the clause read as no verb."""
    opening = g.left[i]
    return (
        g.tokens[i].dep == "dobj"
        and opening < i
        and g.tokens[opening].tag == "IN"
        and g.lower(opening) == "that"
    )


def is_asked_that(g: Grammar, verb: int) -> bool:
    """Whether `asked` without a subject is followed by a clause with `that`, which is then the answer."""
    top, token = g.child(verb, "ccomp"), g.tokens[verb]
    bare = token.tag == "VBN" and token.lemma in _ASKED and g.child(verb, *PASSIVES) is None
    return bare and top is not None and g.lower(g.left[top]) == "that" and not g.is_finite(verb)


def told_plainly(g: Grammar, verb: int) -> tuple[Range, ...]:
    """`he was told | the shares were safe, and left`: a clause whose subject was read as an object."""
    thing = g.child(verb, "dobj")
    if (
        thing is None
        or thing < verb
        or g.child(verb, *PASSIVES) is None
        or g.child(verb, "agent") is not None
    ):
        return ()
    last, stop = g.right[thing] + 1, g.sentence_of(verb).last
    if (
        last >= stop
        or g.tokens[last].tag not in {"VBD", "VBZ", "VBP", "MD"}
        or g.quote[last] != g.quote[verb]
    ):
        return ()
    while last + 1 < stop and g.tokens[last + 1].text not in {",", ";", ".", "?", "!"}:
        last += 1
    return between(g, g.left[thing], last, verb)
