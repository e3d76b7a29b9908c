"""Days of the year that have a name and keep their date. Feasts that move, or that lands keep differently, are none."""

from __future__ import annotations

_DAYS = {
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "St Stephen's Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "New Year's": (1, 1),
    "New Year": (1, 1),
    "Epiphany": (1, 6),
    "Burns Night": (1, 25),
    "Australia Day": (1, 26),
    "Holocaust Memorial Day": (1, 27),
    "Groundhog Day": (2, 2),
    "Candlemas": (2, 2),
    "Valentine's Day": (2, 14),
    "St Valentine's Day": (2, 14),
    "Leap Day": (2, 29),
    "St David's Day": (3, 1),
    "International Women's Day": (3, 8),
    "St Patrick's Day": (3, 17),
    "April Fools' Day": (4, 1),
    "April Fool's Day": (4, 1),
    "Earth Day": (4, 22),
    "St George's Day": (4, 23),
    "Anzac Day": (4, 25),
    "May Day": (5, 1),
    "Cinco de Mayo": (5, 5),
    "Juneteenth": (6, 19),
    "Canada Day": (7, 1),
    "Fourth of July": (7, 4),
    "4th of July": (7, 4),
    "Bastille Day": (7, 14),
    "Assumption Day": (8, 15),
    "Michaelmas": (9, 29),
    "Halloween": (10, 31),
    "Hallowe'en": (10, 31),
    "All Saints' Day": (11, 1),
    "All Souls' Day": (11, 2),
    "Guy Fawkes Night": (11, 5),
    "Bonfire Night": (11, 5),
    "Armistice Day": (11, 11),
    "Remembrance Day": (11, 11),
    "Veterans Day": (11, 11),
    "St Andrew's Day": (11, 30),
    "Human Rights Day": (12, 10),
}
_BARE = {"Christmas", "New Year", "New Year's"}
"""Names that stand for a day only after a preposition: "at Christmas", but "a Christmas tree"."""


def _pattern(name: str) -> str:
    return name.replace("'", "['’]").replace("St ", r"(?:St\.?|Saint) ")


PATTERN = "(?:" + "|".join(_pattern(n) for n in sorted(_DAYS, key=len, reverse=True) if n not in _BARE) + ")"


def day_of(name: str) -> tuple[int, int]:
    """Month and day of a named day."""
    plain = name.replace("’", "'").replace("St. ", "St ").replace("Saint ", "St ").removeprefix("the ")
    return _DAYS[plain]
