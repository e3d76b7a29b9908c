"""Days in citations, which mostly leave out the year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from checker.model import MONTHS, Document

_NAMES = tuple(month[:3].lower() for month in MONTHS)
MONTH = (
    rf"(?:{'|'.join(MONTHS)}|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_GROUP = re.compile(
    rf"(?P<month>{MONTH}) (?P<days>\d{{1,2}}(?!\d)(?:(?:, ?| and |–|-)\d{{1,2}}(?!\d))*)(?:,? (?P<year>(?:19|20)\d\d))?"
    rf"|(?P<day>\d{{1,2}}) (?P<month2>{MONTH})(?:,? (?P<year2>(?:19|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day at characters `start`..`end`; `year` is None where the text gives none."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def iso(self, document: Document) -> str | None:
        """`2022-03-24`; the last such day before publication where the year is left out; else `--03-24`."""
        year = self.year or _year(self, document)
        if year is None:
            return f"--{self.month:02}-{self.day:02}"
        try:
            return dt.date(year, self.month, self.day).isoformat()
        except ValueError:
            return None


def days(text: str) -> list[Day]:
    """Every day in a list such as `March 17, 22, April 1, 2021`, in order; a year counts for those before it."""
    found: list[Day] = []
    for match in _GROUP.finditer(text):
        if match["day"]:
            found.append(_day(match.start(), match.end(), match["month2"], match["day"], match["year2"]))
            continue
        at = match.start("days")
        numbers = list(re.finditer(r"\d+", match["days"]))
        for i, number in enumerate(numbers):
            start = match.start() if i == 0 else at + number.start()
            end = match.end() if i == len(numbers) - 1 else at + number.end()
            found.append(_day(start, end, match["month"], number[0], match["year"]))
    return _with_years([d for d in found if 1 <= d.day <= 31])


def _day(start: int, end: int, month: str, day: str, year: str | None) -> Day:
    return Day(start, end, _NAMES.index(month[:3].lower()) + 1, int(day), int(year) if year else None)


def _with_years(found: list[Day]) -> list[Day]:
    """Days before one with a year take that year: `May 6, June 1, 2021` is one list."""
    year: int | None = None
    dated: list[Day] = []
    for day in reversed(found):
        year = day.year or year
        dated.append(Day(day.start, day.end, day.month, day.day, year))
    return dated[::-1]


def _year(day: Day, document: Document) -> int | None:
    if document.published is None:
        return None
    published = dt.date.fromisoformat(document.published.to)
    return published.year if (day.month, day.day) <= (published.month, published.day) else published.year - 1
