"""Time expressions and the days that they mean, anchored on the document's date or on dates told before.

"Two days later" means nothing by itself: every resolved expression says what it hangs on (`basis`, `anchor`).
An expression whose anchor is not certain keeps `from_` and `to` None: wrong is worse than silent.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from checker.model import Document, Parse, Span, TimeExpression
from checker.time.context import Context, published
from checker.time.events import counted
from checker.time.find import Raw, find
from checker.time.reading import Paragraph, paragraphs
from checker.time.resolve import Answer, resolve
from checker.time.rules import RULES
from checker.time.stance import asking, is_dateline, looks_back
from checker.time.starts import Start, known, starts
from checker.time.story import Told

NAME = "times"
VERSION = "3"
REQUIRES = ("documents", "parses")

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run"]


@dataclass(frozen=True, slots=True)
class _Place:
    """An expression with its paragraph and its stored span."""

    raw: Raw
    paragraph: Paragraph
    span: Span
    quoted: bool


def run(document: Document, parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of the article's body, in text order; days are ISO 8601, both ends included."""
    places = _places(document, parse)
    context, first = _context(document, places), _context(document, places)
    begun: list[Start] = []
    for place in places:
        _read(place, first, {}, begun)
    begins = known(begun)
    found = [time for place in places for time in _read(place, context, begins, [])]
    return tuple(_without_overlap(found))


def _context(document: Document, places: list[_Place]) -> Context:
    """What is known of a text before it is read."""
    day = published(document)
    years = (p.raw.get("year") for p in places if p.raw.kind in {"date", "month"})
    opening = document.body[0][0] if document.body else 0
    back = looks_back(document.text[opening : opening + 1000])
    return Context(day, frozenset(int(year) for year in years if year), looks_back=back)


def _places(document: Document, parse: Parse) -> list[_Place]:
    starts_ = [q.start for q in parse.quoted]
    places = []
    for paragraph in paragraphs(document, parse):
        if not paragraph.text or (document.body and not _in_body(document, paragraph)):
            continue
        for raw in find(paragraph.text):
            start, end = paragraph.stored(raw.start, raw.end)
            i = bisect_right(starts_, start) - 1
            quoted = i >= 0 and end <= parse.quoted[i].end
            places.append(_Place(raw, paragraph, Span(document.doc, start, end), quoted))
    return places


def _in_body(document: Document, paragraph: Paragraph) -> bool:
    first, last = paragraph.offsets[0], paragraph.offsets[-1]
    return any(start <= last and first < end for start, end in document.body)


def _read(
    place: _Place, context: Context, begins: dict[str, Told], begun: list[Start]
) -> list[TimeExpression]:
    """Resolve one expression, and remember it where the narrator tells it.

    `begins` are the starts that counts such as "the second day of" rest on; new ones are added to `begun`.
    """
    text, raw, span = place.paragraph.text, place.raw, place.span
    before = text[max(0, raw.start - 120) : raw.start]
    if raw.kind in {"event", "ordinal"}:
        place_of_count = counted(raw, text, begins)
        if place_of_count is None:
            return []
        end, answer = place_of_count
        span = Span(span.doc, *place.paragraph.stored(raw.start, end))
    else:
        context.paragraph = place.paragraph.offsets[0]
        context.asking = not place.quoted and asking(text, raw.start, raw.end)
        answer = resolve(raw, span.start, before, place.quoted, context)
    narrated = not is_dateline(text, answer.days, context.published)
    if not place.quoted and narrated and before.rfind("(") <= before.rfind(")"):
        _remember(raw, span, answer, context)
    if answer.days and answer.exact and raw.kind == "date":
        begun += starts(text, raw.start, raw.end, Told(span, answer.days))
    return [_record(raw.kind, span, answer)]


def _remember(raw: Raw, span: Span, answer: Answer, context: Context) -> None:
    if answer.days and (raw.kind in {"date", "month", "year", "season"} or answer.exact):
        if raw.get("word") == "":
            context.told.append(Told(span, answer.days, answer.basis == "absolute"))
    elif raw.kind in {"date", "ordinal", "event", "offset"}:
        context.lost = span.end


def _record(kind: str, span: Span, answer: Answer) -> TimeExpression:
    first, last = (day.isoformat() for day in answer.days) if answer.days else (None, None)
    return TimeExpression(span, first, last, answer.anchor, answer.basis, f"time.{kind}")


def _without_overlap(found: list[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for time in sorted(found, key=lambda t: (t.span.start, -t.span.end)):
        if not kept or kept[-1].span.end <= time.span.start:
            kept.append(time)
    return kept
