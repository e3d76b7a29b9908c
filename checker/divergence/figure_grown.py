"""Whether two numbers are of two moments of one running matter, or of two ways to reckon."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from checker.divergence import tables
from checker.divergence.draft import Facts
from checker.divergence.figure_themes import CURRENCIES
from checker.divergence.numeral_roles import role_nouns
from checker.divergence.numerals import Numeral
from checker.divergence.quantities import kindred_nouns

OVER = 90
"""Days after which a happening is over."""
SHARE, PEOPLE = "share", "people "
LASTING = frozenset({"duration", "speed", "share"})
"""Measures that no news adds to."""


def _words(name: str) -> frozenset[str]:
    return tables.words("figure_grown", name)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """A pattern for the phrases of a list, the ends of words left open where the list has a star."""
    rows = (re.escape(row).replace(r"\*", r"\w*") for row in sorted(_words(name)))
    return re.compile(rf"\b(?:{'|'.join(rows)})\b", re.IGNORECASE)


def has_grown(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether each of two counts may be right at its moment.

    As news goes on, the numbers of one outlet do. What grows by its nature may be more in a later text, what also
    shrinks may be anything there; so may a number that is told for the moment ("so far"), which parts counts of one
    day as well. What was over a season ago does not grow any more.
    """
    if all(is_long_past(facts, x) for x in (a, b)):
        return False
    texts = [facts.documents[x.words.doc] for x in (a, b)]
    days, outlets = [text.published for text in texts], [text.outlet for text in texts]
    moved = any(_has(facts, "moment", x) for x in (a, b)) or (outlets[0] and outlets[0] == outlets[1])
    if days[0] is None or days[1] is None:
        return False
    first, last = sorted(((day.from_, x.low) for day, x in zip(days, (a, b), strict=True) if day))
    growing = all(_is_of(facts, "growing", x) for x in (a, b))
    if first[0] == last[0]:
        return growing and any(_has(facts, "later", x) for x in (a, b))
    swinging = any(_is_of(facts, "swinging", x) or _has(facts, "state", x) for x in (a, b))
    return bool(moved) or swinging or (growing and first[1] < last[1])


def is_long_past(facts: Facts, number: Numeral) -> bool:
    """Whether a number is put at a time that ended long before its text."""
    written = facts.documents[number.words.doc].published
    ends = [last for _, last, bound in number.periods if not bound]
    if written is None or not ends:
        return False
    return max(ends) < (date.fromisoformat(written.from_) - timedelta(days=OVER)).isoformat()


def are_reckoned_apart(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether one is of another reckoning ("adjusted", "under the old method"), or of another group of people."""
    one, other = (bool(_phrases("reckoning").search(facts.quote(x.sentence))) for x in (a, b))
    return one is not other or _are_of_two_groups(facts, a, b)


def _are_of_two_groups(facts: Facts, a: Numeral, b: Numeral) -> bool:
    """Whether the sentences of two shares or amounts speak of two groups: of women, and of all or of men."""
    if a.unit.split()[0] not in {SHARE, *CURRENCIES}:
        return False
    one, other = (_groups(facts, x) for x in (a, b))
    narrow = [groups & _words("narrow") for groups in (one, other)]
    return narrow[0] != narrow[1] or bool(one and other and not one & other)


def _groups(facts: Facts, number: Numeral) -> set[str]:
    """The nouns of a sentence for those whose share or pay is told, one for those of one kind."""
    known = _words("narrow") | _words("groups") | role_nouns().keys()
    parse = facts.parses[number.words.doc]
    nouns = {
        parse.tokens[i].lemma.lower() for i in parse.tokens_in(number.sentence.start, number.sentence.end)
    }
    same = {kindred_nouns().get(noun, noun) if noun in _words("groups") else noun for noun in nouns & known}
    return {role_nouns().get(noun, noun) for noun in same}


def _is_of(facts: Facts, name: str, number: Numeral) -> bool:
    """Whether a number is of a kind of which a list has the noun, what became of people, or a verb beside it."""
    noun = facts.quote(number.words).split()[-1].lower()
    parse = facts.parses[number.words.doc]
    beside = parse.tokens_in(number.sentence.start, number.sentence.end)
    deeds = {parse.tokens[i].lemma.lower() for i in beside if parse.tokens[i].pos == "VERB"}
    fate = number.unit.removeprefix(PEOPLE) if number.unit.startswith(PEOPLE) else ""
    nouns = {number.unit, fate, noun, noun.removesuffix("s"), noun.removesuffix("es")}
    return number.unit not in LASTING and bool(nouns & _words(name) or deeds & _words(f"{name}_deeds"))


def _has(facts: Facts, name: str, number: Numeral) -> bool:
    return bool(_phrases(name).search(facts.quote(number.sentence)))
