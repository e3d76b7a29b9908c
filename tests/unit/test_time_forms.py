"""Forms of time expressions, read with the grammar of their sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import parse, time
from checker.model import Block, Document, Interval, TimeExpression

TABLE = Path(__file__).with_name("time_forms.txt").read_text("utf-8")
ROWS = [line.split(" | ") for line in TABLE.splitlines() if not line.startswith("#")]


def run(text: str, published: str) -> tuple[TimeExpression, ...]:
    day = Interval(published, published, "stated") if published != "-" else None
    blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    document = Document(
        "d", "d", "", "", "t", "text/plain", None, None, None, day, "en", "secondary", ((0, len(text)),), (), text,
        blocks=blocks,
    )  # fmt: skip
    return time.run(document, parse.run(document))


def ends(published: str, text: str, words: str) -> list[tuple[str, str]]:
    """The days of what shares a character with some words."""
    start = text.index(words)
    shared = [t for t in run(text, published) if t.span.start < start + len(words) and start < t.span.end]
    return [(t.from_ or "-", t.to or "-") for t in shared if t.from_ or t.to]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[3] != "?"], ids=lambda row: f"{row[2]} in {row[1][:50]}"
)
def test_days(row: list[str]) -> None:
    published, text, words, first = row[:4]
    assert (first, row[-1]) in ends(published, text, words)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[3] == "?"], ids=lambda row: f"{row[2]} in {row[1][:50]}"
)
def test_what_has_no_days(row: list[str]) -> None:
    assert ends(*row[:3]) == []
