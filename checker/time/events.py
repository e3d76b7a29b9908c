"""Days counted from something that the text dates itself: "the second day of the siege", "the eve of the vote"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, hung
from checker.time.beside import BACK, beside
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.offsets import rough
from checker.time.raw import Raw
from checker.time.starts import Start, named_in, nearest
from checker.time.story import Told

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_SENTENCE = 160
"""Characters between a day and a count of days in one sentence."""
_APART = re.compile(r"(?:(?![.;:!?]\s)[^()“”\"])*, (?:just |only |exactly |barely )?")
_SAID = re.compile(
    r"\b(?:said|says?|told|announced|reported|confirmed|according|that|who|which|was to|were to|will|would)\b"
)
"""In a sentence whose day may be that of a statement, or of another clause."""
_APPOSED = re.compile(r", (?:just |only |exactly |some |barely |about |almost |nearly )?")
"""What stands between a day and a count of days that says the same."""
_ONE_DAY = frozenset({"day", "anniversary"})
_NAMED = w.LAST | {"opening"}
_PRONOUNS = frozenset({"", "its", "their"})


def counted(raw: Raw, at: int, context: Context) -> Answer | None:
    """The days, and where the expression ends; None where it is no expression of this kind.

    The noun must have one start that the text gives; otherwise an ordinal stays unknown and a count is left alone.
    """
    noun = raw.get("noun")
    if noun.lower() in _PRONOUNS:
        start = nearest(context.begins, at)
        return _answer(raw, start, context, raw.end) if start else UNKNOWN if noun else None
    known = named_in(noun, context.begins, at)
    follows = context.text.startswith(noun, raw.end)
    if known is None:
        one = raw.get("unit") in _ONE_DAY and not raw.get("plural")
        end = raw.end + (_noun_end(noun) if follows else 0)
        if (raw.kind == "event" or one) and (told := _told_beside(raw, at, context)):
            days = hung(told.days, told, exact=True)
            return replace(days, end=end) if raw.kind == "ordinal" else days
        return replace(UNKNOWN, end=end) if raw.kind == "ordinal" else None
    start, length = known
    return _answer(raw, start, context, raw.end + (length if follows else 0))


def _told_beside(raw: Raw, at: int, context: Context) -> Told | None:
    """The day of the sentence, which is counted from something undated: "on 4 May, two days after the vote"."""
    told = context.last(at, 1)
    if raw.get("way") == "into":
        return None
    if told is None or not 0 < at - told.span.end < _SENTENCE:
        return _told_behind(raw, context)
    between = context.text[max(0, raw.start - (at - told.span.end)) : raw.start]
    if _APPOSED.fullmatch(between):
        return told
    apart = raw.kind == "event" and _APART.fullmatch(between) and not _SAID.search(context.sentence)
    return told if apart else None


def _told_behind(raw: Raw, context: Context) -> Told | None:
    """The one day that a sentence names which opens with the count: "Two days after the vote, it met on Monday"."""
    opens = raw.kind == "event" and context.sentence.startswith(context.text[raw.start : raw.end])
    exact = context.coming and context.coming.exact
    return context.coming if opens and exact and not _SAID.search(context.sentence) else None


def _answer(raw: Raw, start: Start, context: Context, end: int) -> Answer:
    days = ordinal(raw, start) if raw.kind == "ordinal" else _count(raw, start.told, context)
    if raw.kind == "ordinal" and days:
        context.counted = context.paragraph, start
    exact = days is not None and days[0] == days[1]
    return replace(hung(days, start.told, exact=exact), end=end)


def _noun_end(noun: str) -> int:
    """The words up to the first noun-like one: an article or possessive and what follows."""
    words = noun.split()
    return len(" " + " ".join(words[: 2 if words[0].lower() in _ARTICLES else 1]))


def ordinal(raw: Raw, start: Start) -> Days | None:
    """The nth day, week, month or year of what began, or the first or last few."""
    word, unit, told = raw.get("ordinal").lower(), raw.get("unit"), start.told
    first, last = ((day, day) for day in told.days)
    size = w.count(raw.get("count") or "a")
    if size is None or (raw.get("plural") and not raw.get("count")):
        return None
    unit = "day" if unit in {"", "night"} else unit
    if told.size > iv.MOST["month"]:
        return (
            iv.stretch(iv.shift(first, w.ordinal(word) - 1, unit), 1, unit)
            if unit == "year" and word not in _NAMED
            else None
        )
    if word in w.LAST:
        return (
            iv.stretch(iv.shift(last, 1 - size, unit), size, unit)
            if told.size > size and unit == "day"
            else None
        )
    number = w.ordinal(word) if raw.get("unit") else w.count(word)
    if number is None:
        return None
    if unit == "anniversary":
        return iv.shift(first, number, "year") if told.exact else None
    return iv.stretch(iv.shift(first, (number - 1) * size, unit), size, unit)


def _named_beside(raw: Raw, told: Told) -> Days | None:
    """The morning, weekend or day of the week right before or after something: "the Sunday before the vote"."""
    step = -1 if raw.get("way") in BACK else 1
    if raw.get("what") in w.DAYPARTS:
        return iv.shift(told.days, step, "day") if told.exact else None
    return beside(told, step, raw.get("what")).closed


def _count(raw: Raw, told: Told, context: Context) -> Days | None:
    """Days after or before a start; "three days into" may count the first day or not."""
    if raw.get("what"):
        return _named_beside(raw, told)
    number, unit, way = w.count(raw.get("count") or "a"), raw.get("unit"), raw.get("way")
    if rough(raw, context):
        return None
    if not unit and told.size <= iv.MOST["month"]:
        return told.days[0] - timedelta(1), told.days[0] - timedelta(1)
    if number is None or not unit or told.size > iv.MOST.get(unit, 1):
        return None
    number, unit = iv.plain(number, unit)
    days = iv.shift(told.days, -number if way in BACK else number, unit)
    if days is None:
        return None
    if way == "into" and unit == "day":
        return days[0] - timedelta(1), days[1]
    return days if raw.get("whole") and told.exact else iv.around(days, unit)
