"""The room's word lists, read once, and how they are looked for in a parse."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import Parse, Token

_WORDS = re.compile(r"\w+(?:['’]\w+)*|-")
_DASH = frozenset("-‐‑–—")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The data file `name`.toml of this room."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, *keys: str) -> frozenset[str]:
    """One list of a data file as a set."""
    section: Any = lexicon(name)
    for key in keys:
        section = section[key]
    return frozenset(section)


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first`..`last` (half-open) that are an entry of class `kind`."""

    first: int
    last: int
    kind: str


class Phrases:
    """Entries of one or more words, found by the words as they stand or by their lemmas; the longest wins."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, phrases in entries.items():
            for phrase in phrases:
                parts = tuple(_WORDS.findall(phrase.lower()))
                if parts:
                    self._by_first.setdefault(parts[0], []).append((parts, kind))
        for options in self._by_first.values():
            options.sort(key=lambda option: (-len(option[0]), option))

    def find(self, parse: Parse) -> Iterator[Found]:
        """Entries inside sentences, in text order, without overlaps."""
        for sentence in parse.sentences:
            i = sentence.first
            while i < sentence.last:
                found = self._at(parse, i, sentence.last)
                if found:
                    yield found
                i = found.last if found else i + 1

    def _at(self, parse: Parse, first: int, stop: int) -> Found | None:
        forms = _forms(parse.tokens[first])
        if forms[0] not in self._by_first and forms[1] not in self._by_first:
            return None
        options = [option for form in dict.fromkeys(forms) for option in self._by_first.get(form, ())]
        for parts, kind in sorted(options, key=lambda option: (-len(option[0]), option)):
            last = first + len(parts)
            if last <= stop and all(
                p in _forms(t) for p, t in zip(parts, parse.tokens[first:last], strict=True)
            ):
                return Found(first, last, kind)
        return None


def _forms(token: Token) -> tuple[str, str]:
    if token.text in _DASH:
        return "-", "-"
    return token.text.lower(), token.lemma.lower()
