"""Days of the year that have a name: those that keep their date, and the western ones that move with Easter.

Feasts that lands keep on different days are none, but where most keep them on one.
"""

from __future__ import annotations

from datetime import date, timedelta

from checker.time.intervals import Days, day

_DAYS = {
    "turn of the year": (1, 1),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "St Stephen's Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "New Year's": (1, 1),
    "New Year": (1, 1),
    "Twelfth Night": (1, 5),
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
    "Lady Day": (3, 25),
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
    "Midsummer's Day": (6, 24),
    "Midsummer Day": (6, 24),
    "St Nicholas' Day": (12, 6),
    "St Lucia's Day": (12, 13),
    "Human Rights Day": (12, 10),
}
_FROM_EASTER = {
    "Shrove Tuesday": -47,
    "Fat Tuesday": -47,
    "Pancake Day": -47,
    "Ash Wednesday": -46,
    "Palm Sunday": -7,
    "Maundy Thursday": -3,
    "Good Friday": -2,
    "Holy Saturday": -1,
    "Easter Sunday": 0,
    "Easter Day": 0,
    "Easter": 0,
    "Easter Monday": 1,
    "Ascension Day": 39,
    "Mothering Sunday": -21,
    "Ascension Thursday": 39,
    "Pentecost Sunday": 49,
    "Whit Sunday": 49,
    "Whit Monday": 50,
    "Trinity Sunday": 56,
    "Corpus Christi": 60,
}
"""Days after Easter Sunday."""
_NTH = {
    "Martin Luther King Jr. Day": (1, 0, 3),
    "Martin Luther King Day": (1, 0, 3),
    "Presidents' Day": (2, 0, 3),
    "Memorial Day": (6, 0, 0),
    "Labor Day": (9, 0, 1),
    "Columbus Day": (10, 0, 2),
    "Remembrance Sunday": (11, 6, 2),
    "Father's Day": (6, 6, 3),
    "Thanksgiving": (11, 3, 4),
    "Thanksgiving Day": (11, 3, 4),
}
"""Month, day of the week and which of them; the last of a month is the 0th of the next."""
_BARE = {"Christmas", "New Year", "New Year's", "Easter"}
"""Names that stand for a day only after a preposition: "at Christmas", but "a Christmas tree"."""
_TOWNS = {"Corpus Christi", "Twelfth Night"}
"""Names that a town or a play has as well: a feast where the words before them say so."""
_SAYS_FEAST = (
    r"(?:(?<=[Oo]n )|(?<=[Ff]east of )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=Eve and )|(?<=Eve to ))"
)


def _pattern(name: str) -> str:
    before = _SAYS_FEAST if name in _TOWNS else ""
    return before + name.replace("'", "['’]").replace("St ", r"(?:St\.?|Saint) ")


NAMES = tuple(sorted({*_DAYS, *_FROM_EASTER, *_NTH} - _BARE, key=lambda name: (-len(name), name)))
"""Names that are those of days wherever they stand."""
PATTERN = "(?:" + "|".join(_pattern(name) for name in NAMES) + ")"


def day_in(name: str, year: int) -> Days | None:
    """A named day in a year."""
    plain = name.replace("’", "'").replace("St. ", "St ").replace("Saint ", "St ").removeprefix("the ")
    if plain in _NTH:
        month, number, nth = _NTH[plain]
        first = date(year, month, 1)
        found = first + timedelta((number - first.weekday()) % 7 + 7 * (nth - 1))
        return found, found
    if plain not in _FROM_EASTER:
        return day(year, *_DAYS[plain])
    easter = _easter(year)
    step = timedelta(_FROM_EASTER[plain])
    return (easter[0] + step, easter[1] + step) if easter else None


def weekend(days: Days, name: str) -> Days | None:
    """The weekend called after a feast on a Friday or Monday, with that day; None for one in the week."""
    first, number = days[0], days[0].weekday()
    if name.startswith("Easter"):
        return first - timedelta((number - 4) % 7), first + timedelta(-number % 7)
    if number in {1, 2, 3}:
        return None
    saturday = first + timedelta(5 - number - 7 * (number == 0))
    return min(first, saturday), max(first, saturday + timedelta(1))


def _easter(year: int) -> Days | None:
    """Easter Sunday of the western churches, by the anonymous Gregorian rule; None before that calendar."""
    if year < 1583:
        return None
    century, in_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    step = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * step) // 451
    month, number = divmod(moon + step - 7 * late + 114, 31)
    return day(year, month, number + 1)
