"""Faults of the machine: nothing is lost, the message says what to do, and another run mends it."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from checker.cli import output as outputs
from checker.collect import Capture, opened
from checker.collect.keeping import Keeper
from checker.errors import CheckerError, ReportError, UsageError
from checker.model import Group
from checker.report import folder as folders
from checker.report import prove, write
from checker.standing import MANIFEST
from checker.store import Cache, Captures
from tests.conftest import ROOT
from tests.unit import report_corpus as rc

TEXTS = {
    "a.txt": "The mayor Ilva Brandt said on Monday that forty boats had left the harbour of Orrin.",
    "b.txt": "The mayor Ilva Brandt said on Monday that sixty boats had left the harbour of Orrin.",
}


def make(out: Path) -> None:
    write(rc.analysis(), out, report_json=b"{}\n", rules=rc.RULES)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Disk:
    """A disk that is full at the n-th write of a part of a report; half of that is written."""

    def __init__(self, patch: pytest.MonkeyPatch, room: int, error: BaseException) -> None:
        self.writes, real = 0, Path.open

        def opening(path: Path, mode: str = "r", *rest: Any, **how: Any) -> Any:
            file = real(path, mode, *rest, **how)
            return self.guarded(file, room, error) if mode in ("xb", "wb") else file

        patch.setattr(Path, "open", opening)

    def guarded(self, file: Any, room: int, error: BaseException) -> Any:
        self.writes += 1
        if self.writes <= room:
            return file
        real = file.write

        class Full:
            def __enter__(self) -> Any:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def write(self, data: bytes) -> None:
                real(data[: len(data) // 2])
                raise error

        return Full()


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def stored(folder: Path) -> tuple[dict[str, bytes], bytes]:
    """The files of a report, with its list of them apart."""
    files = tree(folder)
    return files, files.pop(MANIFEST)


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full", "interrupted"])
def test_a_report_can_stop_at_any_write(tmp_path: Path, error: BaseException) -> None:
    make(tmp_path / "whole")
    whole, manifest = stored(tmp_path / "whole")
    for room in range(len(whole) + 2):
        out = tmp_path / f"{room}"
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, room, error)
            with pytest.raises((ReportError, KeyboardInterrupt)) as stopped:
                folders.write_folder(out, whole, manifest)
        if isinstance(stopped.value, ReportError):
            assert "No space left" in stopped.value.what and "Make room" in stopped.value.do
            assert not list(out.rglob("*.part"))
        assert all(whole[name] == data for name, data in tree(out).items() if name in whole)
        folders.write_folder(out, whole, manifest)
        assert stored(out) == (whole, manifest)
    assert prove(out).ok


def test_a_capture_that_was_cut_short_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captures = Captures(tmp_path)
    key = captures.put(b"forty boats")
    captures.path(key).write_bytes(b"forty")
    with pytest.raises(CheckerError, match="has changed"):
        captures.get(key)
    assert captures.put(b"forty boats") == key
    assert captures.get(key) == b"forty boats"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _fails)
        with pytest.raises(OSError, match="No space"):
            captures.put(b"sixty boats")
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [key]


def _fails(*_: object) -> None:
    raise FULL


def test_what_stood_in_a_file_stays_where_writing_fails(tmp_path: Path) -> None:
    out = tmp_path / "found.jsonl"
    out.write_text("before\n")
    out.chmod(0o640)

    def lines() -> Iterator[str]:
        yield "half\n"
        raise FULL

    with pytest.raises(UsageError, match="No space"):
        outputs.write_lines(lines(), out)
    assert out.read_text() == "before\n" and list(tmp_path.iterdir()) == [out]
    outputs.write_lines(iter(["after\n"]), out)
    assert out.read_text() == "after\n" and out.stat().st_mode & 0o777 == 0o640
    link = tmp_path / "link"
    link.symlink_to(out)
    outputs.write_lines(iter(["again\n"]), link)
    assert link.is_symlink() and out.read_text() == "again\n"


def results(path: Path) -> dict[str, tuple[Group, ...]]:
    rows = {f"k{n}": (Group(f"group {n}", ("a", "b") * 40),) for n in range(300)}
    cache = Cache(path)
    for key, value in rows.items():
        cache.put(key, "groups", value)
    cache.close()
    return rows


def mends(path: Path, rows: dict[str, tuple[Group, ...]]) -> None:
    """What a broken cache gives is right or missing; what is put again is there in the run after."""
    for _ in range(2):
        cache = Cache(path)
        found = cache.get_all(list(rows), tuple[Group, ...])
        assert all(found[key] in (None, rows[key]) for key in rows)
        for key in rows:
            cache.put(key, "groups", rows[key])
        cache.close()
    cache = Cache(path)
    assert cache.get_all(list(rows), tuple[Group, ...]) == rows
    cache.close()


@pytest.mark.parametrize("seed", range(12))
def test_a_cache_with_flipped_bytes_mends(tmp_path: Path, seed: int) -> None:
    path, dice = tmp_path / "results.sqlite", random.Random(seed)
    rows = results(path)
    data = bytearray(path.read_bytes())
    for _ in range(dice.choice((1, 8, 200))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    mends(path, rows)


@pytest.mark.parametrize("length", [0, 1, 50, 100, 4096, 5000, 20_000])
def test_a_cache_that_was_cut_short_mends(tmp_path: Path, length: int) -> None:
    rows = results(tmp_path / "results.sqlite")
    path = tmp_path / "results.sqlite"
    path.write_bytes(path.read_bytes()[:length])
    mends(path, rows)


@pytest.mark.parametrize(
    "table",
    [
        "results (key TEXT, value TEXT)",
        "results (name TEXT)",
        "results (key TEXT, stage TEXT, value TEXT, extra INT)",
    ],
)
def test_a_cache_of_another_program_or_version_is_set_aside(tmp_path: Path, table: str) -> None:
    path = tmp_path / "results.sqlite"
    other = sqlite3.connect(path)
    other.execute(f"CREATE TABLE {table}")
    other.commit()
    other.close()
    mends(path, {"k": (Group("g", ("a",)),)})
    kept = sqlite3.connect(path.with_suffix(".broken"))
    assert [row[0] for row in kept.execute("SELECT sql FROM sqlite_master")] == [f"CREATE TABLE {table}"]
    kept.close()


def test_a_value_that_is_no_result_counts_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    rows = results(path)
    db = sqlite3.connect(path)
    db.execute("UPDATE results SET value = 'words' WHERE key < 'k2'")
    db.execute("UPDATE results SET value = NULL WHERE key > 'k8'")
    db.commit()
    db.close()
    mends(path, rows)


def test_what_a_broken_cache_had_not_yet_taken_in_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    rows = results(path)
    cache = Cache(path)
    cache.put("k0a", "groups", (Group("group 0 and a", ("a",)),))
    cache.get("k0", tuple[Group, ...])
    beside = path.with_name("results.sqlite-wal").read_bytes()
    cache.close()
    assert len(beside) > 4096, "a page that is not in the file yet"
    for left in (beside, random.Random(1).randbytes(9000)):
        path.with_name("results.sqlite-wal").write_bytes(left)
        path.write_bytes(b"no database" * 9000)
        mends(path, rows)


def test_a_cache_that_breaks_while_another_run_has_it_open_mends(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    rows = results(path)
    other = Cache(path)
    other.put("k0a", "groups", (Group("group 0 and a", ("a",)),))
    other.get("k0", tuple[Group, ...])
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"no database" * 2000)
    mends(path, rows)
    other.close()


def test_a_cache_without_room_keeps_what_it_has_and_takes_more_later(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    rows = results(path)
    cache = Cache(path)
    assert cache.db is not None
    (pages,) = cache.db.execute("PRAGMA page_count").fetchone()
    cache.db.execute(f"PRAGMA max_page_count = {pages}")
    more = {f"m{n}": (Group(str(random.Random(n).random()) * 60, ("a",)),) for n in range(400)}
    for key, value in more.items():
        cache.put(key, "groups", value)
    found = cache.get_all([*rows, *more], tuple[Group, ...])
    assert all(found[key] == rows[key] for key in rows)
    assert any(found[key] is None for key in more), "there was no room"
    cache.db.execute("PRAGMA max_page_count = 1000000")
    for key, value in more.items():
        cache.put(key, "groups", value)
    assert cache.get_all([*rows, *more], tuple[Group, ...]) == rows | more
    cache.close()
    assert not path.with_suffix(".broken").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_words_that_nobody_can_take_are_missed(texts: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "checker", "show", "documents", str(texts), "--no-cache"]
        done = subprocess.run(
            command, cwd=ROOT, env=env, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120
        )
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "cannot write: No space left on device" in done.stderr and "Choose another" in done.stderr


HOOK = """
import ctypes, os, signal, sys
if "checker" in " ".join(sys.orig_argv) or "spawn_main" in " ".join(sys.orig_argv):
    from checker.extract import plain
    real = plain.read
    def read(snapshot):
        if b"kills its worker" in snapshot.data:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"reads where nothing is" in snapshot.data:
            ctypes.string_at(0)
        return real(snapshot)
    plain.read = read
"""


def run(*arguments: object, prefix: Sequence[str] = (), **how: Any) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **how.pop("env", {})}
    command = [*prefix, sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(
        command, cwd=how.pop("cwd", ROOT), capture_output=True, text=True, env=env, timeout=120, **how
    )


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one processor"
)
def test_one_article_that_kills_its_worker_costs_that_article_only(tmp_path: Path) -> None:
    texts, hook = tmp_path / "texts", tmp_path / "hook"
    texts.mkdir(), hook.mkdir()
    (hook / "sitecustomize.py").write_text(HOOK)
    for number in range(5):
        last = "This one kills its worker.\n" if number == 3 else ""
        (texts / f"{number}.txt").write_text(f"The boats of pier {number} left.\n\n" * 3500 + last)
    env = {"PYTHONPATH": f"{hook}{os.pathsep}{ROOT}", "CHECKER_CACHE": str(tmp_path / "cache")}
    done = run("show", "documents", texts, "--format", "csv", env=env)
    assert done.returncode == 0, done.stderr
    assert [line.split(",")[1] for line in done.stdout.splitlines()[1:]] == [
        "0.txt",
        "1.txt",
        "2.txt",
        "4.txt",
    ]
    assert done.stderr == "problem: 3.txt: its worker process was stopped\n"


@pytest.mark.skipif(sys.platform == "win32", reason="other ways to end")
def test_one_article_that_kills_the_only_process_costs_it_in_the_run_after(tmp_path: Path) -> None:
    texts, hook = tmp_path / "texts", tmp_path / "hook"
    texts.mkdir(), hook.mkdir()
    (hook / "sitecustomize.py").write_text(HOOK)
    end = "It reads where nothing is."
    for number in range(4):
        (texts / f"{number}.txt").write_text(
            f"The boats of pier {number} left. {end if number == 1 else ''}\n"
        )
    env = {"PYTHONPATH": f"{hook}{os.pathsep}{ROOT}", "CHECKER_CACHE": str(tmp_path / "cache")}
    show = ("show", "documents", texts, "--format", "csv")
    assert run(*show, env=env).returncode < 0, "nobody knew"
    for _ in range(2):
        done = run(*show, env=env)
        assert done.returncode == 0, done.stderr
        assert [line.split(",")[1] for line in done.stdout.splitlines()[1:]] == ["0.txt", "2.txt", "3.txt"]
        assert done.stderr == "problem: 1.txt: its worker process was stopped\n"
    (texts / "1.txt").write_text("The boats of pier 1 came back.\n")
    done = run(*show, env=env)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 5)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


def test_two_runs_at_once_and_one_that_is_killed(tmp_path: Path, texts: Path) -> None:
    """One cache, one corpus, one report folder; then the run after has what a single run has."""
    alone, shared = {"CHECKER_CACHE": str(tmp_path / "c1")}, {"CHECKER_CACHE": str(tmp_path / "c2")}
    assert run("report", texts, "-o", tmp_path / "alone", env=alone).returncode == 0
    env = {**os.environ, "PYTHONPATH": str(ROOT), **shared}
    command = [sys.executable, "-m", "checker", "report", str(texts), "-o", str(tmp_path / "out")]
    quiet = {"cwd": ROOT, "env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    pair = [subprocess.Popen(command, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    assert [child.wait(timeout=120) for child in pair] == [0, 0]
    assert tree(tmp_path / "out") == tree(tmp_path / "alone")
    for file in ("index.html", "report.json"):
        (tmp_path / "out" / file).unlink()
    child = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
    while child.poll() is None and not (tmp_path / "out" / "index.html").exists():
        time.sleep(0.0005)
    child.kill()
    child.wait()
    assert run("report", texts, "-o", tmp_path / "out", env=shared).returncode == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "alone")


def test_a_second_writer_of_a_report_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(folders, "WAITS", 2)
    make(tmp_path / "out")
    before = tree(tmp_path / "out")
    handle = os.open(tmp_path / "out", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(ReportError, match="another run is writing"):
        write(rc.analysis(), tmp_path / "out", report_json=b"{ }\n", rules=rc.RULES)
    os.close(handle)
    assert tree(tmp_path / "out") == before
    write(rc.analysis(), tmp_path / "out", report_json=b"{ }\n", rules=rc.RULES)
    assert prove(tmp_path / "out").ok


def small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


@pytest.mark.skipif(sys.platform == "win32", reason="no bounds on files")
def test_a_run_without_room_says_so_and_the_next_one_is_whole(tmp_path: Path, texts: Path) -> None:
    env = {"CHECKER_CACHE": str(tmp_path / "cache")}
    done = run("report", texts, "-o", tmp_path / "out", env=env, preexec_fn=small_files)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and "the report cannot be written: File too large" in done.stderr
    assert run("report", texts, "-o", tmp_path / "out", env=env).returncode == 0
    assert prove(tmp_path / "out").ok


def plain_user() -> list[str]:
    """What runs a command that may not write where the file modes forbid it."""
    if os.geteuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may write everywhere")
    return command


@pytest.mark.skipif(sys.platform == "win32", reason="other file modes")
def test_folders_that_cannot_be_written(tmp_path: Path, texts: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    how = {"prefix": plain_user(), "env": {"CHECKER_CACHE": str(shut / "cache")}}
    done = run("show", "documents", texts, **how)
    assert (done.returncode, done.stderr) == (0, ""), "a cache that cannot be kept is none"
    wanted = (
        (("report", texts, "-o", shut / "out"), "the report cannot be written: Permission denied"),
        (("show", "documents", texts, "-o", shut / "x"), "cannot write: Permission denied"),
        (
            ("add", texts / "a.txt", "--to", shut / "corpus"),
            "the corpus cannot be written: Permission denied",
        ),
    )
    for arguments, said in wanted:
        done = run(*arguments, **how)
        assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr, done.stderr
        assert str(shut) in done.stderr, "where"
    assert list(shut.iterdir()) == []


def test_a_clock_that_goes_back_makes_no_second_copy(tmp_path: Path) -> None:
    def capture(hour: int, words: str) -> Capture:
        url, at = "https://vale.test/a", f"2021-05-31T{hour:02}:00:00Z"
        return Capture(words.encode(), "text/plain", "a", url=url, retrieved=at)

    looks = ((10, "forty"), (8, "forty"), (8, "sixty"), (9, "sixty"), (11, "forty"), (12, "sixty"))
    with opened(tmp_path) as corpus:
        keeper = Keeper(corpus, lambda one, other, kind: one == other)
        said = [keeper.placed(capture(*look), "a", asked=True).state for look in looks]
    assert said == ["added", "same", "changed", "same", "same", "changed"]
    digests = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (tmp_path / "sources").iterdir()}
    assert len(digests) == 2
