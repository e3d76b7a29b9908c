"""Stretches of days, both ends included: when two of them meet, and which of them date a happening."""

from __future__ import annotations

from datetime import date

Days = tuple[date, date]
NARROW = 62
"""Days up to which a stretch of time dates a happening; a year only places it."""
APART = 60
"""Days between the times of two passages from which they never tell one happening."""


def day(iso: str | None) -> date | None:
    """A day of the calendar; None for what is none."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def stretch(from_: str | None, to: str | None) -> Days | None:
    """From one ISO day to another; None where either is not known."""
    first, last = day(from_), day(to)
    return (first, last) if first and last else None


def length(days: Days) -> int:
    """How many days lie between its ends."""
    return (days[1] - days[0]).days


def is_narrow(days: Days) -> bool:
    """Whether it dates a happening."""
    return length(days) < NARROW


def gap(a: Days, b: Days) -> int:
    """Days from the end of one to the begin of the other; 0 or less where they overlap."""
    return max((b[0] - a[1]).days, (a[0] - b[1]).days)


def overlap(a: Days, b: Days) -> bool:
    """Whether they have a day in common."""
    return gap(a, b) <= 0
