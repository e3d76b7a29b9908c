"""Which nouns name somebody who speaks and thinks: people, bodies, countries; and which name papers that tell."""

from __future__ import annotations

from functools import lru_cache

from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import Grammar

_AGENTIVE = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent", "ary", "ate", "ief", "ic")
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "eer", "keeper", "herd", "person")
_THINGS = frozenset({"it", "this", "that", "one", "which", "these", "those"})
_SHORTEST = 3
"""Letters of a noun for a person."""
_SHARES = frozenset({"percent", "%", "half", "third", "quarter", "majority", "minority", "most"})


def can_think(g: Grammar, source: tuple[int, ...]) -> bool:
    """Whether a noun phrase names people, a body or a country rather than a thing."""
    return is_agent(g, g.head_of(source))


def is_agent(g: Grammar, head: int) -> bool:
    """Whether the noun at the head of a phrase names people, a body or a country."""
    token, cues = g.tokens[head], load()
    if token.pos == "PRON":
        return token.text.lower() not in _THINGS
    if token.pos == "PROPN" or token.tag == "NNS":
        return True
    lemma = token.lemma.lower()
    kinds = ("people.anonymous", "people.body", "people.press", "people.role")
    return any(cues.has(kind, lemma) for kind in kinds) or lemma.endswith(_AGENTIVE) or names_person(lemma)


def speaks(g: Grammar, noun: int) -> bool:
    """Whether a participle such as `saying` can be the noun's own: people, shares of them, papers that tell."""
    token, cues = g.tokens[noun], load()
    lemma = token.lemma.lower()
    if token.pos in {"PRON", "PROPN", "NUM"}:
        return True
    if cues.has("nouns.paper", lemma) or cues.has("people.press", lemma) or cues.has("people.body", lemma):
        return True
    people = cues.has("people.anonymous", lemma) or cues.has("people.role", lemma)
    return people or lemma in _SHARES or lemma.endswith(_AGENTIVE)


@lru_cache(maxsize=1 << 14)
def names_person(lemma: str) -> bool:
    """Whether a noun in small letters is one for a single person."""
    cues = load()
    if lemma in table()["things"] or len(lemma) < _SHORTEST:
        return False
    known = lemma in table()["persons"] or lemma in cues.genders
    told = any(cues.has(kind, lemma) for kind in ("people.role", "people.anonymous"))
    return known or told or lemma.endswith(_PERSONAL)
