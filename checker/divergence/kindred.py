"""Which words may tell one thing: verbs of one deed, nouns for one sort of person or thing."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from checker.divergence.clauses import stem
from checker.divergence.tables import table
from checker.model import Parse


def deeds(verb: str) -> frozenset[str]:
    """The sets of deeds and states that a lemma, or a lemma with its particle, is in."""
    return _by_lemma().get(verb, frozenset())


def deeds_at(parse: Parse, verb: int) -> frozenset[str]:
    """The sets that a verb in a text is in, by itself and with its particles and adverbs ("put it off")."""
    lemma = parse.tokens[verb].lemma.lower()
    beside = [
        parse.tokens[i].text.lower()
        for i in parse.children(verb)
        if parse.tokens[i].dep in {"prt", "advmod", "prep", "acomp"} and i > verb
    ]
    together = [found for word in beside if (found := deeds(f"{lemma} {word}"))]
    return frozenset().union(*together) if together else deeds(lemma)


def kin(key: str) -> frozenset[str]:
    """The sets that have a word with this stem."""
    return _by_stem().get(key, frozenset())


def _table() -> dict[str, dict[str, list[str]]]:
    return table("kindred")


@cache
def _by_lemma() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for part in ("verb", "state"):
        for name, row in _table()[part].items():
            for word in row:
                found[word].add(f"~{part}-{name}")
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for part, rows in _table().items():
        for name, row in rows.items():
            for word in row:
                if " " not in word:
                    found[stem(word)].add(f"~{part}-{name}")
    return {word: frozenset(names) for word, names in found.items()}
