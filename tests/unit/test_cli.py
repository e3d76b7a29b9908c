"""The command line: what goes to stdout, what to stderr, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from checker import wire
from checker.pipeline import rules
from tests.articles import ALL, written
from tests.commands import Run, command


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: Path) -> Run:
    """Run the command line; -> exit code, stdout, stderr."""
    monkeypatch.setenv("CHECKER_CACHE", str(cache))

    return command(capsys)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return written(tmp_path / "articles")


@pytest.mark.parametrize("what", list(wire.RECORDS))
def test_show_prints_records_that_fit_their_schema(run: Run, articles: Path, what: str) -> None:
    code, out, _ = run("show", what, articles, "--format", "jsonl")
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        jsonschema.validate(row, wire.schema(what))
    assert rows or what in {"problems", "reuse", "coverage", "quotations"}


def spans(value: object) -> list[dict[str, object]]:
    """Every part of a JSON value that names a document, a range and the words there."""
    if isinstance(value, list):
        return [s for item in value for s in spans(item)]
    if not isinstance(value, dict):
        return []
    inner = [s for item in value.values() for s in spans(item)]
    return [value, *inner] if {"doc", "start", "end", "quote"} <= set(value) else inner


def test_every_span_of_a_report_equals_its_quote(run: Run, articles: Path, tmp_path: Path) -> None:
    code, out, _ = run("report", articles, "-o", tmp_path / "out")
    assert code == 0
    assert "3 texts" in out
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    jsonschema.validate(report, wire.schema("report"))
    found = spans(report)
    assert len(found) > 50
    for span in found:
        assert ALL[str(span["doc"])][int(str(span["start"])) : int(str(span["end"]))] == span["quote"]


def test_the_same_texts_give_the_same_bytes(run: Run, articles: Path, tmp_path: Path) -> None:
    for name, cached in (("one", "--no-cache"), ("two", "--cache"), ("three", "--cache")):
        assert run("report", articles, "-o", tmp_path / name, cached)[0] == 0
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert len(files) > 8
    for other in ("two", "three"):
        for name in files:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / other / name).read_bytes(), name


def test_a_report_proves_itself_and_a_changed_byte_is_named(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("report", articles, "-o", out)
    assert run("check", out)[0] == 0
    stored = next(p for p in (out / "texts").iterdir() if "post" in p.name)
    stored.write_bytes(stored.read_bytes().replace(b"collapsed", b"collapsEd", 1))
    code, rows, err = run("check", out, "--format", "jsonl")
    assert code == 1
    assert "post" in err
    broken = [json.loads(line) for line in rows.splitlines()]
    assert broken
    assert all("collapsed" in json.dumps(row) for row in broken if row.get("printed"))


QUOTES = [
    ("We have asked nine firms: will you take the harbour?", "verbatim", 0),
    ("We have asked seven firms: will you take the harbour?", "altered", 1),
    ("The moon was sold to a lighthouse keeper in winter", "not_found", 1),
]


@pytest.mark.parametrize(("words", "verdict", "code"), QUOTES)
def test_quote(run: Run, articles: Path, words: str, verdict: str, code: int) -> None:
    got, out, _ = run("quote", words, "--against", articles, "--format", "jsonl")
    row = json.loads(out)
    jsonschema.validate(row, wire.schema("quotes"))
    assert (got, row["verdict"]) == (code, verdict)


def test_quotes_answers_every_line_and_fails_only_on_what_was_asked(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        "".join(json.dumps({"id": i, "quote": q[0]}) + "\n" for i, q in enumerate(QUOTES)), "utf-8"
    )
    code, out, _ = run("quotes", batch, "--against", articles, "--format", "jsonl")
    assert [json.loads(line)["verdict"] for line in out.splitlines()] == [q[1] for q in QUOTES]
    assert code == 1
    assert run("quotes", batch, "--against", articles, "--fail-on", "gone")[0] == 0


def test_check_lists_citations_with_a_verdict(run: Run, articles: Path) -> None:
    code, out, _ = run("check", articles, "--format", "jsonl")
    verdicts = {row["quote"]: row["verdict"] for row in map(json.loads, out.splitlines()) if "form" in row}
    assert verdicts["[told](#)"] == "unresolvable"
    assert code == 0


def test_formats(run: Run, articles: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("show", "documents", articles, "--format", "csv")[1])))
    assert {row["doc"] for row in rows} == set(ALL)
    assert len(json.loads(run("show", "documents", articles, "--format", "json")[1])) == 3
    lines = run("show", "documents", articles, "--format", "md")[1].splitlines()
    assert lines[1].count("---") == lines[0].count("|") - 1
    target = tmp_path / "rows.jsonl"
    assert run("show", "documents", articles, "-o", target)[1] == ""
    assert len(target.read_text("utf-8").splitlines()) == 3


WRONG = [
    (["show", "documents", "nowhere"], "nowhere"),
    (["show", "nothing", "."], "nothing"),
    (["report"], "PATH"),
    (["explain", "attribution.nonsense"], "attribution.nonsense"),
    (["quote", " ", "--against", "."], "empty"),
    (["report", ".", "--fail-on", "scandal"], "scandal"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage_is_told_in_a_few_lines_and_exits_with_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert named in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) <= 5


def test_a_file_that_cannot_be_read_is_a_problem_and_not_the_end(run: Run, articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    code, out, err = run("show", "documents", articles, "--format", "jsonl")
    assert code == 0
    assert {json.loads(line)["doc"] for line in out.splitlines()} == set(ALL)
    assert "empty.txt" in err
    assert "binary.txt" in err


def test_explain_knows_every_rule_and_schema_every_record(run: Run) -> None:
    code, out, _ = run("explain")
    assert code == 0
    for line in out.splitlines():
        rule = line.split()[0]
        assert rule in run("explain", rule)[1]
    for name in wire.names():
        assert json.loads(run("schema", name)[1])["$id"] == wire.schema_id(name)


def test_doctor_finds_this_machine_ready(run: Run) -> None:
    code, out, _ = run("doctor")
    assert (code, "NOT" in out) == (0, False)


def test_help_has_examples(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert "Examples" in out
    for name in ("report", "show", "check", "quotes", "quote"):
        assert "checker " + name in run(name, "--help")[1]


BROKEN = [
    ("latin.jsonl", '{"quote": "é"}'.encode("latin-1"), "not UTF-8"),
    ("deep.jsonl", b"[" * 100_000, "deep.jsonl:1"),
    ("number.jsonl", b'{"quote": 5}', "number.jsonl:1"),
    ("empty.jsonl", b'{"quote": " "}', "empty.jsonl:1"),
]


@pytest.mark.parametrize(("name", "data", "named"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_a_batch_that_is_none_is_told_with_its_line(
    run: Run, articles: Path, tmp_path: Path, name: str, data: bytes, named: str
) -> None:
    (tmp_path / name).write_bytes(data)
    code, out, err = run("quotes", tmp_path / name, "--against", articles)
    assert (code, out) == (2, "")
    assert named in err


def test_a_batch_may_begin_with_a_byte_order_mark(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "batch.jsonl").write_bytes('\ufeff{"quote": "They are silent"}\n'.encode())
    code, out, _ = run("quotes", tmp_path / "batch.jsonl", "--against", articles, "--format", "jsonl")
    assert (code, json.loads(out)["id"]) == (0, "1")


def test_a_missing_file_of_a_report_is_a_row(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("report", articles, "-o", out)
    (out / "report.json").unlink()
    code, rows, _ = run("check", out, "--format", "jsonl")
    found = [json.loads(line) for line in rows.splitlines()]
    assert code == 1
    assert [(row["page"], row["why"]) for row in found] == [("report.json", "the file is missing")]
    jsonschema.validate(found[0], wire.schema("proof"))
    assert run("check", out / "index.html")[0] == 1


def test_a_reader_that_stops_early_is_no_finding(articles: Path, cache: Path) -> None:
    program = [
        sys.executable,
        "-m",
        "checker",
        "show",
        "documents",
        str(articles),
        "--with-text",
        "--format",
        "jsonl",
    ]
    environment = {**os.environ, "CHECKER_CACHE": str(cache)}
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        error = process.stderr.read() if process.stderr else b""
        assert (process.wait(), error) == (0, b"")


def test_a_cache_that_cannot_be_written_costs_only_time(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "file" / "cache"))
    code, out, err = run("report", articles, "-o", tmp_path / "out")
    assert (code, "3 texts" in out) == (0, True)
    assert "could not be kept" in err


@pytest.mark.parametrize(
    "called", ["attribution.according-to", "according-to", "A source after “according to”"]
)
def test_a_rule_is_explained_by_its_id_or_its_title(run: Run, called: str) -> None:
    rule = next(r for r in rules() if r.id == "attribution.according-to")
    code, out, _ = run("explain", rule.title if called.startswith("A ") else called)
    assert code == 0
    assert f"`{rule.id}`" in out


def test_check_says_how_much_it_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill in Oru closed in May. Nobody was hurt.", encoding="utf-8")
    code, out, err = run("check", tmp_path)
    assert (code, out) == (0, "")
    assert "0 citations in 1 text; 0 quotations checked against 0 primary texts" in err
