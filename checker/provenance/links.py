"""Links from a document to where it comes from and to what it belongs with, each with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from checker.model import Candidate, Document, Interval, ProvenanceLink, Reuse, Span, Work
from checker.provenance import translation

_ALIKE = 0.8
"""Ratio of equal characters from which two titles are one."""
_SHARED = 0.35
"""Share of the shorter article that has to stand in the other one too, for the two to be one text."""
_SHARED_LEAST = 400
"""Characters below which shared words are quotations and phrases, however short the article."""
_CLUSTER = 8
_NO_PERSON = re.compile(
    r"\b(?:staff|editors?|editorial|desk|team|agency|agencies|admin|board|correspondents?|wire)\b",
    re.IGNORECASE,
)


def republications(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """What a page says of its original: "The original source of this article is X"."""
    for document in documents:
        stated: dict[str, list[Candidate]] = defaultdict(list)
        for c in document.candidates:
            if (
                c.name == "original"
                and c.span
                and c.rule in ("extract.second_outlet", "extract.original_source")
            ):
                stated[_key(c.value)].append(c)
        for key, candidates in sorted(stated.items()):
            if key == _key(document.outlet):
                continue
            evidence = tuple(sorted({c.span for c in candidates if c.span}))
            of = _work(document, candidates, documents)
            yield (
                document.doc,
                ProvenanceLink("republication", of, "stated", evidence, "provenance.republication"),
            )


def translations(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """A translator that the page names, or traces of two kinds at least in the text."""
    for document in documents:
        found = translation.traces(document) if document.language in ("en", "und") else {}
        stated = "translator_named" in found
        if not stated and not translation.is_translation(found):
            continue
        outlet, named = translation.outlet_retold(document)
        places = sorted({*named, *(place for kind in found.values() for place in kind)})
        evidence = tuple(Span(document.doc, s, e) for s, e in places)
        basis: Literal["stated", "inferred"] = "stated" if stated else "inferred"
        of = _in_corpus(outlet, None, None, document, documents)
        yield (
            document.doc,
            ProvenanceLink("translation", of, basis, evidence, f"provenance.translation_{basis}"),
        )


def same_author(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """Two documents whose by-lines have the same person."""
    by_name: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for name in dict.fromkeys(_key(n) for n in authors(document)):
            by_name[name].append(document)
    for name, group in sorted(by_name.items()):
        for a, b in _pairs(group):
            evidence = tuple(sorted({*_byline(a, name), *_byline(b, name)}))
            for one, other in ((a, b), (b, a)):
                link = ProvenanceLink("same_author", _of(other), "stated", evidence, "provenance.same_author")
                yield one.doc, link


def shared_text(
    documents: tuple[Document, ...], reuse: Iterable[Reuse]
) -> Iterator[tuple[str, ProvenanceLink]]:
    """Two documents, much of the shorter of which stands in the other word for word."""
    known = {d.doc: d for d in documents}
    pairs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for record in reuse:
        if not record.boilerplate and record.a.doc in known and record.b.doc in known:
            pairs[record.a.doc, record.b.doc].append(record)
    for (first, second), records in sorted(pairs.items()):
        a, b = known[first], known[second]
        shared = min(_length(r.a for r in records), _length(r.b for r in records))
        if shared < max(_SHARED_LEAST, _SHARED * min(_body(a), _body(b))):
            continue
        longest = sorted(records, key=lambda r: (r.a.start - r.a.end, r.a))[:3]
        evidence = tuple(sorted(span for r in longest for span in (r.a, r.b)))
        for one, other in ((a, b), (b, a)):
            yield (
                one.doc,
                ProvenanceLink("shared_text", _of(other), "inferred", evidence, "provenance.shared_text"),
            )


def revisions(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """Captures of one address, or texts of one outlet under one title, that are not the same."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for key in _page_keys(document):
            groups[key].append(document)
    seen: set[tuple[str, str]] = set()
    for _, group in sorted(groups.items()):
        for a, b in pairwise(sorted(group, key=lambda d: (d.retrieved or "", d.doc))):
            if a.text_sha256 == b.text_sha256 or (a.doc, b.doc) in seen:
                continue
            seen.add((a.doc, b.doc))
            evidence = tuple(
                sorted(c.span for d in (a, b) for c in d.candidates if c.name == "title" and c.span)
            )
            yield b.doc, ProvenanceLink("revision", _of(a), "inferred", evidence, "provenance.revision")


def authors(document: Document) -> list[str]:
    """Names of persons in the by-line: of the manifest, else of the page."""
    stated = [c for c in document.candidates if c.name == "author"]
    names = [c.value for c in stated if c.rule == stated[0].rule]
    split = [part.strip() for name in names for part in re.split(r",| and | & |;", name)]
    return [n for n in split if len(n.split()) > 1 and not _NO_PERSON.search(n)]


def _byline(document: Document, name: str) -> set[Span]:
    """Where the page has the name as its author's."""
    return {c.span for c in document.candidates if c.name == "author" and c.span and name in _key(c.value)}


def _pairs(group: list[Document]) -> Iterator[tuple[Document, Document]]:
    """Every pair of a small group; of a large one each with the first."""
    ordered = sorted(group, key=lambda d: d.doc)
    for i, a in enumerate(ordered if len(ordered) <= _CLUSTER else ordered[:1]):
        for b in ordered[i + 1 :]:
            yield a, b


def _work(document: Document, candidates: list[Candidate], documents: tuple[Document, ...]) -> Work:
    """The original that a page names, with the day that it gives."""
    outlet = candidates[0].value
    url = next((c.value for c in document.candidates if c.name == "original_url"), None)
    spans = [c.span for c in candidates if c.span]
    dates = [c for c in document.candidates if c.rule == "extract.original_date" and c.span]
    date = next((c.value for c in dates if any(s.contains(c.span) for s in spans if c.span)), None)
    return _in_corpus(outlet, date, url, document, documents)


def _in_corpus(
    outlet: str | None, date: str | None, url: str | None, document: Document, documents: tuple[Document, ...]
) -> Work:
    for other in documents:
        if other.doc == document.doc:
            continue
        same_page = url is not None and other.url is not None and _page(url) == _page(other.url)
        same_outlet = outlet is not None and _key(outlet) == _key(other.outlet)
        if same_page or (same_outlet and _same_title(document, other)):
            return Work(outlet or other.outlet, other.title, date or _day(other.published), other.doc)
    return Work(outlet, None, date, None)


def _same_title(a: Document, b: Document) -> bool:
    one, two = _key(a.title)[:200], _key(b.title)[:200]
    return bool(one and two) and SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE


def _of(document: Document) -> Work:
    return Work(document.outlet, document.title, _day(document.published), document.doc)


def _day(published: Interval | None) -> str | None:
    return published.from_ if published and published.from_ == published.to else None


def _page_keys(document: Document) -> Iterator[str]:
    if document.url:
        yield "url " + _page(document.url)
    if document.outlet and document.title and len(document.title) > 15:
        yield f"title {_key(document.outlet)} {_key(document.title)}"


def _page(url: str) -> str:
    return url.split("#")[0].split("://")[-1].rstrip("/").removeprefix("www.")


def _key(name: str | None) -> str:
    return " ".join((name or "").casefold().replace("’", "'").split()).removeprefix("the ")


def _length(spans: Iterable[Span]) -> int:
    """Characters that the spans cover together."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total


def _body(document: Document) -> int:
    return sum(end - start for start, end in document.body)
