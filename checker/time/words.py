"""The calendar's English words, as patterns and numbers."""

from __future__ import annotations

import re

from checker.model import MONTHS, WEEKDAYS

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: i for i, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: 10 * i for i, word in enumerate(_TENS, 2)},
}
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENTH = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = {
    **{word: i for i, word in enumerate((*_FIRST, *_TENTH), 1)},
    **{f"{word[:-1]}ieth": 10 * i for i, word in enumerate(_TENS, 2)},
}
_VAGUE = ("a few", "several", "some", "many", "dozens of", "hundreds of")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
BEGINNINGS = {"war", "invasion", "conflict", "fighting", "offensive", "assault", "attack", "hostilities"}
"""Words that texts use for the outbreak of one and the same armed conflict."""

MONTH = (
    rf"(?:{'|'.join(MONTHS)}"
    r"|Jan\.?|Feb\.?|Mar(?:\.|(?= \d))|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    rf"|{'|'.join(name.upper() for name in MONTHS if name != 'May')})(?![A-Za-z])"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?i:st|nd|rd|th)?(?![\d%])"
_ONES_WORD, _TENS_WORD, _FIRST_WORD = "|".join(_ONES), "|".join(_TENS), "|".join(_FIRST)
_ORDINAL_WORD = rf"(?:{_TENS_WORD})-(?:{_FIRST_WORD})|" + "|".join(sorted(_ORDINALS, key=len, reverse=True))
NTH = rf"(?:(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)|(?i:{_ORDINAL_WORD})\b)"
SHORT_YEAR = r"['’‘]\d\d(?![\d%]|['’]?s\b| (?:people|men|women|[a-z]+s)\b)"
YEAR = rf"(?:(?:1[5-9]\d\d|20\d\d)(?![\d%])|{SHORT_YEAR})"
_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?(?= \d)"
DAYNAME_ONLY = f"(?:{'|'.join(WEEKDAYS)})"
DAYNAME = rf"{DAYNAME_ONLY}\b"
WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})s?\b|{'|'.join(day.upper() for day in WEEKDAYS)}|{_SHORT})"
SEASON = "(?:" + "|".join(SEASONS) + ")"
NAMED_DAY = rf"(?:weekend|{SEASON}|{DAYNAME_ONLY})\b"
COUNT = (
    rf"(?i:\d{{1,4}}|(?:an? |(?:{_ONES_WORD}) )hundred|(?:{_TENS_WORD})(?:-(?:{_ONES_WORD}))?"
    rf"|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|a couple of|(?:half )?a dozen|half an?"
    rf"|{'|'.join(_VAGUE)}|an?)"
)
ENDS = "last|final|closing|opening"
"""What stands for an ordinal at either end."""
LAST = frozenset({"last", "final", "closing"})
ORDINAL = rf"(?i:{_ORDINAL_WORD}|hundredth|\d{{1,3}}(?:st|nd|rd|th))"
TENS = "twen|thir|for|fif|six|seven|eigh|nine|nough"
PART = (
    r"(?:(?:(?:[Ee]arly|[Ll]ate)(?: on)?(?: in)?|[Mm]id(?:dle)?"
    r"|(?:[Tt]he )?(?:very )?(?:beginning|start|middle|end) of"
    r"|(?:[Tt]he )?(?:first|second|latter) half of|[Ee]nd(?=-))[ -])"
)
PLACE = (
    r"(?:Street|Road|Avenue|Lane|Square|Bridge|Boulevard|Park|Place|Plaza|Station|Airport|Hospital|Stadium|University"
    r"|School|Movement|Brigade|Group|Party|Memorial|Museum|Foundation)\b"
)
"""What is called after a day or month that stands before it."""
DAYPARTS = ("morning", "afternoon", "evening", "night")
DAYPART = rf"(?:{'|'.join(DAYPARTS)})"
HOUR = rf"(?:{'|'.join(DAYPARTS)}|lunchtime|teatime|noon|midday|midnight|dawn|dusk|breakfast)"
"""What may follow a day and is a part of it."""


def month(word: str) -> int:
    """1 to 12."""
    start = word.lower()[:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(start))


def full_year(word: str, latest: int | None) -> str:
    """A year in four figures: that of "’98" is the last one up to `latest`."""
    if word[:1] not in {"'", "’", "‘"}:
        return word
    number = int(word[1:])
    return str(number + (2000 if latest and number + 2000 <= latest else 1900))


def weekday(word: str) -> int:
    """0 (Monday) to 6."""
    return next(i for i, name in enumerate(WEEKDAYS) if word.lower().startswith(name.lower()[:3]))


def count(word: str) -> int | None:
    """The number that the words say; None for "a few" and the like."""
    word = word.lower()
    fixed = {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "half a dozen": 6}
    if word.isdigit() or word in fixed:
        return int(word) if word.isdigit() else fixed[word]
    if word.endswith(" hundred"):
        return 100 * (count(word.removesuffix(" hundred")) or 1)
    tens, _, ones = word.partition("-")
    number = _NUMBERS.get(tens)
    return number + _NUMBERS.get(ones, 0) if number is not None else None


def ordinal(word: str) -> int:
    """The number that an ordinal says, in words or figures."""
    word = word.lower()
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    if word == "opening":
        return 1
    tens, _, ones = word.partition("-")
    if ones:
        return _NUMBERS[tens] + _ORDINALS[ones]
    return 100 if word == "hundredth" else _ORDINALS[word]


def quarter(word: str) -> int:
    """1 to 4."""
    return 4 if word in LAST else ordinal(word)
