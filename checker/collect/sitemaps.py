"""Sitemaps (sitemaps.org) and their indexes: addresses in XML, read without entities and within bounds."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pyexpat import ExpatError
from xml.parsers import expat

from checker.errors import CheckerError
from checker.web import host_of

SIZE = 50_000_000
"""Bytes of an unpacked sitemap, as the protocol has it."""
MOST = 50_000
DEEPEST = 12
LONGEST = 4096
_STEP = 65_536


class ListError(CheckerError):
    """A feed or a sitemap cannot be read."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Addresses of pages and of further sitemaps, in order, each once; `elsewhere` counts those on other hosts.

    `more`: there were more than can be read.
    """

    pages: tuple[str, ...]
    maps: tuple[str, ...]
    elsewhere: int
    more: bool


def read(data: bytes, url: str) -> Sitemap:
    """The addresses of a sitemap at `url` (empty: a file) on the same host; ListError where it is no sitemap."""
    reading = _Reading()
    try:
        for piece in _pieces(data):
            if not reading.full:
                reading.parser.Parse(piece, False)
        if not reading.full:
            reading.parser.Parse(b"", True)
    except (ExpatError, ValueError, LookupError) as error:
        if not reading.found:
            raise ListError(f"this is no sitemap ({error})", where=url, do="Check the address.") from None
    host = host_of(url).removeprefix("www.")
    near = {loc: kind for loc, kind in reading.found.items() if not host or _same(host_of(loc), host)}
    pages = tuple(loc for loc, kind in near.items() if kind == "url")
    maps = tuple(loc for loc, kind in near.items() if kind == "sitemap")
    return Sitemap(pages, maps, len(reading.found) - len(near), reading.full)


def _same(one: str, host: str) -> bool:
    return one.removeprefix("www.") == host or one.endswith(f".{host}")


class _Reading:
    """What expat has met so far. A document type is refused: it could declare entities."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refused
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.found: dict[str, str] = {}
        self.full = False
        self._path: list[str] = []
        self._words = ""

    def _refused(self, *_: object) -> None:
        raise ValueError("it has a document type, which could unfold without end")

    def _start(self, name: str, _: object) -> None:
        self._path.append(name.rpartition(" ")[2])
        self._words = ""
        if len(self._path) > DEEPEST:
            raise ValueError(f"it is nested more than {DEEPEST} deep")

    def _text(self, words: str) -> None:
        if self._path[-1] == "loc" and len(self._words) <= LONGEST:
            self._words += words

    def _end(self, _: str) -> None:
        kind = self._path[-2] if len(self._path) > 1 else ""
        loc = self._words.strip()
        if self._path.pop() == "loc" and kind in ("url", "sitemap") and 0 < len(loc) <= LONGEST:
            self.full = self.full or len(self.found) >= MOST
            if not self.full:
                self.found.setdefault(loc, kind)
        self._words = ""


def _pieces(data: bytes) -> Iterator[bytes]:
    """The bytes in pieces, unpacked."""
    packed = data.startswith(b"\x1f\x8b")
    stream = gzip.GzipFile(fileobj=io.BytesIO(data)) if packed else io.BytesIO(data)
    total = 0
    try:
        while piece := stream.read(_STEP):
            total += len(piece)
            if total > SIZE:
                raise ValueError(f"it unpacks to more than {SIZE:,} bytes")
            yield piece
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValueError("its packing is broken") from error
