"""What `report` prints of a report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.articles import written
from tests.commands import Run, command


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "articles")
    return command(capsys)


TOLD = {
    "ferry.txt": (
        "The ferry to Oru sank on 5 May 2031. Nine sailors drowned when the ferry to Oru sank, the harbour "
        "office said. “We will raise the wreck before the winter comes,” said mayor Ada Quist."
    ),
    "wreck.txt": (
        "The ferry to Oru sank on 7 May 2031. Seven sailors drowned when the ferry to Oru sank, the harbour "
        "office [said](#). “We may raise the wreck before the winter comes,” said mayor Ada Quist."
    ),
}


def test_markdown_has_the_first_divergences_with_exact_words(run: Run) -> None:
    for name, text in TOLD.items():
        Path("told").mkdir(exist_ok=True)
        Path("told", name).write_text(text, "utf-8")
    code, out, _ = run("report", "told", "--format", "md", "--top", "2")
    assert code == 0
    assert out.startswith("# What differs between the sources\n\n2 texts, 2 voices, ")
    assert re.findall(r"^(\d+)\. \*\*", out, re.MULTILINE) == ["1", "2"]
    rows = re.findall(r"^   - .+?: “(.+)” \(`(.+?):(\d+)`\)$", out, re.MULTILINE)
    assert len(rows) >= 4
    for words, doc, start in rows:
        plain = re.sub(r"\\(.)", r"\1", words).removesuffix("…").rstrip()
        assert TOLD[doc][int(start) :].replace("[said](#)", "said").startswith(plain)
    assert out.endswith("The whole report: reports/told/index.html\n")


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
