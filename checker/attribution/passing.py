"""Nouns that a text calls somebody by in passing: `the 40-year-old`, `the winner`, `the Dane`, `the novelist`."""

from __future__ import annotations

import re

from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import Grammar
from checker.attribution.people import names_person

_AGE = re.compile(r"^\d{1,3}-year-old$|^(?:[a-z]+ty|[a-z]+teen)(?:-[a-z]+)?-year-old$", re.IGNORECASE)
_PARENT = frozenset({"mother", "father", "grandmother", "grandfather"})
_MODIFIERS = 2
"""Words between `the` and the noun."""
STUDYING = ("ologist", "historian", "physicist", "chemist", "economist", "mathematician", "philosopher")
_HONOURS = frozenset(
    {"grace", "holiness", "excellency", "majesty", "highness", "eminence", "beatitude", "lordship"}
)


def is_modified(g: Grammar, head: int) -> bool:
    """`the`, and at most words that tell nobody from another: `the Olympic champion`, not `the second diver`."""
    inner = range(g.left[head] + 1, head)
    told = all(
        g.tokens[i].tag in {"JJ", "NN", "NNP", "HYPH"} and g.lower(i) not in table()["rivals"] for i in inner
    )
    return g.lower(g.left[head]) == "the" and len(inner) <= _MODIFIERS and told


def is_passing(g: Grammar, head: int) -> bool:
    """`the 40-year-old`, `the mother of three`, `the veteran forward`, `the Dane`, `the winner`, `his Grace`."""
    addressed = g.lower(head) in _HONOURS and g.lower(head - 1) in {"his", "her"}
    if is_national(g, head) or addressed:
        return True
    first = g.left[head]
    first -= int(g.lower(first) != "the" and first > 0)
    if g.lower(first) != "the" or g.tokens[head].tag in {"NNS", "NNPS"}:
        return False
    words = g.text[g.tokens[first].end : g.tokens[head].end].split()
    if len(words) == 1 and (_AGE.match(words[0]) or words[0].lower().startswith("mother-of-")):
        return True
    if len(words) == 1 and (words[0].lower() in table()["passing"] or words[0].lower().endswith("-winner")):
        return True
    if g.lower(head) in table()["passing"] and is_modified(g, head):
        return True
    if len(words) == 2 and words[0].lower().endswith("-born"):
        return names_person(g.tokens[head].lemma.lower())
    of = g.child(head, "prep")
    number = g.child(of, "pobj") if of is not None and g.lower(of) == "of" else None
    if number is not None and g.lower(head) in _PARENT:
        return g.tokens[number].pos == "NUM"
    return len(words) == 2 and words[0].lower() == "veteran"


def is_national(g: Grammar, head: int) -> bool:
    """`the Dane`, `the Norwegian`: one person by nationality."""
    name, word = g.name_at(head), g.lower(head)
    told = load().has("people.national", word) or (name is not None and name.type in {"NORP", "LANGUAGE"})
    first = head if name is None else min(name.first, head)
    first += int(g.lower(first) == "the")
    while first - 1 > g.left[head] and g.tokens[first - 1].tag in {"JJ", "CD", "NN", "HYPH"}:
        first -= 1
    singular = (
        g.tokens[head].tag in {"NN", "NNP", "JJ"} and g.right[head] == head and g.left[head] >= first - 1
    )
    return told and singular and g.tokens[head].text[:1].isupper() and g.lower(first - 1) == "the"


def is_calling(lemma: str) -> bool:
    """Whether a noun is what somebody does for a living or is known for, not an office."""
    return lemma in table()["callings"] or lemma.endswith(STUDYING)
