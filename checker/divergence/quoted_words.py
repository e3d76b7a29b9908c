"""Words of a text to compare one by one, and the limiting phrases among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.divergence.tables import phrases
from checker.model import Parse

LONGEST = 6
"""Words of the longest phrase."""
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
