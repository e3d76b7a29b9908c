"""A document as a reference: what its page or the corpus says of it, and nothing that they do not say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Document

_WORD = re.compile(r"[a-z0-9]+")
_SHORT = frozenset({"the", "a", "an", "of", "and", "in", "on", "to", "for", "at", "by", "from", "with"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Fields that are None are not known. `key` is made of author or outlet, year and title, and is unique.

    `issued` is a day, month or year, or two of them, parted by a slash, between which it lies (ISO 8601).
    """

    key: str
    doc: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    issued: str | None
    url: str | None
    accessed: str | None
    language: str | None


def references(documents: Sequence[Document]) -> list[Reference]:
    """The documents in their order; a second key of the same words gets a letter."""
    seen: Counter[str] = Counter()
    found = []
    for document in documents:
        plain = _key(document)
        seen[plain] += 1
        found.append(_reference(document, plain + ("" if seen[plain] == 1 else _letters(seen[plain] - 1))))
    return found


def _reference(document: Document, key: str) -> Reference:
    return Reference(
        key,
        document.doc,
        document.title,
        tuple(name for part in (document.author or "").split(",") if (name := part.strip())),
        document.outlet_name,
        _issued(document),
        document.url,
        document.retrieved[:10] if document.retrieved else None,
        None if document.language == "und" else document.language,
    )


def _issued(document: Document) -> str | None:
    """The day; for a stretch that is a whole month or year, that; else both of its ends."""
    when = document.published
    if when is None:
        return None
    if when.from_ == when.to:
        return when.from_
    whole_year = when.from_.endswith("-01-01") and when.to == f"{when.from_[:4]}-12-31"
    whole_month = when.from_.endswith("-01") and when.from_[:7] == when.to[:7] and int(when.to[8:]) >= 28
    return when.from_[:4] if whole_year else when.from_[:7] if whole_month else f"{when.from_}/{when.to}"


def _key(document: Document) -> str:
    """`bir2031harbour`: letters and digits alone, so that every program takes it."""
    author = (document.author or "").split(",")[0].split()
    who = _plain(author[-1]) if author else "".join(_plain(document.outlet_name or ""))
    year = document.published.from_[:4] if document.published else ""
    title = [w for w in _WORD.findall(_folded(document.title or document.doc)) if w not in _SHORT]
    return (who[:24] + year + (title[0] if title else "")) or "text"


def _plain(words: str) -> str:
    return "".join(_WORD.findall(_folded(words)))


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()


def _letters(number: int) -> str:
    """b, c, … z, ab, …: what parts the second, third and further of one key."""
    letters = ""
    while number >= 0:
        letters, number = chr(ord("a") + number % 26) + letters, number // 26 - 1
    return letters
