"""Keys by which clauses of different texts can be compared: names by what they name, words by their stems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.divergence.clauses import LIGHT, SUBJECTS, Clause, stem
from checker.divergence.figure_kin import ordinal
from checker.divergence.number_words import lexicon
from checker.model import Entity, Parse, Range, Span, Token

MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
NAMING = frozenset(["PERSON", "ORG", "FAC", "EVENT", "LAW", "PRODUCT"])
FURTHER = frozenset(
    [
        "another",
        "other",
        "others",
        "more",
        "further",
        "next",
        "additional",
        "similar",
        "new",
        "previous",
        "last",
    ]
)
"""Words that make a thing another one than that of the same name."""


class Names:
    """The names of one text, so that every spelling of a person or body has one key."""

    def __init__(
        self, parse: Parse, mentions: Iterable[tuple[Span, Entity]], times: Iterable[Range] = ()
    ) -> None:
        self.at: dict[int, str] = {}
        self.people: dict[int, str] = {}
        self.times = {i for start, end in times for i in parse.tokens_in(start, end)}
        for span, entity in mentions:
            if entity.type in NAMING:
                inside = dict.fromkeys(parse.tokens_in(span.start, span.end), f"@{entity.entity}")
                self.at.update(inside)
                self.people.update(inside if entity.type == "PERSON" else {})

    def keys(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """Names, numbers and stems of words with meaning."""
        return frozenset(k for i in inside if (k := self._key(parse, i)))

    def _key(self, parse: Parse, i: int) -> str | None:
        token, lemma = parse.tokens[i], parse.tokens[i].lemma.lower()
        if i in self.at:
            return self.at[i]
        if token.pos == "NOUN" and any(parse.tokens[c].text.lower() in FURTHER for c in parse.children(i)):
            return f"+{stem(lemma)}"
        if number(token):
            return f"#{number(token)}"
        if (
            token.pos not in MEANING
            or lemma in LIGHT
            or (token.stop and token.pos not in {"PROPN", "NOUN"})
            or len(lemma) < 3
        ):
            return None
        return stem(lemma)

    def timely(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """The keys that only say when."""
        return self.keys(parse, (i for i in inside if i in self.times))

    def persons(self, inside: Iterable[int]) -> frozenset[str]:
        """The people named."""
        return frozenset(self.people[i] for i in inside if i in self.people)

    def numbers(self, parse: Parse, inside: Iterable[int]) -> frozenset[str]:
        """What is counted, with the number in digits: "people 40". Hours, days and years count nothing."""
        rows = (
            (n, parse.tokens[i].head)
            for i in inside
            if (n := number(parse.tokens[i]) or _which(parse.tokens[i]) or _single(parse.tokens[i]))
        )
        return frozenset(
            f"{stem(parse.tokens[head].lemma.lower())} {n}"
            for n, head in rows
            if parse.tokens[head].pos in {"NOUN", "PROPN", "SYM"} and head not in self.times
        )

    def subject(self, parse: Parse, clause: Clause) -> frozenset[str]:
        """The names that head the subject."""
        heads = [c for c in parse.children(clause.verb) if parse.tokens[c].dep in SUBJECTS]
        return frozenset(
            self.at.get(i) or stem(parse.tokens[i].lemma.lower())
            for i in heads
            if parse.tokens[i].pos == "PROPN"
        )


@cache
def _numbers() -> dict[str, str]:
    """Number word -> its digits."""
    table = lexicon()
    small = {word: str(i) for i, word in enumerate(table["small"])}
    tens = {word: str(10 * i) for i, word in enumerate(table["tens"], 2)}
    return (
        small | tens | {w: str(table["scale"][w]) for w in ("dozen", "hundred", "thousand")} | {"both": "2"}
    )


def number(token: Token) -> str | None:
    """A number, in digits or in a word, as digits."""
    word = token.text.lower()
    if word in _numbers() and word not in {"one", "zero"}:
        return _numbers()[word]
    plain = word.replace(",", "")
    return plain if token.pos == "NUM" and plain[:1].isdigit() else None


def _which(token: Token) -> str | None:
    """Which one of several: "third", "3rd"."""
    place = ordinal(token.text)
    return f"no. {place}" if place else None


def _single(token: Token) -> str | None:
    """One, for "a" and "an"."""
    return "1" if token.dep == "det" and token.text.lower() in {"a", "an"} else None
