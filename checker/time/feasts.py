"""Days and weekends with a name: the nearest by the tense, unless a year stands beside them."""

from __future__ import annotations

import re
from datetime import date

from checker.time import intervals as iv
from checker.time.answer import UNKNOWN, Answer, absolute, hung
from checker.time.context import Context
from checker.time.holidays import day_in, weekend
from checker.time.intervals import Days
from checker.time.raw import Raw
from checker.time.story import MONTH, Told

_ANY = 2000
"""A year in which a feast that moves lies about where it lies in any other."""
_ELSEWHERE = {
    "Easter": re.compile(r"\b(?:Orthodox|Coptic|Julian)\b"),
    "Thanksgiving": re.compile(r"\b(?:Canad\w+|Ottawa|Ontario|Toronto|Quebec|Liberia\w*)\b"),
    "Father": re.compile(
        r"\b(?:Australia\w*|Sydney|Melbourne|New Zealand\w*|Auckland|German\w*|Ital\w+|Spain|Spanish|Portug\w+|Nordic"
        r"|Swed\w+|Norw\w+|Finland|Finnish|Russia\w*|Brazil\w*)\b"
    ),
}
"""Words by which a feast that others keep too is that of others."""


def holiday(raw: Raw, at: int, context: Context) -> Answer:
    """A feast, or the weekend called after it."""
    answer = _feast(raw, at, context)
    if answer.closed and raw.get("week"):
        return answer.becomes(iv.week(answer.closed[0]))
    if not raw.get("weekend") or answer.closed is None:
        return answer
    return answer.becomes(weekend(answer.closed, raw.get("name")))


def _feast(raw: Raw, at: int, context: Context) -> Answer:
    name, which = raw.get("name"), raw.get("which").lower()
    if raw.get("year"):
        return absolute(day_in(name, int(raw.get("year"))), exact=True)
    now = context.today
    if which in {"last", "next"}:
        return hung(_nearest(name, now, -1 if which == "last" else 1), None, exact=True) if now else UNKNOWN
    days = day_in(name, now.year if now else _ANY)
    if days is None or _is_elsewhere(name, context.text):
        return UNKNOWN
    future = context.tense in {"future", "present"} or (which == "this" and context.tense != "past")
    future = future or context.reported(days[0].month, days[0].day, at)
    found = context.year_of(days[0].month, days[0].day, at, future=future)
    found = found or _after(days, at, context)
    days = day_in(name, found[0]) if found else None
    if (
        found is None
        or days is None
        or (
            now
            and found[1] is None
            and context.tense != "none"
            and not context.promised
            and (days[0] < now if future else days[0] > now)
        )
    ):
        return UNKNOWN
    return hung(days, found[1], exact=True)


def _after(days: Days, at: int, context: Context) -> tuple[int, Told | None] | None:
    """The next such day after one told in the same paragraph, up to which something had come: "by Christmas"."""
    told = context.last(at, MONTH)
    if told is None or told.span.start < context.paragraph or not context.bounded or context.tense != "past":
        return None
    first = told.days[1]
    year = first.year + ((days[0].month, days[0].day) <= (first.month, first.day))
    to_come = context.today is not None and date(year, days[0].month, 1) > context.today
    return None if to_come else (year, told)


def _is_elsewhere(name: str, text: str) -> bool:
    return any(name.startswith(feast) and words.search(text) for feast, words in _ELSEWHERE.items())


def _nearest(name: str, now: date, step: int) -> Days | None:
    """The nearest such day before or after, today not counted."""
    found = (day_in(name, year) for year in (now.year, now.year + step))
    return next((days for days in found if days and (days[0] - now).days * step > 0), None)
