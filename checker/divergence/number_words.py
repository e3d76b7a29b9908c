"""Numbers as words and figures tell them, with what rounds or bounds them: "some 40", "a quarter of a million"."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from checker.model import Parse, Sentence

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
SIGNS = frozenset("$€£¥")
TORN = {",": (3, frozenset({3})), ":": (2, frozenset({2})), ".": (2, frozenset({1, 2}))}
"""Figures before a mark at most, and those behind it, where a blank tears one number apart."""
TYPE = 4
"""Letters of the name of a type that stands before its number."""
LEADING = frozenset({"a", "half"})
"""Words that stand before the scale of a number."""


@cache
def lexicon() -> dict[str, Any]:
    """The words for reading numbers."""
    return tomllib.loads(files("checker.divergence").joinpath("quantities.toml").read_text("utf-8"))


@cache
def _small() -> dict[str, float]:
    """Number words up to ninety."""
    words: dict[str, float] = {w: float(i) for i, w in enumerate(lexicon()["small"])}
    return words | {w: 10.0 * i for i, w in enumerate(lexicon()["tens"], 2)}


def value_at(parse: Parse, i: int, last: int) -> tuple[float | None, int]:
    """The number that starts at a token (None: there is none), and the token after it."""
    if not _opens(parse.tokens[i].text) or _is_piece(parse, i):
        return None, i + 1
    value, end = _plain(parse.tokens[i].text), i + 1
    if value is None and (led := _led(parse, i, last)):
        value, end = led
    if value is None or (parse.tokens[i].pos == "PROPN" and not _opening(parse, i, last)):
        return None, end
    while end < last:
        word = parse.tokens[end].text.lower()
        if word in lexicon()["scale"]:
            value *= lexicon()["scale"][word]
        elif word in _small() and parse.tokens[i].text.lower() in _small():
            value += _small()[word]
        elif word == "-" and end + 1 < last and parse.tokens[end + 1].text.lower() in _small():
            value, end = value + _small()[parse.tokens[end + 1].text.lower()], end + 1
        elif word == "and" and end + 1 < last and _rest(parse, end):
            value, end = value + (_plain(parse.tokens[end + 1].text) or 0.0), end + 1
        else:
            break
        end += 1
    return value, end


def _is_piece(parse: Parse, i: int) -> bool:
    """Whether a figure is part of what blanks tore apart: "6. 1", "2, 000", "10: 14", or of a type: "BK - 47"."""
    tokens = parse.tokens
    if i >= 2 and tokens[i - 1].text in {"-", "–"} and tokens[i - 2].text.isalpha():
        return tokens[i - 2].text.isupper() and tokens[i].text.isdigit() and len(tokens[i - 2].text) <= TYPE
    return any(_is_torn(parse, at) for at in (i - 2, i) if 0 <= at < len(tokens) - 2)


def _is_torn(parse: Parse, i: int) -> bool:
    """Whether a figure, a mark and a figure stand here with a blank behind the mark, as in one number."""
    one, mark, other = parse.tokens[i : i + 3]
    if not (one.text.isdigit() and other.text.isdigit()) or one.end != mark.start or mark.end == other.start:
        return False
    before, behind = TORN.get(mark.text, (0, frozenset[int]()))
    return len(one.text) <= before and len(other.text) in behind


def _led(parse: Parse, i: int, last: int) -> tuple[float, int] | None:
    """A number that begins with its scale: "a hundred and eighty", "half a million", "a quarter of a million"."""
    if parse.tokens[i].text.lower() not in LEADING:
        return None
    words = [t.text.lower() for t in parse.tokens[i : min(i + 5, last)]]
    scale = lexicon()["scale"]
    if words[0] == "a" and len(words) > 1 and len(words[1]) > 2 and words[1] in scale:
        return float(scale[words[1]]), i + 2
    if words[:2] == ["half", "a"] and len(words) > 2 and words[2] in scale:
        return 0.5 * scale[words[2]], i + 3
    if words[:4] == ["a", "quarter", "of", "a"] and len(words) > 4 and words[4] in scale:
        return 0.25 * scale[words[4]], i + 5
    return None


def _rest(parse: Parse, conjunction: int) -> bool:
    """Whether "and" joins the rest of one number in words: "two hundred | and twenty", "and forty-one"."""
    before, after = (parse.tokens[i].text.lower() for i in (conjunction - 1, conjunction + 1))
    return before in {"hundred", "thousand"} and not after.isdigit() and 0 < (_plain(after) or 0.0) < 100


def _opening(parse: Parse, i: int, last: int) -> bool:
    """Whether a number word has its capital from where it stands, and is no name: "Nine towns", not "Nine Elms"."""
    word = parse.tokens[i].text.lower().split("-")[0]
    return word in _small() and i + 1 < last and parse.tokens[i + 1].pos in {"NOUN", "ADJ", "NUM"}


@lru_cache(maxsize=1 << 16)
def _opens(word: str) -> bool:
    """Whether a number may begin with the word."""
    return _plain(word) is not None or word.lower() in LEADING


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> float | None:
    if _DIGITS.fullmatch(word) and not re.match(r"0\d", word):
        return float(word.replace(",", ""))
    parts = word.lower().split("-")
    if len(parts) == 2 and all(p in _small() for p in parts):
        return _small()[parts[0]] + _small()[parts[1]]
    return _small().get(word.lower())


def bounds(parse: Parse, sentence: Sentence, i: int, value: float) -> tuple[int, float, float]:
    """The first token of the number with its qualifier, and the values that it allows."""
    spread = _rounding(
        parse.tokens[i].text if parse.tokens[i].text not in SIGNS else parse.tokens[i + 1].text, value
    )
    low, high = value - spread, value + spread
    for size in (3, 2, 1):
        first = i - size
        if first < sentence.first:
            continue
        words = " ".join(t.text.lower() for t in parse.tokens[first:i])
        if words in lexicon()["at_least"]:
            return first, value, value * 1.5
        if words in lexicon()["at_most"]:
            return first, value * 0.7, value
        if words in lexicon()["about"]:
            return first, value * 0.85, value * 1.15
    return i, low, high


def _rounding(word: str, value: float) -> float:
    """Half of the last digit that is not zero, from twenty on; others, and words with units, are exact."""
    digits = word.replace(",", "").split(".")[0]
    if not digits.isdigit():
        return value * 0.1 if value >= 100 and value % 10 == 0 else 0.0
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros * (value / float(digits)) if zeros and value >= 20 else 0.0
