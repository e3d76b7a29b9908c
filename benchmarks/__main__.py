"""Every figure of speed in one table, each beside something that a user would pick instead.

    python -m benchmarks [FOLDER] [--articles 1000] [--runs 3] [--only grows --only help]

FOLDER holds the articles that are reported on and parsed (otherwise the first five of the demonstration are reported
on, and variations of invented ones parsed). Figures are processor
seconds of all processes, medians of the runs; every part runs in processes of its own, the two ways of a part in turn,
so that what else the machine does hits both. Ratios are the figure to that beside it.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.parts import PARTS, Figure  # noqa: E402

LIBRARIES = ("spacy", "numpy", "msgspec", "rapidfuzz", "rensa", "lxml", "jinja2")


def machine() -> str:
    """What is measured on, and with what."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    known = {d.metadata["Name"].lower() for d in metadata.distributions()}
    held = ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES if name in known)
    return f"{len(os.sched_getaffinity(0))} × {model}, {platform.system()}, Python {platform.python_version()}, {held}"


def measured(part: Callable[..., list[Figure]], arguments: dict[str, Any], runs: int) -> Iterator[Figure]:
    """The figures of a part, the median of each over runs in fresh processes."""
    rows: dict[str, list[Figure]] = {}
    for _ in range(runs):
        with (
            tempfile.TemporaryDirectory() as scratch,
            ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as fresh,
        ):
            for figure in fresh.submit(part, Path(scratch), **arguments).result():
                rows.setdefault(figure.name, []).append(figure)
    for name, found in rows.items():
        beside = [f.beside for f in found if f.beside is not None]
        yield Figure(
            name,
            statistics.median(f.value for f in found),
            found[0].unit,
            statistics.median(beside) if beside else None,
            found[0].other,
        )


def row(figure: Figure) -> str:
    """A line of the table."""
    value = f"{figure.value:,.3g}" if figure.value < 100 else f"{figure.value:,.0f}"
    ratio = f"{figure.value / figure.beside:.2f} × {figure.other}" if figure.beside else ""
    return f"| {figure.name} | {value} {figure.unit} | {ratio} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", action="append", choices=list(PARTS))
    given = parser.parse_args()
    print(machine(), "\n\n| what | figure | ratio |\n| --- | --- | --- |", sep="", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        five = given.folder or _five(Path(scratch))
        texts: dict[str, Any] = {"folder": given.folder}
        arguments: dict[str, dict[str, Any]] = {
            "grows": {"size": given.articles}, "report": {"folder": five}, "stages": texts, "workers": texts,
        }  # fmt: skip
        for name in given.only or PARTS:
            runs = 1 if name == "grows" else given.runs
            for figure in measured(PARTS[name], arguments.get(name, {}), runs):
                print(row(figure), flush=True)


def _five(folder: Path) -> Path:
    """The first five articles of the demonstration."""
    for path in sorted((ROOT / "corpus" / "demo" / "sources").glob("*.txt"))[:5]:
        shutil.copy(path, folder)
    return folder


if __name__ == "__main__":
    main()
