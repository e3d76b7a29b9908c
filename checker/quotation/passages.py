"""The sentences of a document without what stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Document, Parse, Range, Sentence
from checker.quotation.diff import cut
from checker.quotation.fold import Folded
from checker.quotation.pieces import quoted_pieces
from checker.quotation.senses import stem
from checker.quotation.wording import line


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one document, without what stands in quotation marks."""

    text: Folded
    line: tuple[str, ...]
    span: Range
    root: str


def passages_of(document: Document, parse: Parse) -> Iterator[Passage]:
    """The sentences of the article that have words outside quotation marks, in order of place."""
    pieces = quoted_pieces(document)
    hidden = sorted([*document.markup, *((low - 1, high + 1) for low, high in pieces)])
    for sentence in parse.sentences:
        if document.in_body(sentence.start, sentence.end):
            place = sentence.start, sentence.end
            text = cut(document.text, place, inside(hidden, place))
            if len(text):
                low, high = text.stored(0, len(text))
                span = sentence.start + low, sentence.start + high
                yield Passage(text, line(text), span, _root(parse, sentence))


def inside(ranges: Sequence[Range], place: Range) -> tuple[Range, ...]:
    """The ranges that share a character with a place."""
    return tuple(r for r in ranges if r[0] < place[1] and r[1] > place[0])


def _root(parse: Parse, sentence: Sentence) -> str:
    """The stem of the sentence's main verb as it is written."""
    tokens = parse.tokens[sentence.first : sentence.last]
    return next((stem(t.text.casefold()) for t in tokens if t.dep == "ROOT"), "")
