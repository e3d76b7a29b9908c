"""Where a text stands to what it tells: its dateline, its distance in years, its words about its own research."""

from __future__ import annotations

import re
from datetime import date

from checker.model import Document
from checker.time.intervals import Days
from checker.time.words import DAYNAME

_OPENING = 600
"""Characters in which a text says how far back it looks."""
_DATELINE = 90
"""Characters of the longest line that may be a dateline."""
_YEARS = r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_LOOKS_BACK = re.compile(
    rf"(?<![\w-])(?:{_YEARS} years? (?:later|on(?=[,.;:]| from)|ago(?= today| this (?:week|month)))"
    r"|(?:first|second|third|fourth|fifth|tenth) anniversary|anniversary of)\b|(?<![\w-])[Aa] year after\b"
)
_YEARS_AGO = re.compile(rf"(?<![\w-]){_YEARS} years? ago(?=,|\.)")
_REPORTS = re.compile(
    rf"\b(?:said|says|told|announced|reported|confirmed|according)\b[^.!?]{{0,60}}\b{DAYNAME}(?!s)"
    rf"|\b(?:[Oo]n )?{DAYNAME}[^.!?]{{0,80}}\b(?:said|announced|reported|confirmed|told)\b"
)
_ASKING = re.compile(
    r"\bI (?:asked|questioned|spoke|interviewed|wrote to|telephoned|phoned|rang|inquired|enquired)\b"
    r"|\b(?:told|assured|informed) (?:me|us|this (?:newspaper|paper|magazine|reporter|correspondent))\b"
    r"|\bin (?:an interview|a conversation) with (?:me|us|this (?:newspaper|paper|magazine|reporter))\b"
)
_HABIT = re.compile(
    r"\b(?:always|usually|often|normally|traditionally|typically|generally|annually|(?:every|each) year)\b"
)
_RECALLED = re.compile(
    r"\balways (?:said|told|swore|claimed|maintained)\b|\bused to (?:say|tell)\b"
    r"|\b(?:of|in|know|knows|tell|say|remember|recall|forgotten|forgets|sure|certain) (?:which|what) year\b"
)
_WILL = re.compile(r"\b(?:will|shall|would|due|set)\b|['’]ll\b")
_SAID = re.compile(r"\b(?:said|says|announced|confirmed|warned|promised|pledged|vowed|told|added|insisted)\b")
_PROMISED = re.compile(
    r"\b(?:promis|pledg|vow|guarantee|demand|order|offer|ask|urge|hope|aim|want|told|set|given)\w*\b"
)
_TO_BE = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b")
_ASIDE = re.compile(r", (?:who|which|whose|where)\b[^,.;:]*\d{4}, [^.;:]*$")
_OPENS = re.compile(r"(?:^|[.;!?]\s|[•*]\s*)$")
_HEADS = re.compile(
    r":\s|\s?[-–—]\s|\s?[-–—]\s?(?:\d\d? [A-Z][a-z]+|[A-Z][a-z]+ \d\d?)(?: \d{4})?(?::\s|\s?[-–—]\s)"
)
_BOUND = re.compile(r"[.!?;:“”\"]")


def asking(text: str, start: int, end: int) -> bool:
    """Whether the clause around a date, outside quotation marks, tells of asking and being told."""
    before = _BOUND.split(text[max(0, start - 90) : start])[-1]
    after = _BOUND.split(text[end : end + 60])[0]
    return bool(_ASKING.search(before) or _ASKING.search(after))


def is_behind_aside(before: str) -> bool:
    """Whether a clause takes up its subject behind an aside of another year: "they, who met in 2009, opened"."""
    return bool(_ASIDE.search(before))


def is_habit(clause: str) -> bool:
    """Whether a sentence in the present tense tells what comes again year by year."""
    return bool(_HABIT.search(clause)) and not _WILL.search(clause)


def is_said(clause: str) -> bool:
    """Whether a sentence tells what somebody said."""
    return bool(_SAID.search(clause))


def is_promised(clause: str) -> bool:
    """Whether a sentence tells what somebody was to do by a day."""
    return bool(_PROMISED.search(clause))


def is_to_be(clause: str) -> bool:
    """Whether a sentence says what is to come when the document is published: it hangs on no date before it."""
    return bool(_TO_BE.search(clause))


def is_recalled(clause: str) -> bool:
    """Whether a sentence tells what somebody used to tell, or of a year that nobody knows."""
    return bool(_RECALLED.search(clause))


def sentence(text: str, start: int, end: int) -> str:
    """The words around a time up to the next marks that end a sentence, or begin or end a quotation."""
    return (
        _BOUND.split(text[max(0, start - 300) : start])[-1]
        + text[start:end]
        + _BOUND.split(text[end : end + 300])[0]
    )


def looks_back(opening: str) -> bool:
    """Whether the beginning of a text says that years lie between it and its story."""
    opening = opening[:_OPENING]
    return bool(_LOOKS_BACK.search(opening) or (_YEARS_AGO.search(opening) and not is_report(opening)))


def is_report(opening: str) -> bool:
    """Whether a text opens by saying what somebody said on a day of the week: a report of these days."""
    return bool(_REPORTS.search(opening[:_OPENING]))


def is_entry(text: str, start: int, end: int) -> bool:
    """Whether a day heads a line of a chronology or list, or stands in brackets: no verb tells its year."""
    if text[max(0, start - 1) : start] == "(":
        return text.startswith(")", end)
    return bool(_HEADS.match(text, end)) and bool(_OPENS.search(text[max(0, start - 3) : start]))


def is_dateline(paragraph: str, days: Days | None, published: Days | None) -> bool:
    """Whether a day is that of publication, in a line that is no sentence."""
    line = paragraph.strip(" *_|")
    return days is not None and days == published and len(line) <= _DATELINE and line[-1:] not in ".!?:"


def published(document: Document) -> Days | None:
    """The document's own date as days; None where it has none or it cannot be read."""
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published.from_), date.fromisoformat(document.published.to)
    except ValueError:
        return None
