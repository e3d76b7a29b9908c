"""The words of one text, as its likeness with others rests on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from sys import intern

from checker.events.stopwords import STOP
from checker.model import MONTHS, Document

NAME = "words"
VERSION = "1"
REQUIRES = ("documents",)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DATED = re.compile(
    rf"(?:{'|'.join(MONTHS)})"
    r",? (?:of |\d{1,2},? )?((?:19|20)\d\d)\b"
)
_LEAD = 600
"""Characters at the head of a text that count twice: news says there what has happened."""


@dataclass(frozen=True, slots=True)
class Words:
    """How often a text has each word in small letters, and its runs of capitalised words; none carries grammar alone.

    `opening` is the capitalised word that opens the text, which proves no name. `day` is the middle of the days of
    publication as a number, else of the latest year that the text dates something in, else None.
    """

    doc: str
    small: dict[str, int]
    capitals: tuple[tuple[str, ...], ...]
    opening: tuple[str, ...]
    day: float | None


def run(document: Document) -> Words:
    """The words of the article, its lead twice."""
    text = body_text(document)
    small: Counter[str] = Counter()
    runs: list[tuple[str, ...]] = []
    opening: tuple[str, ...] = ()
    run: list[str] = []
    for i, word in enumerate(_WORD.findall(f"{text}\n{_lead(text)}")):
        form = intern(word.lower().replace("’", "'").removesuffix("'s"))
        if len(form) > 1 and form not in STOP:
            if word[0].isupper():
                run.append(form)
                opening = opening if i else (form,)
                continue
            small[form] += 1
        if run:
            runs.append(tuple(run))
            run = []
    return Words(document.doc, dict(small), (*runs, tuple(run)), opening, _day(document, text))


def _lead(text: str) -> str:
    """Its first lines, up to the end of the one where it has `_LEAD` characters."""
    end = text.find("\n", _LEAD)
    return text if end < 0 else text[:end]


def _day(document: Document, text: str) -> float | None:
    try:
        if document.published is not None:
            days = (document.published.from_, document.published.to)
            return sum(date.fromisoformat(d).toordinal() for d in days) / 2
    except ValueError:
        pass
    years = [int(match[1]) for match in _DATED.finditer(text)]
    return float(date(max(years), 7, 1).toordinal()) if years else None


def body_text(document: Document) -> str:
    """What a reader sees of the article, without furniture and markup; the whole text where no body is known."""
    spans = document.body or ((0, len(document.text)),)
    return "\n".join(visible(document, start, end) for start, end in spans)


def visible(document: Document, start: int, end: int) -> str:
    """The text of a range without markup."""
    pieces, position = list[str](), start
    first = max(0, bisect_right(document.markup, start, key=lambda r: r[0]) - 1)
    for low, high in document.markup[first:]:
        if low >= end:
            break
        pieces.append(document.text[position : max(position, low)])
        position = max(position, high)
    return "".join([*pieces, document.text[position:end]])
