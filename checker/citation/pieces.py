"""What stands behind the noun of a document: when and where it appeared, who made it, under which title."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.citation.dates import MONTH, When, following
from checker.citation.hanging import done_at, of_common
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.makers import grown, is_title, made_by, may_print
from checker.citation.names import Name
from checker.citation.nouns import BODY, NUMBERS, TITLE, YEAR, Work
from checker.citation.shown import Shown, marked
from checker.citation.verbs import SAYING, STATES
from checker.model import Document, Parse

_TITLE_BEHIND = re.compile(
    rf" (?:of|on|for|to|against|concerning|between) (?:the )?(?:\d{{4}} )?(?!\d){BODY}"
)
_PERIOD = re.compile(rf" {YEAR}[–-]\d{{2,4}}\b")
_RANGE = re.compile(r"[–-]\d")
_NOUN = re.compile(r" [a-z]")
_PRINTED = re.compile(rf",? \((?:(?P<house>[A-Z][^()]{{2,60}}?)[,:] ?)?(?P<year>{YEAR})\)")
_MADE = re.compile(
    r",? (?:(?:which|that) (?:was|were|had been|has been) )?(?:(?:first|jointly|quietly|recently|later|"
    r"just|newly) )?"
    r"(?:published|released|issued|commissioned|conducted|compiled|written|prepared|presented|filed|"
    r"drafted|obtained|"
    r"seen|leaked|sent|signed|adopted|agreed|concluded|ratified|delivered|carried out|handed down|"
    r"produced|authored|"
    r"edited|funded|co-authored|circulated|submitted|dated|made public|passed|approved|posted|unveiled|"
    r"printed|"
    r"appearing|taken|done|run|held|provided|shared|put out|drawn up|reached)\b"
    r"(?: (?:jointly|online|today|earlier))?(?=[ ,.;])"
)
_PART_BEHIND = re.compile(
    rf" \((?P<part>(?:[Aa]rticle|[Aa]rt\.|[Ss]ection|[Ss]ec\.|"
    rf"[Pp]aragraph|[Pp]ara\.|[Cc]hapter|[Cc]lause|[Aa]nnex|§)s? ?{NUMBERS})\)"
)
_NUMBER_BEHIND = re.compile(r" \((?P<number>(?:No\.?|Nr\.?) ?\d[\w/.-]*)(?: of [^()]{4,20})?\)")
_ITS_NUMBER = re.compile(r" (?:No\.? ?)?\d{1,3}(?:/\d+)?(?![\w%/]|[.,] ?\d)")
_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)$")
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
_BY = re.compile(
    rf",? (?P<how>by|from|for|to|with|at) (?:(?:the|"
    rf"an?) )?(?:[a-z][a-z-]+ ){{0,3}}?(?P<body>(?!(?:{MONTH})\b){BODY})"
)
_IN = re.compile(
    rf",? (?:appeared |appearing )?in (?:the (?:(?P<issue>{MONTH}|spring|summer|autumn|winter|latest|"
    rf"current|new)"
    rf"(?: (?P<of_year>{YEAR}))? (?:issue|number|edition) of )?(?:the )?)?"
    rf"(?:the (?:[a-z-]+ )?(?P<called>journal|magazine|"
    rf"review) )?(?:the )?[“\"*_]?(?P<journal>(?!(?:{MONTH})\b)"
    rf"{BODY})[”\"*_]?"
)
_OF = re.compile(rf" of (?:the )?(?P<body>(?!(?:{MONTH})\b){BODY})")
_QUOTED = re.compile(
    r",? (?:(?:entitled|titled|called|named) )?(?:[“\"*_](?P<title>[^“”\"*_]{2,90})[”\"*_]|"
    r"‘(?P<single>[^‘’]{2,60})’)"
)
_CALLED = re.compile(rf"(?P<aside>,)? (?:(?P<so>entitled|titled|called|named) )?(?P<title>{TITLE})")
_NUMBERED = re.compile(
    r",? (?:(?:No\.?|Nr\.?|number) ?)?(?=[\w/.-]*\d)(?:\([A-Z]{2,7}\) )?[\dA-Z]+(?:[/.-]\w+)*\w*(?![\w%])"
)
_TOPIC = re.compile(
    r" (?:on|into|about|of|among|for|against|between|to|by|from|with|at|in|covering|examining)\b"
)
_WORD = re.compile(
    r" (?!(?:how|what|who|which|that|and|but|was|were|is|are|has|had|have|when|while|"
    r"because)\b)[\w’'%-]+(?:,\d+)*"
)
_OWNING = re.compile(r"(?: (?:night|morning|evening|afternoon))?[’']s ")
_FURTHEST = 9
"""Words of what a document is about that may stand before what says whose it is."""


def behind(document: Document, block: Shown, parse: Parse, judge: Judge, work: Work) -> Work:
    """With what stands behind the noun, piece by piece; what it is about is passed over where a piece follows."""
    text, passed = block.text, 0
    while True:
        further = _piece(document, block, parse, judge, work)
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


def _piece(document: Document, block: Shown, parse: Parse, judge: Judge, work: Work) -> Work | None:
    """The work with one more piece of its phrase, or None."""
    text, at = block.text, work.reach
    if more := _title_behind(text, judge, work):
        return more
    if work.title and (period := _PERIOD.match(text, at)):
        return grown(work, period.end(), title=work.title + period[0])
    if made := _MADE.match(text, at) or _BROUGHT.match(text, at):
        return replace(work, reach=made.end())
    if (done := done_at(block, parse, at)) is not None:
        return replace(work, reach=done)
    if printed := _PRINTED.match(text, at):
        body = work.body or (None if work.title else printed["house"])
        return grown(work, printed.end(), date=printed["year"], body=body)
    when = following(text, at, document)
    if when is not None and text.startswith(")", when.end) and "(" in text[at : when.start]:
        when = replace(when, end=when.end + 1)
    if when is not None and _is_attribute(text, at, when):
        when = None
    if when is not None and not _RANGE.match(text, when.end) and not _is_of_other(text, at, when.end):
        return _dated(work, text[at : when.start], when)
    if work.title and work.kind in lexicon("law") and (part := _PART_BEHIND.match(text, at)):
        return grown(work, part.end(), part=part["part"])
    if at == work.end and (bracketed := _NUMBER_BEHIND.match(text, at)) and work.kind in lexicon("law"):
        when = following(text, bracketed.end("number"), document)
        return grown(work, bracketed.end(), date=when.iso if when else work.date)
    if at == work.end and (numbered := _with_number(text, at, work)):
        return numbered
    if at == work.end and not work.body and (common := of_common(block, parse, at, work)) is not None:
        return replace(
            work,
            end=common,
            reach=common,
            owned=True,
            called=None if text.startswith(" to ", at) else text[work.start : common],
        )
    return _of_name(document, block, judge, work)


def _with_number(text: str, at: int, work: Work) -> Work | None:
    """`Decree No. 12`, `Fact Sheet 9`: the year in a law's number is no date of its own."""
    law = work.kind in lexicon("law")
    number = (_NUMBERED if law else _ITS_NUMBER).match(text, at) if law or work.headed else None
    if number is None:
        return None
    year = None if law else _IN_NUMBER.search(number[0])
    title = (work.title or work.kind) + number[0]
    return grown(work, number.end(), title=title, date=year[1] if year else work.date)


def _is_of_other(text: str, at: int, end: int) -> bool:
    """Whether what is of a day is the noun behind it: `the report of the 2019 talks`."""
    return text.startswith(" of ", at) and bool(_NOUN.match(text, end)) and not STATES.match(text, end)


def _is_attribute(text: str, at: int, when: When) -> bool:
    """Whether the day says which one something else is: `Thursday night's debate`, `a 2012 request`."""
    return bool(_OWNING.match(text, when.end)) or text[:at].endswith((" a", " an", " the", " its"))


def _title_behind(text: str, judge: Judge, work: Work) -> Work | None:
    """`Directive on Lakes`; a place behind a report's title is where, behind a treaty's it is the treaty's name."""
    unnumbered = work.title and not work.title[-1].isdigit()
    more = _TITLE_BEHIND.match(text, work.reach) if unnumbered and work.reach == work.end else None
    if more is None or (judge.is_place(more[0].split()[-1]) and work.kind not in lexicon("law")):
        return None
    return grown(work, more.end(), title=f"{work.title}{more[0]}")


def _dated(work: Work, before: str, when: When) -> Work:
    """`Rivers Act 2011` has the year in its title, `Rivers Act of 2011` beside it."""
    title = (
        f"{work.title} {when.iso}"
        if work.title and before == " " and len(when.iso or "") == 4
        else work.title
    )
    return grown(work, when.end, date=when.iso, title=title)


def _of_issue(document: Document, inside: re.Match[str]) -> str | None:
    """The month of `in the April issue of`."""
    when = following(
        f" in {inside['issue']}{' ' if inside['of_year'] else ''}{inside['of_year'] or ''}", 0, document
    )
    return when.iso if when else None


def _of_name(document: Document, block: Shown, judge: Judge, work: Work) -> Work | None:
    """With a name behind the noun: a title, a journal, who made it, to whom it went."""
    text, at = block.text, work.reach
    if not work.title and (titled := marked(block, at)) is not None:
        title = text[at:titled].lstrip(" ,")
        return grown(replace(work, start=titled - len(title)), titled, title=title)
    if quoted := _QUOTED.match(text, at):
        return grown(work, quoted.end(), title=quoted["title"] or quoted["single"])
    called = (
        _CALLED.match(text, at)
        if work.kind in lexicon("book") | lexicon("named_behind") and not work.title
        else None
    )
    if called and is_title(block, judge, called):
        return grown(work, called.end(), title=called["title"])
    if (inside := _IN.match(text, at)) and not judge.is_place(inside["journal"]):
        name = Name(inside.start("journal"), inside.end("journal"), inside["journal"])
        if inside["called"] or inside["issue"] or may_print(block, judge, work, name):
            return grown(
                work, inside.end(), journal=inside["journal"], date=work.date or _of_issue(document, inside)
            )
        return None
    by = _BY.match(text, at)
    if by is None:
        of = _OF.match(text, at)
        if of and work.kind in lexicon("of_state") and not work.title:
            return grown(work, of.end(), title=text[work.start : of.end()])
        return grown(work, of.end(), body=of["body"]) if of and not work.body else None
    return made_by(block, judge, work, by)
