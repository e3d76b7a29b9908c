"""What the words around a date say began on it: "the March 3 strike", "the regatta (12–15 August)", "Day 1, 3 May"."""

from __future__ import annotations

import re

from checker.time.happenings import NOUNS, name
from checker.time.starts import Start
from checker.time.story import Told

_BRACKET = re.compile(r"\b(?P<noun>[a-z][\w-]+) \($")
_NOUN = r"(?:re-)?(?P<noun>" + "|".join(NOUNS) + r")\b"
_BEGAN = r"(?:began|begun|started|starts|broke out|opened|erupted|commenced)"
_AFTER = re.compile(rf",? (?:[A-Za-z’'-]+ ){{0,3}}{_NOUN}(?! (?:correspondent|crime|reporter)s?)")
_DID = re.compile(rf",? (?:[\w’'-]+ ){{1,4}}(?:launched|{_BEGAN}) (?:[\w’'-]+ ){{0,4}}?{_NOUN}")
_INVADED = re.compile(r",? (?:[\w’'-]+ ){1,4}invaded\b")
_BEFORE = re.compile(rf"{_NOUN} (?:\w+ ){{0,4}}{_BEGAN}(?: \w+){{0,3}} on (?:\w+ )?$")
_LAUNCHED = re.compile(
    rf"(?:launched|began|started|unleashed) (?:[\w’'-]+ ){{0,4}}{_NOUN}(?: of (?:\w+ ){{1,2}}| )on $"
)
_FIRST_DAY = re.compile(r"\b[Dd]ay (?:1|one)(?:[,:]| [-–—])? \(?$")
_IS_FIRST_DAY = re.compile(r"(?:,| [-–—])? \(?[Dd]ay (?:1|one)\b")


def starts(text: str, begin: int, end: int, told: Told) -> list[Start]:
    """What the words around a date (at `begin`..`end` of a paragraph) say began on that day."""
    before, after = text[max(0, begin - 120) : begin], text[end : end + 120]
    found = [m["noun"] for m in (_BEFORE.search(before), _LAUNCHED.search(before), _DID.match(after)) if m]
    if re.search(r"\b(?:the|that)(?: [A-Z]\w+day,?)? $", before, re.IGNORECASE):
        found += [m["noun"] for m in (_AFTER.match(after),) if m]
    if _INVADED.match(after):
        found.append("war")
    return [Start(name(noun), told) for noun in found]


def bracketed(text: str, begin: int, end: int, told: Told) -> list[Start]:
    """What stands before a day in brackets: "the regatta (12–15 August)"."""
    before = text[max(0, begin - 40) : begin]
    if _FIRST_DAY.search(before) or _IS_FIRST_DAY.match(text, end):
        return [Start("", told)]
    found = _BRACKET.search(before)
    return [Start(name(found["noun"]), told)] if found and text.startswith(")", end) else []
