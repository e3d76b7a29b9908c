"""What two sentences must share to tell one thing: a deed, words on one day, or a company that few would name."""

from __future__ import annotations

from checker.events.counterparts import CALENDAR
from checker.events.sentences import Passage, states
from checker.model import Alignment

STATES = frozenset(states().values())
SURE, CLOSE, VERY_CLOSE = 0.2, 0.3, 0.35
"""Score of an alignment that may show one happening; of one in which two words are enough without a name; and of one
in which a person and a word, or so many names, are enough without a deed."""
NAMES = 2
FAR_WORDS = 3
"""Telling terms that scenes of one text must share to tell one thing, unless one goes on with the other."""


def shared(a: Passage, b: Passage) -> frozenset[str]:
    """The terms that both tell, or by which both give the time of what they tell."""
    return (a.told & b.told) | (a.near & b.near)


def company(a: Passage, b: Passage, pair: Alignment, topic: frozenset[str]) -> bool:
    """Whether very close sentences name a person, and share a word besides or so many names that few would name.

    Of what one person does in both, names alone make no happening.
    """
    person = bool((a.people & b.people) - topic)
    words = shared(a, b) - a.names - a.numbers - b.names - topic - CALENDAR
    named = names(a, b, topic) >= NAMES and not a.voice.doers & b.voice.doers
    return pair.score >= VERY_CLOSE and person and (bool(words) or named)


def other_doers(a: Passage, b: Passage) -> bool:
    """Whether each tells what a person does, other ones, and one of them has no part in what the other does."""
    first, second = a.voice.doers, b.voice.doers
    together = first & b.people and second & a.people
    return bool(first and second and not first & second and not together)


def telling(a: Passage, b: Passage, topic: frozenset[str]) -> int:
    """How many terms both have that are neither the topic nor of the calendar."""
    return len(shared(a, b) - topic - CALENDAR)


def one_deed(a: Passage, b: Passage, topic: frozenset[str]) -> bool:
    """Whether a word that both have names a deed, as a verb or as a noun of a happening, in one of them."""
    return bool((shared(a, b) & (a.deeds | b.deeds)) - topic - CALENDAR)


def beside_a_day(a: Passage, b: Passage, pair: Alignment, topic: frozenset[str]) -> bool:
    """Whether two sentences of one day share a deed, or words enough."""
    words = shared(a, b) - topic - CALENDAR - a.numbers - b.numbers
    need = 2 if pair.state == "aligned" and pair.score >= SURE else FAR_WORDS
    return len(words) >= need or bool(words & (a.deeds | b.deeds))


def beside_a_name(a: Passage, b: Passage, topic: frozenset[str]) -> bool:
    """Whether both tell of a name that is neither the topic nor a state's."""
    return bool((shared(a, b) & a.names) - topic - CALENDAR - a.numbers - b.numbers - STATES)


def names(a: Passage, b: Passage, topic: frozenset[str]) -> int:
    """How many names both have of somebody or some place that is not the topic."""
    return len((a.names & b.names & shared(a, b)) - topic - CALENDAR)
