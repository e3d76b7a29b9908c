"""What other tools read: references, annotations, provenance, and a table."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from prov.model import ProvDocument

from checker.export import FORMS
from checker.export.annotations import link
from checker.export.references import references
from checker.fragments import fragment
from checker.model import Analysis, Document, Interval, Provenance, ProvenanceLink, Span, Work
from tests.articles import written
from tests.commands import Run, command
from tests.demo import analyse

ODD = 'The "100 %" harbour_deal & {other} $tories ~ ^ # \\ \u202e<b>'


@cache
def demo() -> Analysis:
    return analyse()


def document(doc: str, **fields: Any) -> Document:
    made = Document(doc, doc, "ab" * 32, "cd" * 32, "plain 1", "text/plain", None, None, None, None, "und",
                    "secondary", (), (), "The dam is shut. Nobody knows why.")  # fmt: skip
    return replace(made, **fields)


def written_as(form: str, analysis: Analysis) -> str:
    return "".join(FORMS[form](analysis))


def test_a_reference_says_what_is_known_and_no_more() -> None:
    day = Interval("2031-05-09", "2031-05-09", "stated")
    known = document("a.md", title="The dam", outlet="Oru Courier", author="Ansa Bir, Per Voss", published=day,
                     url="https://oru.example/dam", retrieved="2031-06-01T10:00:00Z", language="en")  # fmt: skip
    first, second = json.loads(written_as("csl-json", Analysis((known, document("b.txt")))))
    assert first == {
        "id": "bir2031dam",
        "type": "article-newspaper",
        "title": "The dam",
        "author": [{"literal": "Ansa Bir"}, {"literal": "Per Voss"}],
        "container-title": "Oru Courier",
        "issued": {"date-parts": [[2031, 5, 9]]},
        "URL": "https://oru.example/dam",
        "accessed": {"date-parts": [[2031, 6, 1]]},
        "language": "en",
        "note": "checker: a.md",
    }
    assert second == {"id": "b", "type": "document", "note": "checker: b.txt"}


DAYS = [
    ("2031-05-09", "2031-05-09", "2031-05-09"),
    ("2031-05-01", "2031-05-31", "2031-05"),
    ("2031-01-01", "2031-12-31", "2031"),
    ("2031-05-03", "2031-05-09", "2031-05-03/2031-05-09"),
]


@pytest.mark.parametrize(("first", "last", "issued"), DAYS)
def test_a_month_and_a_year_are_given_as_such(first: str, last: str, issued: str) -> None:
    made = document("a.md", published=Interval(first, last, "stated"))
    assert references([made])[0].issued == issued
    parts = json.loads(written_as("csl-json", Analysis((made,))))[0]["issued"]["date-parts"]
    assert len(parts) == issued.count("/") + 1


def test_keys_are_unique_and_plain() -> None:
    same = [document(f"{n}.md", title="Größe & Dämme", author="Ægir Müller") for n in range(30)]
    keys = [r.key for r in references([*same, document("…")])]
    assert len(set(keys)) == 31
    assert all(re.fullmatch(r"[a-z0-9]+", key) for key in keys)


def test_bibtex_holds_odd_titles() -> None:
    out = written_as("bibtex", Analysis((document("a.md", title=ODD, url="https://a.example/x}y z"),)))
    assert out.count("\n@") == 0 and out.startswith("@online{")
    unescaped = re.sub(r"\\[{}]", "", out)
    assert unescaped.count("{") == unescaped.count("}")
    assert r"100 \%" in out and r"harbour\_deal \& \{other\} \$tories" in out
    assert "url = {https://a.example/x%7Dy%20z}," in out


def test_annotations_point_at_the_exact_words() -> None:
    found = json.loads(written_as("annotations", demo()))
    texts = {(d.url or f"urn:sha256:{d.text_sha256}"): d.text for d in demo().documents}
    targets = [t for item in found["first"]["items"] for t in item["target"]]
    assert found["total"] == len(found["first"]["items"]) == len(demo().divergences) + len(demo().citations)
    assert len({item["id"] for item in found["first"]["items"]}) == found["total"]
    for target in targets:
        text = texts[target["source"]]
        quoted, placed = target["selector"][:2]
        assert text[placed["start"] : placed["end"]] == quoted["exact"]
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
    assert any(selector["type"] == "FragmentSelector" for t in targets for selector in t["selector"])


FRAGMENTS = [
    ("The dam, is well-kept & shut", ":~:text=The%20dam%2C%20is%20well%2Dkept%20%26%20shut"),
    ("дамба", ":~:text=%D0%B4%D0%B0%D0%BC%D0%B1%D0%B0"),
    (" ".join(f"w{n}" for n in range(20)), ":~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"),
]


@pytest.mark.parametrize(("words", "expected"), FRAGMENTS, ids=["marks", "Cyrillic", "many words"])
def test_a_text_fragment_is_coded_as_browsers_read_it(words: str, expected: str) -> None:
    assert fragment(words) == expected
    assert unquote(fragment(words).split("=")[1].split(",")[0]).split()[0] == words.split()[0]


def test_a_link_to_the_words_needs_an_address() -> None:
    made = document("a.md", url="https://a.example/x#old")
    assert link(made, Span("a.md", 0, 7)) == "https://a.example/x#:~:text=The%20dam"
    assert link(document("a.md"), Span("a.md", 0, 7)) is None


def test_provenance_can_be_read_back() -> None:
    other = document("b.md", title=ODD, author="Ansa Bir")
    evidence = (Span("a.md", 0, 7),)
    links = (
        ProvenanceLink(
            "translation", Work("Foreign Post", ODD, "2030"), "stated", evidence, "provenance.translation"
        ),
        ProvenanceLink("revision", Work(doc="b.md"), "inferred", evidence, "provenance.revision"),
        ProvenanceLink("same_author", Work(doc="b.md"), "stated", evidence, "provenance.same-author"),
    )
    known = (Provenance("a.md", "x", "a.md", links), Provenance("b.md", "b.md", "a.md", ()))
    out = written_as("prov", Analysis((document("a.md"), other), known))
    read = ProvDocument.deserialize(content=out, format="json")
    kinds = [type(record).__name__ for record in read.get_records()]
    assert (kinds.count("ProvEntity"), kinds.count("ProvInfluence"), kinds.count("ProvDerivation")) == (
        4,
        1,
        4,
    )
    assert '"$": "prov:Revision"' in out
    assert "a.md:0-7 The dam" in out


def test_provenance_tells_how_bytes_came() -> None:
    live = replace(document("a.md", url="https://a.example/x"), retrieved="2031-05-03T09:00:00Z")
    kept = replace(
        document("b.md", url="https://a.example/x"),
        retrieved="2031-05-02T09:00:00Z",
        archived="https://keep.example/2031/https://a.example/x",
    )
    out = json.loads(written_as("prov", Analysis((live, kept, document("c.md")))))
    pages = {name: row["prov:location"] for name, row in out["entity"].items() if name.startswith("page:")}
    moments = {name: row["prov:startTime"] for name, row in out["activity"].items() if "capturing" in name}
    used = {
        row["prov:activity"]: pages[row["prov:entity"]]
        for row in out["used"].values()
        if row["prov:activity"] in moments
    }
    assert {at[:10]: used[name] for name, at in moments.items()} == {
        "2031-05-03": "https://a.example/x", "2031-05-02": "https://keep.example/2031/https://a.example/x",
    }  # fmt: skip
    (same,) = out["alternateOf"].values()
    assert pages[same["prov:alternate2"]] == "https://a.example/x"


def test_the_table_has_a_row_a_span_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(written_as("csv", demo()))))
    texts = {d.doc: d.text for d in demo().documents}
    assert len(rows) == sum(len(d.evidence) for d in demo().divergences)
    assert all(
        texts[r["doc"]][int(r["start"]) : int(r["end"])] == r["quote"] for r in rows if r["quote"][0] != "'"
    )
    assert not any(cell[:1] in ("=", "+", "@") for row in rows for cell in row.values())
    assert [int(r["rank"]) for r in rows] == sorted(int(r["rank"]) for r in rows)


@pytest.mark.parametrize("form", list(FORMS))
def test_an_empty_analysis_is_an_empty_document(form: str) -> None:
    out = written_as(form, Analysis())
    if form in ("csl-json", "annotations", "prov"):
        json.loads(out)
    else:
        assert len(out.splitlines()) == (form == "csv")


@pytest.mark.parametrize("form", list(FORMS))
def test_the_command_writes_each_form_twice_alike(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    run: Run = command(capsys)
    articles = written(tmp_path / "articles")
    assert run("export", articles, "--as", form, "-o", tmp_path / "one")[:2] == (0, "")
    assert run("export", articles, "--as", form)[1].encode() == (tmp_path / "one").read_bytes()
    assert (tmp_path / "one").stat().st_size > 100
