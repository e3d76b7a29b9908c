"""Floors for who said what, on labelled news texts; read beside the repository, never copied into it."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from checker import attribution, parse
from checker.model import Block, Document

DATA = Path(__file__).resolve().parents[3] / "shared" / "eval" / "attribution"
FLOORS = {
    "speech": {"soft_PRF": 83.2, "who_token_PRF": 85.2},
    "all": {"soft_PRF": 72.6, "who_token_PRF": 79.0},
}
PRECISION = {"speech": 85.8, "all": 86.5}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the evaluation data is not on this machine")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", DATA / "score_attribution.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def document(path: Path) -> Document:
    text = path.read_bytes().decode("utf-8")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "paragraph"))
        start += len(line) + 1
    return Document(
        doc=path.stem,
        path=path.name,
        sha256=digest,
        text_sha256=digest,
        extractor="test",
        media_type="text/plain",
        title=None,
        outlet=None,
        author=None,
        published=None,
        language="en",
        role="secondary",
        body=((0, len(text)),),
        boilerplate=(),
        text=text,
        blocks=tuple(blocks),
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_attribution_floors() -> None:
    score = scorer()
    gold: dict[str, Any] = score.load(str(DATA / "dev" / "gold.jsonl"))
    system = {}
    for path in sorted((DATA / "dev" / "text").glob("*.txt"))[::2]:
        made = document(path)
        found = attribution.run(made, parse.run(made))
        rows = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
        system[made.doc] = {"doc": made.doc, "attributions": rows}
    gold = {doc: row for doc, row in gold.items() if doc in system}
    for view, floors in FLOORS.items():
        counts, _ = score.score(gold, system, str(DATA / "dev" / "text"), view)
        figures = score.summary(counts)
        assert figures["soft_PRF"][0] >= PRECISION[view], (view, figures["soft_PRF"])
        for name, floor in floors.items():
            assert figures[name][2] >= floor, (view, name, figures[name])
