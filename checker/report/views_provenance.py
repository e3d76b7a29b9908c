"""Who wrote, who published, who republished, who translated, from what, and by what evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import ProvenanceLink, Span, Work
from checker.report.corpus import Corpus
from checker.report.drawing import Drawing, drawing
from checker.report.matrix import columns
from checker.report.passages import Mark, passage
from checker.report.signs import RELATION
from checker.report.views import Link, Passage, Ref, Source
from checker.report.words import capital, count, day, listed

OPENING = 200
"""Characters of a passage that shows a link."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link: what relation, to which work, stated or inferred, by which words."""

    relation: str
    work: str
    ref: Ref | None
    basis: str
    evidence: tuple[Passage, ...]
    rule: Link


@dataclass(frozen=True, slots=True)
class ProvenanceRow:
    """One text: where it comes from and as whose voice it counts."""

    source: Source
    title: str
    author: Passage | None
    published: Passage | None
    basis: str
    links: tuple[LinkView, ...]
    voice: str


@dataclass(frozen=True, slots=True)
class ProvenanceView:
    """The table, then the drawing."""

    counted: str
    rows: tuple[ProvenanceRow, ...]
    drawing: Drawing | None


def provenance_view(corpus: Corpus) -> ProvenanceView:
    """The page of provenance; documents of one voice stand together."""
    docs = [d for d in columns(corpus) if d in corpus.by_doc]
    texts, voices = len(docs), corpus.voices(docs)
    told = (
        "Each text is a voice of its own."
        if texts == voices
        else f"{capital(count(texts, 'text'))} count as {count(voices, 'voice')}."
    )
    return ProvenanceView(told, tuple(_row(corpus, d) for d in docs), drawing(corpus, docs))


def _row(corpus: Corpus, doc: str) -> ProvenanceRow:
    document = corpus.by_doc[doc]
    record = corpus.provenance.get(doc)
    return ProvenanceRow(
        corpus.source(doc),
        document.title or "",
        shown(corpus, doc, "author"),
        shown(corpus, doc, "date"),
        document.published.basis if document.published else "",
        tuple(_link(corpus, link) for link in (record.links if record else ())),
        _voice(corpus, doc),
    )


def _voice(corpus: Corpus, doc: str) -> str:
    others = [d for d in corpus.by_doc if d != doc and corpus.voice(d) == corpus.voice(doc)]
    names = listed(corpus.name(d).full for d in sorted(others))
    return f"one voice with {names}" if others else "a voice of its own"


def shown(corpus: Corpus, doc: str, name: str) -> Passage | None:
    """The words of the page itself that give an author or a date."""
    spans = [
        c.span for c in corpus.by_doc[doc].candidates if c.name == name and c.span and corpus.known(c.span)
    ]
    return passage(corpus, spans[0]) if spans else None


def _link(corpus: Corpus, link: ProvenanceLink) -> LinkView:
    target = link.of.doc if link.of.doc in corpus.by_doc else None
    shown = [_opening(corpus, s) for s in link.evidence if corpus.known(s)][:4]
    return LinkView(
        RELATION[link.relation],
        _work(corpus, link.of),
        Ref(corpus.source_page(target)) if target else None,
        link.basis,
        tuple(passage(corpus, s, _mark_short(s.start, s.end), context=True) for s in shown),
        corpus.rule_link(link.rule),
    )


def _opening(corpus: Corpus, span: Span) -> Span:
    """The first words of a passage: a copy shares whole pages with its original, and a few lines show it."""
    if span.end - span.start <= OPENING:
        return span
    blank = corpus.by_doc[span.doc].text.rfind(" ", span.start, span.start + OPENING)
    return Span(span.doc, span.start, blank if blank > span.start else span.start + OPENING)


def _mark_short(start: int, end: int) -> Sequence[Mark]:
    return (Mark(start, end, "d"),) if end - start <= 120 else ()


def _work(corpus: Corpus, work: Work) -> str:
    if work.doc in corpus.by_doc:
        return corpus.name(work.doc or "").full
    return ", ".join(_parts(work)) or "a text that is not named"


def _parts(work: Work) -> Iterable[str]:
    yield from (p for p in (work.outlet, f"“{work.title}”" if work.title else None) if p)
    if work.date:
        yield day(work.date)
