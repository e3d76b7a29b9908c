"""A citation before it is checked against the corpus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start`..`end` of the document cite something.

    `date` is an ISO day, or `--03-24` where the text gives no year. `lost` says why there is no target.
    """

    form: str
    start: int
    end: int
    rule: str
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    lost: str | None = None
