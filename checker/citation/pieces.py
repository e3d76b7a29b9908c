"""What stands behind the noun of a document: when and where it appeared, who made it, under which title."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.citation.dates import MONTH, When, following
from checker.citation.lexicon import lexicon
from checker.citation.names import PERHAPS, Judge, Name
from checker.citation.nouns import BODY, TITLE, YEAR, Work
from checker.citation.shown import Shown
from checker.citation.verbs import SAYING, STATES
from checker.model import Document

_TITLE_BEHIND = re.compile(
    rf" (?:of|on|for|to|against|concerning|between) (?:the )?(?:\d{{4}} )?(?!\d){BODY}"
)
_PERIOD = re.compile(rf" {YEAR}[–-]\d{{2,4}}\b")
_RANGE = re.compile(r"[–-]\d")
_NOUN = re.compile(r" [a-z]")
_PRINTED = re.compile(rf",? \((?:(?P<house>[A-Z][^()]{{2,60}}?)[,:] ?)?(?P<year>{YEAR})\)")
_MADE = re.compile(
    r",? (?:(?:which|that) (?:was|were|had been|has been) )?(?:(?:first|jointly|quietly|recently|later|just|newly) )?"
    r"(?:published|released|issued|commissioned|conducted|compiled|written|prepared|presented|filed|drafted|obtained|"
    r"seen|leaked|sent|signed|adopted|agreed|concluded|ratified|delivered|carried out|handed down|produced|authored|"
    r"edited|funded|co-authored|circulated|submitted|dated|made public|passed|approved|posted|unveiled|printed|"
    r"appearing|taken|done|run|held|provided|shared|put out|drawn up|reached)\b"
    r"(?: (?:jointly|online|today|earlier))?(?=[ ,.;])"
)
_OF_SCHOLARS = ("paper", "study", "article", "research")
_COUNTED = re.compile(
    r"\d$|\b(?:to|and|or|not|two|three|four|five|six|seven|eight|nine|ten|twelve|many|"
    r"several|all|both|some|other|member)$"
)
_BROUGHT = re.compile(
    r", (?!(?:"
    + SAYING
    + r")\b)[a-z]+(?:ed|wn|en|ut)(?= (?:in|on|by|at|last|this|jointly|earlier|to|under|after)\b)"
)
"""`, tabled in March`."""
_BY = re.compile(rf",? (?P<how>by|from|for|to|with|at) (?:the )?(?P<body>(?!(?:{MONTH})\b){BODY})")
_IN = re.compile(
    rf",? (?:appeared |appearing )?in (?:the (?:[a-z-]+ )?(?P<called>journal|magazine|"
    rf"review) )?(?:the )?[“\"*_]?(?P<journal>(?!(?:{MONTH})\b)"
    rf"{BODY})[”\"*_]?"
)
_OF = re.compile(rf" of (?:the )?(?P<body>(?!(?:{MONTH})\b){BODY})")
_QUOTED = re.compile(
    r",? (?:(?:entitled|titled|called|named) )?(?:[“\"*_](?P<title>[^“”\"*_]{2,90})[”\"*_]|"
    r"‘(?P<single>[^‘’]{2,60})’)"
)
_CALLED = re.compile(rf",? (?:(?:entitled|titled|called|named) )?(?P<title>{TITLE})")
_NUMBERED = re.compile(
    r",? (?:(?:No\.?|Nr\.?|number) ?)?(?=[\w/.-]*\d)(?:\([A-Z]{2,7}\) )?[\dA-Z]+(?:[/.-]\w+)*\w*(?![\w%])"
)
_TOPIC = re.compile(
    r" (?:on|into|about|of|among|for|against|between|to|by|from|with|at|in|covering|examining)\b"
)
_WORD = re.compile(
    r" (?!(?:how|what|who|which|that|and|but|was|were|is|are|has|had|have|when|while|because)\b)[\w’'%-]+(?:,\d+)*"
)
_PERSON = r"[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2}"
_PERSONS = re.compile(
    rf"(?P<who>(?P<first>{_PERSON})(?:(?:, {_PERSON})*,? and {_PERSON})?)(?:,? (?:of|at|from|"
    rf"for) (?:the )?(?P<body>{BODY}))?"
)
_FURTHEST = 9
"""Words of what a document is about that may stand before what says whose it is."""


def behind(document: Document, block: Shown, judge: Judge, work: Work) -> Work:
    """With what stands behind the noun, piece by piece; what it is about is passed over where a piece follows."""
    text, passed = block.text, 0
    while True:
        further = _piece(document, block, judge, work)
        if further is not None:
            work, passed = further, 0
        elif passed > _FURTHEST or (
            STATES.match(text, work.reach) and not _COUNTED.search(text[max(0, work.reach - 12) : work.reach])
        ):
            return work
        elif (word := _WORD.match(text, work.reach)) and (passed or _TOPIC.match(text, work.reach)):
            work, passed = replace(work, reach=word.end()), passed + 1
        else:
            return replace(work, reach=work.end)


def _piece(document: Document, block: Shown, judge: Judge, work: Work) -> Work | None:
    """The work with one more piece of its phrase, or None."""
    text, at = block.text, work.reach
    if more := _title_behind(text, judge, work):
        return more
    if work.title and (period := _PERIOD.match(text, at)):
        return _grown(work, period.end(), title=work.title + period[0])
    if made := _MADE.match(text, at) or _BROUGHT.match(text, at):
        return replace(work, reach=made.end())
    if printed := _PRINTED.match(text, at):
        return _grown(work, printed.end(), date=printed["year"], body=work.body or printed["house"])
    when = following(text, at, document)
    if when is not None and not _RANGE.match(text, when.end) and not _is_of_other(text, at, when.end):
        return _dated(work, text[at : when.start], when)
    if at == work.end and (number := _NUMBERED.match(text, at)) and work.kind in lexicon("law"):
        return _grown(work, number.end(), title=(work.title or work.kind) + number[0])
    return _of_name(block, judge, work)


def _is_of_other(text: str, at: int, end: int) -> bool:
    """Whether what is of a day is the noun behind it: `the report of the 2019 talks`."""
    return text.startswith(" of ", at) and bool(_NOUN.match(text, end)) and not STATES.match(text, end)


def _title_behind(text: str, judge: Judge, work: Work) -> Work | None:
    """`Directive on Lakes`; a place behind a report's title is where, behind a treaty's it is the treaty's name."""
    more = _TITLE_BEHIND.match(text, work.reach) if work.title and work.reach == work.end else None
    if more is None or (judge.is_place(more[0].split()[-1]) and work.kind not in lexicon("law")):
        return None
    return _grown(work, more.end(), title=f"{work.title}{more[0]}")


def _dated(work: Work, before: str, when: When) -> Work:
    """`Rivers Act 2011` has the year in its title, `Rivers Act of 2011` beside it."""
    title = (
        f"{work.title} {when.iso}"
        if work.title and before == " " and len(when.iso or "") == 4
        else work.title
    )
    return _grown(work, when.end, date=when.iso, title=title)


def _of_name(block: Shown, judge: Judge, work: Work) -> Work | None:
    """With a name behind the noun: a title, a journal, who made it, to whom it went."""
    text, at = block.text, work.reach
    if quoted := _QUOTED.match(text, at):
        return _grown(work, quoted.end(), title=quoted["title"] or quoted["single"])
    called = _CALLED.match(text, at) if work.kind in lexicon("book") and not work.title else None
    if called and judge.type_of(Name(*called.span("title"), called["title"]), block) != "PERSON":
        return _grown(work, called.end(), title=called["title"])
    if (inside := _IN.match(text, at)) and not judge.is_place(inside["journal"]):
        name = Name(inside.start("journal"), inside.end("journal"), inside["journal"])
        if inside["called"] or _may_print(block, judge, work, name):
            return _grown(work, inside.end(), journal=inside["journal"])
        return None
    by = _BY.match(text, at)
    if by is None:
        of = _OF.match(text, at)
        return _grown(work, of.end(), body=of["body"]) if of and not work.body else None
    return _made_by(block, judge, work, by)


def _may_print(block: Shown, judge: Judge, work: Work, name: Name) -> bool:
    """Whether what the work is said to be in is a journal and no town."""
    printed = block.text.endswith((" published", " appearing", " printed"), 0, work.reach)
    where = ("GPE", "DATE") if printed else ("GPE", "LOC", "FAC", "PERSON", "DATE")
    many = " " in name.text and judge.type_of(name, block) not in where
    return judge.of(name, block) >= PERHAPS or (many and (printed or work.kind in _OF_SCHOLARS))


def _made_by(block: Shown, judge: Judge, work: Work, by: re.Match[str]) -> Work | None:
    persons = _PERSONS.match(block.text, by.start("body"))
    first = persons["first"] if persons else by["body"]
    name = Name(by.start("body"), by.start("body") + len(first), first)
    if by["how"] == "to":
        return replace(_grown(work, by.end()), to=by["body"], named=work.named)
    if by["how"] == "at":
        return _grown(work, by.end()) if work.named else replace(work, reach=by.end())
    if persons and _is_person(block, judge, name):
        return _grown(work, persons.end(), author=persons["who"], body=persons["body"] or work.body)
    return _grown(work, by.end(), body=by["body"])


def _is_person(block: Shown, judge: Judge, name: Name) -> bool:
    last = name.text.split()[-1].casefold()
    if last in lexicon("no_outlet") | lexicon("body") or not 2 <= len(name.text.split()) <= 3:
        return False
    return judge.type_of(name, block) in ("PERSON", None) and judge.of(name, block) <= PERHAPS


def _grown(work: Work, end: int, **known: str | None) -> Work:
    return replace(work, end=end, reach=end, named=True, **known)  # type: ignore[arg-type]
