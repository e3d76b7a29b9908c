"""The lines of a PDF file, read by another process whose time and memory are bounded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from checker.errors import ExtractError

SECONDS, MEMORY = 60, 1_000_000_000
"""Seconds of work, and bytes of memory, that reading one file may take."""
PAGES, CHARACTERS = 2_000, 5_000_000
"""Pages and characters of the longest file that is read."""
DO = "Save its text as .txt, .md or .html."
_WORKER = Path(__file__).with_name("pdf_worker.py")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins, in points from the page's lower left corner, and the size of its letters.

    `links` are ranges of its text with the address that they lead to.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """Lines in the order in which the file draws them, how many pages it has, and what it says of itself."""

    lines: tuple[Line, ...]
    count: int
    title: str = ""
    author: str = ""


def read(data: bytes, where: str) -> Pages:
    """The lines of a PDF; ExtractError where it is broken, encrypted, or goes beyond the bounds."""
    if b"%PDF-" not in data[:1024]:
        raise ExtractError("this is no PDF file", where=where, do=DO)
    found = _answer(data, where)
    if "error" in found:
        raise ExtractError(f"this PDF file cannot be read: {found['error']}", where=where, do=DO)
    pages = found["pages"]
    lines = tuple(_line(row, n) for n, page in enumerate(pages) for row in page or ())
    return Pages(lines, len(pages), found.get("title", ""), found.get("author", ""))


def _line(row: Sequence[Any], page: int) -> Line:
    text, x, y, size, links = row
    return Line(text, page, float(x), float(y), float(size), tuple((a, b, url) for a, b, url in links))


def _answer(data: bytes, where: str) -> dict[str, Any]:
    command = [sys.executable, "-P", str(_WORKER), *map(str, (SECONDS, MEMORY, PAGES, CHARACTERS))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=1.5 * SECONDS, check=False)
        return dict(msgspec.json.decode(done.stdout))
    except subprocess.TimeoutExpired:
        what = f"this PDF file cannot be read in {SECONDS} seconds"
    except msgspec.DecodeError:
        what = "this PDF file cannot be read: it needs too much time or memory"
    raise ExtractError(what, where=where, do=DO)
