"""File names for what comes from an address or a file: short, readable, the same every time, and harmless."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote, urlsplit, urlunsplit

LONGEST = 80
"""Characters of a stem; and twice as many bytes in UTF-8."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.\w{2,5}$", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:x?html?|php\d?|aspx?|jsp|txt|text|md|markdown|pdf|docx)$", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def of_url(url: str) -> str:
    """A stem from host and path (`vale.example-2019-storm`); what does not show the whole address ends in a hash.

    Two addresses may have one stem all the same: letters that look alike, or that file systems take for one.
    """
    parts = urlsplit(url)
    path = _SUFFIX.sub("", _INDEX.sub("", parts.path))
    host = (parts.hostname or "").removeprefix("www.")
    whole = f"{host}{'' if parts.port is None else f'-{parts.port}'}/{unquote(path, errors='replace')}"
    stem = plain(whole) or "page"
    return stem if not parts.query and len(whole) <= LONGEST else f"{_cut(stem, LONGEST - 9)}-{mark(url)}"


def of_file(name: str) -> str:
    """A stem from a file's name."""
    return plain(_SUFFIX.sub("", name.replace("\\", "/").rpartition("/")[2])) or f"text-{mark(name)}"


def plain(text: str) -> str:
    """Letters and digits in small letters, with hyphens and single full stops between them, at most LONGEST long.

    No separators, no control or direction marks, nothing that some system keeps for itself.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(c if c.isalnum() or c in ".-_" or unicodedata.combining(c) else "-" for c in folded)
    stem = re.sub(r"-*\.[.-]*", ".", re.sub(r"[-_]*-[-_]*", "-", kept)).strip("-._")
    stem = _cut(stem, LONGEST)
    return f"at-{stem}" if _RESERVED.fullmatch(stem.split(".")[0]) else stem


def _cut(stem: str, most: int) -> str:
    cut = stem[:most].encode()[: 2 * most].decode("utf-8", "ignore")
    return cut.rstrip("-._")


def mark(text: str) -> str:
    """Eight hex digits that tell one address from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def normal(url: str) -> str:
    """The address in one spelling: scheme and host in small letters, no default port, no fragment.

    Raises ValueError for what is no address.
    """
    parts = urlsplit(url.strip())
    host, port = (parts.hostname or "").rstrip("."), parts.port
    placed = f"[{host}]" if ":" in host else host
    netloc = placed if port in (None, _PORTS.get(parts.scheme.lower())) else f"{placed}:{port}"
    query = parts.query.rstrip()
    path = (parts.path if query else parts.path.rstrip()) or "/"
    found = urlunsplit((parts.scheme.lower(), netloc, path, query, ""))
    if not host or urlsplit(found).hostname != host:
        raise ValueError("an address without a host")
    return found
