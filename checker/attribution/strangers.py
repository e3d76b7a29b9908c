"""Capitalised words that no entity was made of: whoever they are, a pronoun or epithet may mean them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.attribution.cues import load
from checker.attribution.given import gender_of
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar

_NAMELESS = frozenset({"DATE", "TIME", "NORP", "EVENT", "LAW", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
_LONGEST = 4
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


def strangers(g: Grammar, taken: set[int]) -> Iterator[tuple[int, int, bool]]:
    """First token, head and whether it is a subject, of runs of capitalised words outside the `taken` tokens."""
    i = 0
    while i < len(g.tokens):
        last = i
        while last < len(g.tokens) and last not in taken and _is_capital(g, last):
            last += 1
        if last > i and last not in taken and not _is_thing(g, i, last):
            yield i, last - 1, _is_subject(g, i, last)
        i = max(last, i + 1)


def _is_capital(g: Grammar, i: int) -> bool:
    token, name = g.tokens[i], g.name_at(i)
    named = token.text[:1].isupper() and token.text.replace("-", "").isalpha() and not token.text.isupper()
    return token.tag == "NNP" and named and (name is None or name.type not in _NAMELESS)


def _is_thing(g: Grammar, first: int, last: int) -> bool:
    """A body or place (`the Rose Theatre`), and what is no subject and does not begin with a given name."""
    article = first > 0 and g.lower(first - 1) in _ARTICLES
    body = load().has("people.body", g.lower(last - 1)) or load().has("people.outlet", g.lower(last - 1))
    titled = first > 0 and g.lower(first - 1) in load().genders
    given = last - first > 1 and gender_of(g.text[g.tokens[first].start : g.tokens[last - 1].end]) is not None
    return article or body or last - first > _LONGEST or not (given or titled or _is_subject(g, first, last))


def _is_subject(g: Grammar, first: int, last: int) -> bool:
    return any(g.tokens[i].dep in SUBJECTS | PASSIVES for i in range(first, last))
