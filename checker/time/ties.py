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
_SHIFTED = frozenset(
    {"forward", "back", "postponed", "delayed", "moved", "rearranged", "rescheduled", "switched"}
)
_MEASURES = frozenset({"%", "percent", "cent", "point", "points"})
"""Between a verb and "from": what has changed by so much since."""
_STATES = frozenset(
    {
        "say", "tell", "announce", "sign", "order", "rule", "warn", "urge", "call", "vote", "approve", "reject",
        "confirm", "declare", "accuse", "report", "arrest", "charge", "sentence", "name", "appoint", "be",
        "have", "meet",
    }
)  # fmt: skip
"""What agencies tell with the day right before the verb: "the governor of Orm Friday signed"."""
_NAMING = frozenset({"name", "nickname", "dub", "christen", "rename"})
_OF_DAYS = frozenset(
    {
        "be", "see", "bring", "mark", "dawn", "begin", "start", "come", "pass", "end", "witness", "feel", "look", "go",
        "prove", "turn", "remain", "become", "belong", "offer", "give", "have", "find", "open", "close", "follow",
        "provide", "produce", "promise", "herald", "leave", "finish", "arrive", "fall", "seem", "wear", "drag",
    }
)  # fmt: skip
"""Verbs that tell something of a day: "Wednesday saw the first snow"."""
_HABITS = frozenset(
    {
        "boy", "girl", "lad", "crowd", "regular", "job", "club", "league", "school", "class", "paper", "newspaper",
        "edition", "supplement", "magazine", "column", "columnist", "shift", "staff", "roast", "best", "driver",
        "market", "slot", "television", "tv", "telly", "viewing", "entertainment", "bingo", "fever", "ritual",
        "tradition", "routine", "matinee",
    }
)  # fmt: skip
"""What is called after a day of the week on which it comes again and again."""


_WITH_HOUR = 2
"""Words of a day of the week with its morning or night."""


def is_named(parse: Parse, start: int, end: int) -> bool:
    """Whether a day of the week is a name: "a dog called Friday", "Wednesday lost", "the Saturday boys"."""
    inside = list(parse.tokens_in(start, end))
    if len(inside) == _WITH_HOUR and inside[-1] + 1 < len(parse.tokens):
        return parse.tokens[inside[-1] + 1].lemma.lower() in _HABITS
    if len(inside) != 1 or inside[0] + 1 >= len(parse.tokens):
        return False
    i = inside[0]
    token, before, after = parse.tokens[i], parse.tokens[max(0, i - 1)], parse.tokens[i + 1]
    if after.tag == "POS":
        return False
    if before.lemma.lower() in _NAMING or (before.lemma.lower() == "call" and before.dep == "acl"):
        return True
    if token.dep == "compound" and token.head > i:
        return parse.tokens[token.head].lemma.lower() in _HABITS
    return _first(parse, i) and _does(parse, i) and after.lemma.lower() not in _OF_DAYS


def tells_when(parse: Parse, start: int, end: int) -> bool:
    """Whether a day behind a name belongs to the verb and not to the name: "in Varn Tuesday", not "Varn Tuesday"."""
    inside = list(parse.tokens_in(start, end))
    top = next((i for i in inside if parse.tokens[i].head not in inside), None)
    if top is None:
        return False
    behind = parse.tokens[top].dep in {"pobj", "compound"} and parse.tokens[max(0, top - 1)].pos == "ADP"
    return behind or (parse.tokens[top].dep == "npadvmod" and not _may_do(parse, top))


def _may_do(parse: Parse, i: int) -> bool:
    """Whether a day stands between a bare name and what somebody did: "Abel Friday scored".

    "Abel Friday said" is what agencies write.
    """
    before, after = (parse.tokens[min(max(0, k), len(parse.tokens) - 1)] for k in (i - 1, i + 1))
    verb = after.tag in {"VBD", "VBZ", "VBP"} and after.lemma.lower() not in _STATES
    return verb and before.pos == "PROPN" and before.dep in {"nsubj", "nmod", "compound"}


def _first(parse: Parse, i: int) -> bool:
    sentence = parse.sentence_at(parse.tokens[i].start)
    return sentence is not None and sentence.first == i


def _does(parse: Parse, i: int) -> bool:
    """Whether the verb right behind a word has no other subject than it."""
    verb = parse.tokens[i + 1]
    subjects = {c for c in parse.children(i + 1) if parse.tokens[c].dep in {"nsubj", "nsubjpass", "expl"}}
    return verb.tag in {"VBD", "VBZ", "VBP"} and verb.pos == "VERB" and not subjects - {i}


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


def is_shifted(parse: Parse, start: int) -> bool:
    """Whether the preposition at `start` tells from which day a thing was moved: "put back from Sunday"."""
    i = next(iter(parse.tokens_in(start, start + len("from"))), 0)
    return i > 0 and parse.tokens[i - 1].text.lower() in _SHIFTED


def originates(parse: Parse, start: int) -> bool:
    """Whether the preposition at `start` tells where something is from: "a letter from May", "it dates from 1998"."""
    i = next(iter(parse.tokens_in(start, start + len("from"))), None)
    if i is None:
        return False
    above = parse.tokens[i].head
    head, between = parse.tokens[above], (parse.tokens[c] for c in parse.children(above) if above < c < i)
    thing = any(t.dep in {"dobj", "attr", "prep"} for t in between) or any(
        t.text in _MEASURES for t in parse.tokens[above:i]
    )
    return thing or head.pos in {"NOUN", "PROPN"} or head.lemma.lower() in _DATED
