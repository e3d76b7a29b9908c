"""The reports of whole corpora, page kind by page kind, as browsers and printers see them."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from checker.report import write
from tests.browser.browser import CHROMIUM, Browser
from tests.browser.reports import analysed, made, of_each_kind
from tests.conftest import ROOT
from tests.unit import report_corpus as rc

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is needed to look at pages")

WIDER = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
COLOURS = "color-contrast", "link-in-text-block"
"""What may differ between light and dark; all else is asked once."""
LIT = """() => {
  const found = {}
  for (const c of document.querySelectorAll('.c')) {
    const id = c.id || c.dataset.of
    if (c.parentElement.closest(`[id="${id}"], [data-of="${id}"]`)) continue
    const copy = c.cloneNode(true)
    copy.querySelectorAll('[data-aside]').forEach(a => a.remove())
    found[id] = (found[id] || '') + copy.textContent
  }
  return found
}"""
LEFT = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
  document.querySelectorAll('details').forEach(d => { d.open = true })
  document.querySelectorAll('.tools, .filters, .keys, .beside').forEach(e => e.remove())
  document.querySelectorAll('body *').forEach(e => { e.style.contentVisibility = 'visible' })
  return document.body.innerText.replace(/\\s+/g, ' ')
}"""
PRINTED = """() => [...document.querySelectorAll('q.w')].filter(q => q.closest('.collation') === null).map(q => {
  const copy = q.cloneNode(true)
  copy.querySelectorAll('[data-aside], .mk').forEach(a => a.remove())
  return copy.textContent
})"""


@pytest.fixture(scope="module", params=["demonstration", "seeds"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(name, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def single(name: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return (made(name, tmp_path_factory.mktemp("single"), single_file=True) / "index.html").as_uri()


def test_no_page_kind_has_barriers(site: Path, browser: Browser) -> None:
    for page in of_each_kind(site):
        browser.show(page.as_uri(), 1280, tested=True)
        assert browser.barriers() == [], page.name
        browser.show(page.as_uri(), 1280, dark=True, tested=True)
        assert browser.barriers(*COLOURS) == [], page.name
        assert browser.faint() == [], page.name


@pytest.mark.parametrize("width", [1280, 640, 320], ids=["whole", "200 %", "320 px"])
def test_no_page_kind_complains_or_sticks_out(site: Path, browser: Browser, width: int) -> None:
    for page in of_each_kind(site):
        browser.show(page.as_uri(), width)
        whole, window = browser.ask(WIDER)
        assert whole <= window, page.name
        assert not browser.complaints(), page.name


def test_the_single_file_complains_of_nothing(single: str, browser: Browser) -> None:
    for width in (1280, 320):
        for fragment in ("", "#divergences", "#events", "#method"):
            browser.show(single + fragment, width)
            whole, window = browser.ask(WIDER)
            assert whole <= window, fragment
            assert not browser.complaints(), fragment


def test_scripts_off_loses_nothing(site: Path, browser: Browser) -> None:
    for page in of_each_kind(site):
        seen = []
        for scripts in (True, False):
            browser.show(page.as_uri(), 1280, scripts=scripts)
            seen.append(browser.ask(LEFT))
        assert seen[0] == seen[1], page.name
        assert len(seen[0]) > 200, page.name


def test_every_footnote_leads_to_exactly_its_words(name: str, site: Path, browser: Browser) -> None:
    texts = {d.doc: d.text for d in analysed(name).documents}
    lit: dict[tuple[str, str], str] = {}
    for page in sorted((site / "sources").glob("*.html")):
        browser.show(page.as_uri(), 1280)
        doc = browser.ask("document.querySelector('.c[data-doc]')?.dataset.doc")
        for place, words in browser.ask(LIT).items():
            lit[page.name, place] = words
            start, end = map(int, place[1:].split("-"))
            assert "".join(words.split()) == "".join(texts[doc][start:end].split()), (doc, place)
    notes = {
        (path, place)
        for page in site.rglob("*.html")
        for path, place in re.findall(
            r'class="loc" href="(?:[^"#]*/)?([^"#/]*)#(c\d+-\d+)"', page.read_text("utf-8")
        )
        if path
    }
    assert len(notes) > 200
    assert notes <= set(lit)


def letters(text: str) -> str:
    """What of a text survives a printer: letters and digits, ligatures taken apart."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def on_paper(browser: Browser) -> str:
    """The letters on all sheets, without the bar on top of the first, which its text may end with."""
    data = browser.page.pdf(print_background=False)
    words = letters("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    bar = browser.ask(
        "['brand', 'corpus'].map(c => document.querySelector(`header.top .${c}`)?.textContent).join('')"
    )
    return words.replace(letters(bar), "", 1)


def test_print_holds_every_passage_and_source(site: Path, browser: Browser) -> None:
    chosen = ("index", "divergences", "provenance", "citations")
    kinds = [p for p in of_each_kind(site) if p.stem in chosen or p.parent.name in ("events", "sources")]
    assert len(kinds) == 6
    for page in kinds:
        browser.show(page.as_uri(), 1280, scripts=False)
        passages, heads = (
            browser.ask(PRINTED),
            browser.ask("[...document.querySelectorAll('h1, h2, h3, .src')].map(e => e.textContent)"),
        )
        paper = on_paper(browser)
        assert not [words for words in passages if letters(words) not in paper][:3], page.name
        assert not [words for words in heads if letters(words) not in paper][:3], page.name


def test_one_file_prints_every_source(tmp_path: Path, browser: Browser) -> None:
    index = made("invented", tmp_path, single_file=True) / "index.html"
    browser.show(index.as_uri(), 1280, scripts=False)
    passages, paper = browser.ask(PRINTED), on_paper(browser)
    assert len(passages) > 50
    assert not [words for words in passages if words.isascii() and letters(words) not in paper]
    assert not [d.title for d in rc.DOCUMENTS if d.language == "en" and letters(str(d.title)) not in paper]


def test_the_example_theme_has_no_barriers(tmp_path: Path, browser: Browser) -> None:
    write(
        rc.analysis(), tmp_path, report_json=b"{}\n", rules=rc.RULES, templates=ROOT / "themes" / "broadsheet"
    )
    for page in of_each_kind(tmp_path):
        browser.show(page.as_uri(), 1280, tested=True)
        assert browser.barriers() == [], page.name
        assert browser.complaints() == [], page.name
