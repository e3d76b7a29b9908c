"""Hostile words in titles, names, quotes, addresses and file names: inert, and shown as words."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.report import prove, write
from checker.report.resources import printable
from tests.browser.browser import CHROMIUM, Browser
from tests.browser.hostile import EVERY
from tests.unit import report_corpus as rc

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is needed to look at pages")

CALLED = "What was called so"


def told(number: int, words: str) -> rc.Text:
    """A text that quotes the words; its file is named after them."""
    return rc.Text(
        f"{number:03}-{words}.txt", f"Ilva Brandt said: “{words}” in {number}.\n\nAnd then {words}\n"
    )


def analysis() -> rc.Analysis:
    texts = [told(n, w) for n, w in enumerate(EVERY)]
    spans = [t.span(w) for t, w in zip(texts, EVERY, strict=True)]
    documents = tuple(
        rc.document(t, title=w, outlet=w if n % 3 else None, author=w, url=w, language=w)
        for n, (t, w) in enumerate(zip(texts, EVERY, strict=True))
    )
    cited = tuple(
        rc.Citation(f"k{n}{w}", "url", s, rc.Target(url=w, outlet=w), "gone", w, w)
        for n, (s, w) in enumerate(zip(spans, EVERY, strict=True))
    )
    return rc.Analysis(
        documents=documents,
        citations=cited,
        provenance=tuple(rc.Provenance(d.doc, d.doc, d.doc, ()) for d in documents),
        events=tuple(
            rc.Event(f"e{n}{w}", w, rc.EventDate(None, None, w), (w,), (s,), w)
            for n, (s, w) in enumerate(zip(spans, EVERY, strict=True))
        )[::4],
        framing=tuple(
            rc.Framing(s, w, (s.start, s.end), "quoted", w, None, w)
            for s, w in zip(spans, EVERY, strict=True)
        )[::4],
        divergences=tuple(
            rc.Divergence(f"d{n}{w}", "label", None, n + 1, 1, w, (rc.Evidence(s, w, "quoted", w, "hedged"),), (), w, w)
            for n, (s, w) in enumerate(zip(spans, EVERY, strict=True))
        ),
        problems=tuple(rc.Problem(d.doc, w, w, w) for d, w in zip(documents, EVERY, strict=True)),
    )  # fmt: skip


@pytest.fixture(scope="module", params=[False, True], ids=["folder", "single"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hostile")
    write(analysis(), out, report_json=b"{}\n", single_file=request.param)
    return out


def looked_at(site: Path) -> list[Path]:
    """Every list, and every eighth of the pages of single texts and events."""
    rest = sorted(p for p in site.rglob("*.html") if p.parent != site)
    return [*sorted(site.glob("*.html")), *rest[::8]]


SAID = """() => [document.title, ...[...document.querySelectorAll('q.w, h1, h2, h3, .corpus, code.url, a.url')]
  .map(e => e.textContent)]"""
LOADS = "script, style, link, img, iframe, object, embed, video, audio, base, form"
WRONG = """loads => [...document.querySelectorAll(loads)]
  .map(e => e.outerHTML).filter(h => /hacked|evil/.test(h.split('>')[0]))
  .concat([...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => /^on|^style$|^srcdoc$|^ping$/.test(a.name) ||
      (/^(href|src|action)$/.test(a.name) && /^\\s*(javascript|data:text|vbscript|file|\\/\\/)/i.test(a.value)))
    .map(a => e.tagName + ' ' + a.name + '=' + a.value)))"""


def test_there_are_two_hundred_strings() -> None:
    assert len(set(EVERY)) == len(EVERY) >= 200


def test_hostile_words_do_nothing(site: Path, browser: Browser) -> None:
    for path in looked_at(site):
        browser.show(path.as_uri(), 1280)
        assert browser.ask("window.hacked") is None, path.name
        assert browser.ask(WRONG, LOADS) == [], path.name
        assert browser.complaints() == [], path.name
        assert browser.page.url == path.as_uri()


def test_hostile_words_are_shown_as_words(site: Path, browser: Browser) -> None:
    seen: set[str] = set()
    for path in sorted(site.glob("*.html")):
        browser.show(path.as_uri(), 1280)
        seen.update(browser.ask(SAID))
    quoted = {as_read(w) for w in EVERY}
    whole = "\n".join(map(as_read, seen))
    assert not {w for w in quoted if w not in whole}


def as_read(words: str) -> str:
    """How a browser reads the words of an element back, line ends and control characters aside."""
    return "".join(c for c in printable(words).replace("\r", "\n") if c not in "\x0c\ufffd").strip()


def test_every_quotation_of_hostile_words_is_proved(site: Path) -> None:
    proof = prove(site)
    assert proof.ok, [(f.printed.words[:60], f.why) for f in proof.failed[:3]]
    printed = {(c.doc, c.words) for c in proof.holds}
    assert all((printable(told(n, w).doc), printable(w)) in printed for n, w in enumerate(EVERY))


def test_file_names_stay_inside_the_folder_and_are_plain(site: Path) -> None:
    for path in site.rglob("*"):
        assert path.resolve().is_relative_to(site.resolve())
        assert len(path.name) < 120
        assert path.name.isascii()
        assert path.name.isprintable()
