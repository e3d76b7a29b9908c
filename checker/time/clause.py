"""What the clause around a time makes of it: a part of a name, a habit, a bound or none, a time to come."""

from __future__ import annotations

import re

from checker.model import Parse
from checker.time.finite import Tense
from checker.time.raw import Raw
from checker.time.tense import is_perfect
from checker.time.ties import is_named, is_shifted, modifies, originates, tells_when

_OPEN = re.compile(
    r"\b(?:opens?|opening|closed|daily|hours|served)(?: (?:only|daily))?[:,]?(?: from| on)? ?$", re.IGNORECASE
)
_ON_UNTIL = re.compile(r" (?:until|till|to) (?:his|her|its|their|the|it|he|she|they) ")
"""Behind the beginning of what lasted: "farmed at Varn from 1958 until his death"."""
_CHANGED = re.compile(
    r"\b(?:up|down|rose|fell|rise|fall|increase|drop|gain|jump|climbed|dropped) [^.;:]{0,30}"
    r"(?:percent|per ?cent|%|points?) \Z"
)
"""Before the time that a change is counted against: "down 9 percent from last year"."""
_WILL_BE = re.compile(r"\b(?:will|shall|to|was|were) be\b|\b(?:was|were|been|may|might|must|could|would)\b")
_HOURS_OF_DAY = re.compile(
    r"[:,] (?:closed|open|\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.? ?)?(?:[-–—]|to) ?\d)", re.IGNORECASE
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
    if that is None or raw.get("what") == "day" or not _opens_clause(parse, that):
        return raw
    return Raw("weekday", raw.start + len("that "), raw.end, {"weekday": raw.get("what")})


def _opens_clause(parse: Parse, that: int) -> bool:
    """Whether "that" opens a clause under another verb; taggers take "slept that Friday" for one, too."""
    mark = parse.tokens[that]
    return (mark.tag, mark.dep) == ("IN", "mark") and parse.tokens[mark.head].dep != "ROOT"


def no_bound(parse: Parse, raw: Raw, text: str, start: int, end: int, told: Tense) -> bool:
    """Whether the preposition belongs to a noun behind the time, or tells only where something is from."""
    ahead = told in {"future", "present"} and raw.core.kind in {"date", "weekday", "deictic"}
    if raw.get("way") == "as of" and told != "future":
        return True
    bare = told == "future" and raw.core.kind == "date"
    from_ = raw.get("way") == "from" and (
        (not ahead and originates(parse, start) and not _ON_UNTIL.match(text, raw.end))
        or is_shifted(parse, start)
    )
    if raw.get("way") == "from" and _CHANGED.search(text, max(0, raw.start - 60), raw.start):
        return True
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
