"""Words that limit a statement, by class, and what a limit is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.divergence import tables
from checker.model import Range

Kind = Literal["possible", "opinion", "unknown", "denied", "condition", "plan"]


@dataclass(frozen=True, slots=True)
class Limit:
    """Words that limit a clause. `open` is True where they leave a matter of the future open ("may sell")."""

    kind: Kind
    place: Range
    open: bool = False


def words(kind: str) -> frozenset[str]:
    """The lemmas of one class."""
    return tables.words("limits", kind)
