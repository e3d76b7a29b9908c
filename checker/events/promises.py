"""Promises by what is promised: "the guild's pledge to disarm" and "they promised disarmament" are one kind of deed."""

from __future__ import annotations

from checker.events.phrases import HAPPENINGS
from checker.events.sentences import term_of
from checker.model import Parse

_PROMISES_WORDS = """
    promise pledge vow assurance undertaking commitment
"""
_PROMISES = frozenset(_PROMISES_WORDS.split())
"""Words that bind somebody, as nouns and as verbs."""
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl"})
_ABOUT = frozenset({"of", "about", "on", "regarding", "concerning", "to"})
_ENDINGS = ("ion", "ment", "ance", "ence", "ing", "al")
"""Of nouns made from verbs."""
_MARK = "promise to "


def promise_of(parse: Parse, i: int) -> str | None:
    """The kind of a promise, with the stem of what is promised; None for other words and for bare promises."""
    token = parse.tokens[i]
    if token.pos not in {"NOUN", "VERB"} or token.lemma.lower() not in _PROMISES:
        return None
    content = next((j for j in parse.children(i) if j > i and _tells(parse, j)), None)
    if content is None and i + 1 < len(parse.tokens):
        content = next(iter(_object(parse, i + 1)), None)
    return f"{_MARK}{term_of(parse.tokens[content])}" if content is not None else None


def is_promise(kind: str) -> bool:
    """Whether a kind of deed is one of promises."""
    return kind.startswith(_MARK)


def _tells(parse: Parse, j: int) -> bool:
    """Whether a clause says what is promised."""
    return parse.tokens[j].dep in _CLAUSES and parse.tokens[j].pos == "VERB"


def _object(parse: Parse, j: int) -> list[int]:
    """The noun of a deed behind "of", "about" and the like, whatever the phrase is said to hang on."""
    if parse.tokens[j].text.lower() not in _ABOUT:
        return []
    return [k for k in parse.children(j) if parse.tokens[k].dep == "pobj" and _is_deed(parse, k)]


def _is_deed(parse: Parse, k: int) -> bool:
    """Whether a noun names what somebody does, by its own meaning or by its ending."""
    token, word = parse.tokens[k], parse.tokens[k].lemma.lower()
    return token.pos == "NOUN" and (word in HAPPENINGS or word.endswith(_ENDINGS))
