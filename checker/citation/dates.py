"""Days, months and years in citations, which mostly leave out the year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from checker.model import MONTHS, WEEKDAYS, Document

_NAMES = tuple(month[:3].lower() for month in MONTHS)
MONTH = (
    rf"(?:{'|'.join(MONTHS)}|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_GROUP = re.compile(
    rf"(?P<month>{MONTH}) (?P<days>\d{{1,2}}(?!\d)(?:(?:, ?| and |–|-)\d{{1,2}}(?!\d))*)(?:,? (?P<year>{_YEAR}))?"
    rf"|(?P<first>(?<!\d)(?<!\. )\d{{1,2}}(?:(?:, | and | & )\d{{1,2}})+) (?P<month0>{MONTH})(?!\w)"
    rf"(?:,? (?P<year0>{_YEAR}))?"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{MONTH})(?!\w)(?:,? (?P<year2>{_YEAR}))?"
    rf"|(?P<year3>{_YEAR})-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
    rf"|(?<![\d.])(?P<day4>\d\d?)\.(?P<month4>\d\d?)\.(?P<year4>{_YEAR})(?!\d)"
)
_COARSE = re.compile(rf"(?:(?P<month>{MONTH}),? )?(?P<year>1[5-9]\d\d|20\d\d)(?![\d%])")
_SPOKEN = re.compile(
    rf"(?P<day>{'|'.join(WEEKDAYS)})\b|(?P<ago>yesterday|today|last month|last year|this month|this year)\b|"
    rf"(?P<about>(?:last|this) week|last (?:spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})(?![\w’'])")
_BEFORE = re.compile(
    r",? \(|,? (?:on |in |of |from |dated |"
    r"earlier )?(?:(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?=\d{4}))?"
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


@dataclass(frozen=True, slots=True)
class When:
    """A date of any grain at characters `start`..`end`: `2022-03-24`, `2022-03`, `2022`."""

    start: int
    end: int
    iso: str | None


def days(text: str) -> list[Day]:
    """Every day in a list such as `March 17, 22, April 1, 2021`, in order; a year counts for those before it."""
    found: list[Day] = []
    for match in _GROUP.finditer(text):
        listed = match["days"] or match["first"]
        if not listed:
            month = match["month2"] or MONTHS[(int(match["month3"] or match["month4"]) - 1) % 12]
            day = match["day"] or match["day3"] or match["day4"]
            year = match["year2"] or match["year3"] or match["year4"]
            found.append(_day(match.start(), match.end(), month, day, year))
            continue
        at = match.start("days" if match["days"] else "first")
        numbers = list(re.finditer(r"\d+", listed))
        month, year = match["month"] or match["month0"], match["year"] or match["year0"]
        for i, number in enumerate(numbers):
            start = match.start() if i == 0 else at + number.start()
            end = match.end() if i == len(numbers) - 1 else at + number.end()
            found.append(_day(start, end, month, number[0], year))
    return _with_years([d for d in found if 1 <= d.day <= 31])


def coarse(text: str, at: int = 0) -> When | None:
    """The first month with its year, or year alone, from `at` on."""
    match = _COARSE.search(text, at)
    return _coarse(match) if match else None


def first(text: str, document: Document) -> When | None:
    """The finest date of a note or a line: its first day, else its first month or year."""
    found = next(iter(days(text)), None)
    return When(found.start, found.end, found.iso(document)) if found else coarse(text)


def following(text: str, at: int, document: Document) -> When | None:
    """The date that stands right at `at`, after a comma, `on`, `in` or `of`."""
    before = _BEFORE.match(text, at)
    start = before.end() if before else at
    day = next(iter(days(text[start : start + 30])), None)
    if day is not None and day.start == 0:
        return When(start, start + day.end, day.iso(document))
    if match := _COARSE.match(text, start):
        return _coarse(match)
    if (match := _MONTH.match(text, start)) and before and before[0].endswith("in "):
        month = _day(start, match.end(), match[0], "1", None).iso(document) or ""
        return When(start, match.end(), None if month.startswith("--") else month[:7])
    spoken = _SPOKEN.match(text, start)
    return When(spoken.start(), spoken.end(), _spoken(spoken, document)) if spoken else None


def _coarse(match: re.Match[str]) -> When:
    month = f"-{_NAMES.index(match['month'][:3].lower()) + 1:02}" if match["month"] else ""
    return When(match.start(), match.end(), match["year"] + month)


def _spoken(match: re.Match[str], document: Document) -> str | None:
    if document.published is None:
        return None
    published = dt.date.fromisoformat(document.published.to)
    if match["day"]:
        back = (published.weekday() - WEEKDAYS.index(match["day"].capitalize())) % 7
        return (published - dt.timedelta(days=back)).isoformat()
    if match["about"]:
        return None
    ago = match["ago"].lower()
    if ago in ("yesterday", "today"):
        return (published - dt.timedelta(days=ago == "yesterday")).isoformat()
    if ago.endswith("year"):
        return str(published.year - (ago == "last year"))
    before = published.replace(day=1) - dt.timedelta(days=ago == "last month")
    return before.isoformat()[:7]


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
