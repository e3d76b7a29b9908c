"""The pre-commit hook and the GitHub Action, run for real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOST = "# Ferry\n\nThe pilot was ill, according to [the Quay Post](#).\n"
FINE = "# Ferry\n\nThe pilot was ill, according to [the Quay Post](https://quay.example/a).\n"
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
ACTION = (ROOT / "action.yml").read_text("utf-8")


@pytest.fixture
def scratch(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """An empty repository, and an environment in which `checker` is this one."""
    tools, folder = tmp_path / "tools", tmp_path / "it's a repository"
    tools.mkdir()
    folder.mkdir()
    (tools / "checker").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', "utf-8")
    (tools / "checker").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CHECKER_CACHE": str(tmp_path / "cache"),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        **{
            f"GIT_{who}_{what}": "a@b.example"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    done(folder, environment, "git", "init", "-q")
    return folder, environment


def done(folder: Path, environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def entry(id_: str) -> str:
    found = re.search(rf"^- id: {id_}\n(?:  .*\n)*?  entry: (.+)$", HOOKS, re.MULTILINE)
    assert found
    return found[1]


def staged(folder: Path, environment: dict[str, str], **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    done(folder, environment, "git", "add", "-A")


GIT_HOOK = """#!/bin/sh
git diff --cached --name-only --diff-filter=ACM -z -- '*.md' | xargs -0 -r {entry}
"""


def test_a_commit_with_a_finding_is_refused(scratch: tuple[Path, dict[str, str]]) -> None:
    folder, environment = scratch
    hook = folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(GIT_HOOK.format(entry=f"{entry('checker')} --fail-on unresolvable"), "utf-8")
    hook.chmod(0o755)
    staged(folder, environment, a=LOST)
    refused = done(folder, environment, "git", "commit", "-qm", "Write")
    assert refused.returncode != 0
    assert "unresolvable" in refused.stdout + refused.stderr
    staged(folder, environment, a=FINE)
    assert done(folder, environment, "git", "commit", "-qm", "Write").returncode == 0


@pytest.mark.skipif(not shutil.which("pre-commit"), reason="pre-commit is not on the PATH")
def test_pre_commit_runs_the_hook(scratch: tuple[Path, dict[str, str]]) -> None:
    folder, environment = scratch
    hooks = "".join(f"      {line}\n" for line in HOOKS.splitlines()).replace(
        "language: python", "language: system"
    )
    hooks = hooks.replace("entry: checker check\n", "entry: checker check --fail-on unresolvable\n")
    config = f"repos:\n  - repo: local\n    hooks:\n{hooks}"
    (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    assert done(folder, environment, "pre-commit", "install").returncode == 0
    staged(folder, environment, a=LOST)
    refused = done(folder, environment, "git", "commit", "-qm", "Write")
    assert refused.returncode == 1
    assert "unresolvable" in refused.stderr
    staged(folder, environment, a=FINE)
    assert done(folder, environment, "git", "commit", "-qm", "Write").returncode == 0


def script() -> str:
    """The last step of the action."""
    lines = ACTION.rpartition("run: |\n")[2].splitlines()
    return "\n".join(line[8:] for line in lines)


def inputs() -> dict[str, str]:
    """The defaults of the action's inputs, under the names that its script reads."""
    named = dict(re.findall(r"^        ([A-Z_]+): \$\{\{ inputs\.([\w-]+) \}\}$", ACTION, re.MULTILINE))
    defaults = dict(
        re.findall(r"^  ([\w-]+):\n    description: .+\n    default: (.+)$", ACTION, re.MULTILINE)
    )
    return {name: defaults[of].strip('"') for name, of in named.items()}


@pytest.mark.parametrize(
    ("given", "code"),
    [({}, 0), ({"FAIL_ON": "unresolvable"}, 1), ({"PATHS": "a.md\nmy texts\n"}, 0), ({"PATHS": "--help"}, 2)],
)
def test_the_action_checks_and_annotates(
    scratch: tuple[Path, dict[str, str]], given: dict[str, str], code: int
) -> None:
    folder, environment = scratch
    (folder / "my texts").mkdir()
    (folder / "my texts" / "b.md").write_text(LOST, "utf-8")
    (folder / "a.md").write_text(FINE, "utf-8")
    ran = done(folder, {**environment, **inputs(), **given}, "bash", "-e", "-c", script())
    assert ran.returncode == code, ran.stderr
    level = "error" if code else "notice"
    assert code == 2 or ran.stdout.startswith(f"::{level} file=my texts/b.md,line=3,")


def test_the_action_writes_a_file_for_code_scanning(scratch: tuple[Path, dict[str, str]]) -> None:
    folder, environment = scratch
    (folder / "a.md").write_text(LOST, "utf-8")
    given = {"FORMAT": "sarif", "OUTPUT": "checker.sarif"}
    ran = done(folder, {**environment, **inputs(), **given}, "bash", "-e", "-c", script())
    assert (ran.returncode, ran.stdout) == (0, "")
    assert '"uri": "a.md"' in (folder / "checker.sarif").read_text("utf-8")
