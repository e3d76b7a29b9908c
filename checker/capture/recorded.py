"""The pages of a web archive as snapshots."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.capture import names, warc
from checker.model import Manifest, Problem, Snapshot


def snapshots(
    path: Path, doc: str, entry: Manifest, limit: int, most: int, together: int
) -> Iterator[Snapshot | Problem]:
    """Each page, text or PDF of the archive, once, with its address and moment; what cannot be read is a Problem.

    A page's id is that of the archive, a slash, and host and path. Bodies have at most `limit` bytes; `most` pages
    and bytes of them `together` are read.
    """
    taken: set[str] = set()
    seen: set[tuple[str, str]] = set()
    total = 0
    for record in warc.answers(path, limit):
        if isinstance(record, warc.Flaw):
            yield Problem(doc, "capture", f"web archive: {record.what}", "What can be read of it is read.")
            continue
        found = _snapshot(record, doc, entry)
        if found is None or (record.url, found.sha256) in seen:
            continue
        seen.add((record.url, found.sha256))
        total += len(found.data)
        if len(seen) > most or total > together:
            why = f"it has more than {most:,} pages or {together:,} bytes of them"
            what = f"web archive: read up to record {record.number}, as {why}"
            yield Problem(doc, "capture", what, "Split the archive.")
            return
        yield replace(found, doc=_free(found.doc, taken))


def _snapshot(record: warc.Record, doc: str, entry: Manifest) -> Snapshot | None:
    kind, url = record.media_type, record.normal_url
    if kind is None or url is None:
        return None
    told = replace(entry, id=None, url=url, retrieved=record.moment, media_type=kind, sha256=None)
    sha256 = hashlib.sha256(record.body).hexdigest()
    return Snapshot(f"{doc}/{names.of_url(url)}", entry.path, record.body, sha256, kind, told)


def _free(doc: str, taken: set[str]) -> str:
    number, name = 1, doc
    while name in taken:
        number += 1
        name = f"{doc}.{number}"
    taken.add(name)
    return name
