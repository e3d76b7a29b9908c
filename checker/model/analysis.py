"""Everything that a run found, as one record."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.catalogue import Catalogue
from checker.model.found import Citation, Divergence
from checker.model.happened import Alignment, Claim, Coverage, Entity, Event, Framing, Group, TimeExpression
from checker.model.rules import Provenance
from checker.model.said import Attribution, Quotation, Reuse
from checker.model.text import Document, Problem


@dataclass(frozen=True, slots=True)
class Analysis:
    """One list a term of the data model, each sorted by place or rank; `catalogue` is what the user gave."""

    documents: tuple[Document, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    groups: tuple[Group, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    events: tuple[Event, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    claims: tuple[Claim, ...] = ()
    framing: tuple[Framing, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)

    def document(self, doc: str) -> Document:
        """The document with that id; KeyError where there is none."""
        for document in self.documents:
            if document.doc == doc:
                return document
        raise KeyError(doc)
