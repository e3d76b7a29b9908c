"""What the README says can be done can be done."""

from __future__ import annotations

import re

from checker.cli.commands import Commands
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
FIRST, SECOND = re.findall(r"^python3 -m pip install .+$", README, re.MULTILINE)


def test_the_first_command_ends_in_the_demonstration() -> None:
    assert FIRST.endswith("&& python3 -m checker demo")
    assert "reports/demo/index.html" in README


def test_the_whole_check_calls_the_second_command() -> None:
    assert SECOND in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_command_of_the_table_is_there_and_none_is_missing() -> None:
    told = set(re.findall(r"^\| `checker (\w+)|; `checker (\w+) ", README, re.MULTILINE))
    assert {a or b for a, b in told} == set(Commands())


def test_every_link_leads_to_a_file() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "corpus/README.md", "reports/README.md"):
        folder = (ROOT / page).parent
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8")):
            assert (folder / target).exists(), f"{page}: {target}"


def test_the_pictures_are_there_and_small() -> None:
    pictures = [ROOT / path for path in re.findall(r"^!\[[^\]]{30,}\]\(([^)]+)\)", README, re.MULTILINE)]
    assert {p.name for p in pictures} == {f"{n}.png" for n in ("index", "matrix", "event", "source", "deeds")}
    assert max(p.stat().st_size for p in pictures) <= 200_000
