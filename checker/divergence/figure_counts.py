"""The plain numbers of a text with what each counts, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence.draft import Facts
from checker.divergence.figure_pairs import too_long
from checker.divergence.number_words import lexicon, value_at
from checker.divergence.quantities import kindred_nouns
from checker.model import Parse, Sentence, Span, TimeExpression

_SOME = frozenset({
    "including", "include", "among", "like", "e.g.", "least", "about", "around", "some", "over", "nearly", "almost",
    "than", "roughly", "approximately", "to", "or", "between",
})  # fmt: skip
_COMPARED = frozenset({"from", "against", "versus", "than", "with", "to"})
_DETERMINERS = frozenset({"the", "a", "an"})
_PRONOMINAL = frozenset({"no", "the", "this", "that", "any", "every", "each", "which"})
"""Words before "one" where it counts nothing: "no one", "the one"."""


@dataclass(frozen=True, slots=True)
class Count:
    """A plain number: its value, first token, the token after it, its noun ("" where it has none) and that token."""

    value: float
    first: int
    end: int
    noun: str
    last: int


Row = tuple[Sentence, list[Count]]
"""A sentence and its numbers."""


def counted(facts: Facts, doc: str, times: list[TimeExpression]) -> list[Row]:
    """The sentences of the article with their numbers, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    body = [s for s in parse.sentences if document.in_body(s.start, s.end) and not too_long(s)]
    return [(s, counts(parse, s, times)) for s in body]


def counts(parse: Parse, sentence: Sentence, times: list[TimeExpression]) -> list[Count]:
    """The numbers of a sentence with the noun that each counts, also across "of us"."""
    found, i = list[Count](), sentence.first
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        at = parse.tokens[i].start
        if (
            value is not None
            and not _is_pronoun(parse, i)
            and not any(t.span.start <= at < t.span.end for t in times)
        ):
            found.append(_count(parse, sentence, value, i, end))
        i = max(end, i + 1)
    return found


def _count(parse: Parse, sentence: Sentence, value: float, i: int, end: int) -> Count:
    at = end
    if [t.text.lower() for t in parse.tokens[end : end + 2]] in (["of", "us"], ["of", "you"]):
        at = end + 2
    while at < sentence.last and parse.tokens[at].pos == "ADJ":
        at += 1
    while (
        at + 1 < sentence.last and parse.tokens[at].dep == "compound" and parse.tokens[at + 1].pos == "NOUN"
    ):
        at += 1
    token = parse.tokens[at] if at < sentence.last else parse.tokens[end - 1]
    noun = (
        token.lemma.lower() if token.tag == "NNS" and token.lemma.lower() not in lexicon()["measures"] else ""
    )
    return Count(value, i, end, kindred_nouns().get(noun, noun), at if noun else end - 1)


def inexact(parse: Parse, count: Count) -> bool:
    """Whether words before a number make it a bound, an estimate or one of several."""
    before = {t.text.lower() for t in parse.tokens[max(0, count.first - 3) : count.first]}
    return bool(before & _SOME)


def compared(parse: Parse, count: Count) -> bool:
    """Whether a number is told to be compared with another: "up from 31", "against the 31 of last year"."""
    before = [t.text.lower() for t in parse.tokens[max(0, count.first - 2) : count.first]]
    return bool(_COMPARED & set(before[-1:])) or (
        before[-1:] != [] and before[-1] in _DETERMINERS and bool(_COMPARED & set(before[:-1]))
    )


def _is_pronoun(parse: Parse, i: int) -> bool:
    """Whether "one" stands for somebody: "no one", "the one"."""
    return i > 0 and parse.tokens[i].text.lower() == "one" and parse.tokens[i - 1].text.lower() in _PRONOMINAL


def after(parse: Parse, at: int, size: int = 2) -> list[str]:
    """The words from a token on."""
    return [t.text.lower() for t in parse.tokens[at : at + size]]


def span_of(parse: Parse, first: int, last: int) -> Span:
    """The characters from one token to another."""
    return Span(parse.doc, parse.tokens[first].start, parse.tokens[last].end)
