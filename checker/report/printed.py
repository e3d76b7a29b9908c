"""The citations that a page prints, read back from its HTML."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
DEEPEST = 500
"""Elements inside one another; pages of ours have a few dozen."""
MOST_OPEN = 64
"""Tags or comments that begin without an end; the parser looks through the rest of the page for the end of each."""
_UNENDED = re.compile(rf"(?:<[^<>]*){{{MOST_OPEN}}}")
_FOREIGN = "the rest of the page, which is no page of a report"
_NUMBER = re.compile(r"[0-9]{1,15}")


class _TooDeepError(Exception):
    """More elements stand inside one another than any page of ours has."""


@dataclass(frozen=True, slots=True, order=True)
class Printed:
    """Words that a page gives as characters `start` to `end` of document `doc`."""

    page: str
    doc: str
    start: int
    end: int
    words: str


@dataclass(slots=True)
class _Open:
    tag: str
    place: tuple[str, str, str] | None = None
    aside: bool = False
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the characters inside elements that name a place; what stands in `data-aside` is the report's."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.found, self.faults = page, [], []  # type: tuple[str, list[Printed], list[str]]
        self.stack: list[_Open] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        places = [given.get(f"data-{name}") for name in ("doc", "start", "end")]
        element = _Open(tag, aside="data-aside" in given)
        if places[1] is not None or places[2] is not None:
            element.place = (places[0] or "", places[1] or "", places[2] or "")
        self.stack.append(element)
        self.tags[tag] += 1
        if len(self.stack) > DEEPEST:
            raise _TooDeepError

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """SVG shapes: nothing is inside."""

    def handle_endtag(self, tag: str) -> None:
        while self.tags[tag]:
            if self.close_last() == tag:
                return

    def close_last(self) -> str:
        """Close the element that was opened last; its tag."""
        element = self.stack.pop()
        self.tags[element.tag] -= 1
        self._close(element)
        return element.tag

    def handle_data(self, data: str) -> None:
        for element in reversed(self.stack):
            if element.aside:
                return
            if element.place:
                element.words.append(data)

    def _close(self, element: _Open) -> None:
        if not element.place:
            return
        doc, start, end = element.place
        if _NUMBER.fullmatch(start) and _NUMBER.fullmatch(end):
            self.found.append(Printed(self.page, doc, int(start), int(end), "".join(element.words)))
        else:
            self.faults.append(f"{doc}:{start}-{end}")


def printed_citations(html: str, page: str) -> tuple[list[Printed], list[str]]:
    """Every printed citation of a page in order of its end, and the places that cannot be read."""
    if _never_ends(html):
        return [], [_FOREIGN]
    reader = _Reader(page)
    try:
        reader.feed(html)
        reader.close()
    except (AssertionError, ValueError, _TooDeepError):
        reader.faults.append(_FOREIGN)
    while reader.stack:
        reader.close_last()
    return reader.found, reader.faults


def _never_ends(html: str) -> bool:
    """Whether so much begins and does not end that reading it would take time that grows with the square of it."""
    comments = html.count("<!--", max(0, html.rfind("-->")))
    return max(comments, html.count("<![")) > MOST_OPEN or _UNENDED.search(html) is not None
