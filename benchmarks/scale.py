"""How time and memory grow with a corpus, and what the ways to spread work cost.

    python -m benchmarks.scale joins [--sizes 1000 10000 100000]
    python -m benchmarks.scale everything [--sizes 1000 5000]
    python -m benchmarks.scale runners [--sizes 500]

`joins` compares invented articles of 300 words, four to a happening, with each other: passages that they share, and
groups. `everything` runs every stage on them. `runners` does so in one process, on processes, on Daft and on a Ray
cluster of two workers that it starts (extra `scale`), and says whether all records are the same bytes. Seconds are
those of the processor, over all processes; memory is the most that all processes have at a time, pages that several
share counted once. Each row is a run in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MARK = "CHECKER_BENCHMARK_RUN"
"""Names the run in the environment of each of its processes."""
HERTZ = os.sysconf("SC_CLK_TCK")
EVERY = 0.5
"""Seconds between two looks at the processes."""


class Meter(threading.Thread):
    """Looks at the processes of one run: what they have worked, and the most memory that they had."""

    def __init__(self, run: str) -> None:
        super().__init__(daemon=True)
        self.mark = f"{MARK}={run}".encode()
        self.worked: dict[int, float] = {}
        self.most = 0.0
        self.over = threading.Event()

    def run(self) -> None:
        """Looks until the run is over."""
        while not self.over.wait(EVERY):
            self.most = max(self.most, sum(map(self._look, self._processes())))

    def _processes(self) -> list[Path]:
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if self.mark in (path / "environ").read_bytes().split(b"\0"):
                    found.append(path)
        return found

    def _look(self, path: Path) -> float:
        """Notes the seconds of a process; its memory in MB."""
        with suppress(OSError, ValueError, IndexError):
            told = (path / "stat").read_text().rpartition(") ")[2].split()
            self.worked[int(path.name)] = (int(told[11]) + int(told[12])) / HERTZ
            rollup = (path / "smaps_rollup").read_text().split()
            return int(rollup[rollup.index("Pss:") + 1]) / 1024
        return 0.0


def measured(*job: str, **more: str) -> dict[str, float | str]:
    """What a run of a job in a process of its own prints, with its processor seconds, memory and duration."""
    run = f"{os.getpid()}-{time.time_ns()}"
    meter = Meter(run)
    meter.start()
    start = time.monotonic()
    env = {**os.environ, "PYTHONPATH": str(ROOT), MARK: run, **more}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale", *job],
        env=env,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    meter.over.set()
    meter.join()
    took = {"processor": sum(meter.worked.values()), "memory": meter.most, "wall": time.monotonic() - start}
    return {**took, **json.loads(done.stdout.splitlines()[-1])}


def joins(size: int) -> dict[str, float]:
    """Seconds of the comparisons of so many articles."""
    from benchmarks.corpora import articles
    from benchmarks.texts import document
    from checker import reuse
    from checker.events import grouping

    documents = [document(f"{n:06}", text) for n, text in enumerate(articles(size))]
    marks = [time.process_time()]
    shared = len(reuse.run(documents))
    marks.append(time.process_time())
    groups = len(grouping.read(documents))
    marks.append(time.process_time())
    return {"reuse": marks[1] - marks[0], "grouping": marks[2] - marks[1], "shared": shared, "groups": groups}


def written(size: int, folder: Path) -> None:
    """Invented articles as files: web pages of 20 kB."""
    from benchmarks.corpora import articles

    for number, text in enumerate(articles(size)):
        lines = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
        page = f"<html><body><article>{lines}</article><!-- {18_000 * '-'} --></body></html>"
        (folder / f"{number:05}.html").write_text(page, "utf-8")


def worked(folder: str, runner: str) -> dict[str, object]:
    """Every record of a folder: their hash, and the seconds of the stages in this process."""
    from hashlib import sha256

    from benchmarks.corpora import Watch
    from checker import wire
    from checker.capture.folder import read
    from checker.pipeline import Pipeline
    from checker.runner import Processes
    from checker.scale import Daft

    ways = {
        "one process": lambda: Processes(1),
        "processes": Processes,
        "Daft": Daft,
        "Ray": lambda: Daft("ray"),
    }
    watch, place = Watch(), ways[runner]()
    found = read([folder])
    analysis = Pipeline(
        found.snapshots, found.catalogue, found.problems, runner=place, progress=watch
    ).analysis()
    place.close()
    watch("", 0, 0)
    stages = {name: round(s, 1) for name, s in sorted(watch.seconds.items(), key=lambda x: -x[1])[:8]}
    return {"records": sha256(wire.written(wire.report_json(analysis))).hexdigest(), "stages": stages}


def on_cluster(folder: str) -> None:
    """Starts a Ray cluster of two workers, works on it, and stops it."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    head = {"num_cpus": 0, "include_dashboard": False, "object_store_memory": 200_000_000}
    machines = Cluster(initialize_head=True, head_node_args=head)
    for _ in range(2):
        machines.add_node(num_cpus=1, object_store_memory=200_000_000)
    env = {**os.environ, "RAY_ADDRESS": machines.address}
    subprocess.run([sys.executable, "-m", "benchmarks.scale", "worked", folder, "Ray"], env=env, check=True)
    machines.shutdown()


def compared_joins(sizes: list[int]) -> None:
    """Prints a table of the comparisons."""
    print("| articles | shared passages, s | grouping, s | times, together | memory, MB |")
    print("| --- | --- | --- | --- | --- |")
    before = 0.0
    for size in sizes:
        got = measured("joined", str(size))
        both = float(got["reuse"]) + float(got["grouping"])
        times = f"{both / before:.1f}" if before else ""
        print(
            f"| {size:,} | {got['reuse']:.1f} | {got['grouping']:.1f} | {times} | {got['memory']:,.0f} |",
            flush=True,
        )
        before = both


def compared_runs(runs: list[tuple[int, str]]) -> None:
    """Prints a table of all stages on corpora of a size in a way."""
    print("| articles | way | processor, s | wall clock, s | memory, MB | records | longest stages, s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size, way in runs:
        with tempfile.TemporaryDirectory() as scratch:
            written(size, Path(scratch))
            job = ("clustered", scratch) if way == "Ray" else ("worked", scratch, way)
            got = measured(*job)
        stages = ", ".join(f"{name} {seconds}" for name, seconds in dict(got["stages"]).items())  # type: ignore[call-overload]
        figures = f"{got['processor']:.0f} | {got['wall']:.0f} | {got['memory']:,.0f}"
        print(f"| {size:,} | {way} | {figures} | {str(got['records'])[:8]} | {stages} |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("part", choices=("joins", "everything", "runners"))
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    given = parser.parse_args()
    if given.part == "joins":
        compared_joins(given.sizes or [1000, 10_000, 100_000])
    elif given.part == "everything":
        compared_runs([(size, "processes") for size in given.sizes or (1000, 5000)])
    else:
        ways = [way for way in given.ways if all(map(find_spec, WAYS[way]))]
        compared_runs([(size, way) for size in given.sizes or (500,) for way in ways])


WAYS = {"one process": (), "processes": (), "Daft": ("daft",), "Ray": ("daft", "ray")}
"""What each needs."""
_INSIDE = {"joined": lambda size: print(json.dumps(joins(int(size)))), "clustered": on_cluster,
           "worked": lambda *given: print(json.dumps(worked(*given)))}  # fmt: skip

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in _INSIDE:
        _INSIDE[sys.argv[1]](*sys.argv[2:])
    else:
        main()
