"""Findings that are known already: they are shown, and do not fail the run.

A baseline is a JSON file that people keep beside their texts: for each finding its fingerprint, and its file, verdict
and words for whoever reads the file. Only the fingerprint counts; it holds as long as file, words, target and verdict
do, wherever in the file they stand.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from checker import wire
from checker.cli.formats.finding import Finding, rooted
from checker.cli.output import write_lines
from checker.errors import UsageError

SCHEMA = wire.schema_id("baseline")
OPTIONS = (
    click.option(
        "--baseline",
        "known",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Findings of this file do not fail the run.",
    ),
    click.option(
        "--write-baseline",
        "kept",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write the findings that would fail the run to FILE, and do not fail.",
    ),
)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The fingerprints that are known, and the file that new ones are written to."""

    known: frozenset[str] = frozenset()
    kept: Path | None = None

    def marked(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, those that are known marked so."""
        return [replace(f, known=f.level == "error" and f.fingerprint in self.known) for f in findings]

    def keep(self, findings: Sequence[Finding]) -> None:
        """Write the findings that fail a run, known ones too, in an order that changes little between runs."""
        if self.kept is None:
            return
        rows = sorted(
            ({"fingerprint": f.fingerprint, "file": rooted(f.place.path) if f.place else "",
              "verdict": f.verdict, "words": f.words} for f in findings if f.level == "error"),
            key=lambda row: (row["file"], row["words"], row["fingerprint"]),
        )  # fmt: skip
        text = json.dumps({"schema": SCHEMA, "findings": rows}, ensure_ascii=False, indent=1)
        write_lines(iter([text + "\n"]), self.kept)


def baseline_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options of a baseline; the command gets them as one argument, `baseline`."""

    @functools.wraps(command)
    def told(*, known: Path | None, kept: Path | None, **rest: Any) -> int:
        return command(baseline=Baseline(_read(known) if known else frozenset(), kept), **rest)

    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(OPTIONS), told)


def _read(file: Path) -> frozenset[str]:
    try:
        data: Any = json.loads(file.read_text("utf-8-sig"))
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        return frozenset(str(row["fingerprint"]) for row in data["findings"])
    except (ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise UsageError(
            "this is no baseline", where=str(file), do="Write one with --write-baseline FILE."
        ) from error
