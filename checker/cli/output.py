"""Records in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO, Any

import click

from checker.errors import UsageError
from checker.export.table import harmless

Row = dict[str, Any]
FORMATS = ("text", "json", "jsonl", "csv", "md")
FOR_PEOPLE = ("text", "md")
WIDTH = 100

format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: text on a terminal, jsonl in a pipe."
)
output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE."
)


def chosen(given: str | None, known: Collection[str], noun: str) -> frozenset[str]:
    """The words of --fail-on, parted by commas, without `none`; UsageError for one that is not known."""
    wanted = frozenset(word.strip() for word in (given or "").split(",")) - {"", "none"}
    if unknown := sorted(wanted - set(known)):
        raise UsageError(
            f"no such {noun}: {', '.join(unknown)}",
            where="--fail-on",
            do=f"Choose from {', '.join(sorted(known))}.",
        )
    return wanted


def counted(number: int, noun: str) -> str:
    """`1 text`, `2,000 texts`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def emit(
    rows: Iterable[Row],
    form: str | None,
    output: Path | None,
    in_words: Callable[[Row], Row] = lambda row: row,
) -> None:
    """Write rows to stdout or a file, in one of FORMATS; those for people after `in_words`."""
    form = form or usual(output)
    write_lines(_WRITERS[form](map(in_words, rows) if form in FOR_PEOPLE else rows), output)


def usual(output: Path | None) -> str:
    """The form where none is asked for."""
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return "text" if to_terminal else "jsonl"


def write_lines(lines: Iterator[str], output: Path | None) -> None:
    """Write lines to stdout or a file; UsageError where that cannot be written."""
    write_bytes(partial(_as_bytes, lines), output)


def _as_bytes(lines: Iterator[str], file: IO[bytes]) -> None:
    file.writelines(line.encode("utf-8", "surrogatepass") for line in lines)


def write_bytes(write: Callable[[IO[bytes]], None], output: Path | None) -> None:
    """Have something written to stdout or a file; UsageError where that cannot be written."""
    try:
        if output is None:
            _to_stdout(write)
        else:
            _to_file(write, output)
    except BrokenPipeError:
        _give_up_stdout()
    except OSError as error:
        where = str(output) if output else "stdout"
        if output is None:
            _give_up_stdout()
        raise UsageError(
            f"cannot write: {error.strerror}", where=where, do="Choose another -o FILE."
        ) from error


def _give_up_stdout() -> None:
    """Let what is still held back for stdout go nowhere, or the interpreter tries it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _to_file(write: Callable[[IO[bytes]], None], output: Path) -> None:
    """Write a file wholly: where that fails, what stood there stays.

    What is no file (a pipe), or stands in a folder that cannot be written, is written as it is.
    """
    place = output.resolve()
    if (output.exists() and not output.is_file()) or not os.access(place.parent, os.W_OK):
        _written(write, output)
        return
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        _written(write, part)
        if place.exists():
            part.chmod(place.stat().st_mode & 0o7777)
        part.replace(place)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _written(write: Callable[[IO[bytes]], None], path: Path) -> None:
    with path.open("wb") as file:
        write(file)


def _to_stdout(write: Callable[[IO[bytes]], None]) -> None:
    if sys.stdout is None:
        raise UsageError("stdout is closed", do="Leave it open, or write with -o FILE.")
    write(sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _jsonl(rows: Iterable[Row]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _json(rows: Iterable[Row]) -> Iterator[str]:
    yield json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    yield from _table(rows, lambda cells: _csv_line(cells))


def _csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([harmless(cell) for cell in cells])
    return line.getvalue()


def _md(rows: Iterable[Row]) -> Iterator[str]:
    for number, line in enumerate(_table(rows, _md_line)):
        yield line
        if number == 0:
            yield "|" + " --- |" * (line.count(" | ") + 1) + "\n"


def _md_line(cells: list[str]) -> str:
    clean = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return "| " + " | ".join(clean) + " |\n"


def _table(rows: Iterable[Row], line: Callable[[list[str]], str]) -> Iterator[str]:
    known = list(rows)
    columns = list(dict.fromkeys(column for row in known for column in row))
    if columns:
        yield line(columns)
    for row in known:
        yield line([_cell(row.get(column)) for column in columns])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _text(rows: Iterable[Row]) -> Iterator[str]:
    """A record a paragraph: where, the words, and the rest in one line."""
    for row in rows:
        place = (
            f"{row['doc']}:{row['start']}" if "start" in row else str(row.get("doc") or row.get("id") or "")
        )
        words = str(
            row.get("statement")
            or row.get("quote")
            or row.get("label")
            or row.get("name")
            or row.get("what")
            or ""
        )
        yield f"{place}  {short(words)}\n".lstrip()
        rest = [
            f"{k} {short(_cell(v))}" for k, v in row.items() if k not in _TOLD and v not in (None, "", [], {})
        ]
        yield "".join(f"    {line}\n" for line in rest)


_TOLD = {"schema", "doc", "start", "end", "quote", "statement", "label", "name", "what"}


def short(words: str, width: int = WIDTH) -> str:
    """The words on one line, cut after `width` characters."""
    flat = " ".join(words.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


_WRITERS: dict[str, Callable[[Iterable[Row]], Iterator[str]]] = {
    "text": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "md": _md,
}  # fmt: skip
