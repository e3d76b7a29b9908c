"""What a claim is about: the family of its object, also where that is only a pronoun."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from checker.divergence.draft import Facts
from checker.model import Claim, Parse, Token

BACK = 3
"""How many sentences before a pronoun are searched for what it stands for."""


@cache
def families() -> dict[str, str]:
    """Noun lemma -> family."""
    table = tomllib.loads(files("checker.divergence").joinpath("topics.toml").read_text("utf-8"))
    return {noun: family for family, nouns in table.items() if family != "doer" for noun in nouns}


@cache
def doers() -> frozenset[str]:
    """Noun lemmas for people and bodies that can do a deed."""
    table = tomllib.loads(files("checker.divergence").joinpath("topics.toml").read_text("utf-8"))
    return frozenset(table["doer"])


def topic(facts: Facts, claim: Claim) -> str | None:
    """The family of the claim's patient; for a plural pronoun or number, of the plural nouns before it.

    What a bare "it" stands for is not guessed.
    """
    parse = facts.parses[claim.span.doc]
    if claim.patient.state != "expressed":
        return None
    start, end = claim.patient.spans[0]
    tokens = [parse.tokens[i] for i in parse.tokens_in(start, end)]
    found = [families()[t.lemma.lower()] for t in tokens if t.pos == "NOUN" and t.lemma.lower() in families()]
    if found:
        return found[0]
    if any(t.pos in {"NOUN", "PROPN"} for t in tokens) or not any(_plural(t) for t in tokens):
        return None
    return _before(parse, start)


def _plural(token: Token) -> bool:
    return token.pos == "NUM" or token.text.lower() in {"them", "all", "both", "these", "those"}


def _before(parse: Parse, offset: int) -> str | None:
    """The family of the nearest plural noun of one, in the same sentence or the few before it."""
    here = parse.number_at(offset)
    if here is None:
        return None
    for sentence in reversed(parse.sentences[max(0, here - BACK) : here + 1]):
        for token in reversed(parse.tokens[sentence.first : sentence.last]):
            if token.start < offset and token.tag == "NNS" and token.lemma.lower() in families():
                return families()[token.lemma.lower()]
    return None
