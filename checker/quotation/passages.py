"""The sentences of a document without what stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.model import Document, Parse, Range, Sentence
from checker.quotation.diff import cut, inside
from checker.quotation.fold import Folded
from checker.quotation.senses import stem
from checker.quotation.wording import line


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one document, without what stands in quotation marks."""

    text: Folded
    line: tuple[str, ...]
    span: Range
    root: str


def passages_of(document: Document, parse: Parse, quoted: Iterable[Range]) -> Iterator[Passage]:
    """The sentences of the article that have words outside the quoted pieces, in order of place."""
    hidden = _disjoint(sorted([*document.markup, *((low - 1, high + 1) for low, high in quoted)]))
    for sentence in parse.sentences:
        if document.in_body(sentence.start, sentence.end):
            place = sentence.start, sentence.end
            text = cut(document.text, place, inside(hidden, place))
            if len(text):
                low, high = text.stored(0, len(text))
                span = sentence.start + low, sentence.start + high
                yield Passage(text, line(text), span, _root(parse, sentence))


def _disjoint(ranges: Iterable[Range]) -> list[Range]:
    """Sorted ranges without overlaps."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _root(parse: Parse, sentence: Sentence) -> str:
    """The stem of the sentence's main verb as it is written."""
    tokens = parse.tokens[sentence.first : sentence.last]
    return next((stem(t.text.casefold()) for t in tokens if t.dep == "ROOT"), "")
