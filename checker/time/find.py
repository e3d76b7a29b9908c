"""Where a paragraph names a time, and in what form. Nothing is resolved here."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.time import words as w
from checker.time.atoms import FORMS
from checker.time.called import is_any, is_feast, is_name, is_no_day, is_title
from checker.time.compose import add, compose
from checker.time.raw import Raw

_NAMED_AFTER = re.compile(
    rf"(?:\b{w.PLACE} of|(?<=[a-z,] )[A-Z][a-z]+(?<!day) of|\b[A-Z][a-z]* (?:Week|Day|Night|Month)s? (?:of|in))"
    rf" (?:the (?:{w.NTH} of )?)?$"
)
"""Before a day or month that a place, a group or a work is called after: "the Street of the 4th of May"."""
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Sgt|Capt|Rev)\.? [A-Z]\w+\Z")
"""A day or month that is a surname."""
_COUNTS = {
    "to ": re.compile(rf"\d (?:[a-z]+s )$|(?<![\d,.])(?!{w.YEAR})\d[\d,.]* $"),
    "from ": re.compile(
        r"\d (?:[a-z]+s )?(?:[a-z]+ )?[(]?,? ?[(]?(?:up|down) $|\d [a-z]+s,? (?:up|down|compared|against) $"
    ),
}
"""Before a number that counts: "by 2025 votes to 1987", "from 2100 to 1950", "sold 1989 copies, up from 1940"."""
_BEHIND_YEAR = re.compile(r", (?:on|in)(?: the (?:morning|evening|night|afternoon) of)?(?: the)? ")
_MORE_DAYS = re.compile(
    rf"(?:, and |,? and |, )(?P<day>{w.DAY})(?:,? (?P<year>{w.YEAR})|(?=[,;)]|\.?\s*$| and \d))"
)
_MORE_YEARS = re.compile(
    rf"(?:,? and (?:again |then )?(?:in )?|, (?:again |then )?(?:in )?)(?P<year>(?=\d){w.YEAR})"
    r"(?=[.;,)]|$|,? and (?:again )?(?:in )?\d{4}\b)"
)
_FEWER_DAYS = re.compile(rf"\b(?:{w.DAY}, )+$")
_LISTED = re.compile(r"\s*(?:[,;–—-]|and|or|to|until|through|in|from)*\s*(?:and |to |the )?")
"""What stands between the times of a list that has one year for all."""


def find(text: str, latest: int | None = None) -> list[Raw]:
    """Expressions of one paragraph, in order, none overlapping; of two that do, the more definite stays.

    `latest` is the last year that "’98" may be short for.
    """
    found: list[Raw] = []
    lower = text.lower()
    for kind, needs, pattern in FORMS:
        if needs and not any(word in lower for word in needs):
            continue
        for match in pattern.finditer(text):
            raw = _raw(kind, match, text, latest)
            for one in _days(text, raw, match, latest) if raw else ():
                add(found, one)
    return compose(text, _years(text, found))


def _raw(kind: str, match: re.Match[str], text: str, latest: int | None) -> Raw | None:
    parts = {name: words for name, words in match.groupdict().items() if words}
    if "year" in parts:
        parts["year"] = w.full_year(parts["year"], latest)
    start, end = match.span()
    if "lead" in parts:
        start = match.end("lead")
    if is_title(parts, text, start):
        return None
    if kind in {"weekday", "month", "date"} and _TITLED.search(
        text[max(0, match.start() - 10) : match.end()]
    ):
        return None
    undated = kind in {"date", "month"} and "year" not in parts
    if undated and _NAMED_AFTER.search(text[max(0, start - 40) : start]):
        return None
    counts = _COUNTS.get(parts.get("lead", "").lower()) if kind == "year" else None
    if kind == "year" and _is_outvoted(text, match):
        return None
    if counts and counts.search(text[max(0, match.start() - 40) : match.start()]):
        return None
    named_day = kind == "weekday" or (kind == "holiday" and "year" not in parts)
    if (named_day and is_any(text, start)) or (kind == "weekday" and is_no_day(text, start, end)):
        return None
    if kind == "weekday" and is_name(text, start):
        if is_feast(text, start) or start != match.start("weekday"):
            return None
        parts["doubted"] = "a name before it"
    if kind in {"event", "ordinal"} and match.span("noun")[0] > start:
        end = match.start("noun")
    if parts.get("unit") == "centur":
        parts["unit"] = "century"
    return Raw(kind, start, end, parts)


def _is_outvoted(text: str, match: re.Match[str]) -> bool:
    """Whether four figures before "to" are more than those behind it: no years, but votes."""
    before = re.search(r"(\d{4}) $", text[max(0, match.start() - 5) : match.start()])
    year = match["year"]
    return (
        before is not None and match.group().lower().startswith("to ") and year.isdigit() and before[1] > year
    )


def _days(text: str, raw: Raw, match: re.Match[str], latest: int | None) -> list[Raw]:
    """The dates of "7 and 18 January" and "May 6, 10 and 27"; "7 and 8 January" is one stretch."""
    if raw.kind == "year" and not raw.get("to"):
        return [raw, *_more_years(text, raw)]
    if raw.kind != "date":
        return [raw]
    other = next((name for name in ("first", "last") if raw.get(name)), "")
    listed = _FEWER_DAYS.search(text[max(0, raw.start - 40) : raw.start])
    if listed and text[raw.start].isdigit() and raw.get("link") in {"", " and "}:
        before = [w.ordinal(number) for number in re.findall(w.DAY, listed.group())]
        if before == sorted(set(before)) and before[-1] < w.ordinal(raw.get("first") or raw.get("day")):
            return _fewer(raw, match, listed)
    if raw.get("link") == " or " and abs(w.ordinal(raw.get("day")) - w.ordinal(raw.get(other))) != 1:
        return []
    if raw.get("link") != " and " or text[max(0, raw.start - 8) : raw.start].lower() == "between ":
        return [raw, *_more(text, raw, latest)]
    if abs(w.ordinal(raw.get("day")) - w.ordinal(raw.get(other))) == 1:
        return [raw]
    named = {"month": raw.get("month"), "year": raw.get("year")}
    return [
        replace(raw, end=match.start("link"), parts={**named, "day": raw.get("first") or raw.get("day")}),
        replace(raw, start=match.end("link"), parts={**named, "day": raw.get("last") or raw.get("day")}),
    ]


def _fewer(raw: Raw, match: re.Match[str], listed: re.Match[str]) -> list[Raw]:
    """The days of "3, 5 and 9 May"; those of "14, 15 and 16 May" are one stretch."""
    start = raw.start - len(listed.group())
    named = {"month": raw.get("month"), "year": raw.get("year")}
    before = [(start + m.start(), start + m.end(), m.group()) for m in re.finditer(w.DAY, listed.group())]
    ends = [match.span(name) for name in ("first", "day") if raw.get(name)]
    days = [*before, *((a, b, match.string[a:b]) for a, b in ends)]
    numbers = [w.ordinal(day) for _, _, day in days]
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return [
            replace(raw, start=start, parts={**named, "first": days[0][2], "day": days[-1][2], "link": ", "})
        ]
    return [Raw("date", a, raw.end if b == days[-1][1] else b, {**named, "day": day}) for a, b, day in days]


def _more(text: str, raw: Raw, latest: int | None) -> list[Raw]:
    """The further days of "May 6, 10 and 27"."""
    more, end = list[Raw](), raw.end
    if raw.get("year") or "month" not in raw.parts or text[raw.start : end].strip()[-1:].isalpha():
        return more
    while match := _MORE_DAYS.match(text, end):
        end = match.end()
        parts = {
            "month": raw.get("month"),
            "day": match["day"],
            "year": w.full_year(match["year"] or "", latest),
        }
        more.append(Raw("date", match.start("day"), end, parts))
    return more


def _more_years(text: str, raw: Raw) -> list[Raw]:
    """The further years of "in 1998, 2003 and 2009"."""
    more, end = list[Raw](), raw.end
    while match := _MORE_YEARS.match(text, end):
        end = match.end()
        more.append(Raw("year", match.start("year"), end, {"year": match["year"]}))
    return more


def _is_day_of(year: Raw, right: Raw, text: str) -> bool:
    """Whether a day or month stands right behind its year: "in 1961, on the night of 13 August"."""
    undated = right.kind in {"date", "month"} and not right.get("year") and not year.get("to")
    return undated and bool(_BEHIND_YEAR.fullmatch(text, year.end, right.start))


def _years(text: str, found: list[Raw]) -> list[Raw]:
    """Give the year at the end of a list to the dates before it: "in March and early April of 2022"."""
    year, right, given = "", None, list[Raw]()
    for raw in reversed(found):
        if right and not _LISTED.fullmatch(text, raw.end, right.start):
            year = ""
        if raw.kind in {"date", "month"} and not raw.get("year") and year:
            raw = replace(raw, parts={**raw.parts, "year": year})
        elif raw.kind == "year" and right and _is_day_of(raw, right, text):
            given[-1] = right = replace(right, parts={**right.parts, "year": raw.get("year")})
        year = raw.get("year") if raw.kind in {"date", "month"} else ""
        given.append(raw)
        right = raw
    return given[::-1]
