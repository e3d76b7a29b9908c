"""From the form of an expression to days, and what they hang on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from checker.model import WEEKDAYS, Span
from checker.time import intervals as iv
from checker.time import words as w
from checker.time.context import Context
from checker.time.find import Raw
from checker.time.intervals import Days
from checker.time.story import Told


@dataclass(frozen=True, slots=True)
class Answer:
    """`days` None where the words alone do not say; `basis` as in the time record."""

    days: Days | None
    anchor: Span | None = None
    basis: str = "unknown"
    exact: bool = False


UNKNOWN = Answer(None)
_COMING = r"will|shall|scheduled|due|set to|plans? to|planned for|expected|to be held|ahead of|upcoming"
_FUTURE = re.compile(rf"\b(?:{_COMING})\b[^.!?]*$")
# "It would end on Tuesday" looks ahead within the week; "would withdraw on 3 May" may be told of any year.
_NEAR_FUTURE = re.compile(rf"\b(?:{_COMING}|would|could|may|might|as early as)\b[^.!?]*$")


def resolve(raw: Raw, at: int, before: str, quoted: bool, context: Context) -> Answer:
    """Days of an expression at text position `at`; `before` are the words before it in its paragraph.

    What is said inside quotation marks is not told by the narrator: words such as "today" stay unknown there.
    """
    if raw.kind in {"deictic", "weekday", "offset"} and quoted:
        return UNKNOWN
    answer = _KINDS[raw.kind](raw, at, before, context)
    return UNKNOWN if quoted and answer.basis == "document date" else answer


def _told(days: Days | None, told: Told | None, exact: bool = False) -> Answer:
    """Hung on a date told before, or on the document's date where there is none."""
    if days is None:
        return UNKNOWN
    if told is None:
        return Answer(days, None, "document date", exact)
    return Answer(days, told.span, "text anchor", exact)


def _date(raw: Raw, at: int, before: str, context: Context) -> Answer:
    if not raw.get("month") and not raw.get("number"):
        return _nth(raw, at, context)
    month = int(raw.get("number")) if raw.get("number") else w.month(raw.get("month"))
    first, last = (_number(raw.get(name) or raw.get("day")) for name in ("first", "last"))
    if raw.get("year"):
        return _absolute(_days(int(raw.get("year")), month, first, last), first == last)
    future = bool(_FUTURE.search(before[-90:]))
    found = context.year_of(month, first, at, future=future)
    if raw.get("weekday"):
        found = context.year_with(month, first, w.weekday(raw.get("weekday")), found, future=future)
    return _told(_days(found[0], month, first, last), found[1], first == last) if found else UNKNOWN


def _nth(raw: Raw, at: int, context: Context) -> Answer:
    """The day of "the 29th": of the month that was told last."""
    told = context.last(at, 31)
    if told is None or context.lost > told.span.end:
        return UNKNOWN
    return _told(iv.day(told.days[0].year, told.days[0].month, _number(raw.get("day"))), told, True)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _days(year: int, month: int, first: int, last: int) -> Days | None:
    start, end = iv.day(year, month, first), iv.day(year, month, last)
    return (start[0], end[1]) if start and end and start <= end else None


def _absolute(days: Days | None, exact: bool = False) -> Answer:
    return Answer(days, None, "absolute", exact) if days else UNKNOWN


def _month(raw: Raw, at: int, before: str, context: Context) -> Answer:
    month, part = w.month(raw.get("month")), raw.get("part")
    if raw.get("year"):
        year = int(raw.get("year"))
        return _absolute(iv.part(iv.months(year, month, month), part))
    found = context.year_of(month, 1, at, future=bool(_FUTURE.search(before[-90:])))
    return _told(iv.part(iv.months(found[0], month, month), part), found[1]) if found else UNKNOWN


def _year(raw: Raw, _at: int, _before: str, _context: Context) -> Answer:
    return _absolute(iv.part(iv.months(int(raw.get("year")), 1, 12), raw.get("part")))


def _decade(raw: Raw, _at: int, _before: str, _context: Context) -> Answer:
    year = int(raw.get("year"))
    return _absolute(iv.part((date(year, 1, 1), date(year + 9, 12, 31)), raw.get("part")))


def _season(raw: Raw, _at: int, _before: str, _context: Context) -> Answer:
    year = int(raw.get("year"))
    if raw.get("season") == "winter":
        return _absolute((date(year - 1, 12, 1), iv.months(year, 12, 14)[1]))
    return _absolute(iv.part(iv.months(year, *w.SEASONS[raw.get("season")]), raw.get("part")))


def _offset(raw: Raw, at: int, _before: str, context: Context) -> Answer:
    which, unit, way = raw.get("which").lower(), raw.get("unit"), raw.get("way")
    if way.startswith("ago"):
        return _ago(raw, context)
    told = context.last(at)
    if told is None or context.lost > told.span.end:
        return UNKNOWN
    if told.size > {"month": 31, "year": 366, "decade": 366}.get(unit, 1):
        return UNKNOWN
    if unit in {"morning", "afternoon", "evening", "night"} or which in {"the day before", "the day after"}:
        unit = "day"
    step = _step(raw, which, way)
    days = None if step is None else iv.shift(told.days, step, unit)
    return _told(iv.around(days, unit) if days else None, told, unit == "day" and told.exact)


def _step(raw: Raw, which: str, way: str) -> int | None:
    if which:
        forward, back = ("next", "following", "after"), ("previous", "before")
        return 1 if which.endswith(forward) else -1 if which.endswith(back) else 0
    number = w.count(raw.get("count"))
    return None if number is None else -number if way in {"earlier", "prior", "before that"} else number


def _ago(raw: Raw, context: Context) -> Answer:
    number = w.count(raw.get("count"))
    if context.today is None or number is None:
        return UNKNOWN
    days = iv.shift((context.today, context.today), -number, raw.get("unit"))
    if raw.get("way") == "ago today":
        return _told(days, None, True)
    return _told(iv.around(days, raw.get("unit")) if days else None, None)


def _weekday(raw: Raw, at: int, before: str, context: Context) -> Answer:
    number = w.weekday(raw.get("weekday"))
    told = context.last(at, 1) if raw.get("that") else None
    if told:
        ahead = (number - told.days[0].weekday()) % 7
        when = told.days[0] + timedelta(ahead if ahead <= 3 else ahead - 7)
        return _told((when, when), told, True)
    if context.today is None or raw.get("that"):
        return UNKNOWN
    back = (context.today.weekday() - number) % 7
    when = (
        context.today + timedelta((7 - back) % 7)
        if _NEAR_FUTURE.search(before[-90:])
        else context.today - timedelta(back)
    )
    return _told((when, when), None, True)


def _deictic(raw: Raw, _at: int, before: str, context: Context) -> Answer:
    if raw.get("what") == "month" and context.in_month():
        return UNKNOWN
    now = context.today
    if raw.get("word"):
        if now is None:
            return UNKNOWN
        when = now + timedelta({"yesterday": -1, "tomorrow": 1}.get(raw.get("word").lower(), 0))
        return _told((when, when), None, True)
    which = {"last": -1, "next": 1}.get(raw.get("which").lower(), 0)
    what = raw.get("what")
    if context.published is None or raw.get("which").lower() == "the past":
        return UNKNOWN
    if what in {"year", "month"} or now is None:
        return _calendar(what, which, raw.get("part").lower(), context.published)
    return _told(_near_days(what, which, raw.get("part").lower(), now, before), None)


def _calendar(what: str, which: int, part: str, published: Days) -> Answer:
    if what not in {"year", "month"} or published[0].year != published[1].year:
        return UNKNOWN
    if what == "month" and published[0].month != published[1].month:
        return UNKNOWN
    first = iv.shift((published[0].replace(day=1),) * 2, which, what)
    if first is None:
        return UNKNOWN
    start = first[0]
    days = iv.months(start.year, 1, 12) if what == "year" else iv.months(start.year, start.month, start.month)
    return _told(_side(days, part, published), None)


def _side(days: Days, part: str, published: Days) -> Days:
    """The days before the document's date for "earlier this year", those after it for "later this year"."""
    if part == "earlier":
        return days[0], min(days[1], published[1])
    if part == "later":
        return max(days[0], published[0]), days[1]
    return iv.part(days, part)


def _near_days(what: str, which: int, part: str, now: date, before: str) -> Days | None:
    if what in {"morning", "afternoon", "evening", "night"}:
        when = now + timedelta(which)
        return when, when
    if what == "week":
        monday = now + timedelta(7 * which - now.weekday())
        return _side((monday, monday + timedelta(6)), part, (now, now))
    if what[:1].isupper() and what.capitalize().rstrip("s") in WEEKDAYS:
        back = (now.weekday() - w.weekday(what)) % 7
        ahead = timedelta(7 - back if back else 7) if which > 0 else timedelta(-(back or (7 if which else 0)))
        return now + ahead, now + ahead
    if what[:1].isupper():
        return _near_month(w.month(what), which, now, bool(_FUTURE.search(before[-90:])))
    return None


def _near_month(month: int, which: int, now: date, future: bool) -> Days:
    year = now.year
    if which < 0 and month >= now.month:
        year -= 1
    if (which > 0 or (which == 0 and future)) and month < now.month:
        year += 1
    return iv.months(year, month, month)


_KINDS: dict[str, Callable[[Raw, int, str, Context], Answer]] = {
    "date": _date,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "offset": _offset,
    "weekday": _weekday,
    "deictic": _deictic,
}
