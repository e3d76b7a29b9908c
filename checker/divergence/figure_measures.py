"""How long, how far, how heavy: measured amounts, in one unit a dimension."""

from __future__ import annotations

from functools import cache

from checker.divergence.number_words import bounds, lexicon, value_at
from checker.model import Parse, Sentence, Span

Measure = tuple[Span, float, float, str, int]
"""Words, least and largest value, dimension, and the token of the unit."""
SPREAD = {"duration": 0.3, "length": 0.0, "speed": 0.0, "weight": 0.0, "area": 0.0, "share": 0.0}
"""How much of a unit a whole number may be off: "three hours" are rounded, "three metres" are not."""
CONVERTED = 0.06
"""Share by which a value may be off that was turned from miles into kilometres."""
_CONTEST = 1000
"""More than either side of a vote or match gets; a larger number is a year or a price."""
_BESIDE = frozenset({
    "later", "ago", "earlier", "before", "after", "into", "away", "old", "from", "per", "prior", "apart", "to", "since",
    "or", "of", "an", "-", "–", "/", "older", "younger", "behind", "ahead", "remaining",
})  # fmt: skip
_LEADING = frozenset({
    "another", "every", "each", "first", "last", "next", "past", "other", "further", "additional", "extra", "within",
    "in", "final", "a", "per", "or", "remaining", "after", "than", "-", "–", "/", ".",
})  # fmt: skip


@cache
def units() -> dict[str, tuple[str, float]]:
    """Noun -> dimension and value in the first unit of it."""
    return {
        noun: (name, value) for name, table in lexicon()["units"].items() for noun, value in table.items()
    }


def measures(parse: Parse, sentence: Sentence) -> list[Measure]:
    """The measured amounts of a sentence; offsets in time, parts of a whole and steps of a series are left out."""
    found, i = list[Measure](), sentence.first
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        measured = _measure(parse, sentence, i, end, value) if value is not None else None
        if measured is not None:
            found.append(measured)
        i = max(end, i + 1)
    return found


def _measure(parse: Parse, sentence: Sentence, i: int, end: int, value: float) -> Measure | None:
    half = [t.text.lower() for t in parse.tokens[end : min(end + 3, sentence.last)]] == ["and", "a", "half"]
    value, at = (value + 0.5, end + 3) if half else (value, end)
    at += at < sentence.last and parse.tokens[at].text == "-"
    at += [t.text.lower() for t in parse.tokens[at : min(at + 2, sentence.last)]] == ["per", "cent"]
    if at >= sentence.last:
        return None
    unit = _unit(parse, at)
    first, low, high = bounds(parse, sentence, i, value)
    if unit is None or _left_out(parse, sentence, first, at, share=unit[0] == "share"):
        return None
    name, size = unit
    whole = value == int(value) and high == low
    turned = CONVERTED * value if size != 1 and name != "duration" else 0.0
    spread = max(SPREAD[name] if whole else 0.0, turned)
    span = Span(parse.doc, parse.tokens[first].start, parse.tokens[at].end)
    return span, (low - spread) * size, (high + spread) * size, name, at


def _unit(parse: Parse, at: int) -> tuple[str, float] | None:
    word = parse.tokens[at].text.lower()
    if word in {"%", "percent"} or (word == "cent" and parse.tokens[at - 1].text.lower() == "per"):
        return "share", 1.0
    return units().get(parse.tokens[at].lemma.lower()) or units().get(word)


def _left_out(parse: Parse, sentence: Sentence, i: int, at: int, *, share: bool) -> bool:
    """Whether the words around say that it is an offset, an age, a rate, a range or one of several stretches; a
    share is one of something.
    """
    before = parse.tokens[i - 1].text.lower() if i > sentence.first else ""
    after = parse.tokens[at + 1].text.lower() if at + 1 < sentence.last else ""
    ranged = before == "to" and i - 2 >= sentence.first and parse.tokens[i - 2].pos == "NUM"
    possessive = after in {"'s", "’s", "'", "’"}
    return (
        ranged
        or before in _LEADING
        or (after in _BESIDE and not (share and after == "of"))
        or possessive
        or parse.tokens[i].text.lower() == "zero"
    )


def tally(parse: Parse, sentence: Sentence) -> list[Measure]:
    """The only result of a vote or match in a sentence, "9-4" or "nine votes to four": one number for both sides."""
    tokens = parse.tokens[sentence.first : sentence.last]
    if not {t.lemma.lower() for t in tokens} & frozenset(lexicon()["contests"]):
        return []
    found = list[Measure]()
    for i in range(sentence.first, sentence.last - 2):
        one, end = value_at(parse, i, sentence.last)
        end += end < sentence.last and parse.tokens[end].lemma.lower() in {"vote", "goal", "point"}
        if one is None or end + 1 >= sentence.last or parse.tokens[end].text.lower() not in {"-", "–", "to"}:
            continue
        other, last = value_at(parse, end + 1, sentence.last)
        if other is None or max(one, other) >= _CONTEST or parse.tokens[last - 1].pos == "PROPN":
            continue
        both = max(one, other) * _CONTEST + min(one, other)
        found.append(
            (Span(parse.doc, parse.tokens[i].start, parse.tokens[last - 1].end), both, both, "tally", i)
        )
    return found if len(found) == 1 else []


def values(parse: Parse, sentence: Sentence) -> frozenset[float]:
    """All numbers of a sentence, whatever they count."""
    found = (value_at(parse, i, sentence.last)[0] for i in range(sentence.first, sentence.last))
    return frozenset(v for v in found if v is not None)
