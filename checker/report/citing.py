"""How a text of the report is cited: as a sentence, as Markdown and as CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from html import unescape
from typing import Any

from checker.model import Citation, Document, Target
from checker.report.addresses import safe_url
from checker.report.corpus import Corpus
from checker.report.resources import printable
from checker.report.words import day, parse_day, span_of_days

_PIECE = re.compile(r"\b(?:article|essay|interview|piece|report|story)\b", re.IGNORECASE)
"""Words for what an outlet publishes; a document that is called otherwise has its own name for a title."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")
_PLACED = re.compile(r'\sdata-doc="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Work:
    """One text as it is cited: `plain` and `markdown` are lines without a full stop, `csl` is one item."""

    key: str
    plain: str
    markdown: str
    csl: dict[str, Any]


def work(corpus: Corpus, document: Document) -> Work:
    """How a document of the corpus is cited."""
    url, title = safe_url(document.url), _flat(document.title or "")
    author, outlet = _flat(document.author or ""), _flat(document.outlet or corpus.name(document.doc).full)
    when = span_of_days(document.published.from_, document.published.to) if document.published else ""
    first = _first(corpus, document)
    parts = [author, f"“{title}”" if title else "", outlet, when, first]
    named = f"“[{_escaped(title)}]({url})”" if url else f"“{_escaped(title)}”"
    marked = [_escaped(author), named if title else "", f"*{_escaped(outlet)}*", when, _escaped(first)]
    plain = ", ".join(p for p in (*parts, url) if p)
    return Work(
        corpus.keys[document.doc], plain, ", ".join(p for p in marked if p), _item(corpus, document, url)
    )


def cited_work(corpus: Corpus, citation: Citation) -> Work | None:
    """How the thing is cited that a citation points at, as far as the text or its own page says; None for nothing."""
    target = citation.target or Target()
    if target.doc in corpus.by_doc:
        return work(corpus, corpus.by_doc[target.doc])
    stated = citation.checked.page if citation.checked else None
    title, said_outlet, said_date = (
        (stated.title, stated.outlet, stated.date) if stated else (None, None, None)
    )
    outlet, title = _flat(target.outlet or said_outlet or ""), _flat(title or "")
    url, when, author = safe_url(target.url), target.date or said_date, _flat(citation.author or "")
    if not (url or outlet or title):
        return None
    words = corpus.plain(citation.span.doc, (citation.span.start, citation.span.end))
    if citation.form == "document" and not title and not _PIECE.search(words):
        outlet, title = "", outlet
    named = [author, f"“{title}”" if title else "", outlet, day(when) if when else "", url]
    marked = [
        _escaped(author),
        f"“{_escaped(title)}”" if title else "",
        f"*{_escaped(outlet)}*" if outlet else "",
    ]
    marked += [day(when) if when else "", f"<{url}>" if url else ""]
    item = _cited_item(citation, title, outlet, when, url)
    item["note"] = f"cited in {work(corpus, corpus.by_doc[citation.span.doc]).plain}"
    return Work(citation.id, ", ".join(filter(None, named)), ", ".join(filter(None, marked)), item)


def _cited_item(citation: Citation, title: str, outlet: str, when: str | None, url: str) -> dict[str, Any]:
    fields = {
        "id": citation.id,
        "type": "article-newspaper" if outlet else "webpage" if url else "document",
        "title": title,
        "author": [{"literal": _flat(citation.author)}] if citation.author else None,
        "container-title": outlet,
        "issued": _issued(when),
        "URL": url,
    }
    return {name: value for name, value in fields.items() if value}


def _first(corpus: Corpus, document: Document) -> str:
    name = corpus.name(document.doc)
    return f"first published by {_flat(name.short)}" if name.via.startswith("via ") else ""


def csl_text(item: dict[str, Any]) -> str:
    """A list with one item, as citation managers read it."""
    return json.dumps([item], ensure_ascii=False, indent=1)


def _item(corpus: Corpus, document: Document, url: str) -> dict[str, Any]:
    """One item. Names are given whole, as no rule says where a family name begins."""
    when = document.published
    fields = {
        "id": corpus.keys[document.doc],
        "type": "article-newspaper" if document.outlet else "webpage" if url else "document",
        "title": _flat(document.title or document.doc),
        "author": [{"literal": _flat(document.author)}] if document.author else None,
        "container-title": _flat(document.outlet or ""),
        "issued": _issued(when.from_ if when and when.from_ == when.to else None),
        "original-publisher": _first(corpus, document).removeprefix("first published by "),
        "URL": url,
        "language": _flat(document.language),
        "note": f"sha256 {document.sha256}",
    }
    return {name: value for name, value in fields.items() if value}


def _issued(day_of: str | None) -> dict[str, list[list[int]]] | None:
    """A day as CSL has it; None where it is none."""
    found = parse_day(day_of)
    return {"date-parts": [[found.year, found.month, found.day]]} if found else None


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


class Works:
    """The texts of a corpus as the script of a page reads them; a page carries those whose words it prints."""

    def __init__(self, corpus: Corpus) -> None:
        self._works = {d.doc: asdict(work(corpus, d)) for d in corpus.documents}

    def of(self, html: str) -> str:
        """JSON of the texts that have words in this HTML, by document id; "" for none."""
        return self._json({unescape(doc) for doc in _PLACED.findall(html)} & set(self._works))

    def every(self) -> str:
        """JSON of all texts."""
        return self._json(self._works)

    def _json(self, docs: Iterable[str]) -> str:
        found = {printable(doc): self._works[doc] for doc in sorted(docs)}
        return json.dumps(found, ensure_ascii=False) if found else ""
