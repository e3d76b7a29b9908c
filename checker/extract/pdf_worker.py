"""Lines of a PDF file, as a process of its own that may use so much time and memory and no more.

Run as a file (`python -P pdf_worker.py SECONDS BYTES PAGES CHARACTERS`), with the PDF on stdin; it imports nothing of
the package. It prints one JSON object: `{"pages": [[[text, x, y, size, [[start, end, url], …]], …], …], "title",
"author"}`, with places and sizes in points from the page's lower left corner, links as ranges of the line's text, and
`null` for a page that could not be read, or `{"error": what}`.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
import sys
from typing import Any

_UNSOUND = re.compile(r"[\x00\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LONE = re.compile("[\ud800-\udfff]")
_URL = re.compile(r"(?:https?://|www\.)[^\s\x00-\x1f]{1,2000}")
_LINKS = 2_000
"""Links of a page that are looked at."""
_NARROW = 0.35
"""Mean width of the letters of a narrow type, in sizes of them: words need as much at least."""
_NEAR = 2
"""Points by which words may begin before the frame of their link, or end behind it."""


def main(arguments: list[str]) -> None:
    """Read stdin within the bounds of the arguments and print what was found."""
    seconds, memory, pages, characters = map(int, arguments)
    _bound(seconds, memory)
    logging.disable(logging.CRITICAL)
    found: dict[str, Any]
    try:
        found = _read(sys.stdin.buffer.read(), pages, characters)
    except MemoryError:
        found = {"error": "it needs too much memory"}
    except RecursionError:
        found = {"error": "it is nested too deeply"}
    except Exception as error:
        found = {"error": f"it is broken ({type(error).__name__})"}
    print(json.dumps(found))  # noqa: T201


def _bound(seconds: int, memory: int) -> None:
    """Bound this process, where the system can; elsewhere the time alone is bounded, from outside."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _read(data: bytes, pages: int, characters: int) -> dict[str, Any]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        return {"error": "it is encrypted, and opens with a password only"}
    count = len(reader.pages)
    if count > pages:
        return {"error": f"it has {count:,} pages, more than {pages:,}"}
    lines: list[Any] = []
    left = characters
    for page in reader.pages:
        lines.append(_lines(page))
        left -= sum(len(line[0]) + 1 for line in lines[-1] or ())
        if left < 0:
            return {"error": f"it has more than {characters:,} characters"}
    return {"pages": lines, **_described(reader)}


def _opens(reader: Any) -> bool:
    """Whether an encrypted file opens without a password, as those do that only forbid printing."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


def _lines(page: Any) -> list[list[Any]] | None:
    """Lines of a page, each where its first words stand and as large as its longest; None if it cannot be read."""
    pieces: list[tuple[str, list[float]]] = []

    def visit(text: str, outer: Any, inner: Any, _font: Any, size: Any) -> None:
        if text:
            pieces.append((_LONE.sub("\ufffd", _UNSOUND.sub(" ", text)), _placed(outer, inner, size)))

    try:
        page.extract_text(visitor_text=visit)
    except (MemoryError, RecursionError):
        raise
    except Exception:
        return None
    rows: list[list[tuple[str, list[float]]]] = [[]]
    for text, place in pieces:
        first, *others = ((part, place) for part in text.split("\n"))
        rows[-1].append(first)
        rows += [[other] for other in others]
    frames = _frames(page)
    return [_line(row, frames) for row in rows if any(text.strip() for text, _ in row)]


def _line(row: list[tuple[str, list[float]]], frames: list[tuple[str, list[float]]]) -> list[Any]:
    words = [(text, place) for text, place in row if text.strip()]
    longest = max(words, key=lambda piece: len(piece[0]))
    return ["".join(text for text, _ in row), *words[0][1][:2], longest[1][2], _linked(row, frames)]


def _frames(page: Any) -> list[tuple[str, list[float]]]:
    """The addresses to which a page links, each with its frame: left, foot, right, head."""
    found = []
    try:
        for annotation in list(page.get("/Annots") or ())[:_LINKS]:
            told = annotation.get_object()
            action = told.get("/A")
            url = str(action.get_object().get("/URI", "")) if action is not None else ""
            if told.get("/Subtype") == "/Link" and _URL.fullmatch(url):
                a, b, c, d = (float(n) for n in told["/Rect"])
                found.append((url, [min(a, c), min(b, d), max(a, c), max(b, d)]))
    except (MemoryError, RecursionError):
        raise
    except Exception:
        return found
    return found


def _linked(row: list[tuple[str, list[float]]], frames: list[tuple[str, list[float]]]) -> list[list[Any]]:
    """The links of a line, each on the pieces that begin in its frame; none where a piece goes on behind the frame.

    Where a piece ends is where the next one of the line begins, or what its letters need.
    """
    found: list[list[Any]] = []
    starts, at = [], 0
    for text, _ in row:
        starts.append(at)
        at += len(text)
    told = [n for n, (text, _) in enumerate(row) if text.strip()]
    for url, (left, foot, right, head) in frames:
        inside = [
            n
            for n in told
            if left - _NEAR <= row[n][1][0] < right - _NEAR and foot - _NEAR <= row[n][1][1] <= head
        ]
        behind = next((n for n in told if inside and n > inside[-1]), None)
        least = sum(len(row[n][0]) * row[n][1][2] * _NARROW for n in inside)
        ends = behind is None or row[behind][1][0] >= right - _NEAR
        if inside and ends and least <= right - left + _NEAR:
            first, last = inside[0], inside[-1]
            found.append([starts[first], starts[last] + len(row[last][0]), url])
    return sorted(found)


def _placed(outer: Any, inner: Any, size: Any) -> list[float]:
    """Where a piece begins on the page, and how large its letters are there."""
    a, b, c, d, e, f = (float(n) for n in outer)
    x, y = float(inner[4]), float(inner[5])
    scale = (
        (float(inner[2]) * a + float(inner[3]) * c) ** 2 + (float(inner[2]) * b + float(inner[3]) * d) ** 2
    ) ** 0.5
    return [round(x * a + y * c + e, 2), round(x * b + y * d + f, 2), round(abs(float(size)) * scale, 2)]


def _described(reader: Any) -> dict[str, str]:
    """What the file says of itself."""
    try:
        told = reader.metadata or {}
        pairs = {"title": told.get("/Title"), "author": told.get("/Author")}
    except Exception:
        return {}
    return {name: _LONE.sub("\ufffd", str(value))[:500] for name, value in pairs.items() if value}


if __name__ == "__main__":
    main(sys.argv[1:])
