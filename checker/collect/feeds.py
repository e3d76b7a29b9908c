"""RSS and Atom feeds: addresses of articles, newest first as the feed has them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from xml.parsers import expat

from checker.capture import media
from checker.collect.sitemaps import ListError

SIZE = 5_000_000
"""Bytes of the largest feed that is read."""
MOST = 500
"""Entries that are read."""
MENDED = 200_000
"""Bytes of the largest feed that is read although it is no well-formed XML."""
ELEMENTS = 30_000
DEEPEST, WIDEST, LINKS = 50, 50, 8192
"""Levels, attributes of one element, and characters of an attribute's value."""
_ENTRY = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_DO = "Add the addresses of its articles."


@dataclass(frozen=True, slots=True)
class Feed:
    """Addresses of entries, each once, and whether there were more than can be read."""

    pages: tuple[str, ...]
    more: bool


def read(data: bytes, url: str) -> Feed:
    """The addresses in a feed at `url` (empty: a file); ListError where it is no feed, or too much of one."""
    starts = [m.start() for _, m in zip(range(MOST + 1), _ENTRY.finditer(data), strict=False)]
    more = len(starts) > MOST
    cut = data[: starts[MOST]] if more else data
    most = SIZE if _checked(cut, url, cut=more) else MENDED
    if len(cut) > most:
        raise ListError(f"the feed has more than {most:,} bytes", where=url, do=_DO)
    pages = _links(cut, url)
    if not pages and not starts and media.shape(data) != "feed":
        raise ListError("this is no feed", where=url, do="Check the address.")
    return Feed(pages, more)


def _links(data: bytes, url: str) -> tuple[str, ...]:
    import feedparser

    headers = {"content-location": url, "content-type": "application/xml"}
    try:
        found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception as error:
        raise ListError(f"the feed is broken ({type(error).__name__})", where=url, do=_DO) from None
    links = (str(entry.get("link") or "").strip() for entry in found.entries)
    return tuple(dict.fromkeys(link for link in links if link.lower().startswith(("http://", "https://"))))


def _checked(data: bytes, url: str, *, cut: bool) -> bool:
    """Whether the feed is well-formed, as far as it goes if it was cut; ListError where reading it would cost too much.

    feedparser looks for entities, and mends what is no XML, in time that grows with the square of some inputs.
    """
    reading = _Checking()
    try:
        reading.parser.Parse(data, not cut)
    except expat.ExpatError:
        return False
    except ValueError as error:
        raise ListError(f"the feed is not read: {error}", where=url, do=_DO) from None
    return True


class _Checking:
    """Refuses what no feed needs."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.EntityDeclHandler = self._entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._depth = self._elements = 0

    def _entity(self, *_: object) -> None:
        raise ValueError("it declares entities, which could unfold without end")

    def _start(self, _: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._elements > ELEMENTS:
            raise ValueError(f"it has more than {ELEMENTS:,} elements")
        if self._depth > DEEPEST:
            raise ValueError(f"it is nested more than {DEEPEST} deep")
        if len(attributes) > WIDEST or any(len(value) > LINKS for value in attributes.values()):
            raise ValueError("an element has more attributes than any feed needs")

    def _end(self, _: str) -> None:
        self._depth -= 1
