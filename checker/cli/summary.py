"""A report for people who will not open it: what differs most, with the exact words, in a terminal or in Markdown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.output import counted
from checker.model import Analysis

if TYPE_CHECKING:
    from checker.report import Digest

SHOWN = 4
"""Spans of evidence that are shown of one divergence."""
top_option = click.option(
    "--top", type=click.IntRange(min=0), default=5, show_default=True, help="Divergences that are summed up."
)
summary_option = click.option(
    "--format", "form", type=click.Choice(["text", "md"]), default="text", help="How the summary is written."
)


def sum_up(analysis: Analysis, index: Path, form: str, top: int) -> None:
    """Print how much there is, the first divergences with their words, and where the report is."""
    from checker.report import digest

    found = digest(analysis, top)
    if form == "md":
        click.echo("".join(_markdown(analysis, found, index)), nl=False)
    else:
        _terminal(analysis, found, index)


def _counts(analysis: Analysis) -> tuple[str, str]:
    voices = {p.voice for p in analysis.provenance}
    kinds = Counter(d.kind for d in analysis.divergences)
    what = (len(analysis.documents), "text"), (len(voices), "voice"), (len(analysis.events), "event")
    found = ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds))
    held = ", ".join(counted(number, noun) for number, noun in what)
    return held, counted(len(analysis.divergences), "divergence") + (f": {found}" if found else "")


def _markdown(analysis: Analysis, found: list[Digest], index: Path) -> Iterator[str]:
    held, differs = _counts(analysis)
    yield f"# {_escaped(analysis.catalogue.title or 'What differs between the sources')}\n\n{held}. {differs}.\n"
    for item in found:
        divergence = item.divergence
        yield f"\n{divergence.rank}. **{_escaped(divergence.statement)}** ({divergence.kind}, `{divergence.rule}`)\n"
        for said in item.shown[:SHOWN]:
            yield f"   - {_escaped(said.source)}: “{_escaped(said.words)}” (`{said.locator}`)\n"
        if len(item.shown) > SHOWN:
            yield f"   - and {counted(len(item.shown) - SHOWN, 'more passage')}\n"
    yield f"\nThe whole report: {index.as_posix()}\n"


def _terminal(analysis: Analysis, found: list[Digest], index: Path) -> None:
    """The same for a terminal; without colours where there is none, or where NO_COLOR asks for that."""
    from rich.console import Console
    from rich.text import Text

    wide = sys.stdout.isatty()
    console = Console(width=None if wide else 10_000, highlight=False, soft_wrap=not wide)
    for line in _counts(analysis):
        console.print(Text(line))
    for item in found:
        divergence = item.divergence
        console.print(
            Text.assemble((f"{divergence.rank:>4}. ", "dim"), (_plain(divergence.statement), "bold"), "  ",
                          (divergence.kind, "cyan"))
        )  # fmt: skip
        for said in item.shown[:SHOWN] if wide else ():
            console.print(
                Text.assemble("        ", (f"{_plain(said.source)}  ", "dim"), f"“{_plain(said.words)}”")
            )
    if analysis.problems:
        console.print(Text(f"{counted(len(analysis.problems), 'problem')}, shown in the report"))
    console.print(Text(str(index)))


def _plain(words: str) -> str:
    """Words that move no cursor and turn no writing round."""
    return "".join(c if c.isprintable() else " " for c in words)


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in _plain(words))
