"""Annotations for GitHub: workflow commands, one a line, which a runner reads from stdout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.cli.formats.finding import Finding, Place

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github(findings: Sequence[Finding]) -> Iterator[str]:
    """An annotation for each finding that is neither fine nor known from a baseline."""
    for found in findings:
        if found.level in COMMANDS and not found.known:
            properties = {**_where(found.place), "title": f"checker: {found.verdict}"}
            told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
            yield f"::{COMMANDS[found.level]} {told}::{_data(found.message)}\n"


def _where(place: Place | None) -> dict[str, str]:
    """File, lines and columns; columns only within one line, as GitHub wants it."""
    if place is None:
        return {}
    told = {"file": place.path}
    if region := place.region:
        told |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:
            told |= {"col": str(region.column), "endColumn": str(region.end_column)}
    return told


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
