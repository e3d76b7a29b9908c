"""From the form of an expression to days, and what they hang on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from checker.time import composed, events, feasts, near, offsets, shares, weekdays
from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, absolute, hung
from checker.time.apart import is_soon
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw
from checker.time.said import heard, said
from checker.time.seasons import season
from checker.time.stance import is_entry, is_habit, is_recalled
from checker.time.story import MONTH, Told

_RELATIVE = frozenset({"deictic", "weekday", "week", "stretch", "offset", "then", "same"})
_YEARLY = frozenset({"date", "month", "weekday", "holiday"})
_NOW = frozenset({"present", "future"})
_FLOORS = 4
"""From here on "on the fourth" may be a day of the month; "on the second" is hardly one."""
_DONE = re.compile(r"\b(?:was|were|had) [^,;.]{1,30} on $")
"""Before a day told as past behind one to come: "take effect on 1 January and were agreed on the 19th"."""
_LOOKS = re.compile(r" (?:looks?|promises|remains) ")
"""Behind a month of which the present tense tells what it is to bring."""
_MOVED = re.compile(
    r"(?:^|[.;!?] )(?!(?:If|When|Whenever|Should) )[^.;:!?]*\b(?:prices?|sales|profits?|rates?|inflation|exports?"
    r"|imports?|output|orders|unemployment|jobless|growth|spending|lending|earnings|rents?|deaths|arrivals|turnover)\b"
    r"[^.;:!?]{0,60}\b(?:rises?|falls?|slips?|drops?|climbs?|jumps?|eases?|edges?|shrinks?|grows?|hits?|soars?|dips?"
    r"|slides?|slows?|rebounds?|recovers?|stalls?|doubles?|halves?|surges?|slumps?|plunges?|tumbles?)\b[^.;:!?]{0,40} $"
)
"""A headline on figures of trade before their month, which has just ended."""
_RECENT = 2
"""Months back in which such a month lies."""
_SECOND_TIME = re.compile(r"\bagain (?:in|during) (?:early |mid-|late )?\Z|\bagain \Z")
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
    if word and (told is None or told.span.start < context.paragraph or not told.exact):
        return UNKNOWN
    if raw.get("weekday"):
        return weekdays.with_number(number, w.weekday(raw.get("weekday")), context)
    if told is not None and context.is_to_come(told.days[0]) and _DONE.search(context.text[: raw.start]):
        told = None
    if told is not None and context.lost <= told.span.end:
        return hung(iv.day(told.days[0].year, told.days[0].month, number), told, exact=True)
    if told is not None or context.lost >= 0 or context.today is None or context.tense == "none":
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


def _month(raw: Raw, at: int, context: Context) -> Answer:
    month, part = w.month(raw.get("month")), raw.get("part")
    if raw.get("year"):
        year = int(raw.get("year"))
        return absolute(iv.part(iv.months(year, month, month), part))
    if context.text[raw.end : raw.end + 2] in {"'s", "’s"} and context.tense != "past":
        own = _months_own(month, context)
        if own.days or context.tense != "future":
            return own
    looks = context.tense in {"present", "none"} and bool(_LOOKS.match(context.text, raw.end))
    soon = context.reported(month, 1, at) or (looks and is_soon(context.today, month, 1))
    if (
        context.looks_on
        and not context.bounded
        and _MOVED.search(context.text[max(0, raw.start - 160) : raw.start])
    ):
        return _just_over(month, part, context)
    found = context.year_of(month, 0, at, future=context.ahead or soon)
    if soon and looks and found:
        return hung(iv.part(iv.months(found[0], month, month), part), found[1])
    found = found or _again(raw, month, at, context)
    if not found or (context.tense == "present" and not context.bounded and found[1] is None):
        return UNKNOWN
    return hung(iv.part(iv.months(found[0], month, month), part), found[1])


def _again(raw: Raw, month: int, at: int, context: Context) -> tuple[int, Told | None] | None:
    """The one year between a date told and publication in which something came again: "in 2015 and again in July"."""
    told, now = context.last(at, MONTH), context.today
    if (
        told is None
        or now is None
        or not _SECOND_TIME.search(context.text, max(0, raw.start - 30), raw.start)
    ):
        return None
    years = range(told.days[0].year, now.year + 1)
    between = [year for year in years if told.days[1] < date(year, month, 1) <= now]
    return (between[0], told) if len(between) == 1 else None


def _just_over(month: int, part: str, context: Context) -> Answer:
    """The month of "prices slip in May": the one that runs or ended last, where that is not long ago."""
    now = context.today
    if now is None or (now.month - month) % 12 > _RECENT or is_habit(context.sentence):
        return UNKNOWN
    return hung(iv.part(iv.months(now.year - (month > now.month), month, month), part), None)


def _months(raw: Raw, at: int, context: Context) -> Answer:
    """From one month to another: "the April-to-June quarter"."""
    first, last = (w.month(raw.get(name)) for name in ("first", "month"))
    year, told = int(raw.get("year") or 0), None
    if not year:
        year, told = context.year_of(last, 0, at, future=context.ahead) or (0, None)
    if not year:
        return UNKNOWN
    days = (iv.months(year - (first > last), first, first)[0], iv.months(year, last, last)[1])
    return absolute(days) if raw.get("year") else hung(days, told)


def _months_own(month: int, context: Context) -> Answer:
    """The month of "June's average is": the one that runs or the last one, else none."""
    now = context.published[1] if context.published and context.today else None
    if now is None or (now.month - month) % 12 > 1:
        return UNKNOWN
    year = now.year - (month > now.month)
    return hung(iv.months(year, month, month), None)


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
    "month": _month,
    "months": _months,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "numbered": shares.numbered,
    "holiday": feasts.holiday,
    "weekday": weekdays.weekday,
    "deictic": near.deictic,
    "week": near.week,
    "stretch": near.stretch,
    "offset": offsets.offset,
    "then": offsets.then,
    "same": offsets.same,
    "event": events.counted,
    "ordinal": events.counted,
}
