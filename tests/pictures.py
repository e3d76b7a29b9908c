"""The pictures of the demonstration report in the README: `python -m tests.pictures` takes them anew with chromium."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.reports import made
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "pictures"
MOST = 200_000
"""Bytes of a picture."""
WIDTH, HEIGHT = 1200, 860


def take(folder: Path = FOLDER) -> list[Path]:
    """Write every picture; raises ValueError for one that is too large."""
    with tempfile.TemporaryDirectory() as scratch, Browser() as browser:
        site = made("demonstration", Path(scratch))
        event = max((site / "events").glob("*.html"), key=lambda p: (p.stat().st_size, p.name))
        browser.show((site / "index.html").as_uri(), WIDTH)
        index = _shot(browser, folder / "index.png")
        words = browser.page.locator("[data-div] a.loc").first.get_attribute("href")
        browser.show((site / "events.html").as_uri(), WIDTH)
        matrix = _shot(browser, folder / "matrix.png", ".filters")
        browser.show(event.as_uri(), WIDTH)
        told = _shot(browser, folder / "event.png", "main")
        browser.show(f"{site.as_uri()}/{words}", WIDTH)
        source = _shot(browser, folder / "source.png", ".para:has(:target)", 450)
        browser.show((site / "deeds.html").as_uri() + "?act=end", WIDTH)
        browser.page.wait_for_selector("[data-count]:not(:empty)")
        deeds = _shot(browser, folder / "deeds.png", "h1")
    return [index, matrix, told, source, deeds]


def _shot(browser: Browser, path: Path, top: str = "body", height: int = HEIGHT) -> Path:
    """What is seen of the open page from an element on."""
    browser.page.set_viewport_size({"width": WIDTH, "height": height})
    browser.ask(
        "of => scrollTo(0, document.querySelector(of).getBoundingClientRect().top + scrollY - 16)", top
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    browser.page.screenshot(path=path)
    if path.stat().st_size > MOST:
        raise ValueError(f"{path} has {path.stat().st_size} bytes")
    return path


if __name__ == "__main__":
    for taken in take():
        print(f"{taken.stat().st_size:7} {taken.relative_to(ROOT)}")  # noqa: T201
