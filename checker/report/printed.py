"""The citations that a page prints, read back from its HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        places = [given.get(f"data-{name}") for name in ("doc", "start", "end")]
        element = _Open(tag, aside="data-aside" in given)
        if places[1] is not None or places[2] is not None:
            element.place = (places[0] or "", places[1] or "", places[2] or "")
        self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """SVG shapes: nothing is inside."""

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.stack):
            return
        while self.stack:
            element = self.stack.pop()
            self._close(element)
            if element.tag == tag:
                return

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
        if start.isdecimal() and end.isdecimal():
            self.found.append(Printed(self.page, doc, int(start), int(end), "".join(element.words)))
        else:
            self.faults.append(f"{doc}:{start}-{end}")


def printed_citations(html: str, page: str) -> tuple[list[Printed], list[str]]:
    """Every printed citation of a page in order of its end, and the places that are no numbers."""
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    while reader.stack:
        reader._close(reader.stack.pop())
    return reader.found, reader.faults
