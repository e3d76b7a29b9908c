"""Centuries, and the quarters and halves of a year."""

from __future__ import annotations

import re

from checker.time import intervals as iv
from checker.time import words as w
from checker.time.answer import UNKNOWN, Answer, absolute, hung
from checker.time.context import Context
from checker.time.intervals import Days
from checker.time.raw import Raw

_LATE = 200
"""Days after its end in which a quarter is told of without its year; behind them a business year's may be meant."""
_BUSINESS = re.compile(r"\b(?:fiscal|financial|business) \Z")
"""Before a quarter of a year that begins on whatever day a firm likes."""
_COUNTED = re.compile(
    r"\b(?:profits?|sales|revenues?|earnings|results|turnover|gdp|growth|grew|econom\w+|output|exports?|imports?|loss"
    r"|losses|shipments|orders|investors?|shareholders?|dividends?|bank|lender|firm|company|analysts?|inflation"
    r"|airlines?|carriers?|retailers?|utility|miners?|port|ports|airport|railway|hotels?|brewer|\w*makers?|factor(?:y|ies)"
    r"|plants?|chain|quarter-on-quarter|(?:million|billion|per ?cent|tonnes|containers)|[\d.]+(?:m|bn|pc)"
    r"|unemployment|prices|spending|lending|bookings|demand|arrivals|visitors|passengers|takings|trade|births|deaths|investment|deliveries|statistic\w*|fund)\b",
    re.IGNORECASE,
)
"""Words of trade and statistics, beside which a quarter is one of the year and not of a match."""


def numbered(raw: Raw, _at: int, context: Context) -> Answer | None:
    """A century, or a quarter of a year."""
    if raw.get("unit") == "century" or raw.get("bare"):
        if raw.get("era") and "B" in raw.get("era"):
            return UNKNOWN
        last = 100 * w.ordinal(raw.get("nth"))
        return absolute(iv.part(iv.years(last - 99, last), raw.get("part"))) if 0 < last < 9999 else UNKNOWN
    if raw.get("fiscal") or _BUSINESS.search(context.text, max(0, raw.start - 12), raw.start):
        return UNKNOWN
    number, half = w.quarter(raw.get("nth")), raw.get("unit") in {"half", "H"}
    if raw.get("year"):
        return absolute(_share(int(raw.get("year")), number, half))
    of_year = context.text.startswith(" of the year", raw.end)
    found = _latest_share(number, half, context) if of_year or _COUNTED.search(context.text) else None
    return found if of_year or not found or not _is_long_past(found, context) else UNKNOWN


def _share(year: int, number: int, half: bool) -> Days:
    return iv.months(year, 6 * number - 5, 6 * number) if half else iv.quarter(year, number)


def _latest_share(number: int, half: bool, context: Context) -> Answer:
    """The quarter or half that ended last, or the one that runs or comes where the words look ahead."""
    now = context.today
    if now is None or context.quoted:
        return UNKNOWN
    here = _share(now.year, number, half)
    if context.tense == "past" and here[1] > now:
        here = _share(now.year - 1, number, half)
    return hung(here, None)


def _is_long_past(found: Answer, context: Context) -> bool:
    return bool(found.closed and context.today and (context.today - found.closed[1]).days > _LATE)
