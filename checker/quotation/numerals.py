"""Numbers in words and in figures: "forty" and "40", "eleven per cent" and "11%", "the twentieth" and "the 20th"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.quotation.align import Part
from checker.quotation.finding import Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = {word: i for i, word in enumerate(_SMALL.split())} | {
    word: 10 * i for i, word in enumerate(_TENS.split(), 2)
}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS = {re.sub("y$", "ie", word) + "th": n for word, n in _WORDS.items()} | _IRREGULAR
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_RANKED = re.compile(r"(\d+)(?:st|nd|rd|th)")
_PERCENT = (("percent",), ("per", "cent"))


def same(pair: Pair, part: Part) -> bool:
    """Whether both sides of a part are one number, or both "per cent" and nothing else."""
    if not any("number" in classes(word) or word in ("percent", "cent") for word in pair.said(part)):
        return False
    quote, text = (
        _read(pair.quoted.folded, part.q1, part.q2),
        _read(pair.text, part.s1, min(part.s2, len(pair.text))),
    )
    return quote is not None and quote == text


def _read(text: Folded, first: int, last: int) -> tuple[float, bool, bool] | None:
    """The number that words say, whether it is an ordinal, and whether it counts hundredths; None for other words."""
    words = text.words[first:last]
    unit = next((unit for unit in _PERCENT if words[-len(unit) :] == unit), ())
    percent = bool(unit) or (first < last and text.gap(last).lstrip().startswith("%"))
    words = words[: len(words) - len(unit)]
    if not words:
        return (0, False, True) if unit else None
    value, ordinal = _value(words)
    return None if value is None else (value, ordinal, percent)


def _value(words: Sequence[str]) -> tuple[float | None, bool]:
    if year := _year(words):
        return year, False
    total = current = 0.0
    *front, final = words
    for word in front:
        if word in _SCALES:
            total, current = _scaled(total, current, _SCALES[word])
        elif word != "and" or not current or current % 100:
            added = _added(current, _plain(word))
            if added is None:
                return None, False
            current = added
    if final in _SCALES:
        return sum(_scaled(total, current, _SCALES[final])), False
    ranked = _RANKED.fullmatch(final)
    rank = int(ranked[1]) if ranked else _ORDINALS.get(final)
    last = _added(current, _plain(final) if rank is None else rank)
    return (None if last is None else total + last), rank is not None


def _year(words: Sequence[str]) -> float:
    """Such as 1952 for "nineteen fifty-two"; 0 for what is no year."""
    century, of = _WORDS.get(words[0], 0), [_WORDS.get(word, 0) for word in words[1:]]
    tens = (
        sum(of)
        if of and all(of) and of[0] >= 10 and (len(of) == 1 or (of[0] % 10 == 0 and of[1] < 10))
        else 0
    )
    return 100 * century + tens if 10 <= century < 30 and tens and len(of) < 3 else 0


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    count = current or 1
    return (total, count * scale) if scale == 100 else (total + count * scale, 0)


def _plain(word: str) -> float | None:
    return float(word) if _FIGURES.fullmatch(word) else _WORDS.get(word)


def _added(current: float, value: float | None) -> float | None:
    """Such as 40 and 2, 200 and 42; not 40 and 12, nor 42 and 1."""
    if value is None:
        return None
    room = 100 if current % 100 == 0 else 10 if current % 10 == 0 else 0
    return current + value if not current or value < room else None
