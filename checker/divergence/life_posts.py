"""Since when somebody has held a post or done something, as a text tells it: "since 1999", "for 22 years"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence.figure_kin import kindred
from checker.divergence.number_words import bounds, value_at
from checker.model import Parse, Sentence, Span, TimeExpression

OLDEST = 110
NEAR = 4
"""Tokens between "for" and the number of years."""
POST = frozenset({
    "run", "lead", "head", "direct", "serve", "work", "sit", "teach", "chair", "manage", "edit", "preside", "command",
    "conduct", "coach", "govern", "reign", "rule", "captain", "pastor", "minister", "practise", "practice", "labour",
})  # fmt: skip
"""Verbs of holding a post; "be" only with "as" or a noun for a trade is left out."""
HAVING = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})
Lasting = tuple[int, int, int, Span, bool]
"""The verb, the least and the largest year of its beginning, the words that tell it, and whether they name the year."""


def lasting(
    parse: Parse, sentence: Sentence, years: list[TimeExpression], now: int | None
) -> Iterator[Lasting]:
    """Since when somebody has done something: "has run it since 1999", "for 22 years she has led it"."""
    tokens = parse.tokens
    for verb in range(sentence.first, sentence.last):
        helpers = {tokens[c].text.lower() for c in parse.children(verb) if tokens[c].dep == "aux"}
        perfect = HAVING & helpers and tokens[verb].tag in {"VBN", "VBG"}
        if tokens[verb].pos != "VERB" or not perfect:
            continue
        since, lasted = _since(parse, verb, years), _lasted(parse, sentence, verb) if now else None
        if since:
            yield verb, since[0], since[1], since[2], True
        elif lasted and now:
            yield verb, now - lasted[1], now - lasted[0], lasted[2], False


def _since(parse: Parse, verb: int, years: list[TimeExpression]) -> tuple[int, int, Span] | None:
    """The year behind "since", and its words."""
    for child in parse.children(verb):
        if parse.tokens[child].text.lower() != "since":
            continue
        for time in years:
            led = 0 <= time.span.start - parse.tokens[child].end <= len(" the end of ")
            year = year_of(time) if led else None
            if time.span.start == parse.tokens[child].start and time.from_ and time.to is None:
                year = int(time.from_[:4])
            if year:
                return year, year, Span(parse.doc, parse.tokens[child].start, time.span.end)
    return None


def _lasted(parse: Parse, sentence: Sentence, verb: int) -> tuple[int, int, Span] | None:
    """For how many years, at least and at most: whole years may be one off, round ones a tenth."""
    for child in parse.children(verb):
        noun = child if parse.tokens[child].lemma.lower() == "year" else next(
            (c for c in parse.children(child) if parse.tokens[c].lemma.lower() == "year"
             and parse.tokens[child].text.lower() == "for"), None)  # fmt: skip
        if noun is None:
            continue
        for i in range(max(sentence.first, noun - NEAR), noun):
            value, end = value_at(parse, i, sentence.last)
            if value and end == noun and value <= OLDEST:
                first, low, high = bounds(parse, sentence, i, value)
                rounded = value * 0.1 if value % 10 == 0 else 0
                span = Span(parse.doc, parse.tokens[first].start, parse.tokens[noun].end)
                return int(low - rounded) - 1, int(high + rounded) + 1, span
    return None


def year_of(time: TimeExpression) -> int | None:
    """The year of a time that lies in one."""
    one = time.from_ and time.to and time.from_[:4] == time.to[:4]
    return int((time.from_ or "")[:4]) if one else None


def one_office(a: str, b: str) -> bool:
    """Whether two verbs may tell one post or one doing."""
    return kindred(a, b) or (a in POST and b in POST)
