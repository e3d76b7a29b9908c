"""A corpus folder that is being added to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checker.capture import folder, manifest
from checker.capture.names import mark, normal
from checker.collect.disk import ARCHIVE, MANIFEST, PARTIAL, SOURCES, Disk, Write
from checker.collect.lock import held
from checker.collect.records import Capture
from checker.errors import CheckerError, UsageError
from checker.model import Manifest

LOG, LOCK = "captures.jsonl", ".lock"
SUFFIXES = {kind: suffix for suffix, kind in reversed(folder.MEDIA_TYPES.items())}
"""The ending under which each media type is kept."""


@contextmanager
def opened(path: Path) -> Iterator[Corpus]:
    """The corpus at a folder, which is made where there is none; UsageError where it cannot be written."""
    try:
        if path.exists() and not path.is_dir():
            raise UsageError("this is a file", where=str(path), do="Name a folder with --to.")
        for name in (SOURCES, ARCHIVE, PARTIAL):
            (path / name).mkdir(parents=True, exist_ok=True)
            if (path / name).resolve() != path.resolve() / name:
                raise UsageError(
                    f"{name} leads out of the corpus", where=str(path), do="Take that link away."
                )
        with held(path / LOCK):
            corpus = Corpus(path)
            corpus.disk.recover()
            corpus.begin()
            yield corpus
    except OSError as error:
        what = f"the corpus cannot be written: {error.strerror or error}"
        raise CheckerError(
            what, where=str(path), do="Make room, or make it writable, and run it again."
        ) from error


class Corpus:
    """What a corpus holds, by id and by address. For one process at a time: see `opened`."""

    def __init__(self, path: Path) -> None:
        self.path, self.disk = path, Disk(path)
        self.entries: dict[str, Manifest] = {}
        self._by_url: dict[str, list[str]] = {}
        self._elsewhere: dict[str, str] = {}
        self._names: set[str] = set()
        self.by_sha256: dict[str, str] = {}

    def begin(self) -> None:
        """Read what is there. A bare folder of texts gets a manifest that lists them."""
        listed = self.path / MANIFEST
        if not listed.is_file():
            found = dict.fromkeys(s.path for s in folder.read([str(self.path)]).snapshots)
            lines = "".join(_line({"path": path}) for path in found)
            self.disk.move(self.disk.partial(MANIFEST, lambda out: out.write(lines.encode())), listed)
        for entry in manifest.load(listed)[0]:
            self._know(entry)
        for row in _rows(self.path / LOG):
            self._remember(row)

    def _know(self, entry: Manifest) -> None:
        doc = entry.id or entry.path
        self.entries[doc] = entry
        self._names.add(Path(entry.path).stem.casefold())
        if entry.sha256:
            self.by_sha256.setdefault(entry.sha256.lower(), doc)
        for url in (entry.url, entry.requested):
            if url and (key := _key(url)):
                self._by_url.setdefault(key, []).append(doc)

    def captures_of(self, url: str) -> list[Manifest]:
        """The captures of an address, the latest last."""
        key = _key(url)
        docs = self._by_url.get(key) or ([self._elsewhere[key]] if key in self._elsewhere else [])
        return sorted((self.entries[d] for d in dict.fromkeys(docs)), key=lambda e: e.retrieved or "")

    def keep(self, capture: Capture, warc: Write | None, revision_of: str | None = None) -> Manifest:
        """Put a capture into the corpus; -> its line of the manifest."""
        stem = self._stem(capture, revision_of)
        source = f"{SOURCES}/{stem}{SUFFIXES[capture.media_type.partition(';')[0]]}"
        entry = Manifest(
            path=source, id=stem, url=capture.url, requested=capture.requested, archived=capture.archived,
            retrieved=capture.retrieved, sha256=hashlib.sha256(capture.data).hexdigest(),
            media_type=capture.media_type, revision_of=revision_of, **dict(capture.told),  # type: ignore[arg-type]
        )  # fmt: skip
        files = {source: self.disk.partial("source", lambda out: out.write(capture.data))}
        if warc:
            files[f"{ARCHIVE}/{stem}.warc.gz"] = self.disk.partial("warc", warc)
        self.disk.commit(files, _line({k: v for k in manifest.KEYS if (v := getattr(entry, k)) is not None}))
        self._know(entry)
        return entry

    def note(self, row: dict[str, Any], warc: tuple[str, Write] | None = None) -> None:
        """Remember that an address was asked and gave no new source, with the exchange where there is one."""
        if warc:
            name = f"{ARCHIVE}/{self._free(warc[0])}.warc.gz"
            self.disk.move(self.disk.partial("warc", warc[1]), self.path / name)
            row = {**row, "warc": name}
        self.disk.append(LOG, _line(row))
        self._remember(row)

    def _remember(self, row: dict[str, Any]) -> None:
        doc, requested = row.get("doc"), row.get("requested")
        if isinstance(doc, str) and isinstance(requested, str) and doc in self.entries:
            self._elsewhere[_key(requested)] = doc

    def _stem(self, capture: Capture, revision_of: str | None) -> str:
        """A name that nothing has: plain, with a mark of the address, with the day (of a revision), with a number."""
        day = (capture.retrieved or "")[:10]
        stem, marked = capture.stem, f"{capture.stem}-{mark(capture.url or capture.stem)}"
        if (revision_of or "").startswith(marked) or (revision_of is None and self._is_taken(stem)):
            stem = marked
        return self._free(f"{stem}.{day}" if revision_of and day else stem)

    def _free(self, stem: str) -> str:
        number, name = 1, stem
        while self._is_taken(name):
            number += 1
            name = f"{stem}.{number}"
        return name

    def _is_taken(self, stem: str) -> bool:
        places = [self.path / SOURCES / f"{stem}{suffix}" for suffix in SUFFIXES.values()]
        places.append(self.path / ARCHIVE / f"{stem}.warc.gz")
        return stem.casefold() in self._names or stem in self.entries or any(p.exists() for p in places)


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of the log; a torn one is passed over, as it says nothing that cannot be asked again."""
    for line in path.read_text("utf-8", "replace").split("\n") if path.is_file() else ():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield row


def _key(url: str) -> str:
    try:
        return normal(url)
    except ValueError:
        return ""
