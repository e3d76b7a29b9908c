"""`checker check`, `checker quotes` and `checker quote`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from checker import wire
from checker.cli.analyse import cache_option, catalogue_option, paths_argument, pipeline
from checker.cli.baseline import Baseline, baseline_options
from checker.cli.findings import Looked, fail_option, findings_format_option, finish
from checker.cli.formats.finding import Place, Places, Region
from checker.cli.online import Network, checked, online_options
from checker.cli.output import Row, counted, output_option
from checker.cli.proof import is_report, proved
from checker.errors import UsageError
from checker.model import Attribution, Document, Parse, Range, Verdict

against_option = click.option(
    "--against", required=True, multiple=True, metavar="PATH", help="Texts to check against."
)


@click.command(
    epilog="\b\nExamples:\n  checker check articles/\n  checker check articles/ --online\n"
    "  checker check articles/ --online --cache-days 0 --fail-on gone,soft_404 --format csv -o links.csv\n"
    "  checker check articles/ --fail-on gone,altered --format sarif -o checker.sarif\n"
    "  checker check reports/articles"
)
@paths_argument
@online_options
@fail_option
@baseline_options
@findings_format_option
@output_option
@catalogue_option
@cache_option
def check(
    paths: tuple[str, ...],
    *,
    network: Network | None,
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    catalogue: tuple[str, ...],
    cached: bool,
) -> int:
    """Check every citation and quotation of a corpus, or prove a report.

    Given a report folder, every citation printed in its pages is compared with the stored texts. Given texts,
    their citations are listed with a verdict, and their quotations are verified against the texts marked
    `primary`. With --online the cited addresses are asked; nothing else opens a connection.
    """
    if len(paths) == 1 and is_report(Path(paths[0])):
        if network:
            raise UsageError(
                "a report is proved from its own files",
                where=paths[0],
                do="Leave out --online, or name the texts.",
            )
        return proved(Path(paths[0]), form, output)
    with pipeline(paths, catalogue=catalogue, cached=cached) as stages:
        documents = stages.get("documents")
        texts = {d.doc: d.text for d in documents}
        found = stages.get("citations")
        edits = stages.catalogue.accept_edits, stages.catalogue.refuse_edits
        verdicts = _verdicts(documents, stages.get("parses"), stages.get("attributions"), edits)
        places = Places(paths, documents)
        quoted = [
            Looked(_row("quotes", v, texts), texts[doc][slice(*at)], places.of(doc, *at))
            for doc, at, v in verdicts
        ]
        primary = sum(d.role == "primary" for d in documents)
    if network:
        found = checked(found, documents, network, cached=cached)
    spans = [c.span for c in found]
    cited = [
        Looked(_row("citations", c, texts), texts[s.doc][s.start : s.end], places.of(s.doc, s.start, s.end))
        for c, s in zip(found, spans, strict=True)
    ]
    code = finish([*cited, *quoted], fail_on, baseline, form, output)
    click.echo(
        f"{counted(len(cited), 'citation')} in {counted(len(texts), 'text')}; {counted(len(quoted), 'quotation')} "
        f"checked against {counted(primary, 'primary text')}",
        err=True,
    )
    return code


def _verdicts(
    documents: Sequence[Document],
    parses: Sequence[Parse],
    attributions: Sequence[Attribution],
    edits: tuple[tuple[str, ...], tuple[str, ...]],
) -> Iterator[tuple[str, Range, Verdict]]:
    """Quotations of secondary texts, each with its place, against the primary ones.

    `edits` are accepted and refused conventions.
    """
    from checker.quotation import Index, accepted, verify

    conventions = accepted(*edits)
    index = Index(tuple(d for d in documents if d.role == "primary"))
    marks = {parse.doc: parse.quoted for parse in parses}
    by_doc = {d.doc: d for d in documents if d.role == "secondary"}
    for said in attributions:
        document = by_doc.get(said.doc)
        for start, end in said.content if document and index.documents else ():
            for mark in marks[said.doc]:
                words = by_doc[said.doc].text[slice(*mark.inner)]
                if start <= mark.inner[0] and mark.inner[1] <= end and len(words.split()) >= 4:
                    yield said.doc, mark.inner, verify(f"{said.doc}:{mark.start}", words, index, conventions)


@click.command(
    epilog='\b\nExamples:\n  checker quotes quotes.jsonl --against articles/\n\nLines: {"id": "1", "quote": "…"}'
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@against_option
@fail_option
@baseline_options
@findings_format_option
@output_option
@cache_option
def quotes(
    file: Path,
    *,
    against: tuple[str, ...],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    cached: bool,
) -> int:
    """Verify a batch of quotations, one JSON object a line."""
    return _verify(_quotes_of(file), against, fail_on, baseline, form, output, cached=cached)


@click.command(epilog='\b\nExample:\n  checker quote "we reached an agreement" --against articles/')
@click.argument("text")
@against_option
@fail_option
@baseline_options
@findings_format_option
@output_option
@cache_option
def quote(
    text: str,
    *,
    against: tuple[str, ...],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    cached: bool,
) -> int:
    """Verify one quotation."""
    if not text.strip():
        raise UsageError(
            "the quotation is empty", do="Put its words in quotation marks after `checker quote`."
        )
    return _verify([("1", text, None)], against, fail_on, baseline, form, output, cached=cached)


def _verify(
    wanted: Iterable[tuple[str, str, Place | None]],
    against: Sequence[str],
    fail_on: str,
    baseline: Baseline,
    form: str | None,
    output: Path | None,
    *,
    cached: bool,
) -> int:
    from checker.quotation import Index, accepted, verify

    with pipeline(against, cached=cached) as stages:
        documents = stages.get("documents")
        edits = accepted(stages.catalogue.accept_edits, stages.catalogue.refuse_edits)
    index = Index(documents)
    texts = {d.doc: d.text for d in documents}
    looked = [
        Looked(_row("quotes", verify(id_, words, index, edits), texts), words, place)
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


def _row(name: str, record: object, texts: dict[str, str]) -> Row:
    return {"schema": wire.schema_id(name), **wire.to_json(record, texts)}
