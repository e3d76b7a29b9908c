"""`checker.toml`: defaults for the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import Run, command

LOST = "# Ferry\n\nThe pilot was ill, according to [the Quay Post](#).\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    (tmp_path / "work/texts/deep").mkdir(parents=True)
    (tmp_path / "work/.git").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("texts/a.md").write_text(LOST, "utf-8")
    return command(capsys)


def write(text: str, folder: str = ".") -> None:
    Path(folder, "checker.toml").write_text(text, "utf-8")


def test_the_file_gives_defaults_and_the_command_line_goes_before_it(run: Run) -> None:
    write('[check]\nfail-on = ["unresolvable"]\nformat = "github"\ncache = false\n')
    code, out, _ = run("check", "texts")
    assert (code, out[:8]) == (1, "::error ")
    code, out, _ = run("check", "texts", "--fail-on", "gone", "--format", "csv")
    assert (code, out[:7]) == (0, "schema,")
    code, out, _ = run("--no-config", "check", "texts")
    assert (code, out[:2]) == (0, '{"')


def test_it_is_found_upwards_and_its_paths_are_beside_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", "texts/a.md", "--fail-on", "unresolvable", "--write-baseline", "known.json")
    write('[check]\nbaseline = "known.json"\n[quote]\nagainst = ["texts"]\nfail-on = "none"\n')
    monkeypatch.chdir("texts/deep")
    code, out, _ = run("quote", "a goat in the wheelhouse", "--format", "jsonl")
    assert (code, '"not_found"' in out) == (0, True)
    code, _, err = run("check", "../a.md", "--fail-on", "unresolvable")
    assert code == 0
    assert "0 new findings, 1 in the baseline" in err


def test_the_nearest_one_counts_and_none_above_the_repository(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("[nonsense]\n", "..")
    assert run("check", "texts")[0] == 0
    write('[check]\nfail-on = "unresolvable"\n')
    write('[check]\nfail-on = "gone"\n', "texts")
    monkeypatch.chdir("texts")
    assert run("check", "a.md")[0] == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[chek]\n", "no command is called 'chek'"),
        ("check = 1\n", "'check' is no table"),
        ("[check]\nfailon = 'gone'\n", "[check] 'failon' is no option"),
        ("[check]\npaths = ['texts']\n", "[check] 'paths' is no option"),
        ("[check]\nallow-private = true\n", "[check] 'allow-private' is for the command line alone"),
        ("[check]\nonline = 'yes'\n", "[check] online has another type"),
        ("[check]\ncache-days = true\n", "[check] cache-days has another type"),
        ("[check]\nformat = 'xml'\n", "[check] format is 'xml'"),
        ("[quote]\nagainst = 'texts'\n", "[quote] against has another type"),
        ("[check\n", "this is no TOML"),
        ("[check]\nfail-on = 'dead'\n", "no such verdict: dead"),
    ],
)
def test_what_cannot_be_understood_is_an_error(run: Run, text: str, what: str) -> None:
    write(text)
    code, out, err = run("check", "texts")
    assert (code, out) == (2, "")
    assert what in err
    assert "internal error" not in err


def test_a_whole_number_is_taken_and_another_is_not(run: Run) -> None:
    write("[add]\nlimit = 1\n")
    _, out, err = run("add", "texts", "--to", "corpus", "--format", "jsonl")
    assert '"state": "added"' in out, err
    write("[add]\nlimit = 'many'\n")
    assert run("add", "texts", "--to", "corpus")[0] == 2
