"""The reports that browser tests look at: of an invented analysis and of the demonstration."""

from __future__ import annotations

from pathlib import Path

from checker.model import Analysis
from checker.report import write
from tests.demo import DEMO, analyse
from tests.unit import report_corpus as rc

CORPORA = {"invented": None, "demonstration": DEMO}


def analysed(name: str) -> Analysis:
    """The analysis of a corpus by its name."""
    folder = CORPORA[name]
    return rc.analysis() if folder is None else analyse(folder)


def made(name: str, out: Path, *, single_file: bool = False) -> Path:
    """The report of a corpus in a folder."""
    from checker.pipeline import rules

    return write(analysed(name), out, report_json=b"{}\n", rules=rules(), single_file=single_file).folder


def of_each_kind(site: Path) -> list[Path]:
    """The lists, and the longest page of each kind that has many."""
    kinds = sorted({p.parent for p in site.rglob("*.html")} - {site})
    longest = [max(sorted(kind.glob("*.html")), key=lambda p: p.stat().st_size) for kind in kinds]
    return [*sorted(site.glob("*.html")), *longest]
