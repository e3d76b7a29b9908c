"""Days that quoted words name, by when they were said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from checker.time import weekdays
from checker.time.answer import UNKNOWN, Answer
from checker.time.context import Context
from checker.time.raw import Raw
from checker.time.speech import in_court

_BEFORE = timedelta(2)
"""How long before publication words may have been said that a report gives without their day."""

Plain = Callable[[Raw, int, Context], Answer | None]


def said(raw: Raw, at: int, context: Context, plain: Plain) -> Answer | None:
    """Counted from the day on which the quoted words were said; `plain` resolves the narrator's words."""
    if context.spoken is None:
        past = context.tense == "past" and not context.written and context.is_of_these_days(at)
        if raw.kind == "weekday" and past and not in_court(context.text):
            return weekdays.weekday(raw, at, replace(context, quoted=False))
        return heard(raw, at, context, plain)
    there = replace(context, published=context.spoken.days, quoted=False, told=[], lost=-1, spoken=None)
    answer = plain(raw, at, there)
    if answer is None or answer.days is None:
        return answer
    return replace(answer, anchor=context.spoken.span, basis="text anchor")


def heard(raw: Raw, at: int, context: Context, plain: Plain) -> Answer:
    """What is the same time from whichever of the last days before publication a speaker heard by the report counts."""
    now = context.today
    if now is None or not context.heard or not context.is_of_these_days(at):
        return UNKNOWN
    days = (now - _BEFORE, now)
    here = [replace(context, published=(day, day), quoted=False, told=[], lost=-1) for day in days]
    before, answer = (plain(raw, at, there) for there in here)
    return answer if answer and before and answer.days == before.days else UNKNOWN
