"""Citations by author and year, as scholars write them: `(Quill 2016)`, `Quill and Reed (2016, p. 4)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import MONTH
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import LIKELY, SURE, Name
from checker.citation.shown import Shown
from checker.model import Document

PAGE = r"(?:pp?\. ?\d+(?:[–-]\d+)?f{0,2})"
_PAGES = (
    rf"(?:(?:,? {PAGE}|: ?\d+(?:[–-]\d+)?f{{0,2}}|, \d{{1,3}}(?:[–-]\d+)?f{{1,2}}\.?|, \d{{1,3}}(?:[–-]\d{{1,3}})?|"
    r", (?:ch|chap|chapter)\.? ?\d+))"
)
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_CONTEST = re.compile(
    r"\b(?:Olympic\w*|medal|gold|silver|bronze|title|Games|[Cc]up|championship|tournament|festival|"
    r"summit|conference|album|"
    r"film|movie|novel|song|painting|ship|storm|hurricane|battle|model|edition|series|election|record)s?\b"
)
_SURNAME = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Aa]l|[Dd]er|[Ll]a|[Dd]i) ){0,2}[^\W\d_a-z][\w’'-]+"
_NAMES = rf"(?P<names>(?P<first>{_SURNAME})(?:, {_SURNAME}){{0,3}}(?:,? (?:and|&) {_SURNAME}| et al\.?)?)"
_AUTHORS = re.compile(
    rf"{_NAMES}(?P<comma>,?)(?: [“\"][^“”\"]{{3,120}}[”\"],?)? "
    rf"(?P<year>{_YEAR})[a-z]?(?P<more>(?:, {_YEAR}[a-z]?){{0,4}})(?P<page>{_PAGES})?\s*$"
)
_BODY = re.compile(
    rf"(?P<body>[A-Z][\w&’'-]*(?: (?:(?:of|for|and|on|"
    rf"the) ){{0,2}}[A-Z][\w&’'-]*){{1,6}}|[A-Z]{{3,6}})(?P<comma>,?) (?P<year>{_YEAR})(?P<page>{_PAGES})?\s*$"
)
_BOOK = re.compile(
    rf"(?P<who>[A-Z][\w’'-]+(?: [A-Z]\.)?"
    rf"(?: [A-Z][\w’'-]+){{1,2}}), (?P<title>(?!(?:{MONTH})\b)[A-Z][^,;()]{{2,80}}), (?P<year>{_YEAR})"
    rf"{_PAGES}\s*$"
)
_ISSUED = re.compile(
    rf"(?P<body>[A-Z][\w&’'-]*(?: (?:(?:of|for|and|on|the) ){{0,2}}[A-Z][\w&’'-]*){{0,6}}), "
    r"(?:[A-Z][\w’'-]+ (?:(?:of|on|and|for|the) )*){0,5}(?:Survey|Report|Review|Yearbook|Outlook|Index|"
    r"Accounts|Bulletin|"
    r"Statistics|Census|Paper|Brief|Plan|Atlas|Barometer|Monitor|Assessment|Forecast|Register|"
    r"Handbook)(?: No\.? \d+)?"
    rf",? (?P<year>{_YEAR})(?P<page>{_PAGES})?\s*$"
)
"""`Vale Institute, Annual Survey 2019, p. 4`."""
_PUBLISHERS = ("press", "books", "verlag", "editions", "publishers", "records", "university")
_NARRATIVE = re.compile(
    rf"(?<![\w’'-]){_NAMES}(?:['’]s?)? \((?P<year>{_YEAR})[a-z]?(?P<page>{_PAGES})?\)"
    r"(?=(?: (?:also |has |have |had |later |then |first |themselves )*(?:argue|show|find|found|write|"
    r"wrote|written|note|suggest|"
    r"report|describe|claim|demonstrate|conclude|call|point|observe|document|estimate|trace|define|use|"
    r"propose|explain|"
    r"maintain|insist|put|see|saw|distinguish|compare|shown|identif|contend|record|mention|discuss|"
    r"offer|remain)\w*\b|,? (?:for|in) ))"
)


def in_bracket(
    document: Document, block: Shown, judge: Judge, at: int, part: str, start: int, many: bool
) -> Iterator[Mention]:
    """`(Quill 2016)`, `(Quill and Reed, 2016, 2018)`; `many` where the bracket has several parts of the kind."""
    match = _AUTHORS.match(part, start)
    if match is None or not _is_plain(document, block, judge, at, match, many):
        yield from _of_body(document, block, judge, at, part, start)
        return
    years = [(match.start(), match.end("year"), match["year"])]
    years += [
        (m.start(), m.end(), m[0])
        for m in re.finditer(_YEAR, part[: match.end("more")])
        if m.start() >= match.start("more")
    ]
    for i, (low, high, year) in enumerate(years):
        last = len(part.rstrip()) if i == len(years) - 1 else high
        yield _mention(block, at + low, at + last, year, match["names"])


def is_author(part: str) -> bool:
    """Whether a part of a bracket has the shape of authors and a year."""
    return _AUTHORS.match(part.strip()) is not None


def narrative(document: Document, block: Shown, judge: Judge) -> Iterator[Mention]:
    """`Quill (2016) argues`: the names stand in the sentence, the year in brackets."""
    for match in _NARRATIVE.finditer(block.text):
        name = Name(match.start("first"), match.end("first"), match["first"])
        inner = re.search(
            r"(?:\b(?!(?:As|In|But|And|While|Yet|When|Since)\b)[A-Z][\w’'-]*|\bof|"
            r"\bthe) $",
            block.text[max(0, match.start() - 30) : match.start()],
        )
        if not inner and _may_write(document, block, judge, name, match["year"]):
            yield _mention(block, match.start(), match.end(), match["year"], match["names"])


def _is_plain(
    document: Document, block: Shown, judge: Judge, at: int, match: re.Match[str], many: bool
) -> bool:
    name = Name(at + match.start("first"), at + match.end("first"), match["first"])
    if not _may_write(document, block, judge, name, match["year"]):
        return False
    words = {word.casefold().rstrip("s.,") for word in match["names"].split()}
    if (
        match["names"].isupper()
        or words & (lexicon("time_word") | {"fall"})
        or _CONTEST.search(block.text[max(0, at - 60) : at])
    ):
        return False
    strong = match["page"] or match["more"] or " " in match["names"] or not match["comma"] or many
    return bool(strong) or (
        _closes(block, at, match) and judge.type_of(name, block) in (None, "PERSON", "ORG")
    )


def _closes(block: Shown, at: int, match: re.Match[str]) -> bool:
    """Whether the bracket ends a statement of some length."""
    before = block.text[max(0, at - 120) : at - 1].split()
    return len(before) >= 6 and bool(
        re.match(r"\s*[)\]][.,;:]", block.text[at + match.end() : at + match.end() + 4])
    )


def _may_write(document: Document, block: Shown, judge: Judge, name: Name, year: str) -> bool:
    key = name.text.casefold()
    if (
        key in lexicon("no_author") | lexicon("time_word")
        or judge.is_place(key)
        or judge.is_where(name, block)
    ):
        return False
    lettered = re.match(r"[^()]{0,60}\d{4}[a-f]\b", block.text[name.end : name.end + 70])
    place = judge.type_of(name, block) in ("GPE", "LOC", "EVENT", "FAC") and not lettered
    if place or judge.of(name, block) == SURE:
        return False
    return not (document.published and year > document.published.to[:4])


def _of_body(
    document: Document, block: Shown, judge: Judge, at: int, part: str, start: int
) -> Iterator[Mention]:
    """`(Vale Harbour Board 2016)`: a body is cited as an author is."""
    if book := _BOOK.match(part, start):
        begin, end = block.range(at + book.start(), at + len(part.rstrip()))
        yield Mention(
            "parenthetical_outlet", begin, end, "citation.parenthetical_author", book["title"], book["year"],
            author=book["who"],
        )  # fmt: skip
        return
    if issued := _ISSUED.match(part, start):
        begin, end = block.range(at + issued.start(), at + len(part.rstrip()))
        yield Mention(
            "parenthetical_outlet",
            begin,
            end,
            "citation.parenthetical_author",
            issued["body"],
            issued["year"],
        )
        return
    match = _BODY.match(part, start)
    if match is None or (document.published and match["year"] > document.published.to[:4]):
        return
    name = Name(at + match.start("body"), at + match.end("body"), match["body"])
    last = match["body"].partition(" of ")[0].split()[-1].casefold()
    known = last in lexicon("no_outlet") | lexicon("body") or (
        judge.of(name, block) >= LIKELY and last not in _PUBLISHERS
    )
    if (
        known
        and (match["page"] or " " in match["body"])
        and (match["comma"] or not _CONTEST.search(block.text[max(0, at - 60) : at]))
    ):
        begin, end = block.range(at + match.start(), at + len(part.rstrip()))
        yield Mention(
            "parenthetical_outlet", begin, end, "citation.parenthetical_author", match["body"], match["year"]
        )


def _mention(block: Shown, start: int, end: int, year: str, names: str) -> Mention:
    low, high = block.range(start, end)
    return Mention(
        "parenthetical_outlet", low, high, "citation.parenthetical_author", None, year, author=names
    )
