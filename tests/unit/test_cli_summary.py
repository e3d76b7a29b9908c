"""What `report` prints of a report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.articles import ALL, written
from tests.commands import Run, command


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "articles")
    return command(capsys)


def test_markdown_has_the_first_divergences_with_exact_words(run: Run) -> None:
    code, out, _ = run("report", "articles", "--format", "md", "--top", "3")
    assert code == 0
    assert out.startswith("# What differs between the sources\n\n3 texts, 3 voices, ")
    assert re.findall(r"^(\d+)\. \*\*", out, re.MULTILINE) == ["1", "2", "3"]
    rows = re.findall(r"^   - .+?: “(.+)” \(`(.+?):(\d+)`\)$", out, re.MULTILINE)
    assert len(rows) >= 4
    for words, doc, start in rows:
        plain = re.sub(r"\\(.)", r"\1", words).removesuffix("…").rstrip()
        assert ALL[doc][int(start) :].replace("[told](#)", "told").startswith(plain)
    assert out.endswith("The whole report: reports/articles/index.html\n")


def test_a_pipe_gets_plain_text_and_as_many_as_it_asks_for(run: Run) -> None:
    _, out, _ = run("report", "articles", "--top", "2")
    assert "\x1b" not in out
    assert [line[:6] for line in out.splitlines() if re.match(r" +\d+\. ", line)] == ["   1. ", "   2. "]
    assert out.splitlines()[-1] == "reports/articles/index.html"
    assert not re.search(r"^ +\d+\. ", run("report", "articles", "--top", "0")[1], re.MULTILINE)


def test_words_that_would_move_a_cursor_or_make_markup_are_shown(run: Run) -> None:
    odd = "The *mayor* of Oru \x1b[2J said on May 5, 2031 that nine firms <b>were</b> asked.\n"
    Path("articles/a.txt").write_text(odd, "utf-8")
    Path("articles/b.txt").write_text(odd.replace("nine", "seven"), "utf-8")
    for form in ("md", "text"):
        _, out, _ = run("report", "articles", "--format", form, "--top", "50")
        assert "\x1b" not in out
        assert form == "text" or not re.search(r"(?<!\\)<b>", out)
