"""What a measure is the measure of: "a turnout of 62 percent", "the fine was four million crowns"."""

from __future__ import annotations

from checker.divergence.figure_deeds import governor
from checker.divergence.figure_kin import nominal
from checker.divergence.figure_measures import Measure, measures
from checker.divergence.number_words import bounds, value_at
from checker.model import Parse, Sentence, Span

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "ruble": "rouble"} | {
    name: name
    for name in (
        "dollar", "euro", "pound", "yen", "crown", "krona", "krone", "franc", "rouble", "rupee", "peso", "yuan", "lira",
        "mark", "zloty", "forint", "hryvnia", "real", "rand", "shekel", "dinar", "won", "baht", "dirham", "leu", "lev",
    )
}  # fmt: skip
EQUAL = frozenset({
    "be", "reach", "stand", "total", "measure", "amount", "come", "hit", "average", "equal", "last", "run",
})  # fmt: skip
"""Verbs whose subject is what is measured."""
EXTENTS = frozenset(
    {"length", "height", "width", "depth", "weight", "size", "area", "price", "cost", "speed", "duration"}
)
"""Nouns for a measure, which is that of what stands behind "of"."""
BACK = 8
"""Tokens before a measure in which a word makes it that of one moment."""
MOMENTS = frozenset({
    "previous", "previously", "earlier", "first", "initial", "initially", "original", "former", "latest", "new", "old",
    "current", "then", "last", "next", "second", "another", "different", "each", "average", "up", "down", "from",
})  # fmt: skip
"""Words that make a measure that of one moment or instance among several."""
SPENT = frozenset(
    {"fine", "cost", "fetch", "earn", "steal", "borrow", "lend", "donate", "inherit", "bid", "owe"}
)
"""Verbs that give an amount of money its sense by themselves."""


def themed(parse: Parse, sentence: Sentence) -> list[Measure]:
    """Words, least and largest value, "dimension of theme", and the token of the unit, where the theme is told."""
    found = list[Measure]()
    for span, low, high, name, at in (*measures(parse, sentence), *_money(parse, sentence)):
        theme = _theme(parse, at)
        before = parse.tokens[max(sentence.first, at - BACK) : at]
        if theme and not any(t.text.lower() in MOMENTS for t in before):
            found.append((span, low, high, f"{name} of {theme}", at))
    return found


def _money(parse: Parse, sentence: Sentence) -> list[Measure]:
    found, i = list[Measure](), sentence.first
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        sign = parse.tokens[i - 1].text if i > sentence.first else ""
        noun = parse.tokens[end].lemma.lower() if end < sentence.last else ""
        name = CURRENCIES.get(sign) if not sign.isalpha() else None
        at = end - 1 if name else end
        name = name or CURRENCIES.get(noun)
        if value is not None and name:
            first, low, high = bounds(parse, sentence, i - (at == end - 1), value)
            found.append(
                (Span(parse.doc, parse.tokens[first].start, parse.tokens[at].end), low, high, name, at)
            )
        i = max(end, i + 1)
    return found


def _theme(parse: Parse, at: int) -> str:
    """The noun before "of", the subject of "was" and its like, or a verb that says what money is for."""
    token = parse.tokens[at]
    if parse.tokens[token.head].text.lower() == "of":
        noun = parse.tokens[parse.tokens[token.head].head]
        return nominal().get(noun.lemma.lower(), noun.lemma.lower()) if noun.pos == "NOUN" else ""
    verb = governor(parse, at)
    if verb is None or token.dep not in {"attr", "dobj", "npadvmod", "dative", "pobj", "oprd"}:
        return ""
    lemma = parse.tokens[verb].lemma.lower()
    if lemma in SPENT and token.head == verb:
        return lemma
    over = parse.tokens[verb].head if parse.tokens[verb].dep == "xcomp" else verb
    subject = next(
        (c for v in (verb, over) for c in parse.children(v) if parse.tokens[c].dep == "nsubj"), None
    )
    tied = token.head == verb or parse.tokens[parse.tokens[token.head].head].lemma.lower() in EQUAL
    if subject is None or lemma not in EQUAL or not tied or parse.tokens[subject].pos != "NOUN":
        return ""
    of = [
        k for c in parse.children(subject) if parse.tokens[c].text.lower() == "of" for k in parse.children(c)
    ]
    extent = parse.tokens[subject].lemma.lower() in EXTENTS and of
    measured = parse.tokens[of[0] if extent else subject].lemma.lower()
    return nominal().get(measured, measured)
