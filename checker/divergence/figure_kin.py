"""Which verbs tell one deed, which nouns one occasion, and which words tie a day to them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth")  # fmt: skip
PLACED = frozenset({"on", "in", "of", "at"})
"""Words that tie a day to what happened on it."""
PARTS = frozenset({"morning", "afternoon", "evening", "night"})


@cache
def lexicon() -> dict[str, Any]:
    """The lists of kindred deeds."""
    return tomllib.loads(files("checker.divergence").joinpath("figure_deeds.toml").read_text("utf-8"))


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Verb lemma -> the kinds of deed that it may tell."""
    found: dict[str, set[str]] = {}
    for name, verbs in lexicon()["kin"].items():
        for verb in verbs:
            found.setdefault(verb, set()).add(name)
    return {verb: frozenset(names) for verb, names in found.items()}


@cache
def nominal() -> dict[str, str]:
    """Noun for a deed -> its verb: "closure" -> "close"."""
    return {noun: verb for verb, nouns in lexicon()["nominal"].items() for noun in nouns}


def kindred(one: str, other: str) -> bool:
    """Whether two verbs may tell one deed."""
    return one == other or bool(shared_kinds(one, other))


def shared_kinds(one: str, other: str) -> frozenset[str]:
    """The kinds of deed that either verb may tell."""
    return kinds().get(one, frozenset()) & kinds().get(other, frozenset())


@cache
def occasions() -> dict[str, str]:
    """Noun -> the kind of numbered occasion that it names."""
    same = {noun: row[0] for row in lexicon()["occasions"]["kin"] for noun in row}
    return {noun: same.get(noun, noun) for noun in lexicon()["occasions"]["nouns"]}


def ordinal(word: str) -> int:
    """The number of an ordinal in words or figures, 0 for other words."""
    word = word.lower()
    figures = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
    return int(figures[1]) if figures else ORDINALS.index(word) + 1 if word in ORDINALS else 0
