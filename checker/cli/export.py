"""`checker export`."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.analyse import cache_option, catalogue_option, paths_argument, pipeline
from checker.cli.output import output_option, write_lines
from checker.cli.private import private_option
from checker.errors import UsageError

FORMS = ("csl-json", "bibtex", "annotations", "prov", "csv")


@click.command(
    epilog="\b\nExamples:\n  checker export articles/ --as bibtex -o articles.bib\n"
    "  checker export articles/ --as annotations -o articles.jsonld\n  checker export articles/ --as csv"
)
@paths_argument
@click.option(
    "--as", "form", type=click.Choice(FORMS), required=True, help="The form that the other tool reads."
)
@output_option
@private_option
@catalogue_option
@cache_option
def export(
    paths: tuple[str, ...],
    *,
    form: str,
    output: Path | None,
    allow_private: bool,
    catalogue: tuple[str, ...],
    cached: bool,
) -> None:
    """Give references, annotations, provenance or divergences in the forms of other tools.

    `csl-json` and `bibtex` have a reference for each text; `annotations` are W3C web annotations of the words that
    divergences and citations stand on; `prov` is PROV-JSON; `csv` has the divergences, a row for each of their spans.
    """
    from checker import export as forms
    from checker.model import Analysis

    with pipeline(paths, catalogue=catalogue, cached=cached, allow_private=allow_private) as stages:
        documents = stages.get("documents")
        if form in ("csl-json", "bibtex"):
            analysis = Analysis(documents)
        elif form == "prov":
            analysis = Analysis(documents, stages.get("provenance"))
        else:
            analysis = stages.analysis()
    if not documents:
        raise UsageError("no text could be read", where=" ".join(paths), do="Name a folder of texts.")
    write_lines(forms.FORMS[form](analysis), output)
