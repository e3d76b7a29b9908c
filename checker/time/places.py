"""The expressions of a text with what surrounds each: its paragraph, the words quoted around it, its tense."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Document, Parse, Range
from checker.time import headline
from checker.time.clause import is_no_time, is_part, is_said_ahead, joined, no_bound
from checker.time.cues import by_words
from checker.time.find import find
from checker.time.finite import Tense
from checker.time.raw import Raw
from checker.time.reading import Paragraph, paragraphs
from checker.time.stance import published
from checker.time.tense import tense


@dataclass(frozen=True, slots=True)
class Place:
    """An expression with its paragraph and the tense of its clause."""

    raw: Raw
    paragraph: Paragraph
    quote: Range | None
    tense: Tense

    @property
    def quoted(self) -> bool:
        """Whether it stands in quoted words."""
        return self.quote is not None

    @property
    def at(self) -> int:
        """Where it begins in the stored text."""
        return self.paragraph.offsets[self.raw.start]


def places(document: Document, parse: Parse) -> Iterator[Place]:
    """The expressions of the article's body, in text order."""
    day = published(document)
    latest = day[1].year if day else None
    for paragraph in paragraphs(document, parse):
        if not paragraph.text or (document.body and not _in_body(document, paragraph)):
            continue
        words = headline.plain(paragraph.text)
        for raw in find(words or paragraph.text, latest):
            if words:
                yield Place(raw, paragraph, None, headline.told(words, raw.start))
            else:
                yield from _read(parse, paragraph, raw)


def _read(parse: Parse, paragraph: Paragraph, raw: Raw) -> Iterator[Place]:
    """An expression as the grammar around it lets it stand; none where it is a part of a name or thing."""
    raw = joined(parse, raw, paragraph.stored(raw.start, raw.end)[0])
    start, end = paragraph.stored(raw.start, raw.end)
    if is_no_time(parse, raw, paragraph.text, start, end):
        return
    told = tense(parse, start, end)
    while raw.kind == "bound" and no_bound(parse, raw, paragraph.text, start, end, told):
        raw = raw.of[0]
        start, end = paragraph.stored(raw.start, raw.end)
        told = tense(parse, start, end)
    dated = told != "future" and raw.core.kind in {"date", "month"}
    if dated and is_part(parse, raw, paragraph.text, start, end):
        told = "none"
    told = by_words(raw, paragraph.text, told)
    if told == "past" and is_said_ahead(parse, raw, start, end):
        told = "none"
    yield Place(raw, paragraph, _quote(parse, start, end), told)


def _quote(parse: Parse, start: int, end: int) -> Range | None:
    """The quoted words that an expression stands in."""
    i = bisect_right(parse.quoted, start, key=lambda q: q.start) - 1
    found = parse.quoted[i] if i >= 0 and end <= parse.quoted[i].end else None
    return (found.start, found.end) if found else None


def _in_body(document: Document, paragraph: Paragraph) -> bool:
    first, last = paragraph.offsets[0], paragraph.offsets[-1]
    return any(start <= last and first < end for start, end in document.body)
