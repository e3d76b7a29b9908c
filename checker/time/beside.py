"""Times right before, after or around one told before: "the following day", "that summer", "the previous Friday"."""

from __future__ import annotations

import re
from datetime import date

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.context import Context
from checker.time.near import side
from checker.time.raw import Raw
from checker.time.seasons import season
from checker.time.story import Told
from checker.time.weekdays import first_after, last_before

FINER = {"day": 1, "week": 7, "fortnight": 7, "hour": 1, "month": 31, "quarter": 31, "weekend": 7}
"""The most days of what is told that each unit is counted from; a year for anything longer."""
BACK = ("previous", "preceding", "before", "earlier", "prior", "previously")
_REACH = 400
"""Characters from a day to "the same day", with a look back at a longer time between."""
_LONGEST = 123
"""The most days of what is told, a third of a year, beside which a season or month is looked for."""


def named(raw: Raw, at: int, context: Context) -> Answer:
    """Beside the day told last: "the following day", "that summer", "the previous Friday"."""
    which, what, told = raw.get("which").lower(), raw.get("what"), context.last(at)
    if raw.get("way") == "before" and context.today and _behind_last(raw, context):
        days = iv.shift((context.today, context.today), -2, what)
        return hung(iv.around(days, what) if days else None, None)
    if what == "day" and which.endswith(("same", "that")):
        told = _day_before(told, at, context)
    if told is None or context.lost > told.span.end or told.days[0].year < iv.EARLIEST:
        return UNKNOWN
    back = raw.get("way") == "before" or which.endswith(BACK) or what == "eve"
    on = raw.get("way") == "after" or which.endswith(("next", "following"))
    step = -1 if back else 1 if on else 0
    if told.aside and (on or (back and told.span.start < context.paragraph)):
        return UNKNOWN
    unit = "day" if what in {*w.DAYPARTS, "date", "eve"} else what
    if unit in {"day", "week", "month", "quarter", "year", "decade", "century"}:
        return _stepped(raw, told, step, unit)
    return beside(told, step, unit)


def _behind_last(raw: Raw, context: Context) -> bool:
    """Whether the week before the last one is meant: "last week, from 167 the week before"."""
    what = raw.get("what")
    last = re.search(rf"\b[Ll]ast {what}\b[^.;:!?]*\Z", context.text[: raw.start])
    return what in {"week", "month", "year"} and bool(last) and not context.quoted


def _day_before(told: Told | None, at: int, context: Context) -> Told | None:
    """What "the same day" is: the last day told, where only a look back at a longer, earlier time stands between."""
    exact = context.last(at, 1)
    back = told is not None and exact is not None and told.days[1] < exact.days[0] and not told.exact
    return exact if back and exact and at - exact.span.end < _REACH else told


def _stepped(raw: Raw, told: Told, step: int, unit: str) -> Answer:
    if unit in {"decade", "century"}:
        return UNKNOWN
    most, apart = FINER.get(unit, 366), unit == "year" and told.days[0].year != told.days[1].year
    if apart or told.size > most or (unit == "day" and not told.exact and told.size > 2):
        return UNKNOWN
    days = iv.shift(told.days, step, unit)
    if days is None:
        return UNKNOWN
    whole, part = iv.around(days, unit), raw.get("part").lower()
    exact = unit == "day" and told.exact
    return hung(side(whole, part, told.days), told, exact=exact)


def beside(told: Told, step: int, what: str) -> Answer:
    """The nearest weekday, weekend, month or season before or after, or around, a day told before."""
    first, last = told.days
    if what == "weekend" or what.endswith("day"):
        if told.size > 7:
            return UNKNOWN
        number = 5 if what == "weekend" else w.weekday(what)
        start = _nearest(first, last, number, step)
        days = (start, date.fromordinal(start.toordinal() + (what == "weekend"))) if start else None
        return hung(days, told, exact=what != "weekend") if days else UNKNOWN
    if step > 0 and told.days == iv.years(first.year, first.year) and what != "winter":
        after = (
            season(what, first.year + 1)
            if what in w.SEASONS
            else iv.months(first.year + 1, *(w.month(what),) * 2)
        )
        return hung(after, told)
    if told.size > _LONGEST and (step or first.year != last.year or what == "winter"):
        return UNKNOWN
    years = range(first.year - 1, last.year + 2)
    all_ = [season(what, y) if what in w.SEASONS else iv.months(y, *(w.month(what),) * 2) for y in years]
    if step > 0:
        return hung(next((d for d in all_ if d[0] > last), None), told)
    if step < 0:
        return hung(next((d for d in reversed(all_) if d[1] < first), None), told)
    around = next((d for d in all_ if d[0] <= first and last <= d[1]), None)
    return hung(around or next(d for d in all_ if d[0].year == first.year), told)


def _nearest(first: date, last: date, number: int, step: int) -> date | None:
    if step:
        return first_after(last, number) if step > 0 else last_before(first, number)
    if first < last:
        return first_after(date.fromordinal(first.toordinal() - 1), number)
    ahead = (number - first.weekday()) % 7
    return date.fromordinal(first.toordinal() + (ahead if ahead <= 3 else ahead - 7))
