"""The words that name a time by themselves, as patterns: a date, a month, a weekday, "two days later"."""

from __future__ import annotations

from checker.time import dayforms, names, ordinals
from checker.time import pieces as p
from checker.time import words as w

_COUNTERS = (
    "later", "earlier", "thereafter", " ago", " back", "prior", "previous", "before", "after", "from now", "from today",
    "hence",
    " on,", " on.", " on there", " on no", " on it ", " on they ", " on he ", " on she ",
)  # fmt: skip
_TEENTH = (
    r"(?:\d\d(?:st|nd|rd|th)|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)"
    r"th|twenty-first)"
)
"""Centuries that are named without the word, behind one that has it."""
_OF_YEAR = rf"(?:,? (?P<year>{w.YEAR}|1[0-4]\d\d{p.NO_COUNT})\b|\b(?! {p.CALLED}))"
_DAYS = rf"\b(?:(?P<weekday>{w.WEEKDAY}),? )?"


_DATES = (
    p.form(
        "date",
        p.MONTH_WORDS,
        rf"{_DAYS}(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY})",
        rf"(?:(?P<link> ?[-–—] ?| to | through | and | or )(?P<last>{w.DAY})",
        rf"(?! [A-Z]| \d)(?={p.NO_NOUN}|,? {w.YEAR}))?",
        _OF_YEAR,
    ),
    p.form(
        "date",
        p.MONTH_WORDS,
        rf"{_DAYS}(?:(?P<first>{w.DAY})(?P<link> ?[-–—] ?| to | until | and | or )(?:the )?)?",
        rf"(?P<day>{w.DAY}) (?:of )?(?P<month>{w.MONTH}){_OF_YEAR}",
    ),
    p.form("date", p.MONTH_WORDS, rf"\b[Tt]he (?P<day>{w.NTH}) of (?P<month>{w.MONTH}){_OF_YEAR}(?! [A-Z])"),
    p.form(
        "date",
        ("day the ", "day, the "),
        rf"\b(?P<weekday>{w.DAYNAME}),? the (?P<day>{w.NTH})(?={p.NO_NOUN})(?! of)",
    ),
    p.form(
        "date",
        p.FIGURES,
        r"\b(?P<year>1[0-9]\d\d|20\d\d)(?P<mark>[-/.])(?P<number>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    ),
    p.form(
        "numbers",
        p.FIGURES,
        r"(?<![\d./-])(?P<one>\d\d?)(?P<mark>[./])(?P<two>\d\d?)(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        rf"(?P<part>{w.PART})?\b(?P<month>{w.MONTH}),? (?:of )?(?P<year>{w.YEAR}|{p.OLD})\b",
    ),
)
_NUMBERED = (
    p.form(
        "numbered",
        ("century",),
        rf"\b(?:[Tt]he (?={w.PART}))?(?P<part>{w.PART})?(?:[Tt]he )?(?P<nth>{w.ORDINAL}) (?P<unit>century)\b",
        r"(?P<era> (?:BCE?|B\.C\.|AD))?",
    ),
    p.form(
        "numbered",
        ("quarter",),
        rf"\b(?:[Tt]he )?(?P<nth>(?:(?i:first|second|third|fourth)(?=[ -])|(?:{w.ENDS})(?= )))",
        r"[ -](?P<unit>quarter)",
        rf"(?! of (?!(?:[12]\d|this|last|next|that|the)))(?:(?: of)? (?P<year>{w.YEAR}))?\b",
        r"(?P<fiscal>[^.;]{0,24}(?:financial|fiscal) year)?",
    ),
    p.form(
        "numbered",
        ("century",),
        rf"(?<=\bcentury)(?P<lead>.{{1,160}}?\b(?i:in|of|by|until|since|throughout|during|to) )(?P<part>{w.PART})?",
        rf"(?P<bare>the) (?P<nth>{_TEENTH})(?={p.NO_NOUN})(?! of)",
    ),
    p.form("numbered", ("q",), rf"\bQ(?P<nth>[1-4])(?P<unit>)(?:,? (?:of )?(?P<year>{w.YEAR}))?\b"),
    p.form("numbered", ("h1", "h2"), rf"\b(?P<unit>H)(?P<nth>[12])(?:,? (?:of )?(?P<year>{w.YEAR}))?\b"),
    p.form(
        "numbered",
        (" half",),
        rf"(?P<lead>\b(?i:in|for|over|during) )the (?P<nth>first|second) (?P<unit>half)(?={p.NO_NOUN})(?! of)",
    ),
)
_NEAR = (
    p.form(
        "rest",
        ("rest of ", "remainder of "),
        r"\b[Tt]he (?:rest|remainder) of (?P<which>the|this) (?P<unit>week|month|year|decade)\b",
    ),
    p.form(
        "offset",
        _COUNTERS,
        rf"\b(?:(?P<exact>[Ee]xactly|[Pp]recisely) )?{p.COUNTED}(?P<whole> to the day)? ",
        r"(?P<way>later|earlier|afterwards?|thereafter|ago (?:today|tomorrow|yesterday)|ago this week|ago|prior",
        r"|previously|before that|from now",
        r"|back(?=[,.;)]|$| (?:the|a|an|he|she|they|it|we|when)\b)",
        r"|from today|hence|(?:before|after|on)(?=[,.;)]|$)",
        r"|on(?= (?:there|nothing|nobody|no one|they|he|she|it) [a-z])",
        rf"|after that(?={p.CLAUSE}))\b(?! than\b)",
    ),
    p.form(
        "deictic",
        ("this time ", "this point "),
        r"\b[Tt]his (?P<point>time|point) (?P<which>last|next) (?P<what>week|month|year)\b(?!-)",
    ),
    p.form(
        "deictic",
        ("this", "last", "next", "the current", "the coming"),
        r"\b(?!(?<=[Tt]he )(?:[Nn]ext|last (?:week|month|year)\b|last [A-Z]\w+day (?:of|before|to|that|when)\b))",
        rf"(?:(?P<part>{w.PART}|{p.SIDE}(?: in)? |[Ss]o far |{p.HALF}))?",
        rf"(?P<which>[Tt]his past|[Tt]his|[Tt]he (?:current|coming(?= {w.NAMED_DAY}))|[Ll]ast|[Nn]ext)",
        rf" (?P<what>{p.NAMED})\b(?!-){p.HOUR}",
    ),
    p.form(
        "offset",
        (" ago",),
        rf"\b(?P<count>{w.COUNT}) (?P<what>weekend|{w.SEASON}|{w.DAYNAME_ONLY})s? (?P<way>ago)\b",
    ),
    p.form(
        "deictic",
        (" last", " next"),
        rf"\b[Tt]he (?P<what>week|weekend|month|year|night|{w.DAYNAME}(?= before)) (?P<which>before last|after next)\b",
    ),
    p.form(
        "deictic",
        p.SEASON_WORDS,
        r"(?P<lead>\b(?i:in|since|during|over|until|for|at|by|from|after|before|through|throughout) )",
        r"(?P<part>(?:the )?(?:very )?(?:beginning|start|end) of )?(?P<which>the) ",
        rf"(?P<what>(?!fall (?:from|off|down|to|in)\b){w.SEASON})(?={p.NO_NOUN})(?! of)",
    ),
    p.form(
        "deictic",
        p.SEASON_WORDS,
        r"(?P<lead>\b(?i:in|since|during|by|until) )(?P<part>(?:early|mid|late)[ -])",
        rf"(?P<what>{w.SEASON})(?={p.NO_NOUN})(?! of)",
    ),
    p.form(
        "deictic", p.SEASON_WORDS, rf"(?P<lead>\b(?i:in|until|by) )(?P<what>{w.SEASON})(?={p.NO_NOUN})(?! of)"
    ),
    p.form(
        "deictic",
        ("today", "yesterday", "tomorrow", "tonight", "to-"),
        r"\b(?<!\bago )(?:(?P<part>[Ee]arlier|[Ll]ater) )?(?P<word>[Tt]o-?(?:day|morrow|night)|[Yy]esterday",
        r"|TODAY|TONIGHT|TOMORROW|YESTERDAY)\b",
        rf"(?:(?=['’]s)|(?<!of tomorrow)(?<!of today))(?!['’]s (?:[A-Z]|{p.PROVERBIAL}))(?: {w.DAYPART}\b)?",
        rf"(?P<onward> week(?={p.NO_NOUN}))?",
    ),
    p.form(
        "deictic",
        ("overnight",),
        rf"\b(?P<word>[Oo]vernight)(?=[,.;]|$| {p.NIGHTLY}\b",
        r"|(?<=O.{8}) (?:the|an?|it|he|she|they|his|her|its|their)\b"
        r"| (?:and|in|on|at|by|from|after|as|to|into|near|when|while|left|brought|cut|hit|struck|put|saw|[a-z]+ed)\b)",
    ),
    p.form(
        "stretch",
        ("the past", "the coming", "the last", "the next"),
        rf"\b[Tt]he (?P<which>past|coming|(?:last|next)(?= {w.COUNT} )|last(?= (?:week|month|year)\b))",
        rf" (?:(?P<count>{w.COUNT}) )?{p.UNIT}\b",
        r"(?! (?:of|before|after)\b)",
    ),
    p.form(
        "week",
        ("weekend",),
        r"(?P<lead>\b(?i:over|at|during|for|by|since|until|before|after|through) )the weekend\b(?! of)",
    ),
    p.form(
        "week",
        ("the week", "the month", "the year", "the decade", "the century"),
        rf"\b(?P<part>{w.PART})the (?P<unit>week|month|year|decade|century)\b(?! (?:of|in)\b| \d{{4}}\b)",
    ),
    p.form(
        "week",
        ("before the ",),
        r"\b[Bb]efore the (?P<unit>week|month|year) (?P<out>(?:was|is) (?:out|over))\b",
    ),
    p.form(
        "week",
        ("of the year",),
        rf"(?P<lead>\b(?:first|last|final) (?:{w.COUNT} )?(?:month|week|day)s? of )the (?P<unit>year)\b",
    ),
    p.form(
        "week",
        ("day of the ", "weekend of the "),
        rf"(?P<lead>\b(?:first|second|third|fourth|last|final) (?:{w.DAYNAME_ONLY}|weekend) of )",
        r"the (?P<unit>month|year)\b",
    ),
    p.form(
        "week",
        ("'s end", "’s end", "-end", "'s start", "’s start"),
        r"(?P<lead>\b(?i:by|at|until|before|since|towards|till|after) )(?:the )?(?P<unit>year|month|decade|century)",
        r"(?:['’]s |-)(?P<part>end|start)\b(?! [a-z]+s\b)",
    ),
    p.form("week", ("in the ",), r"\b(?P<part>[Ee]arlier|[Ll]ater) in the (?P<unit>day|week|month|year)\b"),
)
_COUNTS = (
    p.form(
        "offset",
        ("in ",),
        rf"\b(?P<way>[Ii]n|[Ww]ithin) (?:(?:the )?next )?{p.COUNTED}",
        r"(?:(?P<time>['’]s? time)\b|\b(?=[ ,.;]|$)(?! (?:of|or|to) ))",
    ),
    p.form(
        "offset",
        ("the ", "that "),
        rf"\b(?P<part>{w.PART}|{p.SIDE} |{p.HALF})?",
        r"(?P<which>(?i:the (?:next|following|previous|preceding|same)|that same|that)) ",
        rf"(?:very )?(?P<what>day|(?:(?<=that )|(?<=same ))date|{p.NAMED})\b",
        rf"(?! (?:of|when|after|before|that)\b)(?!['’]s? [A-Z]){p.HOUR}",
    ),
    p.form(
        "offset",
        (" before", " after"),
        rf"\b(?P<which>[Tt]he) (?P<what>day|night|evening|morning|week|month|year|{w.NAMED_DAY})",
        r" (?P<way>before|after)(?:(?: that)?",
        rf"(?=[,.;)]|$| (?:{p.PRONOUN}|was|were|had|saw|came|brought|there|{p.WHERE})\b)| that(?= (?:the|an?)\b))",
    ),
    p.form(
        "offset",
        ("on the eve",),
        rf"(?P<lead>\b[Oo]n )(?P<which>the) (?P<what>eve)\b(?=[,.;)]|$| (?:the|an?|his|her|its|their|{p.PRONOUN})\b)",
    ),
    p.form("then", (" then",), r"\b(?:(?P<way>[Ss]ince|[Bb]y|[Uu]ntil) then|(?P<onward>[Ff]rom then on))\b"),
)
FORMS = (
    *_DATES,
    *_NUMBERED,
    *names.SAME,
    *_NEAR,
    *names.FORMS,
    *_COUNTS,
    *ordinals.FORMS,
    *dayforms.FORMS,
)
"""In order: of two that share a character, the first stays."""
