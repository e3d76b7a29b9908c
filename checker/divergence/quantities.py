"""Numbers of a text with what they count: 4,000 lives, at least 12 dead, $3 million."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.divergence.number_words import SIGNS, bounds, lexicon, value_at
from checker.model import Parse, Sentence, Span, Token

DEGREE = 6
"""Tokens behind a number in which a word parts the grave cases from the others."""


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
    """A number and what it counts. The value lies between `low` and `high`; `narrowed` are words that narrow the
    thing ("assault" rifles).
    """

    span: Span
    low: float
    high: float
    unit: str
    narrowed: frozenset[str]


def quantities(parse: Parse, sentence: Sentence) -> list[Quantity]:
    """The counted numbers of a sentence; times, ages, ordinals, shares of a whole and list numbers are left out."""
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
    start, low, high = bounds(parse, sentence, i - (unit in SIGNS), value)
    span = Span(parse.doc, parse.tokens[start].start, parse.tokens[last].end)
    return Quantity(span, low, high, unit, narrowed)


def _unit(parse: Parse, sentence: Sentence, i: int, end: int) -> tuple[str, int]:
    """What is counted, and the last token that says it: a noun, a fate of people, a share or a currency."""
    tokens = parse.tokens
    if i > sentence.first and tokens[i - 1].text in SIGNS:
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
    """What became of the people counted: their own word, their verb, or what describes them right behind.

    "Killed or injured" counts other people than "killed".
    """
    tokens = parse.tokens
    head = tokens[noun].head
    behind = [j for j in range(noun + 1, min(noun + 3, sentence.last)) if tokens[j].head in {noun, head}]
    described = [j for j in behind if tokens[j].dep in {"acl", "amod", "acomp", "oprd"}]
    doing = [head] if tokens[noun].dep in {"dobj", "nsubj", "nsubjpass", "pobj", "attr"} else []
    told = [j for j in (noun, *described, *doing) if tokens[j].lemma.lower() in _fates()]
    if not told:
        return ""
    both = [c for c in parse.children(told[0]) if tokens[c].dep == "conj"]
    fates = {
        _fates()[tokens[j].lemma.lower()] for j in (told[0], *both) if tokens[j].lemma.lower() in _fates()
    }
    return " or ".join(sorted(fates))


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
