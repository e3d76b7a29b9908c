"""What a reader does with a report: narrows and orders its lists, copies a citation, goes to the words and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.report import write
from tests.browser.browser import CHROMIUM, Browser
from tests.unit import report_corpus as rc

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is needed to look at pages")

ROWS = "[...document.querySelectorAll('[data-row]')].filter(r => r.getClientRects().length).length"
NUMBERS = """[...document.querySelectorAll('[data-div]')].filter(r => r.getClientRects().length)
  .map(r => Number(r.querySelector('.no').textContent))"""
KEEP = "navigator.clipboard.writeText = text => { window.kept = text; return Promise.resolve() }"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    write(rc.analysis(), out, report_json=b"{}\n", rules=rc.RULES)
    return out


def chosen(browser: Browser, name: str, value: str) -> int:
    browser.page.select_option(f"[data-choice={name}]", value)
    return int(browser.ask(ROWS))


def test_divergences_are_narrowed_by_kind_source_and_voice(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    whole = browser.ask(ROWS)
    kinds = "[...document.querySelectorAll('[data-kind]')].map(r => r.dataset.kind)"
    assert chosen(browser, "kind", "agency") == browser.ask(kinds).count("agency") < whole
    browser.page.click("[data-clear]")
    assert browser.ask(ROWS) == whole
    quoted = chosen(browser, "voice", "quoted")
    assert 0 < quoted < whole
    hits = "[...document.querySelectorAll('.hit')].every(l => l.dataset.voice.split(' ').includes('quoted'))"
    assert browser.ask(hits) is True
    browser.page.fill("[data-words]", "no such words")
    assert browser.ask(ROWS) == 0
    assert not browser.complaints()


def test_what_is_chosen_stands_in_the_address(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    left = chosen(browser, "kind", "agency")
    browser.page.select_option("[data-order]", "rank")
    shared = browser.page.url
    assert "kind=agency" in shared
    assert "order=rank" in shared
    browser.show(shared, 1280)
    assert browser.ask(ROWS) == left
    assert browser.page.input_value("[data-choice=kind]") == "agency"
    browser.page.click("[data-clear]")
    assert "?" not in browser.page.url
    browser.show((site / "divergences.html").as_uri() + "?kind=no-such-kind&search=%22%3E%3Cb", 1280)
    assert browser.page.input_value("[data-words]") == '"><b'
    assert not browser.complaints()


def many(divergences: int, events: int) -> rc.Analysis:
    """Divergences of two kinds in turn, one of them with words of its own, and events of which one alone has none."""
    kinds = ("agency", "number")
    found = [
        replace(rc.DIVERGENCES[4], id=f"n{i}", rank=i, kind=kinds[i % 2]) for i in range(1, divergences + 1)
    ]
    found[-1] = replace(found[-1], statement="Only here is a lighthouse told of.", event="e0")
    told = tuple(replace(rc.EVENTS[0], event=f"e{i}", label=f"Sailing {i}") for i in range(events))
    return rc.analysis(divergences=tuple(found), events=told)


def settled(browser: Browser) -> str:
    """What the box of choices says once all parts are read."""
    browser.page.wait_for_function(
        """() => [...document.querySelectorAll('[data-count]')]
          .some(c => c.checkVisibility() && / of /.test(c.textContent))"""
    )
    return str(browser.page.locator("[data-count]:visible").inner_text())


@pytest.mark.parametrize("single", [False, True])
def test_choices_reach_the_rows_of_all_parts(tmp_path: Path, browser: Browser, single: bool) -> None:
    index = write(many(350, 210), tmp_path, report_json=b"{}\n", rules=rc.RULES, single_file=single).index
    at = f"{index.as_uri()}#{{}}" if single else f"{tmp_path.as_uri()}/{{}}.html"
    browser.show(at.format("divergences-2"), 1280)
    assert browser.ask(ROWS) == 100
    browser.page.locator("[data-choice=kind]:visible").select_option("number")
    assert settled(browser) == "175 of 350"
    assert browser.ask(ROWS) == 100
    first = browser.ask(NUMBERS)
    browser.page.get_by_role("button", name="later").click()
    assert sorted(first + browser.ask(NUMBERS)) == list(range(1, 350, 2))
    browser.page.locator("[data-words]:visible").fill("lighthouse")
    assert browser.ask(ROWS) == 0
    browser.page.locator("[data-clear]:visible").click()
    browser.page.locator("[data-words]:visible").fill("lighthouse")
    assert browser.ask(NUMBERS) == [350]
    browser.page.locator("a.loc:visible").first.click()
    browser.page.wait_for_selector(".beside")
    assert not browser.complaints()


def test_a_part_that_is_missing_is_told(tmp_path: Path, browser: Browser) -> None:
    write(many(250, 1), tmp_path, report_json=b"{}\n", rules=rc.RULES)
    (tmp_path / "divergences-2.rows.js").unlink()
    browser.show((tmp_path / "divergences.html").as_uri(), 1280)
    browser.page.select_option("[data-choice=kind]", "number")
    browser.page.wait_for_function(
        "document.querySelector('[data-count]').textContent.includes('cannot be read')"
    )
    assert browser.ask(ROWS) == 100


def test_all_parts_are_ordered_together_and_their_rows_lead_home(tmp_path: Path, browser: Browser) -> None:
    write(many(350, 210), tmp_path, report_json=b"{}\n", rules=rc.RULES)
    browser.show((tmp_path / "divergences-3.html").as_uri(), 1280)
    browser.page.select_option("[data-order]", "rank")
    settled(browser)
    assert browser.ask(NUMBERS) == list(range(1, 101))
    browser.ask(KEEP)
    browser.page.get_by_role("button", name="link", exact=True).first.click()
    browser.show(browser.ask("window.kept"), 1280)
    assert browser.ask("document.querySelector(':target .no').textContent") == "1"
    browser.show((tmp_path / "events.html").as_uri() + "?order=divergences", 1280)
    settled(browser)
    counted = (
        "[...document.querySelectorAll('tr[data-row]')].filter(r => r.getClientRects().length)[0].dataset"
    )
    assert browser.ask(f"{counted}.divergences") == "1"
    browser.page.click("[data-clear]")
    assert browser.ask(ROWS) == 100
    assert not browser.complaints()


def test_a_source_can_be_asked_what_it_lacks(site: Path, browser: Browser) -> None:
    browser.show((site / "events.html").as_uri(), 1280)
    key = browser.ask("document.querySelector('[data-state=no_passage_found]').dataset.lacks")
    chosen(browser, "state", "no_passage_found")
    assert chosen(browser, "source", key) > 0
    hits = "[...document.querySelectorAll('.hit')].every(c => c.dataset.state === 'no_passage_found')"
    assert browser.ask(hits) is True


def test_states_of_a_cell_differ_without_colour(site: Path, browser: Browser) -> None:
    browser.show((site / "events.html").as_uri(), 1280)
    line = """css => { const cell = document.querySelector(`.matrix td.${css}`)
      const s = cell && getComputedStyle(cell)
      return s && `${s.borderInlineStartStyle} ${s.borderInlineStartWidth}` }"""
    for forced in ("active", "none"):
        browser.page.emulate_media(forced_colors=forced)
        seen = [browser.ask(line, css) for css in ("covered", "possible", "left-out", "none-found")]
        assert len(set(seen)) == 4, forced
    browser.page.emulate_media(forced_colors=None)


def test_choices_of_one_line_must_meet_in_one_line(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    chosen(browser, "voice", "quoted")
    source = browser.ask("document.querySelector('.hit').dataset.source")
    both = chosen(browser, "source", source)
    lines = """v => [...document.querySelectorAll('[data-row]')].filter(r => [...r.querySelectorAll('[data-part]')]
      .some(p => p.dataset.voice === 'quoted' && p.dataset.source === v)).length"""
    assert both == browser.ask(lines, source) > 0


def test_divergences_are_ordered_by_rank_and_back(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    before = browser.ask(NUMBERS)
    browser.page.select_option("[data-order]", "rank")
    assert browser.ask(NUMBERS) == sorted(before)
    browser.page.select_option("[data-order]", "")
    assert browser.ask(NUMBERS) == before


def test_events_are_ordered_by_what_is_told_of_them(site: Path, browser: Browser) -> None:
    browser.show((site / "events.html").as_uri(), 1280)
    told = "[...document.querySelector('.matrix tbody').rows].map(r => Number(r.dataset.texts))"
    browser.page.select_option("[data-order]", "texts")
    assert browser.ask(told) == sorted(browser.ask(told), reverse=True)


def test_without_scripts_lists_are_whole_and_nothing_dead_is_shown(site: Path, browser: Browser) -> None:
    for page in ("divergences.html", "events.html"):
        browser.show((site / page).as_uri(), 1280)
        with_scripts = browser.ask(ROWS)
        browser.show((site / page).as_uri(), 1280, scripts=False)
        assert browser.ask(ROWS) == with_scripts
        assert (
            browser.ask("[...document.querySelectorAll('select')].filter(s => s.getClientRects().length)")
            == []
        )


def test_a_finding_is_copied_with_its_words_and_places(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    browser.ask(KEEP)
    card = browser.page.locator("[data-div]").first
    for name in ("text", "Markdown"):
        card.get_by_role("button", name=name, exact=True).click()
        kept = browser.ask("window.kept")
        assert card.locator("h3").inner_text() in kept.replace("\\", "")
        assert "of the stored text" in kept
    card.get_by_role("button", name="CSL-JSON", exact=True).click()
    items = json.loads(browser.ask("window.kept"))
    assert items[0]["type"] == "article-newspaper"
    assert items[0]["author"] == [{"literal": "Nora Quill"}]
    card.get_by_role("button", name="link", exact=True).click()
    browser.show(browser.ask("window.kept"), 1280)
    assert browser.ask("document.querySelector(':target').className").startswith("card")


def test_a_citation_is_copied_as_what_it_points_at(site: Path, browser: Browser) -> None:
    browser.show((site / "citations.html").as_uri(), 1280)
    browser.ask(KEEP)
    kept = {}
    for name in ("k2", "k3", "k4"):
        row = browser.page.locator(f"#k-{name}")
        row.get_by_role("button", name="CSL-JSON", exact=True).click()
        kept[name] = json.loads(browser.ask("window.kept"))[0]
        row.get_by_role("button", name="text", exact=True).click()
        assert "Cited by:" in browser.ask("window.kept")
    assert kept["k2"]["URL"] == "https://log.example/2021?x=1&y=2"
    assert kept["k3"]["container-title"] == "Northern Ledger"
    assert kept["k3"]["issued"] == {"date-parts": [[2021, 4, 1]]}
    assert "URL" not in kept["k3"]
    assert kept["k3"]["note"].startswith("cited in ")
    assert kept["k4"]["title"] == "The Ferry Pact That Never Sailed"


def test_a_footnote_leads_to_the_words_their_citation_and_back(site: Path, browser: Browser) -> None:
    browser.show((site / "index.html").as_uri(), 1280)
    words = browser.page.locator("[data-div] q[data-doc]").first
    core = (
        words.locator(".core").first.text_content()
        if words.locator(".core").count()
        else words.text_content()
    )
    browser.page.locator("[data-div] a.loc").first.click()
    browser.page.wait_for_selector(".beside")
    browser.ask(KEEP)
    browser.page.locator(".beside").get_by_role("button", name="text", exact=True).click()
    assert " ".join(str(core).split()).strip('“”"') in browser.ask("window.kept")
    browser.page.get_by_role("button", name="back").click()
    browser.page.wait_for_selector("h1:has-text('World Digest'), .timeline")
    assert browser.page.url.endswith("index.html")


def test_every_highlight_is_the_stored_span(site: Path, browser: Browser) -> None:
    text = rc.A.text
    browser.show((site / "sources" / f"{rc.A.doc}.html").as_uri(), 1280)
    seen = """[...document.querySelectorAll('.c[id]')].map(c => {
      const copy = c.cloneNode(true)
      copy.querySelectorAll('[data-aside]').forEach(a => a.remove())
      return [Number(c.dataset.start), Number(c.dataset.end), copy.textContent]
    })"""
    found = browser.ask(seen)
    assert len(found) > 10
    assert all(text[start:end] == words for start, end, words in found)


def test_a_text_is_cited_in_three_ways_without_scripts(site: Path, browser: Browser) -> None:
    browser.show((site / "sources" / f"{rc.A.doc}.html").as_uri(), 1280, scripts=False)
    plain, markdown, csl = browser.page.locator(".citing pre").all_text_contents()
    assert plain.startswith("Nora Quill, “The Ferry Pact That Never Sailed”")
    assert markdown.startswith("Nora Quill, ")
    assert json.loads(csl)[0]["container-title"]


def test_heads_of_tables_stay_in_sight(site: Path, browser: Browser) -> None:
    browser.show((site / "events.html").as_uri(), 1280)
    browser.page.set_viewport_size({"width": 1280, "height": 160})
    browser.ask("document.querySelector('.matrix tbody tr:last-child').scrollIntoView({block: 'end'})")
    assert browser.ask("Math.round(document.querySelector('.matrix thead').getBoundingClientRect().top)") == 0


def test_marks_differ_by_more_than_colour(site: Path, browser: Browser) -> None:
    browser.show((site / "quotations" / "u2.html").as_uri(), 1280)
    seen = "['d', 'h', 'p', 'cut'].filter(c => document.querySelector(`.legend .${c}`))"
    assert browser.ask(seen) == ["d", "h", "p", "cut"]
    line = "of => getComputedStyle(document.querySelector(`.legend ${of}`)).textDecorationStyle"
    for forced in ("active", "none"):
        browser.page.emulate_media(forced_colors=forced)
        assert len({browser.ask(line, f".{css}") for css in ("d", "h", "p", "cut")}) == 4, forced
    browser.page.emulate_media(forced_colors=None)


def test_keys_alone_reach_every_control(site: Path, browser: Browser) -> None:
    browser.show((site / "divergences.html").as_uri(), 1280)
    inside = """[...document.querySelectorAll('*')].flatMap((e, i) => e.getClientRects().length
      && e.matches('main :is(a, button, input, select, summary)') ? [i] : [])"""
    wanted, reached = set(browser.ask(inside)), set()
    for _ in range(len(wanted) + 20):
        browser.page.keyboard.press("Tab")
        reached.add(browser.ask("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    assert wanted <= reached


def test_a_search_for_who_did_it_reads_the_sentences_alone(site: Path, browser: Browser) -> None:
    browser.show((site / "deeds.html").as_uri(), 1280)
    browser.page.keyboard.press("/")
    browser.page.keyboard.type("league")
    rows = "[...document.querySelectorAll('tr[data-row]')].filter(r => r.getClientRects().length)"
    found = browser.ask(f"{rows}.map(r => r.cells[0].textContent + r.cells[2].textContent)")
    assert found
    assert all("league" in words for words in found)
    assert browser.ask("document.querySelector('[data-count]').textContent").startswith(f"{len(found)} of ")
