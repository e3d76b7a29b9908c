"""`checker add`, killed at any moment: what was captured stays, nothing is half there, and the next run goes on."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from warcio.archiveiterator import ArchiveIterator

from checker.collect import Capture, opened
from checker.collect.disk import Disk, Write
from checker.errors import CheckerError
from tests.conftest import ROOT
from tests.loopback import Exchange, Web, page, web


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    async def story(e: Exchange) -> None:
        await e.send(
            200, page(f"Storm {e.number}", f"<p>{e.number} ferries were torn off the pier.</p>" * 300)
        )

    with web() as served:
        served.handlers["story"] = story
        yield served


def start(small: Web, corpus: Path, number: int) -> subprocess.Popen[bytes]:
    urls = [f"http://127.0.0.1:{small.port}/story/{n}" for n in range(number)]
    command = [sys.executable, "-m", "checker", "add", *urls, "--to", str(corpus), "--allow-private"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def captured(corpus: Path) -> dict[str, dict[str, str]]:
    """The manifest by address; every line of it is whole, and so are its file and its record."""
    listed = corpus / "manifest.jsonl"
    lines = [json.loads(line) for line in listed.read_text("utf-8").splitlines()] if listed.is_file() else []
    for line in lines:
        data = (corpus / line["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == line["sha256"]
        assert bodies(corpus / "archive" / f"{line['id']}.warc.gz") == [data]
    assert len({line["url"] for line in lines}) == len(lines)
    return {line["url"]: line for line in lines}


def bodies(path: Path) -> list[bytes]:
    """What the answers of a record hold; every digest is right."""
    with path.open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        return [r.content_stream().read() for r in records if r.rec_type == "response"]


def trial(small: Web, corpus: Path, number: int, kills: int, seed: int) -> None:
    dice, before, survived = random.Random(seed), {}, 0
    for _ in range(kills):
        child = start(small, corpus, number)
        wanted = len(before) + dice.randint(0, max(1, (number - len(before)) // 3))
        while child.poll() is None and len(_lines(corpus)) < wanted:
            time.sleep(0.001)
        time.sleep(dice.random() * 0.02)
        child.send_signal(signal.SIGKILL)
        survived += child.wait() == -signal.SIGKILL
        child.communicate()
        with opened(corpus):
            now = captured(corpus)
        assert before.items() <= now.items()
        assert {p.name for p in (corpus / "sources").iterdir()} == {
            Path(line["path"]).name for line in now.values()
        }
        assert {p.name for p in (corpus / "archive").iterdir()} == {
            f"{line['id']}.warc.gz" for line in now.values()
        }
        before = now
    assert survived >= kills - 1
    asked = sum(small.asked[key] for key in small.asked if "/story/" in key[2])
    child = start(small, corpus, number)
    out, _ = child.communicate()
    assert child.returncode == 0
    rows = [json.loads(line)["state"] for line in out.splitlines()]
    assert (rows.count("there"), rows.count("added")) == (len(before), number - len(before))
    assert len(captured(corpus)) == number
    assert sum(small.asked[key] for key in small.asked if "/story/" in key[2]) == asked + number - len(before)


def _lines(corpus: Path) -> list[bytes]:
    path = corpus / "manifest.jsonl"
    return path.read_bytes().splitlines() if path.is_file() else []


def test_a_run_that_is_killed_loses_nothing(small: Web, tmp_path: Path) -> None:
    trial(small, tmp_path / "corpus", number=30, kills=2, seed=1)


@pytest.mark.slow
def test_200_addresses_and_ten_kills(small: Web, tmp_path: Path) -> None:
    trial(small, tmp_path / "corpus", number=200, kills=10, seed=2)


STEPS = ("partial", "move", "append")
"""What a capture does on disk: two files and a note, three moves, one line."""


def capture(stem: str) -> Capture:
    return Capture(f"The storm, {stem}.".encode(), "text/plain", stem, url=f"https://vale.test/{stem}")


def keep(corpus: Path, stem: str) -> None:
    with opened(corpus) as held:
        held.keep(capture(stem), lambda out: out.write(b"record"))


@pytest.mark.parametrize("step", range(7))
def test_each_step_can_be_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    keep(tmp_path, "one")
    before = (tmp_path / "manifest.jsonl").read_bytes()
    done: list[str] = []

    def broken(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(self: Disk, *arguments: object) -> object:
            done.append(name)
            if len(done) > step:
                raise KeyboardInterrupt
            return real(self, *arguments)

        return call

    with monkeypatch.context() as patched:
        for name in STEPS:
            patched.setattr(Disk, name, broken(name, getattr(Disk, name)))
        with pytest.raises(KeyboardInterrupt):
            keep(tmp_path, "two")
    with opened(tmp_path) as held:
        assert list(held.entries) == ["one"]
    assert (tmp_path / "manifest.jsonl").read_bytes() == before
    assert [p.name for p in (tmp_path / "sources").iterdir()] == ["one.txt"]
    assert [p.name for p in (tmp_path / "archive").iterdir()] == ["one.warc.gz"]
    keep(tmp_path, "two")
    assert sorted(p.name for p in (tmp_path / "sources").iterdir()) == ["one.txt", "two.txt"]


class Full:
    """A file of which half of what is written finds room."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def write(self, data: bytes) -> int:
        self.file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("step", range(4))
def test_a_disk_can_be_full_at_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Source, record, note and line are written in this order; the run says so, and another goes on."""
    keep(tmp_path, "one")
    before = (tmp_path / "manifest.jsonl").read_bytes()
    written: list[str] = []
    partial, write = Disk.partial, os.write

    def partly(self: Disk, name: str, give: Write) -> Path:
        written.append(name)
        return partial(self, name, (lambda out: give(Full(out))) if len(written) > step else give)  # type: ignore[arg-type]

    def half(handle: int, data: bytes) -> int:
        listed = len(written) == 3 and step == 3 and data.startswith(b"{")
        return write(handle, data[: len(data) // 2] if listed else data)

    with monkeypatch.context() as patched:
        patched.setattr(Disk, "partial", partly)
        patched.setattr(os, "write", half)
        with pytest.raises(CheckerError, match="the corpus cannot be written: No space") as said:
            keep(tmp_path, "two")
    assert "Make room" in said.value.do and str(tmp_path) in said.value.where
    with opened(tmp_path) as held:
        assert list(held.entries) == ["one"]
    assert (tmp_path / "manifest.jsonl").read_bytes() == before
    assert [p.name for p in (tmp_path / "sources").iterdir()] == ["one.txt"]
    keep(tmp_path, "two")
    assert sorted(p.name for p in (tmp_path / "sources").iterdir()) == ["one.txt", "two.txt"]


@pytest.mark.parametrize("cut", [1, 20, -1])
def test_half_a_line_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int) -> None:
    keep(tmp_path, "one")
    before = (tmp_path / "manifest.jsonl").read_bytes()

    def torn(self: Disk, name: str, line: str) -> None:
        with (self.path / name).open("ab") as file:
            file.write(line.encode()[:cut])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Disk, "append", torn)
        with pytest.raises(KeyboardInterrupt):
            keep(tmp_path, "two")
    with opened(tmp_path) as held:
        assert list(held.entries) == ["one"]
    assert (tmp_path / "manifest.jsonl").read_bytes() == before


def test_a_manifest_that_was_edited_meanwhile_keeps_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run ends after the line and before the note is taken away; then somebody sorts the manifest."""
    keep(tmp_path, "two")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", lambda self, missing_ok=False: None)
        keep(tmp_path, "one")
    assert (tmp_path / ".partial" / "intent.json").is_file()
    listed = tmp_path / "manifest.jsonl"
    rows = sorted(json.loads(line)["path"] for line in listed.read_text().splitlines())
    listed.write_text("".join(json.dumps({"path": path}) + "\n" for path in rows))
    with opened(tmp_path) as held:
        assert sorted(held.entries) == rows
    assert sorted(p.name for p in (tmp_path / "sources").iterdir()) == ["one.txt", "two.txt"]
    assert len(list((tmp_path / "archive").iterdir())) == 2


NOTES = (
    b"", b"nonsense", b"[]", b"{}", b'{"files": ["../../kept.txt"], "size": 0, "line": "x"}', b"[" * 100_000,
    b'{"files": ["sources/../kept.txt", "/etc/x", "sources/.."], "size": 0, "line": "x"}',
    b'{"files": "sources", "size": 0, "line": "x"}', b'{"files": [1], "size": "0", "line": 2}',
)  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
def test_a_note_of_somebody_else_does_no_harm(tmp_path: Path, note: bytes) -> None:
    corpus = tmp_path / "deep" / "corpus"
    keep(corpus, "one")
    (tmp_path / "kept.txt").write_text("mine")
    (corpus / "kept.txt").write_text("mine")
    before = (corpus / "manifest.jsonl").read_bytes()
    (corpus / ".partial" / "intent.json").write_bytes(note)
    keep(corpus, "two")
    assert (corpus / "manifest.jsonl").read_bytes().startswith(before)
    assert (tmp_path / "kept.txt").exists() and (corpus / "kept.txt").exists()
    assert len(list((corpus / "sources").iterdir())) == 2
