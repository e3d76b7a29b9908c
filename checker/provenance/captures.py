"""Captures of one page: what a page was at another time, and copies of it in an archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from checker.model import Document, ProvenanceLink, Span
from checker.provenance.addresses import is_of_archive, name_key, page
from checker.provenance.links import work_of


def revisions(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """Captures of one address, or texts of one outlet under one title, that differ: the later of the earlier."""
    seen: set[tuple[str, str]] = set()
    for group in _captures(documents, _page_keys):
        for a, b in pairwise(_changed(group)):
            if (a.doc, b.doc) not in seen:
                seen.add((a.doc, b.doc))
                link = ProvenanceLink(
                    "revision", work_of(a), "inferred", _titles(a, b), "provenance.revision"
                )
                yield b.doc, link


def archived(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """A copy in an archive of a page that is here as well, with the same text."""
    for group in _captures(documents, _addresses):
        live = next((d for d in group if not _is_copy(d)), None)
        if live is None:
            continue
        for copy in group:
            if _is_copy(copy) and _article(copy) == _article(live):
                evidence = _titles(copy, live)
                yield (
                    copy.doc,
                    ProvenanceLink("archive", work_of(live), "stated", evidence, "provenance.archive"),
                )


def _captures(
    documents: tuple[Document, ...], keys: Callable[[Document], Iterator[str]]
) -> Iterator[list[Document]]:
    """Documents that have a key in common, in the order in which they were captured."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for name in keys(document):
            groups[name].append(document)
    for _, group in sorted(groups.items()):
        yield sorted(group, key=lambda d: (d.retrieved or "", d.doc))


def _changed(group: list[Document]) -> list[Document]:
    """The first of the captures, and each whose article is not that of the one before it."""
    return [d for n, d in enumerate(group) if n == 0 or _article(d) != _article(group[n - 1])]


def _is_copy(document: Document) -> bool:
    return bool(document.archived) or is_of_archive(document.url)


def _article(document: Document) -> list[str]:
    """The words of the article, as an archive puts its own around them."""
    return [word for start, end in document.body for word in document.text[start:end].split()]


def _titles(a: Document, b: Document) -> tuple[Span, ...]:
    return tuple(sorted({c.span for d in (a, b) for c in d.candidates if c.name == "title" and c.span}))


def _addresses(document: Document) -> Iterator[str]:
    if document.url:
        yield "url " + page(document.url)


def _page_keys(document: Document) -> Iterator[str]:
    yield from _addresses(document)
    if document.outlet and document.title and len(document.title) > 15:
        yield f"title {name_key(document.outlet)} {name_key(document.title)}"
