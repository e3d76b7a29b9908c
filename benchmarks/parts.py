"""What is measured, part by part; each part runs in a process of its own and may start others."""

from __future__ import annotations

import compileall
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit; `beside` is that of what else one could use, called `other`."""

    name: str
    value: float
    unit: str
    beside: float | None = None
    other: str = ""


@cache
def _compiled() -> None:
    """Have the code compiled, as that of an installed package is."""
    compileall.compile_dir(str(ROOT / "checker"), quiet=1)


def spent(*command: str, kept: Path | str = "") -> tuple[float, float]:
    """Processor seconds of a process and those that it waited for, and the most memory of one in MB."""
    _compiled()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "CHECKER_CACHE": str(kept)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def help_(_: Path) -> list[Figure]:
    """The list of commands."""
    ours, click = spent("-m", "checker", "--help")[0], spent("-c", "import click")[0]
    return [Figure("`checker --help`", 1000 * ours, "ms", 1000 * click, "`import click`")]


def report(scratch: Path, folder: Path) -> list[Figure]:
    """A report on five articles, cold and warm."""
    from benchmarks.whole_run import PARSE

    call = ("-m", "checker", "report", str(folder), "-o", str(scratch / "report"))
    parse = spent("-c", PARSE, str(folder))[0]
    cold, memory = spent(*call, kept=scratch / "cache")
    warm = spent(*call, kept=scratch / "cache")[0]
    return [
        Figure("report on five articles, cold", cold, "s", parse, "spaCy alone, loading included"),
        Figure("the same, most memory", memory, "MB"),
        Figure("the same, warm", warm, "s", parse, "spaCy alone, loading included"),
    ]


def stages(scratch: Path, folder: Path | None = None) -> list[Figure]:
    """Documents a second of each stage and of all, and the whole to the parse by spaCy alone, in one process."""
    from benchmarks.corpora import Watch
    from benchmarks.whole_run import varied
    from checker import parse
    from checker.capture.folder import read
    from checker.pipeline import Pipeline
    from checker.runner import Processes

    found = read([str(folder or varied(scratch))])
    nlp = import_module(parse.SpacyParser().model).load()
    Pipeline(found.snapshots[:3], runner=Processes(1)).analysis()
    start = time.process_time()
    for document in nlp.pipe(s.data.decode() for s in found.snapshots):
        len(document)
    bare, watch = time.process_time() - start, Watch()
    start = time.process_time()
    Pipeline(found.snapshots, runner=Processes(1), progress=watch).analysis()
    whole, size = time.process_time() - start, len(found.snapshots)
    watch("", 0, 0)
    slow = sorted(((took, name) for name, took in watch.seconds.items() if took > 0.02 * whole), reverse=True)
    rows = [
        Figure(f"stage {name}", size / took, "documents/s", size / bare, "spaCy alone") for took, name in slow
    ]
    return [Figure("all stages", whole, "s", bare, "spaCy alone, the same texts"), *rows]


def workers(scratch: Path, folder: Path | None = None) -> list[Figure]:
    """The stages that look at one text, in one process and in two: wall clock."""
    from benchmarks.whole_run import varied
    from checker.capture.folder import read
    from checker.pipeline import Pipeline
    from checker.runner import Processes

    Processes.WORTH_IT = 0
    found = read([str(folder or varied(scratch))])
    took = []
    for number in (1, 2):
        runner = Processes(number)
        Pipeline(found.snapshots[:6], runner=runner).get("said")
        start = time.perf_counter()
        Pipeline(found.snapshots, runner=runner).get("said")
        took.append(time.perf_counter() - start)
        runner.close()
    return [Figure("one process, stages of one text (wall clock)", took[0], "s", took[1], "two processes")]


def grows(scratch: Path, size: int) -> list[Figure]:
    """A corpus worked on cold, again, with one article more and with one changed."""
    from benchmarks.corpora import growing
    from checker.cli import MIDDLE, OLD, YOUNG

    gc.set_threshold(YOUNG, MIDDLE, OLD)
    (_, cold, _), *states = growing(size, scratch)
    return [
        Figure(f"{size:,} articles, cold", cold, "s"),
        *(Figure(f"the same, {state}", seconds, "s", cold, "cold") for state, seconds, _ in states),
        Figure("the same, most memory", _memory(), "MB"),
    ]


def joins(_: Path) -> list[Figure]:
    """Shared passages of 10,000 articles, and the grouping of 5,000."""
    from benchmarks.corpora import articles
    from benchmarks.matching import by_rensa, reused
    from benchmarks.texts import document, planted
    from checker.events import grouping

    texts = planted(10_000).texts
    passages = _timed(lambda: reused(texts))
    sketches = _timed(lambda: by_rensa(texts)) if find_spec("rensa") else None
    documents = [document(f"{n:05}", text) for n, text in enumerate(articles(5000))]
    grouped = _timed(lambda: grouping.read(documents))
    return [
        Figure("shared passages of 10,000 articles", passages, "s", sketches, "rensa (near copies alone)"),
        Figure("grouping of 5,000 articles", grouped, "s"),
        Figure("both, most memory", _memory(), "MB"),
    ]


def quotations(_: Path) -> list[Figure]:
    """Verdicts on quotations against 100 articles."""
    from benchmarks.matching import checked, folded
    from benchmarks.texts import planted
    from benchmarks.texts import quotations as invented

    texts = planted(100).texts
    wanted = [quote for _, quote in invented(texts, 2000)]
    checked(texts[:5], wanted[:5])
    ours, plain = _timed(lambda: checked(texts, wanted)), _timed(lambda: folded(texts, wanted))
    return [Figure("verdicts on quotations", 2000 / ours, "a second", 2000 / plain, "folded exact search")]


def _timed(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


PARTS: dict[str, Callable[..., list[Figure]]] = {
    "help": help_, "report": report, "stages": stages, "workers": workers, "quotations": quotations, "joins": joins,
    "grows": grows,
}  # fmt: skip
