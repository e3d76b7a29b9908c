"""Words of a text to compare one by one, and the limiting phrases among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.divergence.tables import phrases
from checker.model import Parse, Sentence, Span

LONGEST = 6
"""Words of the longest phrase."""
FEW, MOST, SLACK, BESIDE = 3, 0.7, 12, 2
"""Words of content that are looked up one by one, and the share of them that is enough; words more than they take up
that they may be spread over; of fewer words of content, how many beside them must stand there too.
"""
PLURAL = 3
"""Letters of the longest word whose "s" at the end is its own ("was", "gas")."""
_FULL = {"'ll": "will", "'ve": "have", "n't": "not", "'re": "are", "'m": "am", "ca": "can", "wo": "will"}
_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: `folded[i]` is the lower-case form of token `at[i]`, `single[i]` that without an "s" at its
    end; marks are left out.
    """

    parse: Parse
    at: tuple[int, ...] = field(repr=False)
    folded: tuple[str, ...] = field(repr=False)
    single: tuple[str, ...] = field(repr=False)

    def content(self, first: int, last: int) -> int:
        """How many words with a meaning of their own stand from `first` up to, not including, `last`."""
        tokens = (self.parse.tokens[i] for i in self.at[first:last])
        return sum(t.pos in _CONTENT and not t.stop for t in tokens)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Characters from word `first` to the end of word `last - 1`."""
        return self.parse.tokens[self.at[first]].start, self.parse.tokens[self.at[last - 1]].end


def words(parse: Parse) -> Words:
    """All words of a text."""
    row = [(i, folded(token.text)) for i, token in enumerate(parse.tokens)]
    kept = [(i, w) for i, w in row if w[:1].isalnum()]
    return Words(
        parse, tuple(i for i, _ in kept), tuple(w for _, w in kept), tuple(_single(w) for _, w in kept)
    )


def _single(word: str) -> str:
    return word[:-1] if len(word) > PLURAL and word.endswith("s") and not word.endswith("ss") else word


def folded(word: str) -> str:
    """A word in lower case, a contraction in full."""
    plain = word.casefold().replace("’", "'").replace("‘", "'")
    return _FULL.get(plain, plain)


def opens(kind: str, row: Sequence[str]) -> bool:
    """Whether a phrase of a class stands at the head of a row of words."""
    return any(tuple(row[:size]) in phrases("quoted", kind) for size in range(1, LONGEST + 1))


def has(kind: str, row: Sequence[str]) -> bool:
    """Whether a phrase of a class stands anywhere in a row of words."""
    return any(opens(kind, row[i:]) for i in range(len(row)))


def beside(parse: Parse, span: Span) -> tuple[Sentence, ...]:
    """The sentences of quoted words, and the one before and behind them."""
    held = list(parse.sentences_in(span.start, span.end))
    first = parse.number_at(held[0].start) if held else None
    return () if first is None else parse.sentences[max(0, first - 1) : first + len(held) + 1]


def holds(own: Words, other: Words, first: int, last: int) -> bool:
    """Whether a text has the words from `first` to `last` of another one anywhere: most of those with a meaning close
    together; where these are few, all the words with some of those beside them.
    """
    wanted = {n for n in range(first, last) if other.content(n, n + 1)}
    if len({other.single[n] for n in wanted}) >= FEW:
        return _is_near({other.single[n] for n in wanted}, own.single, last - first + SLACK)
    text = f" {' '.join(own.single)} "
    rows = (other.single[max(0, first - BESIDE) : last], other.single[first : last + BESIDE])
    return any(len(row) > last - first and f" {' '.join(row)} " in text for row in rows)


def _is_near(wanted: set[str], row: Sequence[str], size: int) -> bool:
    """Whether enough of some words stand in any `size` words of a row."""
    places = [(n, word) for n, word in enumerate(row) if word in wanted]
    held, low = Counter[str](), 0
    for n, word in places:
        held[word] += 1
        while n - places[low][0] >= size:
            held -= Counter([places[low][1]])
            low += 1
        if len(held) >= MOST * len(wanted):
            return True
    return False
