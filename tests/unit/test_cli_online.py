"""`checker check --online` on a small web on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from checker import wire
from tests.commands import Run, command
from tests.loopback import Web, always, web

MORE = ("--allow-private", "--archive", "none", "--format", "jsonl")


@pytest.fixture(scope="module")
def small() -> Iterator[Web]:
    with web() as served:
        yield served


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path_factory.mktemp("cache")))
    return command(capsys)


def text(folder: Path, served: Web, *paths: str) -> Path:
    """A text with a link to each path, on this machine by its number."""
    links = " ".join(f"The mayor [said](http://127.0.0.1:{served.port}{path}) so." for path in paths)
    (folder / "a.md").write_text(f"# Storm in Arden\n\n{links} She has *told* nobody [else](#).\n", "utf-8")
    return folder


def rows_of(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_offline_nothing_is_opened(run: Run, small: Web, tmp_path: Path) -> None:
    before = sum(small.asked.values())
    code, out, _ = run("check", text(tmp_path, small, "/gone/1"), "--format", "jsonl")
    assert (code, [r["verdict"] for r in rows_of(out)]) == (0, ["unchecked", "unresolvable"])
    assert sum(small.asked.values()) == before


def test_each_link_gets_its_verdict_and_gone_is_a_finding(run: Run, small: Web, tmp_path: Path) -> None:
    paths = ("/ok/1", "/moved/1", "/gone/1", "/403/1", "/soft-title/1", "/places/1#pier")
    code, out, err = run("check", text(tmp_path, small, *paths), "--online", *MORE)
    rows = rows_of(out)
    assert code == 1
    assert [r["verdict"] for r in rows] == [
        "ok",
        "moved",
        "gone",
        "blocked",
        "soft_404",
        "ok",
        "unresolvable",
    ]
    for row in rows:
        jsonschema.validate(row, wire.schema("citations"))
    here = f"http://127.0.0.1:{small.port}"
    assert "6 addresses checked: 2 ok\n1 the page is gone" in err
    assert f"{here}/moved/1 → {here}/ok/1" in err
    assert "the address names\n  a.md:" in err and f"{here}/places/1#pier" in err
    moved = rows[1]["checked"]
    assert isinstance(moved, dict) and moved["chain"] == [f"301 {here}/moved/1"] and moved["age_days"] == 0
    assert rows[-1]["checked"] is None


def test_the_second_run_says_how_old_its_answers_are(
    run: Run, small: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = text(tmp_path, small, "/ok/2")
    assert run("check", folder, "--online", *MORE)[0] == 0
    asked = sum(small.asked.values())
    real = __import__("time").time
    monkeypatch.setattr("checker.online.run.time.time", lambda: real() + 3 * 86_400)
    _, out, err = run("check", folder, "--online", *MORE)
    assert sum(small.asked.values()) == asked
    assert rows_of(out)[0]["reason"] == "It answered (200). Asked 3 days ago."
    assert "1 address checked: 1 ok; 1 known from earlier, the oldest asked 3 days ago" in err
    run("check", folder, "--online", *MORE, "--cache-days", "0")
    assert sum(small.asked.values()) > asked


def test_private_addresses_need_a_word(run: Run, small: Web, tmp_path: Path) -> None:
    before = sum(small.asked.values())
    code, out, _ = run(
        "check", text(tmp_path, small, "/gone/3"), "--online", "--archive", "none", "--format", "jsonl"
    )
    assert code == 0 and sum(small.asked.values()) == before
    assert rows_of(out)[0]["reason"] == "It was not opened: 127.0.0.1 leads to a private address."


def test_fail_on_chooses_what_is_a_finding(run: Run, small: Web, tmp_path: Path) -> None:
    folder = text(tmp_path, small, "/moved/4")
    assert run("check", folder, "--online", *MORE)[0] == 0
    assert run("check", folder, "--online", *MORE, "--fail-on", "moved")[0] == 1


def test_an_archived_copy_is_told(run: Run, small: Web, tmp_path: Path) -> None:
    small.handlers["gate"] = always(200, memento_datetime="Sat, 04 May 2019 06:00:00 GMT")
    gate = f"http://127.0.0.1:{small.port}/gate"
    code, out, err = run(
        "check", text(tmp_path, small, "/gone/5"), "--online", "--allow-private", "--archive", gate, "--format", "jsonl"
    )  # fmt: skip
    found = rows_of(out)[0]["checked"]
    url = f"{gate}/http://127.0.0.1:{small.port}/gone/5"
    assert code == 1 and isinstance(found, dict) and found["archived"] == {"url": url, "date": "2019-05-04"}
    assert f"archived 2019-05-04: {url}" in err


@pytest.mark.parametrize(
    ("options", "words"),
    [(("--archive", "ftp://a.org"), "no address of an archive"), (("--timeout", "0"), "--timeout"),
     (("--cache-days", "-1"), "--cache-days")],
)  # fmt: skip
def test_wrong_options_are_wrong_usage(
    run: Run, small: Web, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    code, _, err = run("check", text(tmp_path, small), "--online", *options)
    assert code == 2 and words in err


def test_a_page_that_is_called_otherwise_is_told(run: Run, small: Web, tmp_path: Path) -> None:
    here = f"http://127.0.0.1:{small.port}/titled-404/1"
    said = f"She wrote [“Nine ways to bake an autumn pear”]({here}). So is [“How a number became a word”]({here}?b).\n"
    (tmp_path / "a.md").write_text(said, "utf-8")
    _, out, _ = run("check", tmp_path, "--online", *MORE)
    first, second = rows_of(out)
    assert first["differs"] == [
        "The text calls it “Nine ways to bake an autumn pear”; the page is called “404: how a number became a word”."
    ]
    assert second["differs"] == []
    assert isinstance(second["checked"], dict) and second["checked"]["page"]["title"].startswith("404: how")
