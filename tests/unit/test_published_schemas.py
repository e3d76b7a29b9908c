"""What is written for other programs, held against the published schemas of its formats.

The schemas are others' work and no part of the project: `CHECKER_TEST_SCHEMAS` names a folder that holds
`sarif-2.1.0-rtm.4.json` (of the sources of sarif-om 1.0.4) and `junit-10.xsd` (of those of pytest 8.3.5).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from tests.articles import written
from tests.commands import Run, command

FOLDER = Path(os.environ.get("CHECKER_TEST_SCHEMAS", "missing"))
DRAFT = """The mayor [said](#) more (Oru Courier, May 9, 2031).

“We have asked ten firms: will you take the harbour?” Marn said. “They were never going to do it <at all> & that is it.”
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "articles")
    Path("a draft.md").write_text(DRAFT, "utf-8")
    Path("page.html").write_text("<p>See <a href='#'>the Quay Post</a>.</p>", "utf-8")
    return command(capsys)


def schema(name: str) -> Path:
    if not (FOLDER / name).is_file():
        pytest.skip(f"CHECKER_TEST_SCHEMAS names no folder with {name}")
    return FOLDER / name


CALLS = [
    ("check", "articles"),
    ("check", "articles", "--fail-on", "unresolvable"),
    ("check", "a draft.md", "page.html", "--against", "articles"),
    ("quote", "We have asked nine firms", "--against", "articles"),
    ("check", "articles", "--baseline", "known.json", "--fail-on", "unresolvable"),
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_sarif_is_valid(run: Run, call: tuple[str, ...]) -> None:
    held = json.loads(schema("sarif-2.1.0-rtm.4.json").read_text("utf-8"))
    run("check", "articles", "--fail-on", "unresolvable", "--write-baseline", "known.json")
    _, out, _ = run(*call, "--format", "sarif")
    found = json.loads(out)
    jsonschema.validators.validator_for(held)(held).validate(found)
    assert found["runs"][0]["results"] or call[0] == "quote"


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_junit_is_valid(run: Run, call: tuple[str, ...]) -> None:
    held = etree.XMLSchema(etree.parse(schema("junit-10.xsd")))
    run("check", "articles", "--fail-on", "unresolvable", "--write-baseline", "known.json")
    _, out, _ = run(*call, "--format", "junit")
    found = etree.fromstring(out.encode())
    held.assertValid(found)
    assert found.findall(".//testcase")
