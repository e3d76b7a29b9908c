"""Single days as texts name them, comparable also where nobody knows the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checker.divergence.draft import Facts
from checker.model import MONTHS, WEEKDAYS, Parse, Sentence, Span, TimeExpression

BOUNDS = frozenset({"by", "since", "before", "after", "until", "till", "from", "early", "late", "than", "to", "through",
                    "between", "around", "about", "dated", "beyond"})  # fmt: skip
"""Words before a time that make it a bound or a stretch, which another date may lie in."""
BEFORE = 24
"""Characters before and behind a date that show what it belongs to."""
_NAMED = re.compile(r"(?<=\d{4}) [a-z]{3,}(?<! and)(?<! but)")
"""A noun right behind a year, which the year tells apart: "the 2013 flood"."""
_CERTAIN = re.compile(r"\d{4}")
_STAMP = re.compile(
    r"(?:updated|posted|published|modified|filed|created|edited|article posted)(?:\s+on)?\W*$", re.IGNORECASE
)
_CLOCK = re.compile(r"\s*,?\s*(?:at |@ ?)?\d{1,2} ?[:.] ?\d\d\b")
_NEXT = re.compile(r"\s+[A-Z]\w+")
_TIED = re.compile(
    r"(?:^|,|\b(?:and|but|that|when|as|which))\s*(?:on|in|of|at|by|from|since|until|till|before|after|dated|for)\s+"
    r"(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?P<one>\d{1,2})(?:st|nd|rd|th)?\b")
_LEAP = 2028


@dataclass(frozen=True, slots=True)
class Day:
    """One day; `year` is None where only other dates of the text suggest it (`likely`).

    `named` is False for "on Monday".
    """

    span: Span
    month: int
    number: int
    year: int | None
    named: bool
    likely: int | None = None

    @property
    def words(self) -> str:
        """As readers write it, with the year where it is certain."""
        year = f" {self.year}" if self.year else ""
        return f"{self.number} {MONTHS[self.month - 1]}{year}"

    def apart(self, other: Day) -> int:
        """How many days lie between two days; of one year where a year is not certain."""
        if self.year and other.year:
            return abs((date(self.year, *self._at()) - date(other.year, *other._at())).days)
        gap = abs((date(_LEAP, *self._at()) - date(_LEAP, *other._at())).days)
        return min(gap, 366 - gap)

    def in_year(self, year: int) -> str:
        """The ISO day in a year."""
        return f"{year:04}-{self.month:02}-{self.number:02}"

    def _at(self) -> tuple[int, int]:
        leap = self.year is None or (self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0))
        return self.month, self.number if leap or (self.month, self.number) != (2, 29) else 28


def day_of(facts: Facts, time: TimeExpression) -> Day | None:
    """The single day that a time means, read from its own words or resolved from the text's date."""
    words = facts.quote(time.span)
    if time.rule == "time.date" and time.from_ is None:
        return _read(time.span, words)
    exact = time.from_ is not None and time.from_ == time.to
    if not exact or time.from_ is None or time.rule not in {"time.date", "time.weekday", "time.deictic"}:
        return None
    when = date.fromisoformat(time.from_)
    sure = bool(_CERTAIN.search(words)) or (time.rule != "time.date" and time.basis == "document date")
    named = time.rule == "time.date"
    return Day(time.span, when.month, when.day, when.year if sure else None, named, when.year)


def stamped(facts: Facts, time: TimeExpression) -> bool:
    """Whether a full date is the stamp of a page and tells no deed: "Updated: 7 May 2031", "7 May 2031, 10:04 PM".

    So is one that opens no clause, and that no mark parts from the sentence that begins behind it.
    """
    text, sentence = (
        facts.documents[time.span.doc].text,
        facts.parses[time.span.doc].sentence_at(time.span.start),
    )
    before, behind = text[max(0, time.span.start - BEFORE) : time.span.start], text[time.span.end :][:BEFORE]
    if time.rule != "time.date" or not _CERTAIN.search(facts.quote(time.span)):
        return False
    lead = text[sentence.start : time.span.start] if sentence else ""
    loose = bool(_NEXT.match(behind)) and not _TIED.search(lead)
    return bool(_STAMP.search(before) or _CLOCK.match(behind) or loose)


def hanging(time: TimeExpression) -> bool:
    """Whether a day has no name of its own and hangs on another one that the text tells: "on Sunday", "that day"."""
    return time.rule in {"time.weekday", "time.deictic"} and time.basis != "document date"


def _read(span: Span, words: str) -> Day | None:
    """The day and month in the words of a date that has no known year."""
    months = [i for i, name in enumerate(MONTHS, 1) if re.search(rf"\b{name[:3]}", words, re.IGNORECASE)]
    numbers = _DAY.findall(words)
    if len(months) != 1 or len(numbers) != 1 or not 1 <= int(numbers[0]) <= 31:
        return None
    month, number = months[0], int(numbers[0])
    if number > {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31):
        return None
    return Day(span, month, number, None, True)


def bound(facts: Facts, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """Whether the time only bounds another, or is one end of a stretch ("from May to July").

    "after the 2013 flood" names the flood.
    """
    text = facts.documents[time.span.doc].text
    before = text[max(0, time.span.start - 16) : time.span.start].lower().split()[-2:]
    naming = before[-1:] == ["the"] and _NAMED.match(text, time.span.end) is not None
    beside = any(0 <= t.span.start - time.span.end <= len(" until ") for t in times if t is not time)
    ends = any(0 <= time.span.start - t.span.end <= len(" until ") for t in times if t is not time)
    opened = bool(BOUNDS & {b.strip("(,") for b in before}) and not naming
    return opened or before[-1:] == ["as"] or beside or ends


def weekdays(parse: Parse, sentence: Sentence) -> frozenset[str]:
    """The days of the week that a sentence names, whatever their date is."""
    return frozenset(t.text for t in parse.tokens[sentence.first : sentence.last] if t.text in WEEKDAYS)
