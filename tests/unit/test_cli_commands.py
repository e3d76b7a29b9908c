"""The list of commands, which is there before they are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.cli.commands import SAID, Commands
from tests.conftest import ROOT


@pytest.mark.parametrize("name", SAID)
def test_a_command_is_listed_as_it_says_itself(name: str) -> None:
    help_ = Commands()[name].help or ""
    assert " ".join(help_.split("\n\n")[0].split()).startswith(SAID[name][1].removesuffix("."))


def test_help_imports_nothing_heavy() -> None:
    asked = "import sys; from checker.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    told = (
        "print(*sorted(m for m in sys.modules if m.startswith('checker.') or '.' not in m), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked + told], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    loaded = set(done.stderr.split())
    assert "divergence report" in done.stdout
    assert {name for name in loaded if name.startswith("checker.")} <= {
        "checker.cli", "checker.cli.commands", "checker.errors",
    }  # fmt: skip
    assert not loaded & {"asyncio", "msgspec", "numpy", "rich", "spacy", "sqlite3"}
