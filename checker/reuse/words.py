"""Words as numbers: each folded word of many texts becomes one 64-bit number, without a Python object a word.

A word is letters and digits, with apostrophes between them. Its number is a polynomial over its folded letters
(Karp & Rabin 1987, "Efficient randomized pattern-matching algorithms"), which differences of running sums give
for all words of a text at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int64]
CHUNK = 1 << 18
"""Characters that are read together."""
_LETTER = re.compile(r"[^\W_]")
_UNSEEN, _OTHER, _LONGER, _APOSTROPHE = range(4)
_BASE = 0x9E3779B97F4A7C15
_ALL = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of texts, one after the other: their numbers, and where each begins and ends in its text.

    Text i has the words from `starts[i]` up to `starts[i + 1]`.
    """

    numbers: Hashes
    starts: Offsets
    begins: Offsets
    ends: Offsets


def read(texts: Iterator[str]) -> Words:
    """Every word of every text. Case and the shape of the apostrophe do not count. Time is linear."""
    parts = [_together(chunk) for chunk in _chunks(texts)]
    counts, numbers, begins, ends = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Words(numbers, np.concatenate(([0], counts.cumsum())), begins, ends)


def _chunks(texts: Iterator[str]) -> Iterator[list[str]]:
    """Some texts at a time, at least once; the last chunk may be empty."""
    chunk, size = list[str](), 0
    for text in texts:
        if size + len(text) > CHUNK and chunk:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(text)
    yield chunk


def _together(texts: Sequence[str]) -> tuple[Offsets, Hashes, Offsets, Offsets]:
    """How many words each text has; their numbers, begins and ends."""
    values, origin = _values("\n" + "\n".join(texts) + "\n")
    inside = values > _APOSTROPHE
    marks = (values == _APOSTROPHE).nonzero()[0]
    inside[marks[inside[marks - 1] & inside[marks + 1]]] = True
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    begins, ends = edges[::2], edges[1::2]
    numbers = _numbers(values, begins, ends)
    if origin is not None:
        begins, ends = origin[begins], origin[ends - 1] + 1
    firsts = np.cumsum([1, *(len(text) + 1 for text in texts)])
    counts = np.diff(begins.searchsorted(firsts))
    shift = firsts[:-1].repeat(counts)
    return counts, numbers, begins - shift, ends - shift


def _numbers(values: Hashes, begins: Offsets, ends: Offsets) -> Hashes:
    """The number of each word, wherever in the chunk it stands; `values` is used up."""
    powers, inverse = _powers(max(CHUNK + 2, 1 << len(values).bit_length()))
    values *= powers[: len(values)]
    sums = values.cumsum(out=values)
    numbers: Hashes = (sums[ends - 1] - sums[begins - 1]) * inverse[begins]
    return numbers


@lru_cache(maxsize=1)
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The powers of the base modulo 2^64, and those of its inverse."""
    rows = [np.full(size, base, dtype=np.uint64) for base in (_BASE, pow(_BASE, -1, _ALL + 1))]
    for row in rows:
        row[0] = 1
        row.cumprod(out=row)
    return rows[0], rows[1]


def _values(text: str) -> tuple[Hashes, Offsets | None]:
    """A value for each folded character, and from which character of the text it comes where not one to one."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
    table = _table()
    values = table[codes]
    unseen = (values == _UNSEEN).nonzero()[0]
    if len(unseen):
        for code in set(codes[unseen].tolist()):
            table[code] = _value(chr(code))
        values = table[codes]
    longer = (values == _LONGER).nonzero()[0]
    if not len(longer):
        return values, None
    folded = [chr(code).casefold() for code in codes[longer].tolist()]
    sizes = np.ones(len(codes), dtype=np.int64)
    sizes[longer] = [len(letters) for letters in folded]
    values = values.repeat(sizes)
    values[values == _LONGER] = [_mixed(letter) for letters in folded for letter in letters]
    return values, np.arange(len(codes)).repeat(sizes)


@cache
def _table() -> Hashes:
    """The value of each character, filled in as characters are met."""
    return np.zeros(0x110000, dtype=np.uint64)


def _value(character: str) -> int:
    if character in "'’":
        return _APOSTROPHE
    if not _LETTER.match(character):
        return _OTHER
    folded = character.casefold()
    return _mixed(folded) if len(folded) == 1 else _LONGER


def _mixed(letter: str) -> int:
    """A letter as 64 well-mixed bits (the finaliser of SplitMix64), above all small values."""
    x = (ord(letter) + 1) * _BASE & _ALL
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & _ALL
    x = (x ^ x >> 27) * 0x94D049BB133111EB & _ALL
    return (x ^ x >> 31) | 1 << 8
