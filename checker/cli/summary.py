"""A report for people who will not open it: what differs most, with the exact words, in a terminal or in Markdown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from checker.cli.output import counted
from checker.model import Analysis

SHOWN = 4
"""Spans of evidence that are shown of one divergence."""
top_option = click.option(
    "--top", type=click.IntRange(min=0), default=5, show_default=True, help="Divergences that are summed up."
)
summary_option = click.option(
    "--format", "form", type=click.Choice(["text", "md"]), default="text", help="How the summary is written."
)


@dataclass(frozen=True, slots=True)
class Item:
    """A divergence, and for each span of its evidence the source, the words and where they stand."""

    rank: int
    statement: str
    kind: str
    rule: str
    shown: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is said of a report: how much there is, what differs, and the first divergences; `kinds` are of all."""

    title: str
    counts: tuple[str, str]
    kinds: tuple[str, ...]
    items: tuple[Item, ...]
    problems: int


def summed_up(analysis: Analysis, top: int) -> Summary:
    """How much there is, and the first divergences with their words."""
    from checker.report import digest

    items = tuple(
        Item(d.rank, d.statement, d.kind, d.rule, tuple((s.source, s.words, s.locator) for s in found.shown))
        for found in digest(analysis, top)
        for d in (found.divergence,)
    )
    kinds = tuple(sorted({d.kind for d in analysis.divergences}))
    return Summary(analysis.catalogue.title, _counts(analysis), kinds, items, len(analysis.problems))


def tell(summary: Summary, index: Path, form: str) -> None:
    """Print a summary, and where the report is."""
    if form == "md":
        click.echo("".join(_markdown(summary, index)), nl=False)
    else:
        _terminal(summary, index)


def _counts(analysis: Analysis) -> tuple[str, str]:
    voices = {p.voice for p in analysis.provenance}
    kinds = Counter(d.kind for d in analysis.divergences)
    what = (len(analysis.documents), "text"), (len(voices), "voice"), (len(analysis.events), "event")
    found = ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds))
    held = ", ".join(counted(number, noun) for number, noun in what)
    return held, counted(len(analysis.divergences), "divergence") + (f": {found}" if found else "")


def _markdown(summary: Summary, index: Path) -> Iterator[str]:
    held, differs = summary.counts
    yield f"# {_escaped(summary.title or 'What differs between the sources')}\n\n{held}. {differs}.\n"
    for item in summary.items:
        yield f"\n{item.rank}. **{_escaped(item.statement)}** ({item.kind}, `{item.rule}`)\n"
        for source, words, locator in item.shown[:SHOWN]:
            yield f"   - {_escaped(source)}: “{_escaped(words)}” (`{locator}`)\n"
        if len(item.shown) > SHOWN:
            yield f"   - and {counted(len(item.shown) - SHOWN, 'more passage')}\n"
    yield f"\nThe whole report: {index.as_posix()}\n"


def _terminal(summary: Summary, index: Path) -> None:
    """The same for a terminal; without colours where there is none, or where NO_COLOR asks for that."""
    from rich.console import Console
    from rich.text import Text

    wide = sys.stdout.isatty()
    console = Console(width=None if wide else 10_000, highlight=False, soft_wrap=not wide)
    for line in summary.counts:
        console.print(Text(line))
    for item in summary.items:
        console.print(
            Text.assemble(
                (f"{item.rank:>4}. ", "dim"), (_plain(item.statement), "bold"), "  ", (item.kind, "cyan")
            )
        )
        for source, words, _ in item.shown[:SHOWN] if wide else ():
            console.print(Text.assemble("        ", (f"{_plain(source)}  ", "dim"), f"“{_plain(words)}”"))
    if summary.problems:
        console.print(Text(f"{counted(summary.problems, 'problem')}, shown in the report"))
    console.print(Text(str(index)))


def _plain(words: str) -> str:
    """Words that move no cursor and turn no writing round."""
    return "".join(c if c.isprintable() else " " for c in words)


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in _plain(words))
