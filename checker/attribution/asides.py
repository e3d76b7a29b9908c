"""Sayings set between commas or at the end: `The plan, Roe said, is late.` `As Roe noted, the plan is late.`"""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, Grammar
from checker.attribution.scope import between, trimmed, without
from checker.model import Range

_ADJUNCTS = frozenset({"nsubj", "agent", "advmod", "npadvmod", "prep", "dative"})
_MARKS = frozenset({",", "—", "–", "--", "(", "-"})
_ENDS = frozenset({".", "?", "!", ")"})


def before(g: Grammar, verb: int, top: int) -> tuple[Range, ...]:
    """A clause in front of the verb, up to where the words of the saying begin."""
    subject = g.child(verb, "nsubj")
    stop = min([verb, *([g.left[subject]] if subject is not None and subject > top else [])])
    if stop <= top:
        return ()
    first, last = g.left[top], min(g.right[top], stop - 1)
    return between(g, first, max(last, first), verb)


def around(g: Grammar, verb: int) -> tuple[Range, ...]:
    """The sentence around a short clause of saying between commas."""
    sentence, subject = g.sentence_of(verb), g.child(verb, "nsubj")
    if subject is None or g.is_passive(verb) or g.child(verb, "dobj", "mark", "xcomp") is not None:
        return ()
    if g.lower(subject) in {"i", "you", "we"}:
        return ()
    first, last = min(g.left[subject], verb), _end(g, verb)
    if not _set_off(g, first, last):
        return ()
    top = g.tokens[verb].head
    lower = max(sentence.first, min(g.left[top], g.left[verb]))
    return _outside(g, lower, max(g.right[top], last), first, last, top)


def as_said(g: Grammar, verb: int) -> tuple[Range, ...]:
    """The sentence around `as Roe noted`; empty where the clause is no such aside."""
    first, last, sentence = g.left[verb], _end(g, verb), g.sentence_of(verb)
    while first < verb and g.tokens[first].pos == "PUNCT":
        first += 1
    subject = g.child(verb, "nsubj", "agent")
    if subject is None or g.lower(subject) in {"you", "we", "i", "one", "it"}:
        return ()
    bare = g.child(verb, "dobj", "xcomp", *PASSIVES) is None
    if g.lower(first) != "as" or not bare:
        return ()
    joined = first > sentence.first and g.tokens[first - 1].dep == "cc"
    opens = joined or first == sentence.first or g.tokens[first - 1].text in _MARKS
    closes = last + 1 >= sentence.last or g.tokens[last + 1].text in _MARKS | _ENDS
    if not opens or not closes:
        return ()
    lower = first if joined else sentence.first
    return _outside(g, lower, sentence.last - 1, first, last, g.tokens[verb].head)


def fronted(g: Grammar, cues: Cues, verb: int) -> tuple[Range, ...]:
    """The sentence before `, Roe told the council.` where the parse joins the two as equals."""
    sentence, subject = g.sentence_of(verb), g.child(verb, "nsubj")
    if subject is None or subject > verb or not g.is_finite(verb) or g.is_passive(verb):
        return ()
    thing = g.child(verb, "dobj", "ccomp", "xcomp", "mark")
    if thing is not None and not (thing > verb and cues.has("verbs.addresses", g.tokens[verb].lemma)):
        return ()
    first = g.left[subject]
    comma = first > sentence.first + 2 and g.tokens[first - 1].text == ","
    if (
        not comma
        or g.right[verb] < sentence.last - 2
        or g.tokens[verb].dep not in {"conj", "dep", "parataxis"}
    ):
        return ()
    return between(g, sentence.first, first - 2, verb)


def _outside(g: Grammar, lower: int, upper: int, first: int, last: int, top: int) -> tuple[Range, ...]:
    hole = (g.tokens[first].start, g.tokens[last].end)
    pieces = without(between(g, lower, upper, top), hole)
    return tuple(p for p in (trimmed(g, piece) for piece in pieces) if p is not None)


def _end(g: Grammar, verb: int) -> int:
    """The last token before the mark that closes the words of the saying."""
    last = max([verb, *(g.right[c] for c in g.children[verb] if g.tokens[c].dep in _ADJUNCTS and c > verb)])
    while last > verb and g.tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _set_off(g: Grammar, first: int, last: int) -> bool:
    sentence = g.sentence_of(first)
    opened = first > sentence.first and g.tokens[first - 1].text in _MARKS
    return opened and last + 1 < sentence.last and g.tokens[last + 1].text in _MARKS | _ENDS
