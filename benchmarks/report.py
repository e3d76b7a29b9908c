"""How soon a report of a large event answers, beside a plain page with the same words and no style or script.

    python -m benchmarks.report [--passages 500] [--sources 6] [--runs 5]

The event is told by every source in every passage, and every passage is a divergence. Times begin where a page is
called and end, for the largest page, when the script has run and the browser has drawn a frame; for the list of
divergences, when a choice of the reader, which reaches the rows of all its parts, has been answered and drawn. Every
figure is the median of the runs, the pages in turn, in Debian's chromium.
"""

from __future__ import annotations

import argparse
import html
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ANSWERED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => setTimeout(() => done(performance.now()), 0))))"""
"""When the page was called until a frame is drawn."""
CHOSEN = """() => new Promise(done => {
  const box = document.querySelector('.filters [data-words]'), told = document.querySelector('.filters [data-count]')
  box.value = 'halted'
  box.dispatchEvent(new Event('input', {bubbles: true}))
  const look = () => / of [0-9]/.test(told.textContent) ? requestAnimationFrame(
    () => setTimeout(() => done(performance.now()), 0)) : requestAnimationFrame(look)
  look()
})"""
"""The same, once a word that is searched for has been answered and drawn."""


def pages(folder: Path, passages: int, sources: int) -> tuple[Path, Path, Path]:
    """The longest page of a report, the list of its divergences, and a plain page with the words of the longest."""
    from bs4 import BeautifulSoup

    from checker.report import write
    from tests.unit import large_corpus

    write(large_corpus.analysis(passages, sources, 1), folder / "report", report_json=b"{}\n")
    ours = max((folder / "report").rglob("*.html"), key=lambda p: p.stat().st_size)
    lines = BeautifulSoup(ours.read_text("utf-8"), "html.parser").body.get_text("\n").split("\n")  # type: ignore[union-attr]
    plain = folder / "plain.html"
    words = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line.strip())
    plain.write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{words}", "utf-8")
    return ours, folder / "report" / "divergences.html", plain


def main() -> None:
    """Measure and print."""
    from tests.browser.browser import Browser

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--passages", type=int, default=500)
    parser.add_argument("--sources", type=int, default=6)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    took: dict[str, list[float]] = {"largest page": [], "choice in a list": [], "plain page": []}
    with tempfile.TemporaryDirectory() as scratch, Browser() as browser:
        shown = dict(zip(took, pages(Path(scratch), given.passages, given.sources), strict=True))
        for _ in range(given.runs):
            for name, path in shown.items():
                browser.show(path.as_uri(), 1280)
                took[name].append(browser.ask(CHOSEN if name == "choice in a list" else ANSWERED))
        nodes = browser.ask("document.querySelectorAll('*').length")
    base = statistics.median(took["plain page"])
    print(f"{given.passages} passages × {given.sources} sources; the plain page has {nodes:,} elements")
    for name, found in took.items():
        middle = statistics.median(found)
        print(f"{name:18}{middle:7.0f} ms   {middle / base:5.2f} × plain page")


if __name__ == "__main__":
    main()
