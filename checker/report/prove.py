"""Prove a report: every citation that its pages print, against the stored texts or those of the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from checker.errors import ReportError
from checker.model import Document
from checker.report.folder import safe_path
from checker.report.printed import Printed, printed_citations
from checker.report.resources import printable
from checker.report.stored import SCHEMA
from checker.standing import MANIFEST, sha256


@dataclass(frozen=True, slots=True)
class Failed:
    """A citation that no longer holds: what the page prints, and what the text has in its place now."""

    printed: Printed
    now: str | None
    why: str

    @property
    def locator(self) -> str:
        """The place as "document:character"."""
        return f"{self.printed.doc}:{self.printed.start}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds and what does not. `changed` are files whose bytes are not those that were written."""

    pages: tuple[str, ...]
    holds: tuple[Printed, ...]
    failed: tuple[Failed, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every printed citation holds and no file has changed or is missing."""
        return not (self.failed or self.changed or self.missing)


def prove(folder: Path, originals: Iterable[Document] | None = None) -> Proof:
    """Check the printed words of a report (its folder, or its index page) against its stored texts.

    For each printed citation `text[start:end]` must equal the printed words. With `originals` the texts are those
    of the documents whose hashes the report names, and the words that it stores are checked against them as well.
    Raises ReportError where there is no report, or none that says what it is made of.
    """
    root = folder.parent if folder.suffix == ".html" or folder.name == MANIFEST else folder
    record = _manifest(root)
    files: Mapping[str, str] = record["files"]
    changed, missing = _compare(root, files)
    texts = _texts(root, record)
    judges = texts if originals is None else _originals(record, originals)
    pages = tuple(path for path in sorted(files) if path.endswith(".html") and path not in missing)
    if not pages:
        raise ReportError(
            "the report has no pages left", where=str(root), do="Write it again with: checker report"
        )
    judged = [result for page in pages for result in _judge(root, page, judges)]
    if originals is not None:
        kept = (words for text in texts.values() for words in text.passages())
        judged += [result for printed in kept for result in _held(printed, judges)]
    holds = [result for result in judged if isinstance(result, Printed)]
    failed = [result for result in judged if isinstance(result, Failed)]
    return Proof(pages, tuple(holds), tuple(failed), tuple(changed), tuple(missing))


def _manifest(root: Path) -> dict[str, Any]:
    try:
        record = json.loads((root / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise _no_report(root) from error
    needed = ("files", "documents", "mode")
    if not isinstance(record, dict) or record.get("schema") != SCHEMA or any(k not in record for k in needed):
        raise _no_report(root)
    if not isinstance(record["files"], dict) or not all(map(safe_path, record["files"])):
        raise _no_report(root)
    return record


def _texts(root: Path, record: Mapping[str, Any]) -> dict[str, _Stored]:
    try:
        return {printable(text["doc"]): _Stored(root, text, record["mode"]) for text in record["documents"]}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _no_report(root) from error


def _originals(record: Mapping[str, Any], documents: Iterable[Document]) -> dict[str, _Text]:
    by_hash = {document.text_sha256: _Original(document.text) for document in documents}
    return {
        printable(text["doc"]): by_hash.get(text["text_sha256"], _Original(None))
        for text in record["documents"]
    }


def _no_report(root: Path) -> ReportError:
    return ReportError(
        f"this is no report folder: {MANIFEST} is missing or cannot be read",
        where=str(root),
        do="Name the folder that checker report wrote, or write the report again.",
    )


def _compare(root: Path, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    changed, missing = [], []
    for path in sorted(files):
        try:
            data = (root / path).read_bytes()
        except OSError:
            missing.append(path)
            continue
        if sha256(data) != files[path]:
            changed.append(path)
    return changed, missing


def _judge(root: Path, page: str, texts: Mapping[str, _Text]) -> Iterator[Printed | Failed]:
    html = (root / page).read_bytes().decode("utf-8", "replace")
    found, faults = printed_citations(html, page)
    for fault in faults:
        yield Failed(Printed(page, fault, 0, 0, ""), None, "the page names no place that can be read")
    for printed in found:
        yield from _held(printed, texts)


def _held(printed: Printed, texts: Mapping[str, _Text]) -> Iterator[Printed | Failed]:
    text = texts.get(printed.doc)
    if text is None:
        yield Failed(printed, None, "the report has no text of this name")
        return
    now = text.at(printed.start, printed.end)
    if now is None:
        yield Failed(printed, None, text.why)
    elif now != printed.words or printed.start >= printed.end:
        yield Failed(printed, now, "the text has other words there")
    else:
        yield printed


class _Text(Protocol):
    """Where words are looked up; `why` says what it means that there are none."""

    why: str

    def at(self, start: int, end: int) -> str | None: ...


class _Original:
    """A text as the corpus has it; None where the corpus has no text with the hash that the report names."""

    def __init__(self, text: str | None) -> None:
        self.why = "no text there has the hash that the report names for this one"
        self._text = text

    def at(self, start: int, end: int) -> str | None:
        return None if self._text is None else printable(self._text[start:end])


class _Stored:
    """A stored text, whole or in excerpts, as it is on disk now."""

    def __init__(self, root: Path, record: Mapping[str, Any], mode: str) -> None:
        self.why = "the stored text is missing"
        self._text: str | None = None
        self._passages: list[tuple[int, int, str]] = []
        self._data, self._places = b"", dict(record["places"])
        self._doc, self._file = printable(record["doc"]), record["file"]
        if not all(isinstance(place, int) for place in self._places.values()):
            raise TypeError("a place is no number")
        try:
            data = (root / record["file"]).read_bytes() if safe_path(record["file"]) else b""
        except OSError:
            return
        if mode == "excerpts":
            self._read_excerpts(data)
            return
        self._text = data.decode("utf-8", "surrogatepass" if _decodes(data) else "replace")
        shifted = len(self._text) != record["characters"] and len(data) == record["bytes"]
        self._data = data if shifted else b""

    def _read_excerpts(self, data: bytes) -> None:
        self.why = "the published passages do not hold this place"
        try:
            passages = json.loads(data)["passages"]
            self._passages = [(int(s), int(e), str(words)) for s, e, words in passages]
        except (ValueError, KeyError, TypeError, RecursionError):
            self.why = "the published passages cannot be read"

    def passages(self) -> Iterator[Printed]:
        """What is stored, as words at a place: the passages, or the whole text."""
        whole = [(0, len(self._text), self._text)] if self._text else []
        for start, end, words in self._passages or whole:
            yield Printed(self._file, self._doc, start, end, printable(words))

    def at(self, start: int, end: int) -> str | None:
        """The words from `start` to `end` as the store has them now; None where it has none.

        A damaged character can make a text of the same size decode to fewer or more characters; then
        the recorded places in bytes keep the damage to where it is.
        """
        if self._data:
            a, b = (self._places.get(str(edge), edge) for edge in (start, end))
            return printable(self._data[a:b].decode("utf-8", "replace"))
        if self._text is not None:
            return printable(self._text[start:end])
        for first, last, words in self._passages:
            if first <= start and end <= last:
                return printable(words[start - first : end - first])
        return None


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
