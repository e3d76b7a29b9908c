"""Links: dead ones, live ones, bare addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urljoin

from checker.citation.dates import following
from checker.citation.judge import Judge
from checker.citation.labels import before_address, behind, named_in
from checker.citation.mention import Mention
from checker.citation.names import PERHAPS, TITLED, name_at
from checker.citation.shown import Shown
from checker.model import Document, Link

_DEAD = re.compile(
    r"(?:#|javascript:(?!.*(?:history|print|window|share|close)).*|about:blank)?$", re.IGNORECASE
)
_SHARED = re.compile(
    r"\W*(?:share|follow|tweet|like|subscribe|print|sign up|support|donate|posted in|filed under|tagged|"
    r"tags|categor)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"\W*(?:(?:on (?:twitter|facebook|instagram|x)\b,? )follow\b|"
    r"follow [^.]{2,60} (?:on|at) (?:twitter|facebook|instagram|x)\b)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:mailto|tel|sms|data|file|javascript):|#", re.IGNORECASE)
_FORMS = {
    "autolink": "autolink",
    "bare": "bare",
    "inline": "live_link",
    "reference": "reference_link",
    "anchor": "live_link",
}
_BREAK = re.compile(r"[.!?][\"”’)]*\s")
_WROTE = re.compile(
    r"['’]?s? (?:first )?(?:report(?:s|ed)?|wr(?:ote|ites)|article|story|interview|investigation|editorial)"
)
_BYLINE = re.compile(r"/(?:authors?|writers?|contributors?|staff|bylines?|reporters?)/[\w.~-]+/?$")
_LOCAL = re.compile(r"https?://(?:localhost|127\.|0\.0\.0\.0|\[::1\])")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”]*[^\s<>()\[\]\"“”.,;:!?'’]")
_OF = re.compile(r" (?:in|at|for|of|on) (?:the )?(?=[^\W\d_a-z])")
_NEAR = 80
"""Characters between a link and the outlet whose report it leads to; farther apart they are two citations."""

LOST = "the link has no target: it was lost when the text was copied"


def find(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Mention]:
    """Links in the running text, in text order. Links of page furniture are no citations."""
    body = [
        (s.block.start, s.block.end)
        for s in blocks
        if s.body
        and (s.running or s.block.kind != "heading" or _ADDRESS.fullmatch(s.text.strip()))
        and not (len(s.text) < 80 and (_SHARED.match(s.text) or _is_menu(document, s)))
        and not (len(s.text) < 200 and _FOLLOW.match(s.text))
    ]
    i = 0
    for link in document.links:
        while i < len(body) and body[i][1] <= link.start:
            i += 1
        here = i < len(body) and body[i][0] <= link.start
        code = here and document.text.count("`", body[i][0], link.start) % 2
        if (
            here
            and not code
            and not _BYLINE.search(link.url)
            and not (link.form == "bare" and _LOCAL.match(link.url))
        ):
            yield from of_link(document, link)


def unlinked(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Mention]:
    """Addresses that a page shows without making links of them."""
    taken = [(k.start, k.end) for k in document.links]
    for block in blocks:
        for match in _ADDRESS.finditer(block.text) if block.body else ():
            start, end = block.range(match.start(), match.end())
            i = bisect_left(taken, (start, end))
            free = (i == 0 or taken[i - 1][1] <= start) and (i == len(taken) or end <= taken[i][0])
            code = document.text.count("`", block.block.start, start) % 2 or _LOCAL.match(match[0])
            if free and not code and not _OTHER.match(match[0]) and end - start == len(match[0]):
                yield Mention("bare", start, end, "citation.bare", url=match[0])


def _is_menu(document: Document, block: Shown) -> bool:
    """Whether a line holds links and bars between them, and nothing else."""
    if not re.search(r" [|·•] ", block.text):
        return False
    low, high = block.block.start, block.block.end
    inside = [k for k in document.links if low <= k.start < high]
    outside, at = "", low
    for link in inside:
        outside, at = outside + document.text[at : link.start], max(at, link.end)
    return len(inside) > 1 and not re.search(r"\w", outside + document.text[at:high])


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


def labelled(
    document: Document, blocks: tuple[Shown, ...], links: Iterable[Mention], judge: Judge
) -> Iterator[Mention]:
    """The links; one whose whole label is the name of an outlet cites that outlet."""
    block = iter(blocks)
    here = next(block, None)
    labels = {k.start: k.label for k in document.links}
    for link in links:
        while here is not None and here.block.end <= link.start:
            here = next(block, None)
        shown = labels.get(link.start)
        if here is not None and link.form in ("bare", "autolink"):
            yield replace(link, outlet=link.outlet or before_address(here, here.at(link.start)))
            continue
        if here is None or shown is None:
            yield link
            continue
        start, end = here.at(shown[0]), here.at(shown[1])
        if here.text[start : start + 1] in ("(", "[") and here.text[end - 1 : end] in (")", "]"):
            start, end = start + 1, end - 1
        name = name_at(here.text, start) if start < end else None
        of = _OF.match(here.text, name.end) if name is not None else None
        name, author = (name_at(here.text, of.end()), name.text) if of and name is not None else (name, None)
        when = following(here.text, name.end, document) if name is not None else None
        reach = _WROTE.match(here.text, name.end) if name is not None else None
        ends = (
            {name.end, when.end if when else -1, reach.end() if reach else -1} if name is not None else set()
        )
        whole = name is not None and end in ends and not (link.url or "").startswith("/")
        if name is not None and whole and judge.of(name, here) >= (TITLED if author else PERHAPS):
            after = following(here.text, end, document) if reach and reach.end() == end else None
            date = when.iso if when and when.end == end else after.iso if after else None
            yield replace(link, outlet=name.text, date=date, author=author)
        elif start < end:
            outlet, date = named_in(here, start, end, judge)
            opens = not re.search(r"\w", here.text[:start])
            outlet = outlet or (behind(here, end, judge) if opens else None)
            yield replace(link, outlet=outlet or link.outlet, date=date or link.date)
        else:
            yield link


def with_days(links: list[Mention], brackets: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Links, and the brackets that none of them is a part of: `([Vale Herald](…), May 3)` is a link with a day."""
    left: list[Mention] = []
    for bracket in brackets:
        i = bisect_left(links, bracket.end, key=lambda m: m.start) - 1
        if i >= 0 and bracket.start < links[i].end:
            kept = links[i]
            date, author = kept.date or bracket.date, kept.author or bracket.author
            links[i] = replace(kept, outlet=kept.outlet or bracket.outlet, date=date, author=author)
        else:
            left.append(bracket)
    return links, left


def with_outlets(document: Document, links: list[Mention], outlets: list[Mention]) -> list[Mention]:
    """Links and outlets as one list: a link and the outlet named beside it in one sentence are one citation."""
    joined = sorted(links, key=lambda m: (m.start, m.end))
    left: list[Mention] = []
    for outlet in outlets:
        at = _nearest(document.text, joined, outlet)
        if at is None:
            left.append(outlet)
        elif joined[at].outlet is None:
            joined[at] = replace(
                joined[at], outlet=outlet.outlet, author=outlet.author, date=joined[at].date or outlet.date
            )
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
    low, high = outlet.named or (outlet.start, outlet.end)
    if link.start <= low and high <= link.end:
        return 0
    start, end = (link.end, low) if link.end <= low else (high, link.start)
    between = text[start:end]
    return (
        len(between)
        if 0 <= end - start <= _NEAR and "\n" not in between and not _BREAK.search(between)
        else None
    )
