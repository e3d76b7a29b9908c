"""Sayings set between commas or at the end: `The plan, Roe said, is late.` `As Roe noted, the plan is late.`"""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import PASSIVES, Grammar
from checker.attribution.scope import between, trimmed, without
from checker.model import Range

_ADJUNCTS = frozenset({"nsubj", "agent", "advmod", "npadvmod", "prep", "dative", "dobj"})
_MARKS = frozenset({",", "—", "–", "--", "(", "-"})
_SUBORDINATE = frozenset(
    ["when", "after", "before", "while", "as", "because", "although", "though", "since", "once", "until"]
)
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
    if subject is None or g.is_passive(verb):
        return ()
    if g.child(verb, "dobj", "mark", "xcomp") is not None and not _is_tight(g, verb, subject):
        return ()
    if g.lower(subject) in {"i", "you", "we"}:
        return ()
    tight = _is_tight(g, verb, subject)
    first, last = min(g.left[subject], verb), verb if tight else _end(g, verb)
    if not _set_off(g, first, last):
        return ()
    top = g.tokens[verb].head
    lower = max(sentence.first, min(g.left[top], g.left[verb]))
    later = g.child(verb, "xcomp")
    upper = g.right[verb] if tight and later is not None and g.left[later] == verb + 2 else last
    return _outside(g, lower, max(g.right[top], upper), first, last, top)


def _is_tight(g: Grammar, verb: int, subject: int) -> bool:
    """`, Roe said,` with nothing else between the commas, whatever the parse hung under the verb."""
    opened = g.left[subject] > 0 and g.tokens[g.left[subject] - 1].text == ","
    alone = g.right[subject] == verb - 1 and verb + 1 < g.sentence_of(verb).last
    return opened and alone and g.tokens[verb + 1].text == ","


def closing(g: Grammar, verb: int) -> tuple[Range, ...]:
    """The sentence before `, Roe said.` at its end, whatever the parse made of the two."""
    sentence, subject = g.sentence_of(verb), g.child(verb, "nsubj")
    if subject is None or g.right[subject] != verb - 1 or verb + 2 != sentence.last or g.quote[verb] >= 0:
        return ()
    first = g.left[subject]
    comma = first > sentence.first + 2 and g.tokens[first - 1].text == ","
    comma = comma and not is_side_clause(g, sentence.first, first - 1)
    ended = g.tokens[verb + 1].text in {".", "!", "?"} and g.is_finite(verb)
    return between(g, sentence.first, first - 2, verb) if comma and ended else ()


def is_side_clause(g: Grammar, first: int, comma: int) -> bool:
    """`When the rain stopped,`: a side clause alone, or a participle, which nobody says."""
    first += g.tokens[first].tag == "CC"
    if g.tokens[first].tag in {"VBN", "VBG"}:
        return True
    verbs = [i for i in range(first, comma) if g.tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"}]
    return g.lower(first) in _SUBORDINATE and len(verbs) < 2


def parted(g: Grammar, verb: int, tops: list[int]) -> tuple[Range, ...]:
    """`It is late, Roe ruled, that the gate opened`: a clause before and a `that` after a saying between commas."""
    ahead = [top for top in tops if top < verb]
    behind = [top for top in tops if top > verb and g.lower(g.left[top]) == "that"]
    subject = g.child(verb, "nsubj")
    if not ahead or not behind or subject is None or not ahead[0] < subject < verb:
        return ()
    comma = g.tokens[g.left[subject] - 1].text == "," and g.tokens[g.left[behind[0]] - 1].text == ","
    first, second = before(g, verb, ahead[0]), between(g, g.left[behind[0]], g.right[behind[0]], verb)
    return (*first, *second) if comma and first and second else ()


def as_said(g: Grammar, verb: int) -> tuple[Range, ...]:
    """The sentence around `as Roe noted`; empty where the clause is no such aside."""
    first, last, sentence = g.left[verb], _end(g, verb), g.sentence_of(verb)
    while first < verb and g.tokens[first].pos == "PUNCT":
        first += 1
    subject = g.child(verb, "nsubj", "agent")
    if subject is None or g.lower(subject) in {"you", "we", "i", "one", "it"}:
        return ()
    thing = g.child(verb, "dobj", "xcomp", *PASSIVES)
    bare = thing is None or (g.tokens[verb].lemma == "tell" and g.tokens[thing].dep == "dobj")
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
