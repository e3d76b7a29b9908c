"""Report pages in a real browser: no complaint in its console, nothing sticks out, keys and signs work."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.report import write
from tests.browser.browser import CHROMIUM, Browser
from tests.unit import report_corpus as rc

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is needed to look at pages")

WIDER = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
OUT = """[...document.querySelectorAll('main *')].filter(e => e.getClientRects().length
  && !e.closest('.vh, svg, .scroll, thead') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.tagName + '.' + e.className)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    write(rc.analysis(), out, report_json=b"{}\n", rules=rc.RULES)
    return out


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("single")
    written = write(rc.analysis(), out, report_json=b"{}\n", rules=rc.RULES, single_file=True)
    return written.index.as_uri()


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (1280, True), (320, False), (320, True), (640, False), (800, False)]
)
def test_no_page_complains_or_sticks_out(site: Path, browser: Browser, width: int, dark: bool) -> None:
    for page in sorted(site.rglob("*.html")):
        browser.show(page.as_uri(), width, dark=dark)
        whole, window = browser.ask(WIDER)
        assert whole <= window, (page.name, browser.ask(OUT))
        assert not browser.complaints(), page.name


@pytest.mark.parametrize("dark", [False, True])
def test_no_page_has_barriers(site: Path, browser: Browser, dark: bool) -> None:
    for page in sorted(site.rglob("*.html")):
        browser.show(page.as_uri(), 1280, dark=dark, tested=True)
        assert browser.barriers() == [], page.name
        assert browser.faint() == [], page.name


def test_light_and_dark_are_different_papers(site: Path, browser: Browser) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    seen = []
    for dark in (False, True):
        browser.show((site / "index.html").as_uri(), 1280, dark=dark)
        seen.append(browser.ask(paper))
    assert seen == ["rgb(253, 253, 251)", "rgb(19, 21, 25)"]


def test_serif_is_for_exact_words_alone(site: Path, browser: Browser) -> None:
    browser.show((site / "index.html").as_uri(), 1280)
    serif = "of => getComputedStyle(document.querySelector(of)).fontFamily.startsWith('Charter')"
    assert browser.ask(serif, "q.w") is True
    assert browser.ask(serif, "h3") is False


def test_keys_step_through_divergences_and_search(site: Path, browser: Browser) -> None:
    browser.show((site / "index.html").as_uri(), 1280)
    press = browser.page.keyboard.press
    number = "document.activeElement.querySelector('.no')?.textContent"
    press("j")
    press("j")
    assert browser.ask(number) == "2"
    press("k")
    assert browser.ask(number) == "1"
    press("?")
    assert browser.ask("!document.getElementById('help').hidden") is True
    press("/")
    browser.page.keyboard.type("unanimous")
    shown = "[...document.querySelectorAll('article')].filter(a => a.getClientRects().length).length"
    assert browser.ask(shown) == 1
    press("Escape")
    assert browser.ask(shown) == 10


@pytest.mark.parametrize("scripts", [True, False])
def test_a_locator_lights_its_words(site: Path, browser: Browser, scripts: bool) -> None:
    span = rc.V1
    page = site / "sources" / f"{span.doc}.html"
    browser.show(f"{page.as_uri()}#c{span.start}-{span.end}", 1280, scripts=scripts)
    lit = "getComputedStyle(document.querySelector(':target')).outlineStyle"
    assert browser.ask(lit) == "solid"


def test_a_target_in_folded_page_furniture_is_opened(site: Path, browser: Browser) -> None:
    span = rc.A.span("Harbour Times")
    page = site / "sources" / f"{span.doc}.html"
    browser.show(f"{page.as_uri()}#c{span.start}-{span.end}", 1280)
    assert browser.ask("document.querySelector(':target').getClientRects().length") > 0


def test_the_reader_picks_the_base_without_scripts(site: Path, browser: Browser) -> None:
    browser.show((site / "quotations" / "u2.html").as_uri(), 1280, scripts=False)
    shown = """[...document.querySelectorAll('.collation')]
      .filter(c => c.getClientRects().length).map(c => c.className)"""
    assert browser.ask(shown) == ["collation for-b0"]
    browser.page.click(".base-b1")
    assert browser.ask(shown) == ["collation for-b1"]


def test_the_single_file_shows_one_page_at_a_time(single: str, browser: Browser) -> None:
    shown = "[...document.querySelectorAll('.sheet')].filter(s => s.getClientRects().length).map(s => s.id)"
    for fragment, page in (("", "index"), ("#events", "events"), ("#method.r-divergence.cut", "method")):
        browser.show(single + fragment, 1280, scripts=False)
        assert browser.ask(shown) == [page]
    browser.show(single, 320)
    whole, window = browser.ask(WIDER)
    assert whole <= window
    assert not browser.complaints()
