"""Articles as rows of a file, and records as rows of one."""

from __future__ import annotations

import datetime
import gzip
import json
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from checker.capture import collected, read, tables
from checker.errors import CheckerError
from checker.model import Manifest, Problem, Snapshot
from tests.commands import Run, command

arrow = pytest.mark.skipif(
    find_spec("pyarrow") is None, reason="pyarrow is not installed: pip install '.[scale]'"
)
TEXT = "The mayor Ilva Brandt said that forty boats had left the harbour."
ROWS: list[dict[str, Any]] = [
    {"url": "https://Vale.test/storm#top", "date": "2031-05-04", "outlet": "Vale Post", "text": TEXT},
    {"id": "page", "html": f"<html><body><p>{TEXT}</p></body></html>", "text": "its text", "role": "primary"},
    {"text": "# Ferry", "media_type": "text/markdown", "title": "Ferry", "score": 4, "role": "third"},
]


def lines(path: Path, *rows: Any) -> Path:
    data = b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    from pyarrow import Table
    from pyarrow.parquet import write_table

    write_table(Table.from_pylist(rows), path)
    return path


def told(snapshot: Snapshot) -> tuple[Any, ...]:
    said = snapshot.manifest
    return snapshot.doc, snapshot.media_type, said.url, said.date, said.outlet, said.title, said.role


WANTED = [
    ("{}/0000003", "text/markdown", None, None, None, "Ferry", None),
    (
        "{}/vale.test-storm",
        "text/plain",
        "https://Vale.test/storm#top",
        "2031-05-04",
        "Vale Post",
        None,
        None,
    ),
    ("page", "text/html; charset=utf-8", None, None, None, None, "primary"),
]


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", pytest.param("a.parquet", marks=arrow)]
)
def test_a_row_is_an_article(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    days = [{**row, "date": datetime.date(2031, 5, 4)} if "date" in row else row for row in ROWS]
    columns = {key: None for row in days for key in row}
    if name.endswith("parquet"):
        parquet(path, [columns | row for row in days])
    else:
        lines(path, *ROWS)
    for given in (path, tmp_path):
        found = read([str(given)])
        assert [told(s) for s in found.snapshots] == [(w[0].format(name), *w[1:]) for w in WANTED]
        assert found.problems == () and found.snapshots[1].data.decode() == TEXT


def test_rows_that_are_no_article_cost_only_themselves(tmp_path: Path) -> None:
    bad = (b"{not json\n", [1], {"text": " "}, {"text": 7}, {"text": "lone \ud800"}, {"text": 40 * "long "})
    path = lines(tmp_path / "a.jsonl", ROWS[0], *bad, b"\n", ROWS[0], {"id": "x\0", "text": "Good."})
    found = read([str(path)], limit=100)
    assert [s.doc for s in found.snapshots] == ["a.jsonl/0000009", "a.jsonl/vale.test-storm"]
    assert [p.what.split(": ", 1)[1] for p in found.problems] == [
        "it is no JSON object", "it is no JSON object", "it has no article", "it has no article",
        "it holds a character that no text can hold", "200 bytes, more than 100",
    ]  # fmt: skip


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    found = read([str(lines(tmp_path / "a.jsonl", *[[]] * 1000))])
    assert len(found.problems) == 21
    assert {p.what for p in found.problems} >= {
        "980 more rows not read",
        "row 20 not read: it is no JSON object",
    }


def test_one_id_for_two_articles_is_told(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        lines(tmp_path / name, {"id": "one", "text": f"Of {name}."})
    found = read([str(tmp_path)])
    assert [s.data for s in found.snapshots] == [b"Of a.jsonl."]
    assert found.problems[0].what == "another of this id in b.jsonl not read"


def test_lines_that_nobody_named_and_are_no_articles_are_passed_over(tmp_path: Path) -> None:
    for number, row in enumerate(({"label": "x"}, b"{", b"", [1])):
        lines(tmp_path / f"{number}.jsonl", row)
    lines(tmp_path / "a.txt", b"A text.")
    found = read([str(tmp_path)])
    assert [s.doc for s in found.snapshots] == ["a.txt"] and found.problems == ()


def test_a_file_of_lines_is_read_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collected, "TOGETHER", 5000)
    bomb = lines(tmp_path / "bomb.jsonl.gz", ROWS[0], b'{"text": "' + 9_000_000 * b"x")
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(lines(tmp_path / "whole.jsonl.gz", *ROWS).read_bytes()[:-30])
    found = read([str(bomb), str(cut)])
    assert "bomb.jsonl.gz/vale.test-storm" in {s.doc for s in found.snapshots}
    said = {p.doc: p.what for p in found.problems}
    assert said["bomb.jsonl.gz"].startswith("not read further than") and "broken" in said["cut.jsonl.gz"]


@arrow
def test_parquet_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    parquet(tmp_path / "b.parquet", [{"words": "Of nothing."}])
    whole = parquet(tmp_path / "c.parquet", [{"text": f"Text {n}. " * 50} for n in range(500)]).read_bytes()
    (tmp_path / "c.parquet").write_bytes(whole[:900] + bytes(200) + whole[1100:])
    said = {p.doc: p.what for p in read([str(tmp_path)]).problems}
    assert "broken" in said["a.parquet"] and said["c.parquet"]
    assert said["b.parquet"] == "not read: there is no column text or html"


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    return command(capfdbinary)  # type: ignore[arg-type]


@arrow
def test_one_long_text_in_every_row_of_parquet_is_read_within_bounds(tmp_path: Path) -> None:
    """1 kB that says the same long text 20,000 times, too long to be an article."""
    from pyarrow import DictionaryArray, Table, array, int32
    from pyarrow.parquet import ParquetFile, write_table

    path = tmp_path / "a.parquet"
    words = DictionaryArray.from_arrays(array([0] * 20_000, int32()), array(["a" * 2_000_000]))
    write_table(Table.from_pydict({"text": words}), path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 2000
    with ParquetFile(path) as file:
        assert tables._at_once(file.metadata) == 31
    found = [
        row
        for row in tables.snapshots(path, "a", Manifest("a"), 1_000_000, 50_000_000)
        if isinstance(row, Problem)
    ]
    assert [p.what for p in found[-2:]] == [
        "not read further than 100,000,000 bytes",
        "11 more rows not read",
    ]


@arrow
def test_moments_of_parquet_that_python_cannot_hold(tmp_path: Path) -> None:
    """Billionths of a second are left out; a file with a time zone that nobody knows is told."""
    from pyarrow import Table, array, timestamp
    from pyarrow.parquet import write_table

    for name, unit, zone in (("a", "ns", None), ("b", "ns", "Europe/Oslo"), ("c", "us", "Nowhere/Else")):
        at = array([1_622_455_200_000_000_001 if unit == "ns" else 1], timestamp(unit, zone))
        write_table(
            Table.from_pydict({"text": ["Ada Lund spoke."], "retrieved": at}), tmp_path / f"{name}.parquet"
        )
    collection = read([str(tmp_path)])
    assert [s.manifest.retrieved for s in collection.snapshots] == [
        "2021-05-31T10:00:00",
        "2021-05-31T12:00:00+02:00",
    ]
    assert [p.what for p in collection.problems] == ["the file is broken ('Nowhere/Else')"]


@arrow
def test_records_go_to_parquet_and_documents_come_back(run: Run, tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    source, made, again = (str(tmp_path / name) for name in ("a.jsonl", "made.parquet", "again.parquet"))
    lines(Path(source), *ROWS)
    for what in ("claims", "groups", "divergences", "documents"):
        assert run("show", what, source, "--format", "parquet", "-o", made)[0] == 0
        _, out, _ = run("show", what, source, "--format", "jsonl")
        assert read_table(made).to_pylist() == [json.loads(line) for line in out.splitlines()]
    assert run("show", "documents", source, "--with-text", "--format", "parquet", "-o", made)[0] == 0
    assert [s.doc for s in read([made]).snapshots] == [s.doc for s in read([source]).snapshots]
    for target in (made, again):
        run("show", "claims", source, "--format", "parquet", "-o", target)
    assert Path(made).read_bytes() == Path(again).read_bytes()


def test_without_pyarrow_it_is_said_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert "provenance-checker[scale]" in read([str(tmp_path)]).problems[0].what
    with pytest.raises(CheckerError, match="pyarrow"):
        from checker.cli.show import _parquet

        _parquet(iter(()), {"properties": {}}, BytesIO())
