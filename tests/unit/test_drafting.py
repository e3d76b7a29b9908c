"""A text that is being written, checked against a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.articles import written
from tests.commands import Run, command
from tests.word_files import paragraph, word_file

DRAFT = """# What became of the harbour

The mayor was bitter. “We have asked nine firms: will you take the harbour? They are silent,” she said.

“We have asked ten firms: will you take the harbour?” Marn said, according to the [Oru Courier](#).

“The harbour will be ours before the winter comes,” an owner said. Her book “The Harbour Nobody Wanted Back” is out.

The owners tore up the harbour deal in May and the pilots left Oru (North Herald, June 2, 2031).
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "articles")
    Path("next.md").write_text(DRAFT, "utf-8", newline="")
    return command(capsys)


def test_every_quotation_of_a_draft_is_looked_for_in_the_corpus(run: Run) -> None:
    code, out, err = run(
        "check", "next.md", "--against", "articles", "--format", "text", "--fail-on", "altered,not_found"
    )
    assert code == 1
    quoted = [line.split(": ")[:2] for line in out.splitlines() if "[quotation." in line]
    assert quoted == [["next.md:3:24", "verbatim"], ["next.md:5:2", "altered"], ["next.md:7:2", "not_found"]]
    assert "'ten' for 'nine'" in out
    assert "in 1 draft; 3 quotations checked against 3 texts" in err


def test_what_a_draft_cites_is_found_in_the_corpus_with_its_claim(run: Run) -> None:
    _, out, _ = run("check", "next.md", "--against", "articles", "--format", "jsonl")
    cited = [row for row in map(json.loads, out.splitlines()) if "form" in row]
    assert [(row["quote"], row["target"]["outlet"]) for row in cited] == [
        ("[Oru Courier](#)", "Oru Courier"),
        ("North Herald, June 2, 2031", "North Herald"),
    ]
    assert cited[1]["verdict"] == "in_corpus"
    assert cited[1]["target"]["doc"] == "herald.txt"
    assert cited[1]["support"]["verdict"] == "supported"


def test_a_copy_of_the_draft_bears_nothing_out(run: Run) -> None:
    Path("articles/copy.md").write_text(DRAFT, "utf-8", newline="")
    _, out, err = run("check", "next.md", "--against", "articles", "--format", "text")
    assert "next.md:7:2: not_found" in out
    assert "against 3 texts" in err


def test_a_draft_may_have_the_name_of_a_source(run: Run) -> None:
    Path("courier.txt").write_text(DRAFT, "utf-8", newline="")
    code, out, _ = run("check", "courier.txt", "--against", "articles", "--format", "text")
    assert code == 1
    assert "courier.txt:3:24: verbatim" in out


def test_a_word_file_is_checked_paragraph_by_paragraph(run: Run) -> None:
    lines = [
        paragraph(line.removeprefix("# ").replace("[Oru Courier](#)", "the Oru Courier"))
        for line in DRAFT.splitlines()
    ]
    Path("next.docx").write_bytes(word_file(*lines))
    code, out, _ = run("check", "next.docx", "--against", "articles", "--format", "text")
    assert code == 1
    assert "next.docx:3:24: verbatim" in out
    assert "next.docx:5:2: altered" in out


def test_links_inside_quoted_words_are_no_change(run: Run) -> None:
    Path("next.md").write_text(
        "“We have asked [nine firms](https://a.example/): will you take the harbour?” she said.\n", "utf-8"
    )
    code, out, _ = run(
        "check", "next.md", "--against", "articles", "--format", "text", "--fail-on", "altered"
    )
    assert code == 0
    assert "next.md:1:2: verbatim" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.md", "--against", "articles"), "no file or folder 'missing.md'"),
        (("empty.md", "--against", "articles"), "no draft could be read"),
        (("next.md", "--against", "nowhere"), "no file or folder 'nowhere'"),
    ],
)
def test_what_cannot_be_checked_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("empty.md").write_text("", "utf-8")
    code, out, err = run("check", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_report_has_no_drafts(run: Run) -> None:
    assert run("report", "articles", "-o", "out")[0] == 0
    code, out, _ = run("check", "out", "--against", "articles", "--format", "jsonl")
    assert (code, '"kind": "quotes"' in out) == (0, False)
    code, _, err = run("check", "out", "--online")
    assert code == 2
    assert "Leave out --online" in err
