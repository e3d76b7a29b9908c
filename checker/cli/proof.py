"""`checker check REPORT`: what a report prints, compared with its stored texts or with those of a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from checker import wire
from checker.cli.findings import write
from checker.cli.formats.finding import Finding, Place, fingerprinted
from checker.cli.output import Row
from checker.model import Document
from checker.standing import MANIFEST

RULE = "report.proof"


def is_report(path: Path) -> bool:
    """Whether a folder, or the index.html in it, is a report."""
    folder = path.parent if path.name == "index.html" else path
    return (folder / MANIFEST).is_file() or (folder / "report.json").is_file()


_FILE = {"page": "", "doc": None, "start": None, "end": None, "printed": None, "now": None}


def proved(
    folder: Path, form: str | None, output: Path | None, originals: Iterable[Document] | None = None
) -> int:
    """Compare what a report prints with its stored texts, or with `originals`, and write what does not hold.

    -> 1 where something does not.
    """
    from checker.report import prove

    proof = prove(folder, originals)
    rows: list[Row] = [
        {
            "schema": wire.schema_id("proof"),
            "page": failed.printed.page,
            "doc": failed.printed.doc,
            "start": failed.printed.start,
            "end": failed.printed.end,
            "printed": failed.printed.words,
            "now": failed.now,
            "why": failed.why,
        }
        for failed in proof.failed
    ]
    for why, files in (("the file has changed", proof.changed), ("the file is missing", proof.missing)):
        rows += [{"schema": wire.schema_id("proof"), **_FILE, "page": name, "why": why} for name in files]
        for name in files:
            click.echo(f"{why}: {name}", err=True)
    write(fingerprinted(_finding(folder, row) for row in rows), rows, form, output)
    click.echo(
        f"{len(proof.holds)} printed citations hold, {len(proof.failed)} do not, on {len(proof.pages)} pages",
        err=True,
    )
    return 0 if proof.ok else 1


def _finding(folder: Path, row: Row) -> Finding:
    """What does not hold, on the page that prints it."""
    base = folder.parent if folder.is_file() else folder
    printed, page = str(row["printed"] or row["page"]), Place((base / str(row["page"])).as_posix())
    said = f"{row['why']}: \u201c{printed}\u201d" if row["printed"] else f"{row['why']}: {printed}"
    return Finding("proof", "not_proved", RULE, printed, said, page, "error")
