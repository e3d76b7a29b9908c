"""Words that look like limits of a clause and are none."""

from __future__ import annotations

from checker.divergence.clauses import SUBJECTS
from checker.model import Parse

ANYBODY = frozenset(["any", "anyone", "anybody", "everyone", "everybody", "every", "each", "whoever"])
"""Subjects of what is allowed, and not of what is possible."""


def is_ability(parse: Parse, verb: int, modal: int) -> bool:
    """A negated "could" tells what did not come about ("could not be reached"); one of perceiving, what did.

    What anybody may do is allowed.
    """
    subjects = [c for c in parse.children(verb) if parse.tokens[c].dep in SUBJECTS]
    inside = [parse.tokens[i].text.lower() for c in subjects for i in (c, *parse.children(c))]
    if parse.tokens[modal].text.lower() in {"may", "can"} and not ANYBODY.isdisjoint(inside):
        return True
    if parse.tokens[modal].text.lower() != "could":
        return False
    negated = any(parse.tokens[c].dep == "neg" for c in parse.children(verb))
    return negated or parse.tokens[verb].lemma in {"see", "hear", "feel", "afford", "help"}


def is_pointed(parse: Parse, below: int) -> bool:
    """`disputed that, saying it was sold`: "that" is what was said before, and the rest is no part of it."""
    marks = (c for c in parse.children(below) if parse.tokens[c].text.lower() == "that")
    return any(parse.tokens[c + 1].text == "," and parse.tokens[below].tag == "VBG" for c in marks)
