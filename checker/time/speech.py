"""On which day quoted words were said, where the sentence around them tells: "“…,” she told the court on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.model import Range
from checker.time.story import Told

_SAY = (
    r"\b(?:said|told|wrote|writes|tweeted|posted|announced|warned|insisted|declared|promised|predicted"
    r"|vowed|noted|claimed|admitted|replied|asked|stated|explained|complained)\b"
)
_FREE = r"(?:(?!\b(?:who|whose|which|that|when|after|before|while|because|if|whether)\b)[^.;:!?,“”\"]){0,60}"
"""Words that end no clause and begin none."""
_UP_TO = r"(?<!of )(?<!about )(?<!for )(?<!from )"
_BEHIND = re.compile(rf"[^.;:!?“”\"]{{0,60}}?{_SAY}{_FREE}{_UP_TO}")
_THEN_SAID = re.compile(rf",?{_FREE}{_SAY}[^.;!?“”\"]{{0,80}}")
_SAID_ON = re.compile(rf"{_SAY}{_FREE}{_UP_TO}$")
_GOES_ON = re.compile(r"[^.;!?“”\"]{0,80}")
_COURT = re.compile(r"\b(?:court|jury|jurors|inquest|tribunal|judge|trial|hearing|inquiry)\b")
"""Where witnesses speak as of the days that they tell of."""
_NOW_SAID = re.compile(
    rf"[,.?!…]?[”\"]?,? (?!(?:who|which|and then|but)\b){_FREE}(?:,{_FREE}, )?{_SAY}"
    rf"(?!{_FREE}\b(?:in|from) (?:an?|his|her|their|its) \w+)"
)
_WRITTEN = re.compile(
    r"\b(?:diary|diaries|letters?|notes?|cards?|postcards?|signs?|notices?|placards?|posters?|labels?"
    r"|(?:it|which) reads?|memoirs?|book|novel|poem|verse|song|logs?|entry|entries|archives?|transcripts?"
    r"|inscription|testimony|testified|recalled|remembered|undated|once|years? (?:ago|later|before|earlier))\b"
    r"|\b1\d{3}\b",
    re.IGNORECASE,
)
"""Words beside which what is quoted may be old."""
_FAR = 160
"""Characters between a quotation and the day on which its words were said."""


def in_court(text: str) -> bool:
    """Whether a text speaks of courts and hearings."""
    return bool(_COURT.search(text))


def around(quote: Range) -> Range:
    """Where days are looked for."""
    return quote[0] - 2 * _FAR, quote[1] + _FAR


def said_on(text: str, quote: Range, days: Iterable[Told]) -> Told | None:
    """The one day among `days` on which the words at `quote` were said; None where none or two are told."""
    near = [told for told in days if _tells(text, quote, told.span.start, told.span.end)]
    return near[0] if len({told.days for told in near}) == 1 else None


def heard(text: str, quote: Range) -> bool:
    """Whether a report says right behind a quotation who said it, and speaks of no court, letter or year beside it."""
    near = text[max(0, quote[0] - _FAR) : quote[1] + _FAR]
    return bool(_NOW_SAID.match(text, quote[1])) and not _COURT.search(near) and not _WRITTEN.search(near)


def written(text: str, quote: Range) -> bool:
    """Whether what is quoted is read from paper, or tells of other years."""
    return bool(_WRITTEN.search(text[max(0, quote[0] - _FAR) : quote[1] + _FAR]))


def _tells(text: str, quote: Range, start: int, end: int) -> bool:
    between = text[min(start, quote[1]) : max(end, quote[0])]
    if text[end : end + 1] in {"'", "’"} or _COURT.search(between):
        return False
    if quote[1] <= start < quote[1] + _FAR:
        return bool(_BEHIND.fullmatch(text, quote[1], start))
    if not end <= quote[0] < end + _FAR:
        return False
    said = _SAID_ON.search(text, max(0, start - _FAR), start)
    goes_on = _GOES_ON.fullmatch(text, end, quote[0])
    return bool(_THEN_SAID.fullmatch(text, end, quote[0]) or (said and goes_on))
