"""Sources named outside the running text: of pictures, screenshots, and of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.citation.dates import days
from checker.citation.links import LOST, of_link
from checker.citation.mention import Mention
from checker.citation.names import name_at
from checker.citation.shown import Shown
from checker.model import Candidate, Document, Link

_SHOT = r"(?:screen ?shot|screen ?grab|screen capture|still)"
_IMAGE = (
    r"(?:(?:featured|feature|lead|cover|top|header|main|file|stock) )?"
    r"(?:image|photo|picture|photograph|illustration|graphic|map|chart)s?"
)
_FROM = r"(?: credits?| source)?s?\s*(?::|(?:is |are )?(?:taken )?from|by|courtesy of|via|©)\s*"
_LINE = re.compile(rf"\W*(?:(?P<shot>{_SHOT})|{_IMAGE}){_FROM}(?=\S)", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?P<shot>{_SHOT})|(?:{_IMAGE}|source|credit)){_FROM}(?=\S)|[(\[](?:source|credit)s?:\s*(?=\S)",
    re.IGNORECASE,
)
_REST = re.compile(r"[^()\[\],.;\n]{2,60}(?=[)\],.;]|$)")


def pictures(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Mention]:
    """Where captions and credit lines say that a picture comes from."""
    for block in blocks:
        if len(block.text) > 400 or (block.body and block.block.kind != "caption"):
            continue
        match = _LINE.match(block.text) or _IN_BRACKETS.search(block.text)
        if match is None:
            continue
        shot = match.groupdict().get("shot") is not None
        yield from _picture(document, block, match.end(), "screenshot" if shot else "image_source")


def _picture(document: Document, block: Shown, at: int, form: str) -> Iterator[Mention]:
    """The link after "Photo:" where there is one, else the name."""
    link = next(
        (k for k in document.links if k.label[0] >= block.offsets[at] and k.start < block.block.end), None
    )
    name = name_at(block.text, at)
    rest = _REST.match(block.text, at)
    end = name.end if name else rest.end() if rest else at
    link = next(
        (k for k in document.links if k.label[0] >= block.offsets[at] and k.start < block.block.end), None
    )
    name, rest = name_at(block.text, at), None
    if link is not None and link.form != "image":
        for mention in of_link(document, link):
            outlet = document.text[slice(*link.label)] if link.form not in ("autolink", "bare") else None
            lost = mention.lost
            kept = mention.form if outlet is None else form
            yield Mention(kept, link.start, link.end, f"citation.{kept}", outlet, None, mention.url, lost)
    elif end > at:
        start, end = block.range(name.start if name else at, end)
        yield Mention(form, start, end, f"citation.{form}", document.text[start:end])


def originals(document: Document) -> Iterator[Mention]:
    """The outlet or address that the page names as where the text comes from."""
    for candidate in document.candidates:
        if candidate.span is None or candidate.name not in ("original", "original_url"):
            continue
        if candidate.rule == "extract.headline_prefix":
            continue
        yield _original(document, candidate, candidate.span.start, candidate.span.end)


def _original(document: Document, candidate: Candidate, start: int, end: int) -> Mention:
    link = next((k for k in document.links if k.start <= start < k.end), None)
    shown = document.text[start:end]
    day = next(iter(days(shown)), None)
    date = day.iso(document) if day else None
    outlet = candidate.value if candidate.name == "original" else None
    if link is None:
        return Mention("original_source", start, end, "citation.original_source", outlet, date)
    url, lost = _target(document, link)
    return Mention(
        "original_source",
        link.start,
        max(end, link.end),
        "citation.original_source",
        outlet,
        date,
        url,
        lost,
    )


def _target(document: Document, link: Link) -> tuple[str | None, str | None]:
    mention = next(of_link(document, link), None)
    if mention is None or mention.lost:
        return None, LOST
    return mention.url, None
