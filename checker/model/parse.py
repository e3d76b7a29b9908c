"""The grammar of a text, computed once for every stage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from weakref import ref

from checker.model.text import Range


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `head` is a token index (its own for a root); tags follow Universal POS and Penn."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start`..`end`, tokens `first`..`last` (half-open), in paragraph number `paragraph`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity mention: characters, tokens (half-open) and its OntoNotes type (PERSON, GPE, ORG, …)."""

    start: int
    end: int
    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """What stands between quotation marks. `start`..`end` has the marks, `inner` has not.

    `closed` is False where the paragraph ends before the mark is closed.
    """

    start: int
    end: int
    inner: Range
    closed: bool


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Parse:
    """Sentences, tokens, names and quotation marks of one document, in text order.

    Offsets are code points of the document's text. Markup that a reader does not see lies between tokens.
    """

    doc: str
    tokens: tuple[Token, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    names: tuple[Name, ...] = field(repr=False)
    quoted: tuple[QuotedSpan, ...] = field(repr=False)
    paragraphs: tuple[Range, ...] = field(repr=False)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`."""
        number = self.number_at(offset)
        return None if number is None else self.sentences[number]

    def number_at(self, offset: int) -> int | None:
        """The index of the sentence that holds the character at `offset`."""
        i = bisect_right(_reading(self).sentences, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def sentences_in(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that share a character with the range."""
        i = max(0, bisect_right(_reading(self).sentences, start) - 1)
        for sentence in self.sentences[i:]:
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence

    def tokens_in(self, start: int, end: int) -> Iterator[int]:
        """Indices of the tokens that lie inside the range."""
        i = bisect_right(_reading(self).tokens, start - 1)
        while i < len(self.tokens) and self.tokens[i].end <= end:
            yield i
            i += 1

    def children(self, i: int) -> list[int]:
        """Direct dependents of token `i`, in text order."""
        number = self.number_at(self.tokens[i].start)
        return [] if number is None else _reading(self).children.get((number, i), [])[:]

    def subtree(self, i: int) -> list[int]:
        """Token `i` and everything that depends on it, in text order."""
        found, queue = {i}, [i]
        while queue:
            for child in self.children(queue.pop()):
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first; ends at the root."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield i

    def range_of(self, tokens: list[int]) -> Range:
        """Characters from the first to the last of the tokens; `tokens` must not be empty."""
        return self.tokens[min(tokens)].start, self.tokens[max(tokens)].end

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the range lies inside quotation marks."""
        return any(q.start <= start and end <= q.end for q in self.quoted)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is looked up in a parse again and again: where tokens and sentences start, and who depends on whom.

    `children` are those of a token that stand in a sentence, by the numbers of both.
    """

    tokens: list[int]
    sentences: list[int]
    children: dict[tuple[int, int], list[int]]


_read: dict[int, tuple[ref[Parse], _Reading]] = {}
"""The readings of the parses that there are, by the identity of each; one goes when its parse does."""


def _reading(parse: Parse) -> _Reading:
    key = id(parse)
    if key not in _read:
        _read[key] = ref(parse, lambda _: _read.pop(key, None)), _made(parse)
    return _read[key][1]


def _made(parse: Parse) -> _Reading:
    children: dict[tuple[int, int], list[int]] = {}
    for number, sentence in enumerate(parse.sentences):
        for j in range(sentence.first, sentence.last):
            if (head := parse.tokens[j].head) != j:
                children.setdefault((number, head), []).append(j)
    return _Reading([t.start for t in parse.tokens], [s.start for s in parse.sentences], children)
