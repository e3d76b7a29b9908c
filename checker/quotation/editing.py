"""What an editor may leave in a quotation: ellipses, brackets, and the marks around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.quotation.fold import WORD, Folded, fold, has_ellipsis
from checker.quotation.lexicon import all_editorial

_BRACKET = re.compile(r"\[[^\[\]]*\]|\((?:sic|emphasis|italics)[^()]{0,30}\)", re.IGNORECASE)
_OUTER = '"“”„«»‟ \t\r\n'


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation read with its editing.

    `breaks` are word numbers before which an ellipsis stands (0 and the number of words: at an end).
    `bracketed[i]` is the number of the bracket that holds word `i` whole, -1 outside brackets.
    """

    folded: Folded = field(repr=False)
    breaks: frozenset[int]
    bracketed: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return self.folded.words

    def broken(self, first: int, last: int) -> bool:
        """Whether an ellipsis stands somewhere between the end of word `first - 1` and word `last`."""
        return bool(self.breaks) and any(first <= place <= last for place in self.breaks)

    def in_brackets(self, first: int, last: int) -> bool:
        """Whether words `first` up to `last` are all bracketed, and there is one at least."""
        return first < last and self.bracketed[first] >= 0 and min(self.bracketed[first:last]) >= 0

    def editorial(self, first: int, last: int) -> bool:
        """Whether the words are an editor's remark on the quotation, such as "sic"."""
        return all_editorial(self.words[first:last])


def read(quote: str) -> Quoted:
    """Read a quotation; quotation marks around the whole of it are not part of it. Offsets are into `quote`."""
    folded = fold(quote)
    broken = has_ellipsis(folded.view)
    breaks = [i for i in range(len(folded) + 1) if has_ellipsis(folded.gap(i))] if broken else ()
    return Quoted(folded, frozenset(breaks), _bracketed(folded))


def _bracketed(folded: Folded) -> tuple[int, ...]:
    """For each word the number of the bracket that holds it whole, or -1."""
    spans = [m.span() for m in _BRACKET.finditer(folded.view) if WORD.search(m.group())]
    if not spans:
        return (-1,) * len(folded)
    numbers, at = [], 0
    for start, end in zip(folded.starts, folded.ends, strict=True):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        inside = at < len(spans) and spans[at][0] < start and end < spans[at][1]
        numbers.append(at if inside else -1)
    return tuple(numbers)


def lead(folded: Folded) -> str:
    """The marks before the first word that belong to the quotation."""
    return folded.gap(0).lstrip(_OUTER)


def trail(folded: Folded) -> str:
    """The marks after the last word that belong to the quotation."""
    return folded.gap(len(folded)).rstrip(_OUTER)
