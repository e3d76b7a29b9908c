"""One writer for a corpus at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.errors import UsageError
from checker.locking import taken


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; UsageError where another process holds it.

    The system lets go of it when the process ends, however it ends.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        if not taken(handle):
            raise UsageError(
                "another run is adding to this corpus" + _by(handle),
                where=str(path.parent),
                do="Wait until it has ended, or add to another corpus.",
            )
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _by(handle: int) -> str:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        number = os.read(handle, 20).decode("ascii", "replace").strip()
        return f" (process {number})" if number.isdigit() else ""
    return ""
