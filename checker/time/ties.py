"""Whether a time belongs to a thing named beside it and not to what the clause tells."""

from __future__ import annotations

from checker.model import Parse

INSIDE = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
"""Links of a word to the noun whose phrase it is a part of."""
_DATED = frozenset(
    {
        "postpone", "move", "delay", "reschedule", "date", "stem", "survive", "remain", "come", "hail", "originate",
        "know",
    }
)  # fmt: skip


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
    return parse.tokens[top].dep in INSIDE and parse.tokens[top].head > last


def originates(parse: Parse, start: int) -> bool:
    """Whether the preposition at `start` tells where something is from: "a letter from May", "it dates from 1998"."""
    i = next(iter(parse.tokens_in(start, start + len("from"))), None)
    if i is None:
        return False
    above = parse.tokens[i].head
    head, between = parse.tokens[above], (parse.tokens[c] for c in parse.children(above) if above < c < i)
    thing = any(t.dep in {"dobj", "attr", "prep"} for t in between)
    return thing or head.pos in {"NOUN", "PROPN"} or head.lemma.lower() in _DATED
