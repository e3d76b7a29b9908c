"""Where work is spread."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.errors import WorkerError
from checker.runner import Processes
from checker.trail import Trail
from tests.conftest import ROOT


def half(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


@pytest.mark.parametrize("weight", [0, 10_000_000], ids=["here", "in workers"])
def test_every_job_comes_back_also_when_one_fails(weight: int) -> None:
    runner = Processes(2)
    outcomes = dict(runner.each(half, [(2,), (3,), (8,)], weight))
    runner.close()
    assert outcomes[0] == 1
    assert outcomes[2] == 4
    assert isinstance(outcomes[1], ValueError)
    assert str(outcomes[1]) == "3 is odd"


def half_or_die(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number // 2


def test_a_job_that_kills_its_worker_costs_only_itself() -> None:
    runner = Processes(2)
    outcomes = dict(runner.each(half_or_die, [(n,) for n in (2, 4, 3, 6, 8)], 10_000_000))
    runner.close()
    assert [outcomes[i] for i in (0, 1, 3, 4)] == [1, 2, 3, 4]
    assert isinstance(outcomes[2], WorkerError) and "leave it out" in outcomes[2].do


def test_jobs_that_travel_together_are_told_apart() -> None:
    runner = Processes(2)
    outcomes = dict(
        runner.each(half_or_die, [(n,) for n in (*range(40, 80), 3, *range(80, 120))], 10_000_000)
    )
    runner.close()
    assert isinstance(outcomes.pop(40), Exception)
    assert [outcomes[i] for i in sorted(outcomes)] == [n // 2 for n in range(40, 120)]


UNGUARDED = """
import math
from checker.runner import Processes
from checker.trail import Trail
from tests.conftest import ROOT
print(sorted(Processes(2).each(math.sqrt, [(4,), (9,), (16,)], 10_000_000)))
"""


def test_a_script_that_works_when_it_is_imported_gets_one_process(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[(0, 2.0), (1, 3.0), (2, 4.0)]"


LEFT_ALONE = """
import os, signal
from checker.runner import Processes
from checker.trail import Trail
if __name__ == "__main__":
    runner = Processes(2)
    print(*{pid for _, pid in runner.each(os.getpid, [()] * 8, 10_000_000)}, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are not killed by signals here")
def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(LEFT_ALONE, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=env, timeout=60)
    workers = [int(pid) for pid in done.stdout.split()]
    until = time.monotonic() + 20
    while any(map(runs, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert workers and not any(map(runs, workers))


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(") ")[2][0] != "Z"


NAMES = tuple(f"{number:064x}" for number in range(5))


def left_at(folder: Path, number: int, *, alive: bool = False) -> subprocess.Popen[str]:
    """A process that is killed at that job, or waits there until its stdin is closed."""
    end = "input()" if alive else "os.abort()"
    code = (
        "import os, sys; from pathlib import Path; from checker.trail import Trail\n"
        f"with Trail(Path(sys.argv[1]), {NAMES!r}).noting() as note:\n"
        f"    note({number}); print('there', flush=True); {end}"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen([sys.executable, "-c", code, str(folder)], text=True, env=env, **pipes)  # type: ignore[call-overload]
    assert child.stdout.readline() == "there\n"
    if not alive:
        child.communicate()
    return child  # type: ignore[no-any-return]


def test_a_job_at_which_a_run_was_killed_gets_a_worker_of_its_own(tmp_path: Path) -> None:
    trail = Trail(tmp_path / "running", NAMES)
    left_at(tmp_path / "running", 2), left_at(tmp_path / "running", 4)
    assert trail.ended() == {2, 4} == trail.ended()
    runner = Processes(2)
    outcomes = dict(runner.each(half_or_die, [(n,) for n in (2, 4, 3, 6, 8)], 0, trail))
    runner.close()
    assert isinstance(outcomes[2], WorkerError)
    assert [outcomes[i] for i in (0, 1, 3, 4)] == [1, 2, 3, 4]
    assert trail.ended() == {2}, "what the worker has done is no cause of an end"
    assert [path.suffix for path in (tmp_path / "running").iterdir()] == [".end"]


def test_where_one_kills_its_process_the_others_are_kept_away_too(tmp_path: Path) -> None:
    left_at(tmp_path, 1)
    runner = Processes(1)
    outcomes = dict(runner.each(half_or_die, [(n,) for n in (2, 3, 3, 6, 8)], 0, Trail(tmp_path, NAMES)))
    runner.close()
    assert [isinstance(outcomes[i], WorkerError) for i in range(5)] == [False, True, True, False, False]


def test_a_run_beside_it_is_no_crash(tmp_path: Path) -> None:
    other = left_at(tmp_path, 2, alive=True)
    trail = Trail(tmp_path, NAMES)
    assert trail.ended() == set()
    with trail.noting() as note:
        note(3)
        assert trail.ended() == set()
        note(None)
    other.communicate("\n")
    assert other.returncode == 0 and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [b"", b" " * 64, b"../" * 21 + b"a", NAMES[1].encode()[:50], b"\xff" * 64])
def test_a_trail_that_names_no_job_is_cleared_away(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "1-x.at").write_bytes(left)
    assert Trail(tmp_path, NAMES).ended() == set()
    assert list(tmp_path.iterdir()) == []


def test_a_trail_that_cannot_be_kept_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for folder in (None, tmp_path / "file", tmp_path / "file" / "running"):
        trail = Trail(folder, NAMES)
        assert trail.ended() == set()
        assert dict(Processes(1).each(half, [(2,), (8,)], 0, trail)) == {0: 1, 1: 4}
        trail.done(0)
