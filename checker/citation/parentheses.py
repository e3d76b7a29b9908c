"""Citations in brackets: `(Outlet, March 24, 25; see ABC, May 6)`, and what is left where the outlet was stripped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.citation import authors
from checker.citation.authors import PAGE
from checker.citation.dates import MONTH, coarse, days, following
from checker.citation.judge import Judge
from checker.citation.mention import Mention
from checker.citation.names import PERHAPS, TITLED, Name, name_at
from checker.citation.shown import Shown
from checker.citation.sourced import ENDS, LEAD, alone, called_so, is_cited, is_own, with_mark
from checker.model import Document

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,400})[)\]]")
_PART = re.compile(r"[^;]+")
_DATE = rf"(?:{MONTH} \d{{1,2}}\b|\d{{1,2}} {MONTH}\b)"
_SEE = re.compile(r"(?<=[—–\s])see (?:also )?(?=[^\W\d_a-z])")
_STRIPPED = re.compile(rf"\s*(?:see\s*)?(?P<at>[,;]\s*{_DATE}.*)$", re.DOTALL)
_NOTHING = re.compile(rf"\s*(?P<at>;)\s*(?={_DATE})")
_ONLY = re.compile(rf"(?:\s|,|and|–|-|/|{MONTH}|\d|\.)*$")
_NUMBER = r"(?:(?:vol|volume|no|nr|issue|iss)\.? ?\d+)"
_TAIL = re.compile(rf"(?:,? (?:{PAGE}|{_NUMBER}|[“\"][^”\"]{{2,120}}[”\"]))*\s*$", re.IGNORECASE)
_SERIAL = re.compile(rf",? {_NUMBER}(?!\w)", re.IGNORECASE)
_SERIES = re.compile(rf"(?:, {_NUMBER})+(?:, {PAGE})?\s*$", re.IGNORECASE)
_NO_NAME = re.compile(rf"(?:{MONTH}|Vol\.?|No\.?|Issue|Tuesday|Monday)(?: \d+)?$")
_QUOTED = r"[“\"][^”\"]{2,120}[”\"]"
_BETWEEN = re.compile(rf"[”\"’»*_]?(?:,? {_QUOTED},? |, in (?:the )?| in (?:the )?|,? (?:and )?|,)")
_TITLE = re.compile(rf"\s*{_QUOTED},? (?:in )?(?=[^\W\d_a-z“\"*_])")
_OWN = re.compile(
    r"(?:our|my|this (?:newspaper|paper|magazine|journal)['’]s) (?:[a-z]+ )?(?:report|article|story|"
    r"coverage|issue|analysis|interview|piece|post|essay)s?(?:,| of| on| from| in)? "
)
_TALK = re.compile(
    r"(?:(?:the )?authors?['’]s? |personal |own |my )?(?:phone |telephone |online )?(?:interview|"
    r"conversation|communication|"
    r"correspondence)s?(?: (?:with|by) (?P<who>[^,;]{2,80}))?(?:, [A-Z][\w-]+)?, (?=\d|[A-Z][a-z]{2})",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:[a-z]+ )?(?:interview|conversation) with [^,;]{2,80}, (?=(?:the )?[A-Z][^,;]*, )")
_IBID = re.compile(rf"\s*(?:see )?(?:[Ii]bid|[Ii]bidem)\.?(?:,? {PAGE})?\s*")
_HANDLE = re.compile(r" ?/ ?@\w+")
_OWNED = re.compile(r"['’]s? (?=[A-Z])")


def find(document: Document, blocks: tuple[Shown, ...], judge: Judge) -> Iterator[Mention]:
    """One mention for each day that a bracket cites, in text order."""
    for block in blocks:
        if block.body:
            said: Mention | None = None
            yield from authors.narrative(document, block, judge)
            for bracket in _BRACKETS.finditer(block.text):
                if said is not None and _IBID.fullmatch(bracket[1]):
                    start, end = block.range(*bracket.span(1))
                    yield replace(said, start=start, end=end)
                    continue
                parts = list(_PART.finditer(bracket[1]))
                _in_company(block, judge, bracket, parts)
                many = sum(authors.is_author(part[0]) for part in parts) > 1
                found: list[Mention] = []
                if lost := _NOTHING.match(bracket[1]):
                    at = bracket.start(1) + lost.end()
                    found = list(
                        _each(
                            document,
                            block,
                            at,
                            parts[0][0].lstrip(),
                            lost.start("at") - lost.end(),
                            _without_name(),
                        )
                    )
                    yield from found
                    parts = parts[1:]
                for part in parts:
                    at = bracket.start(1) + part.start()
                    if found and days(part[0]) and _ONLY.match(part[0]) and part[0].lstrip()[:1] not in ",;":
                        found = list(_each(document, block, at, part[0], _indent(part[0]), found[-1]))
                    else:
                        found = list(_part(document, block, judge, at, part[0], many))
                    yield from found
                    said = found[-1] if found else said
                yield from alone(block, judge, bracket)


def _in_company(block: Shown, judge: Judge, bracket: re.Match[str], parts: list[re.Match[str]]) -> None:
    """Take every name that has days for an outlet where one beside it in the bracket is one."""
    dated = [part for part in parts if days(part[0])] if len(parts) > 1 else []
    at = [bracket.start(1) + p.start() + LEAD.match(p[0]).end() for p in dated]  # type: ignore[union-attr]
    names = [name for place in at for name in _names(block, place, bracket.end(1))[:1]]
    if any(judge.of(name, block) >= TITLED for name in names):
        judge.learn(n.text for n in names if not judge.is_place(n.text) and not judge.is_where(n, block))


def _part(
    document: Document, block: Shown, judge: Judge, at: int, part: str, many: bool
) -> Iterator[Mention]:
    """What stands between two semicolons."""
    stripped = _STRIPPED.match(part)
    if stripped and _ONLY.match(part, stripped.start("at") + 1):
        yield from _each(document, block, at, part, stripped.start("at"), _without_name())
        return
    lead = _SEE.search(part) or LEAD.match(part)
    start = lead.end() if lead else 0
    if own := _OWN.match(part, start):
        yield from _each(document, block, at, part, own.start(), _own(document), own.end())
        return
    talk = _TALK.match(part, start)
    if talk and _ONLY.match(part, talk.end()):
        yield from _each(document, block, at, part, _indent(part), _talk(block, judge, at, talk), talk.end())
        return
    start = over.end() if (over := _WITH.match(part, start)) else start
    yield from authors.in_bracket(document, block, judge, at, part, start, many)
    title = _TITLE.match(part, start)
    names = _names(block, at + title.end(), at + len(part)) if title else []
    first = start if names else None
    names = names or _names(block, at + start, at + len(part))
    if names:
        yield from _named(document, block, judge, at, part, names, first)


def _without_name() -> Mention:
    lost = "the name of the outlet is missing before the date"
    return Mention("parenthetical_stripped", 0, 0, "citation.parenthetical_stripped", lost=lost)


def _talk(block: Shown, judge: Judge, at: int, talk: re.Match[str]) -> Mention:
    """An interview with a person, or by an outlet."""
    name = name_at(block.text, at + talk.start("who")) if talk["who"] else None
    outlet = name.text if name is not None and judge.of(name, block) >= TITLED else None
    return Mention("parenthetical_outlet", 0, 0, "citation.parenthetical_outlet", outlet)


def _indent(part: str) -> int:
    return len(part) - len(part.lstrip())


def _own(document: Document) -> Mention:
    return Mention("back_reference", 0, 0, "citation.back_reference", document.outlet)


def _names(block: Shown, at: int, end: int) -> list[Name]:
    """The names that follow each other, with commas, or the title of a text, between."""
    names: list[Name] = []
    while at < end and (name := name_at(block.text, at)) is not None:
        if _NO_NAME.match(name.text):
            break
        if handle := _HANDLE.match(block.text, name.end):
            name = Name(name.start, handle.end(), block.text[name.start : handle.end()])
        if (other := name_at(block.text, name.end + 1)) and block.text[name.end] == "/" and other.end <= end:
            name = Name(name.start, other.end, block.text[name.start : other.end])
        owned = _OWNED.match(block.text, name.end)
        if owned and (other := name_at(block.text, owned.end())) and other.end <= end:
            name = Name(name.start, other.end, block.text[name.start : other.end])
        names.append(name)
        between = _BETWEEN.match(block.text, name.end)
        if between is None:
            break
        at = between.end()
    return names


def _named(
    document: Document, block: Shown, judge: Judge, at: int, part: str, names: list[Name], title: int | None
) -> Iterator[Mention]:
    """An outlet with its days; before it an author, or further outlets which the same days are of."""
    last, before = names[-1], names[:-1]
    if judge.is_place(last.text) or judge.is_where(last, block) or not is_cited(block, judge, last, at, part):
        return
    author = next((n for n in before if _is_author(block, judge, n, last)), None)
    first = title if title is not None else _start(block, author or last) - at
    form = "back_reference" if is_own(document, last.text) else "parenthetical_outlet"
    outlet = document.outlet if form == "back_reference" else last.text
    like = Mention(form, 0, 0, f"citation.{form}", outlet, author=author.text if author else None)
    called = called_so().match(block.text, last.end)
    end = (called.end() if called else last.end) - at
    found = list(_each(document, block, at, part, first, like, end)) or list(
        _spoken(document, block, judge, at, part, first, like, last)
    )
    if not found and _SERIES.match(part, last.end - at) and judge.of(last, block) >= PERHAPS:
        start, stop = block.range(first + at, at + len(part.rstrip()))
        found = [replace(like, start=start, end=stop)]
    for name in before if found else ():
        if name is not author and judge.of(name, block) >= PERHAPS:
            start, stop = block.range(name.start, name.end)
            yield replace(like, start=start, end=stop, outlet=name.text, date=found[0].date, author=None)
    yield from found


def _is_author(block: Shown, judge: Judge, name: Name, outlet: Name) -> bool:
    if judge.type_of(name, block) == "PERSON":
        return True
    of_two = len(name.text.split()) in (2, 3) and judge.of(name, block) < PERHAPS
    return of_two and judge.of(outlet, block) >= TITLED


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
    tail = _TAIL.match(part, found[-1].end)
    inner = re.sub(_QUOTED, "", _SERIAL.sub("", part[named : found[-1].end]))
    if tail is None or (named and not _ONLY.match(inner)):
        return
    for i, day in enumerate(found):
        end = last if len(found) == 1 else day.end
        start, stop = block.range(at + (first if i == 0 else day.start), at + end)
        yield replace(like, start=with_mark(document, start), end=stop, date=day.iso(document))


def _monthly(
    document: Document, block: Shown, at: int, part: str, first: int, like: Mention, named: int
) -> Iterator[Mention]:
    """`(Outlet, May 2019)`, `(Outlet, annual report 2019)`."""
    rest = part[named:].lstrip(" ,*_")
    month = coarse(rest) if named else None
    plain = month is not None and "-" not in (month.iso or "") and not ENDS.search(part, 0, named)
    if month is None or month.start or not _TAIL.match(rest, month.end) or plain:
        return
    start, end = block.range(at + first, at + len(part.rstrip()))
    yield replace(like, start=with_mark(document, start), end=end, date=month.iso)


def _spoken(
    document: Document, block: Shown, judge: Judge, at: int, part: str, first: int, like: Mention, name: Name
) -> Iterator[Mention]:
    """`(Vale Herald, Tuesday)`, `(Vale Herald, No. 4, 2021)`: an outlet for sure, with any date."""
    serial = _SERIAL.match(part, name.end - at)
    if judge.of(name, block) < TITLED and not serial:
        return
    when = following(part, serial.end() if serial else name.end - at, document)
    if when is not None and not part[when.end :].strip():
        start, end = block.range(at + first, at + when.end)
        yield replace(like, start=with_mark(document, start), end=end, date=when.iso)
