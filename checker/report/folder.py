"""A report folder on disk: only files that the report knows are written or removed."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.errors import ReportError
from checker.report.stored import SCHEMA, as_json
from checker.standing import MANIFEST, sha256

WAITS, PAUSE = 300, 0.1
"""How often a run looks whether another has ended writing, and the seconds between."""
_SAFE = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)?[A-Za-z0-9_-][A-Za-z0-9._-]*")


def safe_path(path: str) -> bool:
    """Whether a path of a manifest stays inside the report folder: a name, or a folder and a name."""
    return _SAFE.fullmatch(path) is not None


def earlier_files(folder: Path) -> dict[str, str]:
    """Paths and hashes that an earlier run wrote here; empty where there is no manifest of ours."""
    try:
        record = json.loads((folder / MANIFEST).read_bytes())
        files = record["files"] if record["schema"] == SCHEMA else {}
        return {str(p): str(h) for p, h in files.items() if safe_path(str(p))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_folder(folder: Path, files: Mapping[str, bytes], manifest: bytes) -> None:
    """Write a report. Raises ReportError where a file that is not ours stands in the way, or another run is writing.

    The list of what is being written goes first, so that a run that was cut short can be written again.
    """
    if folder.exists() and not folder.is_dir():
        raise ReportError("this is a file, not a folder", where=str(folder), do="Choose a folder with -o.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _write(folder, files, manifest)
    except OSError as error:
        raise ReportError(
            f"the report cannot be written: {error.strerror or error}",
            where=str(folder),
            do="Make room, make this folder writable, or choose another with -o.",
        ) from error


def _write(folder: Path, files: Mapping[str, bytes], manifest: bytes) -> None:
    earlier = earlier_files(folder)
    _refuse_foreign(folder, files, earlier)
    announced = {**earlier, **{path: sha256(data) for path, data in files.items()}}
    _replace(folder, MANIFEST, as_json({"schema": SCHEMA, "files": announced}))
    for path, data in files.items():
        _replace(folder, path, data)
    for path in sorted(set(earlier) - set(files)):
        _remove(folder, path, earlier[path])
    _replace(folder, MANIFEST, manifest)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other run write into the folder meanwhile, where the system can lock one; wait for it a while."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        for waited in range(WAITS + 1):
            with suppress(BlockingIOError):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            if waited == WAITS:
                what = "another run is writing this report"
                raise ReportError(
                    what, where=str(folder), do="Wait until it has ended, or choose another folder."
                )
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], earlier: Mapping[str, str]) -> None:
    ours = bool(earlier)
    for path in (*files, MANIFEST):
        target = folder / path
        known = path in earlier or (path == MANIFEST and ours)
        linked = target.is_symlink() or (target.parent.is_symlink() and target.parent != folder)
        if linked or (target.exists() and not known):
            raise ReportError(
                "a file that this report did not write is in the way",
                where=str(target),
                do="Choose an empty folder with -o, or move that file.",
            )


def _replace(folder: Path, path: str, data: bytes) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_file() and target.read_bytes() == data:
        return
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with part.open("xb") as file:
            file.write(data)
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str, recorded: str) -> None:
    """Remove a page of an earlier run, unless somebody has changed it since."""
    target = folder / path
    if target.is_symlink() or target.parent.is_symlink() or not target.is_file():
        return
    if sha256(target.read_bytes()) == recorded:
        target.unlink()
        if target.parent != folder and not any(target.parent.iterdir()):
            target.parent.rmdir()
