"""Months, years, decades, seasons and feasts as they are named, as patterns."""

from __future__ import annotations

from checker.time import pieces as p
from checker.time import words as w
from checker.time.holidays import PATTERN as HOLIDAY

_FEASTS = (
    "day",
    "eve",
    "night",
    "july",
    "mas",
    "hallow",
    "epiphany",
    "new year",
    "juneteenth",
    "cinco",
    "turn of",
    "thanksgiving",
)
SAME = (
    p.form(
        "same",
        ("the same ",),
        r"\b[Tt]he same (?:period|quarter|months?|half|weeks?|stretch|time)",
        rf"(?: (?:of|in)(?: the year)? (?P<year>{w.YEAR})\b|(?: (?:of|in))? (?P<last>last year)\b",
        r"| (?P<back>a year (?:ago|earlier|before)|(?:(?:of|in) )?the (?:previous|preceding|prior) year",
        r"|the year before)\b)",
    ),
    p.form(
        "same",
        (" the same ",),
        rf"(?P<lead>\b(?:in|over|during) )the same (?P<count>{w.COUNT}) (?P<unit>day|week|month|year)s(?={p.NO_NOUN})",
    ),
)
FORMS = (
    p.form(
        "holiday",
        ("this ", "last ", "next "),
        rf"\b(?P<which>(?i:this|last|next)) (?P<name>{HOLIDAY}|Christmas|Easter)(?={p.NO_NOUN})",
    ),
    p.form(
        "holiday",
        _FEASTS,
        rf"\b(?:[Tt]he )?(?P<name>{HOLIDAY})\b(?!-)(?P<weekend> weekend\b)?",
        rf"(?:,? (?:(?:in|of) )?(?P<year>{w.YEAR})\b|(?! [A-Z]))",
        r"(?! (?:calls?|alerts?|messages?|signals?)\b)",
    ),
    p.form(
        "holiday",
        ("christmas", "new year", "easter"),
        r"\b(?P<lead>(?i:at|before|after|since|by|until|between|over|to|and|of) )",
        r"(?:(?:the|this) (?=\w+ weekend))?(?P<name>Christmas|Easter|(?:the )?New Year)(?P<weekend> weekend)?",
        rf"(?(weekend)|(?={p.NO_NOUN}|,? {w.YEAR}))(?:,? (?:(?:in|of) )?(?P<year>{w.YEAR})\b)?",
    ),
    p.form(
        "holiday",
        w.DAYPARTS,
        rf"\b(?P<name>Christmas|Easter|Thanksgiving|New Year['’]s) {w.DAYPART}",
        rf"(?:,? (?P<year>{w.YEAR})\b|(?={p.NO_NOUN}))",
    ),
    p.form(
        "holiday",
        ("christmas week", "thanksgiving week"),
        r"(?<!before )(?<!after )\b(?P<name>Christmas|Thanksgiving)(?P<week> week)",
        rf"(?:,? (?P<year>{w.YEAR})\b|(?={p.NO_NOUN}))",
    ),
    p.form(
        "season",
        (" season",),
        r"\b(?:[Tt]he )?(?P<year>1[89]\d\d|20\d\d)[-–/](?P<to>\d\d(?:\d\d)?) (?P<sport>season)\b",
    ),
    p.form(
        "season",
        p.SEASON_WORDS,
        rf"{p.SEASON_PART}(?:\b[Tt]he )?\b(?P<season>(?i:{w.SEASON})),? (?:months )?(?:of )?",
        rf"(?P<year>{w.YEAR})(?:[-–/]\d\d(?:\d\d)?)?\b",
    ),
    p.form(
        "decade",
        ("0s", "0's", "0’s"),
        rf"\b(?P<part>{w.PART})?[Tt]he (?P<year>1[5-9]\d0|20\d0)['’]?s\b",
    ),
    p.form("decade", ("0s", "0's", "0’s"), rf"\b[Tt]he {p.THIRD}(?P<year>1[5-9]\d0|20\d0)['’]?s\b"),
    p.form(
        "decade",
        ("0s", "0's", "0’s"),
        rf"(?P<lead>\b(?:{p.LEAD}|and|or) )?(?P<part>(?i:early|mid|late)[ -])?(?(part)|(?(lead)|(?!)))",
        r"(?P<year>1[5-9]\d0|20\d0)['’]?s\b",
    ),
    p.form("decade", ("0s",), rf"\b[Tt]he {p.THIRD}['’‘](?P<year>\d0)s\b"),
    p.form(
        "decade",
        ("0s",),
        rf"(?P<lead>\b(?i:in|during|since|until|by|from|of|throughout) )the {p.THIRD}(?P<year>[2-9]0)s\b",
        r"(?! (?:per|percent|degrees|Fahrenheit|range))",
    ),
    p.form("decade", ("ties",), rf"\b[Tt]he {p.THIRD}(?P<tens>(?i:{w.TENS})ties)\b(?! (?:and|or) \w+ties)"),
    p.form(
        "months",
        ("quarter", "period", "half", "season", "term", "session", "window"),
        rf"\b(?P<first>{w.MONTH})(?: ?[-–—/] ?|-to-| to )(?P<month>{w.MONTH})",
        r" (?:quarter|period|half|season|term|session|window)\b",
        rf"(?: (?:of |in )?(?P<year>{w.YEAR}))?",
    ),
    p.form(
        "month", p.MONTH_WORDS, rf"(?P<lead>\b{p.LEAD} )?(?P<part>{w.PART})(?P<month>{w.MONTH}){p.NO_DAY}"
    ),
    p.form(
        "month", p.MONTH_WORDS, rf"(?P<lead>\b(?:recently|early|late|soon) as )(?P<month>{w.MONTH})(?! \d)"
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        r"(?!(?i:and|or|to|for|from) (?:April|August|June|May) [A-Z][a-z])",
        rf"(?P<lead>\b(?i:{p.MONTH_LEAD})(?: both)? )(?P<month>{w.MONTH}){p.NO_DAY}(?! {w.PLACE})",
    ),
    p.form("month", p.MONTH_WORDS, rf"(?P<month>{w.MONTH})(?= ?[-–—] ?{w.MONTH} \d)"),
    p.form(
        "month",
        p.MONTH_WORDS,
        rf"(?:\A|(?<=[.!?] )|(?<=[a-z] ))(?P<month>{w.MONTH})",
        rf"(?= (?:to|through|until|till) (?:(?:early|mid|late)[ -])?{w.MONTH}{p.NO_DAY}(?! [A-Z]))",
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        rf"(?P<lead>\b(?:[Ii]t (?:was|is|will be)|Come) )(?P<month>{w.MONTH})(?= (?:before|when)\b|[.,])",
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        r"(?P<lead>\b(?i:after|despite|following|from|in|with|of|than|to|over|during|by|for|amid|on) (?:an?|the)",
        r" (?!(?:following|next|previous|preceding|same) )[a-z-]+ ",
        r"|(?:\A|(?<=[.;!?] ))An? [a-z-]+ )",
        rf"(?P<month>{w.MONTH}){p.NO_DAY}(?! [A-Z]|-)",
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        rf"(?P<lead>(?:\b(?i:the|its|his|her|their|our|an?|this) |['’]s ))(?P<month>{w.MONTH})",
        rf"(?= (?:(?:{p.KIND}(?i:{p.DEEDS}))|{p.FIGURES_OF})\b)",
    ),
    p.form(
        "month",
        p.MONTH_WORDS,
        r"(?:\A|(?<=[.;:,!?] )|(?<=\b(?:but|and) )|(?<=\b(?:that|when) ))",
        r"(?P<month>January|February|March|July|September|October|November|December)",
        r"(?= (?:was|is|saw|brought|had been|proved|will be|will bring|looks?|looked|promises|promised|has been",
        r"|became|(?:could|may|might|should|would) (?:be|bring)|turned out|remains|remained) )",
    ),
    p.form("month", p.MONTH_WORDS, rf"(?P<lead>\A[ *_#>]*)(?P<month>{w.MONTH})(?=[ *_#:]*\Z)"),
    p.form("year", p.FIGURES, rf"(?P<part>{w.PART})(?P<year>{w.YEAR})\b(?!s)"),
    p.form(
        "year",
        p.FIGURES,
        rf"(?P<lead>\b(?i:{p.LEAD}|and|or) (?:the year |both )?",
        r"|\b[Aa]s (?:early|late|recently|far back) as |\b[Tt]he year |\b(?:later|earlier) than ",
        r"|\b[Ii]t was (?:in )?(?=\d{4}[,.;)])|\b[Tt]he years ",
        r"|\b(?:sat out|missed|skipped|bar|except|excepting|excluding) (?=\d{4}(?:[,.;)]| (?:and|with|but)\b))",
        r"|\b(?:spent|began|ended|started|finished) (?=\d{4} (?:in|as|at|with|without|on|by|[a-z]+ing)\b)",
        r"|\b(?:[Tt]hat|[Tt]he same|[Tt]he following|[Tt]he next) year, ",
        rf"|(?<=\d)[-–—])(?P<part>{w.PART})?",
        rf"(?P<year>{w.YEAR}|{p.OLD_YEAR}|(?<=[Tt]he year )\d{{3,4}})(?:[-–/](?P<to>\d\d)(?![\d–-]))?",
        rf"\b(?! (?:BC|B\.C\.)){p.NO_COUNT}",
    ),
    p.form("year", ("ad ", "a.d. "), r"\b(?:AD|A\.D\.) (?P<year>[1-9]\d{0,3})\b(?![-–]\d)"),
    p.form(
        "year",
        (" ad", " a.d.", " ce", " c.e."),
        r"\b(?<![-–,.])(?P<year>[1-9]\d{0,3}) (?:AD|A\.D\.|CE|C\.E\.)(?!\w)",
    ),
    p.form(
        "year", p.FIGURES, rf"(?:(?<=\()|(?=\d{{4}}–))(?<![\w–-])(?P<year>{w.YEAR})(?=[–-]{w.YEAR}\b(?!-))"
    ),
    p.form("year", p.FIGURES, rf"(?<=\()(?P<year>{w.YEAR})(?:[–-](?P<to>1[3-9]|[2-9]\d))?(?=\))"),
    p.form(
        "year",
        p.FIGURES,
        rf"(?:\A|(?<=[.;!?] ))(?P<year>{w.YEAR})(?:[-–](?P<to>\d\d))?",
        r"(?=:? [-–—] |: | (?:was|is|saw|brought|began|started|ended|will be)\b)",
    ),
    p.form(
        "year",
        p.FIGURES,
        r"(?<=[( ])(?P<lead>(?:born|died|built|founded|established|erected|completed|opened|published|written|est\.) )",
        rf"(?P<year>{w.YEAR})(?=[.,;)])",
    ),
    p.form(
        "year",
        p.FIGURES,
        r"(?P<lead>(?:\b(?i:the|its|his|her|their|our|an?) |['’]s ))",
        rf"(?P<year>(?:1[89]|20)\d\d)(?= {p.KIND}(?i:{p.DEEDS})\b",
        rf"| (?!(?:{p.SIZES}|fiscal|financial|tax)\b)[a-z]+(?:[a-rt-z]|ss)\b)",
    ),
    p.form(
        "month",
        ("'s ", "’s "),
        rf"\b(?P<month>{w.MONTH})(?=['’]s (?:{p.FIGURES_OF}|{p.DEEDS})\b)",
    ),
    p.form(
        "deictic",
        ("new year",),
        r"(?P<lead>\b(?i:in|into|early in|for) )the (?P<what>[Nn]ew [Yy]ear)\b(?! [A-Z])",
    ),
)
