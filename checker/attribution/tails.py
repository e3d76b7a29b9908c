"""Where a content that begins with an object ends: what completes it, and what the narrator adds."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.grammar import Grammar

_COMPLETING = frozenset(
    [
        *(
            "as",
            "of",
            "for",
            "with",
            "to",
            "about",
            "over",
            "from",
            "between",
            "toward",
            "towards",
            "against",
        ),
        *("among", "into", "behind"),
    ]
)
_PLACING = frozenset(
    {"in", "on", "through", "by", "under", "within", "across", "without", "regarding", "per"}
)
"""Prepositions that complete a noun, unless they tell when or where it was said."""
_LISTING = frozenset({"including", "ranging", "such", "especially", "particularly"})
_PLACES = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "ORG"})
_PARTS = 4
"""Phrases taken in after the object."""


def completed(g: Grammar, cues: Cues, verb: int, last: int) -> int:
    """The end of a content that ends at `last`, with the phrases after it that complete it.

    The parser hangs them on the verb: `criticized her judgment | in backing the dam`.
    """
    for _ in range(_PARTS):
        after = next((c for c in g.children[verb] if _completes(g, cues, c, last)), None)
        if after is None:
            break
        last = g.right[after]
    return last


def _completes(g: Grammar, cues: Cues, part: int, last: int) -> bool:
    token, first = g.tokens[part], g.left[part]
    if first == last + 2 and g.tokens[last + 1].text == "," and g.lower(first) in _LISTING:
        return True
    if first != last + 1:
        return False
    if token.dep == "prep":
        word = g.lower(part)
        return word in _COMPLETING or (word in _PLACING and not _is_circumstance(g, cues, part))
    return (
        token.dep in {"advcl", "xcomp", "acl"}
        and g.tokens[part].tag in {"VB", "VBG"}
        and first == _verbal(g, part)
    )


def _verbal(g: Grammar, part: int) -> int:
    """The verb, or the `to` before it: the first word of a bare infinitive or participle."""
    return part - 1 if g.has_to(part) else part


def _is_circumstance(g: Grammar, cues: Cues, preposition: int) -> bool:
    """Whether a phrase tells when, where or before whom something was said."""
    noun = g.child(preposition, "pobj")
    if noun is None:
        return False
    name, lemma = g.name_at(noun), g.tokens[noun].lemma.lower()
    placed = name is not None and name.type in _PLACES
    spoken = cues.has("people.occasion", lemma) or cues.has("people.press", lemma)
    return placed or spoken or cues.has("nouns.time", lemma)


def without_apposition(g: Grammar, noun: int, last: int) -> int:
    """The end of a phrase without `, the son of a miller`, by which the narrator tells who a name is."""
    if g.tokens[noun].pos != "PROPN":
        return last
    for c in g.children[noun]:
        if g.tokens[c].dep == "appos" and g.right[c] == last and g.tokens[g.left[c] - 1].text == ",":
            return g.left[c] - 2
    return last
