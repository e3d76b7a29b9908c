"""Days and stretches of days; all inclusive at both ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


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


def part(days: Days, name: str) -> Days:
    """The early, middle or late part (thirds) or half of a stretch; the whole for any other name."""
    start, end = days
    size = (end - start).days + 1
    third, half = timedelta(max(1, size // 3)), timedelta(max(1, size // 2))
    name = name.lower()
    if name.startswith(("early", "the beginning", "the start")):
        return start, start + third - timedelta(1)
    if name.startswith(("mid", "the middle")):
        return start + third, end - third
    if name.startswith(("late", "the end")):
        return end - third + timedelta(1), end
    if name.startswith("the first half"):
        return start, start + half - timedelta(1)
    if name.startswith("the second half"):
        return start + half, end
    return days


def shift(days: Days, number: int, unit: str) -> Days | None:
    """Move by days or weeks exactly, by the rest in the calendar; None beyond year 1 or 9999."""
    try:
        if unit in {"day", "week", "fortnight"}:
            step = timedelta(number * {"day": 1, "week": 7, "fortnight": 14}[unit])
            return days[0] + step, days[1] + step
        size = {"month": 1, "year": 12, "decade": 120}[unit] * number
        return _months_on(days[0], size), _months_on(days[1], size)
    except (OverflowError, ValueError):
        return None


def around(days: Days, unit: str) -> Days:
    """The week, month or year that the first day lies in: how exact "two months later" is."""
    start = days[0]
    if unit in {"week", "fortnight"}:
        return start - timedelta(3), start + timedelta(3)
    if unit == "month":
        return months(start.year, start.month, start.month)
    if unit in {"year", "decade"}:
        return months(start.year, 1, 12)
    return days


def _months_on(start: date, number: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
