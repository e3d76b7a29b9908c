"""Every number of a text that counts or measures something: of what kind, in which deed, with what beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.figure_days import Day, bound, day_of, weekdays
from checker.divergence.figure_deeds import Deed, governor, reader, shown
from checker.divergence.figure_measures import measures, tally, units, values
from checker.divergence.figure_pairs import too_long
from checker.divergence.figure_themes import CURRENCIES, themed
from checker.divergence.numeral_kinds import (
    bodies,
    fractions,
    hyphened,
    lone,
    partial,
    presence,
    restricting,
    year,
)
from checker.divergence.numeral_roles import role_of, roles
from checker.divergence.quantities import quantities
from checker.model import Parse, Sentence, Span, TimeExpression

SHOWN, TITLE = 110, 160
"""Characters of verb and number that are shown as one; of a headline that is read."""
_SPLIT = re.compile(r"\d, \d{3}")
EXTENTS = frozenset(
    {"long", "high", "wide", "deep", "tall", "thick", "broad", "heavy", "large", "away", "apart", "off"}
)
FIRST, LAST = "0001-01-01", "9999-12-31"
"""Days before and after all others, for the open end of "since May"."""
Period = tuple[str, str, bool]
"""First and last day (ISO) of a time beside a number, and whether it only bounds ("since May")."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between `low` and `high` of a `unit`: a noun, a part that people play, a currency, a dimension.

    `words` are those of the number, `span` those with its verb. `narrowed` are words that narrow the thing,
    `described` names and nouns behind it that restrict it. `deed` is what it takes part in, `whole` whether it is
    counted whole there ("had 40 aboard"), `bare` that its own words do not say what it counts. Of its sentence, `keys`
    are the names and nouns, `values` all numbers, `days`, `weekdays` and `periods` the moments; `titled` tells that it
    is the headline.
    """

    words: Span
    span: Span
    low: float
    high: float
    unit: str
    narrowed: frozenset[str]
    described: frozenset[str]
    deed: Deed | None
    whole: bool
    keys: frozenset[str]
    days: tuple[Day, ...]
    weekdays: frozenset[str]
    values: frozenset[float]
    sentence: Span
    periods: tuple[Period, ...] = ()
    bare: bool = False
    titled: bool = False

    def meets(self, other: Numeral) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high

    def ratio(self, other: Numeral) -> float:
        """How many times one is the other, at least 1."""
        one, two = (max(n.low + n.high, 1e-9) for n in (self, other))
        return max(one, two) / min(one, two)


@dataclass(frozen=True, slots=True)
class Found:
    """A number as its words tell it; `at` is the token of its noun, or its own."""

    words: Span
    low: float
    high: float
    unit: str
    narrowed: frozenset[str]
    at: int
    whole: bool = False
    bare: bool = False


def numerals(facts: Facts) -> dict[str, list[Numeral]]:
    """The numbers of each article's headline and body, in text order."""
    return facts.once("numerals", lambda: _all(facts))


def _all(facts: Facts) -> dict[str, list[Numeral]]:
    times = places.times(facts)
    return {doc: _numerals(facts, doc, times[doc]) for doc in sorted(facts.documents)}


def _numerals(facts: Facts, doc: str, times: list[TimeExpression]) -> list[Numeral]:
    parse, document = facts.parses[doc], facts.documents[doc]
    title = _title(facts, doc)
    found = []
    for number, sentence in enumerate(parse.sentences):
        titled = title is not None and title.start <= sentence.start < title.end
        if too_long(sentence) or not (titled or document.in_body(sentence.start, sentence.end)):
            continue
        inside = [t for t in times if sentence.start <= t.span.start < sentence.end]
        beside = _Beside(facts, parse, number, inside)
        rows = [
            r for r in _read(parse, sentence, number) if not _dated(r, inside) and not _cut(document.text, r)
        ]
        found += [replace(beside.numeral(row), titled=titled) for row in rows]
    return found


def _title(facts: Facts, doc: str) -> Span | None:
    document = facts.documents[doc]
    start = document.text.find(document.title) if document.title else -1
    if start < 0 or not document.title or len(document.title) > TITLE:
        return None
    return Span(doc, start, start + len(document.title))


def _dated(row: Found, times: list[TimeExpression]) -> bool:
    return any(row.words.overlaps(t.span) for t in times)


def _cut(text: str, row: Found) -> bool:
    """Whether the words are the end of a number that a blank parts in two: "2, 117"."""
    start = row.words.start
    return bool(_SPLIT.fullmatch(text[max(0, start - 3) : start + 3]))


def _read(parse: Parse, sentence: Sentence, number: int) -> list[Found]:
    """The numbers of a sentence, whatever they count; of two readings of one, the first."""
    empty: frozenset[str] = frozenset()
    rows = [Found(*row[:4], empty, row[4], True) for row in bodies(parse, sentence)]
    rows += [Found(s, low, high, unit, empty, at) for s, low, high, unit, at in fractions(parse, sentence)]
    for span, low, high, unit, at in themed(parse, sentence):
        rows.append(Found(span, low, high, unit, _way(parse, at), at, True))
    for span, low, high, unit, at in (*measures(parse, sentence), *tally(parse, sentence)):
        rows.append(Found(span, low, high, unit, _way(parse, at), at))
    for q in quantities(parse, sentence):
        inside = list(parse.tokens_in(q.span.start, q.span.end))
        if not partial(parse, sentence, inside[0]) and not year(parse, inside[0], q) and _counts(q.unit):
            unit = role_of(parse, inside[-1], q.unit) or q.unit
            whole = unit in roles() or unit.startswith("people ")
            rows.append(Found(q.span, q.low, q.high, unit, q.narrowed - {q.unit, unit}, inside[-1], whole))
    rows += [Found(*row[:4], empty, row[4], True) for row in hyphened(parse, sentence)]
    rows += [Found(*row[:4], empty, row[4], row[5], True) for row in lone(parse, sentence, number)]
    kept: list[Found] = []
    for row in rows:
        twice = any(row.words.overlaps(k.words) and (row.unit == k.unit or k.unit == "share") for k in kept)
        kept += [] if twice else [row]
    return kept


def _counts(unit: str) -> bool:
    """Whether a unit is a counted thing or money, and no measure that is read by itself."""
    return (unit.isalpha() or unit.startswith("people ") or unit in CURRENCIES) and unit not in units()


def _way(parse: Parse, at: int) -> frozenset[str]:
    """Which extent is measured: "80 metres | high"."""
    words = [t for t in parse.tokens[at + 1 : at + 3] if t.text != "-"][:1]
    return frozenset(t.text.lower() for t in words if t.text.lower() in EXTENTS)


class _Beside:
    """What stands beside the numbers of one sentence."""

    def __init__(self, facts: Facts, parse: Parse, number: int, times: list[TimeExpression]) -> None:
        self.facts, self.reader, self.parse, self.number = facts, reader(facts), parse, number
        self.sentence = parse.sentences[number]
        inside = range(self.sentence.first, self.sentence.last)
        self.keys = frozenset(k for i in inside if (k := self.reader.key(parse, i)))
        self.days = tuple(d for t in times if (d := day_of(facts, t)))
        self.weekdays = weekdays(parse, self.sentence) or self._weekdays_near()
        self.periods = tuple(
            (t.from_ or FIRST, t.to or LAST, not (t.from_ and t.to) or bound(facts, t, times))
            for t in times
            if t.from_ or t.to
        )

    def numeral(self, row: Found) -> Numeral:
        """The number with its deed."""
        parse, verb = self.parse, governor(self.parse, row.at)
        deed, days = self._occasion(verb) if verb is not None else (None, self.days)
        whole = row.whole or deed is None or presence(parse, deed.verb, row.at)
        told = deed is not None and (parse.tokens[row.at].pos != "NOUN" or not whole)
        span = shown(parse, deed, row.words, SHOWN) if deed is not None and told else row.words
        return Numeral(
            words=row.words,
            span=span,
            low=row.low,
            high=row.high,
            unit=row.unit,
            narrowed=row.narrowed,
            described=frozenset(self._restricted(row)) - {row.unit},
            deed=deed,
            whole=whole,
            keys=self.keys,
            days=days,
            weekdays=self.weekdays,
            values=values(parse, self.sentence),
            sentence=Span(parse.doc, self.sentence.start, self.sentence.end),
            periods=self.periods,
            bare=row.bare,
        )

    def _weekdays_near(self) -> frozenset[str]:
        """In a text without a day, the last day of the week that is told before the sentence, else the first after."""
        if self.facts.documents[self.parse.doc].published is not None:
            return frozenset()
        rows = self.parse.sentences
        order = [*reversed(rows[: self.number]), *rows[self.number + 1 :]]
        return next((found for s in order if (found := weekdays(self.parse, s))), frozenset())

    def _restricted(self, row: Found) -> set[str]:
        """What says which of its kind are counted; for "a 27-yard line", that which is so long."""
        token = self.parse.tokens[row.at]
        joined = self.parse.tokens[row.at - 1].text == "-" and token.dep in {"compound", "nmod", "amod"}
        head = self.reader.key(self.parse, token.head) if joined else None
        return restricting(self.parse, self.reader, row.at) | ({head} if head else set())

    def _occasion(self, verb: int) -> tuple[Deed, tuple[Day, ...]]:
        """The deed with what "it" stands for in the sentence before, and the days of both."""
        parse, deed = self.parse, self.reader.deed(self.parse, verb)
        subject = [c for c in parse.children(verb) if parse.tokens[c].dep == "nsubj"]
        pronoun = subject and parse.tokens[subject[0]].lemma.lower() in {"it", "this", "that"}
        if not self.number or not pronoun:
            return deed, self.days
        last = parse.sentences[self.number - 1]
        root = next((i for i in range(last.first, last.last) if parse.tokens[i].head == i), last.first)
        before = self.reader.deed(parse, root)
        times = [
            t for t in self.facts.times if t.span.doc == parse.doc and last.start <= t.span.start < last.end
        ]
        days = tuple(d for t in times if (d := day_of(self.facts, t)))
        return replace(deed, agents=before.agents, numbered=before.numbered), (*self.days, *days)
