"""How long a large corpus takes: all of it, with nothing changed, with one article more, and with one changed.

    python benchmarks/corpora.py [--articles 1000] [--groups 5000]

Articles are invented: groups of four that tell one thing in words of their own, 300 words each. The same folder is
worked on four times with one cache, as a corpus that grows is. Then, of a larger corpus, only the grouping is timed.
Figures are processor seconds of all processes; those of the stages are of the main one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.texts import WORDS, Writer, document  # noqa: E402
from checker.capture.folder import read  # noqa: E402
from checker.events import grouping  # noqa: E402
from checker.pipeline import Pipeline  # noqa: E402
from checker.runner import Processes  # noqa: E402
from checker.store import Cache  # noqa: E402

TOLD_BY = 4
"""Articles that tell one thing."""


def articles(size: int, seed: int = 1) -> list[str]:
    """Texts, groups of `TOLD_BY` with most of their words in common, and two names and a date each."""
    writer = Writer(seed)
    found = []
    for number in range(0, size, TOLD_BY):
        words = writer.some(WORDS)
        who, where = (word.capitalize() for word in writer.some(2))
        day = f"{1 + number % 28} May {1990 + number % 30}"
        lead = (
            f"{who} of {where} signed the treaty on {day}. {who} said on {day} that the talks had ended.\n\n"
        )
        found += [lead + writer.prose(writer.changed(words, 0.3)) for _ in range(TOLD_BY)]
    return found[:size]


def processor() -> float:
    """Seconds that this process and those it has waited for have worked."""
    return sum(os.times()[:4])


class Watch:
    """What each stage worked on, as the pipeline tells of it, and for how long."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.done: dict[str, int] = {}
        self._stage, self._since = "", time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Notes one step of a stage."""
        now = time.process_time()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self.done.setdefault(stage, total - done)
        self._stage, self._since = stage, now

    def told(self, least: float) -> str:
        """The stages that took long, with how many texts (or whole corpora) they worked on."""
        self("", 0, 0)
        long = sorted(((s, n) for n, s in self.seconds.items() if s >= least and n), reverse=True)
        return ", ".join(f"{name} ({self.done[name]}) {seconds:.1f}" for seconds, name in long)


def worked(folder: Path, cache: Path) -> tuple[float, Watch]:
    """Seconds for every record of a folder, and the watch."""
    watch = Watch()
    start = processor()
    found = read([str(folder)])
    runner, kept = Processes(), Cache(cache)
    Pipeline(
        found.snapshots, found.catalogue, found.problems, cache=kept, runner=runner, progress=watch
    ).analysis()
    runner.close()
    kept.close()
    return processor() - start, watch


def growing(size: int, scratch: Path) -> Iterator[tuple[str, float, Watch]]:
    """The states of a corpus that grows, with the seconds for all of it and the watch."""
    folder = scratch / "texts"
    folder.mkdir()
    *texts, last = articles(size + 1)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
    for state in ("cold", "nothing changed", "one article more", "one article changed"):
        if state == "one article more":
            (folder / f"{size:05}.txt").write_text(last, "utf-8")
        if state == "one article changed":
            (folder / "00002.txt").write_text(texts[2] + "\nNobody knew why.\n", "utf-8")
        yield state, *worked(folder, scratch / "cache")


def grouped(size: int) -> None:
    """Prints how long the grouping of documents takes that are already read."""
    documents = [document(f"{n:05}", text) for n, text in enumerate(articles(size))]
    start = processor()
    groups = grouping.read(documents)
    print(f"grouping of {size} articles: {processor() - start:.1f} s, {len(groups)} groups", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--groups", type=int, default=5000)
    given = parser.parse_args()
    first = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for state, seconds, watch in growing(given.articles, Path(scratch)):
            first = first or seconds
            told = watch.told(first / 200)
            print(f"{state:22}{seconds:8.1f} s {seconds / first:6.2f} × cold   {told}", flush=True)
    grouped(given.groups)


if __name__ == "__main__":
    main()
