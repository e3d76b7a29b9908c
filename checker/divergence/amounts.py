"""Amounts of money with what they are the price of: a bid, a loss, a fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence.draft import Facts
from checker.divergence.figure_deeds import reader
from checker.divergence.figure_pairs import too_long
from checker.divergence.figure_themes import CURRENCIES
from checker.divergence.tables import table
from checker.model import Parse, Sentence, Span

SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12,
}  # fmt: skip
"""What the word behind a number multiplies it by."""
STEPS = 4
"""Steps in the grammar from an amount to the word that says what it is the price of."""
SHOWN = 90
"""Characters of the amount with that word."""
BEFORE = 16
"""Characters before an amount in which a word makes it a bound."""
EXACT, ROUGH = 0.01, 0.1
"""What "about" allows for, of a number with three digits that count or more, and of a rounder one."""
EQUAL = frozenset({"be", "amount", "total", "reach", "come", "stand"})
WORTH = frozenset({"value", "price", "size", "cost", "total"})
"""Verbs that say how much their subject is; nouns that stand for what they belong to."""
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"thousand|million|billion|trillion|bn|mn|[kmb]"
_AMOUNT = re.compile(
    rf"(?P<sign>[$€£¥])\s?(?P<number>{_DIGITS})(?:[\s-]?(?P<scale>{_SCALE})\b)?"
    rf"|(?P<count>{_DIGITS})(?:[\s-]?(?P<size>{_SCALE})\b)?\s(?P<name>[a-z]+)",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?P<more>more than|over|at least|no less than)|(?P<less>up to|nearly|almost|less than|under|as much as|at most)|"
    r"(?:about|around|some|roughly|approximately|estimated|close to)",
    re.IGNORECASE,
)
_PER = re.compile(r"\s*(?:-?a-?|per|an|each|every)[\s-]+(?:[A-Z]\w+ )?(?P<unit>[a-z]+)")
_RANGED = re.compile(r"(?:\s*[-–]\s*|\s+(?:to|and|or)\s+)[$€£¥]?\d", re.IGNORECASE)
_RANGING = re.compile(r"\d(?:\s*[-–]|\s+(?:to|or))\s*\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount between `low` and `high`; `per` is what it is the price of one of ("share"), `kind` what it is: a bid.

    `span` are its words with the word that says so, `keys` the names and nouns of its sentence, `sentence` its number.
    """

    words: Span
    span: Span
    low: float
    high: float
    currency: str
    per: str
    kind: str
    keys: frozenset[str]
    sentence: int

    def meets(self, other: Amount) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high

    def alike(self, other: Amount) -> bool:
        """Whether both are of one kind, in one currency, of as many things."""
        return (self.currency, self.per, self.kind) == (other.currency, other.per, other.kind)

    def ratio(self, other: Amount) -> float:
        """How many times one is the other, at least 1."""
        one, two = self.low + self.high, other.low + other.high
        return max(one, two) / min(one, two)


@cache
def kinds() -> dict[str, str]:
    """Lemma -> what an amount is the amount of."""
    return {word: kind for kind, words in table("amounts")["kinds"].items() for word in words}


def amounts(facts: Facts) -> dict[str, list[Amount]]:
    """The amounts of each text's headline and body, in text order."""
    return {doc: list(_amounts(facts, doc)) for doc in sorted(facts.documents)}


def _amounts(facts: Facts, doc: str) -> Iterator[Amount]:
    parse, document = facts.parses[doc], facts.documents[doc]
    for number, sentence in enumerate(parse.sentences):
        words = document.text[sentence.start : sentence.end].strip()
        shown = document.in_body(sentence.start, sentence.end) or words in (document.title or "")
        if shown and not too_long(sentence):
            keys = _keys(facts, parse, sentence)
            for found in _AMOUNT.finditer(document.text, sentence.start, sentence.end):
                amount = _amount(facts, parse, number, found, keys)
                yield from [amount] if amount else []


def _amount(
    facts: Facts, parse: Parse, number: int, found: re.Match[str], keys: frozenset[str]
) -> Amount | None:
    text, sentence = facts.documents[parse.doc].text, parse.sentences[number]
    currency = CURRENCIES.get(found["sign"] or (found["name"] or "").lower().rstrip("s"))
    ranged = _RANGED.match(text, found.end()) or _RANGING.search(
        text[max(0, found.start() - 8) : found.start()]
    )
    at = next(iter(parse.tokens_in(*found.span())), None)
    if currency is None or ranged or at is None:
        return None
    scale = SCALES.get((found["scale"] or found["size"] or "").lower(), 1.0)
    before = text[max(sentence.start, found.start() - BEFORE) : found.start()]
    low, high, hedge = _bounds((found["number"] or found["count"]).replace(",", ""), scale, before)
    words = Span(parse.doc, found.start() - hedge, found.end())
    noun = _priced(parse, sentence, at)
    per = _PER.match(text, found.end())
    kind = kinds()[parse.tokens[noun].lemma.lower()] if noun is not None else ""
    unit = per["unit"].lower() if per else ""
    return (
        Amount(words, _with(parse, words, noun), low, high, currency, unit, kind, keys, number)
        if low > 0
        else None
    )


def _bounds(digits: str, scale: float, before: str) -> tuple[float, float, int]:
    """Least and largest value, and how many characters before the number make it a bound."""
    value, places_ = float(digits) * scale, len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    digit = -places_ if places_ else zeros
    spread = 0.5 * scale * 10.0**digit if scale > 1 or digit else 0.0
    hedges = [h for h in _HEDGE.finditer(before) if not before[h.end() :].strip()]
    if not hedges:
        return value - spread, value + spread, 0
    exact = len(digits.replace(".", "").strip("0")) > 2
    rough, hedge = max(spread, value * (EXACT if exact else ROUGH)), hedges[-1]
    low, high = value - (spread if hedge["more"] else rough), value + (spread if hedge["less"] else rough)
    return low, high, len(before) - hedge.start()


def _priced(parse: Parse, sentence: Sentence, at: int) -> int | None:
    """The nearest word in the grammar that says what the amount is the amount of."""
    subject = _measured(parse, at)
    if subject is not None and _says(parse, subject):
        return subject
    seen, rim = {at}, [at]
    for _ in range(STEPS):
        rim = [j for i in rim for j in (parse.tokens[i].head, *parse.children(i)) if j not in seen]
        seen.update(rim)
        hits = [j for j in rim if sentence.first <= j < sentence.last and _says(parse, j)]
        if hits:
            return min(hits, key=lambda j: (parse.tokens[j].pos == "VERB", abs(j - at)))
    return None


def _says(parse: Parse, i: int) -> bool:
    return parse.tokens[i].lemma.lower() in kinds() and parse.tokens[i].pos in {"NOUN", "VERB"}


def _measured(parse: Parse, at: int) -> int | None:
    """The subject whose amount a verb tells: "the deal amounts to"; for its value, the deal."""
    above = list(parse.ancestors(at))[:STEPS]
    verb = next((i for i in above if parse.tokens[i].pos in {"VERB", "AUX"}), None)
    if verb is None or parse.tokens[verb].lemma.lower() not in EQUAL:
        return None
    subject = next((i for i in parse.children(verb) if parse.tokens[i].dep == "nsubj"), None)
    if subject is not None and parse.tokens[subject].tag == "WDT":
        subject = parse.tokens[verb].head
    if subject is None or parse.tokens[subject].lemma.lower() not in WORTH:
        return subject
    return next((i for i in parse.children(subject) if parse.tokens[i].dep == "poss"), subject)


def _with(parse: Parse, words: Span, noun: int | None) -> Span:
    """The amount with the word that says what it is, where that is near."""
    if noun is None:
        return words
    token = parse.tokens[noun]
    start, end = min(words.start, token.start), max(words.end, token.end)
    return Span(words.doc, start, end) if end - start <= SHOWN else words


def _keys(facts: Facts, parse: Parse, sentence: Sentence) -> frozenset[str]:
    found = (reader(facts).key(parse, i) for i in range(sentence.first, sentence.last))
    return frozenset(key for key in found if key)
