"""The demonstration corpus: marked as invented everywhere, whole, and told in a report that proves itself."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from checker.capture import read
from checker.cli import main
from tests.demo import DEMO

KINDS = {
    "label", "attribution", "certainty", "agency", "quotation", "number", "date", "omission", "inconsistency",
    "provenance",
}  # fmt: skip
MARK = "Invented outlet, written to demonstrate checker."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration report, as the command writes it."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.raises(SystemExit) as stop:
        main(["demo", "-o", str(folder), "--no-cache"])
    assert not stop.value.code
    return folder


@pytest.fixture(scope="module")
def texts(report: Path) -> dict[str, str]:
    data = json.loads((report / "report.json").read_text("utf-8"))
    by_capture = {d["sha256"]: d["doc"] for d in data["documents"]}
    assert len(by_capture) == len(data["documents"])
    found = read([str(DEMO)])
    assert found.problems == ()
    assert sorted(by_capture.values()) == [s.doc for s in found.snapshots]
    return {s.doc: s.data.decode("utf-8") for s in found.snapshots}


def test_every_file_and_every_outlet_is_marked_as_invented(texts: dict[str, str]) -> None:
    for doc, text in texts.items():
        assert MARK in text, doc
    for snapshot in read([str(DEMO)]).snapshots:
        assert (snapshot.manifest.outlet or "").endswith("(invented)"), snapshot.doc


def test_every_page_of_the_report_says_so(report: Path) -> None:
    notice = json.loads((report / "report.json").read_text("utf-8"))["notice"]
    assert "invented" in notice
    pages = list(report.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        assert f'<aside class="notice" aria-label="About this collection">{notice}</aside>' in page.read_text(
            "utf-8"
        ), page


def test_the_report_proves_itself(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", str(report)])
    assert not stop.value.code
    assert re.search(r"[1-9]\d{2,} printed citations hold, 0 do not", capsys.readouterr().err)


def test_three_of_each_kind_and_thirty_harmless_pairs_are_listed() -> None:
    listed = tomllib.loads((DEMO / "expected.toml").read_text("utf-8"))
    planted = Counter(row["kind"] for row in listed["divergence"])
    assert set(planted) == KINDS
    assert min(planted.values()) >= 3
    assert len(listed["negative"]) >= 30
    for row in (*listed["divergence"], *listed["negative"]):
        assert len(row["evidence"]) > 1 or row["absent_from"] or row.get("kinds"), row["id"]
