"""What every test may use: texts of ours as documents, and the development data where it is at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import extract
from checker.capture.folder import read
from checker.model import Document

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def document(tmp_path: Path) -> Callable[..., Document]:
    """Make a document of a text: `document("Some text.", name="a.txt")`."""

    def make(text: str, name: str = "a.txt") -> Document:
        folder = tmp_path / "made"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
        found = {s.doc: s for s in read([str(folder)]).snapshots}
        return extract.run(found[name])

    return make


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real articles; skips where they are not beside the project."""
    return beside("seeds")


def beside(name: str) -> Path:
    """A folder of the development data; skips where it is absent."""
    path = SHARED / name
    if not path.is_dir():
        pytest.skip(f"no {name} beside the project: development data is not part of it")
    return path
