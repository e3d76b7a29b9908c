"""Which of two is `the elder Lund`, `the younger brother`: told by their ages, by kinship, or in so many words."""

from __future__ import annotations

import re

from checker.attribution.cues import load
from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions

_JUNIOR = frozenset({"son", "daughter", "nephew", "niece", "grandson", "granddaughter"})
_SENIOR = frozenset({"father", "mother", "uncle", "aunt", "grandfather", "grandmother"})
_OLD = frozenset({"elder", "older"})
_ORDER = _OLD | {"younger"}
_CALLED = re.compile(r", the (elder|older|younger)\b(?: (?:of|brother|sister|one)|[,.;])")
_KIN = frozenset({"brother", "sister", "sibling", "twin", "man", "woman", "cousin"})


def by_age(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The older or younger of the two people of a family, or of the two brothers, spoken of so far."""
    told = next((g.lower(c) for c in g.children[head] if g.lower(c) in _ORDER), None)
    both = sorted(_pair(g, mentions, head)) if told is not None else []
    if len(both) != 2:
        return None
    first = _in_words(g, mentions, both) or _by_kin(mentions, both) or _by_years(mentions, both)
    if first is None or told in _OLD:
        return first
    return next(e for e in both if e != first)


def _pair(g: Grammar, mentions: Mentions, head: int) -> set[str]:
    at, lemma = g.tokens[head].start, g.tokens[head].lemma.lower()
    if lemma in _KIN:
        sex = load().genders.get(lemma)
        near = {m.entity for m in mentions.between(0, at) if m.is_person}
        return {e for e in near if sex is None or mentions.fits(e, sex)}
    kin = {e for role in _JUNIOR | _SENIOR for start, e in mentions.roles.get(role, ()) if start < at}
    named = mentions.bearers(g.tokens[head].text, at)
    relatives = {e for e in kin if e in mentions.people and " " not in mentions.names[e]}
    return named | relatives if named else set()


def _in_words(g: Grammar, mentions: Mentions, both: list[str]) -> str | None:
    """`Ada Lund, the elder, …`."""
    older, younger = set[str](), set[str]()
    for m in mentions.all:
        told = _CALLED.match(g.text, m.end)
        if m.entity in both and told is not None:
            (younger if told[1] == "younger" else older).add(m.entity)
    return _first(both, older, younger)


def _by_kin(mentions: Mentions, both: list[str]) -> str | None:
    """The father of one and the son of the other."""
    older = {e for e in both if mentions.kinds[e] & _SENIOR}
    return _first(both, older, {e for e in both if mentions.kinds[e] & _JUNIOR})


def _by_years(mentions: Mentions, both: list[str]) -> str | None:
    """The one with the greater age."""
    first, second = (mentions.years(e) for e in both)
    if len(first) != 1 or len(second) != 1 or first == second:
        return None
    return both[0] if max(first) > max(second) else both[1]


def _first(both: list[str], older: set[str], younger: set[str]) -> str | None:
    """The elder of two, of whom one side alone is told."""
    if older & younger or len(older) > 1 or len(younger) > 1 or not older | younger:
        return None
    return next(iter(older), None) or next(e for e in both if e not in younger)
