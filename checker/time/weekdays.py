"""Days of the week: counted from the document's date, or from a day of the story."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.context import Context
from checker.time.raw import Raw
from checker.time.story import Told

_WEEK = 7
"""Days after a day of the story from which a bare day of the week may no more be the one after it."""
_LATER = re.compile(r"\b[Ll]ater (?:on )?$")
"""Before the day of publication: "later on Tuesday"."""
_STATED = re.compile(
    r"\b(?:said|says|told|heard|announced|ruled|reported|confirmed|court|jury|jurors|judge|tribunal|inquest|hearing)\b"
)
"""Words of hearings and statements."""


def weekday(raw: Raw, at: int, context: Context) -> Answer:
    """The last such day up to the document's date, or the next one; "on the Monday" is one of the story.

    Said ahead on a Monday, "on Monday" may be that day or a week later.
    """
    number = w.weekday(raw.get("weekday"))
    if raw.get("that"):
        told = context.last(at, 1)
        if told is None or context.lost > told.span.end:
            return UNKNOWN
        when = first_after(told.days[0] - timedelta(1), number)
        return hung((when, when), told, exact=True)
    now = context.today
    told = _of_story(at, context)
    if told is not None and (context.bounded or now is None):
        when = first_after(told.days[0], number)
        return hung((when, when), told, exact=True)
    if now is None or (context.tense == "none" and not raw.get("week")) or told is not None:
        return UNKNOWN
    ahead = context.tense in {"future", "present", "near"} or bool(raw.get("week"))
    if ahead and now.weekday() == number and not raw.get("week"):
        own = re.match(r"['’]s [a-z]", context.text[raw.end :]) or _LATER.search(context.text[: raw.start])
        return hung((now, now), None, exact=True) if own else UNKNOWN
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
