"""A report of excerpts: enough to check what it says, not the articles, and proved beside the corpus."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from checker import wire
from checker.report import excerpted, prove, write
from checker.standing import sha256
from tests.demo import analyse
from tests.unit import report_corpus as rc

MARKUP = re.compile(r"\[([^]\n]+)\]\([^)\n]*\)")


def made(out: Path, analysis: rc.Analysis) -> rc.Analysis:
    found = excerpted(analysis)
    report = json.dumps(wire.report_json(found)).encode()
    write(found, out, report_json=report, rules=rc.RULES, excerpts=True)
    return found


def quoted(record: Any) -> list[tuple[str, int, int]]:
    """Every place whose words a record repeats."""
    if isinstance(record, dict):
        here = [(record["doc"], record["start"], record["end"])] if record.get("quote") else []
        return here + [place for value in record.values() for place in quoted(value)]
    return [place for value in record for place in quoted(value)] if isinstance(record, list) else []


def test_no_more_than_half_of_the_texts_is_published_anywhere(tmp_path: Path) -> None:
    demo = analyse()
    made(tmp_path, demo)
    there = defaultdict(set)
    for doc, start, end in quoted(json.loads((tmp_path / "report.json").read_text())):
        there[doc].update(range(start, end))
    kept = {}
    for path in tmp_path.glob("texts/*"):
        record = json.loads(path.read_text())
        kept[record["doc"]] = {i for s, e, _ in record["passages"] for i in range(s, e)}
    length = {d.doc: len(d.text) for d in demo.documents}
    for published in (there, kept):
        assert sum(map(len, published.values())) < 0.4 * sum(length.values())
        assert all(len(published[doc]) < 0.6 * length[doc] for doc in length)
        assert all(published[doc] <= kept[doc] | there[doc] for doc in length)


def test_what_was_found_stays(tmp_path: Path) -> None:
    found = made(tmp_path, rc.analysis())
    assert (found.divergences, found.documents) == (rc.DIVERGENCES, rc.DOCUMENTS)
    assert {c.id for c in found.citations} == {c.id for c in rc.CITATIONS}
    assert {(c.event, c.doc): c.state for c in found.coverage} == {
        (c.event, c.doc): c.state for c in rc.COVERAGE
    }
    told = {(e.event, m.doc) for e in rc.EVENTS for m in e.mentions}
    assert {(e.event, m.doc) for e in found.events for m in e.mentions} == told
    assert all(c.span.end - c.span.start == c.cue[1] - c.cue[0] for c in found.framing)


def test_a_report_of_excerpts_holds_beside_the_corpus_and_not_beside_another(tmp_path: Path) -> None:
    made(tmp_path, rc.analysis())
    assert prove(tmp_path).ok
    proof = prove(tmp_path, rc.DOCUMENTS)
    assert proof.ok
    assert any(c.page.startswith("texts/") for c in proof.holds)
    without = prove(tmp_path, rc.DOCUMENTS[1:])
    assert {f.printed.doc for f in without.failed} == {rc.DOCUMENTS[0].doc}
    assert {f.why for f in without.failed} == {
        "no text there has the hash that the report names for this one"
    }


def test_a_forged_passage_with_a_forged_hash_is_found_beside_the_corpus(tmp_path: Path) -> None:
    made(tmp_path, rc.analysis())
    for path in [*tmp_path.rglob("*.html"), *tmp_path.glob("texts/*")]:
        path.write_text(path.read_text("utf-8").replace("unanimous vote", "unanimous veto"), "utf-8")
    listing = tmp_path / "report-manifest.json"
    record = json.loads(listing.read_text())
    record["files"] = {name: sha256((tmp_path / name).read_bytes()) for name in record["files"]}
    listing.write_text(json.dumps(record))
    assert prove(tmp_path).ok
    failed = prove(tmp_path, rc.DOCUMENTS).failed
    assert failed
    assert {f.printed.doc for f in failed} == {rc.C.doc}
    assert all("veto" in f.printed.words and "vote" in str(f.now) for f in failed)


@pytest.mark.parametrize(
    ("url", "leads"), [("https://news.example/a#top", True), ("javascript:alert(1)", False), (None, False)]
)
def test_passages_lead_to_the_words_on_the_live_page(tmp_path: Path, url: str | None, leads: bool) -> None:
    documents = (replace(rc.DOCUMENTS[0], url=url), *rc.DOCUMENTS[1:])
    made(tmp_path, rc.analysis(documents=documents))
    soup = BeautifulSoup((tmp_path / f"sources/{rc.A.doc}.html").read_text("utf-8"), "html.parser")
    links = soup.select("a.live")
    assert bool(links) == leads
    for link in links:
        assert set(link["rel"]) == {"noreferrer", "noopener"}
        page, fragment = link["href"].split("#:~:text=")
        assert page == "https://news.example/a"
        for first_and_last in fragment.split(","):
            assert unquote(first_and_last) in " ".join(MARKUP.sub(r"\1", rc.PACT).split())


def test_the_reader_is_told_that_it_holds_excerpts(tmp_path: Path) -> None:
    made(tmp_path, rc.analysis())
    assert "This report holds excerpts" in (tmp_path / "index.html").read_text("utf-8")
