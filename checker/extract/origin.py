"""Where a text says it comes from: its original, its address, its translator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.furniture import Piece
from checker.extract.said import Said
from checker.model import Candidate, Link, Span

_LINE_WORDS = 30
_OF = r"(?P<of>\S.{1,80}?)"
_TEXT = r"(?:article|story|piece|post|essay|op-?ed|column|text|commentary|report|interview)"
_ORIGINAL = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:the )?original source (?:of|for) (?:this|the) {_TEXT} (?:is|was):? {_OF}\.?$",
        rf"\W*(?:this {_TEXT} (?:was |has been )?)?(?:originally|first|previously) "
        rf"(?:published|appeared|posted|printed)(?: (?:in|on|by|at|with))? {_OF}(?:,? on [^.]{{6,30}}?)?\W*$",
        rf"\W*(?:this {_TEXT} (?:was |is )?)?(?:republished|re-?printed|re-?posted|cross-?posted)"
        rf"(?: with (?:the )?(?:kind )?permission)?(?: courtesy)? (?:from|of|by) {_OF}\W*$",
    )
)
_SOURCE = re.compile(rf"source:\s*{_OF}\.?$", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"\W*(?:Translated|Translation)(?: from (?:the )?(?P<language>[A-Z]\w+))?"
    r"(?: (?:by|:)|:)?\s*(?P<name>[A-Z][^\d,;|(]{2,60}?)?\W*$"
)
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_ADDRESS_LABEL = re.compile(
    r"\W*(?:the )?(?:original|source|url|link|permalink|web address)\b", re.IGNORECASE
)
_PAGE = re.compile(r"https?://[^/?#]+/[^?#]")
_PREFIX = re.compile(r"(?P<outlet>[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4}): \S")
_SAYING = r"(?:writes|wrote|reports|reported|notes|noted)"


def read_line(i: int, found: Sequence[Piece], links: Sequence[Link], said: Said) -> None:
    """The original, the address or the translator that one line of a header or foot names."""
    piece = found[i]
    shown = piece.seen.text.rstrip()
    if piece.words > _LINE_WORDS or len(shown) > 400:
        return
    match = next((m for form in _ORIGINAL if (m := form.match(shown))), None)
    if match and not _ADDRESS.match(match["of"]):
        said.add("original", "extract.original_source", piece, *match.span("of"))
        said.lines.add(i)
    source = _SOURCE.match(shown)
    if source and not _ADDRESS.match(source["of"]):
        said.add("original", "extract.source_line", piece, *source.span("of"))
        said.lines.add(i)
    translated = _TRANSLATED.match(shown)
    if translated and (translated["name"] or translated["language"]):
        said.add(
            "translator",
            "extract.translated",
            piece,
            *translated.span("name" if translated["name"] else "language"),
        )
        said.lines.add(i)
    _read_address(i, found, links, said)


def _read_address(i: int, found: Sequence[Piece], links: Sequence[Link], said: Said) -> None:
    """`Original url:` and the address of a page, on that line or the next."""
    piece = found[i]
    label = _ADDRESS.split(piece.seen.text)[0]
    if not label.strip(" <") and i:
        label = found[i - 1].seen.text
    if len(label) > 80 or not _ADDRESS_LABEL.match(label):
        return
    for link in links:
        if piece.block.start <= link.start < piece.block.end and _PAGE.match(link.url):
            place = Span(said.doc, link.start, link.end)
            said.candidates.append(Candidate("original_url", link.url, "extract.original_url", place))
            said.lines.add(i)


def read_prefix(found: Sequence[Piece], title: int, said: Said) -> None:
    """`XX: Headline`, where the first lines say that XX writes so: the text is retold from XX."""
    match = _PREFIX.match(found[title].seen.text)
    if match is None:
        return
    name = re.escape(match["outlet"])
    says = re.compile(rf", {_SAYING}(?: the)? {name}(?!\w)|(?<!\w){name} (?:magazine|newspaper|agency)\b")
    if any(says.search(p.seen.text) for p in found[title + 1 : title + 4]):
        said.add("original", "extract.headline_prefix", found[title], *match.span("outlet"))
