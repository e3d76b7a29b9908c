"""What bytes are, from what is said of them and from what they look like."""

from __future__ import annotations

import re
from typing import Literal

Shape = Literal["feed", "sitemap", "page", "pdf", "packed", "binary", "text"]
_HEAD = 4096
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"text/plain", "text/markdown"})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-unknown"})
_PROLOG = re.compile(
    rb"(?:\s|<\?.{0,500}?\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,1500}\])?>)*", re.DOTALL
)
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|rdf|urlset|sitemapindex)[\s>/]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|article)[\s>/]", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"OggS", b"ID3", b"RIFF", b"wOF")


def shape(data: bytes) -> Shape:
    """What the first bytes look like."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\x1f\x8b"):
        return "packed"
    if head.startswith(_MAGIC) or (b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return "binary"
    prolog = _PROLOG.match(head)
    if root := _ROOT.match(head, prolog.end() if prolog else 0):
        return "sitemap" if root[1].lower() in (b"urlset", b"sitemapindex") else "feed"
    return "page" if _PAGE.search(head) else "text"


def readable(said: str, data: bytes) -> str | None:
    """The media type under which a text can be read, its charset kept; None for what is no page, text or PDF.

    `said` is a Content-Type. Where it contradicts the bytes, the bytes are believed.
    """
    essence = said.partition(";")[0].strip().lower()
    looks = shape(data)
    if looks == "pdf":
        return "application/pdf"
    if looks not in ("page", "text"):
        return None
    charset = _CHARSET.search(said)
    parameter = f"; charset={charset[1].lower()}" if charset else ""
    if essence in _HTML or (essence in _UNSAID and looks == "page"):
        return f"text/html{parameter}"
    if essence in _PLAIN or essence in _UNSAID:
        return f"{essence if essence in _PLAIN else 'text/plain'}{parameter}"
    return None
