"""The seasons of the northern calendar, seen from a day."""

from __future__ import annotations

import re
from datetime import date

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.context import Context
from checker.time.intervals import Days

_SOON = 150
"""Days before a season of the same year in which "next summer" may be that one or the one after."""
_GONE = 100
"""Days after its end from which "last spring" may be that of the same year."""
_JUST_GONE = 60
"""Days after its end in which "this summer", told of what is to come, may still be the last one."""


def season(name: str, year: int) -> Days:
    """By the northern calendar, in whole months; a winter bears the year in which it begins."""
    return iv.months(year, *w.SEASONS[name.lower()])


def seasons(name: str, now: date) -> list[Days]:
    """Those of one name in the years around a day."""
    return [season(name, year) for year in (now.year - 2, now.year - 1, now.year, now.year + 1)]


def near_season(name: str, which: int, now: date, context: Context) -> Days | None:
    """The one of "last spring", "this summer", "next winter"; None where nobody can know which."""
    years = seasons(name, now)
    if which < 0:
        found = next(days for days in reversed(years) if days[1] < now)
        again = bool(re.search(rf"\bthis {name}\b", context.text))
        return found if found[0].year < now.year or ((now - found[1]).days > _GONE and not again) else None
    if which > 0:
        found = next(days for days in years if days[0] > now)
        return found if found[0].year > now.year or (found[0] - now).days > _SOON else None
    running = next((days for days in years if days[0] <= now <= days[1]), None)
    if running:
        return running
    gone = next((d for d in reversed(years) if d[1] < now and d[0].year == now.year), None)
    if gone and context.tense == "future":
        coming = next(d for d in years if d[0] > now)
        return coming if (now - gone[1]).days > _JUST_GONE else None
    past = name == "winter" and context.tense == "past"
    return next((d for d in years if d[0].year == now.year - past), None)


def the_season(name: str, now: date, context: Context, *, running: bool = False) -> Days | None:
    """The last such season that has begun, or the next where the words look ahead; or the one that runs."""
    years = seasons(name, now)
    if context.tense == "past":
        return next(days for days in reversed(years) if days[0] <= now)
    runs = next((days for days in years if days[0] <= now <= days[1]), None)
    if context.tense != "future" or runs:
        return runs if running and context.tense == "future" else None
    return next(days for days in years if days[0] > now)
