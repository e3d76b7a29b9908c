"""`checker quotes` and `checker quote`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from checker.cli.analyse import cache_option, pipeline
from checker.cli.baseline import Baseline, baseline_options
from checker.cli.findings import Looked, fail_option, findings_format_option, finish, row
from checker.cli.formats.finding import Place, Region
from checker.cli.output import output_option
from checker.cli.private import private_option
from checker.errors import UsageError

against_option = click.option(
    "--against", required=True, multiple=True, metavar="PATH", help="Texts to check against."
)


@click.command(
    epilog='\b\nExamples:\n  checker quotes quotes.jsonl --against articles/\n\nLines: {"id": "1", "quote": "…"}'
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@against_option
@fail_option
@baseline_options
@findings_format_option
@output_option
@private_option
@cache_option
def quotes(
    file: Path,
    *,
    against: tuple[str, ...],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    allow_private: bool,
    cached: bool,
) -> int:
    """Verify a batch of quotations, one JSON object a line."""
    return _verify(
        _quotes_of(file), against, fail_on, baseline, form, output, cached=cached, allow_private=allow_private
    )


@click.command(epilog='\b\nExample:\n  checker quote "we reached an agreement" --against articles/')
@click.argument("text")
@against_option
@fail_option
@baseline_options
@findings_format_option
@output_option
@private_option
@cache_option
def quote(
    text: str,
    *,
    against: tuple[str, ...],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    allow_private: bool,
    cached: bool,
) -> int:
    """Verify one quotation."""
    if not text.strip():
        raise UsageError(
            "the quotation is empty", do="Put its words in quotation marks after `checker quote`."
        )
    return _verify(
        [("1", text, None)],
        against,
        fail_on,
        baseline,
        form,
        output,
        cached=cached,
        allow_private=allow_private,
    )


def _verify(
    wanted: Iterable[tuple[str, str, Place | None]],
    against: Sequence[str],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    *,
    cached: bool,
    allow_private: bool,
) -> int:
    from checker.quotation import Index, accepted, verify

    with pipeline(against, cached=cached, allow_private=allow_private) as stages:
        documents = stages.get("documents")
        edits = accepted(stages.catalogue.accept_edits, stages.catalogue.refuse_edits)
    index = Index(documents)
    texts = {d.doc: d.text for d in documents}
    looked = [
        Looked(row("quotes", verify(id_, words, index, edits), texts), words, place)
        for id_, words, place in wanted
    ]
    return finish(looked, fail_on, baseline, form, output)


def _quotes_of(file: Path) -> Iterator[tuple[str, str, Place]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError("the file is not UTF-8", where=str(file), do="Save it as UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            whole = Region(number, 1, number, len(line.rstrip("\r")) + 1)
            yield *_quote_of(line, number, file), Place(file.as_posix(), whole)


def _quote_of(line: str, number: int, file: Path) -> tuple[str, str]:
    try:
        row: Any = json.loads(line)
        id_, words = row.get("id"), row["quote"]
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        id_, words = None, None
    if not isinstance(words, str) or not words.strip():
        raise UsageError(
            "this line is no quotation", where=f"{file}:{number}", do='Write it as {"id": "1", "quote": "…"}.'
        )
    return str(number if id_ is None else id_), words
