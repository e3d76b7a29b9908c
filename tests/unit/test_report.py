"""A report is written once, the same each time, and proves itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ReportError
from checker.report import Written, prove, write
from tests.unit import report_corpus as rc

JSON = b'{"schema": "example"}\n'


def make(out: Path, **how: object) -> Written:
    changes = how.pop("changes", {})
    return write(rc.analysis(**changes), out, report_json=JSON, rules=rc.RULES, **how)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("how", [{}, {"single_file": True}, {"excerpts": True}])
def test_equal_input_gives_equal_bytes(tmp_path: Path, how: dict[str, bool]) -> None:
    make(tmp_path / "a", **how)
    make(tmp_path / "b", **how)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_the_records_order_does_not_change_a_page(tmp_path: Path) -> None:
    make(tmp_path / "a")
    make(tmp_path / "b", changes={"documents": rc.DOCUMENTS[::-1], "coverage": rc.COVERAGE[::-1]})
    assert tree(tmp_path / "a")["index.html"] == tree(tmp_path / "b")["index.html"]


@pytest.mark.parametrize(
    "how", [{}, {"single_file": True}, {"excerpts": True}, {"single_file": True, "excerpts": True}]
)
def test_every_printed_citation_holds(tmp_path: Path, how: dict[str, bool]) -> None:
    written = make(tmp_path, **how)
    proof = prove(tmp_path)
    assert proof.ok, proof.failed[:3]
    printed = {(c.doc, c.start, c.end) for c in proof.holds}
    evidence = {(e.span.doc, e.span.start, e.span.end) for d in rc.DIVERGENCES for e in d.evidence}
    assert evidence <= printed
    assert len(proof.pages) == (1 if how.get("single_file") else written.pages)
    assert (tmp_path / "report.json").read_bytes() == JSON


def test_stored_texts_are_exact(tmp_path: Path) -> None:
    make(tmp_path)
    manifest = json.loads((tmp_path / "report-manifest.json").read_text())
    kept = {d["doc"]: (tmp_path / d["file"]).read_text(encoding="utf-8") for d in manifest["documents"]}
    assert kept == {d.doc: d.text for d in rc.DOCUMENTS}


def test_excerpts_publish_only_what_is_cited(tmp_path: Path) -> None:
    make(tmp_path, excerpts=True)
    everything = b"".join(tree(tmp_path).values())
    assert b"unanimous vote" in everything
    assert b"Contact the desk for reprints" not in everything
    assert b"Follow World Digest on every channel" not in everything


@pytest.mark.parametrize("how", [{}, {"single_file": True}])
def test_one_changed_byte_is_named_with_the_citations_whose_words_changed(
    tmp_path: Path, how: dict[str, bool]
) -> None:
    make(tmp_path, **how)
    path = tmp_path / "texts/000_pact.md.txt"
    at = rc.PACT.encode().index(b"stopped")
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))
    proof = prove(tmp_path)
    place = rc.PACT.index("stopped")
    assert proof.changed == ("texts/000_pact.md.txt",)
    assert proof.failed
    assert all(f.printed.doc == rc.A.doc and f.printed.start <= place < f.printed.end for f in proof.failed)
    assert not [c for c in proof.holds if c.doc == rc.A.doc and c.start <= place < c.end]
    assert any(f.now and "rtopped" in f.now for f in proof.failed)


@pytest.mark.parametrize("byte", [0x41, 0xFF, 0xC3])
def test_a_damaged_character_does_not_shift_the_rest(tmp_path: Path, byte: int) -> None:
    make(tmp_path)
    path = tmp_path / "texts/000_pact.md.txt"
    data = bytearray(path.read_bytes())
    at = bytes(data).index("“Orrin".encode())
    data[at] = byte
    path.write_bytes(bytes(data))
    place = rc.PACT.index("“Orrin")
    failed = prove(tmp_path).failed
    assert failed
    assert all(f.printed.start <= place < f.printed.end for f in failed)


def test_a_changed_excerpt_is_named(tmp_path: Path) -> None:
    make(tmp_path, excerpts=True)
    path = tmp_path / "texts/002_ledger.excerpts.json"
    path.write_bytes(path.read_bytes().replace(b"unanimous", b"unanimouz"))
    proof = prove(tmp_path)
    assert proof.changed == ("texts/002_ledger.excerpts.json",)
    assert {f.printed.doc for f in proof.failed} == {rc.C.doc}
    assert all("unanimous" in f.printed.words for f in proof.failed)


def test_a_changed_page_is_named_with_its_locator(tmp_path: Path) -> None:
    make(tmp_path)
    page = tmp_path / "index.html"
    page.write_bytes(page.read_bytes().replace(b"Some 40 vessels", b"Some 90 vessels"))
    proof = prove(tmp_path)
    assert proof.changed == ("index.html",)
    start = rc.A.at("Some 40 vessels")[0]
    assert {f.locator for f in proof.failed} == {f"{rc.A.doc}:{start}"}
    assert {f.printed.page for f in proof.failed} == {"index.html"}


def test_missing_files_are_named(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "texts/002_ledger.txt").unlink()
    proof = prove(tmp_path)
    assert proof.missing == ("texts/002_ledger.txt",)
    assert {f.why for f in proof.failed} == {"the stored text is missing"}


def test_the_index_page_stands_for_its_folder(tmp_path: Path) -> None:
    make(tmp_path, single_file=True)
    assert prove(tmp_path / "index.html").ok


@pytest.mark.parametrize(
    "content", [None, "", "[]", '{"schema": "other"}', '{"schema": "checker.report-manifest/1"}']
)
def test_what_is_no_report_is_an_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "report-manifest.json").write_text(content)
    with pytest.raises(ReportError, match="no report folder"):
        prove(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"files": {"../secret.html": "0"}},
        {"files": ["index.html"]},
        {"documents": [{"doc": "x"}]},
        {"documents": 1},
    ],
)
def test_a_manifest_that_was_tampered_with_is_an_error(tmp_path: Path, change: dict[str, object]) -> None:
    make(tmp_path)
    path = tmp_path / "report-manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(ReportError, match="no report folder"):
        prove(tmp_path)


def test_pages_of_an_earlier_run_go_and_foreign_files_stay(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "events" / "mine.html").write_text("mine")
    (tmp_path / "quotations" / "u1.html").write_text("edited by hand")
    make(tmp_path, changes={"events": (), "quotations": (), "divergences": ()})
    files = tree(tmp_path)
    assert "events/sel.html" not in files
    assert "quotations/u2.html" not in files
    assert files["notes.txt"] == files["events/mine.html"] == b"mine"
    assert files["quotations/u1.html"] == b"edited by hand"
    assert prove(tmp_path).ok


def test_a_foreign_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(ReportError, match="in the way"):
        make(tmp_path)
    assert tree(tmp_path) == {"index.html": b"mine"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "texts").symlink_to(tmp_path / "outside")
    with pytest.raises(ReportError, match="in the way"):
        make(tmp_path / "out")
    assert not list((tmp_path / "outside").iterdir())


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    out = tmp_path / "out"
    make(out)
    listing = json.loads((out / "report-manifest.json").read_text())
    listing["files"]["../victim.txt"] = "0" * 64
    (out / "report-manifest.json").write_text(json.dumps(listing))
    make(out)
    assert victim.read_text() == "mine"
    assert "../victim.txt" not in json.loads((out / "report-manifest.json").read_text())["files"]


def test_an_unwritable_place_is_an_error_for_the_reader(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportError, match="not a folder"):
        make(tmp_path / "file")


ODD = "One\r\nline with \x00 and \ud800 and a “mark. \u202eRTL\u202c Ещё слово."


def test_odd_characters_are_printed_and_proved(tmp_path: Path) -> None:
    bare = {"blocks": (), "boilerplate": (), "markup": (), "candidates": ()}
    document = replace(rc.DOCUMENTS[0], doc="odd.txt", text=ODD, body=((0, len(ODD)),), **bare)
    spans = [rc.Span("odd.txt", 0, len(ODD)), rc.Span("odd.txt", 2, 8)]
    evidence = tuple(rc.Evidence(s, "odd", "narrator") for s in spans)
    found = rc.Divergence("d", "label", None, 1, 1, "Odd.", evidence, (), "divergence.label")
    write(rc.Analysis(documents=(document,), divergences=(found,)), tmp_path, report_json=JSON)
    proof = prove(tmp_path)
    assert not proof.failed
    assert {(c.start, c.end) for c in proof.holds} >= {(0, len(ODD)), (2, 8)}


@pytest.mark.parametrize(
    "changes", [dict.fromkeys(("events", "divergences", "claims", "quotations"), ()), {}]
)
def test_an_analysis_with_holes_is_written(tmp_path: Path, changes: dict[str, tuple[()]]) -> None:
    make(tmp_path, changes=changes)
    assert prove(tmp_path).ok


def test_nothing_at_all_is_still_a_report(tmp_path: Path) -> None:
    write(rc.Analysis(), tmp_path, report_json=JSON)
    assert prove(tmp_path).ok
    assert "No divergence was found" in (tmp_path / "index.html").read_text()
