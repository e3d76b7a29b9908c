"""What somebody is called: a predicate after an object, often in quotation marks."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar
from checker.attribution.scope import between
from checker.model import Range

Found = tuple[tuple[Range, ...], str, tuple[int, ...]]
"""Content, rule, and further tokens of the cue."""
NOTHING: Found = ((), "", ())
_REACH = 12
"""Tokens from a verb of calling to the quotation marks."""


def mistaken_passive(g: Grammar, cues: Cues, verb: int) -> Found | None:
    """`Roe called the vote "a farce"`, where the tagger took the verb for a participle of the subject."""
    if g.child(verb, "auxpass", "agent") is not None:
        return None
    found = quoted_predicate(g, cues, verb)
    return found if found[0] and g.index(found[0][0][0]) == verb + 1 and g.quote[verb + 1] < 0 else None


def quoted_predicate(g: Grammar, cues: Cues, verb: int) -> Found:
    """`called the vote "a farce"`, whatever the parser made of it: from the verb to the end of the quotation."""
    if not cues.has("verbs.predicative", g.tokens[verb].lemma) or g.quote[verb] >= 0:
        return NOTHING
    for i in range(verb + 1, min(verb + _REACH, g.sentence_of(verb).last)):
        if g.quote[i] >= 0:
            quoted = g.marks[g.quote[i]]
            first = verb + 1 if i > verb + 1 and g.lower(verb + 1) not in {"what", "for"} else i
            return ((g.tokens[first].start, _joined_end(g, quoted.end)),), "attribution.object", ()
        if g.tokens[i].pos in {"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"}:
            break
    return NOTHING


def _joined_end(g: Grammar, end: int) -> int:
    """The end of quoted words that `and`, `but` or `but not` joins to the ones that end at `end`."""
    i = g.index(end)
    while i < len(g.tokens) and g.tokens[i].dep == "cc":
        i += 2 if i + 1 < len(g.tokens) and g.tokens[i + 1].dep in {"neg", "det"} else 1
        if i >= len(g.tokens) or g.quote[i] < 0:
            break
        end = g.marks[g.quote[i]].end
        i = g.index(end)
    return end


def small_clause(g: Grammar, cues: Cues, verb: int) -> Found:
    """`called it late`: a clause without a verb of its own."""
    top = g.child(verb, "ccomp")
    if top is None or top < verb or not cues.has("verbs.predicative", g.tokens[verb].lemma):
        return NOTHING
    return between(g, g.left[top], g.right[top], verb), "attribution.object", ()
