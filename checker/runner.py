"""Where work is spread. Processes on this machine; `scale` has the same three verbs on Daft and on a Ray cluster.

`each` maps a function over independent jobs, `whole` runs one job over everything, `close` lets the workers
go. A job that raises comes back as its exception, so that one broken text never stops the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Protocol

from checker.errors import WorkerError
from checker.trail import Trail

Job = tuple[Any, ...]
Outcome = tuple[int, Any]
"""Number of the job, and its result or the exception that it raised."""
KILLED = "Split this text or leave it out: it needs too much memory, or a library crashes on it. The rest is complete."
NOWHERE = Trail()


class Runner(Protocol):
    """What the pipeline asks of a place to work."""

    def each(
        self, function: Callable[..., Any], jobs: Sequence[Job], weight: int, trail: Trail = NOWHERE
    ) -> Iterator[Outcome]:
        """Run `function(*job)` for every job, in any order; `weight` is the number of bytes in them.

        Jobs that are run in this process are noted on the trail; one that was the end of a process is not.
        """

    def whole(self, function: Callable[..., Any], job: Job) -> Any:
        """Run one job that needs everything."""

    def close(self) -> None:
        """Let the workers go."""


class Processes:
    """Worker processes, started only where there is enough work to pay for them."""

    WORTH_IT = 400_000
    """Bytes of text below which one process is faster than several (a worker loads the model first)."""

    TOGETHER = 32
    """Jobs that are sent to a worker at a time, where there are many."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or _processors()
        self.pool: ProcessPoolExecutor | None = None

    def each(
        self, function: Callable[..., Any], jobs: Sequence[Job], weight: int, trail: Trail = NOWHERE
    ) -> Iterator[Outcome]:
        """Run every job here, or in workers where the texts are long enough, or where one kills its process."""
        numbered = list(enumerate(jobs))
        if self.workers > 1 and len(jobs) > 1 and weight >= self.WORTH_IT and self._starts():
            yield from self.spread(function, numbered)
            return
        ended = trail.ended()
        if ended and self._starts():
            yield from self._apart(function, [numbered[i] for i in sorted(ended)], trail)
            numbered = [job for job in numbered if job[0] not in ended]
            if trail.ended():
                yield from self.spread(function, numbered)
                return
        with trail.noting() as note:
            for i, job in numbered:
                note(i)
                outcome = _attempt(function, job)
                note(None)
                yield i, outcome

    def _apart(
        self, function: Callable[..., Any], jobs: list[tuple[int, Job]], trail: Trail
    ) -> Iterator[Outcome]:
        """Run each of these in a worker, where it ends no more than that."""
        for job in jobs:
            for i, outcome in self.spread(function, [job]):
                if not isinstance(outcome, WorkerError):
                    trail.done(i)
                yield i, outcome

    def _starts(self) -> bool:
        """Whether workers can be started: not from a script that does its work when it is imported."""
        self.pool = self.pool or _pool(self.workers)
        try:
            self.pool.submit(os.getpid).result()
        except BrokenProcessPool:
            self.close()
            self.workers = 1
            return False
        return True

    def spread(self, function: Callable[..., Any], jobs: list[tuple[int, Job]]) -> Iterator[Outcome]:
        """Run jobs in workers. Where one kills its worker the rest are run again by halves, down to the one."""
        self.pool = self.pool or _pool(self.workers)
        size = max(1, min(self.TOGETHER, len(jobs) // (8 * self.workers)))
        groups = [jobs[at : at + size] for at in range(0, len(jobs), size)]
        waiting = {self.pool.submit(_attempts, function, [job for _, job in g]): g for g in groups}
        lost: list[tuple[int, Job]] = []
        for future in as_completed(waiting):
            group = waiting.pop(future)
            try:
                yield from zip((i for i, _ in group), future.result(), strict=True)
            except BrokenProcessPool:
                lost += group
        if not lost:
            return
        self.close()
        if len(jobs) == 1:
            yield lost[0][0], WorkerError("its worker process was stopped", do=KILLED)
            return
        again = sorted(lost, key=lambda job: job[0])
        half = max(1, len(again) // 2)
        for part in (again[:half], again[half:]):
            if part:
                yield from self.spread(function, part)

    def whole(self, function: Callable[..., Any], job: Job) -> Any:
        """Run it here; returns the exception where it raised one."""
        return _attempt(function, job)

    def close(self) -> None:
        """Stop the workers."""
        if self.pool:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_with_parent)


def _leave_with_parent() -> None:
    """Have a worker end when the process that started it is killed: nobody else would end it."""
    Thread(target=_leave_after, args=(parent_process(),), daemon=True).start()


def _leave_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _attempt(function: Callable[..., Any], job: Job) -> Any:
    try:
        return function(*job)
    except Exception as error:
        return error


def _attempts(function: Callable[..., Any], jobs: Sequence[Job]) -> list[Any]:
    return [_attempt(function, job) for job in jobs]
