"""Months without a day: "in early May", "June's average", "the April-to-June quarter"."""

from __future__ import annotations

import re
from datetime import date

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, absolute, hung
from checker.time.apart import is_ahead, is_soon
from checker.time.context import Context
from checker.time.raw import Raw
from checker.time.stance import is_habit
from checker.time.story import MONTH, Told

_LOOKS = re.compile(r" (?:looks?|promises|remains) ")
"""Behind a month of which the present tense tells what it is to bring."""
_IS = re.compile(
    r"\b(?:(?:is|are)(?: due| set| scheduled)? (?:in|for)|(?:put off|postponed|delayed|pushed back|put back|deferred"
    r"|rescheduled) (?:to|until|till|for)) (?:the )?\Z"
)
"""Before the month in which a thing to come is to be."""
_MOVED = re.compile(
    r"(?:^|[.;!?] )(?!(?:If|When|Whenever|Should) )[^.;:!?]*\b(?:prices?|sales|profits?|rates?|inflation|exports?"
    r"|imports?|output|orders|unemployment|jobless|growth|spending|lending|earnings|rents?|deaths|arrivals|turnover)\b"
    r"[^.;:!?]{0,60}\b(?:rises?|falls?|slips?|drops?|climbs?|jumps?|eases?|edges?|shrinks?|grows?|hits?|soars?|dips?"
    r"|slides?|slows?|rebounds?|recovers?|stalls?|doubles?|halves?|surges?|slumps?|plunges?|tumbles?)\b[^.;:!?]{0,40} $"
)
"""A headline on figures of trade before their month, which has just ended."""
_FAR = 160
"""Characters before a month in which such words stand."""
_RECENT = 2
"""Months back in which such a month lies."""
_SECOND_TIME = re.compile(r"\bagain (?:in|during) (?:early |mid-|late )?\Z|\bagain \Z")
_OWNERS = frozenset({"the", "its", "his", "her", "their", "our", "s"})


def month(raw: Raw, at: int, context: Context) -> Answer:
    """A month, or its part: by the year beside it, the dates told before it, and the tense."""
    number, part = w.month(raw.get("month")), raw.get("part")
    if raw.get("year"):
        return absolute(iv.part(iv.months(int(raw.get("year")), number, number), part))
    if context.text[raw.end : raw.end + 2] in {"'s", "’s"} and context.tense != "past":
        own = _months_own(number, context)
        if own.days or context.tense != "future":
            return own
    before = context.text[max(0, raw.start - _FAR) : raw.start]
    if context.looks_on and not context.bounded and _MOVED.search(before):
        return _just_over(number, part, context)
    found = _year_of(raw, number, at, context)
    return hung(iv.part(iv.months(found[0], number, number), part), found[1]) if found else UNKNOWN


def _year_of(raw: Raw, month: int, at: int, context: Context) -> tuple[int, Told | None] | None:
    looks = context.tense in {"present", "none"} and bool(_LOOKS.match(context.text, raw.end))
    looks = looks or bool(_IS.search(context.text, max(0, raw.start - 40), raw.start))
    soon = context.reported(month, 1, at) or (looks and is_soon(context.today, month, 1))
    ahead = context.ahead and not _is_over(raw, month, context)
    found = context.year_of(month, 0, at, future=ahead or soon)
    if soon and looks and found:
        return found
    found = found or _again(raw, month, at, context)
    unsure = found and context.tense == "present" and not context.bounded and found[1] is None
    return None if unsure else found


def months(raw: Raw, at: int, context: Context) -> Answer:
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


def _just_over(month: int, part: str, context: Context) -> Answer:
    """The month of "prices slip in May": the one that runs or ended last, where that is not long ago."""
    now = context.today
    if now is None or (now.month - month) % 12 > _RECENT or is_habit(context.sentence):
        return UNKNOWN
    return hung(iv.part(iv.months(now.year - (month > now.month), month, month), part), None)


def _is_over(raw: Raw, month: int, context: Context) -> bool:
    """Whether the month of a thing owned or known is the one that ended last: "must file their February report"."""
    known = raw.get("lead").lower().strip().removeprefix("’").removeprefix("'") in _OWNERS
    return known and not context.bounded and is_ahead(context.today, month, 1) is False


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
