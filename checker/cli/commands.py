"""The commands by name; each is imported when it is called, so that the list of them is there at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

SAID = {
    "add": ("add", "Capture sources into a corpus."),
    "check": ("check", "Check every citation and quotation of a corpus or a draft, or prove a report."),
    "demo": ("analyse", "Do the whole job on the corpus that comes with the package."),
    "diff": (
        "diff",
        "Say what is new, gone or changed between two reports: documents, events, divergences and citations.",
    ),
    "doctor": ("about", "Say whether this machine is ready."),
    "explain": ("about", "Say what a rule means, with examples."),
    "export": (
        "export",
        "Give references, annotations, provenance or divergences in the forms of other tools.",
    ),
    "quote": ("verify", "Verify one quotation."),
    "quotes": ("verify", "Verify a batch of quotations, one JSON object a line."),
    "report": ("analyse", "Analyse texts and write a divergence report."),
    "schema": ("about", "Print the JSON Schema of a record."),
    "show": ("show", "Print a stage's records, one a line."),
}
"""The module of each command, and the first sentence of its help."""


class Commands(Mapping[str, click.Command]):
    """Every command, imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        command = getattr(import_module(f"checker.cli.{SAID[name][0]}"), name)
        assert isinstance(command, click.Command)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(SAID)

    def __len__(self) -> int:
        return len(SAID)


class Late(click.Group):
    """A group of commands that its help lists without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as the base class has it
        """The names in order."""
        return sorted(SAID)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None where there is none."""
        return Commands().get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list."""
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, click.Command(name, help=SAID[name][1]).get_short_help_str(limit)) for name in names]
            )
