"""The words that `who`, `which` and `that` stand for, where they are the source of a saying."""

from __future__ import annotations

from checker.attribution.grammar import RELATIVES, Grammar
from checker.attribution.sources import phrase

_LISTING = frozenset({"including", "like"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PLURAL = frozenset({"NNS", "NNPS"})
DEPTH = 8
"""Heads that are climbed from a relative clause to the noun that it describes."""


def resolved(g: Grammar, source: tuple[int, ...]) -> tuple[int, ...]:
    """A source that is only a relative pronoun as the phrase before it; empty where the parse leaves doubt."""
    if (
        len(source) != 1
        or g.lower(source[0]) not in RELATIVES
        or g.tokens[source[0]].tag not in {"WP", "WDT"}
    ):
        return source
    clause = next((a for a in g.ancestors(source[0]) if g.tokens[a].dep == "relcl"), None)
    if clause is None:
        return ()
    noun = g.tokens[clause].head
    top = _whole(g, noun, source[0]) if noun < source[0] else None
    if top is None:
        return ()
    return (*_before(g, top, clause), *source)


def _before(g: Grammar, noun: int, clause: int) -> tuple[int, ...]:
    """The noun phrase up to its relative clause, without marks at its end."""
    tokens = [i for i in phrase(g, noun, clause) if i < g.left[clause]]
    while tokens and g.tokens[tokens[-1]].pos in {"PUNCT", "CCONJ", "SPACE"}:
        tokens.pop()
    return tuple(tokens)


def _whole(g: Grammar, noun: int, relative: int) -> int | None:
    """The noun that a relative clause describes; for a plural verb, the list that the noun stands in."""
    verb = g.tokens[relative].head
    plural = g.tokens[verb].tag == "VBP" or any(
        g.tokens[c].dep == "aux" and g.tokens[c].tag == "VBP" for c in g.children[verb]
    )
    many = g.tokens[noun].tag in _PLURAL or any(g.tokens[c].dep == "conj" for c in g.children[noun])
    if not plural or many:
        return noun
    return _list(g, noun)


def _list(g: Grammar, noun: int) -> int | None:
    """The plural noun, or first of several, above a member of a list (`officials, including Roe and Doe`)."""
    for _ in range(DEPTH):
        head = g.tokens[noun].head
        if g.tokens[noun].dep == "conj" and g.tokens[head].pos in _NOMINAL:
            noun = head
        elif g.tokens[noun].dep == "pobj" and g.lower(head) in _LISTING:
            above = g.tokens[head].head
            return above if g.tokens[above].tag in _PLURAL else None
        else:
            break
    return noun if g.child(noun, "conj") is not None else None
