"""What the words around a time say of when it is, against what the verb above it says."""

from __future__ import annotations

import re

from checker.time import verbs as v
from checker.time.finite import Tense
from checker.time.raw import Raw
from checker.time.words import DAYNAME_ONLY

_FAR = 300
"""Characters before a time in which such words stand."""
SINCE = re.compile(r"(?:ever )?since ", re.IGNORECASE)
_EFFECTIVE = re.compile(r"(?:effective|with effect) ", re.IGNORECASE)
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
_HEADS = re.compile(r"(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,5}, ")
"""The head of a line that says without a verb what is on a day: "Budget debate, Wednesday: who said what"."""
_LOOKS = re.compile(r" (?:looks|promises) ")
"""Behind a day of which is told what it is to bring."""
_ON_SALE = re.compile(
    r"(?:\A|[.;:!?|•*] ?)(?:On sale|Out|Opens|Opening|Coming|Due|On general release)(?: on)? \Z"
)
"""What heads a line on what is to be had soon."""
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
_CLOSES = re.compile(
    r"\b(?:and|but) (?:close|end|finish|conclude|resume|reopen)s?(?: again)?(?: on)? \Z"
    r"|, (?:[a-z]+ed|put|held|cut|broken) [^,;.]{1,60}, (?:resume|restart|reopen|open|close|start|begin|end)s?"
    r"(?: again)?(?: on| at)? \Z"
)
"""Behind a verb in the past: "applications opened on 1 April and close on 15 June"."""
_MODAL = re.compile(r"\b(?:would|could|should|might|to|did|do|not|will)\b[^.;:]*\Z")
_GUESSED = re.compile(
    r"\b(?:anticipated|expected|hoped|feared|thought|believed|assumed|guessed)\b[^.;:“”\"]*\Z"
)
"""What somebody looked forward to may have come by the day of publication."""
_AT_AN_HOUR = re.compile(r",? (?:at )?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b(?! ?(?:[-–—]|to) ?\d)")
"""Behind the day that heads an entry of a list of dates: "Tuesday, 10am: court one"."""
_SHOWS = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:results?|votes?|polls?|figures|numbers|defeat|win|loss|victory|data|findings|ruling"
    r"|verdict) (?:show|suggest|prove|mean|confirm|highlight|underline|reveal|indicate)s?\b"
)
"""Behind a day whose outcome tells something: "as Tuesday's results show"."""
_UNPLANNED = "|".join(sorted(v.UNPLANNED | {"win", "loss"}))
_HAPPENED = re.compile(
    rf"\b(?:[Tt]he|that|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w-]+ ){{0,2}}(?:{_UNPLANNED})(?: on)? \Z"
)
"""Before the day of what nobody plans: "the win Tuesday", "the blast on Friday"."""


_OWING = re.compile(
    r"\b(?:owing to|because of|thanks to|on the back of|in the wake of) (?:[\w’'-]+ ){1,6}(?:in|on|of|from|since) \Z"
)
"""Before the day of a cause, which comes before what is told to come of it."""


_BEHIND = re.compile(
    rf"\b(?:after|following|since) (?:an?|the|his|her|its|their) (?:[\w–-]+ ){{0,3}}(?:{_UNPLANNED}|draw)"
    r"(?: (?:at|to|by|against|in) [A-Z][\w’'-]*)?(?: on)? \Z"
)
"""Before the day of what a thing to come follows: "after a 3-1 defeat on Wednesday"."""
_OF_LOSS = re.compile(rf"['’]s (?:[\w–-]+ ){{0,2}}(?:{_UNPLANNED}|draw)\b")
"""Behind a day that something unplanned has: "Saturday's home loss"."""
_CALLED_OFF = re.compile(
    r"\b(?:have|has) (?:called off|cancelled|canceled|scrapped|suspended|shelved)\b[^.;]*\b(?:planned|due|scheduled"
    r"|set) (?:for|on) \Z"
)
"""Before the day of what will not be now."""


_ORDERED = re.compile(
    r"\b(?:(?:wants?|demands?|seeks?|calls? for) (?!.*\b(?:said|that|after)\b)[^.;:]{0,90}\b(?:from|by|not from)"
    r"|(?:released|bailed|remanded|summoned|ordered)\b[^.;:]*\bto (?:appear|attend|return|report|answer)\b[^.;:,]*"
    r"\b(?:on|in|by)) (?:the )?\Z"
)
"""Before the day of what somebody wants or has to do: "wants it cut from 1 May", "bailed to appear on the 9th"."""


_AHEAD_OF = re.compile(r"\bahead of (?:the|an?|its|his|her|their) (?:[\w’'-]+ ){1,4}(?:on|in) \Z")
"""Before the day of what was then to come, and may still be."""


def by_words(raw: Raw, text: str, told: Tense) -> Tense:
    """The tense, where words around the time decide it against the verb."""
    found = _of_day(raw, text, told) if raw.kind == "weekday" else None
    if found:
        return found
    if told in {"present", "none"} and raw.kind != "bound" and _PICTURED.match(text):
        return "past"
    if raw.kind == "ending" and told == "none":
        return "past"
    before = text[max(0, raw.start - _FAR) : raw.start]
    if told in {"future", "present", "none"} and raw.kind != "bound" and _OWING.search(before):
        return "past"
    if told == "past" and raw.kind in {"date", "month"} and _AHEAD_OF.search(before):
        return "none"
    if _ORDERED.search(before):
        return "future"
    if told in {"past", "none"} and _CLOSES.search(before):
        return told if _MODAL.search(before) else "future"
    if raw.core.kind in {"date", "month"} and told == "near" and _SAID_THEN.search(before):
        return "future"
    if raw.kind == "range" and told == "present" and _WHO_WAS.search(before):
        return "past"
    return _of_bound(raw, text, told) if raw.kind == "bound" else told


def _of_bound(raw: Raw, text: str, told: Tense) -> Tense:
    if SINCE.match(text, raw.start):
        return "past"
    unsure = told == "past" and _EFFECTIVE.match(text, raw.start)
    return "none" if unsure or (raw.get("way") == "after" and told == "present") else told


def _of_day(raw: Raw, text: str, told: Tense) -> Tense | None:
    """What words around a day of the week say of when it is."""
    before = text[max(0, raw.start - _FAR) : raw.start]
    if before.lower().endswith("earlier ") or any(p.match(text, raw.end) for p in (_SHOWS, _OF_LOSS)):
        return "past"
    if _HAPPENED.search(before) or _BEHIND.search(before):
        return "past"
    if told == "none" and _CALLED_OFF.search(before):
        return "future"
    if _SHIFTED.search(before):
        return "future" if before.endswith("forward from ") else "none"
    if _HEADS.fullmatch(before) and text.startswith((":", ", "), raw.end):
        return "none"
    if told == "none" and (_ON_SALE.search(before) or (not before and _AT_AN_HOUR.match(text, raw.end))):
        return "future"
    if told == "none" and _LOOKS.match(text, raw.end):
        return "present"
    if told in {"near", "none"} and _SAID.search(before):
        return "past"
    return "none" if told == "near" and _GUESSED.search(before) else None
