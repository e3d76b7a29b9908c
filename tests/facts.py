"""Short texts as `Facts`: read by the real stages, with every passage aligned to every other."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from types import ModuleType

from checker import attribution, claims, entities, extract, parse
from checker import time as times
from checker.attribution import speakers
from checker.claims import propositions
from checker.divergence.draft import Draft, Facts, short_names
from checker.model import (
    Alignment,
    AlignmentEvidence,
    Attribution,
    Catalogue,
    Document,
    Group,
    Manifest,
    Parse,
    Provenance,
    Snapshot,
    Span,
)
from checker.quotation import variants


def made(name: str, text: str) -> Document:
    """A document named after itself, with a headline over the text."""
    data = f"Notes from {name.capitalize()}\n\n{text}\n".encode()
    hashed = hashlib.sha256(data).hexdigest()
    snapshot = Snapshot(
        f"{name}.txt", f"{name}.txt", data, hashed, "text/plain", Manifest(f"{name}.txt", outlet=name.title())
    )
    return extract.run(snapshot)


def facts_of(*texts: str, voices: tuple[str, ...] = ()) -> Facts:
    """Facts of texts about one happening; `voices` says who speaks in each (by default somebody else)."""
    names = ("alder", "birch", "cedar", "doum")
    documents = tuple(made(name, text) for name, text in zip(names, texts, strict=False))
    parses = tuple(parse.run(d) for d in documents)
    found = entities.read(documents, parses, Catalogue())
    dated = {d.doc: times.run(d, p) for d, p in zip(documents, parses, strict=True)}
    said: dict[str, list[Attribution]] = defaultdict(list)
    for document, grammar in zip(documents, parses, strict=True):
        said[document.doc] += speakers.run(document, grammar, attribution.run(document, grammar), found)
    attributions = tuple(a for rows in said.values() for a in rows)
    aligned = _aligned(documents, parses)
    read = [
        claim
        for document, grammar in zip(documents, parses, strict=True)
        for claim in claims.run(document, grammar, tuple(said[document.doc]), found, dated[document.doc], ())
    ]
    by_doc = {d.doc: d for d in documents}
    speaking = voices or tuple(by_doc)
    origin = {d.doc: Provenance(d.doc, d.doc, v, ()) for d, v in zip(documents, speaking, strict=True)}
    return Facts(
        documents=by_doc,
        parses={p.doc: p for p in parses},
        provenance=origin,
        entities={e.entity: e for e in found},
        times=tuple(t for rows in dated.values() for t in rows),
        attributions={a.id: a for a in attributions},
        quotations=variants.run(documents, attributions),
        events={},
        alignments=aligned,
        claims=propositions.run(tuple(read), aligned),
        framing=(),
        groups=(Group("g", tuple(by_doc)),),
        coverage=(),
        said=dict(said),
        names=short_names(by_doc, origin),
    )


def drafts(finder: ModuleType, texts: tuple[str, ...], rule: str) -> list[Draft]:
    """What a finder makes of texts by one rule."""
    found: list[Draft] = finder.find(facts_of(*texts))
    return [d for d in found if d.rule == f"divergence.{rule}"]


def _aligned(documents: tuple[Document, ...], parses: tuple[Parse, ...]) -> tuple[Alignment, ...]:
    spans = [
        [Span(d.doc, s.start, s.end) for s in p.sentences[1:]] for d, p in zip(documents, parses, strict=True)
    ]
    return tuple(
        Alignment(a, b, None, 0.9, "aligned", AlignmentEvidence(), "test")
        for i, row in enumerate(spans)
        for other in spans[i + 1 :]
        for a in row
        for b in other
    )
