"""Grammar, sentences, names and quotation marks, once for everybody.

The stored text is parsed in its reading view (without markup), paragraph by paragraph; every offset that
comes out points into the stored text.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Document, Name, Parse, QuotedSpan, Range, Rule, Sentence, Token
from checker.parse.dialogue import turns
from checker.parse.marks import quoted_spans
from checker.parse.reading import Reading, read
from checker.parse.segment import folios, paragraphs, sentences
from checker.parse.spacy_parser import Parser, SpacyParser, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "parses"
VERSION = "6"
REQUIRES = ("documents",)
RULES: tuple[Rule, ...] = ()
LONGEST = 20_000
"""Characters of one paragraph that are parsed at once; a longer one is cut at sentence ends."""

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "Parser", "SpacyParser", "load", "plugged", "run"]


def plugged() -> str:
    """Name and version of the parser, for the cache key."""
    return SpacyParser().key()


def run(document: Document, parser: Parser | None = None) -> Parse:
    """Parse a document. Text without words gives an empty parse."""
    parser = parser or SpacyParser()
    spans, unread = paragraphs(document), tuple(sorted([*document.markup, *folios(document)]))
    pieces = [
        piece for number, span in enumerate(spans) for piece in _pieces(document.text, unread, number, span)
    ]
    marks = [q for start, end in spans for q in _marks(document.text, unread, start, end)]
    marks = sorted([*marks, *turns(document.text, spans, marks)], key=lambda q: q.start)
    tokens: list[Token] = []
    found: list[Sentence] = []
    names: list[Name] = []
    parsed = parser.parse([(piece.text, [start for start, _ in inner]) for _, piece, inner in pieces])
    for (number, piece, inner), doc in zip(pieces, parsed, strict=True):
        names += _names(doc, piece, len(tokens))
        _collect(doc, number, piece, inner, tokens, found)
    return Parse(document.doc, tuple(tokens), tuple(found), tuple(names), tuple(marks), tuple(spans))


def _pieces(
    text: str, unread: tuple[Range, ...], number: int, span: Range
) -> list[tuple[int, Reading, list[Range]]]:
    whole = read(text, *span, unread)
    pieces: list[tuple[int, Reading, list[Range]]] = []
    base, inner = 0, list[Range]()
    for start, end in _bounded(sentences(whole.text)):
        if inner and end - base > LONGEST:
            pieces.append((number, _slice(whole, base, inner[-1][1] + base), inner))
            inner = []
        if not inner:
            base = start
        inner.append((start - base, end - base))
    if inner:
        pieces.append((number, _slice(whole, base, inner[-1][1] + base), inner))
    return pieces


def _bounded(spans: list[Range]) -> list[Range]:
    """Cut sentences that are longer than a parser should take at once."""
    cut: list[Range] = []
    for start, end in spans:
        edges = [*range(start, end, LONGEST), end]
        cut += list(pairwise(edges))
    return cut


def _slice(reading: Reading, start: int, end: int) -> Reading:
    return Reading(reading.text[start:end], reading.offsets[start:end])


def _marks(text: str, unread: tuple[Range, ...], start: int, end: int) -> list[QuotedSpan]:
    reading = read(text, start, end, unread)
    found = []
    for mark in quoted_spans(reading.text, 0, len(reading.text)):
        low, high = reading.stored(mark.start, mark.end)
        inner = reading.stored(*mark.inner) if mark.inner[0] < mark.inner[1] else (high, high)
        found.append(QuotedSpan(low, high, inner, mark.closed))
    return found


def _collect(
    doc: Doc, number: int, piece: Reading, inner: list[Range], tokens: list[Token], found: list[Sentence]
) -> None:
    """Append the words of one parsed piece; blanks are dropped and heads renumbered."""
    words = [token for token in doc if not token.is_space]
    before, kept = len(tokens), {token.i: len(tokens) + k for k, token in enumerate(words)}
    starts = [token.idx for token in words]
    for token, at in zip(words, starts, strict=True):
        head = token.head
        while head.i not in kept and head.head.i != head.i:
            head = head.head
        text, lemma, pos = token.text, token.lemma_, token.pos_
        start, end = piece.stored(at, at + len(text))
        lemma = lemma.lower() if pos != "PROPN" else lemma
        upon = kept.get(head.i, kept[token.i])
        tokens.append(Token(start, end, text, lemma, pos, token.tag_, token.dep_, upon, token.is_stop))
    for start, end in inner:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last:
            found.append(Sentence(*piece.stored(start, end), before + first, before + last, number))


def _names(doc: Doc, piece: Reading, before: int) -> list[Name]:
    kept = [token.i for token in doc if not token.is_space]
    number = {i: before + k for k, i in enumerate(kept)}
    names = []
    for ent in doc.ents:
        inside = [number[token.i] for token in ent if token.i in number]
        if inside:
            first, last = doc[ent.start], doc[ent.end - 1]
            start, end = piece.stored(first.idx, last.idx + len(last.text))
            names.append(Name(start, end, inside[0], inside[-1] + 1, ent.label_))
    return names
