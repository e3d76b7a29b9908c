"""How much wording two articles share, counted in runs of words."""

from __future__ import annotations

from checker.divergence.captions import is_open
from checker.divergence.draft import Facts
from checker.model import Token

LEAST = 5
"""Words of a shared run; less is a phrase of the language."""
PART = 0.5
"""Share of the words of one of two texts that the other has, for them to be called one text."""
STATED = {"republication", "revision", "archive"}


def alike(facts: Facts, docs: list[str]) -> list[list[str]]:
    """The texts in rows of which any two share most of the words of one, or say that they are one text."""
    rows: list[list[str]] = []
    for doc in docs:
        row = next((r for r in rows if all(_is_one(facts, doc, other) for other in r)), None)
        if row is None:
            rows.append([doc])
        else:
            row.append(doc)
    return rows


def _is_one(facts: Facts, doc: str, other: str) -> bool:
    for a, b in ((doc, other), (other, doc)):
        links = (k for k in facts.provenance[a].links if k.relation in STATED and k.of.doc == b)
        if any(k.basis == "stated" for k in links) or share(facts, a, b) >= PART:
            return True
    return False


def share(facts: Facts, doc: str, other: str) -> float:
    """Share of the words of an article that another one has."""
    common, size = held(facts, doc, other)
    return common / (size or 1)


def held(facts: Facts, doc: str, other: str) -> tuple[int, int]:
    """How many words of an article stand in runs of `LEAST` words or more that another has too, and how many it has.

    Both are counted as a reader would: with what is quoted, without pictures and their captions.
    """
    words, theirs = article(facts, doc), _all_grams(facts, other)
    common = {i + n for i, gram in enumerate(grams(words)) if gram in theirs for n in range(LEAST)}
    return len(common), len(words)


def _all_grams(facts: Facts, doc: str) -> set[tuple[str, ...]]:
    return facts.once(f"runs of {doc}", lambda: set(grams(article(facts, doc))))


def article(facts: Facts, doc: str) -> list[Token]:
    """The words of the article without pictures."""
    return facts.once(f"article {doc}", lambda: _read(facts, doc))


def _read(facts: Facts, doc: str) -> list[Token]:
    document = facts.documents[doc]
    tokens = (t for t in facts.parses[doc].tokens if t.text[0].isalnum())
    return [t for t in tokens if document.in_body(t.start, t.end) and not is_open(facts, doc, t.start)]


def grams(words: list[Token]) -> list[tuple[str, ...]]:
    """Every run of `LEAST` words in lower case."""
    plain = [t.text.casefold() for t in words]
    return [tuple(plain[i : i + LEAST]) for i in range(len(plain) - LEAST + 1)]
