"""Times counted from another: "two days later", "the following spring", "three weeks ago", "in two days"."""

from __future__ import annotations

import re
from datetime import timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.beside import BACK, FINER, named
from checker.time.context import Context
from checker.time.raw import Raw
from checker.time.seasons import season
from checker.time.story import Told
from checker.time.weekdays import last_before

_BESIDE_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = 80
_PARTS = {("year", "month"): 12, ("week", "day"): 7, ("decade", "year"): 10}
_TO_THE_DAY = re.compile(r",? to the (?:very )?day\b")
_HAD = re.compile(r"\b(?:had|having)\b")
"""In a sentence that steps back from a day which it names only later."""
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|some|almost|nearly|over|(?<!went )(?<!gone )under|at least"
    r"|(?:more|less|fewer) than|up to|approximately"
    r"|well over|just over|just under|or|to|of)\s$|[\d-]$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|only|once|twice|times?|every|each|\w+est|most|least|worst|best|can|could"
    r"|may|might|must|should|would)\b[^.;:]{0,60}$"
    rf"|\b{w.COUNT} (?:[a-z-]+ )?[a-z-]+s\s$",
    re.IGNORECASE,
)
"""Before "in two years": a length of time ("the first in two years", "two visits in"), or what can be done in it."""


def offset(raw: Raw, at: int, context: Context) -> Answer | None:
    """Counted from the document's date ("ago", "in two days") or from the nearest day told before."""
    way = raw.get("way").lower()
    if raw.get("which"):
        return named(raw, at, context)
    if raw.get("what"):
        return _back_to(raw, context)
    if way.startswith("ago") or way in {"back", "from now", "from today", "hence"}:
        return _from_now(raw, context, way)
    if way in {"in", "within"}:
        return _ahead(raw, at, context, way)
    number, unit = _length(raw)
    told = context.last(at)
    if told is None and context.lost < 0 and way in BACK and _HAD.search(context.sentence):
        told = context.coming
    if (
        number is None
        or rough(raw, context)
        or told is None
        or context.lost > told.span.end
        or (told.aside and way not in BACK)
        or told.size > FINER.get(unit, 366)
        or (
            context.tense == "present"
            and not (told.stated or told.entry)
            and not _beside(told, raw, at, context)
        )
    ):
        return UNKNOWN
    whole = bool(raw.get("whole")) or bool(_TO_THE_DAY.match(context.text, raw.end))
    return _counted(told, -number if way.startswith(BACK) else number, unit, whole)


def _beside(told: Told, raw: Raw, at: int, context: Context) -> bool:
    """Whether a day is told before in the same sentence: "on 10 April, with a second round two weeks later"."""
    apart = at - told.span.end
    return apart < _NEAR and not re.search(r"[.;:!?]", context.text[max(0, raw.start - apart) : raw.start])


def _length(raw: Raw) -> tuple[int | None, str]:
    """The number and the unit in days, weeks, months or years; None where nobody can count it."""
    unit, word = raw.get("unit"), raw.get("count").lower()
    if word.startswith("half a") and "dozen" not in word:
        return iv.half(unit) or (None, unit)
    number, halves = w.count(word), iv.half(unit)
    if raw.get("half") or raw.get("more"):
        return (halves[0] * (2 * number + 1), halves[1]) if number and halves else (None, unit)
    if raw.get("besides"):
        return _both(number, unit, w.count(raw.get("besides")), raw.get("finer"))
    return (None, unit) if number is None else iv.plain(number, unit)


def _both(number: int | None, unit: str, more: int | None, finer: str) -> tuple[int | None, str]:
    """The length of "a year and two months", in the finer unit; None where they do not go into each other."""
    each = _PARTS.get((unit, finer))
    return (number * each + more if number and more and each else None), finer


def _counted(told: Told, number: int, unit: str, whole: bool) -> Answer:
    """With `whole`, "to the day"."""
    days = iv.shift(told.days, number, unit)
    if days is None:
        return UNKNOWN
    if whole and told.exact:
        return hung(days, told, exact=True)
    exact = unit in {"day", "week"} and told.exact
    return hung(iv.around(days, unit), told, exact=exact, point=days if exact else None)


def _from_now(raw: Raw, context: Context, way: str) -> Answer:
    now, (number, unit) = context.today, _length(raw)
    if now is None or number is None or rough(raw, context):
        return UNKNOWN
    days = iv.shift((now, now), -number if way.startswith(("ago", "back")) else number, unit)
    if days is None:
        return UNKNOWN
    beside = _BESIDE_TODAY.get(way.removeprefix("ago "))
    if beside is not None or way == "from today" or raw.get("exact"):
        return hung(iv.shift(days, beside or 0, "day"), None, exact=True)
    if way == "ago this week":
        return hung(iv.week(days[0]), None)
    point = days if unit in {"day", "week"} else None
    return hung(iv.around(days, unit), None, exact=unit in {"day", "week"}, point=point)


def _back_to(raw: Raw, context: Context) -> Answer:
    """The day of the week, weekend or season of "two Sundays ago": the one that runs is not counted."""
    what, now, number = raw.get("what"), context.today, w.count(raw.get("count"))
    if now is None or number is None or rough(raw, context):
        return UNKNOWN
    if what in w.SEASONS:
        year = now.year - (what == "winter" and now.month < 3)
        return hung(season(what, year - number), None) if year - number >= iv.EARLIEST else UNKNOWN
    weekend = what == "weekend"
    first = last_before(iv.week(now)[0] if weekend else now, 5 if weekend else w.weekday(what))
    days = iv.shift((first, first + timedelta(weekend)), 1 - number, "week")
    return hung(days, None, exact=not weekend)


def rough(raw: Raw, context: Context) -> bool:
    """Whether a number is only about right: "more than two years ago", "two or three days later"."""
    return bool(_ROUGH.search(context.text[max(0, raw.start - 20) : raw.start]))


def _ahead(raw: Raw, at: int, context: Context, way: str) -> Answer | None:
    """Where the words look ahead, "in two days"; "within a week", also of what is told."""
    now, (number, unit) = context.today, _length(raw)
    soon = way == "in" and (unit in {"day", "week"} or bool(raw.get("time")))
    would = context.tense == "near" and bool(raw.get("time")) and context.last(at) is None
    future = context.tense == "future" or (context.tense == "present" and soon) or would
    told = None if future else context.last(at, FINER.get(unit, 366))
    if number is None or context.asking or rough(raw, context) or (way == "in" and not future):
        return None
    if not raw.get("time") and _MEASURED.search(context.text[max(0, raw.start - 60) : raw.start]):
        return None
    start = told.days if told and context.lost <= told.span.end else (now, now) if now and future else None
    days = iv.shift(start, number, unit) if start else None
    if start is None or days is None:
        return UNKNOWN if start or future else None
    return hung((start[0], days[1]) if way == "within" else iv.around(days, unit), told)


def then(raw: Raw, at: int, context: Context) -> Answer:
    """From the time told last on, or up to it."""
    told = context.last(at)
    if told is None or context.lost > told.span.end:
        return UNKNOWN
    reach = (
        (told.days[0], None)
        if raw.get("onward") or raw.get("way").lower() == "since"
        else (None, told.days[1])
    )
    return Answer(reach, told.span, "text anchor")


def _lasting(told: Told, raw: Raw) -> iv.Days | None:
    """As many days, weeks or months from the first day of what was told."""
    first, count = (told.days[0], told.days[0]), w.count(raw.get("count"))
    return iv.stretch(first, count, raw.get("unit")) if count else None


def same(raw: Raw, at: int, context: Context) -> Answer:
    """The months told just before, of another year: "the same period of 2021"."""
    told, now = context.period or context.last(at), context.published
    if told is None or told.span.start < context.paragraph or told.size > 366 or context.lost > told.span.end:
        return UNKNOWN
    if raw.get("count"):
        return hung(told.days, told) if told.days == _lasting(told, raw) else UNKNOWN
    year = told.days[0].year
    other = (
        int(raw.get("year")) if raw.get("year") else now[0].year - 1 if now and raw.get("last") else year - 1
    )
    return hung(iv.shift(told.days, other - year, "year"), told) if other != year else UNKNOWN
