"""Contractions: "I've" and "I have" are two spellings of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_CONTRACTED = {"'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "n't": "not"}
_IRREGULAR = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "let's": ("let", "us"),
}
_OPEN = {"'s": ("is", "has"), "'d": ("would", "had")}


def same_written_out(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether folded words are the same once their contractions are written out."""
    return bool(a) and bool(b) and not set(_written_out(a)).isdisjoint(_written_out(b))


def written_out(word: str) -> tuple[str, ...]:
    """One folded word with its contraction written out, in the commoner reading."""
    return _parts(word, 0)


def _written_out(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The readings of words with their contractions written out; at most two."""
    for choice in (0, 1):
        yield tuple(part for word in words for part in _parts(word, choice))


def _parts(word: str, choice: int) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending):
            return word.removesuffix(ending), full
    for ending, readings in _OPEN.items():
        if word.endswith(ending):
            return word.removesuffix(ending), readings[choice]
    return (word,)
