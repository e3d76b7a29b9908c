"""What expressions mean that are made of others: parts, ranges and bounds of times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer
from checker.time.context import Context
from checker.time.holidays import day_in
from checker.time.intervals import Days, Reach
from checker.time.raw import Raw
from checker.time.stretches import Resolve, stretch
from checker.time.weekdays import first_after, last_before

_DAY = timedelta(1)
_FRIDAY, _SATURDAY = 4, 5
_NAMED = frozenset({"eve", "anniversary"})
"""What is one day, beside the day that is named with it."""


def compound(raw: Raw, at: int, context: Context, resolve: Resolve) -> Answer | None:
    """Days of a composed expression; `resolve` reads its parts."""
    if raw.kind == "range":
        return stretch(raw, at, context, resolve)
    bounded, told = context.bounded, context.tense
    context.bounded = bounded or raw.kind in {"bound", "nth"}
    context.tense = "present" if raw.get("way") == "ago" else told
    inner = resolve(raw.of[-1], at, context)
    context.bounded, context.tense = bounded, told
    if inner is None or (raw.kind == "nth" and inner.closed is None):
        return inner
    days = inner.closed
    if _is_loose(raw, days, context):
        return UNKNOWN
    found = _of_one(raw, inner, days) if days else replace(UNKNOWN, end=inner.end)
    return UNKNOWN if _is_yet_to_come(raw, found, context) else found


def _is_loose(raw: Raw, days: Days | None, context: Context) -> bool:
    """Whether nobody can know the days: "a week on Friday" told of the past, "weeks ago last Friday"."""
    if raw.kind == "nth" and raw.core.kind == "week":
        return days is None or context.tense not in {"past", "future"}
    if raw.kind != "beside" or raw.get("unit") in _NAMED:
        return False
    if raw.get("way") == "ago":
        whole = raw.get("unit") == "year" and raw.core.get("what") in {"month", "week"}
        return raw.core.get("which").lower() != "this" and not whole
    sure = {"future", "none", "near"} if raw.core.kind == "weekday" else {"future", "present"}
    return not raw.get("way") and context.tense not in sure and not _goes_back(raw)


def _is_yet_to_come(raw: Raw, found: Answer, context: Context) -> bool:
    """Whether "the first six months of the year" are told as past before they are over: another year is meant."""
    if raw.kind != "nth" or raw.core.kind != "week" or context.tense != "past":
        return False
    return bool(
        found.closed and context.today and found.basis == "document date" and found.closed[1] > context.today
    )


def _goes_back(raw: Raw) -> bool:
    """Whether a week before is meant: "a week last Friday"."""
    return not raw.get("way") and raw.core.get("which").lower() == "last"


def _of_one(raw: Raw, inner: Answer, days: Days) -> Answer:
    if raw.kind == "bound":
        return inner.becomes(_bound(raw.get("way"), days, raw.core.get("part")))
    point = _KINDS[raw.kind](raw, inner, days)
    if point is None:
        return UNKNOWN
    unit = raw.get("unit") if raw.kind == "beside" and raw.get("unit") not in _NAMED else "day"
    exact = point[0] == point[1]
    days_on = unit == "week" and (point[1] - point[0]).days > 1
    kept = raw.get("way") in {"on", "", "ago"} or raw.get("whole") or days_on
    whole = point if kept else iv.around(point, unit)
    answer = inner.becomes(whole, exact=exact)
    return Answer(answer.days, answer.anchor, answer.basis, exact, (point if exact else whole,))


def _bound(way: str, days: Days, part: str) -> Reach | None:
    """Up to, before, from or after the days; before the end of the year is up to its end."""
    if way == "until" or (way == "before" and "end of" in part.lower()):
        return None, days[1]
    if way == "before":
        ends = iv.next_to(days, -1)
        return (None, ends) if ends else None
    begins = iv.next_to(days, 1) if way == "after" else days[0]
    return (begins, None) if begins else None


def _nth(raw: Raw, _inner: Answer, days: Days) -> Days | None:
    """A month, season or year's "first Monday of", "last two weeks of"."""
    word, unit, number = raw.get("nth").lower(), raw.get("unit") or "day", w.count(raw.get("count") or "a")
    last = word in w.LAST
    nth = 1 if last else w.ordinal(word)
    if number is None:
        return None
    if raw.get("plural") and not raw.get("count"):
        return _some(days, unit, early=nth == 1 and not last)
    if unit[:1].isupper() or unit == "weekend":
        return _weekday(days, 5 if unit == "weekend" else w.weekday(unit), nth, last, unit == "weekend")
    return _end(days, number, unit) if last else _begin(days, nth, number, unit)


def _some(days: Days, unit: str, *, early: bool) -> Days | None:
    """The third of a month whose "first days" are told, of a year whose "last months" are."""
    size = (days[1] - days[0]).days + 1
    fits = (unit == "day" and size <= iv.MOST["month"]) or (
        unit == "month" and iv.MOST["month"] < size <= iv.MOST["year"]
    )
    return iv.part(days, "early" if early else "late") if fits else None


def _weekday(days: Days, number: int, nth: int, last: bool, weekend: bool) -> Days | None:
    first = days[0] + timedelta((number - days[0].weekday()) % 7)
    found = first + timedelta(7 * (nth - 1))
    if last:
        found = days[1] - timedelta((days[1].weekday() - number) % 7)
    return (found, found + timedelta(weekend)) if found <= days[1] else None


def _begin(days: Days, nth: int, number: int, unit: str) -> Days | None:
    unit = "day" if unit == "night" else unit
    start = iv.shift((days[0], days[0]), (nth - 1) * number, unit)
    found = iv.stretch(start, number, unit)
    return found if found and found[1] <= days[1] else None


def _end(days: Days, number: int, unit: str) -> Days | None:
    unit = "day" if unit == "night" else unit
    start = iv.shift((days[1] + _DAY,) * 2, -number, unit)
    return (start[0], days[1]) if start and start[0] >= days[0] else None


def _week_of(raw: Raw, inner: Answer, days: Days) -> Days | None:
    way = raw.get("way")
    if not inner.exact:
        whole = {1} if raw.get("weekend") else {4, 5, 6}
        return days if way == "of" and (days[1] - days[0]).days in whole else None
    if way == "of":
        monday, sunday = iv.week(days[0])
        if not raw.get("weekend"):
            return monday, sunday
        return (sunday - _DAY, sunday) if days[0].weekday() >= _FRIDAY else None
    if way in {"to", "ending", "ended"}:
        return days[0] - 6 * _DAY, days[0]
    return days[0], days[0] + 6 * _DAY


def _beside(raw: Raw, _inner: Answer, days: Days) -> Days | None:
    """Counted from what is named with it: "two days after Christmas", "the eve of 4 May"."""
    number, unit = w.count(raw.get("count") or "a"), raw.get("unit")
    if unit == "anniversary":
        return iv.shift(days, w.ordinal(raw.get("nth")), "year")
    if unit[:1].isupper() or unit == "weekend":
        return _day_beside(days, unit, raw.get("way") == "before")
    if number is None or (days[1] - days[0]).days >= iv.MOST.get(unit, 1):
        return None
    back = unit == "eve" or raw.get("way") in {"before", "ago"} or _goes_back(raw)
    if (
        unit == "week"
        and raw.get("way") == "before"
        and not raw.get("count")
        and days[0].weekday() >= _SATURDAY
    ):
        return iv.week(days[0])[0], days[0] - _DAY
    return iv.shift(days, -number if back else number, "day" if unit == "eve" else unit)


def _day_beside(days: Days, unit: str, before: bool) -> Days:
    """The day of the week or weekend right before or after a day: "the last Friday before Christmas"."""
    number = 5 if unit == "weekend" else w.weekday(unit)
    in_weekend = unit == "weekend" and days[0].weekday() >= _SATURDAY
    start = iv.week(days[0])[0] if in_weekend else days[0]
    first = last_before(start, number) if before else first_after(days[1], number)
    return first, first + timedelta(unit == "weekend")


def _lasting(raw: Raw, _inner: Answer, days: Days) -> Days | None:
    number = w.count(raw.get("count"))
    end = iv.shift(days, number, raw.get("unit")) if number else None
    return (days[0], end[0] - _DAY) if end else None


def _ending(raw: Raw, _inner: Answer, days: Days) -> Days | None:
    """Up to the last day of what is named: "the six months to March", "the year ended 30 June"."""
    number, unit = w.count(raw.get("count") or "a"), raw.get("unit") or raw.get("half")
    if number and unit.startswith("half"):
        number, unit = 6 * number, "month"
    unit = "century" if unit == "centur" else unit
    start = iv.shift((days[1] + _DAY,) * 2, -number, unit) if number else None
    return (start[0], days[1]) if start else None


def _within(raw: Raw, _inner: Answer, days: Days) -> Days | None:
    """The day of a week, or the day, month or season of a year."""
    if raw.get("season"):
        return iv.months(days[0].year, *w.SEASONS[raw.get("season")])
    if raw.get("weekday") and not raw.get("month"):
        when = days[0] + timedelta(w.weekday(raw.get("weekday")))
        return when, when
    year = days[0].year
    if raw.get("nth"):
        return iv.quarter(year, w.quarter(raw.get("nth")))
    if raw.get("name"):
        return day_in(raw.get("name"), year)
    month = w.month(raw.get("month"))
    if not raw.get("day"):
        return iv.part(iv.months(year, month, month), raw.get("part"))
    first, last = (
        iv.day(year, month, w.ordinal(raw.get(end) or raw.get("day"))) for end in ("first", "last")
    )
    return (first[0], last[1]) if first and last and first <= last else None


Part = Callable[[Raw, Answer, Days], Days | None]


_KINDS: dict[str, Part] = {
    "nth": _nth,
    "weekof": _week_of,
    "beside": _beside,
    "lasting": _lasting,
    "ending": _ending,
    "within": _within,
}
FORMS = frozenset({*_KINDS, "bound", "range"})
"""The kinds of expressions that `compound` reads."""
