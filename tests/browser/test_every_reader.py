"""A report for every reader: keys alone, no colours, other scripts and directions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.model import Alignment, AlignmentEvidence
from checker.report import write
from tests.browser.browser import CHROMIUM, Browser
from tests.browser.reports import of_each_kind
from tests.unit import report_corpus as rc

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is needed to look at pages")

REACHABLE = """() => document.querySelectorAll('details').forEach(d => { d.open = true }) ||
  [...document.querySelectorAll('main :is(a[href], button, input, select, summary)')]
  .filter(e => e.checkVisibility() && !e.closest('svg, [hidden]') && e.type !== 'radio')
  .map((e, i) => { e.dataset.reach = i; return i })"""
REACHED = (
    "document.activeElement.dataset.reach === undefined ? -1 : Number(document.activeElement.dataset.reach)"
)
SHAPES = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`html { filter: grayscale(1) } .legend * { background: none !important; color: #000 !important;
    text-decoration-color: #000 !important }`)
  document.adoptedStyleSheets = [sheet]
  window.marks = [...document.querySelectorAll('.legend .serif')].filter(e => e.getClientRects().length)
  window.marks.forEach(e => { e.textContent = 'mmmm' })
  return window.marks.length
}"""
ALONE = """i => {
  const line = document.createElement('p')
  line.className = 'legend'
  line.append(window.marks[i])
  document.body.replaceChildren(line)
}"""
STRESSED = "Замо\u0301к на хо\u0301лме закры\u0301т, сказа\u0301л мэр Ода Квист.\n"
MOVED = "За\u0301мок на хо\u0301лме закры\u0301т, сказа\u0301л мэр Ода Квист.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented texts, one of them a primary source, and two in Russian with combining accents."""
    out = tmp_path_factory.mktemp("site")
    texts = rc.Text("004_castle.txt", STRESSED), rc.Text("005_castle.txt", MOVED)
    castles = [rc.document(t, language="ru", title=t.doc) for t in texts]
    lines = [t.span(t.text.strip()) for t in texts]
    evidence = AlignmentEvidence((), ("замок", "холме", "закрыт"))
    pair = Alignment(lines[0], lines[1], "end", 0.9, "aligned", evidence, "events.align")
    documents = (replace(rc.DOCUMENTS[0], role="primary"), *rc.DOCUMENTS[1:], *castles)
    analysis = rc.analysis(documents=documents, alignments=(*rc.ALIGNMENTS, pair))
    write(analysis, out, report_json=b"{}\n", rules=rc.RULES)
    return out


def test_keys_alone_reach_everything_on_every_kind_of_page(site: Path, browser: Browser) -> None:
    for path in of_each_kind(site):
        browser.show(path.as_uri(), 1280)
        wanted, reached = set(browser.ask(REACHABLE)), set()
        for _ in range(len(wanted) + 40):
            browser.page.keyboard.press("Tab")
            reached.add(browser.ask(REACHED))
        assert wanted <= reached, (path.name, wanted - reached)


@pytest.mark.parametrize("dark", [False, True])
def test_a_primary_source_and_passages_side_by_side_have_no_barriers(
    site: Path, browser: Browser, dark: bool
) -> None:
    for path in (*(site / "primary").glob("*.html"), site / "events" / "end.html", site / "framing.html"):
        browser.show(path.as_uri(), 1280, dark=dark, tested=True)
        assert browser.barriers() == [], path.name
        browser.show(path.as_uri(), 320, dark=dark)
        assert browser.ask("document.documentElement.scrollWidth") <= 320
        assert not browser.complaints()


def test_what_has_the_focus_is_outlined(site: Path, browser: Browser) -> None:
    browser.show((site / "events.html").as_uri(), 1280)
    for _ in range(14):
        browser.page.keyboard.press("Tab")
        line = "getComputedStyle(document.activeElement)"
        assert browser.ask(f"`${{{line}.outlineStyle}} ${{{line}.outlineWidth}}`") != "none 0px"


def test_changes_are_told_apart_in_grey_and_without_backgrounds(site: Path, browser: Browser) -> None:
    browser.show((site / "quotations" / "u2.html").as_uri(), 1280)
    pictures = set()
    for i in range(browser.ask(SHAPES)):
        browser.ask(ALONE, i)
        pictures.add(browser.page.screenshot(clip={"x": 0, "y": 0, "width": 200, "height": 60}))
    assert len(pictures) == 4


def test_words_with_accents_are_marked_whole(site: Path, browser: Browser) -> None:
    browser.show((site / "events" / "end.html").as_uri(), 1280)
    marked = "[...document.querySelectorAll('.pair q[lang=ru] .d')].map(e => e.lastChild.textContent)"
    assert browser.ask(marked) == ["Замо\u0301к", "За\u0301мок"]


def test_words_from_right_to_left_run_so_and_their_locators_do_not(site: Path, browser: Browser) -> None:
    browser.show((site / "sources" / f"{rc.D.doc}.html").as_uri(), 1280)
    direction = "of => [...document.querySelectorAll(of)].map(e => getComputedStyle(e).direction)"
    assert set(browser.ask(direction, ".copy")) == {"rtl"}
    assert set(browser.ask(direction, ".facts, .crumb, .gutter")) == {"ltr"}
    shown = "[...document.querySelectorAll('.copy')].map(e => e.textContent).join('')"
    assert "«الميناء مغلق»" in browser.ask(shown)
