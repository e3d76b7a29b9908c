"""Links between texts of one news agency, wherever they are printed, and between what shares an agency's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model import Document, ProvenanceLink, Reuse
from checker.provenance import links, sharing
from checker.provenance.wire import Credit, credits_

_SHARED = 0.15
"""Share of the shorter article that two texts with one agency's credit have in common, for both to be its text."""


def wire_copies(
    documents: tuple[Document, ...], reuse: Iterable[Reuse]
) -> Iterator[tuple[str, ProvenanceLink]]:
    """A text that an agency is credited with; two that credit one agency and share much of their words."""
    credited = {d.doc: tuple(credits_(d)) for d in documents}
    for document in documents:
        whole = [c for c in credited[document.doc] if c.whole]
        for agency in sorted({c.agency for c in whole}):
            of = links.in_corpus(agency, document, documents)
            evidence = tuple(c.span for c in whole if c.agency == agency)
            yield (
                document.doc,
                ProvenanceLink("republication", of, "stated", evidence, "provenance.wire_copy"),
            )
    yield from _of_one_agency(documents, reuse, credited)


def _of_one_agency(
    documents: tuple[Document, ...], reuse: Iterable[Reuse], credited: dict[str, tuple[Credit, ...]]
) -> Iterator[tuple[str, ProvenanceLink]]:
    known = {d.doc: d for d in documents}
    for (first, second), records in sharing.shared(known, reuse):
        both = {c.agency for c in credited[first]} & {c.agency for c in credited[second]}
        a, b = known[first], known[second]
        if not both or not sharing.is_shared(a, b, records, _SHARED):
            continue
        spans = [c.span for doc in (first, second) for c in credited[doc] if c.agency in both]
        evidence = tuple(sorted({*spans, *sharing.longest(records)}))
        for one, other in ((a, b), (b, a)):
            link = ProvenanceLink(
                "shared_text", links.work_of(other), "inferred", evidence, "provenance.wire_words"
            )
            yield one.doc, link
