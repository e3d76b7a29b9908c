"""`--format github|junit|sarif`: what other programs read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from checker.cli.formats import FORMATS
from checker.cli.formats.finding import Finding, Place, Region, fingerprinted, level_of, line_starts
from checker.extract import decoding
from tests.commands import Run, command

LOST = "# Ferry\n\nThe ferry is late.\n\nThe pilot was ill, according to [the Quay Post](#).\n"
PAGE = (
    "<html><body><article><p>The ferry was late, "
    "according to <a href='#'>the Quay Post</a>.</p></article></body></html>"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return command(capsys)


def texts(**named: str) -> None:
    Path("texts").mkdir(exist_ok=True)
    for name, text in named.items():
        Path("texts", name.replace("_", ".")).write_text(text, "utf-8", newline="")


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


WORDS = {"type": "string", "minLength": 1}
MESSAGE = _object(("text",), text=WORDS)
NUMBER = {"type": "integer", "minimum": 1}
REGION = _object(("startLine",), startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
RESULT = _object(
    ("ruleId", "ruleIndex", "level", "message", "partialFingerprints"),
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    partialFingerprints={"type": "object", "additionalProperties": WORDS, "minProperties": 1},
    properties={"type": "object"},
    suppressions={
        "type": "array",
        "items": _object(("kind",), kind={"enum": ["inSource", "external"]}, justification=WORDS),
    },
    locations={
        "type": "array",
        "items": _object(
            ("physicalLocation",),
            physicalLocation=_object(
                ("artifactLocation",),
                artifactLocation=_object(("uri",), uri={"type": "string", "pattern": r"^[!-~]+$"}),
                region=REGION,
            ),
        ),
    },
)
RULE = _object(("id",), id=WORDS, shortDescription=MESSAGE, fullDescription=MESSAGE)
DRIVER = _object(
    ("name",), name=WORDS, version=WORDS, rules={"type": "array", "items": RULE, "uniqueItems": True}
)
SARIF = _object(
    ("$schema", "version", "runs"),
    **{"$schema": WORDS},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": _object(
            ("tool", "results"),
            tool=_object(("driver",), driver=DRIVER),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={"type": "array", "items": RESULT},
        ),
    },
)
"""The part of SARIF 2.1.0 that is written, as its specification describes it, and nothing beside."""


def sarif_of(out: str) -> list[dict[str, Any]]:
    document = json.loads(out)
    jsonschema.validate(document, SARIF)
    run = document["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    assert all(ids[r["ruleIndex"]] == r["ruleId"] for r in run["results"])
    return list(run["results"])


JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "skipped"}),
    "failure": ({"message", "type"}, set()),
    "skipped": ({"message"}, set()),
}
"""Elements with the attributes that each has, and the elements that may stand in it."""


def junit_of(out: str) -> etree._Element:
    root = etree.fromstring(out.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, inside = JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= inside
        for counted, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            if counted in attributes:
                assert int(element.get(counted)) == len(element.findall(f".//{tag}"))
    return root


def test_a_finding_is_an_annotation_at_its_line(run: Run) -> None:
    texts(a_md=LOST)
    code, out, _ = run("check", "texts", "--format", "github", "--fail-on", "unresolvable")
    assert code == 1
    head, _, message = out.strip().partition("::unresolvable")
    assert (
        head == "::error file=texts/a.md,line=5,endLine=5,col=33,endColumn=51,title=checker%3A unresolvable"
    )
    assert "lost" in message
    code, out, _ = run("check", "texts", "--format", "github")
    assert (code, out[:9]) == (0, "::notice ")


def test_files_of_one_name_keep_their_folders(run: Run) -> None:
    for folder in ("texts", "texts/old"):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text(LOST, "utf-8")
    _, out, _ = run("check", "texts/old/a.md", "texts/a.md", "--format", "github")
    files = [line.split("file=")[1].split(",")[0] for line in out.splitlines()]
    assert sorted(files) == ["texts/a.md", "texts/old/a.md"]


def test_sarif_gives_rule_place_and_fingerprint(run: Run) -> None:
    texts(a_md=LOST)
    code, out, _ = run("check", "texts/a.md", "--format", "sarif", "--fail-on", "unresolvable")
    (result,) = sarif_of(out)
    assert (code, result["ruleId"], result["level"]) == (1, "citation.dead_link", "error")
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "texts/a.md"}
    assert physical["region"] == {"startLine": 5, "startColumn": 33, "endLine": 5, "endColumn": 51}


def test_what_is_found_in_a_page_has_its_file_and_no_line(run: Run) -> None:
    texts(a_html=PAGE)
    _, out, _ = run("check", "texts", "--format", "sarif")
    (result,) = sarif_of(out)
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "texts/a.html"}}}]


def test_junit_counts_failures_and_what_was_skipped(run: Run) -> None:
    texts(a_md=LOST, b_md="# Pier\n\nSee [the plan](https://plans.example/pier).\n")
    code, out, _ = run("check", "texts", "--format", "junit", "--fail-on", "unresolvable")
    root = junit_of(out)
    assert code == 1
    assert [(s.get("name"), s.get("failures"), s.get("skipped")) for s in root] == [
        ("texts/a.md", "1", "0"),
        ("texts/b.md", "0", "1"),
    ]
    assert root.find(".//failure").get("type") == "unresolvable"


def test_a_batch_of_quotations_is_told_by_the_lines_of_its_file(run: Run) -> None:
    texts(a_txt="The pilot said: \u201cWe shall sail at noon with everyone aboard.\u201d\n")
    lines = [
        {"quote": "We shall sail at noon with everyone aboard."},
        {"quote": "We shall never sail at noon with anyone aboard."},
    ]
    Path("q.jsonl").write_text("\n\n".join(map(json.dumps, lines)), "utf-8")
    code, out, _ = run("quotes", "q.jsonl", "--against", "texts", "--format", "sarif")
    (result,) = sarif_of(out)
    assert code == 1
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "q.jsonl"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    code, out, _ = run("quotes", "q.jsonl", "--against", "texts", "--format", "junit")
    assert [case.get("classname") for case in junit_of(out).iter("testcase")] == ["q.jsonl.quotation"] * 2


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_one_quotation_has_no_file(run: Run, form: str) -> None:
    texts(a_txt="The pilot said: \u201cWe shall sail at noon with everyone aboard.\u201d\n")
    code, out, _ = run("quote", "The moon is a lamp of old tin", "--against", "texts", "--format", form)
    assert code == 1
    assert "not_found" in out
    assert "file=" not in out
    assert "artifactLocation" not in out


def test_a_report_that_no_longer_holds_is_told_as_well(run: Run) -> None:
    texts(a_md=LOST)
    assert run("report", "texts", "-o", "out")[0] == 0
    assert run("check", "out", "--format", "github")[:2] == (0, "")
    Path("out/index.html").write_text("<html></html>", "utf-8")
    code, out, _ = run("check", "out", "--format", "sarif")
    assert code == 1
    assert "out/index.html" in {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in sarif_of(out)
    }


def test_an_unknown_verdict_to_fail_on_is_an_error(run: Run) -> None:
    texts(a_md=LOST)
    code, out, err = run("check", "texts", "--fail-on", "gone,dead")
    assert (code, out) == (2, "")
    assert "no such verdict: dead" in err
    assert run("check", "texts", "--fail-on", "none")[0] == 0


ODD = "a%b:c,d\re\nf]]>&\"'<\x00\ud800\U0001f600\u05d0"


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_odd_words_do_not_break_out(form: str) -> None:
    place = Place(f"dir/{ODD.replace(chr(0), '')}.md", Region(1, 2, 3, 4))
    found = Finding("citation", "gone", "citation.live_link", ODD, ODD, place, "error")
    out = "".join(FORMATS[form](fingerprinted([found])))
    if form == "sarif":
        assert sarif_of(out)[0]["message"]["text"] == ODD
    elif form == "junit":
        assert junit_of(out).find(".//failure") is not None
    elif form in ("text", "md"):
        assert out.count("\n") == (1 if form == "text" else 3)
        assert not any(ord(c) < 32 for c in out.replace("\n", ""))
        assert "citation.live_link" in out
    else:
        assert out.count("\n") == 1
        assert out.split("::")[1].startswith("error file=dir/a%25b%3Ac%2Cd%0De%0Af")
        assert "col=" not in out


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_nothing_checked_is_an_empty_document(form: str) -> None:
    out = "".join(FORMATS[form]([]))
    if form == "sarif":
        assert sarif_of(out) == []
    elif form == "junit":
        assert len(junit_of(out)) == 0
    else:
        assert out == ""


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", [0]), ("a\nb", [0, 2]), ("a\r\nb\rc\n", [0, 3, 5, 7]), ("a\u2028b\x0cc", [0])],
)
def test_lines_begin_where_editors_begin_them(text: str, starts: list[int]) -> None:
    assert line_starts(decoding.decode(text.encode(), "x")[0] if text else text) == starts


@pytest.mark.parametrize(
    ("verdict", "level"),
    [("gone", "error"), ("altered", "warning"), ("blocked", "note"), ("ok", "none"), ("verbatim", "none")],
)
def test_how_much_a_verdict_matters(verdict: str, level: str) -> None:
    assert level_of(verdict, frozenset({"gone"})) == level


def test_fingerprints_survive_a_move_and_tell_twins_apart() -> None:
    def at(line: int, words: str = "a  b") -> Finding:
        return Finding("citation", "gone", "r", words, "", Place("a.md", Region(line, 1, line, 4)), "error")

    first, twin = (f.fingerprint for f in fingerprinted([at(1), at(2)]))
    assert first != twin
    assert [f.fingerprint for f in fingerprinted([at(7, "a b")])] == [first]
