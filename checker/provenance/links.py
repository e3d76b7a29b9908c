"""Links from a document to where it comes from and to what it belongs with, each with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from checker.model import Document, Interval, ProvenanceLink, Span, Work
from checker.provenance import authors, translation
from checker.provenance.addresses import name_key, page
from checker.provenance.notes import notes

_ALIKE = 0.8
"""Ratio of equal characters from which two titles are one."""
_CLUSTER = 8
_MARK = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w'’-]{3,}|\b\d+\b")
"""Names inside a sentence, and numbers."""
_KIN, _KIN_LEAST = 0.45, 8
"""Share of the names and numbers of the shorter text, and how many at least, that a text and its original share."""


def republications(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """What a page says of its original: "The original source of this article is X"."""
    for document in documents:
        stated: dict[str, list[Span]] = defaultdict(list)
        named: dict[str, str] = {}
        for outlet, span in _stated(document):
            named.setdefault(name_key(outlet), outlet)
            stated[name_key(outlet)].append(span)
        for key, spans in sorted(stated.items()):
            if key == name_key(document.outlet):
                continue
            evidence = tuple(sorted(set(spans)))
            of = _work(document, named[key], evidence, documents)
            yield (
                document.doc,
                ProvenanceLink("republication", of, "stated", evidence, "provenance.republication"),
            )


def _stated(document: Document) -> Iterator[tuple[str, Span]]:
    """The outlets that a text says it stood in before, with the words that say so."""
    said = [n for n in notes(document) if n.relation == "republication" and n.outlet]
    for c in document.candidates:
        known = c.rule in ("extract.second_outlet", "extract.original_source")
        if c.name == "original" and c.span and known and not any(c.span.overlaps(n.span) for n in said):
            yield c.value, c.span
    for note in said:
        yield str(note.outlet), note.span


def translations(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """A translator or a language that the text names, or traces of two kinds at least in it."""
    for document in documents:
        found = translation.traces(document) if document.language in ("en", "und") else {}
        noted = [n for n in notes(document) if n.relation == "translation"]
        stated = bool(noted) or "translator_named" in found
        if not stated and not translation.is_translation(found):
            continue
        outlet, named = translation.outlet_retold(document)
        outlet = next((n.outlet for n in noted if n.outlet), outlet)
        kinds = [found.get("translator_named", ())] if noted else found.values()
        places = sorted({*named, *(place for kind in kinds for place in kind)})
        evidence = tuple(sorted({*(Span(document.doc, s, e) for s, e in places), *(n.span for n in noted)}))
        basis: Literal["stated", "inferred"] = "stated" if stated else "inferred"
        of = _in_corpus(outlet, None, None, document, documents, known=bool(noted))
        yield (
            document.doc,
            ProvenanceLink("translation", of, basis, evidence, f"provenance.translation_{basis}"),
        )


def same_author(documents: tuple[Document, ...]) -> Iterator[tuple[str, ProvenanceLink]]:
    """Two documents whose by-lines have the same person."""
    by_name: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for name in dict.fromkeys(authors.person(n) for n in authors.authors(document)):
            by_name[name].append(document)
    for name, group in sorted(by_name.items()):
        for a, b in _pairs(group):
            evidence = tuple(sorted({*authors.places(a, name), *authors.places(b, name)}))
            for one, other in ((a, b), (b, a)):
                link = ProvenanceLink(
                    "same_author", work_of(other), "stated", evidence, "provenance.same_author"
                )
                yield one.doc, link


def _pairs(group: list[Document]) -> Iterator[tuple[Document, Document]]:
    """Every pair of a small group; of a large one each with the first."""
    ordered = sorted(group, key=lambda d: d.doc)
    for i, a in enumerate(ordered if len(ordered) <= _CLUSTER else ordered[:1]):
        for b in ordered[i + 1 :]:
            yield a, b


def _work(document: Document, outlet: str, spans: tuple[Span, ...], documents: tuple[Document, ...]) -> Work:
    """The original that a page names, with the day that it gives."""
    url = next((c.value for c in document.candidates if c.name == "original_url"), None)
    dates = [c for c in document.candidates if c.rule == "extract.original_date" and c.span]
    date = next((c.value for c in dates if any(s.contains(c.span) for s in spans if c.span)), None)
    return _in_corpus(outlet, date, url, document, documents, known=True)


def _in_corpus(
    outlet: str | None,
    date: str | None,
    url: str | None,
    document: Document,
    documents: tuple[Document, ...],
    *,
    known: bool = False,
) -> Work:
    """The original among the documents: by its address, else by outlet and title.

    Where the text names the outlet (`known`), another title is no hindrance if the texts share names and numbers.
    """
    for other in documents:
        if other.doc == document.doc:
            continue
        same_page = url is not None and other.url is not None and page(url) == page(other.url)
        same_outlet = outlet is not None and name_key(outlet) == name_key(other.outlet)
        alike = same_outlet and (_same_title(document, other) or (known and _is_kin(document, other)))
        if same_page or alike:
            return Work(outlet or other.outlet, other.title, date or _day(other.published), other.doc)
    return Work(outlet, None, date, None)


def in_corpus(outlet: str, document: Document, documents: tuple[Document, ...]) -> Work:
    """The text of an outlet that a document is, as it says."""
    return _in_corpus(outlet, None, None, document, documents, known=True)


def _is_kin(a: Document, b: Document) -> bool:
    """Whether two texts, be they in other words, have most of their names and numbers in common."""
    one, other = _marks(a), _marks(b)
    shared = len(one & other)
    return shared >= max(_KIN_LEAST, _KIN * min(len(one), len(other)))


def _marks(document: Document) -> set[str]:
    words = (document.text[s:e] for s, e in document.body)
    return {m.group() for part in words for m in _MARK.finditer(part)}


def _same_title(a: Document, b: Document) -> bool:
    one, two = name_key(a.title)[:200], name_key(b.title)[:200]
    return bool(one and two) and SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE


def work_of(document: Document) -> Work:
    """A document of the corpus, as a text that a link leads to."""
    return Work(document.outlet, document.title, _day(document.published), document.doc)


def _day(published: Interval | None) -> str | None:
    return published.from_ if published and published.from_ == published.to else None
