"""Facts of small invented texts, made by the rooms that come before the divergences."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from functools import cache

from checker import attribution, entities, extract, framing, parse
from checker import time as times
from checker.attribution import speakers
from checker.divergence.draft import Draft, Facts, short_names
from checker.model import (
    Alignment,
    AlignmentEvidence,
    Attribution,
    Catalogue,
    Document,
    Group,
    Interval,
    Manifest,
    Parse,
    Snapshot,
    Span,
)

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}


@cache
def facts_of(*texts: str) -> Facts:
    """Facts of texts a.txt, b.txt, … about one happening; sentences that share two content words are aligned."""
    documents = tuple(_document(f"{chr(97 + i)}.txt", text) for i, text in enumerate(texts))
    parses = tuple(parse.run(d) for d in documents)
    named = entities.read(documents, parses, Catalogue())
    said: list[Attribution] = []
    for document, parsed in zip(documents, parses, strict=True):
        said += speakers.run(document, parsed, attribution.run(document, parsed), named)
    frames = [
        row
        for document, parsed in zip(documents, parses, strict=True)
        for row in framing.run(document, parsed, tuple(a for a in said if a.doc == document.doc), ())
    ]
    by_doc = {d.doc: d for d in documents}
    told: dict[str, list[Attribution]] = defaultdict(list)
    for row in said:
        told[row.doc].append(row)
    return Facts(
        documents=by_doc,
        parses={p.doc: p for p in parses},
        provenance={},
        entities={e.entity: e for e in named},
        times=tuple(t for d, p in zip(documents, parses, strict=True) for t in times.run(d, p)),
        attributions={a.id: a for a in said},
        quotations=(),
        events={},
        alignments=tuple(_aligned(parses)),
        claims=(),
        framing=tuple(frames),
        groups=(Group("g", tuple(by_doc)),),
        coverage=(),
        said=dict(told),
        names=short_names(by_doc, {}),
    )


def dated(facts: Facts, *days: str) -> Facts:
    """The facts with a day of publication for each text, in order; the last day stands for all that follow."""
    rows = (*days, *(days[-1],) * len(facts.documents))
    documents = {
        doc: replace(document, published=Interval(day, day, "test"))
        for (doc, document), day in zip(facts.documents.items(), rows, strict=False)
    }
    return replace(facts, documents=documents, shared={})


def shown(facts: Facts, drafts: list[Draft], rule: str) -> set[str]:
    """The words that the drafts of a rule show."""
    return {facts.quote(e.span) for d in drafts if d.rule == rule for e in d.evidence}


def _document(name: str, text: str) -> Document:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return extract.run(Snapshot(name, name, data, digest, "text/plain", Manifest(name, title=_title(text))))


def _title(text: str) -> str | None:
    first, blank, _ = text.partition("\n\n")
    return first if blank else None


def _aligned(parses: tuple[Parse, ...]) -> list[Alignment]:
    rows = [
        (p.doc, s, {t.lemma.lower() for t in p.tokens[s.first : s.last] if t.pos in CONTENT})
        for p in parses
        for s in p.sentences
    ]
    return [
        Alignment(
            Span(doc, s.start, s.end),
            Span(other, o.start, o.end),
            None,
            0.5,
            "aligned",
            AlignmentEvidence(terms=tuple(sorted(words & held))),
            "events.test",
        )
        for i, (doc, s, words) in enumerate(rows)
        for other, o, held in rows[i + 1 :]
        if doc != other and len(words & held) > 1
    ]
