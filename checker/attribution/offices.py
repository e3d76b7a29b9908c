"""What the grammar says somebody is: titles before a name, appositions, `Roe is a judge`."""

from __future__ import annotations

from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import SUBJECTS, Grammar
from checker.attribution.ranks import in_full

_ROLE_DEPS = frozenset({"compound", "amod", "nmod"})


def nouns(g: Grammar, start: int, head: int, *, person: bool) -> list[int]:
    """The nouns for what a name is, as tokens; `start` is its first character, `head` its token."""
    told = _role_nouns(g, head)
    return [*told, *_titles(g, start)] if person else told


def words_at(g: Grammar, noun: int) -> set[str]:
    """What a role is said with: `union` in `Union boss Roe`, `finance` in `Roe, the finance minister`."""
    own = [c for c in g.children[noun] if g.tokens[c].dep in _ROLE_DEPS]
    return {g.lower(i) for i in (*own, *range(max(0, noun - 2), noun))}


def _titles(g: Grammar, start: int) -> list[int]:
    """Words of rank right before a person's name, full stops between them skipped (`Lt. Col. Ada Lund`)."""
    found: list[int] = []
    i = g.index(start) - 1
    while i >= 0 and (g.tokens[i].text == "." or _is_title(g, i)):
        found += [i] if _is_title(g, i) else []
        i -= 1
    return found


def _is_title(g: Grammar, i: int) -> bool:
    word = g.lower(i).removesuffix(".")
    known = in_full(word) != word or load().has("people.role", word) or word in table()["persons"]
    return known and g.tokens[i].text[:1].isupper()


def _role_nouns(g: Grammar, head: int) -> list[int]:
    """Titles before a name, its apposition, or the noun that it is an apposition of."""
    genders = load().genders
    nouns = [c for c in g.children[head] if g.tokens[c].dep in _ROLE_DEPS and c < head]
    nouns += [c for c in g.children[head] if g.tokens[c].dep == "appos" and g.tokens[c].pos == "NOUN"]
    if head > 0 and g.lower(head - 1) in genders:
        nouns.append(head - 1)
    first = g.left[head]
    nouns += [i for i in range(max(0, first - 1), first) if g.lower(i) in genders]
    copula = g.tokens[head].head
    if g.tokens[head].dep in SUBJECTS and g.tokens[copula].lemma == "be" and g.is_finite(copula):
        nouns += [c for c in g.children[copula] if g.tokens[c].dep == "attr" and g.tokens[c].tag == "NN"]
    above = g.tokens[head].head
    if g.tokens[head].dep == "appos" and g.tokens[above].pos == "NOUN":
        nouns.append(above)
    return nouns
