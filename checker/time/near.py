"""Times seen from the document's date: "on Tuesday", "yesterday", "last winter", "at the weekend"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw
from checker.time.seasons import near_season, seasons, the_season
from checker.time.story import MONTH
from checker.time.weekdays import first_after, last_before

_WORDS = {"yesterday": -1, "tomorrow": 1}
_STEP = {"last": -1, "next": 1, "the coming": 1, "before last": -2, "after next": 2, "this past": -1}
_MOST_TOLD = {"day": 1, "year": 184, "decade": 366, "century": 366}
"""The most days of what is told beside which the end of a unit is looked for; a month for any other."""
_LATE_IN_WEEK = range(2, 7)
"""Days of the week on which "this weekend" is the coming or the running one where no tense says so."""
_NEW = 3
"""Months of a year in which "in the new year" may be that year."""
_CHANGE = re.compile(
    r"\b(?:bec[ao]m\w*|turn\w*|chang\w*|transform\w*|disappear\w*|vanish\w*|success|fame|rich)\b[^.]*$"
    r"|\b(?:not|never|nothing|n['’]t|won['’]t)\b[^.]*\b(?:happen|come|solve|build|end|fix)\w*\b[^.]*$"
)
"""Before "overnight": it means "all at once"."""


def deictic(raw: Raw, at: int, context: Context) -> Answer:
    """Today, last month, this summer: counted from the document's date."""
    what, now = raw.get("what"), context.today
    if what == "month" and context.in_month():
        return UNKNOWN
    if raw.get("word"):
        return _day(raw, at, now, context) if now else UNKNOWN
    which = _STEP.get(raw.get("which").lower(), 0)
    rough = raw.get("which").lower() == "this past" and what != "weekend" and not _is_weekday(what)
    if context.published is None or rough:
        return UNKNOWN
    if what.lower() == "new year":
        ahead = now is not None and now.month > _NEW and context.tense in {"future", "near", "present"}
        return hung(iv.years(now.year + 1, now.year + 1), None) if now and ahead else UNKNOWN
    if raw.get("point"):
        return hung(iv.shift((now, now), which, what) if now else None, None, exact=True)
    if raw.get("which") in {"", "the"}:
        return _season_of(raw, at, now, context)
    if what in {"year", "month"} or now is None:
        return _calendar(what, which, raw.get("part").lower(), context.published)
    if raw.get("which").lower() == "the coming" and what in w.SEASONS:
        return hung(next(d for d in seasons(what, now) if d[0] > now), None)
    days = _near_days(what, which, now, context)
    exact = what in w.DAYPARTS or _is_weekday(what)
    return hung(side(days, raw.get("part").lower(), (now, now)), None, exact=exact) if days else UNKNOWN


def _season_of(raw: Raw, at: int, now: date | None, context: Context) -> Answer:
    """One named without its year: the document's, where nothing was told before or the words look ahead.

    "Since the spring" begins with the last one that had begun on the day told.
    """
    bare, told = not raw.get("which") and not raw.get("part"), context.last(at)
    if told and context.tense == "past" and raw.get("lead").lower() == "since " and told.size <= MONTH:
        found = the_season(raw.get("what"), told.days[0], context)
        return hung(iv.part(found, raw.get("part")), told) if found else UNKNOWN
    if now is None or (context.tense != "future" and (told is not None or bare)):
        return UNKNOWN
    days = the_season(raw.get("what"), now, context, running=raw.get("lead").lower() == "after ")
    return hung(iv.part(days, raw.get("part")), None) if days else UNKNOWN


def _day(raw: Raw, at: int, now: date, context: Context) -> Answer:
    word = raw.get("word").lower().replace("-", "")
    if word != "overnight":
        when = now + timedelta(_WORDS.get(word, 0) + (7 if raw.get("onward") else 0))
        return hung((when, when), None, exact=True)
    told = context.last(at)
    other = told and told.span.start >= context.paragraph and told.days != (now, now)
    if other or _CHANGE.search(context.text[: raw.start]):
        return UNKNOWN
    ahead = context.tense in {"future", "present"}
    return hung((now, now + timedelta(1)) if ahead else (now - timedelta(1), now), None)


def _calendar(what: str, which: int, part: str, published: Days) -> Answer:
    if what not in {"year", "month"} or published[0].year != published[1].year:
        return UNKNOWN
    if what == "month" and published[0].month != published[1].month:
        return UNKNOWN
    first = iv.shift((published[0].replace(day=1),) * 2, which, what)
    part = "" if which and part.startswith("later") else part
    return hung(side(iv.around(first, what), part, published), None) if first else UNKNOWN


def side(days: Days, part: str, known: Days) -> Days:
    """Not after known days for "earlier this year", only after them for "later that month"."""
    if part.startswith(("earlier", "so far")):
        return days[0], min(days[1], known[1])
    if part.startswith("later"):
        return min(max(days[0], iv.next_to(known, 1) or known[1]), days[1]), days[1]
    return iv.part(days, part)


def _is_weekday(what: str) -> bool:
    return what[:1].isupper() and what.endswith("day")


def _near_days(what: str, which: int, now: date, context: Context) -> Days | None:
    if what in w.DAYPARTS:
        return (now + timedelta(which),) * 2
    if what == "week":
        return iv.week(now + timedelta(7 * which))
    if what == "quarter":
        return iv.around(iv.shift((now.replace(day=1),) * 2, which, "quarter") or (now, now), "quarter")
    if what == "weekend":
        return _weekend(now, which, context)
    if what in w.SEASONS:
        return near_season(what, which, now, context)
    if what == "decade":
        return iv.years(now.year // 10 * 10, now.year // 10 * 10 + 9) if not which else None
    if what == "century":
        first = (now.year - 1) // 100 * 100 + 1 + 100 * which
        return iv.years(first, first + 99) if first >= iv.EARLIEST else None
    if _is_weekday(what):
        return (_near_weekday(w.weekday(what), which, now, context),) * 2
    if not what[:1].isupper():
        return None
    again = which < 0 and re.search(rf"\b[Tt]his {what}\b", context.text)
    return _near_month(w.month(what), which, now.replace(month=1, day=1) if again else now, context.ahead)


def _near_weekday(number: int, which: int, now: date, context: Context) -> date:
    if which > 0 or (which == 0 and context.tense != "past"):
        return first_after(now - timedelta(0 if which else 1), number)
    return last_before(now + timedelta(0 if which else 1), number) - timedelta(7 if which < -1 else 0)


def _near_month(month: int, which: int, now: date, future: bool) -> Days:
    year = now.year
    if which < 0 and month >= now.month:
        year -= 1
    if (which > 0 and month <= now.month) or (which == 0 and future and month < now.month):
        year += 1
    return iv.months(year, month, month)


def _weekend(now: date, which: int, context: Context) -> Days | None:
    """The one of the week, or the last where the words look back; last and next ones lie beside it."""
    if which == 0:
        return the_weekend(now, context)
    saturday = iv.week(now)[0] + timedelta(5 + 7 * which)
    if which > 0 and now.weekday() < 5:
        saturday -= timedelta(7)
    return saturday, saturday + timedelta(1)


def the_weekend(now: date, context: Context) -> Days | None:
    """The weekend that the tense points to; on a Saturday or Sunday the one that runs."""
    if (context.tense == "near" and not context.bounded) or (
        context.tense == "none" and now.weekday() not in _LATE_IN_WEEK
    ):
        return None
    saturday = iv.week(now)[0] + timedelta(5)
    if context.tense == "past" and now.weekday() < 5:
        saturday -= timedelta(7)
    return saturday, saturday + timedelta(1)


def week(raw: Raw, at: int, context: Context) -> Answer:
    """The weekend by the tense; "the end of the month" of the day told last, or of the document's."""
    unit, part, now = raw.get("unit"), raw.get("part").lower(), context.today
    if not unit:
        days = the_weekend(now, context) if now else None
        return hung(days, None)
    told = context.last(at) if context.tense in {"past", "near", "present"} else None
    told = None if told and context.tense == "present" and not (told.entry and told.exact) else told
    told = None if told and context.bounded and unit == "year" and told.size > MONTH else told
    if told and (told.size > _MOST_TOLD.get(unit, 31) or context.lost > told.span.end):
        return UNKNOWN
    base = told.days if told else (now, now) if now else None
    days = _around(base, unit, context) if base else None
    if days is None or base is None:
        return UNKNOWN
    found = side(days, part, base)
    ahead = context.tense in {"future", "present"}
    if raw.get("out"):
        return replace(hung(days, told), days=(None, days[1])) if told or ahead else UNKNOWN
    fits = (context.tense == "past" and found[0] <= base[0]) or (
        context.tense in {"near", "none"} and found[1] > base[1]
    )
    return hung(found, told) if told or ahead or fits else UNKNOWN


def _around(days: Days, unit: str, context: Context) -> Days | None:
    long = unit in {"decade", "century"}
    return _near_days(unit, 0, days[0], context) if long else iv.around(days, unit)


def rest(raw: Raw, at: int, context: Context) -> Answer:
    """From publication to the end of "the rest of this year"; of "the year" where the words look ahead."""
    now = context.today
    sure = raw.get("which") == "this" or (context.tense != "past" and not context.last(at, 1))
    if now is None or not sure:
        return UNKNOWN
    days = _around((now, now), raw.get("unit"), context)
    return hung((now, days[1]), None) if days else UNKNOWN


def stretch(raw: Raw, at: int, context: Context) -> Answer:
    """Up to the document's date, or from it on: "the past week", "the next two months"."""
    way, unit, number = raw.get("which").lower(), raw.get("unit"), w.count(raw.get("count") or "a")
    now = context.today
    if number is None or now is None or (raw.get("plural") and not raw.get("count")):
        return UNKNOWN
    if way in {"past", "last"}:
        days = iv.shift((now, now), -number, unit)
        return hung((days[0], now), None) if days else UNKNOWN
    told = context.last(at, 1) if context.tense not in {"future", "present"} else None
    if told is None and context.tense not in {"future", "present"}:
        return UNKNOWN
    start = told.days[0] if told else now
    end = iv.shift((start, start), number, unit)
    return hung((start, end[0]), told) if end else UNKNOWN
