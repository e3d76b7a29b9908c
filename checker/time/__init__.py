"""Time expressions and the days that they mean, anchored on the document's date or on dates told before.

"Two days later" means nothing by itself: every resolved expression says what it hangs on (`basis`, `anchor`).
An expression whose anchor is not certain keeps `from_` and `to` None: wrong is worse than silent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from checker.model import Document, Parse, Span, TimeExpression
from checker.time.answer import Answer
from checker.time.begins import bracketed, starts
from checker.time.beside import BACK
from checker.time.context import Context
from checker.time.cues import SINCE
from checker.time.places import Place
from checker.time.places import places as find_places
from checker.time.raw import Raw, leaves
from checker.time.resolve import resolve
from checker.time.rules import RULES, rule_of
from checker.time.speech import around, heard, said_on, written
from checker.time.stance import (
    asking,
    is_behind_aside,
    is_dateline,
    is_entry,
    is_report,
    looks_back,
    published,
    sentence,
)
from checker.time.starts import Start, begun, known
from checker.time.story import Told

NAME = "times"
VERSION = "16"
REQUIRES = ("documents", "parses")

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]

_DATES = frozenset({"date", "numbers", "month", "year", "season", "numbered"})
_LOST = frozenset({"date", "ordinal", "event", "offset"})
"""Expressions that name a day: where nobody knows it, what follows may hang on it."""
_BEGINNING = frozenset({"date", "numbers", "holiday", "weekday", "year"})
_STOP = re.compile(r"[.;!?:]\s+[A-Z]|\n|[;!?]")
_TIE = re.compile(r"(?: (?:of|on|in))?(?: the)? \Z")
"""Between an anniversary and its day, which are two times."""
_LONGEST = 31
"""Days of the longest happening whose last day is counted."""


def run(document: Document, parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of the article's body, in text order; days are ISO 8601, both ends included."""
    places = list(find_places(document, parse))
    first, context = _context(document, places), _context(document, places)
    dated = [(place, raw, answer) for place in places for raw, answer, _ in _read(document, place, first)]
    context.begins = known(*_starts(parse, dated))
    days = list(_days(document, dated))
    found = list[TimeExpression]()
    for place in places:
        context.spoken, context.coming = _spoken(document, place, days), _coming(document, place, days)
        context.heard = bool(place.quote and heard(document.text, place.quote))
        context.written = bool(place.quote and written(document.text, place.quote))
        found += [_record(*read) for read in _read(document, place, context)]
    return tuple(_without_overlap(found))


def _context(document: Document, places: list[Place]) -> Context:
    """What is known of a text before it is read."""
    day = published(document)
    inner = (raw for place in places for raw in leaves(place.raw))
    years = (raw.get("year") for raw in inner if raw.kind in {"date", "month"})
    opening = document.body[0][0] if document.body else 0
    text = document.text[opening : opening + 1000]
    named = frozenset(int(year) for year in years if year)
    return Context(day, named, looks_back=looks_back(text), reports=is_report(text))


def _read(document: Document, place: Place, context: Context) -> Iterator[tuple[Raw, Answer, Span]]:
    """Resolve an expression, and remember it where the narrator tells it."""
    text = context.text = place.paragraph.text
    context.paragraph, context.quoted, context.tense = place.paragraph.offsets[0], place.quoted, place.tense
    for raw in _parted(place, context):
        context.asking = not place.quoted and asking(text, raw.start, raw.end)
        context.sentence = sentence(text, raw.start, raw.end)
        context.aside = is_behind_aside(text[max(0, raw.start - 200) : raw.start])
        answer = resolve(raw, place.paragraph.offsets[raw.start], context)
        if answer is None:
            continue
        span = Span(document.doc, *place.paragraph.stored(raw.start, answer.end or raw.end))
        narrated = not is_dateline(text, answer.closed, context.published)
        before = text[max(0, raw.start - 120) : raw.start]
        if not place.quoted and narrated and before.rfind("(") <= before.rfind(")"):
            _remember(raw, span, answer, context)
        yield raw, answer, span


def _days(document: Document, dated: list[tuple[Place, Raw, Answer]]) -> Iterator[Told]:
    """The single days that the narrator names."""
    for place, raw, answer in dated:
        if answer.closed and answer.exact and not place.quoted:
            yield Told(Span(document.doc, *place.paragraph.stored(raw.start, raw.end)), answer.closed)


def _spoken(document: Document, place: Place, days: list[Told]) -> Told | None:
    """The day on which the quoted words were said in which an expression stands."""
    if place.quote is None:
        return None
    first, last = (bisect_left(days, at, key=lambda t: t.span.start) for at in around(place.quote))
    return said_on(document.text, place.quote, days[first:last])


def _coming(document: Document, place: Place, days: list[Told]) -> Told | None:
    """The next day that the sentence of an expression names."""
    end = place.paragraph.offsets[place.raw.end - 1] + 1
    i = bisect_left(days, end, key=lambda t: t.span.start)
    told = days[i] if i < len(days) else None
    near = told and not _STOP.search(document.text, end, told.span.start)
    return told if near else None


def _parted(place: Place, context: Context) -> tuple[Raw, ...]:
    """The two times of "in March and April": one expression only where one follows on the other."""
    raw = place.raw
    if raw.get("unit") == "anniversary" and raw.kind == "beside" and raw.core.get("year"):
        end = _TIE.search(place.paragraph.text, 0, raw.core.start)
        return (replace(raw, end=end.start() if end else raw.core.start), raw.core)
    if raw.kind != "both":
        return (raw,)
    left, right = (resolve(part, place.at, context) for part in raw.of)
    days = [answer.closed for answer in (left, right) if answer and answer.closed]
    apart = all(part.get("part") for part in raw.of) or len(days) < len(raw.of)
    follows = not apart and days[0][0] < days[1][0] <= days[0][1] + timedelta(1)
    return (replace(raw, kind="range"),) if follows else raw.of


def _remember(raw: Raw, span: Span, answer: Answer, context: Context) -> None:
    core, context.period = raw.core, None
    if core.kind == "week" and core.get("unit") == "year" and answer.closed and raw.kind in {"nth", "week"}:
        context.period = Told(span, answer.closed, stated=False)
    if core.get("what") == "eve":
        return
    if context.text.endswith((" or ", " or in ", " or on "), 0, raw.start):
        context.lost = span.end
        return
    back = core.get("way").lower() in BACK or (
        raw.kind == "bound" and bool(SINCE.match(context.text, raw.start))
    )
    entry = context.tense in {"present", "none"} or is_entry(context.text, raw.start, raw.end)
    if answer.days and (core.kind in _DATES or any(first == last for first, last in answer.told)):
        if core.get("word") == "":
            stated, named = answer.basis == "absolute", bool(core.get("weekday"))
            context.told += [Told(span, days, stated, named, back, entry) for days in answer.told]
    elif core.kind in {"offset", "event", "ordinal"} and answer.days:
        context.told += [Told(span, days, stated=False, aside=back, entry=entry) for days in answer.told]
    elif core.kind in _LOST:
        context.lost = span.end


def _starts(parse: Parse, dated: list[tuple[Place, Raw, Answer]]) -> tuple[list[Start], list[Start]]:
    """What the text says began on a day, or ran through some days: by its words, and by its grammar."""
    said, grammar = list[Start](), list[Start]()
    for place, raw, answer in dated:
        days = answer.closed
        if days is None or raw.core.kind not in _BEGINNING:
            continue
        told = Told(Span(parse.doc, *place.paragraph.stored(raw.start, raw.end)), days)
        if raw.kind == "date" and answer.exact:
            said += starts(place.paragraph.text, raw.start, raw.end, told)
        if told.size <= _LONGEST or raw.kind == "year":
            grammar += begun(parse, told)
            said += bracketed(place.paragraph.text, raw.start, raw.end, told)
    return said, grammar


def _record(raw: Raw, answer: Answer, span: Span) -> TimeExpression:
    first, last = answer.days or (None, None)
    from_, to = first.isoformat() if first else None, last.isoformat() if last else None
    return TimeExpression(span, from_, to, answer.anchor, answer.basis, f"time.{rule_of(raw)}")


def _without_overlap(found: list[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for time in sorted(found, key=lambda t: (t.span.start, -t.span.end)):
        if not kept or kept[-1].span.end <= time.span.start:
            kept.append(time)
    return kept
