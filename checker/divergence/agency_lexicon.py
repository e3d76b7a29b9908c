"""The acts that texts tell with verbs and nouns, and the parts that people play in one undertaking."""

from __future__ import annotations

from functools import cache
from typing import Any

from checker.divergence.tables import table


def lexicon() -> dict[str, Any]:
    """The acts, the phrases for who is behind them, and the parts that people play."""
    return table("agency_acts")


@cache
def families(part: str) -> dict[str, str]:
    """Lemma -> family of acts, of its `verbs`, `nouns` or `by`."""
    return {word: name for name, row in lexicon()["acts"].items() for word in row.get(part, ())}


@cache
def parts() -> dict[str, set[tuple[str, int]]]:
    """Noun -> undertaking and number of the part in it."""
    found: dict[str, set[tuple[str, int]]] = {}
    for name, rows in lexicon()["parts"].items():
        for number, words in enumerate(rows):
            for word in words:
                found.setdefault(word, set()).add((name, number))
    return found
