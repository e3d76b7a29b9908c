"""The pages of a report: nothing comes from outside, nothing hostile wakes up, every link arrives."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker.report import write
from tests.unit import report_corpus as rc

HOSTILE = "<script>alert(1)</script>\"onload=alert(1) 'x' <img src=//evil.example/a.png> javascript:alert(1) &lt;b&gt;"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {"folder": {}, "single": {"single_file": True}, "excerpts": {"excerpts": True}}
    out = {}
    for name, how in made.items():
        out[name] = tmp_path_factory.mktemp(name)
        write(rc.analysis(), out[name], report_json=b"{}\n", rules=rc.RULES, **how)
    return out


def soups(folder: Path) -> dict[str, BeautifulSoup]:
    return {
        str(p.relative_to(folder)): BeautifulSoup(p.read_text(encoding="utf-8"), "html.parser")
        for p in sorted(folder.rglob("*.html"))
    }


KINDS = ["folder", "single", "excerpts"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_loaded_from_elsewhere(sites: dict[str, Path], kind: str) -> None:
    for page, soup in soups(sites[kind]).items():
        loaded = [
            (e.name, e[a])
            for e in soup.find_all(True)
            for a in ("src", "srcset", "poster", "data")
            if e.has_attr(a)
        ]
        loaded += [("link", e["href"]) for e in soup.find_all("link")]
        assert all(re.fullmatch(r"(\.\./)*report\.(css|js)|data:,", url) for _, url in loaded), (page, loaded)
        for anchor in soup.find_all("a", href=re.compile(r"^[a-z]+:|^//", re.IGNORECASE)):
            assert re.match(r"https?://", anchor["href"]), (page, anchor)
            assert set(anchor["rel"]) == {"noreferrer", "noopener"}, (page, anchor)
    css = (Path(__file__).parents[2] / "templates/report.css").read_text()
    assert "url(" not in css
    assert "@import" not in css


@pytest.mark.parametrize("kind", KINDS)
def test_no_inline_style_or_handler(sites: dict[str, Path], kind: str) -> None:
    for page, soup in soups(sites[kind]).items():
        for element in soup.find_all(True):
            assert not [a for a in element.attrs if a == "style" or a.startswith("on")], (page, element)
        inline = [e for e in soup.find_all(["style", "script"]) if e.string]
        assert bool(inline) == (kind == "single"), page


def test_the_single_file_names_the_hashes_of_its_style_and_script(sites: dict[str, Path]) -> None:
    soup = soups(sites["single"])["index.html"]
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for element in soup.find_all(["style", "script"]):
        digest = base64.b64encode(hashlib.sha256(element.string.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_folder_policy_is_strict_on_every_page(sites: dict[str, Path]) -> None:
    for page, soup in soups(sites["folder"]).items():
        policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert policy.startswith(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"
        ), page


@pytest.mark.parametrize("kind", KINDS)
def test_every_internal_link_arrives(sites: dict[str, Path], kind: str) -> None:
    pages = soups(sites[kind])
    ids = {page: [e["id"] for e in soup.find_all(id=True)] for page, soup in pages.items()}
    for page, found in ids.items():
        assert len(found) == len(set(found)), (page, [i for i in found if found.count(i) > 1])
    for page, soup in pages.items():
        for anchor in soup.find_all("a", href=True):
            if re.match(r"https?://", anchor["href"]):
                continue
            path, _, fragment = anchor["href"].partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            assert target in pages, (page, anchor["href"])
            assert not fragment or fragment in ids[target], (page, anchor["href"])


def test_every_citation_is_a_target_in_the_stored_copy(sites: dict[str, Path]) -> None:
    pages = soups(sites["folder"])
    for divergence in rc.DIVERGENCES:
        for evidence in divergence.evidence:
            soup = pages[f"sources/{evidence.span.doc}.html"]
            mark = soup.find(id=f"c{evidence.span.start}-{evidence.span.end}")
            assert mark is not None, evidence
            for aside in mark.find_all(attrs={"data-aside": True}):
                aside.decompose()
            text = {t.doc: t.text for t in (rc.A, rc.B, rc.C, rc.D)}[evidence.span.doc]
            assert mark.get_text() == evidence.span.of(text)


def test_a_note_leads_back_to_its_divergence(sites: dict[str, Path]) -> None:
    soup = soups(sites["folder"])[f"sources/{rc.A.doc}.html"]
    assert soup.find("a", href="../divergences.html#d-d-agency")


def hostile_analysis() -> rc.Analysis:
    text = f"Before {HOSTILE} after.\n\nSecond {HOSTILE}\n"
    t = rc.Text('a"><script>x</script>.txt', text)
    words = t.span(HOSTILE)
    document = rc.document(t, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, language='en" onload="x')
    citation = rc.Citation(
        "k", HOSTILE, words, rc.Target(url="javascript:alert(1)", outlet=HOSTILE), "gone", HOSTILE, HOSTILE
    )
    divergence = rc.Divergence(
        'd"><b>',
        "label",
        "e",
        1,
        3,
        HOSTILE,
        (rc.Evidence(words, HOSTILE, "quoted", HOSTILE, "hedged"),),
        (t.doc,),
        HOSTILE,
        HOSTILE,
    )
    event = rc.Event("e", HOSTILE, rc.EventDate(None, None, HOSTILE), (HOSTILE,), (words,), HOSTILE)
    framing = rc.Framing(words, HOSTILE, (words.start, words.end), "quoted", HOSTILE, "e", HOSTILE)
    link = rc.ProvenanceLink("translation", rc.Work(HOSTILE, HOSTILE, HOSTILE), "stated", (words,), HOSTILE)
    return rc.Analysis(
        documents=(document,),
        provenance=(rc.Provenance(t.doc, HOSTILE, HOSTILE, (link,)),),
        citations=(
            citation,
            replace(citation, id="k2", target=rc.Target(url='https://x.example/"onclick=alert(1)')),
        ),
        divergences=(divergence,),
        events=(event,),
        framing=(framing,),
        coverage=(
            rc.Coverage("e", t.doc, "covered", (HOSTILE,), HOSTILE),
            rc.Coverage("e", HOSTILE, "not_collected", (), HOSTILE),
        ),
        problems=(rc.Problem(t.doc, HOSTILE, HOSTILE, HOSTILE),),
    )


@pytest.mark.parametrize("single", [False, True])
def test_hostile_words_come_out_as_words(tmp_path: Path, single: bool) -> None:
    rules = (rc.Rule(HOSTILE, HOSTILE, HOSTILE, (rc.Example(HOSTILE, ("<script>",)),)),)
    write(hostile_analysis(), tmp_path, report_json=b"{}\n", rules=rules, single_file=single)
    pages = soups(tmp_path)
    assert all(
        HOSTILE in pages[p].get_text() for p in pages if p in ("index.html", "method.html", "citations.html")
    )
    for page, soup in pages.items():
        assert not [s for s in soup.find_all("script") if "alert" in (s.string or "")], page
        assert not soup.find_all("img"), page
        for element in soup.find_all(True):
            assert not [a for a in element.attrs if a.startswith("on") or "alert" in a], (page, element.attrs)
            href = element.get("href", "")
            assert not href.lower().startswith("javascript"), page


def test_source_text_says_its_language_and_direction(sites: dict[str, Path]) -> None:
    pages = soups(sites["folder"])
    copy = pages[f"sources/{rc.D.doc}.html"].find(class_="copy")
    assert (copy["lang"], copy["dir"]) == ("ar", "rtl")
    assert not pages[f"sources/{rc.A.doc}.html"].find(class_="copy").has_attr("dir")


def test_two_texts_of_one_author_are_one_voice(sites: dict[str, Path]) -> None:
    index = soups(sites["folder"])["index.html"].get_text()
    assert "Four texts, three voices: two are by one author." in index
    assert "one author, one voice: Nora Quill" in index


def test_a_long_list_goes_over_pages(tmp_path: Path) -> None:
    template = rc.DIVERGENCES[4]
    many = tuple(replace(template, id=f"n{i}", rank=i) for i in range(1, 301))
    write(rc.analysis(divergences=many), tmp_path, report_json=b"{}\n")
    pages = {p.name: p.read_text() for p in tmp_path.rglob("*.html")}
    assert pages["divergences.html"].count("<article") == 100
    scripts = [p.read_text() for p in sorted(tmp_path.glob("*.rows.js"))]
    assert [s.count("<article") for s in scripts] == [100, 100, 100]
    assert 'id="d-n300"' in pages["divergences-3.html"]
    assert max(map(len, pages.values())) < 3_000_000
    assert max(len(re.findall("<[a-z]", html)) for html in pages.values()) < 60_000


def test_a_long_text_goes_over_pages_and_its_locators_follow(tmp_path: Path) -> None:
    sentence = "The harbour was quiet and the ships stayed where they were. "
    text = sentence * 20_000
    t = rc.Text("long.txt", text)
    document = rc.document(t)
    spans = [rc.Span("long.txt", at, at + 11) for at in range(0, len(text) - 20, 60_000)]
    found = tuple(
        rc.Divergence(f"d{i}", "label", None, i, 1, "x", (rc.Evidence(s, "says"),), (), "divergence.label")
        for i, s in enumerate(spans, 1)
    )
    write(rc.Analysis(documents=(document,), divergences=found), tmp_path, report_json=b"{}\n")
    pages = soups(tmp_path / "sources")
    assert {"long.txt.html", "long.txt-2.html"} <= set(pages)
    ids = {e["id"] for soup in pages.values() for e in soup.find_all(id=True)}
    assert {f"c{s.start}-{s.end}" for s in spans} <= ids
    assert max(p.stat().st_size for p in tmp_path.rglob("*.html")) < 3_000_000
