"""Who is brought in without a name and named afterwards: `A farmer has been fined. Ada Lund, 61, was …`."""

from __future__ import annotations

from collections.abc import Sequence

from checker.attribution.cues import load
from checker.attribution.given import table
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.mention import Mention
from checker.attribution.people import names_person

_NEW = frozenset({"a", "an", "one"})
_OWNED = frozenset({"its", "their"})
_NEAR = 4
"""Sentences from somebody without a name to the name."""
DYING = frozenset({"die", "drown", "perish", "kill", "murder"})
"""Verbs of somebody's death."""
_OWNING = frozenset({"own", "found", "chair", "run", "manage", "head"})
"""What tells the bearer of a name to be somebody else than the one brought in."""
_PLACING = frozenset({"from", "in", "at", "near", "outside"})
_CENTRAL = SUBJECTS | PASSIVES | {"dobj", "attr"}


def christened(
    g: Grammar, people: Sequence[Mention], described: set[int], told: dict[str, set[str]]
) -> tuple[int, Mention] | None:
    """The noun that brings in the first person of the text, and the bare name that the person then gets.

    None where anybody else is spoken of in between, where the name is explained by itself, or where what its bearer
    does is what others do to somebody (`Ada Lund found him`).
    """
    name = next((m for m in people if m.is_person and not _is_where(g, m)), None)
    if name is None:
        return None
    nouns = [i for i in range(name.head) if i not in described and _brings_in(g, i)]
    if not nouns or g.tokens[nouns[0]].start > name.start:
        return None
    first = nouns[0]
    between = [i for i in nouns[1:] if g.tokens[i].lemma != g.tokens[first].lemma]
    near = 0 < g.sentence[name.head] - g.sentence[first] <= _NEAR
    gender = load().genders.get(g.tokens[first].lemma.lower())
    fits = gender is None or not told.get(name.entity) or told[name.entity] == {gender}
    return (first, name) if near and fits and not between and _is_bare(g, name) else None


def _is_where(g: Grammar, name: Mention) -> bool:
    """Whether a name in one word stands where a place does (`a teacher from Elm`)."""
    above = g.tokens[name.head].head
    return " " not in g.text[name.start : name.end] and g.lower(above) in _PLACING


def _brings_in(g: Grammar, i: int) -> bool:
    """Whether a noun brings in one person whom the sentence is about: `a cook`, `its conductor`."""
    token, lemma = g.tokens[i], g.tokens[i].lemma.lower()
    if token.tag != "NN" or g.quote[i] >= 0 or not names_person(lemma) or lemma in table()["unnamed"]:
        return False
    new, owned = g.lower(g.left[i]) in _NEW, g.lower(g.left[i]) in _OWNED
    above = token.head if token.dep in _CENTRAL else g.tokens[token.head].head
    main = g.tokens[above].dep in {"ROOT", "conj"} and g.tokens[above].lemma != "be"
    told = main and g.child(above, "neg") is None and g.tokens[above].pos == "VERB"
    return told and (owned or (new and token.dep in _CENTRAL)) and token.dep in _CENTRAL | {"pobj"}


def _is_bare(g: Grammar, name: Mention) -> bool:
    """Whether the name is the subject of a sentence that does not say who it is, in full or with an age."""
    token, verb = g.tokens[name.head], g.tokens[name.head].head
    if token.dep not in SUBJECTS | PASSIVES or " " not in g.text[name.start : name.end]:
        return False
    first = g.index(name.start)
    led = first > g.sentence_of(first).first and g.tokens[first - 1].pos in {"NOUN", "PROPN", "ADJ"}
    added = [
        c for c in g.children[name.head] if c >= g.index(name.end) and g.tokens[c].pos not in {"PUNCT", "NUM"}
    ]
    met = any(g.tokens[c].tag == "PRP" and g.tokens[c].dep in {"dobj", "dative"} for c in g.children[verb])
    is_one = g.tokens[verb].lemma == "be" and g.child(verb, "attr") is not None
    lemma = g.tokens[verb].lemma
    apart = lemma in DYING | _OWNING or (lemma in table()["witnessing"] and not g.is_passive(verb))
    return not (led or added or met or is_one or apart)
