"""Divergences and events of five real articles, against what reviewers marked. Floors, not targets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker import wire
from checker.capture.folder import read
from checker.model import Analysis
from checker.pipeline import Pipeline
from tests.conftest import beside

FLOORS = {
    "recall_importance_3": 61,
    "recall": 47,
    "recall_tight": 45,
    "kind_agreement": 95,
    "evidence_exact": 100,
    "event_passage_recall": 92,
    "multi_joined": 86,
    "event_b3": 75,
}
CEILINGS = {"control_false_alarms": 0, "breaking_limits": 0, "recall_chance": 15}


@pytest.fixture(scope="module")
def analysis(seeds: Path) -> Analysis:
    collection = read([str(seeds)])
    return Pipeline(collection.snapshots, collection.catalogue, collection.problems).analysis()


@pytest.fixture(scope="module")
def scores(analysis: Analysis, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = beside("eval") / "divergence"
    report = tmp_path_factory.mktemp("report") / "report.json"
    report.write_text(json.dumps(wire.report_json(analysis)), encoding="utf-8")
    command = [
        sys.executable,
        str(folder / "score_divergence.py"),
        str(report),
        "--texts",
        str(seeds),
        "--json",
    ]
    found: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls(scores: dict[str, Any], figure: str) -> None:
    assert scores[figure] >= FLOORS[figure]


@pytest.mark.parametrize("figure", CEILINGS)
def test_no_alarm_rises(scores: dict[str, Any], figure: str) -> None:
    assert scores[figure] <= CEILINGS[figure]


def spans(value: object) -> Iterator[dict[str, Any]]:
    """Every part of a JSON value that names a document, a range and the words there."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        if {"doc", "start", "end", "quote"} <= set(value):
            yield value
        yield from spans(list(value.values()))


def test_nothing_went_wrong(analysis: Analysis) -> None:
    assert analysis.problems == ()


def test_every_span_equals_its_quote(analysis: Analysis) -> None:
    texts = {d.doc: d.text for d in analysis.documents}
    found = list(spans(wire.report_json(analysis)))
    assert len(found) > 2000
    assert all(texts[s["doc"]][s["start"] : s["end"]] == s["quote"] for s in found)


def test_no_divergence_but_one_of_provenance_rests_on_page_furniture(analysis: Analysis) -> None:
    for divergence in analysis.divergences:
        for row in divergence.evidence if divergence.kind != "provenance" else ():
            assert analysis.document(row.span.doc).in_body(row.span.start, row.span.end), divergence.statement


def test_a_text_older_than_an_event_leaves_nothing_out(analysis: Analysis) -> None:
    dates = {e.event: e.date.from_ for e in analysis.events}
    for row in analysis.coverage:
        published, happened = analysis.document(row.doc).published, dates[row.event]
        if published and happened and published.to < happened:
            assert row.state != "left_out"


def test_two_runs_find_the_same(analysis: Analysis, seeds: Path) -> None:
    collection = read([str(seeds)])
    assert Pipeline(collection.snapshots, collection.catalogue, collection.problems).analysis() == analysis
