"""The dates that a text tells, and the years in which a day without one may go on from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checker.model import Span
from checker.time.intervals import Days, day

NEAR = 3000
"""Characters that a date told before holds for."""
MONTH = 31
"""The most days of a date that another is counted from."""
_BACK, _ON = 31, 150
"""Days that a story steps back or on between two dates it gives without a year."""


@dataclass(frozen=True, slots=True)
class Told:
    """A resolved date of the narrative; `stated` where the text gives its year, `named` its day of the week, `aside`
    where it steps back from one told before it, `entry` where it heads an entry of a chronology or no past tense
    tells it.
    """

    span: Span
    days: Days
    stated: bool = True
    named: bool = False
    aside: bool = False
    entry: bool = False

    @property
    def size(self) -> int:
        """How many days it may be."""
        return (self.days[1] - self.days[0]).days + 1

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.size == 1


Claim = tuple[int, Told]


def goes_on(told: Told, month: int, number: int, until: date | None) -> int | None:
    """The year in which a day goes on from a date told before; None where it is too far, or after `until`."""
    start = told.days[0]
    for year in (start.year, start.year + 1, start.year - 1):
        found = day(year, month, number)
        on = _ON if told.exact or year == start.year else _BACK
        if found and -_BACK <= (found[0] - start).days <= on and not (until and found[0] > until):
            return year
    return None


def claims(
    told: Sequence[Told], at: int, paragraph: int, month: int, number: int, until: date | None
) -> list[Claim]:
    """The years that a day at `at` may belong to by what was told before: none, one, or two nobody can choose from.

    A month named with its year in a paragraph before the one that begins at `paragraph` is an aside, where days
    without a year carry a story of another year. What else breaks off such a story may begin a new one.
    """
    dates = [t for t in told[-200:] if t.span.end <= at <= t.span.end + NEAR and t.size <= MONTH]
    if not dates:
        return []
    before = dates[-1]
    year = goes_on(before, month, number, until)
    own = [(year, before)] if year is not None else []
    if not before.stated:
        return own
    other = _other(dates[:-1], year, month, number, until)
    aside = not before.exact and before.span.end <= paragraph
    if other is None or not (aside or _carried(dates, other[1])):
        return own
    return [other] if aside and _carried(dates, other[1]) else [*own, other]


def _other(
    dates: Sequence[Told], year: int | None, month: int, number: int, until: date | None
) -> Claim | None:
    """The nearest date from which the day goes on in a year other than `year`."""
    for told in reversed(dates):
        found = goes_on(told, month, number, until)
        if found is not None and found != year:
            return found, told
    return None


def _carried(dates: Sequence[Told], told: Told) -> bool:
    """Whether dates without a year go on in the year of one."""
    return any(not t.stated and t.days[0].year == told.days[0].year for t in dates)
