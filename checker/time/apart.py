"""How far the next and the last day of a date without a year lie from the document's date."""

from __future__ import annotations

from datetime import date

from checker.time.intervals import day

_MUCH = 3
"""How many times nearer one of two days must be, to be the one that is meant where no verb tells."""
_NEARER = 1.5
"""The same, where a verb tells of what was to come."""


def apart(now: date | None, month: int, number: int) -> tuple[int, int]:
    """Days to the next such day after a day, and back to the last one up to it; 0 where there is none."""
    years = range(now.year - 1, now.year + 2) if now else ()
    days = [found[0] for year in years if (found := day(year, month, number))]
    ahead = min(((when - now).days for when in days if now and when > now), default=0)
    back = min(((now - when).days for when in days if now and when <= now), default=0)
    return ahead, back


def is_ahead(now: date | None, month: int, number: int) -> bool | None:
    """Whether the next such day is much nearer than the last one; None where neither is."""
    ahead, back = apart(now, month, number)
    return ahead < back if min(ahead, back) * _MUCH < max(ahead, back) else None


def is_soon(now: date | None, month: int, number: int) -> bool:
    """Whether the next such day is nearer than the last one by so much that what was to come is still to come."""
    ahead, back = apart(now, month, number)
    return ahead * _NEARER < back


def alone(now: date | None, month: int, number: int, most: int) -> int | None:
    """The year of the one such day that lies at most so many days from a day, on whichever side."""
    years = range(now.year - 1, now.year + 2) if now else ()
    days = [found[0] for year in years if (found := day(year, month, number))]
    near = [when for when in days if now and abs((when - now).days) <= most]
    return near[0].year if len(near) == 1 else None


def coming_with(now: date | None, month: int, number: int, weekday: int) -> tuple[int, None] | None:
    """The year of the next such day, where it is that day of the week."""
    days = [day(year, month, number) for year in (now.year, now.year + 1)] if now else []
    found = next((each[0] for each in days if each and now and each[0] > now), None)
    return (found.year, None) if found and found.weekday() == weekday else None
