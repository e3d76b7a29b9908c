"""A table for spreadsheets: each divergence with its evidence, a row a span."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.export.annotations import link
from checker.model import Analysis

COLUMNS = ("rank", "kind", "importance", "statement", "rule", "event", "outlet", "published", "role", "quote", "doc",
           "start", "end", "link")  # fmt: skip


def table(analysis: Analysis) -> Iterator[str]:
    """Comma-separated values with a head, by rank; cells that a spreadsheet could take for a formula begin with '."""
    documents = {d.doc: d for d in analysis.documents}
    labels = {e.event: e.label for e in analysis.events}
    yield _line(COLUMNS)
    for found in sorted(analysis.divergences, key=lambda d: d.rank):
        event = labels.get(found.event or "", "")
        for shown in found.evidence:
            document, span = documents[shown.span.doc], shown.span
            day = document.published.from_ if document.published else ""
            yield _line((
                str(found.rank), found.kind, str(found.importance), found.statement, found.rule, event,
                document.outlet_name or "", day, shown.role, span.of(document.text), span.doc, str(span.start),
                str(span.end), link(document, span) or "",
            ))  # fmt: skip


def _line(cells: tuple[str, ...]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerow([harmless(cell) for cell in cells])
    return made.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and len(cell) > 1 else cell
