"""Notes: marks such as `[3]` or `[^ship]` in the text, and what the note of that mark cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.citation.dates import first
from checker.citation.mention import Mention
from checker.citation.names import PERHAPS, Judge, Name, name_at
from checker.citation.shown import Shown
from checker.model import Document

_MARK = re.compile(r"\[(\^[^\s\[\]^]{1,40}|\d{1,3})\](?![(\[:])")
_LINE = re.compile(r"(?:\[(\^[^\s\[\]^]{1,40}|\d{1,3})\]:?|(\d{1,3})[.)])\s+")
_PIECE = re.compile(r"[^,;]+")
LOST = Mention("footnote", 0, 0, "citation.footnote", lost="the text has no note of this number")
_LEAD = re.compile(r"\W*(?:see |also |cf\.? |in )*", re.IGNORECASE)


def lines(document: Document, blocks: tuple[Shown, ...]) -> dict[str, Shown]:
    """The notes below a text, by their mark; those of a page's list are counted."""
    found: dict[str, Shown] = {}
    for block in blocks:
        match = _LINE.match(block.text)
        if match and (block.text.startswith("[") or block.block.kind == "item"):
            found.setdefault((match[1] or match[2]).lstrip("^"), block)
    if not found and any(k.form == "anchor" and k.url.startswith("#") for k in document.links):
        last = next((i for i in range(len(blocks), 0, -1) if blocks[i - 1].block.kind == "item"), 0)
        low = last
        while low and blocks[low - 1].block.kind == "item":
            low -= 1
        found = {str(i + 1): block for i, block in enumerate(blocks[low:last])}
    return found


def find(
    document: Document, blocks: tuple[Shown, ...], notes: Mapping[str, Shown], judge: Judge
) -> Iterator[Mention]:
    """A mention for each mark; none where its note only explains."""
    held = {id(block) for block in notes.values()}
    cited = {mark: _cited(document, line, judge) for mark, line in notes.items()}
    for block in blocks:
        if not block.body or id(block) in held:
            continue
        for match in _MARK.finditer(block.text):
            caret, name = match[1].startswith("^"), match[1].lstrip("^")
            like = cited.get(name, LOST) if notes or caret else None
            if like is not None:
                start, end = block.range(match.start(), match.end())
                yield replace(like, start=start, end=end)


def _cited(document: Document, line: Shown, judge: Judge) -> Mention | None:
    """What a note cites; None where it only explains."""
    url = next((k.url for k in document.links if line.block.start <= k.start < line.block.end), None)
    head = _LINE.match(line.text)
    at = head.end() if head else 0
    when = first(line.text[at:].split("://")[0], document)
    author, outlet = _who(line, at, judge, bool(url or when))
    if url is None and (outlet or author) is None:
        return None
    date = when.iso if when else None
    return Mention("footnote", 0, 0, "citation.footnote", outlet, date, url, author=author)


def _who(line: Shown, at: int, judge: Judge, sourced: bool) -> tuple[str | None, str | None]:
    """The author and the outlet among what commas part: the likeliest name; without date and address a sure one."""
    best: tuple[int, str | None] = (0, None)
    author: str | None = None
    for piece in _PIECE.finditer(line.text, at):
        lead = _LEAD.match(line.text, piece.start())
        name = name_at(line.text, lead.end() if lead else piece.start())
        if name is None or name.end > piece.end() or "://" in piece[0]:
            continue
        if judge.type_of(name, line) == "PERSON" and author is None and judge.of(name, line) <= PERHAPS:
            author = name.text
            continue
        ends = name.end == len(line.text[: piece.end()].rstrip(' .*_”"'))
        sure = judge.of(name, line) + (1 if ends and not _is_date(name) else 0)
        best = max(best, (sure, name.text), key=lambda b: b[0])
    return author, best[1] if best[0] >= (1 if sourced else 4) else None


def _is_date(name: Name) -> bool:
    return any(char.isdigit() for char in name.text)
