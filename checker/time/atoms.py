"""The words that name a time by themselves, as patterns: a date, a month, a weekday, "two days later"."""

from __future__ import annotations

import re

from checker.model import MONTHS, WEEKDAYS
from checker.time import pieces as p
from checker.time import words as w
from checker.time.holidays import PATTERN as HOLIDAY

Form = tuple[str, tuple[str, ...], re.Pattern[str]]
"""Kind, words of which one must stand in a lower-case text, pattern."""
_MONTHS = tuple(name.lower()[:3] for name in MONTHS)
_SEASONS = tuple(w.SEASONS)
_FIGURES = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_COUNTERS = (
    "later", "earlier", " ago", "prior", "previous", "before", "after", "from now", "from today", "hence", " on,",
    " on.",
)  # fmt: skip
_FEASTS = ("day", "eve", "night", "july", "mas", "hallow", "epiphany", "new year", "juneteenth", "cinco")
_OF_YEAR = rf"(?:,? (?P<year>{w.YEAR}))?\b"
_DAYS = rf"\b(?:(?P<weekday>{w.WEEKDAY}),? )?"


def _form(kind: str, needs: tuple[str, ...], *pattern: str) -> Form:
    return kind, needs, re.compile("".join(pattern))


_DATES = (
    _form(
        "date",
        _MONTHS,
        rf"{_DAYS}(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY})",
        rf"(?:(?P<link> ?[-–—] ?| to | through | and )(?P<last>{w.DAY})(?! [A-Z]| \d)(?={p.NO_NOUN}|,? {w.YEAR}))?",
        _OF_YEAR,
    ),
    _form(
        "date",
        _MONTHS,
        rf"{_DAYS}(?:(?P<first>{w.DAY})(?P<link> ?[-–—] ?| to | until | and )(?:the )?)?",
        rf"(?P<day>{w.DAY}) (?:of )?(?P<month>{w.MONTH}){_OF_YEAR}",
    ),
    _form("date", _MONTHS, rf"\b[Tt]he (?P<day>{w.NTH}) of (?P<month>{w.MONTH}){_OF_YEAR}(?! [A-Z])"),
    _form(
        "date",
        _FIGURES,
        r"\b(?P<year>1[0-9]\d\d|20\d\d)(?P<mark>[-/.])(?P<number>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    ),
    _form(
        "numbers",
        _FIGURES,
        r"(?<![\d./-])(?P<one>\d\d?)(?P<mark>[./])(?P<two>\d\d?)(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    ),
    _form("month", _MONTHS, rf"(?P<part>{w.PART})?\b(?P<month>{w.MONTH}),? (?:of )?(?P<year>{w.YEAR})\b"),
)
_NUMBERED = (
    _form(
        "numbered",
        ("century",),
        rf"\b(?:[Tt]he (?={w.PART}))?(?P<part>{w.PART})?(?:[Tt]he )?(?P<nth>{w.ORDINAL}) (?P<unit>century)\b",
        r"(?P<era> (?:BCE?|B\.C\.|AD))?",
    ),
    _form(
        "numbered",
        ("quarter",),
        r"\b(?:[Tt]he )?(?P<nth>first|second|third|fourth|last) (?P<unit>quarter)",
        rf"(?! of (?!(?:[12]\d|this|last|next)))(?: of)?(?: (?P<year>{w.YEAR}))?\b",
        r"(?P<fiscal>[^.;]{0,24}(?:financial|fiscal) year)?",
    ),
    _form("numbered", ("q",), rf"\bQ(?P<nth>[1-4])(?P<unit>)(?:,? (?:of )?(?P<year>{w.YEAR}))?\b"),
)
_NEAR = (
    _form(
        "offset",
        _COUNTERS,
        rf"\b(?:(?P<exact>[Ee]xactly|[Pp]recisely) )?{p.COUNTED}(?P<whole> to the day)? ",
        r"(?P<way>later|earlier|afterwards?|ago today|ago this week|ago|prior|previously|before that|from now",
        rf"|from today|hence|(?:before|after|on)(?=[,.;)]|$)|after that(?={p.CLAUSE}))\b",
    ),
    _form(
        "deictic",
        ("this", "last", "next"),
        rf"\b(?!(?<=[Tt]he )[Nn]ext)(?:(?P<part>{w.PART}|{p.SIDE}(?: in)? ))?",
        rf"(?P<which>[Tt]his past|[Tt]his|[Ll]ast|[Nn]ext) (?P<what>{p.NAMED})\b(?!-){p.HOUR}",
    ),
    _form(
        "deictic",
        (" last", " next"),
        r"\b[Tt]he (?P<what>week|weekend|month|year|night) (?P<which>before last|after next)\b",
    ),
    _form(
        "deictic",
        _SEASONS,
        rf"(?P<lead>\b(?i:in|since|during|over|until|for) )(?P<which>the) (?P<what>{w.SEASON})(?={p.NO_NOUN})(?! of)",
    ),
    _form(
        "deictic",
        _SEASONS,
        r"(?P<lead>\b(?i:in|since|during|by|until) )(?P<part>(?:early|mid|late)[ -])",
        rf"(?P<what>{w.SEASON})(?={p.NO_NOUN})(?! of)",
    ),
    _form(
        "deictic",
        ("today", "yesterday", "tomorrow", "tonight"),
        r"\b(?<!\bago )(?:(?P<part>[Ee]arlier|[Ll]ater) )?(?P<word>[Tt](?:oday|omorrow|onight)|[Yy]esterday)\b",
        rf"(?<!of tomorrow)(?<!of today)(?!['’]s (?=[A-Z]))(?: {w.DAYPART}\b)?",
    ),
    _form(
        "deictic",
        ("overnight",),
        r"\b(?P<word>[Oo]vernight)(?=[,.;]|$| (?:and|in|on|at|by|from|after|as|to|into|near|when|while)\b)",
    ),
    _form(
        "stretch",
        ("the past", "the coming", "the last", "the next"),
        rf"\b[Tt]he (?P<which>past|coming|(?:last|next)(?= {w.COUNT} )) (?:(?P<count>{w.COUNT}) )?{p.UNIT}\b",
        r"(?! (?:of|before|after)\b)",
    ),
    _form(
        "week",
        ("weekend",),
        r"(?P<lead>\b(?i:over|at|during|for|by|since|until|before|after) )the weekend\b(?! of)",
    ),
    _form(
        "week",
        ("the week", "the month", "the year"),
        rf"\b(?P<part>{w.PART})the (?P<unit>week|month|year)\b(?! (?:of|in)\b| \d{{4}}\b)",
    ),
    _form("week", ("in the ",), r"\b(?P<part>[Ee]arlier|[Ll]ater) in the (?P<unit>week|month|year)\b"),
)
_NAMES = (
    _form("holiday", _FEASTS, rf"\b(?:[Tt]he )?(?P<name>{HOLIDAY})\b(?:,? (?P<year>{w.YEAR}))?(?! [A-Z])"),
    _form(
        "holiday",
        ("christmas", "new year"),
        r"\b(?P<lead>(?i:at|before|after|since|by|until|between|over|to|and|of) )",
        rf"(?P<name>Christmas|(?:the )?New Year)(?={p.NO_NOUN})",
    ),
    _form(
        "season",
        _SEASONS,
        rf"{p.SEASON_PART}(?:\b[Tt]he )?\b(?P<season>{w.SEASON}),? (?:of )?",
        rf"(?P<year>{w.YEAR})(?:[-–/]\d\d(?:\d\d)?)?\b",
    ),
    _form(
        "decade",
        ("0s", "0's", "0’s"),
        rf"\b(?P<part>{w.PART})?[Tt]he (?P<year>1[5-9]\d0|20\d0)['’]?s\b",
    ),
    _form("decade", ("0s", "0's", "0’s"), rf"\b[Tt]he {p.THIRD}(?P<year>1[5-9]\d0|20\d0)['’]?s\b"),
    _form("decade", ("0s",), rf"\b[Tt]he {p.THIRD}['’‘](?P<year>\d0)s\b"),
    _form("decade", ("ties",), rf"\b[Tt]he {p.THIRD}(?P<word>(?i:{w.TENS})ties)\b(?! (?:and|or) \w+ties)"),
    _form("month", _MONTHS, rf"(?P<lead>\b{p.LEAD} )?(?P<part>{w.PART})(?P<month>{w.MONTH})(?! \d)"),
    _form("month", _MONTHS, rf"(?P<lead>\b(?:recently|early|late|soon) as )(?P<month>{w.MONTH})(?! \d)"),
    _form(
        "month",
        _MONTHS,
        rf"(?P<lead>\b[A-Za-z]{{2,10}} )(?P<month>{w.MONTH})(?! \d| (?:Street|Road|Avenue|Lane|Square)\b)",
    ),
    _form("month", _MONTHS, rf"(?P<month>{w.MONTH})(?= ?[-–—] ?{w.MONTH} \d)"),
    _form("month", _MONTHS, rf"(?P<lead>\A[ *_#>]*)(?P<month>{w.MONTH})(?=[ *_#:]*\Z)"),
    _form("year", _FIGURES, rf"(?P<part>{w.PART})(?P<year>{w.YEAR})\b(?!s)"),
    _form(
        "year",
        _FIGURES,
        rf"(?P<lead>\b(?i:{p.LEAD}|and|or) (?:the year )?|\b[Tt]he year |(?<=\d)[-–—])(?P<part>{w.PART})?",
        rf"(?P<year>{w.YEAR}|{p.OLD_YEAR}|(?<=[Tt]he year )\d{{3,4}})\b(?! (?:BC|B\.C\.)){p.NO_COUNT}",
    ),
    _form(
        "year",
        _FIGURES,
        r"(?P<lead>(?:\b(?i:the|its|his|her|their|our|a) |['’]s ))",
        rf"(?P<year>(?:19|20)\d\d)(?= (?:{p.DEEDS})\b)",
    ),
)
_COUNTS = (
    _form(
        "offset",
        ("in ",),
        rf"\b(?P<way>[Ii]n|[Ww]ithin) (?:(?:the )?next )?{p.COUNTED}",
        r"(?:['’]s? time\b|\b(?=[ ,.;]|$)(?! (?:of|or|to) ))",
    ),
    _form(
        "offset",
        ("the ", "that "),
        rf"\b(?P<part>{w.PART}|{p.SIDE} )?",
        r"(?P<which>(?i:the (?:next|following|previous|preceding|same)|that same|that)) ",
        rf"(?:very )?(?P<what>day|{p.NAMED})\b(?! (?:of|when|after|before|that)\b)(?!['’]s? [A-Z]){p.HOUR}",
    ),
    _form(
        "offset",
        (" before", " after"),
        r"\b(?P<which>[Tt]he) (?P<what>day|week|month|year|night|evening) (?P<way>before|after)",
        rf"(?=[,.;)]|$| {p.PRONOUN})",
    ),
    _form("then", (" then",), r"\b(?P<way>[Ss]ince|[Bb]y|[Uu]ntil) then\b"),
    _form(
        "event",
        (" before ", " after ", " into "),
        rf"\b(?:(?P<count>{w.COUNT})|[Tt]he) {p.UNIT} (?P<way>after|before|into){p.NOUN_AFTER}",
    ),
    _form("event", ("eve of",), rf"\b(?:[Tt]he )?(?P<unit>)eve of{p.NOUN_AFTER}"),
    _form(
        "ordinal",
        ("day of", "week of", "night of", "anniversary of"),
        rf"\b[Tt]he (?:very )?(?P<ordinal>{w.ORDINAL}|last|final) ",
        rf"(?P<unit>day|week|night|anniversary) of{p.NOUN_AFTER}",
    ),
    _form("ordinal", ("day ",), rf"\b[Dd]ay (?P<ordinal>\d{{1,3}}|{w.COUNT})(?P<unit>) of{p.NOUN_AFTER}"),
    _form(
        "ordinal",
        ("'s ", "’s "),
        rf"(?<![\w-])(?P<noun>[\w-]{{2,30}})['’]s (?P<ordinal>{w.ORDINAL}) (?P<unit>day|week)\b",
    ),
    _form(
        "ordinal",
        ("its ", "their "),
        rf"\b(?P<noun>[Ii]ts|[Tt]heir) (?P<ordinal>{w.ORDINAL}) (?P<unit>day|week)\b",
    ),
    _form(
        "ordinal",
        (" day",),
        rf"(?P<noun>)(?<=[Oo]n )the (?P<ordinal>{w.ORDINAL}) (?P<unit>day)(?={p.NO_NOUN})",
    ),
    _form(
        "date",
        _FIGURES,
        rf"(?P<lead>\b(?i:on|of|by|from|until|since|after|before) )the (?P<day>(?=\d){w.NTH})(?={p.NO_NOUN})",
    ),
)
_WEEKDAYS = tuple(name.lower() for name in WEEKDAYS)
_DAYNAMES = (
    _form(
        "weekday",
        _WEEKDAYS,
        rf"(?P<lead>\b(?i:on|by|until|from) )(?P<that>the )(?P<weekday>{w.DAYNAME})(?: {w.DAYPART})?(?={p.NO_NOUN})",
    ),
    _form(
        "weekday",
        _WEEKDAYS,
        rf"\b(?P<weekday>{w.DAYNAME})(?: (?P<week>week)(?={p.NO_NOUN}))?(?: {w.DAYPART}\b)?",
        rf"(?! {w.DAYPART}s\b)(?! [A-Z])(?!['’]s [A-Z])(?! of (?:each|every|the month)\b)",
    ),
)
FORMS = (*_DATES, *_NUMBERED, *_NEAR, *_NAMES, *_COUNTS, *_DAYNAMES)
"""In order: of two that share a character, the first stays."""
