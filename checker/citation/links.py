"""Links: dead ones, live ones, bare addresses, notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from checker.citation.mention import Mention
from checker.citation.shown import Shown
from checker.model import Document, Link

_DEAD = re.compile(r"(?:#|javascript:.*|about:blank)?$", re.IGNORECASE)
_OTHER = re.compile(r"(?:mailto|tel|sms|data|file):|#", re.IGNORECASE)
_FORMS = {
    "autolink": "autolink",
    "bare": "bare",
    "inline": "live_link",
    "reference": "live_link",
    "anchor": "live_link",
}
_NOTE = re.compile(r"\[\^?(\d{1,3})\](?!\()")
_NOTE_LINE = re.compile(r"(?:\[\^?(\d{1,3})\]:?|(\d{1,3})[.)])\s")
_BREAK = re.compile(r"[.!?][\"”’)]*\s")
_NEAR = 80
"""Characters between a link and the outlet whose report it leads to; farther apart they are two citations."""

LOST = "the link has no target: it was lost when the text was copied"


def find(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Mention]:
    """Links in the running text, in text order. Links of page furniture are no citations."""
    body = [(s.block.start, s.block.end) for s in blocks if s.body and s.block.kind != "heading"]
    i = 0
    for link in document.links:
        while i < len(body) and body[i][1] <= link.start:
            i += 1
        if i < len(body) and body[i][0] <= link.start:
            yield from of_link(document, link)


def of_link(document: Document, link: Link) -> Iterator[Mention]:
    """The citation that a link makes; none for an e-mail address, a place on the same page, or a picture."""
    if link.form == "image":
        return
    if _DEAD.match(link.url):
        yield Mention("dead_link", link.start, link.end, "citation.dead_link", lost=LOST)
    elif not _OTHER.match(link.url):
        form = _FORMS[link.form]
        yield Mention(form, link.start, link.end, f"citation.{form}", url=_absolute(document, link.url))


def _absolute(document: Document, url: str) -> str:
    if url.lower().startswith("www."):
        return f"https://{url}"
    try:
        return urljoin(document.url, url) if document.url else url
    except ValueError:
        return url


def with_outlets(document: Document, links: list[Mention], outlets: list[Mention]) -> list[Mention]:
    """Links and outlets as one list: a link and the outlet named beside it in one sentence are one citation."""
    joined = sorted(links, key=lambda m: (m.start, m.end))
    left: list[Mention] = []
    for outlet in outlets:
        at = _nearest(document.text, joined, outlet)
        if at is None:
            left.append(outlet)
        elif joined[at].outlet is None:
            joined[at] = replace(joined[at], outlet=outlet.outlet)
    return sorted([*joined, *left], key=lambda m: (m.start, m.end, m.form))


def _nearest(text: str, links: list[Mention], outlet: Mention) -> int | None:
    i = bisect_left(links, outlet.start, key=lambda m: m.start)
    near = [
        (gap, j)
        for j in (i - 1, i)
        if 0 <= j < len(links) and (gap := _gap(text, links[j], outlet)) is not None
    ]
    return min(near)[1] if near else None


def _gap(text: str, link: Mention, outlet: Mention) -> int | None:
    """Characters between the two; None where a sentence ends there, or they are far apart."""
    if link.start <= outlet.start and outlet.end <= link.end:
        return 0
    start, end = (link.end, outlet.start) if link.end <= outlet.start else (outlet.end, link.start)
    between = text[start:end]
    return (
        len(between)
        if 0 <= end - start <= _NEAR and "\n" not in between and not _BREAK.search(between)
        else None
    )


def notes(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Mention]:
    """Marks such as `[3]`, with the address that the note of that number gives."""
    lines = {m[1] or m[2]: s for s in blocks if (m := _NOTE_LINE.match(s.text)) and _is_note(s)}
    for block in blocks:
        if not block.body or block in lines.values():
            continue
        for match in _NOTE.finditer(block.text):
            if not lines and not match[0].startswith("[^"):
                continue
            start, end = block.range(match.start(), match.end())
            yield _note(document, start, end, lines.get(match[1]))


def _is_note(block: Shown) -> bool:
    return block.text.startswith("[") or block.block.kind == "item"


def _note(document: Document, start: int, end: int, line: Shown | None) -> Mention:
    if line is None:
        return Mention(
            "footnote", start, end, "citation.footnote", lost="the text has no note of this number"
        )
    url = next((k.url for k in document.links if line.block.start <= k.start < line.block.end), None)
    return Mention("footnote", start, end, "citation.footnote", url=url)
