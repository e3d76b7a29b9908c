"""How fast cited addresses are checked, beside a plain httpx loop, on a small web on loopback.

    python benchmarks/links.py [--links 2000] [--runs 3]

Each way runs in a process of its own, one after the other in every run (the slow one in the first run only); the web
runs in another. The plain ways send HEAD, then GET where HEAD is refused, follow redirects, and call gone whatever is
no success. Times are wall clock, as most of the work is waiting; memory is what a process needs beyond its start.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.loopback import Web, web  # noqa: E402

Row = tuple[float, float, int, float]
"""Seconds, MB, links called gone that are not, share of right verdicts."""
SECONDS = 1.0
"""For connecting, and for an answer: the same for each way."""


async def plain(served: Web, links: list[str]) -> dict[str, str]:
    """One client, one address after the other."""
    import httpx

    found = {}
    async with httpx.AsyncClient(timeout=SECONDS, follow_redirects=True, trust_env=False) as client:
        for url in links:
            found[url] = await _plainly(client, served, url)
    return found


async def _plainly(client: Any, served: Web, url: str) -> str:
    import httpx

    host, _, path = url.removeprefix("http://").partition("/")
    local = f"http://127.0.0.1:{served.port}/{path}" if "nowhere" not in host else "http://127.0.0.1:1/"
    try:
        answer = await client.head(local, headers={"host": host})
        if answer.status_code >= 400:
            answer = await client.get(local, headers={"host": host})
        return "ok" if answer.is_success else "gone"
    except (httpx.HTTPError, httpx.InvalidURL):
        return "gone"


async def at_once(served: Web, links: list[str]) -> dict[str, str]:
    """The plain loop, 32 addresses at once."""
    import httpx

    found = {}
    queue = iter(links)
    async with httpx.AsyncClient(timeout=SECONDS, follow_redirects=True, trust_env=False) as client:

        async def work() -> None:
            for url in queue:
                found[url] = await _plainly(client, served, url)

        await asyncio.gather(*(work() for _ in range(32)))
    return found


def checker(folder: Path) -> Callable[[Web, list[str]], Awaitable[dict[str, str]]]:
    """Our way, with its answers kept in the folder."""

    async def ask(served: Web, links: list[str]) -> dict[str, str]:
        from checker.online import Cited, Settings, check
        from checker.store import Cache
        from checker.web import Client, Limits

        cache = Cache(folder / "links.sqlite")
        limits = Limits(connect=SECONDS, seconds=SECONDS, wait=SECONDS)
        async with Client(limits, allow_private=True, resolve=served.resolve) as client:
            found = await check([Cited(url) for url in links], client, cache, Settings())
        cache.close()
        return {cited.url: known.answer.verdict for cited, known in found.items()}

    return ask


def measured(way: Callable[[Web, list[str]], Any], port: int, links: list[str], pipe: Any) -> None:
    """In a fresh process: seconds, most memory above the start in MB, and what was found."""
    import httpx  # noqa: F401

    import checker.online  # noqa: F401

    served = Web()
    served.port = port
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = asyncio.run(way(served, links))
    took = time.perf_counter() - start
    pipe.send((took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, found))


def run(way: Any, port: int, links: list[str]) -> tuple[float, float, dict[str, str]]:
    """The measurement of one way."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    process = fork.Process(target=measured, args=(way, port, links, there))
    process.start()
    got = here.recv()
    process.join()
    return got  # type: ignore[no-any-return]


def serve(pipe: Any) -> None:
    """The small web, as if never asked after each "again", until "stop"."""
    with web() as served:
        pipe.send(served.port)
        while pipe.recv() == "again":
            served.asked.clear()
            pipe.send("ready")


def ways(folder: Path, *, slow: bool) -> list[tuple[str, Any]]:
    """Every way by its name, in order."""
    ours = checker(folder)
    one = [("httpx, one after the other", plain)] if slow else []
    return [*one, ("httpx, 32 at once", at_once), ("checker", ours), ("checker, second run", ours)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--links", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    rows: dict[str, list[Row]] = {}
    fork = multiprocessing.get_context("fork")
    for number in range(given.runs):
        here, there = fork.Pipe()
        server = fork.Process(target=serve, args=(there,), daemon=True)
        server.start()
        served = Web()
        served.port = here.recv()
        right = dict(served.links(given.links))
        with tempfile.TemporaryDirectory() as folder:
            for name, way in ways(Path(folder), slow=number == 0):
                here.send("again")
                here.recv()
                took, memory, found = run(way, served.port, list(right))
                false = sum(v == "gone" and right[url] != "gone" for url, v in found.items())
                fine = sum(_fits(name, v, right[url]) for url, v in found.items())
                rows.setdefault(name, []).append((took, memory, false, fine / len(right)))
        here.send("stop")
        server.join(10)
    _print(rows, given.links)


def _fits(name: str, verdict: str, right: str) -> bool:
    """Whether a verdict is right; for a way that knows only two, whether it is the nearer one."""
    if name.startswith("checker"):
        return verdict == right
    return (verdict == "gone") == (right == "gone")


def _print(rows: dict[str, list[Row]], links: int) -> None:
    base = statistics.median(row[0] for row in rows["checker"])
    print("| | seconds | links a second | ratio | memory, MB | falsely gone | right |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, found in rows.items():
        took, memory, false, fine = (statistics.median(column) for column in zip(*found, strict=True))
        speed = f"{took:.2f} | {links / took:,.0f} | {base / took:.2f}"
        print(f"| {name} | {speed} | {memory:.0f} | {false:.0f} | {fine:.3f} |")


if __name__ == "__main__":
    main()
