"""A citation before it is checked against the corpus."""

from __future__ import annotations

from dataclasses import dataclass

from checker.citation.shown import Shown
from checker.model import Range


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start`..`end` of the document cite something.

    `date` is an ISO day, month or year, or `--03-24` where the text gives no year. `lost` says why there is no
    target. `named` is where the name of the outlet stands, if that is not the whole.
    """

    form: str
    start: int
    end: int
    rule: str
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    lost: str | None = None
    author: str | None = None
    named: Range | None = None


def of_document(
    block: Shown, start: int, end: int, outlet: str | None, date: str | None = None, author: str | None = None
) -> Mention:
    """The mention of a document at visible characters `start`..`end` of a block."""
    low, high = block.range(start, end)
    return Mention("document", low, high, "citation.document", outlet, date, author=author, named=(low, high))
