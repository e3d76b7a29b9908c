"""What was checked, where it stands in a file, and how serious its verdict is."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from checker.model import Document

Level = Literal["error", "warning", "note", "none"]
FINE = frozenset({"ok", "in_corpus", "unchecked", "verbatim", "conventional"})
"""Verdicts that ask nothing of anybody."""
REMARKS = frozenset({"unresolvable", "blocked", "rate_limited"})
"""Verdicts that say that something could not be told; all others ask for a look."""
LINED = ("plain ", "word ")
"""Extractors that begin so have the lines of the file: those of a text as it stands, a paragraph each of a .docx."""


@dataclass(frozen=True, slots=True)
class Region:
    """A range in a file: lines and columns from 1, columns in Unicode code points, the end after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A file, as the working directory names it, and where in it (None: the whole file)."""

    path: str
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing checked. `words` are what stands there; `target` is what it points at.

    `fingerprint` is the same as long as file, words, target and verdict are, wherever in the file it stands.
    """

    kind: str
    verdict: str
    rule: str
    words: str
    message: str
    place: Place | None
    level: Level
    target: str = ""
    known: bool = False
    fingerprint: str = ""


def level_of(verdict: str, fail_on: frozenset[str]) -> Level:
    """`error` for what fails the run; without that, how much it matters."""
    if verdict in fail_on:
        return "error"
    if verdict in FINE:
        return "none"
    return "note" if verdict in REMARKS else "warning"


def rooted(path: str) -> str:
    """A file as seen from the root of the repository, else from the working directory: the same from any folder."""
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Path(os.path.relpath(path, root)).as_posix()


def fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with their fingerprints; of findings alike in one file, each next one counts up."""
    seen: Counter[tuple[str, ...]] = Counter()
    out: list[Finding] = []
    for found in findings:
        where = rooted(found.place.path) if found.place else ""
        same = (found.kind, where, found.verdict, " ".join(found.words.split()), found.target)
        key = "\x1f".join((*same, str(seen[same]))).encode("utf-8", "surrogatepass")
        seen[same] += 1
        out.append(replace(found, fingerprint=hashlib.sha256(key).hexdigest()[:32]))
    return out


@dataclass
class Places:
    """Where the texts of `documents`, read from `paths`, stand on disk."""

    paths: Sequence[str]
    documents: Sequence[Document]
    _lines: dict[str, list[int]] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {d.doc: d for d in self.documents}

    def of(self, doc: str, start: int, end: int) -> Place:
        """The place of a range of a text; without a region where the text is not the file's own, as of a page."""
        document = self._by_id[doc]
        exact = document.extractor.startswith(LINED)
        if document.path not in self._files:
            self._files[document.path] = self._file(document)
        return Place(self._files[document.path], self._region(document, start, end) if exact else None)

    def _file(self, document: Document) -> str:
        path, given = document.path, [Path(p) for p in self.paths]
        inside = [p / path for p in given if p.is_dir() and (p / path).is_file()]
        named = [p for p in given if f"/{p.resolve().as_posix()}".endswith(f"/{path}") and p.is_file()]
        found = inside or sorted(named, key=lambda p: len(str(p.resolve())))
        return found[0].as_posix() if found else document.url or path

    def _region(self, document: Document, start: int, end: int) -> Region:
        if document.doc not in self._lines:
            self._lines[document.doc] = line_starts(document.text)
        starts = self._lines[document.doc]
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
        return Region(first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1)


def line_starts(text: str) -> list[int]:
    """Where each line begins: after a line feed, or after a carriage return without one."""
    starts = [0]
    starts += [i + 1 for i, c in enumerate(text) if c == "\n" or (c == "\r" and text[i + 1 : i + 2] != "\n")]
    return starts
