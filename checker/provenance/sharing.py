"""Links between documents that have much of their words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.model import Document, ProvenanceLink, Reuse, Span
from checker.provenance.links import work_of

_SHARED = 0.5
"""Share of the shorter article that has to stand in the other one too, for the two to be one text."""
_SHARED_LEAST = 400
"""Characters below which shared words are quotations and phrases, however short the article."""
_QUOTED = re.compile('“[^”\n]{2,}”|"[^"\n]{2,}"')
"""What somebody said stands in every report of it, whoever wrote that."""


def shared_text(
    documents: tuple[Document, ...], reuse: Iterable[Reuse]
) -> Iterator[tuple[str, ProvenanceLink]]:
    """Two documents, much of the shorter of which stands in the other word for word."""
    known = {d.doc: d for d in documents}
    for (first, second), records in shared(known, reuse):
        a, b = known[first], known[second]
        if not is_shared(a, b, records, _SHARED):
            continue
        for one, other in ((a, b), (b, a)):
            yield (
                one.doc,
                ProvenanceLink(
                    "shared_text", work_of(other), "inferred", longest(records), "provenance.shared_text"
                ),
            )


def shared(known: dict[str, Document], reuse: Iterable[Reuse]) -> list[tuple[tuple[str, str], list[Reuse]]]:
    """The passages that each two documents share, page furniture apart, in the order of the documents."""
    pairs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for record in reuse:
        if not record.boilerplate and record.a.doc in known and record.b.doc in known:
            pairs[record.a.doc, record.b.doc].append(record)
    return sorted(pairs.items())


def is_shared(a: Document, b: Document, records: Iterable[Reuse], least: float) -> bool:
    """Whether the passages are at least that share of the shorter of two articles, what they quote set apart."""
    records = tuple(records)
    both = min(_told(a, [r.a for r in records]), _told(b, [r.b for r in records]))
    whole = min(_told(d, [Span(d.doc, *place) for place in d.body]) for d in (a, b))
    return both >= max(_SHARED_LEAST, least * whole)


def longest(records: Iterable[Reuse]) -> tuple[Span, ...]:
    """Both places of the three longest passages."""
    chosen = sorted(records, key=lambda r: (r.a.start - r.a.end, r.a))[:3]
    return tuple(sorted(span for r in chosen for span in (r.a, r.b)))


def _told(document: Document, spans: list[Span]) -> int:
    """Characters that the spans cover together outside quotation marks."""
    quoted = [Span(document.doc, *match.span()) for match in _QUOTED.finditer(document.text)]
    return _length([*spans, *quoted]) - _length(quoted)


def _length(spans: Iterable[Span]) -> int:
    """Characters that the spans cover together."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
