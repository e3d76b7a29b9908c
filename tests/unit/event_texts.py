"""Small documents about an invented coast, parsed, for the tests of events."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from checker import entities, parse, time
from checker.events import align, cover, discover, grouping, rarity
from checker.model import (
    Alignment,
    Block,
    Catalogue,
    Coverage,
    Document,
    Entity,
    Event,
    Group,
    Interval,
    Parse,
    Provenance,
    Span,
    TimeExpression,
)


def document(doc: str, text: str, published: str | None = None) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    day = Interval(published, published, "stated") if published else None
    return Document(
        doc, doc, digest, digest, "t", "text/plain", None, None, None, day, "en", "secondary", ((0, len(text)),), (),
        text, blocks=blocks,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Corpus:
    documents: tuple[Document, ...]
    parses: tuple[Parse, ...]
    groups: tuple[Group, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    alignments: tuple[Alignment, ...]

    def events(self, catalogue: Catalogue | None = None) -> tuple[Event, ...]:
        return discover.run(
            self.documents, self.parses, self.groups, self.entities, self.times, (), self.alignments,
            catalogue or Catalogue(),
        )  # fmt: skip

    def coverage(self, provenance: tuple[Provenance, ...] = ()) -> tuple[Coverage, ...]:
        events = self.events()
        return cover.run(self.documents, self.parses, events, self.alignments, provenance, self.times)

    def quote(self, span: Span) -> str:
        return next(d for d in self.documents if d.doc == span.doc).quote(span)


def corpus(*documents: Document) -> Corpus:
    parses = tuple(parse.run(d) for d in documents)
    groups = grouping.read(documents)
    found = entities.read(documents, parses, Catalogue())
    times = tuple(t for d, p in zip(documents, parses, strict=True) for t in time.run(d, p))
    aligned = align.run(documents, parses, groups, found, times, rarity.read(documents, parses, found))
    return Corpus(documents, parses, groups, found, times, aligned)
