"""PATHs to snapshots: a corpus folder, any folder, or single files."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.capture import catalogue as catalogues
from checker.capture import collected
from checker.capture import manifest as manifests
from checker.errors import ConfigError, UsageError
from checker.model import Catalogue, Manifest, Problem, Snapshot

LIMIT = 20_000_000
"""Bytes of the largest file that is read, unless the caller says otherwise."""

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
PACKED = frozenset({MEDIA_TYPES[".docx"], MEDIA_TYPES[".pdf"]})
"""Media types that are no text as they stand."""
KINDS = ".txt, .md, .html, .docx or .pdf"
DO = f"Save the text as {KINDS}."
_SOURCES = ".doc .odt .rtf .epub .xhtml .mht .mhtml .gz .xml .rst"
LOOKS_LIKE_SOURCE = frozenset(_SOURCES.split())
_OTHERS = """
    .css .js .json .jsonl .toml .yaml .yml .py .png .jpg .jpeg .gif .svg .webp .ico .woff .woff2 .sqlite .csv .tsv .log
"""
NO_SOURCE = frozenset(_OTHERS.split())
"""Endings of what lies beside texts and is none."""
BESIDE_A_MANIFEST = frozenset({"readme.md", "readme.txt", "license", "license.md", "license.txt"})
CONFIGURATION = frozenset({"corpus.toml", "manifest.jsonl"})


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read: snapshots in the order of their ids, the catalogue, and what could not be read."""

    snapshots: tuple[Snapshot, ...]
    catalogue: Catalogue
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Reading:
    """What has been found so far."""

    limit: int
    snapshots: dict[str, Snapshot] = field(default_factory=dict)
    places: dict[Path, str] = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=Catalogue)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, doc: str | None, what: str, do: str) -> None:
        self.problems.append(Problem(doc, "capture", what, do))


def read(paths: Sequence[str], *, catalogue: Sequence[str] = (), limit: int = LIMIT) -> Collection:
    """The snapshots, catalogue and problems of PATHs; a file larger than `limit` bytes becomes a problem.

    `catalogue` names catalogues beside those of the folders (see `catalogue.named`).
    A file that is reached twice is read once. Raises UsageError for a PATH that does not exist and
    ConfigError for a corpus.toml or manifest.jsonl that cannot be understood, or for two files with one id.
    """
    if not paths:
        raise UsageError("no PATH given", do="Name a folder of texts, or single files.")
    reading = _Reading(limit)
    names = _names([Path(given) for given in paths])
    for path in map(Path, paths):
        _read_path(path, names.get(path, path.name), reading)
    for name in catalogue:
        reading.catalogue = catalogues.merge(reading.catalogue, catalogues.named(name, Path()))
    snapshots = tuple(reading.snapshots[doc] for doc in sorted(reading.snapshots))
    problems = sorted(reading.problems, key=lambda p: (p.doc or "", p.what))
    return Collection(snapshots, reading.catalogue, tuple(problems))


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """For files of one name in several folders, their paths below the folder that they share."""
    counted = Counter(p.name for p in set(paths) if p.is_file())
    twins = [p for p in paths if counted[p.name] > 1 and p.is_file()]
    shared = os.path.commonpath([p.resolve().parent for p in twins]) if twins else ""
    return {p: p.resolve().relative_to(shared).as_posix() for p in twins}


def _read_path(path: Path, name: str, reading: _Reading) -> None:
    if path.is_dir():
        _read_folder(path, reading)
    elif path.is_file():
        _read_file(path, Manifest(path=_printable(name)), reading)
    else:
        raise UsageError(
            f"there is no file or folder {str(path)!r}", do="Check the spelling, or give an absolute path."
        )


def _read_folder(folder: Path, reading: _Reading) -> None:
    configured = folder / "corpus.toml"
    if configured.is_file():
        reading.catalogue = catalogues.merge(reading.catalogue, catalogues.load(configured))
    listed = folder / "manifest.jsonl"
    if listed.is_file():
        entries, problems = manifests.load(listed)
        reading.problems.extend(problems)
        if not entries:
            reading.problem(
                None, f"nothing read: {listed} lists no file", "Add a line a file, or take it away."
            )
        for entry in entries:
            _read_file(folder / entry.path, entry, reading)
    else:
        for path in _walk(folder, reading):
            name = _printable(path.relative_to(folder).as_posix())
            _read_file(path, Manifest(path=name), reading)


def _walk(folder: Path, reading: _Reading) -> Iterator[Path]:
    """Files of a folder that have no manifest, in the order of their paths."""
    configured = (folder / "corpus.toml").is_file()
    found: list[Path] = []
    passed: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "reviews")
        found.extend(Path(root, name) for name in files if not name.startswith("."))
    for path in sorted(found, key=lambda p: p.relative_to(folder).as_posix()):
        name, suffix = path.name.lower(), path.suffix.lower()
        if name in CONFIGURATION or (configured and name in BESIDE_A_MANIFEST):
            continue
        if suffix in MEDIA_TYPES or collected.among_others(path):
            yield path
        elif suffix in LOOKS_LIKE_SOURCE:
            reading.problem(
                _printable(path.relative_to(folder).as_posix()),
                f"not read: {suffix} files are not supported",
                DO,
            )
        elif suffix not in NO_SOURCE:
            passed.append(path.relative_to(folder).as_posix())
    if passed:
        names = ", ".join(_printable(name) for name in passed[:3]) + (", …" if len(passed) > 3 else "")
        what = f"not read: {len(passed)} file{'s' if len(passed) > 1 else ''} with another ending ({names})"
        reading.problem(None, what, f"Save texts as {KINDS}.")


def _read_file(path: Path, entry: Manifest, reading: _Reading) -> None:
    doc, place = entry.id or entry.path, Path(os.path.realpath(path))
    if place in reading.places:
        if reading.places[place] != doc:
            reading.problem(
                doc, f"not read again: it is the file of {reading.places[place]}", "Take out one of them."
            )
        return
    if collected.holds_many(path):
        _read_collection(path, doc, entry, reading)
        return
    if doc in reading.snapshots:
        raise ConfigError(
            f"two files have the id {doc!r}",
            where=str(place),
            do="Rename one, read the folders one by one, or give both an id in a manifest.jsonl.",
        )
    media_type = entry.media_type or MEDIA_TYPES.get(path.suffix.lower())
    data = _bytes(path, doc, media_type, reading)
    if data is None or media_type is None:
        return
    digest = hashlib.sha256(data).hexdigest()
    if entry.sha256 and entry.sha256.lower() != digest:
        reading.problem(
            doc,
            "the file is not the one that the manifest describes (its SHA-256 differs)",
            "Capture it again, or correct sha256 in manifest.jsonl.",
        )
    entry = replace(entry, path=_printable(entry.path))
    reading.snapshots[doc] = Snapshot(doc, entry.path, data, digest, media_type, entry)
    reading.places[place] = doc


def _read_collection(path: Path, doc: str, entry: Manifest, reading: _Reading) -> None:
    reading.places[Path(os.path.realpath(path))] = doc
    entry = replace(entry, path=_printable(entry.path))
    try:
        for found in collected.snapshots(path, doc, entry, reading.limit):
            if isinstance(found, Problem):
                reading.problems.append(found)
            elif reading.snapshots.setdefault(found.doc, found) is not found:
                reading.problem(found.doc, f"another of this id in {doc} not read", "Make each id unique.")
    except OSError as error:
        reading.problem(doc, f"not read: {error.strerror or error}", "Make the file readable.")


def _bytes(path: Path, doc: str, media_type: str | None, reading: _Reading) -> bytes | None:
    """The file's bytes, or None and a problem."""
    if media_type is None or media_type.partition(";")[0].strip().lower() not in MEDIA_TYPES.values():
        kind = media_type or path.suffix or "files without a suffix"
        reading.problem(doc, f"not read: {kind} is not supported", DO)
        return None
    try:
        if not path.is_file():
            reading.problem(doc, "not read: there is no such file", "Add the file, or take it out.")
            return None
        size = path.stat().st_size
        if size > reading.limit:
            reading.problem(
                doc, f"not read: {size:,} bytes, more than {reading.limit:,}", "Split it, or leave it out."
            )
            return None
        data = path.read_bytes()
    except OSError as error:
        reading.problem(doc, f"not read: {error.strerror or error}", "Make the file readable.")
        return None
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        reading.problem(doc, "not read: the file is empty", "Save the text again.")
        return None
    if media_type.partition(";")[0].strip().lower() not in PACKED and _is_binary(data):
        reading.problem(doc, "not read: the file is binary", DO)
        return None
    return data


def _is_binary(data: bytes) -> bool:
    """A null byte early on, as text in UTF-8 or an 8-bit encoding never has; UTF-16 starts with its mark.

    UTF-32, whose mark begins like that of UTF-16, is not read.
    """
    return b"\0" in data[:8192] and (
        not data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.startswith(b"\xff\xfe\0\0")
    )


def _printable(name: str) -> str:
    """A file name in which bytes that are no UTF-8 are shown as the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
