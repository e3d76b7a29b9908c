"""Firms and papers told by the noun right before the name: `Airline Skyhop`, `the newspaper Vail`."""

from __future__ import annotations

from checker.entities.lexicon import tables
from checker.entities.spelling import fold
from checker.model import Parse

_TRADES = ("er", "or", "line")
"""Endings of nouns for firms with which no firm's own name begins."""


def is_firms(parse: Parse, first: int, last: int) -> bool:
    """`Airline Skyhop`, `the newspaper Vail`: one word right after a noun for a firm or a paper."""
    if first == 0 or last - first != 1 or not _is_capital(parse, first):
        return False
    noun = parse.tokens[first - 1]
    told = fold(noun.text) in tables().firms and noun.pos in {"NOUN", "PROPN"}
    opens = first < 2 or not _is_capital(parse, first - 2)
    return told and opens and (noun.text.islower() or _opens(parse, first - 1))


def leads(parse: Parse, i: int) -> bool:
    """Whether a noun for a firm opens the sentence, with which no firm's own name begins."""
    word = fold(parse.tokens[i].text)
    return word in tables().firms and word.endswith(_TRADES) and _opens(parse, i)


def _opens(parse: Parse, i: int) -> bool:
    sentence = parse.sentence_at(parse.tokens[i].start)
    return sentence is not None and sentence.first == i


def _is_capital(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.pos == "PROPN" and token.text[0].isupper() and token.text.replace("-", "").isalpha()
