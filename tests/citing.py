"""What one document cites, looked up among others."""

from __future__ import annotations

from checker import citation
from checker.citation import held
from checker.model import Alias, Citation, Document, Parse


def cited(
    document: Document, parse: Parse, documents: tuple[Document, ...], outlets: tuple[Alias, ...] = ()
) -> tuple[Citation, ...]:
    """The citations of a document, with those of `documents` that they mean."""
    names = tuple(d.outlet for d in documents if d.outlet)
    names += tuple(c.value for d in documents for c in d.candidates if c.name == "original")
    return held.run(citation.run(document, parse, names, outlets), documents, outlets)
