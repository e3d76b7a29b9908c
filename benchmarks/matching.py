"""How fast quotations are checked and shared passages found, beside simpler ways to do the same, in one run.

    python benchmarks/matching.py [--articles 100 1000] [--quotations 2000] [--documents 1000 10000]
        [--runs 3]

Quotations: beside a plain search (`quotation in text`), and a search after folding case, typography and blanks.
Passages: beside near-copies by MinHash as `rensa` and `datasketch` have it (`pip install rensa datasketch`); a row
says so where one is missing. All run in one process on the same invented texts, one after the other in each run,
so that a slow moment of the machine hits all; figures are medians of the runs, in seconds of the processor (of all
threads, where a library starts some). The ratio is to this tool's speed.
Reading files is not part of any figure; the index of the texts is.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.texts import KINDS, Planted, document, planted, quotations

SHINGLE, PERMUTATIONS, SIMILAR = 5, 128, 0.5
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
Pairs = set[tuple[int, int]]


def fold(text: str) -> str:
    """Case, typography and blanks folded away."""
    return " ".join(text.translate(PLAIN).casefold().split())


def checked(texts: list[str], wanted: list[str]) -> list[bool]:
    """Whether each quotation is right, as this tool has it."""
    from checker.quotation import Index, verify

    index = Index([document(f"{n:05}", text) for n, text in enumerate(texts)])
    return [verify("q", quote, index).verdict in ("verbatim", "conventional") for quote in wanted]


def searched(texts: list[str], wanted: list[str]) -> list[bool]:
    """Whether each quotation stands in a text, letter by letter."""
    return [any(quote in text for text in texts) for quote in wanted]


def folded(texts: list[str], wanted: list[str]) -> list[bool]:
    """Whether each quotation stands in a text once both are folded."""
    return searched([fold(text) for text in texts], [fold(quote) for quote in wanted])


def reused(texts: list[str]) -> Pairs:
    """Pairs of texts that share a passage, as this tool finds them."""
    from checker import reuse

    found = reuse.run([document(f"{n:05}", text) for n, text in enumerate(texts)])
    return {(int(r.a.doc), int(r.b.doc)) for r in found}


def shingles(text: str) -> set[str]:
    """Runs of words."""
    words = fold(text).split()
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def by_rensa(texts: list[str]) -> Pairs:
    """Pairs of texts that are alike as a whole, by rensa."""
    rensa: Any = importlib.import_module("rensa")
    sketches = rensa.RMinHash.from_token_sets([list(shingles(t)) for t in texts], PERMUTATIONS, 1)
    index = rensa.RMinHashLSH(SIMILAR, PERMUTATIONS, 32)
    index.insert_many(sketches)
    return _pairs(enumerate(index.query_all(sketches)))


def by_datasketch(texts: list[str]) -> Pairs:
    """Pairs of texts that are alike as a whole, by datasketch."""
    datasketch: Any = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    sketches = datasketch.MinHash.bulk(
        [[s.encode() for s in shingles(t)] for t in texts], num_perm=PERMUTATIONS
    )
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch)
    return _pairs((number, index.query(sketch)) for number, sketch in enumerate(sketches))


def _pairs(found: Iterable[tuple[int, Iterable[int]]]) -> Pairs:
    return {(min(a, b), max(a, b)) for a, others in found for b in others if a != b}


def timed(ways: dict[str, Callable[[], Any]], runs: int) -> dict[str, tuple[float, Any]]:
    """Median processor seconds and result of each way, the ways one after the other in each run."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    results: dict[str, Any] = {}
    for _ in range(runs):
        for name, way in ways.items():
            start = time.process_time()
            results[name] = way()
            seconds[name].append(time.process_time() - start)
    return {name: (statistics.median(seconds[name]), results[name]) for name in ways}


def compare_quotations(articles: int, size: int, runs: int) -> None:
    """Print the first table."""
    texts = planted(articles).texts
    rows = quotations(texts, size)
    wanted = [quote for _, quote in rows]
    ways = {"checker": checked, "plain search": searched, "folded search": folded}
    found = timed({name: lambda way=way: way(texts, wanted) for name, way in ways.items()}, runs)  # type: ignore[misc]
    print(
        f"\n{size} quotations against {articles} articles; in the last columns, the share that is taken as right"
    )
    print(f"{'':16}{'a second':>10}{'ratio':>8}" + "".join(f"{kind:>18}" for kind in KINDS))
    for name, (seconds, right) in found.items():
        shares = [[r for r, (kind, _) in zip(right, rows, strict=True) if kind == k] for k in KINDS]
        cells = "".join(f"{sum(share) / len(share):18.2f}" for share in shares)
        print(f"{name:16}{size / seconds:10.0f}{found['checker'][0] / seconds:8.2f}{cells}")


def compare_reuse(size: int, runs: int) -> None:
    """Print the second table for one number of documents."""
    made = planted(size)
    ways: dict[str, Callable[[list[str]], Pairs]] = {"checker": reused}
    missing = []
    for name, way in (("rensa", by_rensa), ("datasketch", by_datasketch)):
        try:
            importlib.import_module(name)
            ways[name] = way
        except ImportError:
            missing.append(name)
    found = timed({name: lambda way=way: way(made.texts) for name, way in ways.items()}, runs)  # type: ignore[misc]
    print(
        f"\n{size} documents; in the last columns, the share of planted pairs found, and of found pairs planted"
    )
    print(f"{'':16}{'a second':>10}{'ratio':>8}{'near copies':>18}{'passages':>18}{'planted':>18}")
    for name, (seconds, pairs) in found.items():
        cells = "".join(f"{share:18.3f}" for share in shares(made, pairs))
        print(f"{name:16}{size / seconds:10.0f}{found['checker'][0] / seconds:8.2f}{cells}")
    for name in missing:
        print(f"{name:16}not installed: pip install {name}")


def shares(made: Planted, pairs: Pairs) -> tuple[float, float, float]:
    """Near copies found, passages found, and found pairs that were planted."""
    copies, passages = (_ordered(rows) for rows in (made.copies, made.passages))
    right = len(pairs & (copies | passages)) / max(1, len(pairs))
    return len(pairs & copies) / len(copies), len(pairs & passages) / len(passages), right


def _ordered(rows: list[tuple[int, int]]) -> Pairs:
    return {(min(row), max(row)) for row in rows}


def cost(size: int) -> tuple[float, float]:
    """Processor seconds, and the most memory in MB of a process that does nothing else."""
    texts = planted(size).texts
    start = time.process_time()
    reused(texts)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(sizes: list[int], runs: int) -> None:
    """Print how the time for passages grows with the number of documents, and the memory it takes."""
    print(f"\n{'documents':16}{'seconds':>10}{'times':>8}{'most memory, MB':>18}")
    before = 0.0
    for size in sizes:
        context = get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as fresh:
            figures = [fresh.submit(cost, size).result() for _ in range(runs)]
        seconds, memory = (statistics.median(column) for column in zip(*figures, strict=True))
        times = f"{seconds / before:.1f}" if before else ""
        print(f"{size:<16}{seconds:10.2f}{times:>8}{memory:18.0f}")
        before = seconds


def versions() -> str:
    """What was measured with."""
    names = [n for n in ("numpy", "rapidfuzz", "rensa", "datasketch") if importlib.util.find_spec(n)]
    return f"Python {platform.python_version()}, " + ", ".join(f"{n} {metadata.version(n)}" for n in names)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--quotations", type=int, default=2000)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    print(versions())
    for articles in given.articles:
        compare_quotations(articles, given.quotations, given.runs)
    compare_reuse(given.documents[0], given.runs)
    growth(given.documents, given.runs)


if __name__ == "__main__":
    main()
