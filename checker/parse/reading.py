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
    return Reading(_UNBROKEN.sub(lambda m: m.group()[:-1] + " ", plain), tuple(chain.from_iterable(kept)))
