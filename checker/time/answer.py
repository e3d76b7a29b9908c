"""What an expression means: days, and what they hang on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model import Span
from checker.time.intervals import Days, Reach
from checker.time.story import Told


@dataclass(frozen=True, slots=True)
class Answer:
    """`days` None where the words alone do not say; `basis` as in the time record.

    `exact`: what is meant is one day, even where `days` leaves room; `told` are the days that later expressions may
    hang on; `end` is where the words end in their paragraph, where that shows only when they are read.
    """

    days: Reach | None
    anchor: Span | None = None
    basis: str = "unknown"
    exact: bool = False
    told: tuple[Days, ...] = ()
    end: int | None = None

    @property
    def closed(self) -> Days | None:
        """The days, where both ends are known."""
        if self.days is None or self.days[0] is None or self.days[1] is None:
            return None
        return self.days[0], self.days[1]

    def becomes(self, days: Reach | None, *, exact: bool = False) -> Answer:
        """Other days that hang on the same, with the same days to go on from."""
        return UNKNOWN if days is None else replace(self, days=days, exact=exact)


UNKNOWN = Answer(None)


def absolute(days: Days | None, *, exact: bool = False) -> Answer:
    """Days that the words themselves give."""
    return Answer(days, None, "absolute", exact, (days,)) if days else UNKNOWN


def hung(days: Days | None, told: Told | None, *, exact: bool = False, point: Days | None = None) -> Answer:
    """Days hung on a date told before, or on the document's date where there is none.

    `point` is the day that later expressions go on from, where it is narrower than the days.
    """
    if days is None:
        return UNKNOWN
    basis, anchor = ("document date", None) if told is None else ("text anchor", told.span)
    return Answer(days, anchor, basis, exact, (point or days,))
