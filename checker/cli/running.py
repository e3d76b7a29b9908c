"""Where the work is done, as `--runner` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli import RUNNER

if TYPE_CHECKING:
    from checker.runner import Runner


def runner_chosen() -> Runner:
    """The runner that the command was called with; ConfigError where what it needs is not installed."""
    context = click.get_current_context(silent=True)
    name = context.meta.get(RUNNER, "processes") if context else "processes"
    if name == "processes":
        from checker.runner import Processes

        return Processes()
    from checker.scale import Daft

    return Daft("ray" if name == "ray" else "native")
