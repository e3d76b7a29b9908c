"""From the form of an expression to days, and what they hang on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from checker.time import composed, events, feasts, monthly, near, offsets, shares, weekdays
from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, absolute, hung
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw
from checker.time.said import heard, said
from checker.time.seasons import season
from checker.time.stance import is_entry, is_habit, is_recalled

_RELATIVE = frozenset({"deictic", "weekday", "week", "rest", "stretch", "offset", "then", "same"})
_YEARLY = frozenset({"date", "month", "weekday", "holiday"})
_NOW = frozenset({"present", "future"})
_FLOORS = 4
"""From here on "on the fourth" may be a day of the month; "on the second" is hardly one."""
_COUNTED = re.compile(
    r"\b(?:days?|nights?) (?:after|later|into|of)\b|\b(?:first|second|third) (?:day|night)\b"
)
"""Before "on the fifth": the fifth day may be meant."""
_DONE = re.compile(r"\b(?:was|were|had) [^,;.]{1,30} on $")
"""Before a day told as past behind one to come: "take effect on 1 January and were agreed on the 19th"."""
_DEGREES = re.compile(r"\b(?:temperatures?|degrees|Fahrenheit|highs|lows|mercury)\b", re.IGNORECASE)


def resolve(raw: Raw, at: int, context: Context) -> Answer | None:
    """Days of an expression at text position `at`; None where the words turn out to name no time.

    What is said inside quotation marks is not told by the narrator: words such as "today" stay unknown there, unless
    the sentence tells on which day they were said.
    """
    if raw.kind in composed.FORMS:
        return composed.compound(raw, at, context, resolve)
    if raw.kind in _YEARLY and not raw.get("year") and _is_of_any_year(context):
        return UNKNOWN
    if raw.kind in _RELATIVE and context.quoted:
        return said(raw, at, context, _plain)
    answer = _plain(raw, at, context)
    if not answer or not context.quoted or answer.basis != "document date":
        return answer
    lately = raw.kind == "date" and context.lately(answer.closed)
    return answer if lately else heard(raw, at, context, _plain)


def _is_of_any_year(context: Context) -> bool:
    if context.tense in {"present", "future"}:
        return is_habit(context.sentence)
    return is_recalled(context.sentence)


def _plain(raw: Raw, at: int, context: Context) -> Answer | None:
    return _KINDS[raw.kind](raw, at, context)


def _date(raw: Raw, at: int, context: Context) -> Answer | None:
    if not raw.get("month") and not raw.get("number"):
        return _nth(raw, at, context)
    month = int(raw.get("number")) if raw.get("number") else w.month(raw.get("month"))
    first, last = (w.ordinal(raw.get(name) or raw.get("day")) for name in ("first", "last"))
    if raw.get("year"):
        return absolute(_days(int(raw.get("year")), month, first, last), exact=first == last)
    future = context.tense in {"future", "present"} or context.reported(month, first, at)
    if context.looks_on and is_entry(context.text, raw.start, raw.end):
        listed = future and (context.tense == "future" or context.text[raw.start - 1 : raw.start] == "(")
        future = context.nearer(month, first, future=listed)
    found = context.year_of(month, last if future else first, at, future=future)
    if raw.get("weekday"):
        found = context.year_with(month, first, w.weekday(raw.get("weekday")), found, future=future)
    return hung(_days(found[0], month, first, last), found[1], exact=first == last) if found else UNKNOWN


def _nth(raw: Raw, at: int, context: Context) -> Answer | None:
    """The day of "the 29th": of the month that was told last, else the nearest one by the tense."""
    number, told, counted = w.ordinal(raw.get("day")), context.last(at, 31), context.counted
    word = not raw.get("day")[0].isdigit() and not raw.get("weekday")
    if word and counted and counted[0] == context.paragraph:
        meant = replace(raw, parts={"ordinal": raw.get("day"), "unit": "day"})
        return hung(events.ordinal(meant, counted[1]), counted[1].told, exact=True)
    if word and number < _FLOORS:
        return None
    if word and (
        told is None
        or told.span.start < context.paragraph
        or not told.exact
        or _COUNTED.search(context.text, 0, raw.start)
    ):
        return UNKNOWN
    if raw.get("weekday"):
        return weekdays.with_number(number, w.weekday(raw.get("weekday")), context)
    if told is not None and context.is_to_come(told.days[0]) and _DONE.search(context.text[: raw.start]):
        told = None
    if told is not None and context.lost <= told.span.end:
        return hung(iv.day(told.days[0].year, told.days[0].month, number), told, exact=True)
    if told is not None or context.lost >= 0 or context.today is None or context.tense in {"none", "near"}:
        return UNKNOWN
    step = 1 if context.tense in {"future", "present"} else -1
    return hung(weekdays.nearest_of_month(context.today, number, step), None, exact=True)


def _days(year: int, month: int, first: int, last: int) -> Days | None:
    start, end = iv.day(year, month, first), iv.day(year, month, last)
    return (start[0], end[1]) if start and end and start <= end else None


def _numbers(raw: Raw, _at: int, _context: Context) -> Answer | None:
    """A date in figures that can be read in one way only."""
    one, two, year = (int(raw.get(name)) for name in ("one", "two", "year"))
    if len(raw.get("year")) == 2 or not 1500 < year < 2100:
        return None
    read = {days for days in (iv.day(year, two, one), iv.day(year, one, two)) if days}
    if not read:
        return None
    return absolute(read.pop(), exact=True) if len(read) == 1 else UNKNOWN


def _year(raw: Raw, _at: int, _context: Context) -> Answer:
    year = int(raw.get("year"))
    last = year - year % 100 + int(raw.get("to")) if raw.get("to") else year
    last += 100 if raw.get("to") == "00" else 0
    known = year >= iv.EARLIEST and last <= iv.LATEST and (last > year or not raw.get("to"))
    return absolute(iv.part(iv.years(year, last), raw.get("part"))) if known else UNKNOWN


def _decade(raw: Raw, _at: int, context: Context) -> Answer:
    word = raw.get("tens").lower()
    year = 10 * (2 + w.TENS.split("|").index(word.removesuffix("ties"))) if word else int(raw.get("year"))
    if year < 100 and _DEGREES.search(context.text):
        return UNKNOWN
    if year <= 100:
        year += 1900
    short = year < 2000 and (word or len(raw.get("year")) == 2)
    if short and (context.published is None or context.published[0].year >= year + 100):
        return UNKNOWN
    return absolute(iv.part(iv.years(year, year + 9), raw.get("part")))


def _season(raw: Raw, _at: int, _context: Context) -> Answer:
    year = int(raw.get("year"))
    if raw.get("sport"):
        follows = int(raw.get("to")) % 100 == (year + 1) % 100
        return absolute(iv.months(year, 7, 18)) if follows else UNKNOWN
    days = season(raw.get("season"), year)
    return absolute(iv.part(days, raw.get("part")))


_KINDS: dict[str, Callable[[Raw, int, Context], Answer | None]] = {
    "date": _date,
    "numbers": _numbers,
    "month": monthly.month,
    "months": monthly.months,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "numbered": shares.numbered,
    "holiday": feasts.holiday,
    "weekday": weekdays.weekday,
    "deictic": near.deictic,
    "week": near.week,
    "rest": near.rest,
    "stretch": near.stretch,
    "offset": offsets.offset,
    "then": offsets.then,
    "same": offsets.same,
    "event": events.counted,
    "ordinal": events.counted,
}
