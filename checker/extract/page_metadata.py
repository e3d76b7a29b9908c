"""What a page's head says of it: JSON-LD, OpenGraph, meta elements, title, time, canonical address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from checker.model import Candidate, Span

TRUST = (
    "extract.json_ld",
    "extract.open_graph",
    "extract.meta",
    "extract.page_heading",
    "extract.title_element",
    "extract.byline",
    "extract.dateline",
    "extract.time",
)
"""Rules for a page, the most trusted first; others follow in the order in which they found something."""

_JSON_SIZE = 500_000
_NODES = 5_000
_HEADINGS = 500
_ARTICLES = (
    "article",
    "newsarticle",
    "blogposting",
    "report",
    "reportage",
    "opinion",
    "analysis",
    "webpage",
    "scholarly",
)
_ACCOUNTS = frozenset(
    {"admin", "administrator", "author", "default", "editor", "editors", "guest", "owner", "root", "staff"}
    | {"super-admin", "superuser", "system", "test", "user", "webmaster", "wordpress"}
)
_META: dict[str, tuple[str, str]] = {
    "og:title": ("title", "extract.open_graph"),
    "og:site_name": ("outlet", "extract.open_graph"),
    "article:published_time": ("date", "extract.open_graph"),
    "article:author": ("author", "extract.open_graph"),
    "author": ("author", "extract.meta"),
    "byl": ("author", "extract.meta"),
    "dc.creator": ("author", "extract.meta"),
    "citation_author": ("author", "extract.meta"),
    "date": ("date", "extract.meta"),
    "pubdate": ("date", "extract.meta"),
    "dc.date": ("date", "extract.meta"),
    "citation_publication_date": ("date", "extract.meta"),
    "datepublished": ("date", "extract.meta"),
    "dc.title": ("title", "extract.meta"),
    "citation_title": ("title", "extract.meta"),
    "citation_journal_title": ("outlet", "extract.meta"),
    "original-source": ("original_url", "extract.meta"),
    "syndication-source": ("original_url", "extract.meta"),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """Candidates in the order of the page, and the language that its root element names."""

    candidates: tuple[Candidate, ...]
    language: str | None


def read(tree: Any, doc: str, text: str) -> Declared:
    """The candidates of a page; each has a span where its value stands in the visible text word for word."""
    raw = [*_json_ld(tree), *_meta(tree), *_elements(tree)]
    seen: dict[tuple[str, str, str], None] = {}
    for name, value, rule in raw:
        value = " ".join(value.split())
        if value and len(value) <= 500 and not (name == "author" and _is_nobody(value)):
            seen.setdefault((name, value, rule))
    made = tuple(Candidate(name, value, rule, _find(doc, text, value)) for name, value, rule in seen)  # type: ignore[arg-type]
    language = (tree.get("lang") or "").partition("-")[0].lower()
    return Declared(made, language if language.isalpha() and len(language) in (2, 3) else None)


def _is_nobody(author: str) -> bool:
    """Whether a declared author is an address, or the account under which pages are put online."""
    return author.startswith("http") or author.casefold() in _ACCOUNTS


def _find(doc: str, text: str, value: str) -> Span | None:
    at = text.find(value)
    return Span(doc, at, at + len(value)) if at >= 0 else None


def _meta(tree: Any) -> Iterator[tuple[str, str, str]]:
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        known = _META.get(key.strip().lower())
        if known is not None and element.get("content"):
            yield known[0], element.get("content"), known[1]


def _elements(tree: Any) -> Iterator[tuple[str, str, str]]:
    heading = _heading(tree)
    if heading:
        yield "title", heading, "extract.page_heading"
    for element in tree.iter("title"):
        yield "title", element.text or "", "extract.title_element"
        break
    times = [e.get("datetime") for e in tree.iter("time") if e.get("datetime")]
    if len(set(times)) == 1:
        yield "date", times[0], "extract.time"


def _heading(tree: Any) -> str:
    """The longest heading of some words that the title element repeats, else the only first-level heading."""
    whole = " ".join(next((e.text or "" for e in tree.iter("title")), "").split()).casefold()
    found = [
        (e.tag, " ".join("".join(e.itertext()).split()))
        for e in islice(tree.iter("h1", "h2", "h3"), _HEADINGS)
    ]
    repeated = [text for _, text in found if text.casefold() in whole and " " in text]
    first = [text for tag, text in found if tag == "h1" and text]
    return max(repeated, key=len) if repeated else first[0] if len(first) == 1 else ""


def _json_ld(tree: Any) -> Iterator[tuple[str, str, str]]:
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            for node in _nodes(_loaded(element.text or "")):
                yield from _article(node)


def _loaded(source: str) -> Any:
    if len(source) > _JSON_SIZE:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD value, outer ones first; a bounded walk without recursion."""
    queue, seen = [data], 0
    while queue and seen < _NODES:
        value = queue.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            queue.extend(v for k, v in value.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))
        elif isinstance(value, list):
            queue.extend(value[:200])


def _article(node: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    types = " ".join(_strings(node.get("@type"))).lower()
    if not any(kind in types for kind in _ARTICLES):
        return
    rule = "extract.json_ld"
    for key, name in (("headline", "title"), ("datePublished", "date")):
        for value in _strings(node.get(key))[:1]:
            yield name, value, rule
    for key, name in (("author", "author"), ("publisher", "outlet"), ("translator", "translator")):
        for value in _names(node.get(key)):
            yield name, value, rule
    for value in _addresses(node.get("isBasedOn")):
        yield "original_url", value, rule


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str)]


def _names(value: Any) -> list[str]:
    """Names of the persons or bodies that a property points at."""
    values = value if isinstance(value, list) else [value]
    names = [v.get("name") if isinstance(v, dict) else v for v in values]
    return [n for n in names[:20] if isinstance(n, str)]


def _addresses(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    found = [v.get("url") or v.get("@id") if isinstance(v, dict) else v for v in values]
    return [u for u in found[:5] if isinstance(u, str) and u.startswith(("http://", "https://"))]
