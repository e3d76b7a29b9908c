"""Articles as rows: JSONL files, packed or not, and Parquet files (with the extra `scale`), read within bounds.

A row has the article in `html` or `text`, and what is known of it under the names of `COLUMNS`. Other columns are not
looked at.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.capture import names
from checker.capture.manifest import ROLES
from checker.model import Manifest, Problem, Snapshot

LINES, PARQUET = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"), (".parquet",)
SAID = ("url", "outlet", "author", "date", "title", "role", "retrieved")
"""Columns that say what a manifest says of a file."""
COLUMNS = ("html", "text", "media_type", "id", "doc", "published", *SAID)
TYPES = {"text": ("text/plain", "text/markdown"), "html": ("text/html",)}
"""Media types of each column of texts; the first is usual."""
TOLD = 20
"""Rows of one file that are each named where they cannot be read; of more only the number is told."""
AT_ONCE, MEMORY = 64, 64_000_000
"""Rows of a Parquet file that are unpacked at a time; fewer where a part of the file has that many bytes, as 1 kB can
say the same 20 MB in each row."""
DO = 'A row needs an article in "text" or "html" (docs/scaling.md).'
NO_READER = "Install it: python3 -m pip install 'provenance-checker[scale]'."


class RowError(Exception):
    """A row, or the rest of a file, that cannot be read."""


def is_table(path: Path) -> bool:
    """Whether the file's name is that of a table of articles."""
    return path.name.lower().endswith((*LINES, *PARQUET))


def holds_articles(path: Path) -> bool:
    """Whether a table that nobody named is one of articles: Parquet, or lines of which the first has a text."""
    if path.name.lower().endswith(PARQUET):
        return True
    try:
        first: Any = next(_lines(path, 1_000_000), {})
    except (RowError, OSError):
        return False
    return isinstance(first, dict) and any(isinstance(first.get(name), str) for name in TYPES)


def snapshots(path: Path, doc: str, entry: Manifest, limit: int, most: int) -> Iterator[Snapshot | Problem]:
    """Each article of the file, once; what cannot be read is a Problem.

    An article's id is its `id`, else that of the file, a slash, and host and path of its address or its number.
    Articles have at most `limit` bytes, all together at most `most`.
    """
    seen: set[tuple[str | None, str]] = set()
    total = failed = 0
    rows = _parquet(path, most) if path.name.lower().endswith(PARQUET) else _lines(path, most)
    try:
        for number, row in enumerate(rows, 1):
            try:
                found = _snapshot(row, number, doc, entry, limit)
            except RowError as error:
                failed += 1
                if failed <= TOLD:
                    yield Problem(doc, "capture", f"row {number} not read: {error}", DO)
                continue
            if (found.manifest.url or found.doc, found.sha256) in seen:
                continue
            seen.add((found.manifest.url or found.doc, found.sha256))
            total += len(found.data)
            if total > most:
                raise RowError(f"read up to row {number - 1}, as it has more than {most:,} bytes of articles")
            yield found
    except RowError as error:
        yield Problem(
            doc, "capture", str(error), "What can be read of it is read. Split the file, or mend it."
        )
    if failed > TOLD:
        yield Problem(doc, "capture", f"{failed - TOLD:,} more rows not read", DO)


def _lines(path: Path, most: int) -> Iterator[Any]:
    """The value of each line, None where it has none."""
    packed = path.name.lower().endswith(".gz")
    try:
        with gzip.open(path, "rb") if packed else path.open("rb") as file:
            for line in _bounded(file, most):
                try:
                    yield json.loads(line)
                except (ValueError, RecursionError):
                    yield None
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise RowError(f"the file is broken ({error})") from error


def _bounded(file: Any, most: int) -> Iterator[bytes]:
    """The lines that are not empty, `most` bytes of them and no more."""
    left = most
    while line := file.readline(left + 1):
        left -= len(line)
        if left < 0:
            raise RowError(f"not read further than {most:,} bytes")
        if line.strip():
            yield line


def _parquet(path: Path, most: int) -> Iterator[Mapping[str, Any]]:
    """The rows, twice `most` bytes of them and no more: an article may be there as page and as text."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise RowError(f"not read: Parquet needs pyarrow. {NO_READER}") from None
    try:
        with parquet.ParquetFile(path) as file:
            known = [name for name in COLUMNS if name in file.schema_arrow.names]
            if not set(known) & set(TYPES):
                raise RowError("not read: there is no column text or html")
            left = 2 * most
            for batch in file.iter_batches(batch_size=_at_once(file.metadata), columns=known):
                left -= batch.nbytes
                if left < 0:
                    raise RowError(f"not read further than {2 * most:,} bytes")
                yield from _in_microseconds(arrow, arrow.Table.from_batches([batch])).to_pylist()
    except (arrow.ArrowException, ValueError, OverflowError, LookupError) as error:
        raise RowError(f"the file is broken ({str(error)[:100]})") from error


def _at_once(metadata: Any) -> int:
    largest = max((metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups)), default=0)
    return max(1, min(AT_ONCE, MEMORY // (largest + 1)))


def _in_microseconds(arrow: Any, table: Any) -> Any:
    """The table with moments that Python can hold."""
    kinds = arrow.types
    for number, field in enumerate(table.schema):
        if kinds.is_timestamp(field.type) and field.type.unit == "ns":
            kind = arrow.timestamp("us", field.type.tz)
            table = table.set_column(number, field.name, table.column(number).cast(kind, safe=False))
    return table


def _snapshot(row: Any, number: int, doc: str, entry: Manifest, limit: int) -> Snapshot:
    if not isinstance(row, Mapping):
        raise RowError("it is no JSON object")
    data, media_type = _data(row)
    if len(data) > limit:
        raise RowError(f"{len(data):,} bytes, more than {limit:,}")
    said: dict[str, Any] = {name: value for name in SAID if (value := _word(row.get(name)))}
    if "date" not in said and (day := _word(_begin(row.get("published")))):
        said["date"] = day
    if said.get("role") not in ROLES:
        said.pop("role", None)
    told = replace(entry, id=None, sha256=None, media_type=media_type, **said)
    sha256 = hashlib.sha256(data).hexdigest()
    name = (
        _word(row.get("id")) or _word(row.get("doc")) or f"{doc}/{_stem(said.get('url')) or f'{number:07}'}"
    )
    return Snapshot(name, entry.path, data, sha256, media_type, told)


def _data(row: Mapping[str, Any]) -> tuple[bytes, str]:
    """The bytes of the article and their media type; of a page and its text, the page."""
    for column in ("html", "text"):
        value = row.get(column)
        try:
            data = value.encode() if isinstance(value, str) else value
        except UnicodeEncodeError:
            raise RowError("it holds a character that no text can hold") from None
        if isinstance(data, bytes) and data.strip():
            usual, asked = TYPES[column][0], _word(row.get("media_type")) or ""
            kind = asked.partition(";")[0].strip().lower()
            charset = "; charset=utf-8" if column == "html" and isinstance(value, str) else ""
            return data, (kind if kind in TYPES[column] else usual) + charset
    raise RowError("it has no article")


def _word(value: Any) -> str | None:
    """A value as a manifest has it; None for what is no word, number or day."""
    if isinstance(value, datetime | date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or any(0xD800 <= ord(c) <= 0xDFFF or c == "\0" for c in value):
        return None
    return value.strip() or None


def _begin(published: Any) -> Any:
    """The first day of a `published` as `documents` have it."""
    return published.get("from") if isinstance(published, Mapping) else None


def _stem(url: str | None) -> str | None:
    try:
        return names.of_url(names.normal(url)) if url else None
    except (ValueError, UnicodeError):
        return None
