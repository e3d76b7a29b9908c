"""Files that come into a corpus wholly, or not at all, whenever the process ends.

They are written to `.partial/` and flushed to disk; a note of intent says which will be moved where and which line the
manifest will get; then they are moved, and the line is appended. The line is what counts: a run that finds a note
without its line takes the moved files back, and one that finds half a line takes that back too.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

SOURCES, ARCHIVE, PARTIAL = "sources", "archive", ".partial"
MANIFEST = "manifest.jsonl"
_INTENT = "intent.json"
_OURS = re.compile(rf"(?:{SOURCES}|{ARCHIVE})/(?!\.)[^/\\\0\ud800-\udfff]+")
Write = Callable[[BinaryIO], object]


class Disk:
    """The folder of a corpus. OSError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def recover(self) -> None:
        """Take back what a run left unfinished."""
        note = self.path / PARTIAL / _INTENT
        if note.is_file():
            intent = _Intent.read(note)
            listed = self.path / MANIFEST
            known = listed.read_bytes() if listed.is_file() else b""
            written = known[intent.size :]
            if written and len(written) < len(intent.line) and intent.line.startswith(written):
                os.truncate(listed, intent.size)
                known = known[: intent.size]
            if not intent.is_in(known):
                for name in intent.files:
                    (self.path / name).unlink(missing_ok=True)
        for left in (self.path / PARTIAL).iterdir():
            left.unlink() if left.is_file() or left.is_symlink() else shutil.rmtree(left)

    def partial(self, name: str, write: Write) -> Path:
        """A file in `.partial`, all of it on disk."""
        path = self.path / PARTIAL / name
        with path.open("wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        return path

    def move(self, source: Path, target: Path) -> None:
        """Give a flushed file its place."""
        source.replace(target)
        _settled(target.parent)

    def commit(self, files: Mapping[str, Path], line: str) -> None:
        """Move partial files to their places and append the line to the manifest: all of it, or nothing."""
        listed = self.path / MANIFEST
        line = line if _ends_in_newline(listed) else f"\n{line}"
        intent = _Intent(tuple(files), listed.stat().st_size, line.encode())
        note = self.partial("note", lambda out: out.write(intent.written()))
        self.move(note, self.path / PARTIAL / _INTENT)
        for name, path in files.items():
            self.move(path, self.path / name)
        self.append(MANIFEST, line)
        (self.path / PARTIAL / _INTENT).unlink()

    def append(self, name: str, line: str) -> None:
        """Append a line, on one of its own, and flush it."""
        path = self.path / name
        line = line if line.startswith("\n") or _ends_in_newline(path) else f"\n{line}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            if os.write(handle, line.encode()) < len(line.encode()):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(handle)
        finally:
            os.close(handle)


@dataclass(frozen=True, slots=True)
class _Intent:
    """Which files a capture moves into the corpus, and the line that it appends where the manifest has `size` bytes."""

    files: tuple[str, ...] = ()
    size: int = 0
    line: bytes = b""

    @classmethod
    def read(cls, path: Path) -> Self:
        """The note; an empty one where it is torn, or where somebody else wrote it."""
        try:
            row = json.loads(path.read_bytes())
            files, size, line = row["files"], row["size"], row["line"].encode()
            ours = all(_OURS.fullmatch(name) for name in files) and isinstance(size, int) and size >= 0
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()
        return cls(tuple(files), size, line) if ours else cls()

    def is_in(self, manifest: bytes) -> bool:
        """Whether the manifest lists one of the files, be it in a line that somebody has written anew."""
        said = [
            json.dumps(name, ensure_ascii=ascii_only) for name in self.files for ascii_only in (True, False)
        ]
        return any(name.encode() in manifest for name in said)

    def written(self) -> bytes:
        """The note as bytes."""
        return json.dumps({"files": self.files, "size": self.size, "line": self.line.decode()}).encode()


def _ends_in_newline(path: Path) -> bool:
    if not path.is_file() or path.stat().st_size == 0:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _settled(directory: Path) -> None:
    """Flush a folder's list of names to disk, where the system can."""
    if os.name == "posix":
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
