"""A report that was asked for before and still stands: nothing is looked at but whether it is whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker import packaged
from checker.cli.summary import Summary
from checker.model import Problem
from checker.standing import MANIFEST, is_whole, sha256
from checker.store import Cache, default_folder, fingerprint, source_digest

if TYPE_CHECKING:
    from checker.capture.folder import Collection


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run said, and the SHA-256 of the manifest of the report that it wrote."""

    manifest: str
    summary: Summary
    problems: tuple[Problem, ...]


def question(collection: Collection, templates: Path | None, *options: object) -> str:
    """SHA-256 over all that a report and its summary follow from: texts, options, templates, code and libraries."""
    texts = ((s.doc, s.path, s.sha256, s.media_type, s.manifest) for s in collection.snapshots)
    looks = [_files(folder) for folder in (packaged.folder("templates"), templates) if folder]
    code = source_digest("checker"), sys.version, *_installed()
    return fingerprint("report", *texts, collection.catalogue, collection.problems, *looks, *code, *options)


def standing(asked: str, folder: Path) -> Answer | None:
    """What was answered before, where the report that goes with it stands in the folder with every byte in place."""
    cache = Cache(_kept())
    found: Answer | None = cache.get(asked, Answer)
    cache.close()
    try:
        manifest = (folder / MANIFEST).read_bytes()
        if found is None or sha256(manifest) != found.manifest:
            return None
        return found if is_whole(folder, json.loads(manifest)["files"]) else None
    except OSError:
        return None


def keep(asked: str, folder: Path, summary: Summary, problems: tuple[Problem, ...]) -> None:
    """Remember what was answered, and the report in the folder."""
    cache = Cache(_kept())
    cache.put(asked, "report", Answer(sha256((folder / MANIFEST).read_bytes()), summary, problems))
    cache.close()


def _kept() -> Path:
    return default_folder() / "results.sqlite"


def _files(folder: Path) -> str:
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    return fingerprint(*(f"{p.relative_to(folder)} {sha256(p.read_bytes())}" for p in paths))


def _installed() -> Iterator[str]:
    """Every installed package with its version, as the names of their records tell."""
    for place in sys.path:
        if Path(place).is_dir():
            yield from sorted(p.name for p in Path(place).glob("*.*-info"))
