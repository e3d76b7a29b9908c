"""manifest.jsonl: one line a source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checker.errors import ConfigError
from checker.model import Manifest, Problem

KEYS = tuple(Manifest.__dataclass_fields__)
ROLES = ("primary", "secondary")


def load(path: Path) -> tuple[list[Manifest], list[Problem]]:
    """The entries in the order of the file, and problems: keys that are not known are left out.

    Raises ConfigError with the line for anything that is not an object with a usable `path`.
    """
    entries: list[Manifest] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        entry, unknown = _entry(line, path.parent, where)
        doc = entry.id or entry.path
        if doc in seen:
            raise ConfigError(
                f"the id {doc!r} is given twice",
                where=f"{where}; first in line {seen[doc]}",
                do="Make each id unique.",
            )
        seen[doc] = number
        entries.append(entry)
        if unknown:
            what = f"manifest.jsonl, line {number}: {', '.join(unknown)} not understood, left out"
            problems.append(Problem(doc, "capture", what, f"Known keys: {', '.join(KEYS)}."))
    return entries, problems


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"not UTF-8 at byte {error.start}", where=str(path), do="Save the manifest as UTF-8."
        ) from None
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror or error}", where=str(path), do="Make the file readable."
        ) from None


def _entry(line: str, folder: Path, where: str) -> tuple[Manifest, list[str]]:
    row = _object(line, where)
    values = {key: _value(key, row[key], where) for key in KEYS if row.get(key) is not None}
    path = values.get("path")
    if not path:
        raise ConfigError("no path given", where=where, do='Each line needs {"path": "folder/file.txt"}.')
    if not (folder / path).resolve().is_relative_to(folder.resolve()):
        raise ConfigError(
            f"{path!r} leads out of the corpus",
            where=where,
            do="Name files inside the folder of the manifest.",
        )
    if values.get("role") not in (None, *ROLES):
        raise ConfigError(
            f"role {values['role']!r} is not known",
            where=where,
            do='Use "primary" or "secondary", or leave it out.',
        )
    return Manifest(**values), sorted(set(row) - set(KEYS))


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", "nested too deeply")
        raise ConfigError(f"not JSON: {what}", where=where, do="Write one JSON object a line.") from None
    if not isinstance(row, dict):
        raise ConfigError("not a JSON object", where=where, do="Write one JSON object a line.")
    return row


def _value(key: str, value: object, where: str) -> Any:
    """A string; whole numbers are taken as written (`"date": 2014`)."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ConfigError(f"{key} must be a string", where=where, do=f'Write "{key}": "…", or leave it out.')
    if any(0xD800 <= ord(c) <= 0xDFFF or c == "\0" for c in value):
        raise ConfigError(f"{key} holds a character that no text can hold", where=where, do="Write it again.")
    return value.strip() or None
