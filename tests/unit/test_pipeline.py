"""The order of the stages: what is computed, what is kept, and that the place of work does not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from checker import parse
from checker.capture.folder import read
from checker.events import grouping
from checker.model import Analysis
from checker.pipeline import STEPS, Pipeline
from checker.runner import NOWHERE, Job, Outcome, Processes
from checker.store import Cache
from checker.trail import Trail
from tests.articles import POST, written


class Counting:
    """A runner that counts the jobs of each function's module."""

    def __init__(self) -> None:
        self.inner = Processes(1)
        self.jobs: Counter[str] = Counter()

    def each(
        self, function: Callable[..., Any], jobs: Sequence[Job], weight: int, trail: Trail = NOWHERE
    ) -> Iterator[Outcome]:
        self.jobs[function.__module__] += len(jobs)
        return self.inner.each(function, jobs, weight, trail)

    def whole(self, function: Callable[..., Any], job: Job) -> Any:
        self.jobs[function.__module__] += 1
        return self.inner.whole(function, job)

    def close(self) -> None:
        self.inner.close()


def analysed(folder: Path, cache: Cache | None = None, runner: Any = None) -> Analysis:
    found = read([str(folder)])
    return Pipeline(found.snapshots, found.catalogue, found.problems, cache=cache, runner=runner).analysis()


def test_a_step_needs_only_what_stands_before_it() -> None:
    known = {"snapshots", "catalogue", "labels", "outlets", "works", "names_known"}
    for step in STEPS:
        assert set(step.needs) <= known, step.name
        known.add(step.name)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    found = Cache(tmp_path / "cache.sqlite")
    yield found
    found.close()


def test_nothing_is_computed_twice(tmp_path: Path, cache: Cache) -> None:
    folder = written(tmp_path / "articles")
    first, second = Counting(), Counting()
    assert analysed(folder, cache, first) == analysed(folder, cache, second)
    assert first.jobs["checker.parse"] == 3
    assert sum(second.jobs.values()) == 0


def test_a_changed_article_is_parsed_alone(tmp_path: Path, cache: Cache) -> None:
    folder = written(tmp_path / "articles")
    analysed(folder, cache)
    (folder / "post.md").write_text(POST.replace("seven million", "six million"), encoding="utf-8")
    again = Counting()
    changed = analysed(folder, cache, again)
    assert again.jobs["checker.parse"] == 1
    assert again.jobs["checker.time"] == 1
    assert changed == analysed(folder)


def test_workers_find_what_one_process_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "articles")
    alone = analysed(folder, runner=Processes(1))
    monkeypatch.setattr(Processes, "WORTH_IT", 0)
    workers = Processes(2)
    try:
        assert analysed(folder, runner=workers) == alone
    finally:
        workers.close()


def test_a_stage_that_fails_on_one_text_costs_only_that_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real = written(tmp_path / "articles"), parse.run

    def failing(document: Any) -> Any:
        if document.doc == "post.md":
            raise ValueError("an odd sentence")
        return real(document)

    monkeypatch.setattr(parse, "run", failing)
    found = analysed(folder, runner=Processes(1))
    assert {d.doc for d in found.documents} == {"courier.txt", "herald.txt", "post.md"}
    assert [(p.doc, p.stage) for p in found.problems] == [("post.md", "parses")]
    assert "an odd sentence" in found.problems[0].what
    assert {a.doc for a in found.attributions} == {"courier.txt", "herald.txt"}


def test_how_the_texts_are_named_on_the_command_line_does_not_matter(tmp_path: Path) -> None:
    folder = written(tmp_path / "articles")
    names = sorted(str(p) for p in folder.iterdir())
    there = read(names)
    back = read(names[::-1])
    assert Pipeline(there.snapshots).analysis() == Pipeline(back.snapshots).analysis()


def test_no_texts_give_an_empty_analysis() -> None:
    assert Pipeline(()).analysis() == Analysis()


def test_what_rests_on_a_failure_is_not_kept(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real = written(tmp_path / "articles"), parse.run

    def failing(document: Any) -> Any:
        if document.doc == "post.md":
            raise MemoryError("once")
        return real(document)

    monkeypatch.setattr(parse, "run", failing)
    assert analysed(folder, cache, Processes(1)).problems
    monkeypatch.setattr(parse, "run", real)
    assert analysed(folder, cache, Processes(1)) == analysed(folder)


def test_a_stage_for_the_whole_that_fails_is_told_and_not_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any) -> Any:
        raise ValueError("an odd corpus")

    monkeypatch.setattr(grouping, "run", failing)
    found = analysed(written(tmp_path / "articles"), runner=Processes(1))
    assert [(p.doc, p.stage) for p in found.problems] == [(None, "groups")]
    assert found.claims
