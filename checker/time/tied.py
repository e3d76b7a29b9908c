"""What stands between a time and the verb above it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from checker.model import Parse
from checker.time import verbs as v
from checker.time.finite import NOUNS, SUBJECTS

_WAITING = 10
"""Words before a day in which it is looked for."""


def awaits(parse: Parse, time: int) -> bool:
    """Whether the day of a poll is told of what waits for it: "members facing re-election in May", "a candidate
    in the primary on June 3". Read from the words before it, which the parse often ties wrongly.
    """
    words = reversed(parse.tokens[max(0, time - _WAITING) : time])
    before = list(dropwhile(lambda t: t.pos in {"ADP", "DET", "NUM"}, words))
    if not before or before[0].lemma.lower() not in v.POLLS:
        return False
    phrase = list(
        takewhile(lambda t: t.tag not in {"VBD", "VBZ", "VBP", "MD"} and t.text not in ".,;:", before)
    )
    return any(t.lemma.lower() in v.AWAITS or t.tag == "VBG" for t in phrase)


def is_behind(parse: Parse, chain: Sequence[int]) -> bool:
    """Whether something is so after what bears the day: "are missing after Saturday's storm"."""
    return any(parse.tokens[i].lemma.lower() in v.AFTER for i in chain)


def is_of_thing(parse: Parse, chain: Sequence[int]) -> bool:
    """Whether a time belongs right to the thing that a verb is told of: "the fair on 3 June was cancelled"."""
    things = [i for i in chain[1:] if parse.tokens[i].pos in NOUNS]
    return things == list(chain[-1:]) and parse.tokens[chain[-1]].dep in {*SUBJECTS, "dobj"}


def has_nouns(parse: Parse, chain: Sequence[int]) -> bool:
    """Whether a thing stands between a time and its verb; an hour is none."""
    words = (parse.tokens[i] for i in chain)
    return any(t.pos in NOUNS and t.lemma.lower() not in v.CLOCK for t in words)


def stands_as_verb(parse: Parse, i: int) -> bool:
    """Whether a word read as a noun follows the one that does it: "The fair runs May 3", "Talks resume Monday"."""
    token, before = parse.tokens[i], parse.tokens[max(0, i - 1)]
    noun = token.pos == "NOUN" and token.dep in {"ROOT", "conj", "ccomp"}
    return noun and i > 0 and (before.pos in NOUNS or before.tag == "JJ") and before.head == i
