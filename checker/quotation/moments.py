"""When an utterance was made, as far as its own paragraph and the date of its text say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from checker.model import Attribution, Document, Parse, Range, TimeExpression

SLACK = 1
"""Days by which two texts may date one moment apart: time zones, nights, "the next day"."""
PRECISE = 7
"""Days of the longest interval that tells one moment from another near it."""
WEEK, MONTH = 7, 31
FRESH = 4
"""Days after which a text that gives no day speaks of old words."""
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Moment:
    """Days that may date an utterance (ordinals, first and last; none: unknown), and the last that it can be of."""

    days: tuple[Days, ...] = ()
    latest: int | None = None


def parted(a: Moment, b: Moment) -> bool:
    """Whether two utterances are of different moments: all their days differ, or one is later than the other's text."""
    if a.days and b.days:
        return all(
            low - SLACK > last or first - SLACK > high for low, high in a.days for first, last in b.days
        )
    return _is_after(a, b) or _is_after(b, a)


def together(a: Moment, b: Moment) -> bool:
    """Whether both are dated to days, and to the same."""
    return any(
        low <= last and first <= high
        for low, high in a.days
        for first, last in b.days
        if max(high - low, last - first) < PRECISE
    )


def far(a: Moment, b: Moment) -> bool:
    """Whether more than a month lies between what is known of both: when it was said, or else printed."""
    known = [max((high for _, high in m.days), default=m.latest) for m in (a, b)]
    return None not in known and abs((known[0] or 0) - (known[1] or 0)) > MONTH and not together(a, b)


def near_before(a: Moment, b: Moment) -> bool:
    """Whether the text of the second was printed within days after the first was said."""
    return b.latest is not None and any(0 <= b.latest + SLACK - low <= FRESH for low, _ in a.days)


def _is_after(a: Moment, b: Moment) -> bool:
    return bool(a.days) and b.latest is not None and min(low for low, _ in a.days) > b.latest + SLACK


class Clock:
    """Finds the moments of utterances in one document."""

    def __init__(self, document: Document, parse: Parse | None, times: Iterable[TimeExpression]) -> None:
        self._latest = _day(document.published.to) if document.published else None
        self._parse = parse
        self._times = sorted(
            (t.span.start, t.span.end, days)
            for t in times
            if (days := self._past(_days(t))) and not (parse and parse.is_quoted(t.span.start, t.span.end))
        )

    def _past(self, days: Days | None) -> Days | None:
        """Days that are no later than the text; of a weekday to come ("it will close, she said on Friday") the last."""
        if days is None or self._latest is None or days[0] <= self._latest + SLACK:
            return days
        week = days[0] - WEEK, days[1] - WEEK
        return week if days[0] == days[1] and week[0] <= self._latest else None

    def moment(self, span: Range, said: Attribution | None) -> Moment:
        """Dated by the sentences that give the words, outside of what is said; else by the last day before them."""
        if self._parse is None:
            return Moment(latest=self._latest)
        frame = self._frame(span, said)
        inside = said.content if said else (span,)
        here = [days for low, high, days in self._between(*frame) if not _within((low, high), inside)]
        return Moment(tuple(here) or self._before(frame[0]), self._latest)

    def _frame(self, span: Range, said: Attribution | None) -> Range:
        """From the first to the last character of the sentences with the words and with who says them."""
        places = [span, *((*(said.cue or ()), *(said.source or ())) if said else ())]
        assert self._parse is not None
        held = [s for place in places for s in self._parse.sentences_in(*place)]
        return min((s.start for s in held), default=span[0]), max((s.end for s in held), default=span[1])

    def _between(self, start: int, end: int) -> Sequence[tuple[int, int, Days]]:
        low = bisect_left(self._times, start, key=lambda row: row[0])
        return self._times[low : bisect_left(self._times, end, key=lambda row: row[0])]

    def _before(self, start: int) -> tuple[Days, ...]:
        """The last precise day that the paragraph names before a place."""
        assert self._parse is not None
        i = bisect_right(self._parse.paragraphs, start, key=lambda r: r[0]) - 1
        rows = self._between(self._parse.paragraphs[i][0], start) if i >= 0 else ()
        precise = [days for _, _, days in rows if days[1] - days[0] < PRECISE]
        return (precise[-1],) if precise else ()


def _within(place: Range, ranges: Iterable[Range]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in ranges)


def _days(time: TimeExpression) -> Days | None:
    first, last = _day(time.from_), _day(time.to)
    return (first, last) if first is not None and last is not None else None


def _day(iso: str | None) -> int | None:
    """A day as an ordinal number; None for what is no day of the common calendar."""
    try:
        return date.fromisoformat(iso or "").toordinal()
    except ValueError:
        return None
