"""Which documents are looked at together: the circles that a corpus falls into.

What is found in a circle depends on nothing outside it save the names that are shared by the whole corpus, so that a
new text changes the results of one circle alone. A small corpus is one circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.model import Citation, Document, Group, Provenance, Reuse, first_joined

SMALL = 40
"""Documents up to which all are looked at together, whatever they tell."""
LONG = 100
"""Characters of a shared passage that joins its documents: more than a phrase that anybody may use."""
ONE_TEXT = frozenset({"republication", "translation", "revision", "archive", "shared_text"})
"""Relations of documents that are one text or parts of one."""

Circles = dict[str, tuple[str, ...]]
"""Documents by the first of them, both sorted."""


def whole(documents: Iterable[Document]) -> Circles:
    """All documents as one circle; none where there is no document."""
    docs = tuple(sorted(d.doc for d in documents))
    return {docs[0]: docs} if docs else {}


def circles(
    documents: Sequence[Document],
    groups: Sequence[Group],
    provenance: Sequence[Provenance],
    reuse: Sequence[Reuse],
    citations: Sequence[Citation],
) -> Circles:
    """Documents that a chain joins: of one group, of one text, with a long passage in common, or citing each other."""
    first_of = first_joined((d.doc for d in documents), _ties(groups, provenance, reuse, citations))
    found: dict[str, list[str]] = defaultdict(list)
    for doc, first in sorted(first_of.items()):
        found[first].append(doc)
    return {first: tuple(docs) for first, docs in found.items()}


def _ties(
    groups: Sequence[Group],
    provenance: Sequence[Provenance],
    reuse: Sequence[Reuse],
    citations: Sequence[Citation],
) -> Iterator[tuple[str, str]]:
    yield from ((group.docs[0], doc) for group in groups for doc in group.docs)
    for record in provenance:
        yield from ((record.doc, k.of.doc) for k in record.links if k.relation in ONE_TEXT and k.of.doc)
    for passage in reuse:
        length = min(span.end - span.start for span in (passage.a, passage.b))
        if length >= LONG and not passage.boilerplate:
            yield passage.a.doc, passage.b.doc
    yield from ((c.span.doc, c.target.doc) for c in citations if c.target and c.target.doc)
