"""Citations in brackets: `(Outlet, March 24, 25; see ABC, May 6)`, and what is left where the outlet was stripped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.citation.dates import MONTH, coarse, days
from checker.citation.mention import Mention
from checker.citation.names import PERHAPS, SURE, Judge, Name, lexicon, name_at
from checker.citation.shown import Shown
from checker.model import Document

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,400})[)\]]")
_PART = re.compile(r"[^;]+")
_DATE = rf"(?:{MONTH} \d{{1,2}}\b|\d{{1,2}} {MONTH}\b)"
_LEAD = re.compile(
    r"\s*(?:(?:see|also|cf\.?|compare|quoted|cited|reported|published|as|by|in|from|via|and|e\.g\.,?|"
    r"according to|source:)\s+)*",
    re.IGNORECASE,
)
_SEE = re.compile(r"(?<=[—–\s])see (?:also )?(?=[^\W\d_a-z])")
_REACH = 80
"""Characters of the statement before a bracket."""
_STRIPPED = re.compile(rf"\s*(?P<at>[,;]\s*{_DATE}.*)$", re.DOTALL)
_ONLY = re.compile(rf"(?:\s|,|and|–|-|{MONTH}|\d|\.)*$")
_PAGE = r"(?:pp?\. ?\d+(?:[–-]\d+)?)"
_NUMBER = r"(?:(?:vol|volume|no|nr|issue)\.? ?\d+)"
_TAIL = re.compile(rf"(?:,? (?:{_PAGE}|{_NUMBER}|[“\"][^”\"]{{2,120}}[”\"]))*\s*$", re.IGNORECASE)
_SERIAL = re.compile(rf", {_NUMBER}(?!\w)", re.IGNORECASE)
_SERIES = re.compile(rf"(?:, {_NUMBER})+(?:, {_PAGE})?\s*$", re.IGNORECASE)
_NO_NAME = re.compile(rf"(?:{MONTH}|Vol\.?|No\.?)(?: \d+)?$")
_CLOSED = re.compile(r"\s*(?:[.,;:!?]|$)")
_BETWEEN = re.compile(r",? (?:and )?|,")
_OWN = re.compile(
    r"(?:our|this (?:newspaper|paper|magazine|journal)['’]s) (?:report|article|story|coverage)s?(?:,| of| on| from)? "
)
_CONTEST = re.compile(
    r"\b(?:Olympic\w*|medal|title|Games|[Cc]up|championship|tournament|festival|summit|conference|album|film|"
    r"record)\b"
)
_SURNAME = r"[^\W\d_a-z][\w’'-]+"
_AUTHORS = re.compile(
    rf"(?P<names>(?P<first>{_SURNAME})(?:,? (?:and|&) {_SURNAME}| et al\.)?)(?P<comma>,?) "
    rf"(?P<year>1[89]\d\d|20\d\d)[a-z]?(?P<page>(?:,? {_PAGE}|: ?\d+(?:[–-]\d+)?))?\s*$"
)


def find(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """One mention for each day that a bracket cites, in text order."""
    for block in blocks:
        if block.body:
            for bracket in _BRACKETS.finditer(block.text):
                for part in _PART.finditer(bracket[1]):
                    at = bracket.start(1) + part.start()
                    yield from _part(document, block, judge, at, part[0])
                yield from _alone(block, judge, bracket)


def _part(document: Document, block: Shown, judge: Judge, at: int, part: str) -> Iterator[Mention]:
    """What stands between two semicolons."""
    stripped = _STRIPPED.match(part)
    if stripped and _ONLY.match(part):
        yield from _each(document, block, at, part, stripped.start("at"), _without_name())
        return
    lead = _SEE.search(part) or _LEAD.match(part)
    start = lead.end() if lead else 0
    if own := _OWN.match(part, start):
        yield from _each(document, block, at, part, own.start(), _own(document), own.end())
        return
    yield from _authors(document, block, judge, at, part, start)
    names = _names(block, at + start, at + len(part))
    if names:
        yield from _named(document, block, judge, at, part, names)


def _without_name() -> Mention:
    lost = "the name of the outlet is missing before the date"
    return Mention("parenthetical_stripped", 0, 0, "citation.parenthetical_stripped", lost=lost)


def _own(document: Document) -> Mention:
    return Mention("back_reference", 0, 0, "citation.back_reference", document.outlet)


def _names(block: Shown, at: int, end: int) -> list[Name]:
    """The names that follow each other, with commas between."""
    names: list[Name] = []
    while at < end and (name := name_at(block.text, at)) is not None:
        if _NO_NAME.match(name.text):
            break
        names.append(name)
        between = _BETWEEN.match(block.text, name.end)
        if between is None:
            break
        at = between.end()
    return names


def _named(
    document: Document, block: Shown, judge: Judge, at: int, part: str, names: list[Name]
) -> Iterator[Mention]:
    """An outlet with its days; before it an author, or further outlets which the same days are of."""
    last, before = names[-1], names[:-1]
    if judge.is_place(last.text) or judge.is_where(last, block):
        return
    author = next((n for n in before if judge.type_of(n, block) == "PERSON"), None)
    first = _start(block, author or last) - at
    form = "back_reference" if _is_own(document, last.text) else "parenthetical_outlet"
    outlet = document.outlet if form == "back_reference" else last.text
    like = Mention(form, 0, 0, f"citation.{form}", outlet, author=author.text if author else None)
    found = list(_each(document, block, at, part, first, like, last.end - at))
    if not found and _SERIES.match(part, last.end - at) and judge.of(last, block) >= PERHAPS:
        start, end = block.range(first + at, at + len(part.rstrip()))
        found = [replace(like, start=start, end=end)]
    for name in before if found else ():
        if name is not author and judge.of(name, block) >= PERHAPS:
            start, end = block.range(name.start, name.end)
            yield replace(like, start=start, end=end, outlet=name.text, date=found[0].date, author=None)
    yield from found


def _start(block: Shown, name: Name) -> int:
    """Where the name begins, with an article before it."""
    article = re.search(r"\bthe $", block.text[max(0, name.start - 4) : name.start], re.IGNORECASE)
    return name.start - len(article[0]) if article else name.start


def _each(
    document: Document, block: Shown, at: int, part: str, first: int, like: Mention, named: int = 0
) -> Iterator[Mention]:
    """The first day with the name before it, the others alone; a page or a title may follow."""
    found = [d for d in days(part) if d.start >= named]
    last = len(part.rstrip())
    if not found:
        yield from _monthly(document, block, at, part, first, like, named)
        return
    tail = _TAIL.search(part, found[-1].end)
    if tail is None or (named and not _ONLY.match(_SERIAL.sub("", part[named : found[-1].end]))):
        return
    for i, day in enumerate(found):
        end = last if len(found) == 1 and tail.start() == day.end else day.end
        start, stop = block.range(at + (first if i == 0 else day.start), at + end)
        yield replace(like, start=_with_mark(document, start), end=stop, date=day.iso(document))


def _monthly(
    document: Document, block: Shown, at: int, part: str, first: int, like: Mention, named: int
) -> Iterator[Mention]:
    """`(Outlet, May 2019)`."""
    rest = part[named:].lstrip(" ,*_")
    month = coarse(rest) if named else None
    if month is None or month.start or not _TAIL.match(rest, month.end) or "-" not in (month.iso or ""):
        return
    start, end = block.range(at + first, at + len(part.rstrip()))
    yield replace(like, start=_with_mark(document, start), end=end, date=month.iso)


def _with_mark(document: Document, start: int) -> int:
    """The start with the emphasis mark before it."""
    while start and document.text[start - 1] in "*_":
        start -= 1
    return start


def _authors(
    document: Document, block: Shown, judge: Judge, at: int, part: str, start: int
) -> Iterator[Mention]:
    """`(Quill 2016)`, `(Quill and Reed, 2016, p. 4)`: an author and a year."""
    match = _AUTHORS.match(part, start)
    if match is None or (match["comma"] and not match["page"] and " " not in match["names"]):
        return
    name = Name(at + match.start("first"), at + match.end("first"), match["first"])
    key = name.text.casefold()
    if key in lexicon("no_author") | lexicon("time_word") or judge.is_place(key):
        return
    if judge.type_of(name, block) in ("GPE", "LOC", "EVENT", "FAC") or judge.of(name, block) == SURE:
        return
    if _CONTEST.search(block.text[max(0, at - 60) : at]):
        return
    if document.published and match["year"] > document.published.to[:4]:
        return
    begin, end = block.range(at + match.start(), at + len(part.rstrip()))
    yield Mention(
        "parenthetical_outlet", begin, end, "citation.parenthetical_author", None, match["year"],
        author=match["names"],
    )  # fmt: skip


def _alone(block: Shown, judge: Judge, bracket: re.Match[str]) -> Iterator[Mention]:
    """`(Reuters)` at the end of a statement: an outlet for sure, and not the short form of a name before it."""
    name = name_at(block.text, bracket.start(1))
    before = block.text[max(0, bracket.start() - _REACH) : bracket.start()].split()
    if name is None or name.end != bracket.end(1) or len(before) < 4 or not before[-1][0].islower():
        return
    if judge.of(name, block) == SURE and _CLOSED.match(block.text, bracket.end(), bracket.end() + 9):
        start, end = block.range(name.start, name.end)
        yield Mention(
            "parenthetical_outlet", start, end, "citation.parenthetical_outlet_alone", outlet=name.text
        )


def _is_own(document: Document, outlet: str) -> bool:
    """Whether the name, or its initials, are those of the outlet in which the text stands."""
    own = document.outlet or ""
    words = [w for w in own.split() if w[0].isupper()]
    initials = "".join(w[0] for w in words) if len(words) > 1 else ""
    return bool(own) and outlet.casefold() in (own.casefold(), initials.casefold())
