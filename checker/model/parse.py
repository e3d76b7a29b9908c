"""The grammar of a text, computed once for every stage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
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
        i = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def sentences_in(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that share a character with the range."""
        i = max(0, bisect_right(self.sentences, start, key=lambda s: s.start) - 1)
        for sentence in self.sentences[i:]:
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence

    def tokens_in(self, start: int, end: int) -> Iterator[int]:
        """Indices of the tokens that lie inside the range."""
        i = bisect_right(self.tokens, start - 1, key=lambda t: t.start)
        while i < len(self.tokens) and self.tokens[i].end <= end:
            yield i
            i += 1

    def children(self, i: int) -> list[int]:
        """Direct dependents of token `i`, in text order."""
        sentence = self.sentence_at(self.tokens[i].start)
        if sentence is None:
            return []
        return [j for j in range(sentence.first, sentence.last) if self.tokens[j].head == i and j != i]

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
