"""How long attribution takes on top of the parser, as a ratio to parsing the same texts.

    python benchmarks/attribution.py [FOLDER] [--runs 3]

Without FOLDER it reads 24 variations of three invented articles. All are timed in one process, one after the
other in each run, so that a slow moment of the machine hits all; every figure is the median of the runs. The
model is loaded, and entities are found, before the clock starts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
CHARACTERS = 1_000_000
"""Characters of text in the figure that is printed for comparison with other machines."""


def measured(folder: Path, runs: int) -> tuple[int, dict[str, float]]:
    """Characters of the texts, and seconds by stage."""
    from checker import attribution, entities, parse
    from checker.attribution import speakers
    from checker.capture import folder as capture
    from checker.pipeline import Pipeline

    collection = capture.read([str(folder)])
    documents = Pipeline(collection.snapshots, collection.catalogue).get("documents")
    parser = parse.SpacyParser()
    paragraphs = [(d.text[b.start : b.end], [0]) for d in documents for b in d.blocks if b.end > b.start]
    parses = [parse.run(d) for d in documents]
    found = entities.read(tuple(documents), tuple(parses), collection.catalogue)
    said = [attribution.run(d, p) for d, p in zip(documents, parses, strict=True)]
    pairs = list(zip(documents, parses, said, strict=True))
    stages: dict[str, Callable[[], object]] = {
        "parser alone": lambda: list(parser.parse(paragraphs)),
        "parse stage": lambda: [parse.run(d) for d in documents],
        "attribution stage": lambda: [attribution.run(d, p) for d, p, _ in pairs],
        "speakers stage": lambda: [speakers.run(d, p, a, found) for d, p, a in pairs],
    }
    seconds: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(runs):
        for name, stage in stages.items():
            start = time.perf_counter()
            stage()
            seconds[name].append(time.perf_counter() - start)
    return sum(len(d.text) for d in documents), {name: statistics.median(s) for name, s in seconds.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder
        if folder is None:
            from benchmarks.whole_run import varied

            folder = varied(Path(scratch))
        size, seconds = measured(folder, given.runs)
    alone = seconds["parser alone"]
    for name, took in seconds.items():
        print(
            f"{name:20}{took:8.3f} s{CHARACTERS * took / size:8.1f} s a million characters{took / alone:8.2f}"
        )
    on_top = seconds["attribution stage"] + seconds["speakers stage"]
    print(f"attribution and speakers to the parser alone: {on_top / alone:.2f}")


if __name__ == "__main__":
    main()
