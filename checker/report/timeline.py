"""When the sources were published and when the events happened, on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from checker.model import Document, Event
from checker.report.corpus import Corpus
from checker.report.labels import Flag, placed
from checker.report.views import Ref
from checker.report.words import listed as listed_words
from checker.report.words import parse_day, shorten, span_of_days

WIDTH, EDGE, ROW = 1184, 26, 19
_ROWS, _EVENT_ROWS = 10, 7
_BOLD, _PLAIN = 7.2, 6.4
_EVENTS, _YEARS, _FEW = 8, 500, 3


@dataclass(frozen=True, slots=True)
class Stop:
    """A source above the line or an event below it; `row` counts away from the line, -1 has no label."""

    x: float
    x2: float
    row: int
    anchor: str
    label: str
    when: str
    ref: Ref
    kind: str
    day: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Positions in units of the drawing; `breaks` are places where the line is shortened."""

    row: int
    width: int
    above: int
    below: int
    sources: tuple[Stop, ...]
    events: tuple[Stop, ...]
    breaks: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    listed: tuple[Stop, ...]
    undated: str


class Scale:
    """Days to places between `left` and `right`; an empty stretch of years is shortened, to no less than `least`."""

    def __init__(
        self, days: Sequence[int], left: float = 3 * EDGE, right: float = WIDTH - 3 * EDGE, least: float = 0
    ) -> None:
        self.days = sorted(set(days))
        total = self.days[-1] - self.days[0]
        gaps = [b - a for a, b in pairwise(self.days)]
        self.broken = [g > 0.3 * total and total > 700 and len(gaps) > 1 for g in gaps]
        rest = sum(g for g, cut in zip(gaps, self.broken, strict=True) if not cut)
        weights = [max(1.0, 0.15 * rest) if cut else g for g, cut in zip(gaps, self.broken, strict=True)]
        room = (right - left) / (sum(weights) or 1)
        widths = [max(least if cut else 0.0, w * room) for w, cut in zip(weights, self.broken, strict=True)]
        self.xs = [float(left)]
        for width in widths:
            self.xs.append(self.xs[-1] + width * (right - left) / sum(widths))
        if not gaps:
            self.xs = [(left + right) / 2]

    def x(self, day: int) -> float:
        """The place of a day."""
        for i, (a, b) in enumerate(pairwise(self.days)):
            if a <= day <= b:
                share = (day - a) / (b - a)
                return round(self.xs[i] + share * (self.xs[i + 1] - self.xs[i]), 1)
        return round(self.xs[0] if day <= self.days[0] else self.xs[-1], 1)

    def breaks(self) -> tuple[float, ...]:
        """Where the line is shortened."""
        return tuple(round((self.xs[i] + self.xs[i + 1]) / 2, 1) for i, cut in enumerate(self.broken) if cut)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Years, or months where all is within one, as far apart as their labels need."""
        first, last = date.fromordinal(self.days[0]), date.fromordinal(self.days[-1])
        edge = -99.0
        if self.broken[:1] == [True] or (last - first).days > _YEARS:
            yield self.xs[0], str(first.year)
            edge = self.xs[0]
        for when, label in _calendar(first, last):
            x = self.x(when.toordinal())
            if x - edge >= 56 and not self._in_break(when.toordinal()):
                yield x, label
                edge = x

    def _in_break(self, day: int) -> bool:
        return any(cut and a < day < b for (a, b), cut in zip(pairwise(self.days), self.broken, strict=True))


def _calendar(first: date, last: date) -> Iterator[tuple[date, str]]:
    if (last - first).days > _YEARS:
        for year in range(first.year + 1, last.year + 1):
            yield date(year, 1, 1), str(year)
        return
    for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
        start = date(month // 12, month % 12 + 1, 1)
        yield (
            start,
            start.strftime("%b %Y")
            if start.month == 1 or month == first.year * 12 + first.month
            else start.strftime("%b"),
        )


def timeline(corpus: Corpus) -> Timeline | None:
    """The drawing of a corpus; None where no source has a date."""
    return _drawn(corpus, corpus.documents, _told(corpus))


def event_timeline(corpus: Corpus, event: Event, docs: Sequence[str]) -> Timeline | None:
    """When these sources were published after (or before) an event; None for a few, or an event without a day."""
    told = [event] if parse_day(event.date.from_) and _short(event) else []
    return _drawn(corpus, [corpus.by_doc[d] for d in docs], told) if told and len(docs) >= _FEW else None


def _drawn(corpus: Corpus, documents: Sequence[Document], told: Sequence[Event]) -> Timeline | None:
    dated = [d for d in documents if d.published and parse_day(d.published.from_)]
    if not dated:
        return None
    days = [ordinal(d.published.from_) for d in dated if d.published]
    ends = [ordinal(day) for e in told for day in (e.date.from_, e.date.to or e.date.from_) if day]
    scale = Scale(days + ends)
    sources = [_source(corpus, scale, d.doc) for d in dated]
    events = [_event(corpus, scale, e) for e in told]
    above = _place(sources, _ROWS)
    below = [e for e in _place(events, _EVENT_ROWS) if e.row >= 0]
    rows = (max((s.row for s in above), default=0) + 1, max((e.row for e in below), default=-1) + 1)
    return Timeline(
        ROW,
        WIDTH,
        ROW * rows[0] + 16,
        32 + ROW * rows[1],
        tuple(above),
        tuple(below),
        scale.breaks(),
        tuple(scale.ticks()),
        tuple(sorted([*sources, *events], key=lambda s: (s.day, s.kind, s.label))),
        _undated(corpus, [d.doc for d in documents if d not in dated]),
    )


def _undated(corpus: Corpus, docs: Sequence[str]) -> str:
    names = [corpus.name(doc).full for doc in docs[:6]]
    return listed_words([*names, f"{len(docs) - 6} more"] if len(docs) > 6 else names)


def ordinal(iso: str) -> int:
    """An ISO day as a number of days."""
    return (parse_day(iso) or date(1, 1, 1)).toordinal()


def _told(corpus: Corpus) -> list[Event]:
    dated = [e for e in corpus.sorted_events() if parse_day(e.date.from_) and _short(e)]
    largest = sorted(dated, key=lambda e: (-len(e.mentions), e.event))[:_EVENTS]
    return [e for e in dated if e in largest]


def _short(event: Event) -> bool:
    """An event whose date is a guess over many years would be a bar across the whole line."""
    last = parse_day(event.date.to or event.date.from_)
    return (
        bool(last)
        and ordinal(event.date.to or event.date.from_ or "") - ordinal(event.date.from_ or "") < 400
    )


def _source(corpus: Corpus, scale: Scale, doc: str) -> Stop:
    when = corpus.by_doc[doc].published
    first = when.from_ if when else ""
    x = scale.x(ordinal(first))
    words = corpus.published(doc) if when else ""
    return Stop(x, x, 0, "", corpus.name(doc).short, words, Ref(corpus.source_page(doc)), "source", first)


def _event(corpus: Corpus, scale: Scale, event: Event) -> Stop:
    first = event.date.from_ or ""
    last = event.date.to or first
    x, x2 = scale.x(ordinal(first)), scale.x(ordinal(last))
    words = span_of_days(first, last)
    ref = Ref(corpus.event_page(event.event))
    return Stop(x, max(x2, x + 5), 0, "", shorten(event.label, 48), words, ref, "event", first)


def _place(stops: Sequence[Stop], rows: int) -> list[Stop]:
    """Give each label the row and side where it overlaps no other and no stem crosses it."""
    ordered = sorted(stops, key=lambda s: (s.x, s.label))
    places = placed([_flag(stop) for stop in ordered], WIDTH, rows)
    return [replace(s, row=p.row, anchor=p.anchor) for s, p in zip(ordered, places, strict=True)]


def _flag(stop: Stop) -> Flag:
    when = len(stop.when) * _PLAIN + 8 if stop.kind == "source" else 0
    return Flag(stop.x, stop.x2, len(stop.label) * (_BOLD if when else _PLAIN) + when)
