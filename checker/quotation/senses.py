"""What a word means, as far as two translations of one sentence go: its stem, a number, or a class of synonyms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from checker.quotation.lexicon import is_content

_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "y", "e")
_SHORT = frozenset(["ings", "ing", "ed", "es", "s", "e"])
"""Endings that leave three letters or more; others leave four."""
_WHOLE = ("ss", "us", "is")
"""What is no plural, though it ends in "s"."""
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: str(n) for n, word in enumerate(_UNITS)} | {w: str(10 * n) for n, w in enumerate(_TENS, 2)}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its commonest English endings; at least three letters stay."""
    word = word.removesuffix("'s").removesuffix("n't")
    for ending in _ENDINGS:
        fewest = 3 if ending in _SHORT else 4
        if word.endswith(ending) and len(word) - len(ending) >= fewest:
            if ending == "s" and word.endswith(_WHOLE):
                return word
            return _single(word[: -len(ending)]) if ending in ("ed", "ing", "ings") else word[: -len(ending)]
    return word


def sense(word: str) -> str:
    """The number that a folded word is, in digits; the class of its synonyms, called by the first; else its stem."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    return _synonyms().get(word) or _synonyms().get(stem(word)) or stem(word)


def senses(words: Iterable[str]) -> set[str]:
    """The senses of the words of content."""
    return {sense(word) for word in words if is_content(word)}


@cache
def _synonyms() -> dict[str, str]:
    """Entries and their stems -> the stem of the first word of their class."""
    raw = tomllib.loads(files("checker.quotation").joinpath("synonyms.toml").read_text("utf-8"))
    rows = [row for classes in raw.values() for row in classes]
    stems = {stem(word): stem(row[0]) for row in rows for word in row}
    return stems | {word: stem(row[0]) for row in rows for word in row}


def _single(word: str) -> str:
    """A stem with one letter for a doubled one ("stopp"); "sell" and "pass" keep both."""
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsfz"
    return word[:-1] if doubled else word
