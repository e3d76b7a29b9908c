"""When something began, where the text itself says so: "the March 3 strike", "the siege began on 4 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.time import words as w
from checker.time.story import Told

_NOUNS = sorted(
    w.BEGINNINGS
    | {
        "coup",
        "uprising",
        "siege",
        "strike",
        "blockade",
        "earthquake",
        "crisis",
        "trial",
        "summit",
        "conference",
        "talks",
        "campaign",
        "protests",
        "occupation",
        "operation",
        "election",
        "referendum",
        "ceasefire",
        "truce",
        "evacuation",
        "festival",
        "tour",
        "voyage",
    }
)
_NOUN = r"(?:re-)?(?P<noun>" + "|".join(_NOUNS) + r")\b"
_BEGAN = r"(?:began|begun|started|starts|broke out|opened|erupted|commenced)"
_AFTER = re.compile(rf",? (?:[A-Za-z’'-]+ ){{0,3}}{_NOUN}(?! (?:correspondent|crime|reporter)s?)")
_DID = re.compile(rf",? (?:[\w’'-]+ ){{1,4}}(?:launched|{_BEGAN}) (?:[\w’'-]+ ){{0,4}}?{_NOUN}")
_INVADED = re.compile(r",? (?:[\w’'-]+ ){1,4}invaded\b")
_BEFORE = re.compile(rf"{_NOUN} (?:\w+ ){{0,4}}{_BEGAN}(?: \w+){{0,3}} on (?:\w+ )?$")
_LAUNCHED = re.compile(
    rf"(?:launched|began|started|unleashed) (?:[\w’'-]+ ){{0,4}}{_NOUN}(?: of (?:\w+ ){{1,2}}| )on $"
)


@dataclass(frozen=True, slots=True)
class Start:
    """The day that the thing named `noun` began, and the date that says so."""

    noun: str
    told: Told


def name(noun: str) -> str:
    """One name for all words of the outbreak of an armed conflict; the word itself for anything else."""
    noun = noun.lower().removeprefix("re-")
    return "war" if noun in w.BEGINNINGS else noun


def starts(text: str, begin: int, end: int, told: Told) -> list[Start]:
    """What the words around a date (at `begin`..`end` of a paragraph) say began on that day."""
    before, after = text[max(0, begin - 120) : begin], text[end : end + 120]
    found = [m["noun"] for m in (_BEFORE.search(before), _LAUNCHED.search(before), _DID.match(after)) if m]
    if re.search(r"\b(?:the|that)(?: [A-Z]\w+day,?)? $", before, re.IGNORECASE):
        found += [m["noun"] for m in (_AFTER.match(after),) if m]
    if _INVADED.match(after):
        found.append("war")
    return [Start(name(noun), told) for noun in found]


def known(found: list[Start]) -> dict[str, Told]:
    """The starts that the text does not contradict."""
    days: dict[str, set[object]] = {}
    for start in found:
        days.setdefault(start.noun, set()).add(start.told.days)
    return {s.noun: s.told for s in reversed(found) if len(days[s.noun]) == 1}


def named_in(words: str, starts: dict[str, Told]) -> tuple[str, Told, int] | None:
    """The first noun among the words that has a known start: its name, the start, where the noun ends."""
    for match in re.finditer(r"[\w-]+", words):
        if (noun := name(match.group())) in starts:
            return noun, starts[noun], match.end()
    return None
