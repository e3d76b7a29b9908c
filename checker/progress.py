"""What a run tells while it works: nothing, unless a terminal is there to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its documents are done, and how many there are."""


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""


@contextmanager
def shown(*, terminal: bool) -> Iterator[Progress]:
    """A bar on stderr while the block runs, where stderr is a terminal."""
    if not terminal:
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<14}"), BarColumn(24), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("reading", total=None)
        yield lambda stage, done, total: bars.update(task, description=stage, completed=done, total=total)
