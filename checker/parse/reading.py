"""The text as a reader sees it, with the way back to the stored text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain

from checker.model import Range

_UNBROKEN = re.compile(r"\S{200}")
"""A run that no word is: cut, since spaCy's tokenizer takes quadratic time on long ones."""
_REPEATED = re.compile(r"([^\w\s])\1{19,}")
"""One mark twenty times and more: read as one."""

_SPACED = re.compile(
    r"(?<=\w) (?=[’'] (?:s|t|ll|re|ve|d|m)\b)|(?<=\w [’']) (?=(?:s|t|ll|re|ve|d|m)\b)", re.IGNORECASE
)
"""Blanks that part a shortened word from its apostrophe (`didn ’ t`), as some programs write them."""

_PLAIN = dict.fromkeys(map(ord, "\r\n\u2028\x0b\x0c"), " ") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Characters as a parser can take them: line breaks as blanks, lone surrogates as U+FFFD."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` without markup; character `i` of it stands at `offsets[i]` of the stored text."""

    text: str
    offsets: tuple[int, ...]

    def stored(self, start: int, end: int) -> Range:
        """The stored range of a non-empty range of the reading text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def read(text: str, start: int, end: int, markup: tuple[Range, ...]) -> Reading:
    """Leave the `markup` ranges (sorted) out of `text[start:end]`; line breaks become blanks."""
    kept: list[range] = []
    position = start
    first = max(0, bisect_right(markup, start, key=lambda r: r[0]) - 1)
    for low, high in markup[first:]:
        if low >= end:
            break
        kept.append(range(position, max(position, min(low, end))))
        position = max(position, high)
    kept.append(range(position, end))
    plain = "".join(text[r.start : r.stop] for r in kept).translate(_PLAIN)
    plain = _REPEATED.sub(lambda m: m.group(1) + " " * (len(m.group()) - 1), plain)
    plain = _UNBROKEN.sub(lambda m: m.group()[:-1] + " ", plain)
    return _unspaced(plain, tuple(chain.from_iterable(kept)))


def _unspaced(plain: str, offsets: tuple[int, ...]) -> Reading:
    """The reading without the blanks inside shortened words."""
    blanks = {m.start() for m in _SPACED.finditer(plain)}
    if not blanks:
        return Reading(plain, offsets)
    words = [i for i in range(len(plain)) if i not in blanks]
    return Reading("".join(plain[i] for i in words), tuple(offsets[i] for i in words))
