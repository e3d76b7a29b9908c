"""Web archives: WARC files (ISO 28500), packed or not, and WACZ files, read record by record within bounds.

Every length in such a file is a claim. No line, head or record is read further than its bound, whatever is claimed,
and a file that unpacks to a hundred times its size is given up.
"""

from __future__ import annotations

import gzip
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from checker.capture import media, names
from checker.capture.payload import PayloadError, plain

SUFFIXES = (".warc", ".warc.gz", ".wacz")
LINE, HEAD = 65_536, 262_144
RATIO, FLOOR = 100, 200_000_000
"""Bytes that may be unpacked for each one of the file, and how many in any case."""
_STEP = 65_536
_DIRECTORY = 16_000_000
"""Bytes of the largest table of contents of a WACZ file."""
_BROKEN = (
    EOFError,
    zlib.error,
    gzip.BadGzipFile,
    zipfile.BadZipFile,
    struct.error,
    RuntimeError,
    ValueError,
)
"""What the libraries raise for files that are not what they claim."""
_STATUS = re.compile(r"HTTP/\d(?:\.\d)? (\d{3})(?: (.*))?")
_MOMENT = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d")
Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One answer of a host: its body as a reader gets it; `date` as the file has it."""

    number: int
    url: str
    date: str
    status: int
    reason: str
    headers: Lines
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str | None:
        """The type under which a text can be read; None for what is no page, text or PDF that the host had."""
        if self.status != 200 or not self.body.strip() or self.url.endswith("/robots.txt"):
            return None
        said = next((value for key, value in self.headers if key.lower() == "content-type"), "")
        return media.readable(said, self.body)

    @property
    def normal_url(self) -> str | None:
        """The address in one spelling; None where it is none."""
        try:
            url = names.normal(self.url)
            url.encode()
        except (ValueError, UnicodeError):
            return None
        return url

    @property
    def moment(self) -> str | None:
        """When it was recorded, to the second; None where the file does not say it."""
        return f"{self.date[:19]}Z" if _MOMENT.match(self.date) else None


@dataclass(frozen=True, slots=True)
class Flaw:
    """What could not be read, and whether the file was given up there."""

    what: str
    last: bool = False


class _LiesError(Exception):
    """The file is not what it claims."""


def is_archive(path: Path) -> bool:
    """Whether the file's name is that of a web archive."""
    return path.name.lower().endswith(SUFFIXES)


def answers(path: Path, limit: int) -> Iterator[Record | Flaw]:
    """The answers of hosts in the file, in its order, with bodies of at most `limit` bytes, and its flaws.

    Requests, revisits and metadata are passed over. OSError where the file cannot be opened.
    """
    try:
        if path.name.lower().endswith(".wacz"):
            yield from _of_wacz(path, limit)
        else:
            with path.open("rb") as file:
                yield from _of_warc(file, path.stat().st_size, limit)
    except _LiesError as error:
        yield Flaw(str(error), last=True)
    except _BROKEN as error:
        yield Flaw(f"the file is broken ({error or type(error).__name__})", last=True)


def _of_wacz(path: Path, limit: int) -> Iterator[Record | Flaw]:
    _check_directory(path)
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            if name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz")):
                with packed.open(name) as file:
                    yield from _of_warc(file, path.stat().st_size, limit)


def _check_directory(path: Path) -> None:
    """Look at the length of the table of contents first: zipfile reads it whole."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_557))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise _LiesError("this is no WACZ file")
    entries, size = struct.unpack_from("<HI", tail, at + 10)
    if entries == 0xFFFF or size > _DIRECTORY:
        raise _LiesError("its table of contents is too large")


def _of_warc(file: IO[bytes], size: int, limit: int) -> Iterator[Record | Flaw]:
    reader = _Reader(file, RATIO * size + FLOOR)
    number = 0
    while (head := reader.warc_head()) is not None:
        number += 1
        length = _length(head, number)
        if not _is_answer(head):
            reader.skip(length)
        elif length > 2 * limit + HEAD:
            reader.skip(length)
            yield Flaw(f"record {number} has {length:,} bytes, too many")
        else:
            yield _answer(number, head, reader.block(length), limit)


def _is_answer(head: dict[str, str]) -> bool:
    url = head.get("warc-target-uri", "").strip("<>")
    return head.get("warc-type") in ("response", "resource") and url.lower().startswith(
        ("http://", "https://")
    )


def _length(head: dict[str, str], number: int) -> int:
    said = head.get("content-length", "")
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise _LiesError(f"record {number} has no length that can be read")
    return int(said)


def _answer(number: int, head: dict[str, str], block: bytes, limit: int) -> Record | Flaw:
    url, date = head["warc-target-uri"].strip("<>"), head.get("warc-date", "")
    if head["warc-type"] == "resource":
        said = (("content-type", head.get("content-type", "")),)
        return Record(number, url, date, 200, "OK", said, block)
    first, headers, body = _http(block)
    status = _STATUS.match(first)
    if status is None:
        return Flaw(f"record {number} ({url[:200]}) is no answer by HTTP")
    named = {name.lower(): value for name, value in headers}
    try:
        body = plain(body, named.get("transfer-encoding", ""), named.get("content-encoding", ""), limit)
    except PayloadError as error:
        return Flaw(f"record {number} ({url[:200]}): {error}")
    return Record(number, url, date, int(status[1]), (status[2] or "").strip(), headers, body)


def _http(block: bytes) -> tuple[str, Lines, bytes]:
    """First line, headers and body of an answer."""
    end = re.search(rb"\r?\n\r?\n", block[:HEAD])
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:HEAD], b"")
    lines = re.sub(r"\r?\n[ \t]+", " ", head.decode("latin-1")).replace("\r\n", "\n").split("\n")
    pairs = (line.partition(":") for line in lines[1:] if ":" in line)
    return lines[0], tuple((name.strip(), value.strip()) for name, _, value in pairs), body


class _Reader:
    """The unpacked bytes of a WARC file, so many at most."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self._file: Any = gzip.GzipFile(fileobj=file) if packed else file
        self._left = most

    def _took(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise _LiesError(f"the file unpacks to more than {RATIO} times its size")
        return data

    def _line(self) -> bytes:
        line = self._took(self._file.readline(LINE))
        if len(line) == LINE:
            raise _LiesError(f"a line is longer than {LINE:,} bytes")
        return line

    def warc_head(self) -> dict[str, str] | None:
        """The named fields of the next record; None at the end of the file."""
        line = self._line()
        while line and not line.strip():
            line = self._line()
        if not line:
            return None
        if not line.startswith(b"WARC/"):
            raise _LiesError("a record does not begin where the one before it should end")
        fields: dict[str, str] = {}
        total = 0
        while (line := self._line()).strip():
            total += len(line)
            if total > HEAD:
                raise _LiesError(f"the head of a record is longer than {HEAD:,} bytes")
            name, _, value = line.decode("utf-8", "replace").partition(":")
            fields[name.strip().lower()] = value.strip()
        return fields

    def block(self, length: int) -> bytes:
        """The next so many bytes."""
        parts = bytearray()
        while len(parts) < length:
            piece = self._took(self._file.read(min(_STEP, length - len(parts))))
            if not piece:
                raise _LiesError("the last record breaks off")
            parts += piece
        return bytes(parts)

    def skip(self, length: int) -> None:
        """Pass over so many bytes."""
        while length:
            piece = self._took(self._file.read(min(_STEP, length)))
            if not piece:
                raise _LiesError("the last record breaks off")
            length -= len(piece)
