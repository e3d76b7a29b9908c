"""Locks on open files, which the system lets go of when a process ends, however it ends."""

from __future__ import annotations

import os
import sys


def taken(handle: int) -> bool:
    """Take the lock of an open file without waiting: whether this process has it now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 4096, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
