"""Floors for the figures on groups, alignments and events."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker import entities, parse
from checker.capture.folder import read
from checker.events import align, grouping, rarity
from checker.model import Block, Catalogue, Document, Interval
from checker.pipeline import Pipeline

SHARED = Path(__file__).resolve().parents[3] / "shared"
EVAL, SEEDS = SHARED / "eval" / "events", SHARED / "seeds"
GROUPING = {"g5_dev": 0.94, "basil_dev": 0.97, "ecb_dev": 0.925}
EVENTS = {"event_passage_recall": 92.0, "multi_joined": 86.0, "multi_two": 93.0, "event_b3": 75.0}
pytestmark = pytest.mark.skipif(not EVAL.is_dir(), reason="the development data is not beside the repository")


def document(path: Path, doc: str, day: str | None) -> Document:
    text = path.read_bytes().decode("utf-8")
    blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    published = Interval(day, day, "manifest") if day else None
    markup = tuple(
        sorted(
            r
            for m in re.finditer(r"\[([^\[\]]*)\]\([^()\s]*\)", text)
            for r in ((m.start(), m.start(1)), (m.end(1), m.end()))
        )
    )
    return Document(
        doc, doc, "", doc, "t", "text/plain", None, None, None, published, "en", "secondary", ((0, len(text)),), (),
        text, blocks=blocks, markup=markup,
    )  # fmt: skip


def documents(name: str) -> tuple[Document, ...]:
    entries = map(json.loads, (EVAL / name / "manifest.jsonl").read_text().splitlines())
    return tuple(document(EVAL / name / e["path"], e["id"], e.get("date")) for e in entries)


def scored(script: Path, *arguments: Path) -> dict[str, Any]:
    call = [sys.executable, str(script), *map(str, arguments), "--json"]
    result: dict[str, Any] = json.loads(
        subprocess.run(call, check=True, capture_output=True, text=True).stdout
    )
    return result


@pytest.mark.parametrize("name", sorted(GROUPING))
def test_groups(name: str, tmp_path: Path) -> None:
    out = tmp_path / "groups.jsonl"
    groups = grouping.read(documents(name))
    out.write_text("\n".join(json.dumps({"group": g.group, "docs": g.docs}) for g in groups))
    figures = scored(EVAL / "score_grouping.py", EVAL / name / "gold_groups.json", out)
    assert figures["bcubed_f1"] >= GROUPING[name]


@pytest.mark.parametrize(
    ("name", "least", "linked"),
    [("superpal_dev", 0.684, 0.89), pytest.param("ecb_dev", 0.75, 0.822, marks=pytest.mark.slow)],
)
def test_alignments(name: str, least: float, linked: float, tmp_path: Path) -> None:
    out = tmp_path / "alignments.jsonl"
    found = documents(name)
    parses = tuple(parse.run(d) for d in found)
    named = entities.read(found, parses, Catalogue())
    rare = rarity.read(found, parses, named)
    records = align.run(found, parses, grouping.read(found), named, (), rare)
    lines = [
        {
            "a": {"doc": r.a.doc, "start": r.a.start, "end": r.a.end},
            "b": {"doc": r.b.doc, "start": r.b.start, "end": r.b.end},
            "score": r.score,
            "state": r.state,
        }
        for r in records
    ]
    out.write_text("\n".join(map(json.dumps, lines)))
    figures = scored(EVAL / "score_alignment.py", EVAL / name / "gold_align.json", out)
    assert figures["f1"] >= least
    assert figures["link_f1"] >= linked


def test_events_of_five_articles(tmp_path: Path) -> None:
    collection = read([str(SEEDS)])
    events = Pipeline(collection.snapshots, collection.catalogue, collection.problems).get("events")
    report = {
        "divergences": [],
        "events": [
            {"mentions": [{"doc": m.doc, "start": m.start, "end": m.end} for m in e.mentions]} for e in events
        ],
    }
    (tmp_path / "report.json").write_text(json.dumps(report))
    figures = scored(SHARED / "eval" / "divergence" / "score_divergence.py", tmp_path / "report.json")
    assert {name: figures[name] for name, floor in EVENTS.items() if figures[name] < floor} == {}
    assert 15 <= figures["events"] <= 70
