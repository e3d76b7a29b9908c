"""A page in Debian's chromium: opened at a width, in light or dark, with scripts or without."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Dialog, Page, sync_playwright

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
FAINT = """() => {
  const light = colour => {
    const parts = colour.match(/[0-9.]+/g).slice(0, 3).map(n => n / 255)
    const [r, g, b] = parts.map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const paper = light(getComputedStyle(document.documentElement).backgroundColor)
  return [...document.querySelectorAll('svg text, svg tspan')].filter(t => t.textContent.trim()).map(t => {
    const ink = light(getComputedStyle(t).fill)
    return [(Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05), t.textContent]
  }).filter(([contrast]) => contrast < 4.5).map(([contrast, words]) => `${words}: ${contrast.toFixed(2)}`)
}"""
SHOW_ALL = """
  *, *::before, *::after { content-visibility: visible !important }
  .scroll { overflow: visible !important; max-height: none !important }
  .scroll :is(thead, th) { position: static !important }
"""
"""While a page is tested nothing is left undrawn, and no head of a table covers a cell that scrolls under it."""
AXE = Path(str(importlib.util.find_spec("axe_playwright_python").origin)).parent / "axe.min.js"  # type: ignore[union-attr]


class Browser:
    """One headless browser; use it as a context manager."""

    def __enter__(self) -> Browser:
        self._driver = sync_playwright().start()
        self._browser = self._driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        self._pages: dict[tuple[bool, bool, bool], Page] = {}
        self._said: list[str] = []
        self.page: Page
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._driver.stop()

    def show(
        self, url: str, width: int, *, dark: bool = False, scripts: bool = True, tested: bool = False
    ) -> None:
        """Open a page at a width in CSS pixels; one that is `tested` lets the tester's own script in."""
        wanted = dark, scripts, tested
        if wanted not in self._pages:
            self._pages[wanted] = self._opened(*wanted)
        self.page = self._pages[wanted]
        self.page.set_viewport_size({"width": width, "height": 900})
        self._said.clear()
        self.page.goto("about:blank")
        self.page.goto(url)

    def _opened(self, dark: bool, scripts: bool, tested: bool) -> Page:
        context = self._browser.new_context(
            color_scheme="dark" if dark else "light", java_script_enabled=scripts, bypass_csp=tested
        )
        page = context.new_page()
        page.on("console", lambda message: self._said.append(message.text))
        page.on("pageerror", lambda error: self._said.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", self._dismissed)
        return page

    def _dismissed(self, dialog: Dialog) -> None:
        self._said.append(f"opened a dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "about:", "data:", "blob:")):
            self._said.append(f"asked the network for {url}")

    def ask(self, script: str, argument: object = None) -> Any:
        """What an expression or function is in the page."""
        return self.page.evaluate(script, argument)

    def complaints(self) -> list[str]:
        """What the page has said to the console or in a dialog, or asked of the network, since it was opened."""
        return list(self._said)

    def barriers(self, *rules: str) -> list[str]:
        """What axe finds against WCAG 2.2 AA, and what it cannot tell, on the page that is open; by these rules alone
        where some are named.

        The contrast of words in drawings is told by `faint`: axe takes a drawing for a picture.
        """
        self.page.add_style_tag(content=SHOW_ALL)
        self.page.evaluate(AXE.read_text("utf-8"))
        asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(WCAG)}
        options = {"runOnly": asked, "preload": False, "resultTypes": ["violations", "incomplete"]}
        found = self.page.evaluate("options => axe.run(options)", options)
        return [
            f"{state}: {rule['id']}: {node['html'][:160]}: {node['failureSummary'][:200]}"
            for state in ("violations", "incomplete")
            for rule in found[state]
            for node in rule["nodes"]
            if not (
                rule["id"] == "color-contrast"
                and state == "incomplete"
                and node["html"].startswith(("<text", "<tspan"))
            )
        ]

    def faint(self) -> list[str]:
        """Words in drawings whose contrast to the paper is less than 4.5 (WCAG 2.2, 1.4.3)."""
        return list(self.page.evaluate(FAINT))
