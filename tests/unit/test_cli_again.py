"""A report that is asked for again is not made again, unless something that it follows from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.pipeline import Pipeline
from tests.commands import Run, command

TEXTS = {
    "ferry.txt": "The ferry to Oru sank on 5 May 2031. Nine sailors drowned, the harbour office said.",
    "wreck.txt": "The ferry to Oru sank on 7 May 2031. Seven sailors drowned, the harbour office said.",
}
PAGE = Path("reports/told/index.html")


class Counter:
    """How often texts were analysed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.runs, made = 0, Pipeline.analysis

        def analysis(stages: Pipeline) -> object:
            self.runs += 1
            return made(stages)

        monkeypatch.setattr(Pipeline, "analysis", analysis)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("told").mkdir()
    for name, text in TEXTS.items():
        Path("told", name).write_text(text, "utf-8")
    Path("told/notes.odt").write_bytes(b"")
    return command(capsys)


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


@pytest.mark.parametrize("options", [(), ("--format", "md"), ("--top", "1", "--fail-on", "date")])
def test_the_same_call_says_the_same_and_analyses_nothing(
    run: Run, counter: Counter, options: tuple[str, ...]
) -> None:
    first, page = run("report", "told", *options), PAGE.read_bytes()
    again = run("report", "told", *options)
    assert first == again
    assert (counter.runs, PAGE.read_bytes()) == (1, page)
    assert "notes.odt" in first[2]


def test_another_form_is_told_of_what_is_known(run: Run, counter: Counter) -> None:
    run("report", "told")
    _, out, _ = run("report", "told", "--format", "md")
    assert out.startswith("# What differs between the sources\n\n2 texts")
    assert counter.runs == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("told/ferry.txt").write_text(TEXTS["ferry.txt"].replace("Nine", "Ten"), "utf-8"),
        lambda: Path("told/third.txt").write_text("The ferry to Oru sank.", "utf-8"),
        lambda: Path("told/wreck.txt").rename("told/hull.txt"),
        lambda: Path("told/corpus.toml").write_text('title = "The ferry"', "utf-8"),
        lambda: PAGE.write_text("", "utf-8"),
        lambda: PAGE.unlink(),
    ],
)
def test_what_has_changed_is_looked_at_again(run: Run, counter: Counter, change: object) -> None:
    run("report", "told")
    assert callable(change)
    change()
    assert run("report", "told")[0] == 0
    assert counter.runs == 2
    assert PAGE.read_text("utf-8").startswith("<!")
    run("report", "told")
    assert counter.runs == 2


def test_options_that_make_another_report_make_it(run: Run, counter: Counter) -> None:
    run("report", "told")
    for options in (("--single-file",), ("--excerpts",), ("--top", "2"), ("--no-cache",)):
        before = counter.runs
        run("report", "told", *options)
        assert counter.runs == before + 1, options


def test_a_run_in_which_something_failed_is_made_again(
    run: Run, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import framing

    def fails(*_: object) -> None:
        raise MemoryError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(framing, "run", fails)
        assert "no room" in run("report", "told")[2]
    assert "no room" not in run("report", "told")[2]
    assert counter.runs == 2
