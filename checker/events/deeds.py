"""Kinds of deeds, by the nouns and verbs that name them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from checker.model import Parse

_DOERS = frozenset({"nsubj", "nsubjpass", "dobj"})
_TALKING = frozenset({"talk", "fire", "deal"})
"""Words that name a deed only as nouns."""


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "deeds.toml").read_text(encoding="utf-8"))


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    data = _tables()
    kinds, phased = (
        {word: kind for kind, words in data[part].items() for word in words} for part in ("deeds", "phased")
    )
    return kinds, phased, frozenset(data["phases"]["beginning"])


@cache
def _forces() -> tuple[frozenset[str], dict[str, str]]:
    forces = _tables()["forces"]
    verbs = {verb: kind for kind, words in forces.items() if kind != "who" for verb in words}
    return frozenset(forces["who"]), verbs


def kind_of(parse: Parse, i: int) -> str | None:
    """The kind of deed that a noun or verb names; None for other words."""
    kinds, phased, beginning = _lexicon()
    token = parse.tokens[i]
    if token.pos not in {"NOUN", "VERB", "PROPN"}:
        return None
    word = token.lemma.lower().removeprefix("re-")
    moved = _of_forces(parse, i) if token.pos == "VERB" else None
    if moved or (token.pos == "VERB" and word in _TALKING):
        return moved
    if word in phased:
        near = {parse.tokens[j].lemma.lower() for j in _phrase(parse, i)}
        return phased[word] if near & beginning else None
    return kinds.get(word)


def _of_forces(parse: Parse, i: int) -> str | None:
    """The kind of what forces do, or what is done with them."""
    movers, verbs = _forces()
    kind = verbs.get(parse.tokens[i].lemma.lower())
    near = {parse.tokens[j].lemma.lower() for j in parse.children(i) if parse.tokens[j].dep in _DOERS}
    return kind if kind and near & movers else None


def _phrase(parse: Parse, i: int) -> set[int]:
    """The words below a noun, the nouns that it hangs on by "of", its verb and what is predicated of it."""
    near = set(parse.subtree(i))
    for above in parse.ancestors(i):
        near.add(above)
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            near.update(
                j
                for c in parse.children(above)
                for j in parse.subtree(c)
                if parse.tokens[c].dep in {"prep", "attr"}
            )
            break
    return near
