"""Findings for people: one a line, as linters print them, or one a row of a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.cli.formats.finding import Finding

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HEAD = "| place | verdict | what | rule |\n| --- | --- | --- | --- |\n"


def text(findings: Sequence[Finding]) -> Iterator[str]:
    """`file:line:column: verdict: what [rule]`, in the order of files and lines; fine verdicts too."""
    for found in sorted(findings, key=_order):
        known = " (known)" if found.known else ""
        yield f"{_plain(_where(found) + found.message)} [{found.rule}]{known}\n"


def markdown(findings: Sequence[Finding]) -> Iterator[str]:
    """The same as a table."""
    if findings:
        yield _HEAD
    for found in sorted(findings, key=_order):
        said = found.message.removeprefix(f"{found.verdict}: ")
        cells = (_where(found).removesuffix(": "), found.verdict, said, found.rule)
        clean = (_plain(cell).replace("|", "\\|") for cell in cells)
        yield f"| {' | '.join(clean)} |\n"


def _plain(words: str) -> str:
    """The words on one line, without what moves a terminal's cursor or turns its writing round."""
    return _UNSEEN.sub("\ufffd", " ".join(words.split()))


def _order(found: Finding) -> tuple[str, int, int]:
    if found.place is None:
        return "", 0, 0
    region = found.place.region
    return found.place.path, region.line if region else 0, region.column if region else 0


def _where(found: Finding) -> str:
    if found.place is None:
        return ""
    region = found.place.region
    return f"{found.place.path}:{region.line}:{region.column}: " if region else f"{found.place.path}: "
