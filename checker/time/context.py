"""What a relative expression hangs on: the document's date and the dates told before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from checker.time.apart import alone, coming_with, is_ahead, is_soon
from checker.time.finite import Tense
from checker.time.intervals import Days, day, months
from checker.time.stance import is_promised, is_said, is_to_be
from checker.time.starts import Start
from checker.time.story import MONTH, NEAR, Claim, Told, claims, goes_on

_PROVERBIAL = {(9, 11)}
"""Days of the year that are named without their year long after."""
_AHEAD = timedelta(3)
"""How much later than publication a text may speak of the past: time zones, later editions."""
_COMING = 45
"""Days after its publication in which a day may lie that a list names without a verb, by its day of the week."""
_RECENT = 3
"""Years up to publication in which a date with its day of the week, and no year, is looked for."""
_FRESH, _FRESH_LOOKING_BACK = 60, 31
"""Days back in which a date without a year is the latest such day; in a text that opens by looking back on years."""
_KEPT = 150
"""Days from publication within which a bound lies that somebody was to keep."""
_LONG_AGO = 345
"""Days before publication beyond which a date without a year may as well be the next such day."""
_SAME = 80
"""Characters between two days of one sentence, of which the second is later."""
_SOON = 240
"""Days after publication within which the present tense is taken to look ahead."""
_HEADING_NEAR = 8
"""Characters between a heading that is a month and the paragraph under it."""
_YEAR_NEAR = 600
"""Characters that a recent year, named by itself, is taken to hold for."""


@dataclass(slots=True)
class Context:
    """Grows while a document is read.

    `years` are those that the text gives with a day or month; `lost` is where the last expression ends that
    names a day which nobody knows: what follows may hang on it. `looks_back`: the text opens by saying that years
    have passed, `reports`: that something was said on a day of the week. Of the expression in reading, `paragraph`
    is where its paragraph begins, `asking` whether its sentence tells how the text was researched, which is no part
    of the story, `sentence` the words around it, `aside` whether the dates told in them are
    those of an aside, `spoken` the day on which quoted words were said, `heard` whether they are
    only said to be said, `written` whether they may be read from paper, `coming` the next day that its sentence
    names; `counted` is the thing whose days were counted last, and where, `period` the last part of a year.
    """

    published: Days | None
    years: frozenset[int] = frozenset()
    told: list[Told] = field(default_factory=list)
    lost: int = -1
    looks_back: bool = False
    reports: bool = False
    paragraph: int = 0
    text: str = ""
    sentence: str = ""
    aside: bool = False
    tense: Tense = "past"
    quoted: bool = False
    spoken: Told | None = None
    heard: bool = False
    written: bool = False
    asking: bool = False
    bounded: bool = False
    begins: dict[str, Start] = field(default_factory=dict)
    counted: tuple[int, Start] | None = None
    coming: Told | None = None
    period: Told | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words look ahead from the day of publication."""
        return self.tense == "future" or (self.tense == "present" and self.bounded)

    @property
    def looks_on(self) -> bool:
        """Whether no verb says outright that a thing is past or to come."""
        return self.tense in {"none", "present"} or (self.tense == "future" and not is_to_be(self.sentence))

    @property
    def promised(self) -> bool:
        """Whether a bound is one that somebody was to keep: "promised delivery by 4 May", "would be done by 4 May"."""
        kept = self.tense == "near" or (self.tense in {"past", "none"} and is_promised(self.sentence))
        return self.bounded and kept

    @property
    def _unsaid(self) -> bool:
        """Whether no verb says on which side of publication a bound lies."""
        return self.bounded and self.tense == "none"

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

    def in_month(self) -> bool:
        """Whether a heading right before the paragraph names a month of the story other than that of publication."""
        told = self.last(self.paragraph, MONTH)
        if told is None or told.exact or told.stated or self.paragraph - told.span.end > _HEADING_NEAR:
            return False
        return not (self.published and told.days[0] <= self.published[1] <= told.days[1])

    def year_of(
        self, month: int, number: int, at: int, *, future: bool = False
    ) -> tuple[int, Told | None] | None:
        """The year of a date that gives none, and the date told before that shows it; None where unsure.

        With `future`, the words say that the day is still to come when the document is published. A `number` of 0
        stands for the whole month.
        """
        whole, number = not number, number or 1
        if future and self.published and is_to_be(self.sentence):
            return self._latest(month, number, future, whole)
        until = self.published and self.published[1]
        claimed = [] if self.aside else claims(self.told, at, self.paragraph, month, number, until)
        latest = self._latest(month, number, future, whole)
        if len(claimed) > 1 or (claimed and self._breaks_off(claimed[0], latest)):
            return None
        if claimed and self._unsaid and claimed[0][1].span.start < self.paragraph:
            return None
        told_of = latest and not self.bounded and self._fresh(day(latest[0], month, number))
        if claimed or ((month, number) in _PROVERBIAL and not told_of):
            return claimed[0] if claimed else None
        found = self._same_before(month, number) or latest
        if found is None and not whole and (self.promised or self.tense in {"none", "present"}):
            year = alone(self.today, month, number, _KEPT if self.promised else _FRESH)
            return (year, None) if year and not self.looks_back and self.years <= {year} else None
        return None if found and not future and self._disputed(found[0], month, number, at) else found

    def year_with(
        self, month: int, number: int, weekday: int, found: tuple[int, Told | None] | None, *, future: bool
    ) -> tuple[int, Told | None] | None:
        """The year of a date with a day of the week: the one found otherwise, unless a year beside it fits better.

        Where no year was found, the latest of the last years before publication that has such a day.
        """
        now = self.published[1].year if self.published else None
        years = [found[0], found[0] - 1, found[0] + 1] if found else []
        for year in (*years, *(range(now, now - _RECENT, -1) if now else ())):
            days = day(year, month, number)
            ahead = timedelta(_COMING) if self.tense == "none" and not found else _AHEAD
            if days and days[0].weekday() == weekday and (future or not self.is_to_come(days[0] - ahead)):
                return (year, found[1]) if found and year == found[0] else (year, None)
        return coming_with(self.today, month, number, weekday) or found

    def nearer(self, month: int, number: int, *, future: bool) -> bool:
        """Whether the next such day is much nearer than the last one, whose tense then holds; unsure, `future`."""
        ahead = is_ahead(self.today, month, number)
        if ahead is None:
            return future
        self.tense = "future" if ahead else "past"
        return ahead

    def reported(self, month: int, number: int, at: int) -> bool:
        """Whether a report of these days says of a day that something "would" be then, and the day is soon."""
        said = self.tense == "near" and not self.quoted and is_said(self.sentence)
        return bool(said) and self.is_of_these_days(at) and is_soon(self.today, month, number)

    def _breaks_off(self, claim: Claim, latest: tuple[int, Told | None] | None) -> bool:
        """Whether a day that a date told before claims may as well be the latest one before publication."""
        year, told = claim
        if latest and latest[0] == year:
            return False
        return self.asking or (latest is not None and told.stated and not told.exact)

    def _disputed(self, year: int, month: int, number: int, at: int) -> bool:
        """Whether a story told further up, or a year named by itself, speaks against the latest such day."""
        carried = next((t for t in reversed(self.told) if not t.stated and t.size <= MONTH), None)
        if carried and goes_on(carried, month, number, self.published and self.published[1]) not in {
            None,
            year,
        }:
            return True
        same = None if self.bounded and self.tense == "past" else self.last(at, 1)
        if same and not same.stated and at - same.span.end < _SAME and self._goes_beyond(same, month, number):
            return True
        named = self.last(at)
        if named is None or named.size <= MONTH or at - named.span.end > _YEAR_NEAR:
            return False
        if self.tense == "near" and named.span.start >= self.paragraph and named.days[1].year < year:
            return True
        recent = year - _RECENT if self.years <= {year} else 0
        return recent <= named.days[1].year < year and not self._fresh(day(year, month, number))

    def _goes_beyond(self, told: Told, month: int, number: int) -> bool:
        """Whether a day that follows on one just told lies after publication."""
        year = goes_on(told, month, number, None)
        days = day(year, month, number) if year else None
        return bool(days and days[0] > told.days[0] and self.is_to_come(days[0]))

    def _fresh(self, days: Days | None) -> bool:
        limit = _FRESH_LOOKING_BACK if self.looks_back else _FRESH
        return bool(days and self.published and (self.published[1] - days[1]).days <= limit)

    def lately(self, days: Days | None) -> bool:
        """Whether days are of the last weeks before publication, so that also a speaker means no other year."""
        return not self.looks_back and self._fresh(days) and self.tense == "past"

    def is_of_these_days(self, at: int) -> bool:
        """Whether a text tells of no other days than those before publication."""
        told = self.last(at)
        plain = not self.looks_back and self.years <= {self.today and self.today.year}
        return plain and (told is None or self._fresh(told.days))

    def _soon(self, when: date) -> bool:
        """Whether "opens on 4 May" can be told of a day to come: soon, in a text that tells of no other year."""
        now = self.published[1] if self.published else when
        return self.bounded or (self.years <= {now.year, when.year} and (when - now).days <= _SOON)

    def is_to_come(self, when: date) -> bool:
        """Whether a day lies after publication."""
        return bool(self.published and when > self.published[1])

    def _same_before(self, month: int, number: int) -> tuple[int, Told | None] | None:
        same = [t for t in self.told if t.exact and (t.days[0].month, t.days[0].day) == (month, number)]
        return (same[-1].days[0].year, same[-1]) if len({t.days[0].year for t in same}) == 1 else None

    def _latest(self, month: int, number: int, future: bool, whole: bool) -> tuple[int, Told | None] | None:
        """The latest such day up to publication, where that is fresh or no other year is told; or the next one."""
        if self.published is None:
            return None
        now = self.published[1]
        for year in (now.year, now.year + 1) if future else (now.year, now.year - 1):
            found = day(year, month, number)
            if found and future and (found[0] >= now or (whole and year == now.year and month == now.month)):
                return (year, None) if self.tense != "present" or self._soon(found[0]) else None
            if found and not future and found[0] <= now:
                since = self.bounded and "since " in self.sentence
                old = not whole and not since and (now - found[0]).days > _LONG_AGO
                own = self.years <= {year} or (self.reports and self.tense == "past")
                alone = own and not self.looks_back and self.tense not in {"none", "near"}
                alone = alone and not old
                fresh = alone or self._fresh(months(year, month, month) if whole else found)
                return (year, None) if fresh and not self._unsaid else None
        return None
