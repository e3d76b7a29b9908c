"""Days of a month and of the week that are named without their month or date, as patterns."""

from __future__ import annotations

from checker.model import WEEKDAYS
from checker.time import pieces as p
from checker.time import words as w

_DAYS_OF = (
    p.form(
        "date",
        (" the ",),
        rf"(?P<lead>\b(?i:on) )the (?P<day>(?!\d){w.NTH})(?={p.NO_NOUN})",
        r"(?! (?:and|or) (?:last|final)\b)",
    ),
    p.form(
        "date",
        p.FIGURES,
        r"(?P<lead>\b(?i:on|of|by|from|to|for|and|between|until|since|after|before) |\()the ",
        rf"(?P<day>(?=\d){w.NTH})(?={p.NO_NOUN})(?! of (?:each|every|any|a)\b)",
    ),
)
_NUMBERED_DAYS = (
    p.form(
        "date",
        p.FIGURES,
        rf"(?:(?<=[.;\n] )|(?<=\n)|\A)(?P<weekday>{w.WEEKDAY})",
        r" (?P<day>(?:[12]\d|3[01]|[1-9])(?i:st|nd|rd|th)?)(?=, |: )",
    ),
)
_WEEKDAYS = tuple(name.lower() for name in WEEKDAYS)
_TITLES = (
    r"(?:Times|Post|Mail|Telegraph|Express|Mirror|Herald|Sun|Star|News|Magazine|Review|Night|Nights|Club|Fund|Trust|School"
    r"|Market|Group|Island|Books?|Show|Live|Sport|Service|Morning|Evening|Afternoon)"
)
_DAYNAMES = (
    p.form(
        "weekday",
        _WEEKDAYS,
        rf"(?P<lead>(?P<doubted>\b(?:On|By) ))(?P<weekday>{w.DAYNAME})(?= [A-Z])(?! {_TITLES}\b)",
    ),
    p.form(
        "weekday",
        _WEEKDAYS,
        rf"(?P<lead>\b(?i:on|by|until|from) )(?P<that>the )(?P<weekday>{w.DAYNAME})(?: {w.HOUR})?(?={p.NO_NOUN})",
    ),
    p.form(
        "weekday",
        _WEEKDAYS,
        rf"\b(?P<weekday>{w.DAYNAME})(?: (?P<week>week)(?={p.NO_NOUN}))?(?: {w.HOUR}\b)?",
        rf"(?! {w.DAYPART}s\b)(?! (?!I\b)[A-Z])(?! of (?:each|every|the month)\b)",
    ),
)
FORMS = (*_DAYS_OF, *_NUMBERED_DAYS, *_DAYNAMES)
