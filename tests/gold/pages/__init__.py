"""Layouts of web pages with their exact article: how much of it is found, and nothing else."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html

from checker import extract
from checker.model import Document, Manifest, Snapshot

HERE = Path(__file__).resolve().parent
_SET = re.compile(r"@(\d)-(\d)")
_PARAGRAPH = re.compile(r"\$(\d)")
_MARK = re.compile(r"(<[a-z][\w-]*(?: [\w-]+(?:=\"[^\"]*\")?)*?) [bo](?=[ >])")
_WORD = re.compile(r"\w+")
N = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is stated on it; `article` and `either` are texts of its elements."""

    name: str
    source: bytes
    article: tuple[str, ...]
    either: tuple[str, ...]
    title: str
    author: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """How the body that was found compares with the article: runs of four words."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


@cache
def pages() -> tuple[Page, ...]:
    """All layouts, in the order of the file."""
    stories = tomllib.loads((HERE / "stories.toml").read_text("utf-8"))
    layouts = tomllib.loads((HERE / "layouts.toml").read_text("utf-8"))
    return tuple(_page(name, row, stories[row["story"]]) for name, row in layouts.items())


def _page(name: str, row: dict[str, Any], story: dict[str, Any]) -> Page:
    def filled(text: str) -> str:
        text = _SET.sub(lambda m: "".join(f"<p b>${n}</p>\n" for n in range(int(m[1]), int(m[2]) + 1)), text)
        return _PARAGRAPH.sub(lambda m: story["text"][int(m[1]) - 1], text.replace("$T", story["headline"]))

    marked = filled(row["html"])
    tree = lxml.html.document_fromstring(marked)
    article, either = ([e.text_content() for e in tree.xpath(f"//*[@{mark}]")] for mark in "bo")
    source = _MARK.sub(r"\1", marked).encode(row.get("encoding", "utf-8"))
    title = filled(row.get("title", "$T"))
    return Page(name, source, tuple(article), tuple(either), title, row.get("author"), row.get("date"))


def document(page: Page) -> Document:
    """The document that is made of a page."""
    digest = hashlib.sha256(page.source).hexdigest()
    name = f"{page.name}.html"
    return extract.run(Snapshot(name, name, page.source, digest, "text/html", Manifest(name)))


def score(page: Page, found: Document) -> Score:
    """The body of a document against the article of its page; blocks that may be either are left out."""
    either = {_joined(text) for text in page.either}
    body = [found.text[b.start : b.end] for b in found.blocks if found.in_body(b.start, b.end)]
    got = _runs(" ".join(text for text in body if _joined(text) not in either))
    wanted = _runs(" ".join(page.article))
    common = sum((got & wanted).values())
    return Score(common / max(sum(got.values()), 1), common / max(sum(wanted.values()), 1))


def _joined(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = [w.casefold() for w in _WORD.findall(text)]
    return Counter(zip(*(words[i:] for i in range(N)), strict=False))
