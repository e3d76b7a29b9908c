"""What `check`, `quotes` and `quote` found: written in the form asked for, and the exit code that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from checker import wire
from checker.cli.baseline import Baseline
from checker.cli.formats import FORMATS
from checker.cli.formats.finding import Finding, Place, fingerprinted, level_of
from checker.cli.output import FORMATS as PLAIN
from checker.cli.output import Row, chosen, counted, emit, short, usual, write_lines

FAIL_ON = "altered,misleading,not_found,gone"
KNOWN = frozenset(
    word for name in ("citations", "quotes") for word in wire.schema(name)["properties"]["verdict"]["enum"]
)
"""Every verdict on a citation or a quotation."""
fail_option = click.option(
    "--fail-on",
    default=FAIL_ON,
    show_default=True,
    help="Verdicts that make the exit code 1; `none` for none.",
)
findings_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(dict.fromkeys((*PLAIN, *FORMATS)))),
    help="Default: text on a terminal, jsonl in a pipe; github, junit and sarif for automation.",
)


def row(name: str, record: object, texts: dict[str, str]) -> Row:
    """A record as it is printed."""
    return {"schema": wire.schema_id(name), **wire.to_json(record, texts)}


@dataclass(frozen=True, slots=True)
class Looked:
    """A row as it is printed, with the words that were looked at and where they stand."""

    row: Row
    words: str
    place: Place | None


def finish(
    looked: Sequence[Looked], fail_on: str, baseline: Baseline, form: str | None, output: Path | None
) -> int:
    """Write what was found; -> 1 where a verdict of `fail_on` is among it that the baseline does not know."""
    wanted = chosen(fail_on, KNOWN, "verdict")
    findings = baseline.marked(fingerprinted(_finding(one, wanted) for one in looked))
    write(findings, [one.row for one in looked], form, output)
    baseline.keep(findings)
    _sum_up(findings, baseline)
    if baseline.kept:
        return 0
    return 1 if any(f.level == "error" and not f.known for f in findings) else 0


def write(findings: Sequence[Finding], rows: Sequence[Row], form: str | None, output: Path | None) -> None:
    """Write the findings as people and other programs read them, or as rows of all that is known."""
    form = form or usual(output)
    if form in FORMATS:
        write_lines(FORMATS[form](findings), output)
    else:
        emit(rows, form, output)


def _sum_up(findings: Sequence[Finding], baseline: Baseline) -> None:
    failing, known = sum(f.level == "error" for f in findings), sum(f.known for f in findings)
    if baseline.kept:
        click.echo(f"{counted(failing, 'finding')} written to {baseline.kept}", err=True)
    elif baseline.known:
        gone = len(baseline.known - {f.fingerprint for f in findings if f.known})
        click.echo(
            f"{counted(failing - known, 'new finding')}, {known} in the baseline; "
            f"{gone} of the baseline no longer found",
            err=True,
        )


def _finding(looked: Looked, fail_on: frozenset[str]) -> Finding:
    row = looked.row
    verdict = str(row["verdict"])
    kind = "citation" if "form" in row else "quotation"
    return Finding(
        kind,
        verdict,
        str(row["rule"]),
        looked.words,
        _said_of_citation(row, looked.words) if kind == "citation" else _said_of_quotation(row, looked.words),
        looked.place,
        level_of(verdict, fail_on),
        str((row.get("target") or {}).get("url") or ""),
    )


def _said_of_citation(row: Row, words: str) -> str:
    url = (row["target"] or {}).get("url")
    beside = f" ({url})" if url and url not in words else ""
    said = "".join(f" {what}" for what in row["differs"])
    if support := row["support"]:
        said += f" The claim: {support['verdict'].replace('_', ' ')}. {support['reason']}"
    return f"{row['verdict']}: “{short(words)}”: {row['reason']}{said}{beside}"


def _said_of_quotation(row: Row, words: str) -> str:
    changes = [
        f"{c['quote']!r} for {c['source']!r}: {c['note']}" for c in row["changes"] if not c["accepted"]
    ]
    match = row["match"]
    return (
        f"{row['verdict']}: \u201c{words}\u201d"
        + (f"; {'; '.join(changes)}" if changes else "")
        + (f" ({match['doc']}:{match['start']})" if match else "")
    )
