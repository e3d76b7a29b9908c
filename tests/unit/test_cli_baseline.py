"""`--baseline` and `--write-baseline`: old findings do not fail a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import Run, command

OLD = "The pilot was ill, according to [the Quay Post](#).\n"
NEW = "The cook was late, according to [the Dock Mail](#).\n"
FAIL = ("--fail-on", "unresolvable")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("a.md").write_text(f"# Ferry\n\n{OLD}", "utf-8")
    return command(capsys)


def test_a_known_finding_does_not_fail_though_it_has_moved(run: Run) -> None:
    assert run("check", "a.md", *FAIL)[0] == 1
    code, _, err = run("check", "a.md", *FAIL, "--write-baseline", "base.json")
    assert code == 0
    assert "1 finding written to base.json" in err
    Path("a.md").write_text(f"# Ferry\n\nThe ferry was full.\n\nNobody sang.\n\n{OLD}", "utf-8")
    code, out, err = run("check", "a.md", *FAIL, "--baseline", "base.json", "--format", "github")
    assert (code, out) == (0, "")
    assert "0 new findings, 1 in the baseline; 0 of the baseline no longer found" in err


def test_a_new_finding_fails_beside_a_known_one(run: Run) -> None:
    run("check", "a.md", *FAIL, "--write-baseline", "base.json")
    Path("a.md").write_text(f"# Ferry\n\n{NEW}\n{OLD}", "utf-8")
    code, out, _ = run("check", "a.md", *FAIL, "--baseline", "base.json", "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert code == 1
    assert [("Dock Mail" in r["message"]["text"], "suppressions" in r) for r in results] == [
        (True, False),
        (False, True),
    ]
    code, out, _ = run("check", "a.md", *FAIL, "--baseline", "base.json", "--format", "junit")
    assert code == 1
    assert out.count("<failure") == 1
    assert '<skipped message="in the baseline: unresolvable' in out


def test_a_second_copy_of_a_known_finding_is_new(run: Run) -> None:
    run("check", "a.md", *FAIL, "--write-baseline", "base.json")
    Path("a.md").write_text(f"# Ferry\n\n{OLD}\n{OLD}", "utf-8")
    assert run("check", "a.md", *FAIL, "--baseline", "base.json")[0] == 1


def test_what_was_mended_is_counted(run: Run) -> None:
    run("check", "a.md", *FAIL, "--write-baseline", "base.json")
    Path("a.md").write_text("# Ferry\n\nThe ferry was full.\n", "utf-8")
    code, _, err = run("check", "a.md", *FAIL, "--baseline", "base.json")
    assert code == 0
    assert "1 of the baseline no longer found" in err


def test_a_baseline_is_written_anew_with_what_it_held(run: Run) -> None:
    run("check", "a.md", *FAIL, "--write-baseline", "base.json")
    before = Path("base.json").read_bytes()
    run("check", "a.md", *FAIL, "--baseline", "base.json", "--write-baseline", "base.json")
    assert Path("base.json").read_bytes() == before
    (row,) = json.loads(before)["findings"]
    assert (row["file"], row["verdict"], row["words"]) == ("a.md", "unresolvable", "[the Quay Post](#)")


def test_quotations_have_a_baseline_too(run: Run) -> None:
    wanted = "quote", "the moon is an old tin lamp", "--against", "a.md"
    assert run(*wanted)[0] == 1
    assert run(*wanted, "--write-baseline", "base.json")[0] == 0
    assert run(*wanted, "--baseline", "base.json")[0] == 0
    assert run("quote", "the moon is a new tin lamp", "--against", "a.md", "--baseline", "base.json")[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "checker/baseline/9", "findings": []}',
        '{"schema": "checker/baseline/1", "findings": [1]}',
        "\x00",
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(run: Run, text: str) -> None:
    Path("base.json").write_text(text, "utf-8")
    code, out, err = run("check", "a.md", "--baseline", "base.json")
    assert (code, out) == (2, "")
    assert "this is no baseline (base.json)" in err
