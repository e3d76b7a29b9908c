"""Names of persons in a line of a page's header."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from checker.model import Range

_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|van|von|der|den|ten|ter|le|la|el|al|bin|ibn|bint|y|af|av|zu)"
_CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|{_PARTICLE}(?= ))){{1,4}}"
_JOIN = r"(?:, and |, | and | & )"
_BY = re.compile(
    r"\W*(?:By|BY|by|Written by|Text by|Story by|Words by|Author|AUTHOR|Authors)(?: |:\s*)"
    rf"(?P<names>{_NAME}(?:{_JOIN}{_NAME})*)(?P<rest>$|\s*[,|(–—/•·-].*|\s+(?:in|for|and)\s.*|\s*\W*$)"
)
_SPLIT = re.compile(_JOIN)
_NOT_A_NAME = re.compile(
    r"(?:Staff|Editor|Editors|Editorial|Correspondent|Reporter|Team|Desk|Board|Agency|Wire)$"
)


@cache
def words(kind: str) -> frozenset[str]:
    """One class of names.toml, in lower case."""
    data = tomllib.loads(files("checker.extract").joinpath("names.toml").read_text("utf-8"))
    separator = "|" if "|" in data[kind] else None
    return frozenset(" ".join(entry.split()) for entry in data[kind].split(separator) if entry.strip())


def byline(line: str) -> list[Range]:
    """The names after "By" in a line that is nothing but a by-line; places in the line."""
    match = _BY.match(line) if len(line) <= 200 else None
    if match is None or len(match["rest"].split()) > 12:
        return []
    return [(s, e) for s, e in _names(line, *match.span("names")) if not _NOT_A_NAME.search(line[s:e])]


def bare_names(line: str) -> list[Range]:
    """The names in a line that is nothing but names, each beginning with a given name that is well known."""
    shown = line.strip()
    if len(shown) > 80 or not re.fullmatch(rf"{_NAME}(?:{_JOIN}{_NAME}){{0,3}}", shown):
        return []
    start = len(line) - len(line.lstrip())
    names = _names(line, start, start + len(shown))
    known = words("given")
    return names if all(line[s:e].split()[0].casefold() in known for s, e in names) else []


def _names(line: str, start: int, end: int) -> list[Range]:
    """The parts of a list of names."""
    names: list[Range] = []
    at = start
    for match in _SPLIT.finditer(line, start, end):
        names.append((at, match.start()))
        at = match.end()
    return [*names, (at, end)]
