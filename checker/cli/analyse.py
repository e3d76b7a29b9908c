"""`checker report` and `checker demo`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import packaged, wire
from checker.cli import again
from checker.cli.add import captured
from checker.cli.output import chosen
from checker.cli.private import private_option
from checker.cli.summary import Summary, summary_option, summed_up, tell, top_option
from checker.errors import UsageError
from checker.model import Analysis, Problem, Snapshot
from checker.progress import shown

if TYPE_CHECKING:
    from checker.capture.folder import Collection
    from checker.pipeline import Pipeline


@contextmanager
def pipeline(
    paths: Sequence[str],
    *,
    catalogue: Sequence[str] = (),
    cached: bool = True,
    corpus: Path | None = None,
    allow_private: bool = False,
) -> Iterator[Pipeline]:
    """The stages over what stands at the paths, with the catalogues named; the cache is closed at the end.

    Addresses among the paths are captured first, to `corpus` where it is given.
    """
    collection = gathered(paths, catalogue, corpus, allow_private=allow_private)
    with staged(collection, cached=cached) as stages:
        yield stages


def gathered(
    paths: Sequence[str], catalogue: Sequence[str] = (), corpus: Path | None = None, *, allow_private: bool
) -> Collection:
    """What stands at the paths; addresses among them are captured first, to `corpus` where it is given."""
    from checker.capture import folder

    with captured(paths, corpus, allow_private=allow_private) as read:
        return folder.read(read, catalogue=catalogue)


@contextmanager
def staged(collection: Collection, *, cached: bool = True) -> Iterator[Pipeline]:
    """The stages over what was gathered; what went wrong is told at the end."""
    with machinery(cached=cached) as make:
        stages = make(collection.snapshots, collection.catalogue, collection.problems)
        yield stages
    told(stages.problems)


@contextmanager
def machinery(*, cached: bool = True) -> Iterator[Callable[..., Pipeline]]:
    """What makes pipelines that share one cache, one set of workers and one bar; all are closed at the end."""
    from checker.cli.running import runner_chosen
    from checker.pipeline import Pipeline
    from checker.store import Cache, default_folder

    runner, cache = runner_chosen(), Cache(default_folder() / "results.sqlite" if cached else None)
    with shown(terminal=sys.stderr.isatty()) as progress:
        try:
            yield partial(Pipeline, cache=cache, runner=runner, progress=progress)
        finally:
            runner.close()
            cache.close()


def told(problems: Iterable[Problem]) -> None:
    """Say what went wrong on stderr."""
    for problem in problems:
        click.echo(f"problem: {problem.doc or ''}: {problem.what}", err=True)


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
cache_option = click.option(
    "--cache/--no-cache", "cached", default=True, help="Reuse results of earlier runs."
)
catalogue_option = click.option(
    "--catalogue",
    multiple=True,
    metavar="NAME",
    help="A ready catalogue of events and names, or a .toml file.",
)
to_option = click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write to."
)
single_option = click.option("--single-file", is_flag=True, help="One page instead of a folder of pages.")

templates_option = click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Templates and styles to use before those that come with the package (docs/templates.md).",
)


@click.command(
    epilog="\b\nExamples:\n  checker report articles/\n  checker report a.txt b.txt -o out --single-file\n"
    "  checker report https://example.org/a https://example.com/b --to storms\n"
    "  checker report articles/ --catalogue talks-2022\n  checker report articles/ --format md --top 20 > summary.md"
)
@paths_argument
@to_option
@single_option
@click.option(
    "--excerpts", is_flag=True, help="Publish the words that findings rest on, with hashes, not the articles."
)
@templates_option
@click.option("--fail-on", metavar="KINDS", help="Exit with 1 where a divergence of these kinds is found.")
@summary_option
@top_option
@click.option(
    "--to",
    "corpus",
    type=click.Path(path_type=Path),
    metavar="CORPUS",
    help="Keep what addresses give there.",
)
@private_option
@catalogue_option
@cache_option
def report(
    paths: tuple[str, ...],
    *,
    output: Path | None,
    single_file: bool,
    excerpts: bool,
    templates: Path | None,
    fail_on: str | None,
    form: str,
    top: int,
    corpus: Path | None,
    allow_private: bool,
    catalogue: tuple[str, ...],
    cached: bool,
) -> int:
    """Analyse texts and write a divergence report.

    PATH is a corpus folder, any folder of texts, single files, or addresses (http, https), which are captured first.
    Writes DIR/index.html, DIR/report.json and the stored texts, and prints a summary.
    """
    wanted = chosen(fail_on, wire.schema("divergences")["properties"]["kind"]["enum"], "kind")
    folder = output or Path("reports") / _slug(str(corpus or paths[0]))
    collection = gathered(paths, catalogue, corpus, allow_private=allow_private)
    asked = again.question(collection, templates, single_file, excerpts, top) if cached else ""
    answer = again.standing(asked, folder) if cached else None
    if answer:
        told(answer.problems)
        summary = answer.summary
    else:
        with staged(collection, cached=cached) as stages:
            analysis = stages.analysis()
        if not analysis.documents:
            raise UsageError(
                "no text could be read",
                where=" ".join(paths),
                do="Name a folder with .txt, .md, .html, .docx or .pdf files.",
            )
        summary = _write(analysis, folder, templates, top=top, single_file=single_file, excerpts=excerpts)
        if cached and not stages.failed:
            again.keep(asked, folder, summary, tuple(stages.problems))
    if cached:
        _keep(collection.snapshots)
    tell(summary, folder / "index.html", form)
    return 1 if wanted.intersection(summary.kinds) else 0


@click.command(epilog="\b\nExamples:\n  checker demo\n  checker demo -o my-demo --single-file")
@to_option
@single_option
@templates_option
@summary_option
@top_option
@cache_option
def demo(
    *, output: Path | None, single_file: bool, templates: Path | None, form: str, top: int, cached: bool
) -> None:
    """Do the whole job on the corpus that comes with the package.

    Its articles tell public events of 2022; their outlets are invented, and the differences between them are
    planted. Writes DIR/index.html (reports/demo unless -o says otherwise).
    """
    with pipeline((str(packaged.folder("corpus") / "demo"),), cached=cached) as stages:
        analysis = stages.analysis()
    folder = output or Path("reports/demo")
    tell(_write(analysis, folder, templates, top=top, single_file=single_file), folder / "index.html", form)


def _write(
    analysis: Analysis,
    folder: Path,
    templates: Path | None,
    *,
    top: int,
    single_file: bool,
    excerpts: bool = False,
) -> Summary:
    """Write the report of an analysis, and sum it up."""
    from checker import report as reports
    from checker.pipeline import rules

    analysis = reports.excerpted(analysis) if excerpts else analysis
    reports.write(
        analysis,
        folder,
        report_json=wire.written(wire.report_json(analysis)),
        rules=rules(),
        single_file=single_file,
        excerpts=excerpts,
        templates=templates,
    )
    return summed_up(analysis, top)


def _keep(snapshots: Iterable[Snapshot]) -> None:
    """Keep the bytes that the report rests on, so that its hashes can be answered when the files have changed."""
    from checker.store import Captures, default_folder

    captures = Captures(default_folder() / "captures")
    try:
        for snapshot in snapshots:
            captures.put(snapshot.data)
    except OSError as error:
        click.echo(f"the captures could not be kept: {error.strerror} ({captures.folder})", err=True)


def _slug(path: str) -> str:
    return re.sub(r"[^\w.-]+", "-", Path(path).resolve().name).strip("-.") or "report"
