"""Citations in brackets: `(Outlet, March 24, 25; see ABC, May 6)`, and what is left where the outlet was stripped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH, Day, days
from checker.citation.mention import Mention
from checker.citation.names import Judge, Name, name_at
from checker.citation.shown import Shown
from checker.model import Document

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{4,400})[)\]]")
_PART = re.compile(r"[^;]+")
_DATE = rf"(?:{MONTH} \d{{1,2}}\b|\d{{1,2}} {MONTH}\b)"
_REACH = 80
"""Characters before the first date in which the name of the outlet begins."""
_STRIPPED = re.compile(rf"\s*(?P<at>[,;]\s*{_DATE}.*)$", re.DOTALL)
_ONLY = re.compile(rf"(?:\s|,|and|–|-|{MONTH}|\d|\.)*$")


def find(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """One mention for each day that a bracket cites, in text order."""
    for block in blocks:
        if block.body:
            for bracket in _BRACKETS.finditer(block.text):
                for part in _PART.finditer(bracket[1]):
                    at = bracket.start(1) + part.start()
                    yield from _part(document, block, judge, at, part[0])


def _part(document: Document, block: Shown, judge: Judge, at: int, part: str) -> Iterator[Mention]:
    """What stands between two semicolons."""
    stripped = _STRIPPED.match(part)
    if stripped and _ONLY.match(part):
        start = at + stripped.start("at")
        yield from _each(document, block, start, days(part), at, None)
        return
    found = days(part)
    while found and not _ONLY.match(part, found[0].start):
        found = found[1:]
    name = _name_before(part, found[0].start) if found else None
    if name is not None and not judge.is_place(name.text):
        yield from _each(document, block, at + name.start, found, at, name.text)


def _name_before(part: str, end: int) -> Name | None:
    """The name that ends where a date begins."""
    before = part[:end].rstrip(" ,")
    for match in re.finditer(r"(?<![\w.’'-])(?=\w)", before[max(0, len(before) - _REACH) :]):
        start = max(0, len(before) - _REACH) + match.start()
        name = name_at(before, start)
        if name is not None and name.start == start and name.end == len(before):
            return name
    return None


def _each(
    document: Document, block: Shown, first: int, found: list[Day], at: int, outlet: str | None
) -> Iterator[Mention]:
    """The first day with the name before it, the others alone."""
    own = outlet is not None and _initials(document.outlet) == outlet
    for i, day in enumerate(found):
        start, end = block.range(first if i == 0 else at + day.start, at + day.end)
        date = day.iso(document)
        if outlet is None:
            lost = "the name of the outlet is missing before the date"
            yield Mention(
                "parenthetical_stripped", start, end, "citation.parenthetical_stripped", date=date, lost=lost
            )
        elif own:
            yield Mention("back_reference", start, end, "citation.back_reference", document.outlet, date)
        else:
            yield Mention("parenthetical_outlet", start, end, "citation.parenthetical_outlet", outlet, date)


def _initials(outlet: str | None) -> str:
    """`Arden Daily Courier` -> `ADC`; "" for a name of one word."""
    words = [w for w in (outlet or "").split() if w[0].isupper()]
    return "".join(w[0] for w in words) if len(words) > 1 else ""
