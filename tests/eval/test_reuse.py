"""Floors for the figures on shared passages."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import reuse
from checker.model import Document

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval" / "reuse"
FLOORS = {"passage_recall": 0.99, "near_recall": 0.99, "precision": 0.99, "span_precision": 0.98}


def read(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        path.stem, path.name, digest, digest, "t", "text/plain", None, None, None, None, "en", "secondary",
        ((0, len(text)),), (), text,
    )  # fmt: skip


@pytest.mark.skipif(not EVAL.is_dir(), reason="the development data is not beside the repository")
@pytest.mark.parametrize("footers", [0, 100])
def test_planted_passages(tmp_path: Path, footers: int) -> None:
    out = tmp_path / "corpus"
    made = ["--n", "1000", "--out", str(out), "--boilerplate", str(footers)]
    subprocess.run([sys.executable, str(EVAL / "generate.py"), *made], check=True, capture_output=True)
    documents = [read(path) for path in sorted((out / "texts").glob("*.txt"))]
    start = time.process_time()
    records = reuse.run(documents)
    seconds = time.process_time() - start
    lines = [
        {
            "a": {"doc": r.a.doc, "start": r.a.start, "end": r.a.end},
            "b": {"doc": r.b.doc, "start": r.b.start, "end": r.b.end},
            "boilerplate": r.boilerplate,
        }
        for r in records
    ]
    (tmp_path / "reuse.jsonl").write_text("\n".join(map(json.dumps, lines)))
    scorer = [str(EVAL / "score_reuse.py"), str(tmp_path / "reuse.jsonl"), "--key", str(out / "key.json")]
    scored = subprocess.run([sys.executable, *scorer, "--json"], check=True, capture_output=True, text=True)
    figures = json.loads(scored.stdout)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert 1000 / seconds > 3000
