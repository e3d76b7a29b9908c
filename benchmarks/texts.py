"""Invented texts and quotations to time matching on: no vocabulary of their own, and what was planted is known."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from checker.model import Block, Document

LITTLE = (  # noqa: SIM905
    "the of and to in a that is was for on it with as be by at from have this not are but had they which "
    "one said would their will there been were who has more no if when what so about up out into"
).split()
WORDS = 300
"""Words of an article."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Articles with the numbers of those that are near copies of each other, or share a passage."""

    texts: list[str]
    copies: list[tuple[int, int]]
    passages: list[tuple[int, int]]


class Writer:
    """Sentences of invented words, as often as words of a language are, with little words between them."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u")]
        self.words = [
            "".join(self.draw.choices(syllables, k=self.draw.choice((2, 3, 3, 4)))) for _ in range(20_000)
        ]
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))

    def some(self, size: int) -> list[str]:
        """Words in a row."""
        rare = self.draw.choices(self.words, cum_weights=self.weights, k=size)
        return [self.draw.choice(LITTLE) if self.draw.random() < 0.45 else word for word in rare]

    def changed(self, words: list[str], share: float) -> list[str]:
        """The words, some of them others."""
        return [self.some(1)[0] if self.draw.random() < share else word for word in words]

    def prose(self, words: list[str]) -> str:
        """Words as sentences and paragraphs."""
        sentences = [words[at : at + 20] for at in range(0, len(words), 20)]
        lines = [" ".join(s).capitalize() + "." for s in sentences]
        return "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)) + "\n"


def planted(size: int, seed: int = 1) -> Planted:
    """Articles of which a tenth are near copies and four tenths share a passage of 25 to 120 words."""
    writer = Writer(seed)
    articles = [writer.some(WORDS) for _ in range(size)]
    numbers = list(range(size))
    writer.draw.shuffle(numbers)
    copied, shared = size // 20, size // 5
    copies = list(zip(numbers[:copied], numbers[copied : 2 * copied], strict=True))
    rest = numbers[2 * copied :]
    passages = list(zip(rest[: 2 * shared : 2], rest[1 : 2 * shared : 2], strict=True))
    for a, b in copies:
        articles[b] = writer.changed(articles[a], 0.04)
    for a, b in passages:
        length = writer.draw.randint(25, 120)
        at, to = writer.draw.randrange(WORDS - length), writer.draw.randrange(WORDS - length)
        articles[b][to : to + length] = writer.changed(
            articles[a][at : at + length], writer.draw.choice((0, 0.05))
        )
    return Planted([writer.prose(words) for words in articles], copies, passages)


KINDS = ("as it stands", "other typography", "a word changed", "made up")


def quotations(texts: list[str], size: int, seed: int = 2) -> list[tuple[str, str]]:
    """(kind, quotation), each kind as often as the others."""
    writer = Writer(seed)
    found = []
    for number in range(size):
        kind = KINDS[number % len(KINDS)]
        sentence = (
            writer.draw.choice(writer.draw.choice(texts).split("\n\n")).split(". ")[0].rstrip(".\n").split()
        )
        if kind == "other typography":
            longest = max(sentence, key=len)
            sentence = [word.upper() if word == longest else word for word in sentence]
        elif kind == "a word changed":
            sentence[writer.draw.randrange(3, len(sentence) - 3)] = "not"
        elif kind == "made up":
            sentence = writer.some(20)
        found.append((kind, " ".join(sentence)))
    return found


def document(name: str, text: str) -> Document:
    """A text as a document that is all article."""
    whole = ((0, len(text)),)
    return Document(
        name, name, "", "", "", "text/plain", None, None, None, None, "en", "secondary", whole, (), text,
        blocks=(Block(0, len(text), "paragraph"),),
    )  # fmt: skip
