"""Web annotations (W3C Web Annotation Data Model, 2017): each statement on the words that show it.

Each target has the words with what stands around them (TextQuoteSelector), their offsets in the stored text
(TextPositionSelector, Unicode code points), and, where the document has an address, a text fragment (WICG), which
a browser opens at the words of the live page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from checker import __version__
from checker.fragments import at_words, fragment
from checker.model import Analysis, Citation, Divergence, Document, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENT = "https://wicg.github.io/scroll-to-text-fragment/"
AROUND = 40
"""Characters before and after the words."""


def web_annotations(analysis: Analysis) -> Iterator[str]:
    """An annotation collection with one page: divergences by rank, then citations by place."""
    documents = {d.doc: d for d in analysis.documents}
    items = [_divergence(d, documents) for d in sorted(analysis.divergences, key=lambda d: d.rank)]
    items += [_citation(c, documents) for c in analysis.citations]
    page = {"id": "urn:checker:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": "urn:checker:annotations",
        "type": "AnnotationCollection",
        "label": "Divergences and citations",
        "generator": {
            "id": f"urn:checker:{__version__}",
            "type": "Software",
            "name": f"checker {__version__}",
        },
        "total": len(items),
        "first": page,
    }
    yield json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _divergence(divergence: Divergence, documents: dict[str, Document]) -> dict[str, Any]:
    bodies = [_words(divergence.statement, "describing"), _words(divergence.kind, "classifying")]
    spans = [evidence.span for evidence in divergence.evidence]
    return _annotation(f"divergence:{divergence.id}", "describing", bodies, spans, documents)


def _citation(citation: Citation, documents: dict[str, Document]) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        _words(f"{citation.verdict}: {citation.reason}", "assessing"),
        _words(citation.form, "classifying"),
    ]
    if citation.target and citation.target.url:
        bodies.append({"type": "SpecificResource", "source": citation.target.url, "purpose": "linking"})
    return _annotation(f"citation:{citation.id}", "assessing", bodies, [citation.span], documents)


def _words(value: str, purpose: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _annotation(
    name: str,
    motivation: str,
    bodies: Sequence[dict[str, Any]],
    spans: Sequence[Span],
    documents: dict[str, Document],
) -> dict[str, Any]:
    return {
        "id": f"urn:checker:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": list(bodies),
        "target": [target(documents[span.doc], span) for span in spans],
    }


def target(document: Document, span: Span) -> dict[str, Any]:
    """The words of a span, as an annotation points at them."""
    text, (start, end) = document.text, (span.start, span.end)
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    if document.url:
        selectors.append(
            {"type": "FragmentSelector", "conformsTo": FRAGMENT, "value": fragment(text[start:end])}
        )
    source = document.url or f"urn:sha256:{document.text_sha256}"
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def link(document: Document, span: Span) -> str | None:
    """The address of the live page at the words of a span; None for a document without an address."""
    return at_words(document.url, span.of(document.text)) if document.url else None
