"""What shows by itself that two numbers are of two things: other moments, other people, somebody's impression."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from checker.divergence import givers
from checker.divergence.draft import Facts
from checker.divergence.numerals import FIRST, LAST, Numeral, Period

NEWS = 7
"""Days that the news of one happening takes."""
NEAR = 300
"""Characters around a number in which the other one shows that a text knows both."""
SOMEBODY = frozenset({"a", "an", "one", "another", "some"})
"""Words that open a source whom nobody knows."""


def stands(number: Numeral, values: frozenset[float]) -> bool:
    """Whether one of some plain values may be the number."""
    return any(number.low <= value <= number.high for value in values)


def at_two_moments(a: Numeral, b: Numeral) -> bool:
    """Whether both have days, or days of the week, and none in common."""
    weekdays = bool(a.weekdays and b.weekdays) and not a.weekdays & b.weekdays
    days = bool(a.days and b.days) and all(x.apart(y) for x in a.days for y in b.days)
    told = bool(a.periods and b.periods)
    return weekdays or days or (told and not any(_together(x, y) for x in a.periods for y in b.periods))


def is_long(first: str, last: str) -> bool:
    """Whether a time with a beginning and an end is longer than the news of one happening."""
    closed = first != FIRST and last != LAST
    return closed and date.fromisoformat(last) - date.fromisoformat(first) > timedelta(days=NEWS)


def _together(one: Period, other: Period) -> bool:
    """Whether two times meet, and both or none of them only bound."""
    return one[0] <= other[1] and other[0] <= one[1] and one[2] == other[2]


def are_of_two_sets(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether two shares are of different people: "30 percent of the weavers", "turnout in Oru was 8 percent"."""
    if a.unit != "share":
        return False
    one, other = (x.described or _of_what(facts, x) for x in (a, b))
    return bool(one and other) and not one & other


def _of_what(facts: Facts, number: Numeral) -> frozenset[str]:
    """What the subject is said to be of or in: "turnout in the borough" has the borough."""
    if number.deed is None:
        return frozenset()
    parse = facts.parses[number.words.doc]
    subjects = [c for c in parse.children(number.deed.verb) if parse.tokens[c].dep in {"nsubj", "nsubjpass"}]
    below = (parse.tokens[j] for i in subjects for j in parse.subtree(i))
    return frozenset(t.lemma.lower() for t in below if t.dep == "pobj")


def is_felt(facts: Facts, number: Numeral) -> bool:
    """Whether a time is what somebody in the street says: "a waiter said that the tremor lasted a minute"."""
    said = facts.attribution_at(number.words.doc, number.words.start)
    tokens = givers.source_tokens(facts, said) if said is not None else []
    return bool(tokens) and tokens[0].text.lower() in SOMEBODY


def is_one_of_several(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether one of two counts of people has others beside it, of another sort: "killed two women and a man"."""
    if not a.unit.startswith("people "):
        return False
    nouns = [_noun(facts, x) for x in (a, b)]
    return nouns[0] != nouns[1] and any(_is_joined(facts, x) for x in (a, b))


def _noun(facts: Facts, number: Numeral) -> str:
    """The last word of a count, which says whom it counts."""
    parse = facts.parses[number.words.doc]
    return parse.tokens[list(parse.tokens_in(number.words.start, number.words.end))[-1]].lemma.lower()


def _is_joined(facts: Facts, number: Numeral) -> bool:
    """Whether "and" joins another noun with its own count to the noun of a count."""
    parse = facts.parses[number.words.doc]
    noun = list(parse.tokens_in(number.words.start, number.words.end))[-1]
    beside = [c for c in parse.children(noun) if parse.tokens[c].dep == "conj"]
    beside += [parse.tokens[noun].head] if parse.tokens[noun].dep == "conj" else []
    own = [parse.tokens[k] for c in beside for k in parse.children(c)]
    return any(t.dep == "nummod" or t.text.lower() in {"a", "an", "one", "another"} for t in own)


def knows(a: Numeral, b: Numeral, counts: list[Numeral]) -> bool:
    """Whether a text gives the other number too: close by of something else ("Nine mills shut … 11 closures"), or as a
    sum of two in one sentence.
    """
    beside = combinations([r for r in counts if r.sentence == a.sentence], 2)
    if any(x.low + y.low <= b.high and b.low <= x.high + y.high for x, y in beside):
        return True
    return any(r.unit != a.unit and abs(r.words.start - a.words.start) <= NEAR and r.meets(b) for r in counts)
