"""`checker show`: the records of a stage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

import click

from checker import wire
from checker.cli.analyse import cache_option, catalogue_option, paths_argument, pipeline
from checker.cli.output import FORMATS, Row, emit, output_option, write_bytes
from checker.cli.private import private_option
from checker.errors import UsageError

SHOWN = f"""WHAT is one of {", ".join(wire.RECORDS)}.

\b
Examples:
  checker show attributions articles/
  checker show events . --format md -o events.md
  checker show claims day.parquet --format parquet -o claims.parquet
"""


@click.command(epilog=SHOWN)
@click.argument("what", type=click.Choice(list(wire.RECORDS)), metavar="WHAT")
@paths_argument
@click.option("--with-text", is_flag=True, help="Give documents with their texts.")
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, "parquet")),
    help="Default: text on a terminal, jsonl in a pipe.",
)
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
    if form == "parquet":
        write_bytes(partial(_parquet, rows, _columns(what, with_text=with_text)), output)
    else:
        emit(rows, form, output)


def _columns(what: str, *, with_text: bool) -> Row:
    """The JSON Schema of the records, with a text only where that is given."""
    schema = wire.schema(what)
    columns = dict(schema["properties"])
    if what == "documents" and not with_text:
        del columns["text"]
    return {**schema, "properties": columns}


def _parquet(rows: Iterator[Row], schema: Row, file: IO[bytes]) -> None:
    if file.isatty():
        raise UsageError(
            "Parquet is not for a terminal", where="--format parquet", do="Write it with -o FILE."
        )
    from checker.export.parquet import parquet

    try:
        parquet(rows, schema, file)
    except ImportError:
        do = "Install it: python3 -m pip install 'provenance-checker[scale]'."
        raise UsageError("Parquet needs pyarrow", where="--format parquet", do=do) from None
