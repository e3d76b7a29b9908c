"""What part the counted play: by their noun, by their verb, or by where they are ("97 on its roll")."""

from __future__ import annotations

from functools import cache

from checker.divergence.figure_deeds import governor
from checker.divergence.number_words import lexicon
from checker.model import Parse

ABOARD = frozenset({"aboard", "board"})
PERSONS = frozenset({"person", "people", "man", "woman", "child"})
ROOM = frozenset(
    {
        "room",
        "place",
        "seat",
        "space",
        "capacity",
        "berth",
        "bed",
        "build",
        "design",
        "intend",
        "plan",
        "equip",
    }
)
"""Words before "for" or "of" that say how many a thing is made for."""


def role_of(parse: Parse, at: int, noun: str) -> str:
    """The part that the counted play, by noun, verb or place; else the noun, and nothing for mere people."""
    if (not noun or noun in PERSONS | role_nouns().keys()) and _room(parse, at):
        return "capacity"
    if noun and noun not in PERSONS:
        return role_nouns().get(noun, noun)
    beside = [*(parse.tokens[i] for i in parse.subtree(at)), *parse.tokens[at + 1 : at + 3]]
    if {token.lemma.lower() for token in beside} & ABOARD:
        return "aboard"
    for j in range(at + 1, min(at + 5, len(parse.tokens))):
        if parse.tokens[j].lemma.lower() in _places() and parse.tokens[j].dep == "pobj":
            return _places()[parse.tokens[j].lemma.lower()]
    verb = governor(parse, at)
    if verb is None and parse.tokens[at].dep in {"nsubj", "nsubjpass"}:
        verb = parse.tokens[at].head
    return _verbal(parse, verb) if verb is not None else ""


def _room(parse: Parse, at: int) -> bool:
    """Whether a number says how many a thing is made for: "room for 40", "built for 180 pupils"."""
    while parse.tokens[parse.tokens[at].head].pos == "NUM" and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    before = parse.tokens[parse.tokens[at].head]
    above = parse.tokens[before.head].lemma.lower()
    return (before.text.lower() == "for" and above in ROOM) or (
        before.text.lower() == "of" and above == "capacity"
    )


def _verbal(parse: Parse, verb: int) -> str:
    """The part that a verb gives to people, alone or with its object: "testify", "take the stand"."""
    lemma = parse.tokens[verb].lemma.lower()
    for child in parse.children(verb):
        if parse.tokens[child].dep in {"dobj", "prt"}:
            found = role_verbs().get(f"{lemma} {parse.tokens[child].lemma.lower()}")
            if found:
                return found
    return role_verbs().get(lemma, "")


@cache
def roles() -> dict[str, dict[str, list[str]]]:
    """The parts that people play."""
    found: dict[str, dict[str, list[str]]] = lexicon()["roles"]
    return found


@cache
def role_nouns() -> dict[str, str]:
    """Noun -> part that people play."""
    return {noun: role for role, words in roles().items() for noun in words["nouns"]}


@cache
def role_verbs() -> dict[str, str]:
    """Verb, alone or with its object -> part that people play."""
    return {verb: role for role, words in roles().items() for verb in words["verbs"]}


@cache
def _places() -> dict[str, str]:
    """Noun behind a preposition -> part that people play: "97 on its | roll"."""
    return {noun: role for role, words in roles().items() for noun in words.get("places", ())}
