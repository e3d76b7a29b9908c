"""Words by which names are judged, read from outlets.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

KIND_OF_PAPER = (
    r"(?:regional|local|opposition|student|Sunday|evening|morning|provincial|national|state|business|liberal|"
    r"conservative|independent|investigative|news|satirical|trade|sports|rival|village|party|exile|"
    r"financial|[A-Za-z]+-(?:owned|language|run|based|funded|backed)) "
    r"(?:paper|site|channel|station|title|network)"
)
"""`the opposition paper Sokol`: words that make an outlet of the name behind them."""


@cache
def lexicon(kind: str) -> frozenset[str]:
    """One class of outlets.toml, in lower case."""
    data = tomllib.loads(files("checker.citation").joinpath("outlets.toml").read_text("utf-8"))
    return frozenset(data[kind])


def alternatives(kind: str) -> str:
    """One class of outlets.toml as a regular expression, longer entries first."""
    return "|".join(map(re.escape, sorted(lexicon(kind), key=lambda w: (-len(w), w))))
