"""Numbers of a text with what they count: 4,000 lives, at least 12 dead, $3 million."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.divergence.draft import Facts
from checker.model import Parse, Sentence, Span, Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NEAR = 8
_SIGNS = frozenset("$€£¥")


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(files("checker.divergence").joinpath("quantities.toml").read_text("utf-8"))


@cache
def _small() -> dict[str, float]:
    """Number words up to ninety."""
    words: dict[str, float] = {w: float(i) for i, w in enumerate(_lexicon()["small"])}
    return words | {w: 10.0 * i for i, w in enumerate(_lexicon()["tens"], 2)}


@cache
def _fates() -> dict[str, str]:
    """Lemma -> what became of persons."""
    return {word: fate for fate, words in _lexicon()["fates"].items() for word in words}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts. The value lies between `low` and `high`; `kin` are words that it goes with,
    `narrowed` those that narrow the thing ("assault" rifles).
    """

    span: Span
    low: float
    high: float
    unit: str
    kin: frozenset[str]
    narrowed: frozenset[str]

    def meets(self, other: Quantity) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def quantities(facts: Facts, doc: str, sentence: Sentence) -> list[Quantity]:
    """The counted numbers of a sentence; times, ages, ordinals, shares of a whole and list numbers are left out."""
    parse = facts.parses[doc]
    found = []
    i = sentence.first
    while i < sentence.last:
        value, end = _value(parse, i, sentence.last)
        if value is None:
            i += 1
            continue
        quantity = _quantity(parse, sentence, i, end, value)
        if quantity is not None:
            found.append(quantity)
        i = end
    return found


def _value(parse: Parse, i: int, last: int) -> tuple[float | None, int]:
    """The number that starts at a token, and the token after it."""
    value, end = _plain(parse.tokens[i].text), i + 1
    if value is None or parse.tokens[i].pos == "PROPN":
        return None, end
    while end < last:
        word = parse.tokens[end].text.lower()
        if word in _lexicon()["scale"]:
            value *= _lexicon()["scale"][word]
        elif word in _small() and parse.tokens[i].text.lower() in _small():
            value += _small()[word]
        elif word == "-" and end + 1 < last and parse.tokens[end + 1].text.lower() in _small():
            value, end = value + _small()[parse.tokens[end + 1].text.lower()], end + 1
        else:
            break
        end += 1
    return value, end


def _plain(word: str) -> float | None:
    if _DIGITS.fullmatch(word) and not re.match(r"0\d", word):
        return float(word.replace(",", ""))
    parts = word.lower().split("-")
    if len(parts) == 2 and all(p in _small() for p in parts):
        return _small()[parts[0]] + _small()[parts[1]]
    return _small().get(word.lower())


def _quantity(parse: Parse, sentence: Sentence, i: int, end: int, value: float) -> Quantity | None:
    unit, last = _unit(parse, sentence, i, end)
    narrowed = frozenset(
        t.lemma.lower() for t in parse.tokens[end:last] if t.pos in {"ADJ", "NOUN", "PROPN", "NUM"}
    )
    if (
        not unit
        or (value == 1 and parse.tokens[i].text.lower() == "one")
        or narrowed & {"other", "more", "further"}
    ):
        return None
    if unit in _lexicon()["measures"] or _part(parse, i, end):
        return None
    start, low, high = _bounds(parse, sentence, i - (unit in _SIGNS), value)
    kin = {t.lemma.lower() for t in parse.tokens[max(sentence.first, i - NEAR) : min(sentence.last, last + NEAR)]
           if t.pos in {"NOUN", "VERB", "PROPN", "ADJ"} and not t.stop}  # fmt: skip
    return Quantity(
        Span(parse.doc, parse.tokens[start].start, parse.tokens[last].end),
        low,
        high,
        unit,
        frozenset(kin - {unit}),
        narrowed,
    )


def _unit(parse: Parse, sentence: Sentence, i: int, end: int) -> tuple[str, int]:
    """What is counted, and the last token that says it: a noun, a fate of people, a share or a currency."""
    tokens = parse.tokens
    if i > sentence.first and tokens[i - 1].text in _SIGNS:
        return tokens[i - 1].text, end - 1
    after = tokens[end].text.lower() if end < sentence.last else ""
    if after in {"%", "percent", "per"}:
        return "", end
    noun = next((j for j in range(end, min(end + 4, sentence.last)) if tokens[j].pos == "NOUN"), None)
    if noun is not None and all(_narrows(tokens[j]) for j in range(end, noun)):
        while noun + 1 < sentence.last and tokens[noun + 1].pos == "NOUN" and tokens[noun].dep == "compound":
            noun += 1
        lemma = tokens[noun].lemma.lower()
        if len(lemma) < 3 or not lemma.isalpha():
            return "", noun
        fate = _fate(parse, sentence, noun) if lemma in _lexicon()["people"] else _fates().get(lemma, "")
        return (
            (f"people {fate}", noun) if fate else (lemma if lemma not in _lexicon()["people"] else "", noun)
        )
    fate = _fate(parse, sentence, end - 1)
    return (
        (f"people {fate}", end - 1)
        if fate and tokens[i].dep in {"dobj", "nsubjpass", "nsubj", "attr"}
        else ("", end - 1)
    )


def _narrows(token: Token) -> bool:
    """Whether a word may stand between a number and its noun; another number may not, "AK-47" may."""
    model = any(c.isdigit() for c in token.text) and any(c.isalpha() for c in token.text)
    return token.pos in {"ADJ", "NOUN", "VERB", "PROPN"} or model


def _fate(parse: Parse, sentence: Sentence, noun: int) -> str:
    """What became of the people counted: their own word, their verb, or what describes them right behind."""
    tokens = parse.tokens
    head = tokens[noun].head
    behind = [j for j in range(noun + 1, min(noun + 3, sentence.last)) if tokens[j].head in {noun, head}]
    described = [j for j in behind if tokens[j].dep in {"acl", "amod", "acomp", "oprd"}]
    doing = [head] if tokens[noun].dep in {"dobj", "nsubj", "nsubjpass", "pobj", "attr"} else []
    found = [
        _fates()[tokens[j].lemma.lower()]
        for j in (noun, *described, *doing)
        if tokens[j].lemma.lower() in _fates()
    ]
    return found[0] if found else ""


def _part(parse: Parse, i: int, end: int) -> bool:
    """Whether it is no count: "three of the twelve", "27-year-old", "Article 5", "No. 3", a number in a date."""
    before = parse.tokens[i - 1] if i else None
    after = parse.tokens[end].text.lower() if end < len(parse.tokens) else ""
    named = before is not None and (
        before.pos == "PROPN"
        or before.text in {"-", "/", "#", "."}
        or before.text.isupper()
        or before.text.lower() in {"no.", "no", "number", "article", "page", "aged", "an"}
    )
    return after in {"of", "-", "–", "year", "/", ":"} or named


def _bounds(parse: Parse, sentence: Sentence, i: int, value: float) -> tuple[int, float, float]:
    """The first token of the number with its qualifier, and the values that it allows."""
    spread = _rounding(
        parse.tokens[i].text if parse.tokens[i].text not in _SIGNS else parse.tokens[i + 1].text, value
    )
    low, high = value - spread, value + spread
    for size in (3, 2, 1):
        first = i - size
        if first < sentence.first:
            continue
        words = " ".join(t.text.lower() for t in parse.tokens[first:i])
        if words in _lexicon()["at_least"]:
            return first, value, value * 1.5
        if words in _lexicon()["at_most"]:
            return first, value * 0.7, value
        if words in _lexicon()["about"]:
            return first, value * 0.85, value * 1.15
    return i, low, high


def _rounding(word: str, value: float) -> float:
    """Half of the last digit that is not zero, for numbers from twenty on; smaller ones are exact."""
    digits = word.replace(",", "").split(".")[0]
    if not digits.isdigit():
        return value * 0.1 if value >= 100 else 0.0
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros * (value / float(digits)) if zeros and value >= 20 else 0.0
