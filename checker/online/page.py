"""A page, as far as it shows whether it is the one that was cited."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

import lxml.etree

from checker.model import Stated
from checker.web import Reply

_HTML = {"text/html", "application/xhtml+xml", ""}
_SILENT = {"script", "style", "template", "noscript", "svg", "head"}
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_TEXTUAL = re.compile(
    r"(?:utf-?(?:8|16|32)|iso-?8859|latin|windows-|cp\d|koi8|mac|gb|big5|shift|euc|iso-?2022|ascii|us-)"
)
_DAYS = ("article:published_time", "datepublished", "citation_publication_date", "dc.date", "date")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_SENTENCE = 15
"""Words from which a paragraph is running text rather than a label."""
_ENOUGH = 1000
"""Words of running text after which no more are counted: paragraphs inside each other would be read again and again."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read: `headings` are the title and the first headings, `prose` the words in running paragraphs.

    `said` are its meta elements: their contents by property or name.
    """

    headings: tuple[str, ...]
    text: str = field(repr=False)
    prose: int
    ids: frozenset[str] = field(repr=False)
    canonical: str | None
    said: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def stated(self) -> Stated:
        """What the page says of itself; its day only where it is written as one."""
        title = self.said.get("og:title") or next(iter(self.headings), None)
        day = next((self.said[name] for name in _DAYS if _DAY.match(self.said.get(name, ""))), None)
        return Stated(title, self.said.get("og:site_name"), day[:10] if day else None)


def is_html(reply: Reply) -> bool:
    """Whether the answer calls itself HTML, or does not say what it is."""
    return reply.media_type in _HTML


def read(reply: Reply) -> Page:
    """The page in an answer; an empty one where nothing can be read."""
    parser = lxml.etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    data = _decoded(reply).encode("utf-8", "replace").replace(b"\0", b"")
    try:
        root = lxml.etree.fromstring(data, parser) if data.strip() else None
    except (lxml.etree.LxmlError, ValueError):
        root = None
    if root is None:
        return Page((), "", 0, frozenset(), None)
    return _page(root)


def _page(root: lxml.etree._Element) -> Page:
    ids: set[str] = set()
    headings: list[str] = []
    canonical = None
    said: dict[str, str] = {}
    prose = 0
    for element in root.iter("*"):
        ids.update(filter(None, (element.get("id"), element.get("name") if element.tag == "a" else None)))
        if element.tag in ("title", "h1", "h2") and len(headings) < 4:
            headings.append(_words(element))
        elif element.tag == "meta" and element.get("content"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            said.setdefault(name.lower(), " ".join(element.get("content", "").split())[:300])
        elif element.tag == "link" and element.get("rel") == "canonical":
            canonical = canonical or element.get("href")
        elif prose < _ENOUGH and element.tag in ("p", "blockquote"):
            count = len(_words(element).split())
            prose += count if count >= _SENTENCE else 0
    return Page(tuple(filter(None, headings)), _visible(root), prose, frozenset(ids), canonical, said)


def _words(element: lxml.etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())[:5000]


def _visible(root: lxml.etree._Element) -> str:
    """The page's text, without scripts and the like, each piece of it apart."""
    pieces: list[str] = []
    silent = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        hidden = element.tag in _SILENT
        if event == "start":
            silent += hidden
            pieces.append("" if silent else element.text or "")
        else:
            silent -= hidden
            pieces.append("" if silent else element.tail or "")
    return " ".join(" ".join(pieces).split())


def _decoded(reply: Reply) -> str:
    """The body as text: UTF-8 where it can be, whatever the header claims, else what is declared."""
    try:
        return reply.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    header = _HEADER.search(reply.headers.get("content-type", ""))
    meta = _META.search(reply.body[:4096])
    for name in (header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""):
        codec = _codec(name)
        if codec:
            return reply.body.decode(codec, "replace")
    return reply.body.decode("utf-8" if not reply.complete else "windows-1252", "replace")


def _codec(name: str) -> str | None:
    """The name of a codec that pages are written in; some of Python's others are no encodings, or take forever."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return known if _TEXTUAL.match(known) and known != "utf-8" else None
