"""`checker explain`, `checker schema` and `checker doctor`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from difflib import get_close_matches

import click

from checker import __version__, wire
from checker.errors import CheckerError, ModelError, UsageError
from checker.model import Rule


@click.command(
    epilog="\b\nExamples:\n  checker explain attribution.according-to\n  checker explain cut-sentence\n"
    "  checker explain --all"
)
@click.argument("rule", required=False)
@click.option("--all", "every", is_flag=True, help="Every rule, as Markdown.")
def explain(rule: str | None, *, every: bool) -> None:
    """Say what a rule means, with examples."""
    from checker.pipeline import rules

    known = {r.id: r for r in rules()}
    meant = _meant(rule, known)
    if every:
        click.echo("\n".join(as_markdown(r) for r in known.values()), nl=False)
    elif rule is None:
        for found in known.values():
            click.echo(f"{found.id:40} {found.title}")
    elif meant:
        click.echo("\n".join(as_markdown(r) for r in meant), nl=False)
    else:
        near = get_close_matches(rule, known, 3, 0.4)
        raise UsageError(
            f"no rule is called {rule}",
            do=f"Perhaps {', '.join(near)}?" if near else "See `checker explain`.",
        )


def _meant(rule: str | None, known: dict[str, Rule]) -> list[Rule]:
    """The rules of that id, or of that last part of an id, or of that title."""
    words = (rule or "").casefold()
    return [r for id_, r in known.items() if words in (id_, id_.partition(".")[2], r.title.casefold())]


def as_markdown(rule: Rule) -> str:
    """One rule as a section: title, id, what it says, examples with what it finds."""
    lines = [f"## {rule.title}", "", f"`{rule.id}`", "", rule.says, ""]
    for example in rule.examples:
        found = "; ".join(f"“{words}”" for words in example.finds) or "nothing"
        lines += [f"- {example.text}", f"  Finds: {found}"]
    return "\n".join([*lines, "", ""])


@click.command(epilog="\b\nExamples:\n  checker schema report\n  checker schema attributions")
@click.argument("name", type=click.Choice(wire.names()))
def schema(name: str) -> None:
    """Print the JSON Schema of a record."""
    click.echo(json.dumps(wire.schema(name), indent=1))


@click.command()
def doctor() -> int:
    """Say whether this machine is ready."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Python", _python),
        ("language model", _model),
        ("templates", _templates),
        ("cache", _cache),
    )
    ready = True
    click.echo(f"ok    checker         {__version__}")
    for name, check in checks:
        try:
            click.echo(f"ok    {name:15} {check()}")
        except CheckerError as error:
            ready = False
            click.echo(f"NOT   {name:15} {error}")
    return 0 if ready else 2


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _model() -> str:
    from checker.parse import SpacyParser, load

    parser = SpacyParser()
    try:
        load(parser.model)
    except OSError as error:
        raise ModelError(
            "the language model cannot be loaded", where=str(error), do="Install the project again."
        ) from error
    return parser.key()


def _templates() -> str:
    from checker.report.resources import template_folder

    return str(template_folder())


def _cache() -> str:
    from checker.store import default_folder

    folder = default_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise CheckerError(
            "the cache folder cannot be written", where=str(folder), do="Set CHECKER_CACHE."
        ) from error
    return str(folder)
