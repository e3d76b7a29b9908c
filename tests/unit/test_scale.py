"""Daft and Ray in the place of processes: the same records, and nobody is told."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

from checker import scale
from checker.errors import ConfigError
from tests.conftest import ROOT

engine = pytest.mark.skipif(find_spec("daft") is None, reason="daft is not installed: pip install '.[scale]'")
CLUSTER = """
import json, os, subprocess, sys
from ray.cluster_utils import Cluster
if __name__ == "__main__":
    head = {"num_cpus": 0, "include_dashboard": False, "object_store_memory": 80_000_000}
    machines = Cluster(initialize_head=True, head_node_args=head)
    for _ in range(2):
        machines.add_node(num_cpus=1, object_store_memory=80_000_000)
    os.environ["RAY_ADDRESS"] = machines.address
    codes = [subprocess.run([sys.executable, *job]).returncode for job in json.loads(sys.argv[1])]
    machines.shutdown()
    sys.exit(any(codes))
"""
ENOUGH = "<!-- " + 90_000 * "-" + " -->"
"""Makes a page long enough to be sent to workers."""
KILLED = """
import sys
from checker.scale import Daft
from tests.unit.test_runner import half_or_die
if __name__ == "__main__":
    runner = Daft(sys.argv[1])
    for number, outcome in sorted(runner.each(half_or_die, [(n,) for n in (2, 4, 3, 6, 8)], 10_000_000)):
        print(number, outcome if isinstance(outcome, int) else type(outcome).__name__)
    runner.close()
"""
OTHERS_STAY = "0 1\n1 2\n2 WorkerError\n3 3\n4 4\n"
TOLD = """
import os, socket, sys
def looked(event, arguments):
    if event == "import" and arguments[0] in ("daft", "ray"):
        print(arguments[0], os.environ.get("DO_NOT_TRACK"), os.environ.get("RAY_USAGE_STATS_ENABLED"), flush=True)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect"):
        print("OPENED", event, arguments, flush=True)
sys.addaudithook(looked)
from checker.scale import Daft
if __name__ == "__main__":
    runner = Daft("native")
    print(dict(runner.each(abs, [(-1,), (2,)], 10_000_000)))
    runner.close()
"""


def python(*command: str, **more: str) -> str:
    """What a process prints."""
    env = {name: value for name, value in os.environ.items() if name != "DO_NOT_TRACK"}
    env |= {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "1", **more}
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, env=env, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Articles of the demonstration as web pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for path in sorted((ROOT / "corpus" / "demo" / "sources").glob("*.txt"))[:5]:
        lines = "".join(f"<p>{escape(line)}</p>" for line in re.split(r"\n+", path.read_text("utf-8")))
        page = f"<html><body><article>{lines}</article>{ENOUGH}</body></html>"
        (folder / f"{path.stem}.html").write_text(page, "utf-8")
    return folder


def reported(pages: Path, out: Path, runner: str) -> list[str]:
    """The command for a report of its own, with nothing from a cache."""
    return ["-m", "checker", "--runner", runner, "report", str(pages), "-o", str(out), "--no-cache"]


@pytest.fixture
def killed(tmp_path: Path) -> str:
    """A script of which a job kills its worker."""
    (tmp_path / "killed.py").write_text(KILLED)
    return str(tmp_path / "killed.py")


@engine
def test_nothing_is_told_to_the_makers_of_an_engine(tmp_path: Path) -> None:
    script = tmp_path / "told.py"
    script.write_text(TOLD)
    assert python(str(script)).splitlines() == ["daft 1 0", "{0: 1, 1: 2}"]


@engine
def test_a_job_that_kills_its_worker_costs_only_itself(killed: str) -> None:
    assert python(killed, "native") == OTHERS_STAY


@engine
@pytest.mark.slow
def test_the_records_are_the_same_wherever_they_are_made(pages: Path, killed: str, tmp_path: Path) -> None:
    """On processes, on Daft and on two workers of a Ray cluster."""
    ways = ["processes", "daft"] if find_spec("ray") is None else ["processes", "daft", "ray"]
    for way in ways[:2]:
        python(*reported(pages, tmp_path / way, way))
    if ways[2:]:
        (tmp_path / "cluster.py").write_text(CLUSTER)
        jobs = [[killed, "ray"], reported(pages, tmp_path / "ray", "ray")]
        assert OTHERS_STAY in python(str(tmp_path / "cluster.py"), json.dumps(jobs))
    made = {way: (tmp_path / way / "report.json").read_bytes() for way in ways}
    assert b'"statement"' in made["processes"] and len(set(made.values())) == 1


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "find_spec", lambda _: None)
    with pytest.raises(ConfigError, match="daft is not there") as said:
        scale.Daft("ray")
    assert said.value.where == "--runner ray" and "provenance-checker[scale]" in said.value.do


@contextmanager
def host(answer: bytes) -> Iterator[str]:
    """The address of a host that says this to whoever comes."""

    def answers() -> None:
        visitor, _ = server.accept()
        with visitor:
            visitor.sendall(answer)
            visitor.recv(100)

    with socket.create_server(("127.0.0.1", 0)) as server:
        if answer:
            Thread(target=answers, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}"


def test_an_address_without_a_cluster_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "PATIENCE", 0.2)
    with host(b"") as silent, host(b"HTTP/1.1 400 Bad Request\r\n\r\n") as other:
        addresses = {
            "127.0.0.1:1": "refused",
            "ray://127.0.0.1:1": "refused",
            silent: "timed out",
            other: "something else",
            "127.0.0.1:port": "[Pp]ort",
            "127.0.0.1:99999": "Port",
            "[::1:6379": "IPv6",
        }
        for address, why in addresses.items():
            with pytest.raises(ConfigError, match=f"no Ray cluster answers: .*{why}") as said:
                scale._asked(address)
            assert said.value.where == f"RAY_ADDRESS={address}" and "ray start --head" in said.value.do


def test_an_address_that_ray_looks_up_itself_is_left_to_it() -> None:
    for address in ("", "auto", "local", "anyscale://somewhere"):
        scale._asked(address)


def test_a_host_that_speaks_as_ray_does_is_no_error() -> None:
    with host(b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64") as address:
        scale._asked(address)
