"""The word classes of this room, read from the lists beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from checker.model import MONTHS

NAMED = {
    "negation": "a negation is added, dropped or changed",
    "attribution": "who says so, or that someone says so, differs",
    "number": "the numbers differ",
    "modality": "the strength of the commitment differs",
    "quantifier": "how much or how many differs",
    "name": "a name differs",
}
"""What each kind of a change means, for a reader."""
KINDS = {
    "negation": ("negation",),
    "attribution": ("attribution",),
    "number": ("number",),
    "modality": ("modality", "necessity", "hedge"),
    "quantifier": ("quantity", "scope", "degree"),
}
"""Each kind of a change, the gravest first, with the classes whose words make it."""
_EMPTY = frozenset(
    {"function", "pronoun", "definite", "auxiliary", "modality", "order", "limit", "condition", "negation"}
)


@cache
def _classes() -> dict[tuple[str, ...], frozenset[str]]:
    """Entry, word by word -> the classes that it is in."""
    frames = _read("frames.toml")
    verbs = {
        name: [form for base in bases for form in forms(base)] for name, bases in frames["verbs"].items()
    }
    found: dict[tuple[str, ...], set[str]] = {}
    months = {"month": [month.lower() for month in MONTHS]}
    for table in (_read("lexicon.toml"), _read("people.toml"), months, frames["words"], verbs):
        for name, entries in table.items():
            for entry in entries:
                found.setdefault(tuple(entry.replace("-", " ").split()), set()).add(name)
    return {entry: frozenset(names) for entry, names in found.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("checker.quotation").joinpath(name).read_text("utf-8"))


def forms(base: str) -> Iterator[str]:
    """The regular forms of a verb: "say", "says", "sayed", "saying"; doubled consonants are left to lists."""
    yield base
    if base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith("y") and base[-2] not in "aeou":
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    else:
        ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (base + ending, base + "ed", base + "ing")


@cache
def words_of(name: str) -> frozenset[str]:
    """The single words of a class."""
    return frozenset(entry[0] for entry, names in _classes().items() if name in names and len(entry) == 1)


@lru_cache(maxsize=1 << 16)
def classes(word: str) -> frozenset[str]:
    """The classes of one folded word; a word with "n't" is a negation, one with a digit a number."""
    names = _classes().get((word,), frozenset())
    if word.endswith("n't"):
        return names | {"negation"}
    if any(char.isdigit() for char in word):
        return names | {"number"}
    return names


@cache
def _openers() -> dict[str, int]:
    """Each word that begins an entry of several words -> the words of the longest."""
    found: dict[str, int] = {}
    for entry in _classes():
        if len(entry) > 1:
            found[entry[0]] = max(len(entry), found.get(entry[0], 1))
    return found


@cache
def _begin(names: tuple[str, ...]) -> frozenset[str]:
    """The words that begin an entry of the classes; a word that is not all letters may belong to one as well."""
    return frozenset(entry[0] for entry, held in _classes().items() if not held.isdisjoint(names))


def marked(words: Sequence[str], *names: str) -> list[tuple[int, int, str]]:
    """Places (first, last, class) in folded words that belong to one of the classes, longest entries first."""
    found, i, table, openers, begin = [], 0, _classes(), _openers(), _begin(names)
    most = len(words)
    while i < most:
        if words[i] not in begin and words[i].isalpha():
            i += 1
            continue
        for size in range(min(openers.get(words[i], 1), most - i), 0, -1):
            held = classes(words[i]) if size == 1 else table.get(tuple(words[i : i + size]), frozenset())
            name = next((n for n in names if n in held), None)
            if name:
                found.append((i, i + size, name))
                i += size - 1
                break
        i += 1
    return found


@lru_cache(maxsize=1 << 16)
def is_content(word: str) -> bool:
    """Whether a folded word says what a sentence is about, rather than how it is built."""
    return not classes(word) & _EMPTY


def without_may(words: Sequence[str]) -> list[str]:
    """Words without the name of the month in "3 May", which is no verb."""
    return [
        word
        for i, word in enumerate(words)
        if word != "may" or not any(other.isdigit() for other in words[max(0, i - 1) : i + 2])
    ]


def kind_of(a: Sequence[str], b: Sequence[str]) -> str:
    """The gravest class in which two word sequences differ: "negation", "number", …, "" where there is none."""
    for kind, names in KINDS.items():
        if [a[i:j] for i, j, _ in marked(a, *names)] != [b[i:j] for i, j, _ in marked(b, *names)]:
            return kind
    return ""


def all_editorial(words: Sequence[str]) -> bool:
    """Whether words are nothing but an editor's remark, such as "sic"; False where there are none."""
    found = marked(words, "editorial")
    return bool(words) and sum(last - first for first, last, _ in found) == len(words)
