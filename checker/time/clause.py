"""What the clause around a time makes of it: a part of a name, a habit, a bound or none, a time to come."""

from __future__ import annotations

import re

from checker.model import Parse
from checker.time.finite import Tense
from checker.time.raw import Raw
from checker.time.tense import is_perfect
from checker.time.ties import is_named, is_shifted, modifies, originates, tells_when
from checker.time.words import DAYNAME_ONLY

SINCE = re.compile(r"(?:ever )?since ", re.IGNORECASE)
_EFFECTIVE = re.compile(r"(?:effective|with effect) ", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:opens?|opening|closed|daily|hours|served)(?: (?:only|daily))?[:,]?(?: from| on)? ?$", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:said|announced|confirmed|warned|admitted|insisted|argued|claimed|denied|added|declared|promised|pledged|vowed"
    r"|(?:told|assured|informed) (?:[\w’'-]+ ){1,3}?)(?: late| early)?(?: on)? ?\Z"
)
"""Right before a day of the week on which something was said: "said on Monday it would close"."""
_SAID_THEN = re.compile(
    r"\b(?:said|announced|confirmed|warned|promised|pledged)(?: late| early)?(?: on)?"
    rf" (?:{DAYNAME_ONLY}|today|yesterday)\b"
    r"[^.;:]*\b(?:would|['’]d)\b[^.;:]*\Z"
)
_GUESSED = re.compile(
    r"\b(?:anticipated|expected|hoped|feared|thought|believed|assumed|guessed)\b[^.;:“”\"]*\Z"
)
"""What somebody looked forward to may have come by the day of publication."""
_WHO_WAS = re.compile(r"\b(?:who|which|that) (?:was|were|had|saw|[a-z]+ed)\b[^,.;:]*\Z")
"""Before the hours of an appeal for witnesses: "anyone who was there between 10pm on Friday and noon on Sunday"."""
_PICTURED = re.compile(
    r"\W*(?:(?:Photograph|Photo|Picture|Pictured|Image|Caption|Above|Left|Right|Below|Main picture"
    r"|File photo)(?: \d+)?:|In this (?:photo|photograph|picture|image)\b)"
)
"""The beginning of a caption, which has in the present tense what a picture shows."""
_SHIFTED = re.compile(
    r"\b(?:forward|back|postponed|delayed|rearranged|rescheduled|held over|carried over) from \Z"
)
"""Before the day on which a thing was to be."""
_LOOKS = re.compile(r" (?:looks|promises) ")
"""Behind a day of which is told what it is to bring."""
_ON_SALE = re.compile(
    r"(?:\A|[.;:!?|•*] ?)(?:On sale|Out|Opens|Opening|Coming|Due|On general release)(?: on)? \Z"
)
"""What heads a line on what is to be had soon."""
_CLOSES = re.compile(r"\b(?:and|but) (?:close|end|finish|conclude|resume|reopen)s?(?: again)?(?: on)? \Z")
"""Behind a verb in the past: "applications opened on 1 April and close on 15 June"."""
_MODAL = re.compile(r"\b(?:would|could|should|might|to|did|do|not|will)\b[^.;:]*\Z")
_WILL_BE = re.compile(r"\b(?:will|shall|to|was|were) be\b|\b(?:was|were|been|may|might|must|could|would)\b")
_HOURS_OF_DAY = re.compile(
    r": (?:closed|open|\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.? ?)?(?:[-–—]|to) ?\d)", re.IGNORECASE
)
_HOURS = re.compile(
    r",? ?(?:\(|from )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b| ?[-–—] ?\d)|noon|midday|daily)", re.IGNORECASE
)
"""What makes days of the week the hours of a house: "open Tuesday to Friday", "Monday to Friday, 9am"."""


def is_no_time(parse: Parse, raw: Raw, text: str, start: int, end: int) -> bool:
    """Whether the grammar makes the words a part of a name or of a thing."""
    if raw.kind == "week":
        return modifies(parse, start, end)
    if _is_habit(raw, text):
        return True
    named = raw.kind == "weekday" and is_named(parse, start, end)
    return named or (bool(raw.get("doubted")) and not tells_when(parse, start, end))


def joined(parse: Parse, raw: Raw, start: int) -> Raw:
    """The day of the week alone where "that" joins a clause to its verb: "noted that Saturday would be"."""
    if raw.kind != "offset" or raw.get("which").lower() != "that" or not raw.get("what").endswith("day"):
        return raw
    that = next(iter(parse.tokens_in(start, start + len("that"))), None)
    if that is None or parse.tokens[that].tag != "IN" or raw.get("what") == "day":
        return raw
    return Raw("weekday", raw.start + len("that "), raw.end, {"weekday": raw.get("what")})


def by_words(raw: Raw, text: str, told: Tense) -> Tense:
    """The tense, where words before the time decide it against the verb."""
    if raw.kind == "weekday" and text.endswith(("earlier ", "Earlier "), 0, raw.start):
        return "past"
    if told in {"present", "none"} and raw.kind != "bound" and _PICTURED.match(text):
        return "past"
    if raw.kind == "weekday" and told == "none" and _ON_SALE.search(text, max(0, raw.start - 20), raw.start):
        return "future"
    if raw.kind == "weekday" and told == "none" and _LOOKS.match(text, raw.end):
        return "present"
    if raw.kind == "weekday" and _SHIFTED.search(text, max(0, raw.start - 20), raw.start):
        return "future" if text.endswith("forward from ", 0, raw.start) else "none"
    if raw.kind == "ending" and told == "none":
        return "past"
    if (
        raw.kind == "weekday"
        and told in {"near", "none"}
        and _SAID.search(text, max(0, raw.start - 60), raw.start)
    ):
        return "past"
    if raw.kind == "weekday" and told == "near" and _GUESSED.search(text, max(0, raw.start - 120), raw.start):
        return "none"
    if told in {"past", "none"} and _CLOSES.search(text, max(0, raw.start - 40), raw.start):
        return told if _MODAL.search(text, max(0, raw.start - 160), raw.start) else "future"
    if raw.core.kind in {"date", "month"} and told == "near" and _SAID_THEN.search(text, 0, raw.start):
        return "future"
    if raw.kind == "range" and told == "present" and _WHO_WAS.search(text, max(0, raw.start - 60), raw.start):
        return "past"
    if raw.kind != "bound":
        return told
    if SINCE.match(text, raw.start):
        return "past"
    unsure = told == "past" and _EFFECTIVE.match(text, raw.start)
    return "none" if unsure or (raw.get("way") == "after" and told == "present") else told


def no_bound(parse: Parse, raw: Raw, start: int, end: int, told: Tense) -> bool:
    """Whether the preposition belongs to a noun behind the time, or tells only where something is from."""
    ahead = told in {"future", "present"} and raw.core.kind in {"date", "weekday", "deictic"}
    if raw.get("way") == "as of" and told != "future":
        return True
    bare = told == "future" and raw.core.kind == "date"
    from_ = raw.get("way") == "from" and (
        (not ahead and originates(parse, start)) or is_shifted(parse, start)
    )
    return (modifies(parse, start, end) and not bare) or from_


def _is_habit(raw: Raw, text: str) -> bool:
    """Whether two days of the week are those of every week."""
    if raw.kind == "weekday" and _HOURS_OF_DAY.match(text, raw.end):
        return True
    if raw.kind not in {"range", "both"} or {part.kind for part in raw.of} != {"weekday"}:
        return False
    before = text[max(0, raw.start - 40) : raw.start]
    return not _WILL_BE.search(before) and bool(_OPEN.search(before) or _HOURS.match(text, raw.end))


def is_said_ahead(parse: Parse, raw: Raw, start: int, end: int) -> bool:
    """Whether the present perfect tells what is laid on for a day of the week."""
    return raw.kind != "bound" and raw.core.kind == "weekday" and is_perfect(parse, start, end)


def is_part(parse: Parse, raw: Raw, text: str, start: int, end: int) -> bool:
    """Whether a day or month belongs to the noun behind it; "in June" itself tells when."""
    told = raw.kind in {"month", "both"} and text.endswith(("In ", "In the "), 0, raw.start)
    return not told and modifies(parse, start, end)
