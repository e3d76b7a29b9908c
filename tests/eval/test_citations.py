"""Floors for what texts cite, on five labelled articles; read beside the repository, never copied into it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from checker import extract, parse
from checker.capture import read
from checker.model import Citation, Document
from tests import citing

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA, TEXTS = SHARED / "eval" / "citations", SHARED / "seeds"
FLOORS = {
    "recall": 98.0,
    "span_precision": 100.0,
    "verdict_accuracy": 98.0,
    "target_accuracy": 98.0,
    "exact": 100.0,
}

pytestmark = pytest.mark.skipif(
    not (DATA.is_dir() and TEXTS.is_dir()), reason="the evaluation data is not on this machine"
)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_citations", DATA / "score_citations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(document: Document, found: Citation) -> dict[str, Any]:
    target = found.target and {
        "url": found.target.url,
        "outlet": found.target.outlet,
        "date": found.target.date,
    }
    name = Path(document.doc).stem
    place = {
        "doc": name,
        "start": found.span.start,
        "end": found.span.end,
        "quote": document.quote(found.span),
    }
    return {**place, "form": found.form, "target": target, "verdict": found.verdict}


def test_citations_of_labelled_articles_are_found() -> None:
    documents = tuple(extract.run(snapshot) for snapshot in read([str(TEXTS)]).snapshots)
    rows = [row(d, c) for d in documents for c in citing.cited(d, parse.run(d), documents)]
    expected = json.loads((DATA / "expected.json").read_text("utf-8"))
    texts = {Path(d.doc).stem: d.text for d in documents}
    reached = scorer().score(rows, expected, texts=texts)[0]
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), reached
