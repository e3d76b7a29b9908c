"""At which job a process is, noted in a folder: a run after a crash knows which job was the end of the one before.

While a process works through its jobs it holds the lock of a file `PROCESS-NUMBER.at` with the name of its job, and no
name between jobs. A file with a name whose lock is free was left by a process that was ended in the midst of that job:
it becomes an empty file `NAME.end`, which goes away when the job has been done elsewhere. What cannot be written is
not noted.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from checker.locking import taken

WIDTH = 64
_NAME = re.compile(rb"[0-9a-f]{64}")
_NO_JOB = b" " * WIDTH


@dataclass(frozen=True, slots=True)
class Trail:
    """The trail of some jobs, whose `names` are SHA-256 in hexadecimal; without a folder nothing is noted."""

    folder: Path | None = None
    names: Sequence[str] = ()

    def ended(self) -> set[int]:
        """The numbers of the jobs at which a process has ended."""
        if self.folder is None or not self.folder.is_dir():
            return set()
        for path in self.folder.glob("*.at"):
            with suppress(OSError):
                _looked_at(path)
        found = {path.stem for path in self.folder.glob("*.end")}
        return {number for number, name in enumerate(self.names) if name in found}

    def done(self, number: int) -> None:
        """Say that the job was done after all."""
        if self.folder is not None:
            with suppress(OSError):
                _end(self.folder, self.names[number]).unlink(missing_ok=True)

    @contextmanager
    def noting(self) -> Iterator[Callable[[int | None], None]]:
        """What notes the number of the job that begins, or None where one has ended."""
        handle, path = self._own()
        if path is None:
            yield lambda _: None
            return
        try:
            yield lambda number: _note(handle, _NO_JOB if number is None else self.names[number].encode())
        finally:
            os.close(handle)
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _own(self) -> tuple[int, Path | None]:
        """A file of this process, locked: its handle and path."""
        if self.folder is None:
            return -1, None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(".at", f"{os.getpid()}-", self.folder)
        except OSError:
            return -1, None
        taken(handle)
        return handle, Path(path)


def _note(handle: int, name: bytes) -> None:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, name)


def _looked_at(path: Path) -> None:
    """Take what a process has left that is no more; one that runs holds the lock."""
    handle = os.open(path, os.O_RDWR)
    try:
        if not taken(handle):
            return
        os.lseek(handle, 0, os.SEEK_SET)
        name = os.read(handle, WIDTH)
        if _NAME.fullmatch(name):
            _end(path.parent, name.decode()).touch()
    finally:
        os.close(handle)
    path.unlink(missing_ok=True)


def _end(folder: Path, name: str) -> Path:
    return folder / f"{name}.end"
