"""What a text's own header says: title, author, outlet, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract import dates, origin
from checker.extract.bylines import bare_names, byline
from checker.extract.furniture import Piece, cue_of
from checker.extract.outlets import is_press, outlet_after, outlet_before
from checker.extract.said import Said
from checker.model import Link

_HEADER_LINES = 14
_TITLE_WORDS = 30
_ISSUE = re.compile(
    r"(?:Publication|Published in|Journal|Magazine|Newspaper):\s*(?P<outlet>\S.{1,60}?)"
    r"(?=\s*(?:,|;|\||\bVol(?:ume)?\b|\bIssue\b|\bNo\b|\bDate\b|$))"
)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)
_TELLS = re.compile(
    r":\s+[^\W\d].*\s[a-z]{2,}"
    r"|(?:\s[-–—]\s|,?\s(?!(?:at|by|in|from|first|last|updated|modified|revised|published)\b)[a-z])"
    r"\s*(?:\S+\s+){2,}.*[.!?]['\"”’]?\s*$"
)
"""Behind a date in a running sentence or a chronology: what happened on that day."""
_TWO_SENTENCES = re.compile(r"[a-z)][.]['\"”’]?\s+[^\Wa-z].*[.]$")


def read(doc: str, found: Sequence[Piece], links: Sequence[Link], *, titled: bool = True) -> Said:
    """What the blocks of a text say of it; `titled` is False where its first line need not be its title."""
    said = Said(doc)
    if not found:
        return said
    title = _title(found, said) if titled else _heading(found)
    first = next(
        (i for i, p in enumerate(found) if i > title and p.running and cue_of(p) is None), len(found)
    )
    header = range(title + 1, min(first, title + 1 + _HEADER_LINES))
    for i in header:
        if i not in said.lines:
            _header_line(i, found[i], said)
    _bare_byline(found, title, said)
    for i in sorted({*header, *range(_tail(found), len(found))}):
        origin.read_line(i, found, links, said)
    if title >= 0:
        origin.read_prefix(found, title, said)
    return said


def _tail(found: Sequence[Piece]) -> int:
    """Index of the last running paragraph that is no furniture: what follows is the page's foot."""
    return next((i for i in range(len(found) - 1, 0, -1) if found[i].running and cue_of(found[i]) is None), 1)


def _title(found: Sequence[Piece], said: Said) -> int:
    """The first heading, or a first line that is short and no sentence. Its index, -1 where there is none."""
    for i, piece in enumerate(found[:4]):
        shown = piece.seen.text.rstrip()
        if not shown.strip() or piece.block.kind in ("rule", "caption") or cue_of(piece):
            continue
        hashed = piece.block.kind == "heading"
        alone = i + 1 == len(found)
        if not hashed and not alone and _is_masthead(shown, titled=not found[i + 1].running):
            _dateline(i, piece, said)
            continue
        if not hashed and (alone or piece.words > _TITLE_WORDS or not _fits_title(shown)):
            return -1
        rule = "extract.heading" if hashed else "extract.first_line"
        said.add("title", rule, piece, len(shown) - len(shown.lstrip()), len(shown))
        return i
    return -1


def _is_masthead(shown: str, *, titled: bool) -> bool:
    """Whether a first line is an outlet and a date, parted by a mark and nothing else: no title of a text.

    Where a title follows (`titled`), any name is an outlet; elsewhere only one such as newspapers have.
    """
    found = list(dates.find(shown)) if len(shown) <= 90 else []
    if len(found) != 1:
        return False
    before, after = shown[: found[0].start].strip(), shown[found[0].end :].strip(" .")
    if not before:
        return outlet_after(shown, found[0].end) is not None
    outlet, is_dateline = outlet_before(shown, found[0].start)
    return (
        not after
        and before[-1] in ",|–—-•·"
        and is_dateline
        and outlet is not None
        and (titled or is_press(shown[slice(*outlet)]))
    )


def _heading(found: Sequence[Piece]) -> int:
    """The first block that the page marks as a heading; -1 where there is none."""
    return next((i for i, p in enumerate(found) if p.block.kind == "heading"), -1)


def _fits_title(shown: str) -> bool:
    """Whether a line may be a title; a short sentence may, for some pages end their titles with a full stop."""
    if len(shown) > 200 or shown[-1] in ",:" or (shown.endswith(".") and len(shown) > 110):
        return False
    return not _TWO_SENTENCES.search(shown)


def _header_line(i: int, piece: Piece, said: Said) -> None:
    shown = piece.seen.text
    names = byline(shown)
    for start, end in names:
        said.add("author", "extract.byline", piece, start, end)
    issue = _ISSUE.match(shown)
    if issue:
        said.add("outlet", "extract.issue_line", piece, *issue.span("outlet"))
    if names or issue:
        said.lines.add(i)
    elif piece.words <= 20 and cue_of(piece) is None:
        _dateline(i, piece, said)


def _dateline(i: int, piece: Piece, said: Said) -> None:
    """A line that is a date, or an outlet and a date; the second outlet of a header is the original's."""
    shown = piece.seen.text
    found = list(dates.find(shown))
    if not found or len(shown) - found[-1].end > 60 or _TELLS.match(shown, found[-1].end):
        return
    outlet, is_dateline = outlet_before(shown, found[0].start)
    if is_dateline and outlet is None and len(found) == 1:
        outlet = outlet_after(shown, found[0].end)
    if not is_dateline:
        return
    said.lines.add(i)
    if outlet and said.has("extract.outlet_and_date"):
        edges = min(outlet[0], found[0].start), max(outlet[1], found[0].end)
        said.add("original", "extract.second_outlet", piece, *edges, shown[slice(*outlet)])
        said.add("date", "extract.original_date", piece, found[0].start, found[0].end, found[0].iso)
        return
    if outlet:
        said.add("outlet", "extract.outlet_and_date", piece, *outlet)
    rule = "extract.updated" if _UPDATED.search(shown) else "extract.dateline"
    said.add("date", rule, piece, found[0].start, found[0].end, found[0].iso)


def _bare_byline(found: Sequence[Piece], title: int, said: Said) -> None:
    """A line near the top that is nothing but names of persons."""
    if title < 0 or any(c.name == "author" for c in said.candidates):
        return
    for i in range(title + 1, min(title + 4, len(found) - 1)):
        names = [] if found[i].block.kind == "heading" else bare_names(found[i].seen.text)
        for start, end in names:
            said.add("author", "extract.bare_byline", found[i], start, end)
        if names:
            said.lines.add(i)
            return
