"""What a relative expression hangs on: the document's date and the dates told before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from checker.model import Document, Span
from checker.time.intervals import Days, day

NEAR = 3000
"""Characters that a date told before holds for."""
_BACK, _ON, _MONTH = 31, 150, 31
"""Days that a story steps back or on between two dates it gives without a year."""
_PROVERBIAL = {(9, 11)}
"""Days of the year that are named without their year long after."""
_AHEAD = timedelta(3)
"""How much later than its publication a text may be read to speak of the past: time zones, later editions."""
_RECENT = 3
"""Years up to publication in which a date with its day of the week, and no year, is looked for."""
_FRESH = 60
"""Days before publication within which a date without a year is taken for the latest such day."""


@dataclass(frozen=True, slots=True)
class Told:
    """A resolved date of the narrative."""

    span: Span
    days: Days

    @property
    def size(self) -> int:
        """How many days it may be."""
        return (self.days[1] - self.days[0]).days + 1

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.size == 1


@dataclass(slots=True)
class Context:
    """Grows while a document is read.

    `years` are those that the text gives with a day or month; `lost` is where the last expression ends that
    names a day which nobody knows: what follows may hang on it.
    """

    published: Days | None
    years: frozenset[int] = frozenset()
    told: list[Told] = field(default_factory=list)
    lost: int = -1

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return self.published[0] if self.published and self.published[0] == self.published[1] else None

    def last(self, at: int, size: int = 10_000) -> Told | None:
        """The nearest date of at most `size` days that was told before position `at`."""
        for told in reversed(self.told):
            if at - told.span.end > NEAR:
                return None
            if told.span.end <= at and told.size <= size:
                return told
        return None

    def year_of(
        self, month: int, number: int, at: int, *, future: bool = False
    ) -> tuple[int, Told | None] | None:
        """The year of a date that gives none, and the date told before that shows it; None where unsure.

        With `future`, the words say that the day is still to come when the document is published.
        """
        before = self.last(at, _MONTH)
        if before:
            told = before.days[0]
            for year in (told.year, told.year + 1, told.year - 1):
                found = day(year, month, number)
                on = _ON if before.exact or year == told.year else _BACK
                if found and -_BACK <= (found[0] - told).days <= on and not self._future(found[0]):
                    return year, before
        if (month, number) in _PROVERBIAL:
            return None
        return self._same_before(month, number) or self._latest(month, number, future)

    def year_with(
        self, month: int, number: int, weekday: int, found: tuple[int, Told | None] | None, *, future: bool
    ) -> tuple[int, Told | None] | None:
        """The year of a date with a day of the week: the one found otherwise, unless a year beside it fits better.

        Where no year was found, the latest of the last years before publication that has such a day.
        """
        if found is None:
            now = self.published[1].year if self.published else None
            years = [] if now is None else list(range(now, now - _RECENT, -1))
        else:
            years = [found[0], found[0] - 1, found[0] + 1]
        for year in years:
            days = day(year, month, number)
            if days and days[0].weekday() == weekday and (future or not self._future(days[0] - _AHEAD)):
                return (year, found[1]) if found and year == found[0] else (year, None)
        return found

    def _future(self, when: date) -> bool:
        return bool(self.published and when > self.published[1])

    def _same_before(self, month: int, number: int) -> tuple[int, Told | None] | None:
        same = [t for t in self.told if t.exact and (t.days[0].month, t.days[0].day) == (month, number)]
        return (same[-1].days[0].year, same[-1]) if len({t.days[0].year for t in same}) == 1 else None

    def _latest(self, month: int, number: int, future: bool) -> tuple[int, Told | None] | None:
        """The latest such day up to publication, where that is fresh or no other year is told; or the next one."""
        if self.published is None:
            return None
        now = self.published[1]
        for year in (now.year, now.year + 1) if future else (now.year, now.year - 1):
            found = day(year, month, number)
            if found and future and (year, month) >= (now.year, now.month):
                return year, None
            if found and not future and found[0] <= now:
                fresh = (now - found[0]).days <= _FRESH or self.years <= {year}
                return (year, None) if fresh else None
        return None


def published(document: Document) -> Days | None:
    """The document's own date as days; None where it has none or it cannot be read."""
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published.from_), date.fromisoformat(document.published.to)
    except ValueError:
        return None
