"""The command line, run in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.cli import main

Run = Callable[..., tuple[int, str, str]]
"""Arguments to exit code, stdout and stderr."""


def command(capsys: pytest.CaptureFixture[str]) -> Run:
    """What runs the command line with what is given to it."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return call
