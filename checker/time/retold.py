"""A clause that takes up what another told on a day: "the ferry sank on 3 May … two days after the ferry sank"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.model import Parse
from checker.time.finite import SUBJECTS

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_CLAUSE = r"(?:(?:had|has|was|were|been|first|finally|again) ){0,3}"


def told_by(parse: Parse, verb: int) -> list[str]:
    """The last word of the subject and the verb, as they are written: "ferry sank"; none without a past verb."""
    token = parse.tokens[verb]
    if token.tag not in {"VBD", "VBN"} or token.dep in {"relcl", "acl"}:
        return []
    subjects = [parse.tokens[c] for c in parse.children(verb) if parse.tokens[c].dep in SUBJECTS]
    return [f"{s.text} {token.text}".lower() for s in subjects[:1] if s.text.isalpha()]


def taken_up(words: str, clauses: Iterable[str]) -> tuple[str, int] | None:
    """The one clause that the words repeat, and where it ends in them; a pronoun may stand for its subject."""
    found = dict[str, int]()
    for clause in clauses:
        subject, _, verb = clause.partition(" ")
        if verb and (match := re.match(_pattern(subject, verb), words, re.IGNORECASE)):
            found[clause] = match.end()
    return next(iter(found.items())) if len(found) == 1 else None


def _pattern(subject: str, verb: str) -> str:
    own = "|".join(sorted(_PRONOUNS)) if subject in _PRONOUNS else "he|she|it|they"
    named = (
        rf"(?:(?:the|that|this|his|her|its|their) (?:[\w’'-]+ ){{0,2}}?|(?:[\w’'-]+ )?){re.escape(subject)}"
    )
    return rf" ?(?:{named}|{own}) {_CLAUSE}{re.escape(verb)}\b"
