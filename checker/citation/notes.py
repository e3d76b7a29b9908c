"""Notes: marks such as `[3]` or `[^ship]` in the text, and what the note of that mark cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.citation.dates import When, coarse, first
from checker.citation.judge import Judge
from checker.citation.lexicon import lexicon
from checker.citation.mention import Mention
from checker.citation.names import PERHAPS, Name, name_at
from checker.citation.shown import Shown
from checker.model import Document, Link

_MARK = re.compile(
    r"\[(?P<first>\^[^\s\[\]^]{1,40}|\d{1,3})(?P<more>(?:[,;] ?\d{1,3})*)\](?![(:]|\[(?![\^\d]))"
    r"|(?<=[\w.,;:!?”\"’)])(?P<raised>[⁰¹²³⁴-⁹]{1,2})"
)
_LINE = re.compile(r"(?:\[(\^[^\s\[\]^]{1,40}|\d{1,3})\]:?|(\d{1,3})[.)]|([⁰¹²³⁴-⁹]{1,2}))\s+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_QUOTED = re.compile(r"[“\"][^”\"]{3,160}[”\"]")
_BOOK = re.compile(r"(?<=, )[*_]?[^,;*_]{3,80}[*_]? \([^():]{2,30}: [^()]{2,60}, (?:19|20)\d\d\)")
_SEEN = re.compile(
    r"\b(?:accessed|retrieved|viewed|visited|search made|last seen|consulted|checked)(?: on)?:? [^.;]{4,30}",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]+$")
_SERIAL = re.compile(
    r",? (?:[Vv]ol(?:ume|\.)|[Nn]o\.|[Ff]ol(?:io|\.)|[Bb]ox|[Ii]ssue|[Ss]ection|"
    r"[Aa]rt(?:icle|\.)|[Cc]h(?:apter|\.)|§|pp?\.) ?\d"
)
_IBID = re.compile(r"\W*(?:ibid|ibidem|loc\. cit)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\W*(?:[Aa]uthor['’]s )?(?:interview|conversation|correspondence|communication|personal communication|"
    r"e-?mail)s?(?: (?:with|to|from|by)\b|, (?=[A-Z\d]))",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(?:[^,;.]|\.(?!\s[*_“\"])(?<![)”\"]\.))+")
LOST = Mention("footnote", 0, 0, "citation.footnote", lost="the text has no note of this number")
_LEAD = re.compile(
    r"\W*(?:(?i:see |also |cf\.? |in )*)"
    r"(?:(?:[Aa]nnual )?(?:[Ss]urvey|[Rr]eport|[Mm]inutes|[Ll]etter|[Rr]ecords|[Pp]roceedings|[Aa]nnals|"
    r"[Pp]ress release) "
    r"(?:of|by|from) (?:the )?(?=[A-Z][\w-]+ [A-Z]))?"
)
_KIND = re.compile(
    r"(?:Plan|Atlas|Report|Survey|Review|Census|Yearbook|Almanac|Register|Budget|White Paper|Strategy|Act|"
    r"Inventory)(?: \d{4})?$"
)


def lines(document: Document, blocks: tuple[Shown, ...]) -> dict[str, Shown]:
    """The notes below a text, by their mark; those of a page's list are counted."""
    found: dict[str, Shown] = {}
    for block in blocks:
        match = _LINE.match(block.text)
        if match and (block.text.startswith("[") or match[3] or block.block.kind == "item"):
            found.setdefault((match[1] or match[2] or match[3].translate(_RAISED)).lstrip("^"), block)
    if not _is_marked(blocks, found):
        found = {}
    if not found and any(k.form == "anchor" and k.url.startswith("#") for k in document.links):
        last = next((i for i in range(len(blocks), 0, -1) if blocks[i - 1].block.kind == "item"), 0)
        low = last
        while low and blocks[low - 1].block.kind == "item":
            low -= 1
        found = {str(i + 1): block for i, block in enumerate(blocks[low:last])}
    return found


def _is_marked(blocks: tuple[Shown, ...], found: Mapping[str, Shown]) -> bool:
    """Whether the text has a mark of one of the notes; a numbered list without any is no list of notes."""
    held = {id(block) for block in found.values()}
    if any(block.text.startswith("[") for block in found.values()):
        return True
    rest = (block for block in blocks if id(block) not in held)
    return any(mark[2] in found for b in rest for match in _MARK.finditer(b.text) for mark in _marks(match))


def _renumbered(marks: set[str], found: Mapping[str, Shown]) -> Mapping[str, Shown]:
    """The notes under the numbers that the text uses, where a page's list was cut out of a longer one."""
    wanted = sorted((m for m in marks if m.isdigit()), key=int)
    if wanted and not marks & set(found) and len(wanted) == len(found):
        return dict(zip(wanted, found.values(), strict=True))
    return found


def find(
    document: Document, blocks: tuple[Shown, ...], notes: Mapping[str, Shown], judge: Judge
) -> Iterator[Mention]:
    """A mention for each mark; none where its note only explains."""
    held = {id(block) for block in notes.values()}
    used = {
        m[2]
        for b in blocks
        if b.body and id(b) not in held
        for k in _MARK.finditer(b.text)
        for m in _marks(k)
    } | {_number(document, k) for k in document.links if k.url.startswith("#")}
    notes = _renumbered(used, notes)
    cited: dict[str, Mention | None] = {}
    last: Mention | None = None
    for mark, line in notes.items():
        last = cited[mark] = last if _IBID.match(line.text, _head(line)) else _cited(document, line, judge)
    yield from _linked(document, cited)
    for block in blocks:
        if not block.body or id(block) in held:
            continue
        for match in _MARK.finditer(block.text):
            if document.text.count("`", block.block.start, block.offsets[match.start()]) % 2:
                continue
            caret = (match["first"] or "").startswith("^")
            for low, high, name in _marks(match):
                like = cited.get(name, LOST) if notes or caret else None
                if like is not None:
                    start, end = block.range(low, high)
                    yield replace(like, start=start, end=end)


def _marks(match: re.Match[str]) -> list[tuple[int, int, str]]:
    """Where each mark stands, and its name: `[2, 5]` are two."""
    if match["raised"]:
        return [(match.start(), match.end(), match["raised"].translate(_RAISED))]
    if not match["more"]:
        return [(match.start(), match.end(), match["first"].lstrip("^"))]
    return [(match.start() + m.start(), match.start() + m.end(), m[0]) for m in re.finditer(r"\d+", match[0])]


def _linked(document: Document, cited: Mapping[str, Mention | None]) -> Iterator[Mention]:
    """Numbers that are links to a place on the same page, where the notes are."""
    for link in document.links:
        number = _number(document, link)
        like = cited.get(number) if link.url.startswith("#") and number.isdigit() else None
        if like is not None:
            yield replace(like, start=link.start, end=link.end)


def _number(document: Document, link: Link) -> str:
    return document.text[slice(*link.label)].strip("[]() ").translate(_RAISED)


def _head(line: Shown) -> int:
    head = _LINE.match(line.text)
    return head.end() if head else 0


def _cited(document: Document, line: Shown, judge: Judge) -> Mention | None:
    """What a note cites; None where it only explains."""
    url = next(
        (
            k.url
            for k in document.links
            if line.block.start <= k.start < line.block.end and not k.url.startswith("#")
        ),
        None,
    )
    at = _head(line)
    when = _when(_SEEN.sub("", line.text[at:].split("://")[0]), document)
    author, outlet = _who(line, at, judge, bool(url or when or _SERIAL.search(line.text)))
    if _TALK.match(line.text, at) and when:
        return Mention("footnote", 0, 0, "citation.footnote", None, when.iso, url)
    if url is None and (outlet or author) is None:
        return None
    date = when.iso if when else None
    return Mention("footnote", 0, 0, "citation.footnote", outlet, date, url, author=author)


def _when(text: str, document: Document) -> When | None:
    """The date of a note: its day, else the month or year that ends it, for a title may hold a year as well."""
    found = first(text, document)
    if found is None or not found.iso or len(found.iso) > 7:
        return found
    last = found
    while (further := coarse(text, last.end)) is not None and re.match(
        r".*[,(] ?$", text[: further.start], re.DOTALL
    ):
        last = further
    return last


def _who(line: Shown, at: int, judge: Judge, sourced: bool) -> tuple[str | None, str | None]:
    """The author and the outlet among what commas part: the likeliest name; without date and address a sure one."""
    best: tuple[int, str | None] = (0, None)
    author: str | None = None
    text = _QUOTED.sub(lambda m: " " * len(m[0]), line.text)
    book = _BOOK.search(text)
    for piece in _PIECE.finditer(text, at, book.start() if book else len(text)):
        lead = _LEAD.match(text, piece.start())
        name = name_at(text, lead.end() if lead else piece.start())
        if name is None or name.end > piece.end() or "://" in piece[0]:
            continue
        person = judge.type_of(name, line) == "PERSON" or _INITIALS.match(name.text)
        if person and author is None and judge.of(name, line) <= PERHAPS:
            author = name.text
            continue
        ends = name.end == len(line.text[: piece.end()].rstrip(' .*_”"'))
        if _is_date(name) and name.text.split()[0].casefold() in (
            "working",
            "discussion",
            "policy",
            "research",
            "annual",
        ):
            continue
        sure = judge.of(name, line) + (1 if ends and not _is_date(name) else 0)
        if piece.start() == at and _KIND.search(name.text):
            year = re.match(r" \d{4}(?=,)", text[name.end :])
            sure, name = sure + 5, replace(name, text=name.text + (year[0] if year else ""))
        kind = name.text.split()[-1].casefold()
        if piece.start() > at and kind in lexicon("paper") | lexicon("message") - lexicon("title_word"):
            sure -= 2
        sure += name.text.split()[-1].casefold() in lexicon("no_outlet") | lexicon("body")
        best = max(best, (sure, name.text), key=lambda b: b[0])
    if best[0] < 1 and sourced:
        best = (1, _title(text, at, author))
    return author, best[1] if best[0] >= (1 if sourced else 4) else None


def _title(text: str, at: int, author: str | None) -> str | None:
    """The first piece of a note that may be a title: `Tin and Town` of `J. Pell, Tin and Town, 1971`."""
    pieces = (piece[0].strip(" *_") for piece in _PIECE.finditer(text, at))
    titles = (
        p
        for p in pieces
        if p and p != author and p[0].isupper() and not any(c.isdigit() or c in "/:()" for c in p)
    )
    return next((p for p in titles if 1 < len(p.split()) < 10), None)


def _is_date(name: Name) -> bool:
    return any(char.isdigit() for char in name.text)
