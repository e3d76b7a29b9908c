"""One stage in its place, and the keys of its results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, Literal

from checker.store import libraries, source_digest


@dataclass(frozen=True, slots=True)
class Step:
    """One stage in its place: its `NAME`, `VERSION` and `run`, and in `REQUIRES` its arguments, in order.

    These are names of steps, or `snapshots`, `catalogue`, `labels` and `outlets` (of the catalogue), `works`
    (documents without texts), `names_known` (of outlets). A step for each document gets its document's own results,
    and of a wider result the part that is about its document. A step for each circle of documents gets the results
    of these as one tuple, and of a result for the whole the part that is about them. A step for the whole gets all
    results as one tuple. A result is one `record`, or with `many` a tuple of them. A step that is done sooner than
    its texts are sent to a worker is not `pooled`.
    """

    stage: Any
    scope: Literal["each", "circle", "whole"]
    record: Any
    many: bool = True
    pooled: bool = True

    @property
    def name(self) -> str:
        """What its results are called."""
        return str(self.stage.NAME)

    @property
    def needs(self) -> tuple[str, ...]:
        """What it takes, in the order of its arguments."""
        return tuple(self.stage.REQUIRES)

    @property
    def version(self) -> str:
        """What must change for the cached results to be made again."""
        plugged: Callable[[], str] = getattr(self.stage, "plugged", str)
        room = ".".join(self.stage.__name__.split(".")[:2])
        return f"{self.stage.VERSION} {plugged()} {source_digest(room)} {source_digest('checker.model')} {libraries()}"

    @property
    def kind(self) -> Any:
        """The type of one result."""
        return GenericAlias(tuple, (self.record, ...)) if self.many else self.record
