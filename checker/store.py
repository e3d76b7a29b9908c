"""Where bytes and results are kept: captures by their hash, and a cache of stage results."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from checker.errors import CheckerError


def fingerprint(*parts: object) -> str:
    """SHA-256 over the parts, in order: the key of a stage result."""
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def digest(value: object) -> str:
    """SHA-256 over a record or several: the key of what rests on these alone, wherever they come from."""
    try:
        return hashlib.sha256(msgspec.msgpack.encode(value)).hexdigest()
    except UnicodeEncodeError:
        return fingerprint(value)


@cache
def source_digest(package: str) -> str:
    """SHA-256 over the code and data files of a package of ours: a changed rule is a changed result."""
    folder = Path(str(import_module(package).__file__)).parent
    files = sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml"})
    return fingerprint(
        *(f"{p.relative_to(folder)} {hashlib.sha256(p.read_bytes()).hexdigest()}" for p in files)
    )


@cache
def libraries() -> str:
    """The versions of Python and of the libraries that results depend on."""
    names = (
        "diff-match-patch",
        "lxml",
        "numpy",
        "nupunkt",
        "py3langid",
        "rapidfuzz",
        "resiliparse",
        "trafilatura",
    )
    return fingerprint(sys.version, *(f"{name} {metadata.version(name)}" for name in names))


def default_folder() -> Path:
    """`$CHECKER_CACHE`, else the user's cache folder of this system."""
    return Path(os.environ.get("CHECKER_CACHE") or platformdirs.user_cache_dir("checker", appauthor=False))


class Captures:
    """Bytes as they came, each in a file that is named by its SHA-256.

    Nothing is overwritten but what no longer is what its name says.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the capture with that hash stands, or would stand."""
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep the bytes; returns their SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with that hash; CheckerError where they are missing or no longer match it."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise CheckerError(
                "a capture is missing", where=str(self.path(sha256)), do="Capture it again."
            ) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CheckerError("a capture has changed", where=str(self.path(sha256)), do="Capture it again.")
        return data


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file wholly or not at all."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


class Cache:
    """Stage results by key, in one SQLite file; without a path nothing is kept.

    A broken or foreign file is set aside, never an error: what is lost is made again.

    Values are MessagePack, compressed, and decoded into the record type that the caller names; a value that
    does not fit counts as missing. Not for sharing between machines of different trust.
    """

    TOGETHER, SOON = 256, 1.0
    """Results that are written together, and the seconds after which fewer are."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.db = _open(path) if path else None
        self._waiting: list[tuple[str, str, bytes]] = []
        self._written = time.monotonic()

    def beside(self, name: str) -> Path | None:
        """The path of that name in the folder of the file, or None where nothing is kept."""
        return self.path.with_name(name) if self.path else None

    def get(self, key: str, kind: Any) -> Any | None:
        """The result under the key as `kind`, or None."""
        return self.get_all([key], kind)[key]

    def get_all(self, keys: Sequence[str], kind: Any) -> dict[str, Any | None]:
        """The result under each key as `kind`, or None."""
        self._write()
        found: dict[str, Any | None] = dict.fromkeys(keys)
        if self.db is not None:
            try:
                for at in range(0, len(keys), self.TOGETHER):
                    some = keys[at : at + self.TOGETHER]
                    marks = ",".join("?" * len(some))
                    for key, data in self.db.execute(
                        f"SELECT key, value FROM results WHERE key IN ({marks})", some
                    ):
                        found[key] = _decoded(data, kind)
            except sqlite3.Error as error:
                self._renew(error)
        return found

    def put(self, key: str, stage: str, value: object) -> None:
        """Keep a result, soon. What cannot be kept (lone surrogates, a locked or full disk) is not."""
        if self.db is None:
            return
        with suppress(UnicodeEncodeError):
            self._waiting.append((key, stage, zlib.compress(msgspec.msgpack.encode(value), 1)))
        if len(self._waiting) >= self.TOGETHER or time.monotonic() - self._written > self.SOON:
            self._write()

    def _write(self) -> None:
        """Write what waits, in one transaction."""
        rows, self._waiting, self._written = self._waiting, [], time.monotonic()
        if self.db is None or not rows:
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self.db.execute("ROLLBACK")
            self._renew(error)

    def _renew(self, error: sqlite3.Error) -> None:
        """Begin anew where the file is damaged; where it is locked or the disk full, go on with it."""
        if self.path is None or self.db is None or not _damaged(error):
            return
        with suppress(sqlite3.Error):
            self.db.close()
        self.db = _anew(self.path)

    def close(self) -> None:
        """Write what waits and close the file."""
        if self.db is not None:
            self._write()
            self.db.close()


def _decoded(data: bytes, kind: Any) -> Any | None:
    try:
        return msgspec.msgpack.decode(zlib.decompress(data), type=kind)
    except (msgspec.MsgspecError, zlib.error, UnicodeDecodeError, TypeError, RecursionError):
        return None


def _damaged(error: Exception) -> bool:
    """Whether the file is no database, or a broken one; not: locked, full, or not to be written."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def _open(path: Path) -> sqlite3.Connection | None:
    """The prepared file; a new one in place of what is no database; None where there can be none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(path)
    except (OSError, sqlite3.OperationalError):
        return None
    except sqlite3.DatabaseError:
        return _anew(path)


def _anew(path: Path) -> sqlite3.Connection | None:
    """A new file in place of a broken one, which is kept beside it without what it had not yet taken in."""
    try:
        path.replace(path.with_suffix(".broken"))
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)
        return _prepared(path)
    except (OSError, sqlite3.Error):
        return None


def _prepared(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(
            "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, stage TEXT, value BLOB) WITHOUT ROWID"
        )
        if [row[1] for row in db.execute("PRAGMA table_info(results)")] != ["key", "stage", "value"]:
            raise sqlite3.DatabaseError("the table of another program, or of another version")
    except sqlite3.Error:
        db.close()
        raise
    return db
