"""Whether a report folder still is as it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "report-manifest.json"
"""The file that names every file of a report with its hash."""


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_whole(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether every file is there with the bytes of its hash; OSError where one cannot be read."""
    return all(sha256((folder / path).read_bytes()) == digest for path, digest in files.items())
