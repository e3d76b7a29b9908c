"""The grammar of a text, computed once for every stage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from itertools import accumulate

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
class _LookUps:
    """What is looked up in a parse again and again: where its parts start and end, and who depends on whom.

    `quoted_until` is how far the quotation marks reach that start up to each of them; `children` are those of a token
    that stand in its sentence.
    """

    tokens: list[int]
    ends: list[int]
    sentences: list[int]
    quoted: list[int]
    quoted_until: list[int]
    children: dict[int, list[int]]


class _LookedUp:
    """Room beside the fields of a parse for its look-ups, which are made when they are first asked for."""

    __slots__ = ("_made",)


@dataclass(frozen=True, slots=True)
class Parse(_LookedUp):
    """Sentences, tokens, names and quotation marks of one document, in text order.

    Offsets are code points of the document's text. Markup that a reader does not see lies between tokens.
    """

    doc: str
    tokens: tuple[Token, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    names: tuple[Name, ...] = field(repr=False)
    quoted: tuple[QuotedSpan, ...] = field(repr=False)
    paragraphs: tuple[Range, ...] = field(repr=False)

    @property
    def _look_ups(self) -> _LookUps:
        try:
            return self._made  # type: ignore[no-any-return, attr-defined]
        except AttributeError:
            object.__setattr__(self, "_made", made := _look_ups(self))
            return made

    def __reduce__(self) -> tuple[Callable[..., Parse], tuple[object, ...]]:
        """To another process as MessagePack (but for lone surrogates): a tenth of the work of pickling each word."""
        import msgspec

        try:
            return _unpacked, (msgspec.msgpack.encode(self),)
        except UnicodeEncodeError:
            return Parse, tuple(getattr(self, f.name) for f in fields(self))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`."""
        number = self.number_at(offset)
        return None if number is None else self.sentences[number]

    def number_at(self, offset: int) -> int | None:
        """The index of the sentence that holds the character at `offset`."""
        i = bisect_right(self._look_ups.sentences, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def sentences_in(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that share a character with the range."""
        i = max(0, bisect_right(self._look_ups.sentences, start) - 1)
        for number in range(i, len(self.sentences)):
            sentence = self.sentences[number]
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence

    def tokens_in(self, start: int, end: int) -> Iterator[int]:
        """Indices of the tokens that lie inside the range."""
        looked = self._look_ups
        first = bisect_right(looked.tokens, start - 1)
        return iter(range(first, bisect_right(looked.ends, end, first)))

    def children(self, i: int) -> list[int]:
        """Direct dependents of token `i`, in text order."""
        return self._look_ups.children.get(i, [])[:]

    def subtree(self, i: int) -> list[int]:
        """Token `i` and everything that depends on it, in text order."""
        children = self._look_ups.children
        found, queue = {i}, [i]
        while queue:
            for child in children.get(queue.pop(), ()):
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
        looked = self._look_ups
        i = bisect_right(looked.quoted, start)
        return i > 0 and end <= looked.quoted_until[i - 1]


def _unpacked(data: bytes) -> Parse:
    import msgspec

    return msgspec.msgpack.decode(data, type=Parse)


def _look_ups(parse: Parse) -> _LookUps:
    marks = sorted((q.start, q.end) for q in parse.quoted)
    return _LookUps(
        [t.start for t in parse.tokens],
        [t.end for t in parse.tokens],
        [s.start for s in parse.sentences],
        [start for start, _ in marks],
        list(accumulate((end for _, end in marks), max)),
        _children(parse),
    )


def _children(parse: Parse) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for sentence in parse.sentences:
        for j in range(sentence.first, sentence.last):
            head = parse.tokens[j].head
            if head != j and sentence.start <= parse.tokens[head].start < sentence.end:
                found.setdefault(head, []).append(j)
    return found
