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
DEGREE = 6
"""Tokens behind a number in which a word parts the grave cases from the others."""
_SIGNS = frozenset("$€£¥")


@cache
def lexicon() -> dict[str, Any]:
    """The words for reading numbers."""
    return tomllib.loads(files("checker.divergence").joinpath("quantities.toml").read_text("utf-8"))


@cache
def _small() -> dict[str, float]:
    """Number words up to ninety."""
    words: dict[str, float] = {w: float(i) for i, w in enumerate(lexicon()["small"])}
    return words | {w: 10.0 * i for i, w in enumerate(lexicon()["tens"], 2)}


@cache
def _fates() -> dict[str, str]:
    """Lemma -> what became of persons."""
    return {word: fate for fate, words in lexicon()["fates"].items() for word in words}


@cache
def kindred_nouns() -> dict[str, str]:
    """Noun -> the first of those that name the same kind of thing: "country" for "state" and "nation"."""
    return {noun: row[0] for row in lexicon()["kindred"] for noun in row}


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
        value, end = value_at(parse, i, sentence.last)
        if value is None:
            i += 1
            continue
        quantity = _quantity(parse, sentence, i, end, value)
        if quantity is not None:
            found.append(quantity)
        i = end
    return found


def value_at(parse: Parse, i: int, last: int) -> tuple[float | None, int]:
    """The number that starts at a token (None: there is none), and the token after it."""
    value, end = _plain(parse.tokens[i].text), i + 1
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


def _rest(parse: Parse, conjunction: int) -> bool:
    """Whether "and" joins the rest of one number in words: "two hundred | and twenty", "and forty-one"."""
    before, after = (parse.tokens[i].text.lower() for i in (conjunction - 1, conjunction + 1))
    return before in {"hundred", "thousand"} and not after.isdigit() and 0 < (_plain(after) or 0.0) < 100


def _opening(parse: Parse, i: int, last: int) -> bool:
    """Whether a number word has its capital from where it stands, and is no name: "Nine towns", not "Nine Elms"."""
    word = parse.tokens[i].text.lower().split("-")[0]
    return word in _small() and i + 1 < last and parse.tokens[i + 1].pos in {"NOUN", "ADJ", "NUM"}


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
    ) | _qualified(parse, sentence, end)
    single = value == 1 and parse.tokens[i].text.lower() == "one"
    if not unit or single or narrowed & {"other", "more", "further"}:
        return None
    if unit in lexicon()["measures"] or _part(parse, sentence, i, end) or _turned(parse, sentence, i):
        return None
    start, low, high = bounds(parse, sentence, i - (unit in _SIGNS), value)
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
        fate = _fate(parse, sentence, noun) if lemma in lexicon()["people"] else _fates().get(lemma, "")
        if fate:
            return f"people {fate}", noun
        return "person" if lemma == "people" else kindred_nouns().get(lemma, lemma), noun
    fate = _fate(parse, sentence, end - 1)
    return (
        (f"people {fate}", end - 1)
        if fate and tokens[i].dep in {"dobj", "nsubjpass", "nsubj", "attr"}
        else ("", end - 1)
    )


def _qualified(parse: Parse, sentence: Sentence, end: int) -> frozenset[str]:
    """Words that part the grave cases ("18 were critically injured"), or that sum up several occasions ("total")."""
    near = parse.tokens[end : min(end + DEGREE, sentence.last)]
    words = {t.text.lower() for t in parse.tokens[sentence.first : sentence.last]}
    degrees = {t.text.lower() for t in near} & set(lexicon()["degrees"])
    return frozenset(degrees | ({"total"} if words & set(lexicon()["sums"]) else set()))


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


def _part(parse: Parse, sentence: Sentence, i: int, end: int) -> bool:
    """Whether it is no count: "three of the twelve", "27-year-old", "Article 5", "No. 3", a number in a date."""
    before = parse.tokens[i - 1] if i > sentence.first else None
    after = parse.tokens[end].text.lower() if end < sentence.last else ""
    named = before is not None and (
        before.pos == "PROPN"
        or before.text in {"-", "/", "#", "."}
        or before.text.isupper()
        or before.text.lower() in {"no.", "no", "number", "article", "page", "aged", "an"}
    )
    return after in {"of", "-", "–", "year", "/", ":"} or named


def _turned(parse: Parse, sentence: Sentence, i: int) -> bool:
    """Whether an amount stands in parentheses behind another: the same in another currency or unit."""
    before = [t.text for t in parse.tokens[max(sentence.first, i - 3) : i]]
    return "(" in before and any(
        c.isdigit() for t in parse.tokens[max(sentence.first, i - 9) : i] for c in t.text
    )


def bounds(parse: Parse, sentence: Sentence, i: int, value: float) -> tuple[int, float, float]:
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
