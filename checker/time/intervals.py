"""Days and stretches of days; all inclusive at both ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
Reach = tuple[date | None, date | None]
"""A stretch of days; None for an end that is open."""

_SMALLER = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "night": (1, "day")}
EARLIEST, LATEST = 2, 9990
"""Years from which and up to which days can be counted a little further back and on."""
MOST = {"month": 31, "year": 366, "decade": 366}
"""The most days of what a unit is counted from; one day for any other."""
_HALF = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month"), "day": (12, "hour")}


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None where the calendar has no such day."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found


def months(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last of another; a month above 12 lies in the next year."""
    end_year, end = (year + 1, last - 12) if last > 12 else (year, last)
    return date(year, first, 1), date(end_year, end, monthrange(end_year, end)[1])


def years(first: int, last: int) -> Days:
    """From the first day of a year to the last of another."""
    return date(first, 1, 1), date(last, 12, 31)


def next_to(days: Days, step: int) -> date | None:
    """The day after the last (`step` 1) or before the first (-1); None beyond year 1 or 9999."""
    found = shift(days, step, "day")
    return found[step > 0] if found else None


def week(within: date) -> Days:
    """The week, from Monday on, that a day lies in."""
    monday = within - timedelta(within.weekday())
    return monday, monday + timedelta(6)


def part(days: Days, name: str) -> Days:
    """The early, middle or late third of a month, year, decade or century, or its half; else the whole.

    Thirds keep to the calendar: ten days of a month, four months of a year, whole years of anything longer.
    """
    name = name.lower().removeprefix("the ").removeprefix("very ")
    share = next((share for word, share in _SHARES.items() if name.startswith(word)), None)
    size = (days[1] - days[0]).days + 1
    if share is None or size == 1:
        return days
    first, last = share
    if size > 366:
        return _years(days, first, last)
    if size > 80:
        return _months(days, first, last)
    length = size if size < 28 or last == 1 else 30
    begin = days[0] + timedelta(int((size if size < 28 else 30) * first + 0.01))
    return begin, days[0] + timedelta(int(length * last + 0.01) - 1)


def _months(days: Days, first: float, last: float) -> Days:
    """A share of a year or a season, in whole months."""
    number = round(((days[1] - days[0]).days + 1) / 30.4)
    start = _months_on(days[0], round(number * first))
    end = round(number * (last - first))
    return months(start.year, start.month, start.month + max(1, end) - 1)


_SHARES = {
    **dict.fromkeys(("early", "beginning", "start"), (0.0, 1 / 3)),
    "mid": (1 / 3, 2 / 3),
    **dict.fromkeys(("late", "end"), (2 / 3, 1.0)),
    "first half": (0.0, 0.5),
    **dict.fromkeys(("second half", "latter half"), (0.5, 1.0)),
}


def _years(days: Days, first: float, last: float) -> Days:
    """A share of a decade (four, three and three years) or a century."""
    start, size = days[0].year, days[1].year - days[0].year + 1
    cuts = {0.0: 0, 1 / 3: -(-size // 3), 0.5: size // 2, 2 / 3: -(-2 * size // 3), 1.0: size}
    return years(start + cuts[first], start + cuts[last] - 1)


def plain(number: int, unit: str) -> tuple[int, str]:
    """The same length in days, weeks, months or years where it has no broken part; 48 hours are two days."""
    if unit == "hour" and number % 24 == 0:
        return number // 24, "day"
    times, smaller = _SMALLER.get(unit, (1, unit))
    return number * times, smaller


def half(unit: str) -> tuple[int, str] | None:
    """Half a century, decade, year or day, in a smaller unit."""
    return _HALF.get(unit)


def stretch(start: Days | None, number: int, unit: str) -> Days | None:
    """So many units from a day on."""
    end = shift(start, number, unit) if start else None
    return (start[0], end[0] - timedelta(1)) if start and end else None


def shift(days: Days, number: int, unit: str) -> Days | None:
    """Move by days or weeks exactly, by the rest in the calendar; None beyond year 1 or 9999, and for hours."""
    number, unit = plain(number, unit)
    try:
        if unit in {"day", "week"}:
            step = timedelta(number * {"day": 1, "week": 7}[unit])
            return days[0] + step, days[1] + step
        size = {"month": 1, "quarter": 3, "year": 12}.get(unit, 0) * number
        return (_months_on(days[0], size), _months_on(days[1], size)) if size or not number else None
    except (OverflowError, ValueError):
        return None


def around(days: Days, unit: str) -> Days:
    """The week, month or year that the first day lies in: how exact "two months later" is."""
    start = days[0]
    if unit in {"week", "fortnight"}:
        return week(start)
    if unit == "month":
        return months(start.year, start.month, start.month)
    if unit == "quarter":
        return quarter(start.year, (start.month + 2) // 3)
    if unit in {"year", "decade", "century"}:
        return years(start.year, start.year)
    return days


def quarter(year: int, number: int) -> Days:
    """One of the four quarters of a calendar year."""
    return months(year, 3 * number - 2, 3 * number)


def _months_on(start: date, number: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
