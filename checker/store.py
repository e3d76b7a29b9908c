"""Where bytes and results are kept: captures by their hash, and a cache of stage results."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import zlib
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
    """Bytes as they came, each in a file that is named by its SHA-256. Nothing is ever overwritten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the capture with that hash stands, or would stand."""
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep the bytes; returns their SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(data)
            part.replace(path)
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


class Cache:
    """Stage results by key, in one SQLite file; without a path nothing is kept.

    A broken or foreign file is set aside, never an error.

    Values are MessagePack, compressed, and decoded into the record type that the caller names; a value that
    does not fit counts as missing. Not for sharing between machines of different trust.
    """

    def __init__(self, path: Path | None) -> None:
        self.db = _open(path) if path else None

    def get(self, key: str, kind: Any) -> Any | None:
        """The result under the key as `kind`, or None."""
        if self.db is None:
            return None
        try:
            row = self.db.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            return msgspec.msgpack.decode(zlib.decompress(row[0]), type=kind)
        except (sqlite3.Error, msgspec.MsgspecError, zlib.error, UnicodeDecodeError):
            return None

    def put(self, key: str, stage: str, value: object) -> None:
        """Keep a result, at once. What cannot be kept (lone surrogates, a locked or full disk) is not."""
        if self.db is None:
            return
        with suppress(UnicodeEncodeError, sqlite3.Error):
            data = zlib.compress(msgspec.msgpack.encode(value), 1)
            self.db.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key, stage, data))

    def close(self) -> None:
        """Close the file."""
        if self.db is not None:
            self.db.close()


def _open(path: Path) -> sqlite3.Connection | None:
    """The prepared file; a new one in place of what is no database; None where there can be none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(path)
    except (OSError, sqlite3.OperationalError):
        return None
    except sqlite3.DatabaseError:
        try:
            path.replace(path.with_suffix(".broken"))
            return _prepared(path)
        except (OSError, sqlite3.DatabaseError):
            return None


def _prepared(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(
            "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, stage TEXT, value BLOB) WITHOUT ROWID"
        )
    except sqlite3.Error:
        db.close()
        raise
    return db
