"""Whether the words around a time look back on it or ahead to it."""

from __future__ import annotations

from typing import Literal

from checker.model import Parse, Token

Tense = Literal["past", "present", "future", "near", "none"]
"""`near`: "would", "could", which look ahead within days, but may be told of any year; `none`: no verb says it."""

_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_AHEAD = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "sha", "must", "may", "can", "ca", "should", "might", "need"}
)
_NEAR = frozenset({"would", "could", "'d", "’d"})
_COMING = frozenset(
    [
        "schedule",
        "plan",
        "expect",
        "set",
        "due",
        "slate",
        "bill",
        "tip",
        "upcoming",
        "book",
        "earmark",
        "intend",
        "hope",
    ]
)
"""Participles and adjectives that look ahead even where nothing else in the clause does."""
_TELLS = frozenset({"say", "tell", "write", "report", "show", "recall", "remember", "describe"})
"""Verbs whose present tense says nothing of when."""
_BEGINS = frozenset(
    {"begin", "start", "open", "reopen", "close", "end", "expire", "resume", "conclude", "return"}
)
"""Verbs whose present tense tells what is planned."""
_LONG = 300
"""Tokens of a sentence above which its parse is not relied on."""


def tense(parse: Parse, start: int, end: int) -> Tense:
    """The tense of the clause that the characters `start`..`end` belong to."""
    sentence = parse.sentence_at(start)
    inside = list(parse.tokens_in(start, end))
    if sentence is None or not inside:
        return "past" if not parse.tokens else "none"
    if sentence.last - sentence.first > _LONG:
        return "past"
    top = next((i for i in inside if parse.tokens[i].head not in inside), inside[0])
    above = [top, *parse.ancestors(top)]
    return _of_chain(parse, above)


def _of_chain(parse: Parse, chain: list[int]) -> Tense:
    for i in chain:
        token = parse.tokens[i]
        if token.lemma.lower() in _COMING and token.tag in {"VBN", "JJ"} and not _finite(parse, i):
            return "future"
        if token.pos not in _VERBS or _infinite(parse, i) or (token.tag == "VBG" and not _helpers(parse, i)):
            continue
        return _of_verb(parse, i)
    return "none"


def _finite(parse: Parse, i: int) -> bool:
    """Whether an auxiliary says the tense: "was expected"."""
    return bool(_helpers(parse, i)) or (
        parse.tokens[i].dep in {"acomp", "oprd", "xcomp"} and parse.tokens[parse.tokens[i].head].pos in _VERBS
    )


def _infinite(parse: Parse, i: int) -> bool:
    """Whether it is an infinitive under another verb: "is set to open"."""
    to = any(parse.tokens[c].tag == "TO" for c in parse.children(i) if c < i)
    return parse.tokens[i].tag == "VB" and to and parse.tokens[i].head != i


def _helpers(parse: Parse, i: int) -> list[Token]:
    """Auxiliaries."""
    return [parse.tokens[c] for c in parse.children(i) if parse.tokens[c].dep in _AUXILIARIES]


def _of_verb(parse: Parse, i: int) -> Tense:
    token = parse.tokens[i]
    helpers = _helpers(parse, i)
    words = {t.text.lower() for t in helpers} | ({token.text.lower()} if token.tag == "MD" else set())
    perfect = any(t.lemma.lower() == "have" for t in helpers) and token.tag in {"VBN", "VBG"}
    if words & {"will", "shall", "'ll", "’ll"}:
        return "future"
    if perfect or any(t.tag == "VBD" for t in helpers):
        return "past"
    if words & _AHEAD:
        return "future"
    if words & _NEAR:
        return "past" if "could" in words and _was_able(parse, i) else "near"
    return _of_form(token, helpers)


def _was_able(parse: Parse, i: int) -> bool:
    """Whether "could" tells what somebody was able to do: "could not be reached", "could see"."""
    denied = any(parse.tokens[c].dep == "neg" for c in parse.children(i))
    return denied or parse.tokens[i].lemma.lower() in {"see", "hear", "feel", "smell", "sense"}


def _of_form(token: Token, helpers: list[Token]) -> Tense:
    if any(t.tag in {"VBZ", "VBP"} for t in helpers) or token.tag in {"VBZ", "VBP"}:
        lemma = token.lemma.lower()
        return "none" if lemma in _TELLS else "future" if lemma in _BEGINS else "present"
    return "past" if token.tag in {"VBD", "VBN"} else "none" if token.tag != "VB" else "future"


_INSIDE = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
_DATED = frozenset({"date", "stem", "survive", "remain", "come", "hail", "originate", "know"})


def modifies(parse: Parse, start: int, end: int) -> bool:
    """Whether the last words of `start`..`end` belong to a noun behind them: "after the March 3 | strike"."""
    inside = set(parse.tokens_in(start, end))
    last = max(inside, default=None)
    if last is None:
        return False
    top = last
    while (
        parse.tokens[top].head in inside and parse.tokens[top].head != top and parse.tokens[top].pos != "ADP"
    ):
        if parse.tokens[parse.tokens[top].head].pos == "ADP":
            break
        top = parse.tokens[top].head
    return parse.tokens[top].dep in _INSIDE and parse.tokens[top].head > last


def originates(parse: Parse, start: int) -> bool:
    """Whether the preposition at `start` tells where something is from: "a letter from May", "it dates from 1998"."""
    i = next(iter(parse.tokens_in(start, start + len("from"))), None)
    if i is None:
        return False
    above = parse.tokens[i].head
    head, between = parse.tokens[above], (parse.tokens[c] for c in parse.children(above) if above < c < i)
    thing = any(t.dep in {"dobj", "attr", "prep"} for t in between)
    return thing or head.pos in {"NOUN", "PROPN"} or head.lemma.lower() in _DATED
