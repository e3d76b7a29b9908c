"""`checker show`: the records of a stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from checker import wire
from checker.cli.analyse import cache_option, catalogue_option, paths_argument, pipeline
from checker.cli.output import Row, emit, format_option, output_option
from checker.cli.private import private_option

SHOWN = f"""WHAT is one of {", ".join(wire.RECORDS)}.

\b
Examples:
  checker show attributions articles/
  checker show events . --format md -o events.md
"""


@click.command(epilog=SHOWN)
@click.argument("what", type=click.Choice(list(wire.RECORDS)), metavar="WHAT")
@paths_argument
@click.option("--with-text", is_flag=True, help="Give documents with their texts.")
@format_option
@output_option
@private_option
@catalogue_option
@cache_option
def show(
    what: str,
    paths: tuple[str, ...],
    *,
    with_text: bool,
    form: str | None,
    output: Path | None,
    allow_private: bool,
    catalogue: tuple[str, ...],
    cached: bool,
) -> None:
    """Print a stage's records, one a line.

    PATH is a folder, a file, or an address, whose page is captured first.
    """
    with pipeline(paths, catalogue=catalogue, cached=cached, allow_private=allow_private) as stages:
        records = stages.analysis().problems if what == "problems" else stages.get(what)
        texts = {document.doc: document.text for document in stages.get("documents")}
    rows: Iterator[Row] = (
        {"schema": wire.schema_id(what), **wire.to_json(record, texts, with_text=with_text)}
        for record in records
    )
    emit(rows, form, output)
