"""The word lists of the room, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The list `name.toml` beside this module."""
    return tomllib.loads(files("checker.divergence").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, kind: str) -> frozenset[str]:
    """The words of one class of a list."""
    return frozenset(table(name)[kind])


@cache
def phrases(name: str, kind: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one class of a list, word by word."""
    return frozenset(tuple(entry.split()) for entry in table(name)[kind])


@cache
def openings(name: str, kind: str) -> frozenset[str]:
    """The first words of the phrases of one class of a list."""
    return frozenset(entry.split()[0] for entry in table(name)[kind])
