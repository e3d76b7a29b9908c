"""Dates as pages write them, read strictly: a date that may be read in two ways is not read."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import MONTHS, Interval

_MONTHS = [month.lower() for month in MONTHS]
_NUMBER = {name: i for i, name in enumerate(_MONTHS, 1)} | {name[:3]: i for i, name in enumerate(_MONTHS, 1)}
_NUMBER |= {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_NUMBER, key=lambda n: (-len(n), n))) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}",
        rf"\b(?<!\d){_DAY}(?:\s+of)?\s+{_MONTH}\s*,?\s+{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?!\d)",
        r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})(?:[/-](?P<day>[0-3]?\d))?(?=[/-]|\.|$)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?=$|[T\s/])")


@dataclass(frozen=True, slots=True)
class Stated:
    """A day found in a string: `start`..`end` are offsets into that string, `iso` the day."""

    start: int
    end: int
    iso: str


def find(line: str) -> Iterator[Stated]:
    """The days named in full in a line, in order; only the first 400 characters are looked at."""
    found = [s for form in _FORMS for match in form.finditer(line[:400]) if (s := _stated(match))]
    reached = -1
    for stated in sorted(found, key=lambda s: (s.start, -s.end)):
        if stated.start >= reached:
            reached = stated.end
            yield stated


def in_url(url: str) -> Interval | None:
    """The day or month that an address holds (`/2014/11/19/`, `/2014/nov/`), as many outlets build them."""
    match = _IN_URL.search(url)
    if match is None:
        return None
    month = _NUMBER.get(match["month"].lower()) or (int(match["month"]) if match["month"].isdigit() else 0)
    return _interval(int(match["year"]), month, int(match["day"] or 0), "stated in the address")


def interval(value: str, basis: str) -> Interval | None:
    """A date as machines write it (`2014`, `2014-11`, `2014-11-19T10:00Z`) or in words; None if unclear."""
    match = _PARTIAL.match(value.strip())
    if match:
        return _interval(
            int(match["year"]), int(match["month"] or 0), int(match["day"] or 0), basis, partial=True
        )
    stated = list(find(value))
    return Interval(stated[0].iso, stated[0].iso, basis) if len(stated) == 1 else None


def _stated(match: re.Match[str]) -> Stated | None:
    month = _NUMBER.get(match["month"].lower().rstrip(".")) or (
        int(match["month"]) if match["month"].isdigit() else 0
    )
    iso = _iso(int(match["year"]), month, int(match["day"]))
    return Stated(match.start(), match.end(), iso) if iso else None


def _interval(year: int, month: int, day: int, basis: str, *, partial: bool = False) -> Interval | None:
    """A day, a month or (with `partial`) a year; None where the calendar has no such thing."""
    if not 1400 <= year <= 2200:
        return None
    if day:
        iso = _iso(year, month, day)
        return Interval(iso, iso, basis) if iso else None
    if 1 <= month <= 12:
        last = calendar.monthrange(year, month)[1]
        return Interval(f"{year}-{month:02}-01", f"{year}-{month:02}-{last}", basis)
    return Interval(f"{year}-01-01", f"{year}-12-31", basis) if partial and not month else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
