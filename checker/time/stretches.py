"""From one time to another: which days a stretch has whose ends are named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw

Resolve = Callable[[Raw, int, Context], Answer | None]
_WEEK = 7


def stretch(raw: Raw, at: int, context: Context, resolve: Resolve) -> Answer:
    """From the first day of one to the last day of the other; what began already may look ahead to its end."""
    first, last = raw.of
    if last.kind == "within" and first.kind == last.of[0].kind and not first.get("year"):
        first = Raw("within", first.start, first.end, first.parts, (first, last.of[-1]))
    left, right = (resolve(part, at, context) for part in (first, last))
    if left and left.closed and context.tense == "none" and {first.kind, last.kind} == {"date"}:
        right = _goes_on(last, left.closed[1], right)
    if left and left.closed and {part.kind for part in raw.of} == {"weekday"}:
        days = _weekdays(raw, left.closed[0])
        runs = context.tense == "present" and context.today and (days[1] - context.today).days > _WEEK
        return UNKNOWN if runs else left.becomes(days)
    end = right.closed if right else None
    if right is None or end is None:
        return UNKNOWN
    if context.tense != "past" and (left is None or left.closed is None or left.closed[0] > end[1]):
        tense, context.tense = context.tense, "past"
        left = resolve(first, at, context)
        context.tense = tense
    if left is None or left.closed is None or left.closed[0] > end[1]:
        return UNKNOWN
    tied = right if left.basis == "absolute" else left
    return Answer((left.closed[0], end[1]), tied.anchor, tied.basis, False, (*left.told, *right.told))


def _goes_on(last: Raw, start: date, right: Answer | None) -> Answer | None:
    """The end of a stretch that a list names without a verb: the next such day after its beginning."""
    if last.get("year") or not last.get("month") or (right and right.closed and right.closed[0] > start):
        return right
    month, number = w.month(last.get("month")), w.ordinal(last.get("day"))
    days = (iv.day(year, month, number) for year in (start.year, start.year + 1))
    found = next((end for end in days if end and end[0] > start), None)
    return Answer(found, None, "document date", True, (found,)) if found else right


def _weekdays(raw: Raw, start: date) -> Days:
    """From a day of the week to the next other one."""
    number = w.weekday(raw.of[1].get("weekday"))
    return start, start + timedelta((number - start.weekday()) % 7)
