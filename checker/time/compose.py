"""Longer expressions out of shorter ones: "the first week of May", "from May to June", "since early May"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from checker.time import words as w
from checker.time.bounds import BETWEEN, CLOCK, bounded
from checker.time.pieces import DEEDS
from checker.time.raw import Raw

_DAY = frozenset({"date", "numbers", "weekday", "holiday"})
_POINT = _DAY | {"month", "year", "decade", "season", "numbered", "deictic", "week", "nth", "within"}
_LISTED = frozenset({"date", "month", "weekday", "decade"})
"""Times that make one stretch where one follows on the other: "on 2 and 3 May"."""
_WHOLE = {"weekday": "week", "month": "year", "date": "year", "holiday": "year", "numbered": "year"}
"""What a day, month or quarter may be said to lie in by words behind it: "October of that year"."""
_YEARS_ON = frozenset({"later", "earlier", "ago", "before", "previously"})
"""Behind a day and a count of years: "on 14 May seven years later"."""
_BOUNDED = _POINT | {"offset", "beside", "ordinal", "weekof", "range"}
_UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year|decade)"
_WINDOW = 60
"""Characters before an expression in which a word may stand that makes a longer one of it."""
_PREFIXES = tuple(
    (kind, kinds, re.compile(pattern + "$"))
    for kind, kinds, pattern in (
        (
            "nth",
            frozenset({"month", "year", "decade", "season", "numbered", "deictic", "week"}),
            rf"(?:\b[Tt]he )?\b(?P<nth>{w.ORDINAL}|{w.ENDS}) (?:(?P<count>{w.COUNT}) )?"
            rf"(?P<unit>day|week|weekend|night|month|decade|{w.DAYNAME})(?P<plural>s)?"
            r" (?:of|in) (?:the (?:month|year) of )?",
        ),
        ("nth", frozenset({"deictic"}), rf"\b[Tt]he (?P<nth>{w.NTH}) of "),
        (
            "weekof",
            frozenset({"date", "numbers", "weekday"}),
            r"\b[Tt]he (?:week|(?P<weekend>weekend)(?= of))"
            r" (?P<way>of|beginning|starting|commencing|from|ending|ended|to)(?: on)?(?: the)? ",
        ),
        (
            "ending",
            frozenset({"year"}),
            rf"\b[Tt]he (?:(?P<count>{w.COUNT}) )?(?P<unit>year|decade|centur)(?:y|s)? (?:up )?(?P<way>to) ",
        ),
        (
            "ending",
            frozenset({"date", "month"}),
            rf"(?:\b[Tt]he (?:(?P<count>{w.COUNT}) )?(?P<unit>half[- ]year|half|quarter|fortnight|week|month|year)s?"
            r"|(?P<half>half)-year(?:ly)? (?:report|results|accounts|figures|period))"
            r" (?:up )?(?P<way>to|ended|ending)(?: in| on)? (?:the end of )?",
        ),
        (
            "lasting",
            _DAY,
            rf"\b(?:[Ff]or|[Oo]ver|[Ll]asting|[Ll]asts?) (?P<count>{w.COUNT}) {_UNIT}s? from {BETWEEN}",
        ),
        (
            "beside",
            _POINT,
            rf"\b(?:(?P<count>{w.COUNT})|[Tt]he) {_UNIT}s?(?P<whole> to the day)? (?P<way>before|after|from) (?:the )?"
            r"(?:(?:(?<=the )|(?:his|her|its|their) )(?:[\w’'-]+ ){0,2}"
            rf"(?:death|birth|marriage|arrest|wedding|{DEEDS}) (?:in|on|of) )?",
        ),
        (
            "beside",
            _DAY,
            rf"\b[Tt]he (?:(?P<nth>last|first) )?(?P<unit>{w.DAYNAME_ONLY}|weekend) (?P<way>before|after) (?:the )?",
        ),
        ("within", frozenset({"deictic", "offset"}), rf"\b(?:[Tt]he )?(?P<season>{w.SEASON}) (?:of )?"),
        (
            "beside",
            frozenset({"deictic", "weekday"}),
            rf"\b(?P<count>{w.COUNT}) {_UNIT}s? (?P<way>ago) (?:on )?",
        ),
        ("beside", _DAY, r"\b(?:[Tt]he )?(?P<unit>eve)(?P<way>) of (?:the )?"),
        (
            "beside",
            _DAY,
            rf"\b[Tt]he (?P<nth>{w.ORDINAL}) (?P<unit>anniversary)(?P<way>) of "
            rf"(?:the |what happened on |(?:the|his|her|its|their) (?:[\w’'-]+ ){{0,2}}(?:[\w’'-]+ of|{DEEDS} on|in)"
            r" (?:the )?)?",
        ),
        ("beside", frozenset({"deictic"}), r"\b(?P<count>[Aa]) (?P<unit>week|fortnight) (?P<way>)"),
        ("beside", frozenset({"weekday"}), r"\b(?P<count>[Aa]) (?P<unit>week|fortnight) (?P<way>on) "),
    )
)
_AT = rf"(?:,? (?:at )?{CLOCK})?"
_FROM = re.compile(rf"\b(?:[Ff]rom|[Bb]etween) (?:the )?{BETWEEN}$")
_TO = re.compile(
    rf"{_AT}(?: ?[-–—] ?| (?:to|until|till|through|into|up to)(?: and including)? (?:the )?{BETWEEN}"
    r"(?:(?:(?:his|her|its|their|the) (?:[\w’'-]+ ){1,3}(?:in|on|of) (?:the )?)?))"
)
_AND = re.compile(rf"{_AT} and (?:the |in )?{BETWEEN}")
_COUNT = re.compile(r" and \d+ (?:on|in|of) ")
"""Between two days of which each has a number of its own: "140 on Friday and 65 on Saturday"."""
_MOVED = re.compile(
    r"\b(?:mov|postpon|delay|reschedul|push|extend|shift|defer|chang|rais|brought|bring|put)\w*\b[^.;:]{0,40}$"
)


def compose(text: str, atoms: Iterable[Raw]) -> list[Raw]:
    """The longest expressions, in text order, none overlapping."""
    found = [_prefixed(text, raw) for raw in atoms]
    whole = _ranges(text, _near(text, _longest(found)))
    return [bounded(text, raw) if raw.kind in _BOUNDED else raw for raw in whole]


def add(found: list[Raw], raw: Raw) -> None:
    """Insert in text order, unless the place is taken."""
    i = bisect_right(found, raw.start, key=lambda r: r.start)
    free_before = i == 0 or found[i - 1].end <= raw.start
    if free_before and (i == len(found) or raw.end <= found[i].start):
        found.insert(i, raw)


def _longest(found: list[Raw]) -> list[Raw]:
    """Of expressions that overlap, the longest."""
    kept: list[Raw] = []
    for raw in sorted(found, key=lambda r: (r.start - r.end, r.start)):
        add(kept, raw)
    return kept


def _prefixed(text: str, raw: Raw) -> Raw:
    before = text[max(0, raw.start - _WINDOW) : raw.start]
    for kind, kinds, pattern in _PREFIXES:
        match = pattern.search(before) if raw.kind in kinds else None
        if match and not _clashes(kind, match, raw):
            start = raw.start - len(before) + match.start()
            parts = {name: words for name, words in match.groupdict().items() if words}
            whole = Raw(kind, start, raw.end, parts, (raw,))
            return _prefixed(text, whole) if kind == "nth" else whole
    return raw


def _clashes(kind: str, match: re.Match[str], raw: Raw) -> bool:
    """Whether the words do not belong together: "three days from the 1960s", "the first week in this year"."""
    if kind == "within":
        return raw.get("what") != "year" or bool(raw.get("part"))
    way = match.groupdict().get("way")
    if kind == "beside" and raw.kind == "weekday" and way == "from" and match["unit"] == "night":
        return not match["count"]
    if kind == "beside" and raw.kind in {"deictic", "weekday"} and way == "ago":
        return raw.kind == "deictic" and (bool(raw.get("word")) or raw.get("which").lower() == "next")
    if kind == "beside" and raw.kind == "deictic" and way == "":
        past = raw.get("which").lower() == "last" and raw.get("what").endswith("day")
        return not past and raw.get("word").lower() not in {"today", "tomorrow"}
    if kind == "beside" and (match["unit"][:1].isupper() or match["unit"] == "weekend"):
        return raw.kind == "weekday"
    if kind == "beside" and match["unit"] not in {"year", "decade"}:
        return raw.kind in {"year", "decade", "season", "numbered"}
    if kind == "nth" and raw.kind == "month":
        return match.groupdict().get("unit") in {"month", "decade"}
    if kind != "nth" or raw.kind != "deictic":
        return False
    return bool(raw.get("word")) or (not match.groupdict().get("unit") and raw.get("what") != "month")


def _near(text: str, found: list[Raw]) -> list[Raw]:
    """The day or month in what is named after it: "Monday last week", "March of next year"."""
    kept: list[Raw] = []
    for raw in found:
        left = kept[-1] if kept else None
        if left and _tied(text, left, raw):
            kept[-1] = Raw("within", left.start, raw.end, left.parts, (left, raw))
            if len(kept) > 1 and _same_week(text, kept[-2], left):
                kept[-2] = Raw("within", kept[-2].start, kept[-2].end, kept[-2].parts, (kept[-2], raw))
        else:
            kept.append(raw)
    return kept


def _same_week(text: str, first: Raw, last: Raw) -> bool:
    """Whether two days of the week lie in one week: "on Monday and Tuesday of last week"."""
    if first.kind != "weekday" or last.kind != "weekday":
        return False
    in_order = w.weekday(first.get("weekday")) < w.weekday(last.get("weekday"))
    return in_order and bool(re.fullmatch(r",? (?:(?:and|or|to|until) )?", text[first.end : last.start]))


def _tied(text: str, left: Raw, right: Raw) -> bool:
    if right.kind == "offset" and right.get("unit") == "year" and right.get("way").lower() in _YEARS_ON:
        undated = left.kind in {"date", "month", "holiday"} and not left.get("year") and not left.get("which")
        return undated and bool(re.fullmatch(r",? ", text[left.end : right.start]))
    if (
        not (right.kind == "deictic" or (right.kind == "offset" and right.get("which")))
        or right.get("part")
        or left.get("year")
        or left.get("unit") == "century"
        or text[right.end : right.end + 1] in "'’"
    ):
        return False
    whole = _WHOLE.get(left.kind)
    return right.get("what") == whole and bool(re.fullmatch(r",? (?:of )?", text[left.end : right.start]))


def _ranges(text: str, found: list[Raw]) -> list[Raw]:
    kept: list[Raw] = []
    for raw in found:
        left = kept[-1] if kept else None
        joined = _joined(text, left, raw) if left and {left.kind, raw.kind} <= _POINT else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(raw)
    return kept


def _joined(text: str, left: Raw, right: Raw) -> Raw | None:
    """Both as one stretch of time; None where they are two times."""
    between = text[left.end : right.start]
    before = _FROM.search(text[max(0, left.start - _WINDOW) : left.start])
    pair = (left, right)
    if _TO.fullmatch(between):
        start = left.start - len(before.group()) if before else left.start
        moved = _MOVED.search(text[max(0, start - _WINDOW) : start])
        return None if moved else Raw("range", start, right.end, {}, pair)
    among = before is not None and before.group().lower().startswith("between")
    if not _AND.fullmatch(between.removeprefix(",") if among else between) or _COUNT.fullmatch(between):
        return None
    if before and among:
        return Raw("range", left.start - len(before.group()), right.end, {}, pair)
    listed = left.kind == right.kind and left.kind in _LISTED
    return Raw("both", left.start, right.end, {}, pair) if listed else None
