"""Who "her brother" and "Mrs Lund" are: people told by their relatives, by title and surname."""

from __future__ import annotations

from checker.attribution.cues import load
from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.names import may_be_spouse
from checker.attribution.pronouns import GENDERS
from checker.attribution.ranks import in_full
from checker.attribution.roles import TIMES, introduced, only_one

_SPOUSES = frozenset({"husband", "wife"})
_UNLIKE = frozenset({"mrs", "ms", "miss"})
"""Titles of women, each of which a text keeps for one of two who share a surname."""
_WIVES = frozenset({"mrs", "lady"})
_KIN = {
    "brother": frozenset({"brothers", "brother", "siblings", "sibling", "twins", "twin"}),
    "sister": frozenset({"sisters", "sister", "siblings", "sibling", "twins", "twin"}),
}


def by_owner(g: Grammar, mentions: Mentions, head: int, owner: str | None) -> str | None:
    """`her brother`: the one person whom the text calls a brother; `owner` is who "her" is, as far as known.

    A husband's "her" is a woman, so nobody needs to know who; for others the owner has to be known, be another, and
    have been told to be the owner (`Roe's lawyer`, `his lawyer`).
    """
    pronoun = g.child(head, "poss")
    if pronoun is None or g.lower(pronoun) not in GENDERS or g.tokens[head].tag != "NN":
        return None
    plain = all(
        c == pronoun or g.tokens[c].dep in {"punct", "appos"} or g.lower(c) in TIMES for c in g.children[head]
    )
    lemma, at = g.tokens[head].lemma.lower(), g.tokens[head].start
    holders = {e for start, e in mentions.roles.get(lemma, []) if start < at and e in mentions.people}
    if len(holders) != 1 and owner is not None and plain:
        return _of_family(g, mentions, head, owner)
    if len(holders) != 1 or not plain or mentions.others(lemma, at):
        return None
    holder = next(iter(holders))
    if lemma in _SPOUSES:
        apart = not mentions.fits(holder, GENDERS[g.lower(pronoun)])
        return holder if apart or owner not in {None, holder} else None
    words = mentions.role_words[lemma, holder]
    surname = mentions.names.get(owner or "", "").lower().split()[-1:]
    told = g.lower(pronoun) in words or (bool(surname) and surname[0] in words)
    return holder if told and owner != holder and (owner or _is_owners(mentions, pronoun, holder)) else None


def _is_owners(mentions: Mentions, pronoun: int, holder: str) -> bool:
    """Whether one other person so far, whose sex fits, may be who `her` is."""
    g, gender = mentions.g, GENDERS[mentions.g.lower(pronoun)]
    near = {m.entity for m in mentions.between(0, g.tokens[pronoun].start) if m.is_person}
    return len({entity for entity in near - {holder} if mentions.fits(entity, gender)}) == 1


def _of_family(g: Grammar, mentions: Mentions, head: int, owner: str) -> str | None:
    """`his wife` of a couple, `her sister` of two sisters: the one other person of the surname."""
    lemma, surname = g.tokens[head].lemma.lower(), mentions.names.get(owner, "").split()[1:][-1:]
    kin = lemma in _SPOUSES or any(introduced(g, word, head) for word in _KIN.get(lemma, ()))
    gender = load().genders.get(lemma)
    if not kin or not surname or gender is None:
        return None
    other = only_one(mentions.bearers(surname[0], g.tokens[head].start) - {owner})
    return other if other is not None and mentions.fits(other, gender) else None


def by_title(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """Of several who bear a surname the one with the title before it, or the one whom `Mr` or `Ms` fits."""
    token = g.tokens[head]
    if token.pos != "PROPN" or head == 0:
        return None
    first = head - 2 if head > 2 and g.tokens[head - 1].text == "-" else head
    title, at = in_full(g.lower(first - 1)), token.start
    near = mentions.bearers(token.text, at)
    held = {entity for start, entity in mentions.roles.get(title, []) if start < at} & near
    gender = mentions.gender_of_title(title)
    if gender is None:
        return only_one(held)
    apart = {entity for entity in near if mentions.titles[entity] & (_UNLIKE - {title}) and title in _UNLIKE}
    fitting = only_one({entity for entity in near - apart if mentions.fits(entity, gender)})
    if fitting is None:
        return _wife(g, mentions, head, title)
    if len(near) < 2 and (mentions.at(head) is not None or may_be_spouse(mentions, fitting, gender)):
        return None
    mentions.genders[fitting].add(gender)
    return fitting


def _wife(g: Grammar, mentions: Mentions, head: int, title: str) -> str | None:
    """`Lady Lund`, `Mrs Lund`: the wife, told by a given name alone, of the one man with that surname."""
    at, surname = g.tokens[head].start, g.tokens[head].text
    wives = {e for start, e in mentions.roles.get("wife", ()) if start < at and e in mentions.people}
    alike = {
        e for e, name in mentions.names.items() if name.split()[-1] == surname and mentions.is_met(e, at)
    }
    man = only_one(alike - wives)
    wife = only_one(wives)
    plain = wife is not None and " " not in mentions.names[wife]
    return wife if title in _WIVES and man is not None and plain and not mentions.is_known(man, "f") else None
