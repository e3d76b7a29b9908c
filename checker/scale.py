"""The runner's three verbs on Daft: on this machine, or on the machines of a Ray cluster. Needs the extra `scale`.

Groups of jobs are rows of a table, and the engine says which machine works on which row. There the jobs go to worker
processes that live as long as the run, so that a machine loads the models once, and a job that kills its worker costs
that job alone, as it does without an engine.
"""

from __future__ import annotations

import logging
import os
import pickle
import socket
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import Any, Literal
from urllib.parse import urlsplit

from checker.errors import ConfigError, WorkerError
from checker.runner import NOWHERE, Job, Outcome, Processes
from checker.trail import Trail

QUIET = {
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}
"""Set before Daft or Ray is imported, here and on every machine: both tell their makers of their use otherwise."""
PATIENCE = 5.0
"""Seconds for a cluster to take a connection, and as many to say a first word; Ray itself would try for minutes."""
SETTINGS = b"\x04"
HELLO = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0" + SETTINGS + b"\0\0\0\0\0"
"""How HTTP/2, which Ray speaks, begins: each side sends a frame of settings, whose fourth byte says that it is one."""
ROUND = 64_000_000
"""Bytes of jobs that are handed to the engine at a time: it holds all of them in memory."""


class Daft:
    """Worker processes of this machine (`native`) or of a cluster (`ray`), as a Daft table hands work to them.

    A cluster is the one that `$RAY_ADDRESS` names; without it Ray starts one on this machine. Every machine needs
    the same Python, this package and its extra.
    """

    def __init__(self, engine: Literal["native", "ray"] = "native") -> None:
        for name in ("daft", "ray") if engine == "ray" else ("daft",):
            if find_spec(name) is None:
                do = "Install it: python3 -m pip install 'provenance-checker[scale]'."
                raise ConfigError(f"{name} is not there", where=f"--runner {_OPTION[engine]}", do=do)
        self.engine, self.places = engine, 0

    def each(
        self, function: Callable[..., Any], jobs: Sequence[Job], weight: int, trail: Trail = NOWHERE
    ) -> Iterator[Outcome]:
        """Run every job, here where there is too little work to spread."""
        if len(jobs) < 2 or weight < Processes.WORTH_IT:
            yield from Processes(1).each(function, jobs, weight, trail)
            return
        self.places = self.places or _started(self.engine)
        size = max(1, min(Processes.TOGETHER, len(jobs) // (8 * self.places)))
        rows = (
            pickle.dumps((function, [(i, jobs[i]) for i in range(at, min(at + size, len(jobs)))]))
            for at in range(0, len(jobs), size)
        )
        for some in _rounds(rows):
            yield from self._worked(some)

    def _worked(self, rows: list[bytes]) -> Iterator[Outcome]:
        """The outcomes of the jobs in these rows."""
        import daft

        table = daft.from_pydict({"jobs": rows})
        if self.engine == "ray":
            table = table.into_partitions(min(len(rows), 4 * self.places))
        done = daft.func(_done, return_dtype=daft.DataType.binary(), use_process=False)
        found = table.into_batches(1).select(done(daft.col("jobs")).alias("outcomes")).iter_rows()
        try:
            for row in found:
                yield from pickle.loads(row["outcomes"])
        except Exception as error:
            do = "Run it again: what is done is kept, and it goes on from there."
            raise WorkerError(f"the engine stopped: {str(error)[:200]}", where=self.engine, do=do) from error

    def whole(self, function: Callable[..., Any], job: Job) -> Any:
        """Run it here; returns the exception where it raised one."""
        return Processes(1).whole(function, job)

    def close(self) -> None:
        """Stop the workers of this machine, and leave the cluster: it stops those that it started for us."""
        while not _IDLE.empty():
            _IDLE.get().close()
        if self.engine == "ray" and self.places:
            import_module("ray").shutdown()
            self.places = 0


_IDLE: SimpleQueue[Processes] = SimpleQueue()
"""Worker processes of the machine that this runs on, one for each row that the engine works on at a time."""
_OPTION = {"native": "daft", "ray": "ray"}


def _started(engine: Literal["native", "ray"]) -> int:
    """Start the engine; the number of processors that it has."""
    os.environ.update(QUIET)
    if engine == "ray":
        _asked(os.environ.get("RAY_ADDRESS", ""))
    import daft

    if engine == "native":
        daft.set_runner_native()
        return Processes().workers
    ray: Any = import_module("ray")
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, runtime_env={"env_vars": QUIET})
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreachable(os.environ.get("RAY_ADDRESS", ""), str(error)[:200]) from error
    daft.set_runner_ray()
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _asked(address: str) -> None:
    """Ask for a cluster at the address; ConfigError where there is none. What Ray looks up by itself is left to it."""
    scheme, _, rest = address.rpartition("://")
    if address in ("", "auto", "local") or scheme not in ("", "ray"):
        return
    try:
        there = urlsplit(f"//{rest}")
        with socket.create_connection((there.hostname or "", there.port or 10001), PATIENCE) as connection:
            connection.settimeout(PATIENCE)
            connection.sendall(HELLO)
            answer = connection.recv(9)
    except (OSError, ValueError) as error:
        raise _unreachable(address, str(error)) from error
    if answer[3:4] != SETTINGS and os.environ.get("RAY_USE_TLS", "0") != "1":
        raise _unreachable(address, "what answers there is something else")


def _unreachable(address: str, why: str) -> ConfigError:
    do = "Start it (ray start --head), name another, or leave RAY_ADDRESS out: then Ray starts on this machine."
    return ConfigError(f"no Ray cluster answers: {why}", where=f"RAY_ADDRESS={address}", do=do)


def _rounds(rows: Iterator[bytes]) -> Iterator[list[bytes]]:
    some: list[bytes] = []
    size = 0
    for row in rows:
        some.append(row)
        size += len(row)
        if size > ROUND:
            yield some
            some, size = [], 0
    if some:
        yield some


def _done(row: bytes) -> bytes:
    """Run the jobs of a row in a worker process of this machine that nobody else uses."""
    try:
        worker = _IDLE.get_nowait()
    except Empty:
        worker = Processes(1)
    try:
        function, jobs = pickle.loads(row)
        return pickle.dumps(list(worker.spread(function, jobs)))
    finally:
        _IDLE.put(worker)
