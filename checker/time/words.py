"""The calendar's English words, as patterns and numbers."""

from __future__ import annotations

import re

from checker.model import MONTHS, WEEKDAYS

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
BEGINNINGS = {"war", "invasion", "conflict", "fighting", "offensive", "assault", "attack", "hostilities"}
"""Words that texts use for the outbreak of one and the same armed conflict."""

MONTH = (
    rf"(?:{'|'.join(MONTHS)}"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
NTH = r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%])"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})s?\b"
COUNT = r"(?i:\d{1,3}|an?|" + "|".join(_SMALL[1:]) + r"|a couple of|a few|several)"
ORDINAL = r"(?i:" + "|".join(_ORDINALS[1:]) + r"|\d{1,3}(?:st|nd|rd|th))"
PART = (
    r"(?:(?:early|mid|late|the (?:beginning|start|middle|end) of|the (?:first|second) half of)[ -]?(?:in )?)"
)


def month(word: str) -> int:
    """1 to 12."""
    start = word.lower()[:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(start))


def weekday(word: str) -> int:
    """0 (Monday) to 6."""
    return next(i for i, name in enumerate(WEEKDAYS) if word.lower().startswith(name.lower()))


def count(word: str) -> int | None:
    """The number that the words say; None for "a few" and the like."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in {"a", "an"}:
        return 1
    if word == "a couple of":
        return 2
    return _SMALL.index(word) if word in _SMALL else None


def ordinal(word: str) -> int:
    """The number that an ordinal says, in words or figures."""
    word = word.lower()
    return _ORDINALS.index(word) if word in _ORDINALS else int(re.sub(r"\D", "", word))
