"""Large corpora: no page grows beyond what a browser draws at once, and only what changed is written again."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checker.report import prove, write
from tests.unit import large_corpus
from tests.unit import report_corpus as rc

NODES, BYTES = 60_000, 3_000_000


class Counted(HTMLParser):
    """How many nodes a browser makes of a page: elements and texts."""

    nodes = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.nodes += 1

    def handle_data(self, data: str) -> None:
        self.nodes += 1


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for path in folder.rglob("*.html"):
        page = Counted()
        page.feed(path.read_text("utf-8"))
        found[str(path.relative_to(folder))] = page.nodes, path.stat().st_size
    return found


SHAPES = [(500, 6, 1), (500, 6, 50), (5, 100, 50)]


@pytest.mark.parametrize(("passages", "sources", "events"), SHAPES)
def test_no_page_of_a_large_corpus_is_too_large(
    tmp_path: Path, passages: int, sources: int, events: int
) -> None:
    made = large_corpus.analysis(passages, sources, events)
    write(made, tmp_path, report_json=b"{}\n", rules=rc.RULES)
    found = sizes(tmp_path)
    assert max(nodes for nodes, _ in found.values()) <= NODES
    assert max(size for _, size in found.values()) <= BYTES
    proof = prove(tmp_path)
    assert proof.ok
    printed = {(c.doc, c.start, c.end) for c in proof.holds}
    assert {(e.span.doc, e.span.start, e.span.end) for d in made.divergences for e in d.evidence} <= printed


def stamps(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        str(p.relative_to(folder)): (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes())
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def rewritten(folder: Path, analysis: rc.Analysis, report_json: bytes) -> tuple[set[str], set[str]]:
    """The files that a second run replaced or added, and those that it removed."""
    before = stamps(folder)
    write(analysis, folder, report_json=report_json, rules=rc.RULES)
    after = stamps(folder)
    for name in after.keys() & before.keys():
        assert (after[name] == before[name]) == (after[name][2] == before[name][2]), name
    return {n for n in after if after[n] != before.get(n)}, before.keys() - after.keys()


ALWAYS = {"report.json", "report-manifest.json", "method.html"}
"""Files that name the records that a report is made of."""


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    write(rc.analysis(), tmp_path, report_json=b"1\n", rules=rc.RULES)
    assert rewritten(tmp_path, rc.analysis(), b"1\n") == (set(), set())


def test_pages_that_print_nothing_new_stay_as_they_are(tmp_path: Path) -> None:
    write(rc.analysis(), tmp_path, report_json=b"1\n", rules=rc.RULES)
    first = rc.DIVERGENCES[0]
    changed = (replace(first, statement="The end of the talks has four tellings."), *rc.DIVERGENCES[1:])
    written, removed = rewritten(tmp_path, rc.analysis(divergences=changed), b"2\n")
    told = {f"sources/{e.span.doc}.html" for e in first.evidence}
    about = {"index.html", "divergences.html", "events/end.html"}
    assert ALWAYS | about | told <= written
    assert not removed
    stay = {
        "events/sel.html",
        "framing.html",
        "quotations.html",
        "citations.html",
        "provenance.html",
        "report.css",
    }
    assert not stay & written
    assert not {name for name in written if name.startswith(("texts/", "outlets/", "quotations/"))}


def test_pages_of_what_is_gone_are_removed(tmp_path: Path) -> None:
    write(rc.analysis(), tmp_path, report_json=b"1\n", rules=rc.RULES)
    written, removed = rewritten(tmp_path, rc.analysis(quotations=rc.QUOTATIONS[1:]), b"2\n")
    assert removed == {"quotations/u1.html"}
    assert "citations.html" not in written
    assert prove(tmp_path).ok
