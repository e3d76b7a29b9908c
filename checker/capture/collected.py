"""Files that hold many sources: web archives, and tables of articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.capture import recorded, tables, warc
from checker.model import Manifest, Problem, Snapshot

MOST, TOGETHER = 10_000, 300_000_000
"""Pages of one web archive that are read, and bytes of all sources of a file, in any case. Of large files more: a page
for each `PAGE` bytes of an archive, and `RATIO` times the bytes that the file has."""
PAGE, RATIO = 1000, 10


def holds_many(path: Path) -> bool:
    """Whether the file's name is that of a web archive or a table."""
    return warc.is_archive(path) or tables.is_table(path)


def among_others(path: Path) -> bool:
    """The same of a file that nobody named: lines are only read where they are articles."""
    return warc.is_archive(path) or (tables.is_table(path) and tables.holds_articles(path))


def snapshots(path: Path, doc: str, entry: Manifest, limit: int) -> Iterator[Snapshot | Problem]:
    """Each source in the file; what cannot be read is a Problem. OSError where it cannot be opened."""
    size = path.stat().st_size
    together = max(TOGETHER, RATIO * size)
    if not warc.is_archive(path):
        return tables.snapshots(path, doc, entry, limit, together)
    return recorded.snapshots(path, doc, entry, limit, max(MOST, size // PAGE), together)
