"""`checker diff`: what parts two reports."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import wire
from checker.cli import main
from checker.cli.diff import KINDS
from tests.articles import written
from tests.commands import Run, command

Report = dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report.json of the fixture articles."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.raises(SystemExit), pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKER_CACHE", str(folder / "cache"))
        main(["report", str(written(folder / "articles")), "-o", str(folder / "out")])
    report: Report = json.loads((folder / "out/report.json").read_text("utf-8"))
    assert all(report[kind.list_] for kind in KINDS)
    return report


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, made: Report) -> Run:
    """Compare the report with one that `change` has changed."""

    def call(change: Callable[[Report], object], *arguments: str) -> tuple[int, str, str]:
        other = copy.deepcopy(made)
        change(other)
        for name, report in (("old", made), ("new", other)):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "report.json").write_text(json.dumps(report), "utf-8")
        return command(capsys)("diff", tmp_path / "old", tmp_path / "new", *arguments)

    return call


def told(out: str) -> list[tuple[str, str]]:
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        jsonschema.validate(row, wire.schema("changes"))
    return [(row["change"], row["kind"]) for row in rows]


def test_a_report_does_not_differ_from_itself(run: Run) -> None:
    code, out, err = run(lambda report: None, "--format", "jsonl", "--fail-on", "new,gone,changed")
    assert (code, out) == (0, "")
    assert "0 differences: 0 new, 0 gone, 0 changed" in err


def moved(report: Report) -> None:
    """Everything stands 40 characters later, and has other ids and ranks."""
    for kind in KINDS:
        for row in report[kind.list_]:
            for span in (row, *row.get("evidence", ()), *row.get("mentions", ())):
                span |= {name: span[name] + 40 for name in ("start", "end") if name in span}
            row |= {name: "ffff" for name in ("id", "event") if name in row}
            row |= {"rank": row["rank"] + 1} if "rank" in row else {}


def test_a_move_is_no_difference(run: Run) -> None:
    assert run(moved, "--format", "jsonl")[:2] == (0, "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_missing_is_gone(run: Run, kind: Any) -> None:
    code, out, _ = run(lambda r: r[kind.list_].pop(0), "--format", "jsonl", "--fail-on", f"gone:{kind.name}")
    assert code == 1
    assert told(out) == [("gone", kind.name)]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("documents", "text_sha256", "0" * 64),
        ("documents", "title", "Another title"),
        ("events", "label", "Another name for it"),
        ("events", "date", None),
        ("divergences", "statement", "They say it otherwise."),
        ("divergences", "importance", 9),
        ("citations", "verdict", "gone"),
    ],
)
def test_what_is_otherwise_is_changed(run: Run, kind: str, field: str, value: object) -> None:
    code, out, _ = run(lambda r: r[kind][0].update({field: value}), "--format", "jsonl", "--fail-on", "new")
    (row,) = (json.loads(line) for line in out.splitlines())
    assert (code, told(out)) == (0, [("changed", row["kind"])])
    assert list(row["now"]) == [field]
    assert row["now"][field] == value
    assert row["was"][field] != value


def twice(report: Report) -> None:
    report["citations"].append({**report["citations"][0], "start": 9_000, "end": 9_010})


def test_a_second_one_of_the_same_words_is_new(run: Run) -> None:
    code, out, _ = run(twice, "--format", "jsonl", "--fail-on", "new:divergence,new:citation")
    assert (code, told(out)) == (1, [("new", "citation")])


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_it_is_told_in_every_form(run: Run, form: str) -> None:
    _, out, err = run(
        lambda r: r["divergences"][0].update(statement="They say it otherwise."), "--format", form
    )
    assert "They say it otherwise." in out
    assert "1 difference: 0 new, 0 gone, 1 changed" in err


def grown(report: Report) -> None:
    """The first event has two passages more, and the last words of the first statement are others."""
    event, told = report["events"][0], report["divergences"][0]
    event["mentions"] += [{**event["mentions"][0], "quote": "The mill " + "burned " * n} for n in (80, 90)]
    told["statement"] += " This was put behind."


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_person_reads_what_differs_and_no_whole_passages(run: Run, form: str) -> None:
    out = run(grown, "--format", form)[1]
    assert "mentions: " in out and "The mill burned" in out and " and 1 more" in out
    assert "no others" in out and "This was put behind." in out
    assert "burned " * 20 not in out and "[" not in out
    assert json.dumps("burned " * 80)[1:-1] in run(grown, "--format", "json")[1]


def test_what_is_no_report_is_an_error(run: Run, tmp_path: Path) -> None:
    assert run(lambda r: r.update(schema="checker/report/0"))[0] == 2
    code, _, err = run(lambda r: r["events"].append({}))
    assert code == 2
    assert "damaged" in err
    code, _, err = run(lambda r: None, "--fail-on", "news")
    assert code == 2
    assert "no such change: news" in err
