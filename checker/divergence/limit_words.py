"""Words that limit a statement, by class, and what a limit is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from checker.model import Range

Kind = Literal["possible", "opinion", "unknown", "denied", "condition", "plan"]


@dataclass(frozen=True, slots=True)
class Limit:
    """Words that limit a clause. `open` is True where they leave a matter of the future open ("may sell")."""

    kind: Kind
    place: Range
    open: bool = False


@cache
def words(kind: str) -> frozenset[str]:
    """The lemmas of one class."""
    table = tomllib.loads(files("checker.divergence").joinpath("limits.toml").read_text("utf-8"))
    return frozenset(table[kind])
