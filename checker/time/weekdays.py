"""Days of the week: counted from the document's date, or from a day of the story."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw
from checker.time.story import Told

_WEEK = 7
"""Days after a day of the story from which a bare day of the week may no more be the one after it."""
_FRESH = 60
"""Days back from publication in which a day of the week with its number in a month is told as past."""
_OWN = re.compile(r"['’]s [a-z]")
"""Behind the day of publication: "Tuesday's vote"."""
_LATER = re.compile(r"\b[Ll]ater (?:on )?\Z")
"""Before the day of publication: "later on Tuesday"."""
_STATED = re.compile(
    r"\b(?:said|says|told|heard|announced|ruled|reported|confirmed|court|jury|jurors|judge|tribunal|inquest|hearing)\b"
)
"""Words of hearings and statements."""


def weekday(raw: Raw, at: int, context: Context) -> Answer:
    """The last such day up to the document's date, or the next one; "on the Monday" is one of the story.

    Said ahead on a Monday, "on Monday" is that day: a week later would be "next Monday".
    """
    number = w.weekday(raw.get("weekday"))
    if raw.get("that"):
        told = context.last(at, 1)
        if told is None or context.lost > told.span.end:
            return UNKNOWN
        when = first_after(told.days[0] - timedelta(1), number)
        return hung((when, when), told, exact=True)
    now = context.today
    if (
        now is not None
        and now.weekday() == number
        and _LATER.search(context.text, max(0, raw.start - 10), raw.start)
    ):
        return hung((now, now), None, exact=True)
    told = _of_story(at, context)
    if told is not None and (context.bounded or now is None):
        when = first_after(told.days[0], number)
        return hung((when, when), told, exact=True)
    if told is None and now is not None and now.weekday() == number and _OWN.match(context.text, raw.end):
        return hung((now, now), None, exact=True) if not raw.get("week") else UNKNOWN
    if now is None or (context.tense == "none" and not raw.get("week")) or told is not None:
        return UNKNOWN
    if raw.get("week") and context.bounded and context.tense == "past":
        return UNKNOWN
    ahead = context.tense in {"future", "present", "near"} or bool(raw.get("week"))
    if ahead and now.weekday() == number and not raw.get("week"):
        return hung((now, now), None, exact=True)
    when = first_after(now, number) if ahead else last_before(now + timedelta(1), number)
    when += timedelta(7 if raw.get("week") else 0)
    return hung((when, when), None, exact=True)


def _of_story(at: int, context: Context) -> Told | None:
    """A day of the week told right before, which days of the week without a date may go on from.

    Not where words of hearings or statements bring the sentence back to the day of publication.
    """
    told, now = context.last(at, 1), context.today
    if told is None or not told.named or told.span.start < context.paragraph or context.tense != "past":
        return None
    old = now is None or (now - told.days[0]).days > _WEEK
    return told if old and not _STATED.search(context.sentence) else None


def first_after(day: date, number: int) -> date:
    """The first such day of the week after a day."""
    return day + timedelta((number - day.weekday() - 1) % 7 + 1)


def last_before(day: date, number: int) -> date:
    """The last such day of the week before a day."""
    return day - timedelta((day.weekday() - number - 1) % 7 + 1)


def with_number(number: int, weekday: int, context: Context) -> Answer:
    """The day of that number in one of the next or last months that is such a day of the week, by the tense."""
    now = context.today
    months = [iv.shift((now.replace(day=1),) * 2, step, "month") for step in range(-6, 7)] if now else []
    found = [iv.day(first[0].year, first[0].month, number) for first in months if first]
    apart = {(days[0] - now).days: days for days in found if days and now and days[0].weekday() == weekday}
    back = [away for away in apart if away <= 0]
    if context.tense == "past":
        return hung(apart[max(back)], None, exact=True) if back and -max(back) <= _FRESH else UNKNOWN
    return hung(apart[min(apart, key=abs)], None, exact=True) if apart else UNKNOWN


def nearest_of_month(now: date, number: int, step: int) -> Days | None:
    """The nearest day of that number in a month, today counted, before (`step` -1) or after."""
    for months in range(3):
        first = iv.shift((now.replace(day=1),) * 2, step * months, "month")
        days = iv.day(first[0].year, first[0].month, number) if first else None
        if days and (days[0] - now).days * step >= 0:
            return days
    return None
