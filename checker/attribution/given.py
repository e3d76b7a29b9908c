"""What names, nouns and verbs tell of people, read from `people.toml` beside this module."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_STROKES = str.maketrans("łøđ", "lod")


@cache
def table() -> dict[str, frozenset[str]]:
    """The word lists of the file by name: `female` and `male` given names, `persons`, `callings` and others."""
    source = files("checker.attribution").joinpath("people.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(source).items()}


def gender_of(name: str) -> str | None:
    """`m` or `f` where the first word of a full name is borne by one of them alone; None for a single word."""
    first, _, rest = _plain(name).partition(" ")
    if not rest:
        return None
    return "f" if first in table()["female"] else "m" if first in table()["male"] else None


def _plain(name: str) -> str:
    """Small letters without accents and strokes."""
    bare = unicodedata.normalize("NFKD", name.lower().translate(_STROKES))
    return "".join(c for c in bare if not unicodedata.combining(c))
