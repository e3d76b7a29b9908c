"""Where a paragraph names a time, and in what form. Nothing is resolved here."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from checker.time import words as w

Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Raw:
    """An expression at `start`..`end` of a paragraph; `parts` are the words of its pattern's groups."""

    kind: str
    start: int
    end: int
    parts: Groups

    def get(self, name: str) -> str:
        """The words of a group; "" where it is not there."""
        return self.parts.get(name, "")


_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)"
_LEAD = r"(?:in|by|since|until|till|from|to|through|during|of|between|before|after|for|around|throughout)"
_PERIOD = r"(?:week|month|year|weekend|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)"
_MONTH_OR_DAY = rf"(?:{_PERIOD}|{w.MONTH}|{w.WEEKDAY})"
_NOUN_AFTER = r"(?P<noun> (?:[\w’'-]+ ?){1,6})"
_GRAMMAR = r"(?:was|is|has|does|as|its|his|this|us|thus|across|always|perhaps|besides|towards|plus|minus|versus|less)\b"
_NO_COUNT = rf"(?!s| (?!{_GRAMMAR})[a-z]+s\b|,\d|\.\d| (?:people|men|women|children))"
_NO_NOUN = (
    r"[,.;:)]|$| [-–—]| (?:and|but|when|while|where|as|at|with|he|she|it|we|they|the|his|her|its|their|was|were|had"
    r"|is|did|after|before|again)\b"
)
"""What may follow "on the 29th" or "on the Saturday" where no noun does ("on the Saturday train")."""
_PATTERNS = tuple(
    (kind, re.compile("".join(pattern)))
    for kind, *pattern in (
        (
            "date",
            rf"\b(?:(?P<weekday>{w.WEEKDAY}),? )?(?P<month>{w.MONTH}) (?P<day>{w.DAY})",
            rf"(?: ?[-–—] ?(?P<last>{w.DAY}))?(?:,? (?P<year>{w.YEAR}))?\b",
        ),
        (
            "date",
            rf"\b(?:(?P<weekday>{w.WEEKDAY}),? )?(?:(?P<first>{w.DAY}) ?[-–—] ?)?",
            rf"(?P<day>{w.DAY}) (?:of )?(?P<month>{w.MONTH})(?:,? (?P<year>{w.YEAR}))?\b",
        ),
        ("date", r"\b(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
        ("month", rf"(?P<part>{w.PART})?\b(?P<month>{w.MONTH}),? (?:of )?(?P<year>{w.YEAR})\b"),
        (
            "deictic",
            r"\b(?!(?<=[Tt]he )next)(?:(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id) )?",
            rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he past) (?P<what>{_MONTH_OR_DAY})\b(?!-)",
        ),
        (
            "deictic",
            r"\b(?<!\bago )(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?!['’]s (?=[A-Z]))",
        ),
        ("month", rf"(?P<lead>\b{_LEAD} )?(?P<part>{w.PART})(?P<month>{w.MONTH})"),
        ("month", rf"(?P<lead>\b[A-Za-z]{{2,10}} )(?P<month>{w.MONTH})(?! \d)"),
        ("month", rf"(?P<month>{w.MONTH})(?= ?[-–—] ?{w.MONTH} \d)"),
        ("month", rf"(?P<lead>\A[ *_#>]*)(?P<month>{w.MONTH})(?=[ *_#:]*\Z)"),
        (
            "season",
            r"(?P<lead>\b(?:[Ii]n|[Bb]y|[Tt]he|[Ss]ince|[Dd]uring) )?(?P<part>(?:early|mid|late)[ -])?",
            rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?(?P<year>{w.YEAR})\b",
        ),
        ("decade", r"\bthe (?P<part>(?:early|mid|late)[ -])?(?P<year>1[5-9]\d0|20\d0)s\b"),
        (
            "year",
            rf"(?P<lead>\b(?i:{_LEAD}|and|or) |(?<=\d)[-–—])(?P<part>{w.PART})?",
            rf"(?P<year>{w.YEAR})\b{_NO_COUNT}",
        ),
        ("year", rf"(?P<part>{w.PART})(?P<year>{w.YEAR})\b(?!s)"),
        (
            "offset",
            rf"\b(?P<count>{w.COUNT}) {_UNIT}s? ",
            r"(?P<way>later|earlier|afterwards?|ago today|ago|prior|before that|after that(?! [a-z]))\b",
        ),
        (
            "offset",
            r"\b(?P<which>[Tt]he (?:next|following|previous|same)|[Tt]hat same|[Tt]hat) ",
            r"(?P<unit>day|week|month|year|morning|afternoon|evening|night)\b",
            r"(?! (?:of|when|after|before|that)\b)",
        ),
        ("offset", r"\b(?P<which>[Tt]he day (?:before|after))(?=[,.;)]|$| (?:he|she|they|it|we)\b)"),
        ("event", rf"\b(?:(?P<count>{w.COUNT})|[Tt]he) {_UNIT}s? (?P<way>after|before|into){_NOUN_AFTER}"),
        ("ordinal", rf"\b[Tt]he (?:very )?(?P<ordinal>{w.ORDINAL}) (?P<unit>day|week) of{_NOUN_AFTER}"),
        ("ordinal", rf"(?<![\w-])(?P<noun>[\w-]{{2,30}})['’]s (?P<ordinal>{w.ORDINAL}) (?P<unit>day|week)\b"),
        (
            "date",
            rf"(?P<lead>\b(?:[Oo]n|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore) )the (?P<day>{w.NTH})",
            rf"(?={_NO_NOUN})",
        ),
        (
            "weekday",
            rf"(?P<lead>\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ff]rom) )(?P<that>the )(?P<weekday>{w.WEEKDAY}(?<!s))",
            rf"(?: (?:morning|afternoon|evening|night))?(?={_NO_NOUN})",
        ),
        (
            "weekday",
            rf"\b(?P<that>[Tt]hat )?(?P<weekday>{w.WEEKDAY}(?<!s))",
            r"(?: (?:morning|afternoon|evening|night))?(?! [A-Z])(?!['’]s [A-Z])",
        ),
    )
)
_ANY = re.compile(r"\b(?:an?|any|each|every|per)\s$", re.IGNORECASE)
"""Before a weekday: it is no day of the story ("free on a Monday")."""
_MORE_DAYS = re.compile(
    rf"(?:, and |,? and |, )(?P<day>{w.DAY})(?:,? (?P<year>{w.YEAR})|(?=[,;)]|\.?\s*$| and \d))"
)
_MONTH_LEADS = frozenset(
    [
        "",
        "in",
        "by",
        "since",
        "until",
        "till",
        "from",
        "to",
        "through",
        "during",
        "of",
        "and",
        "or",
        "between",
        "before",
        "after",
        "for",
        "around",
        "throughout",
        "last",
        "next",
        "this",
        "late",
        "early",
        "mid",
        "that",
    ]
)


def find(text: str) -> list[Raw]:
    """Expressions of one paragraph, in order, none overlapping; of two that do, the more definite stays."""
    found: list[Raw] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            raw = _raw(kind, match, text)
            if raw is not None:
                _add(found, raw)
                for more in _more(text, raw) if kind == "date" else ():
                    _add(found, more)
    return _years(text, found)


def _add(found: list[Raw], raw: Raw) -> None:
    """Insert in text order, unless the place is taken."""
    i = bisect_right(found, raw.start, key=lambda r: r.start)
    free_before = i == 0 or found[i - 1].end <= raw.start
    if free_before and (i == len(found) or raw.end <= found[i].start):
        found.insert(i, raw)


def _raw(kind: str, match: re.Match[str], text: str) -> Raw | None:
    parts = {name: words for name, words in match.groupdict().items() if words}
    start, end = match.span()
    if "lead" in parts:
        start = match.end("lead")
        if kind == "month" and parts["lead"].strip(" *_#>").lower() not in _MONTH_LEADS:
            return None
    if kind == "weekday" and (_is_name(text, start) or _ANY.search(text[max(0, start - 8) : start])):
        return None
    if kind in {"event", "ordinal"} and match.span("noun")[0] > start:
        start, end = _measure(kind, match)
    return Raw(kind, start, end, parts)


def _measure(kind: str, match: re.Match[str]) -> tuple[int, int]:
    """Up to the preposition; the words of the event are added when they are known."""
    return match.start(), match.start("noun") if kind == "event" else match.end("unit") + len(" of")


def _is_name(text: str, start: int) -> bool:
    """Whether a capital stands before the day's name that no sentence start explains: "Good Friday"."""
    before = re.search(r"(\S+) $", text[max(0, start - 30) : start])
    if not before:
        return False
    word = before.group(1)
    known = re.fullmatch(r"(?:On|By|Since|Last|Late|Early|That|This|Next|Until|And|But|From|EDT|GMT)", word)
    return word[:1].isupper() and not known and word.isalpha() and len(word) > 1 and not word.endswith("day")


def _more(text: str, raw: Raw) -> list[Raw]:
    """The further days of "May 6, 10 and 27"."""
    more, end = list[Raw](), raw.end
    if raw.get("year") or "month" not in raw.parts or text[raw.start : end].strip()[-1:].isalpha():
        return more
    while match := _MORE_DAYS.match(text, end):
        end = match.end()
        parts = {"month": raw.get("month"), "day": match["day"], "year": match["year"] or ""}
        more.append(Raw("date", match.start("day"), end, parts))
    return more


def _years(text: str, found: list[Raw]) -> list[Raw]:
    """Give the year at the end of a list to the dates before it: "in March and early April of 2022"."""
    year, right, given = "", None, list[Raw]()
    for raw in reversed(found):
        between = text[raw.end : right.start] if right else "x"
        if right is None or not re.fullmatch(
            r"\s*(?:[,;–—-]|and|or|to|in|from|until)*\s*(?:and |to |the )?", between
        ):
            year = ""
        if raw.kind in {"date", "month"} and not raw.get("year") and year:
            raw = replace(raw, parts={**raw.parts, "year": year})
        year = raw.get("year") if raw.kind in {"date", "month"} else ""
        given.append(raw)
        right = raw
    return given[::-1]
