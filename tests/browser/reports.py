"""The reports that browser tests look at: of invented records, the demonstration, articles beside the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.model import Analysis
from checker.report import write
from tests.conftest import ROOT
from tests.demo import DEMO, analyse
from tests.unit import report_corpus as rc

SEEDS = ROOT.parent / "shared" / "seeds"
CORPORA = {"invented": None, "demonstration": DEMO, "seeds": SEEDS}


def analysed(name: str) -> Analysis:
    """The analysis of a corpus by its name."""
    folder = CORPORA[name]
    if folder and not folder.is_dir():
        pytest.skip(f"no articles are beside the repository, in {folder.parent.name}/{folder.name}")
    return rc.analysis() if folder is None else analyse(folder)


def made(name: str, out: Path, *, single_file: bool = False) -> Path:
    """The report of a corpus in a folder."""
    from checker.pipeline import rules

    return write(analysed(name), out, report_json=b"{}\n", rules=rules(), single_file=single_file).folder


def of_each_kind(site: Path) -> list[Path]:
    """The largest page of each kind: of the parts of a list, and of the pages in each folder."""
    kinds: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        kind = re.sub(r"-\d+$", "", page.stem) if page.parent == site else f"{page.parent.name}/"
        kinds.setdefault(kind, []).append(page)
    return [max(pages, key=lambda p: p.stat().st_size) for pages in kinds.values()]
