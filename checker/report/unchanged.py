"""Whether a folder already holds the very report that would be written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.model import Rule
from checker.report.resources import Look
from checker.report.stored import SCHEMA
from checker.standing import MANIFEST, is_whole, sha256


def recipe(
    report_json: bytes, rules: Sequence[Rule], look: Look, *, single_file: bool, excerpts: bool
) -> str:
    """SHA-256 over all that a report is made of: the records, the rules, the templates and the code of this room."""
    sources = [*sorted(Path(__file__).parent.glob("*.py")), *look.files()]
    parts = [f"{path.name} {sha256(path.read_bytes())}" for path in sources]
    parts += [
        sha256(report_json),
        sha256(repr(rules).encode("utf-8", "surrogatepass")),
        f"{single_file} {excerpts}",
    ]
    return sha256("\n".join(parts).encode())


def stands(folder: Path, made_of: str) -> int | None:
    """The number of pages, where the folder holds that report with every byte in place; else None."""
    try:
        record: Any = json.loads((folder / MANIFEST).read_bytes())
        if record.get("schema") != SCHEMA or record.get("made_of") != made_of:
            return None
        files: dict[str, str] = record["files"]
        whole = is_whole(folder, files)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None
    return sum(path.endswith(".html") for path in files) if whole else None
