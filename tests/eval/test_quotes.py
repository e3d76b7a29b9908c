"""Floors for the figures on quotations."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker.capture.folder import read
from checker.extract import run as extract
from checker.model import Verdict
from checker.quotation import Index, verify
from tests.conftest import beside

FLOORS = {"verbatim_accepted": 99.5, "conventions_accepted": 98.4, "exact_label": 98.5, "located": 99.0}
"""Some of the conventions begin after "one can hope that" or an "if …,": those are not to pass."""
CEILINGS = {"false_pass": 0.3, "lost": 0.3, "fabricated_found": 0, "fabricated_called_altered": 1}


def script(path: Path, *args: str) -> str:
    done = subprocess.run([sys.executable, str(path), *args], check=True, capture_output=True, text=True)
    return done.stdout


def row(verdict: Verdict) -> str:
    match = verdict.match and {
        "doc": verdict.match.doc,
        "start": verdict.match.start,
        "end": verdict.match.end,
    }
    return json.dumps({"id": verdict.id, "verdict": verdict.verdict, "match": match})


@pytest.mark.parametrize("seed", [7, 8])
def test_quotations_of_changed_articles(seed: int, seeds: Path, tmp_path: Path) -> None:
    folder = beside("eval") / "quotes"
    script(folder / "generate_quotes.py", "--out", str(tmp_path), "--seed", str(seed))
    index = Index(extract(snapshot) for snapshot in read([str(seeds)]).snapshots)
    quotes = [json.loads(line) for line in (tmp_path / "quotes.jsonl").read_text("utf-8").splitlines()]
    out = tmp_path / "verdicts.jsonl"
    out.write_text("\n".join(row(verify(q["id"], q["quote"], index)) for q in quotes), "utf-8")
    printed = script(folder / "score_quotes.py", str(out), "--key", str(tmp_path / "key.jsonl"), "--json")
    figures = json.loads(printed)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert {name: figures[name] for name, most in CEILINGS.items() if figures[name] > most} == {}
