"""What of an analysis is published where whole articles may not be: the words that its findings rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.model import (
    Alignment,
    Analysis,
    Citation,
    Claim,
    Event,
    Framing,
    Provenance,
    Quotation,
    Range,
    Span,
)
from checker.report.told import divergences_by_event, resembling

LONGEST = 48
"""Characters of a passage that is there to say where something is told, not how."""

_Places = Mapping[str, Sequence[Range]]


def excerpted(analysis: Analysis) -> Analysis:
    """The analysis with no more of the texts in its records than a reader needs to check what it found.

    Divergences, citations and differing quotations stay as they are. Events told in one text alone and free of
    divergences go; of the others one short passage a text stays, of framing the words themselves, of claims and
    pairs those that a divergence is about. Documents keep their texts, which are read but not published.
    """
    cut = _Cut(analysis)
    about = divergences_by_event(analysis)
    events = tuple(cut.event(e) for e in analysis.events if about.get(e.event) or _docs(e) > 1)
    kept = {e.event for e in events}
    return replace(
        analysis,
        events=events,
        coverage=tuple(c for c in analysis.coverage if c.event in kept),
        alignments=(*cut.pairs(kept), *cut.resembling(events)),
        claims=tuple(cut.claims(kept)),
        framing=tuple(_framed(f, kept) for f in analysis.framing if f.cue[0] < f.cue[1]),
        quotations=tuple(q for q in analysis.quotations if _differs(q)),
        citations=tuple(map(_cited, analysis.citations)),
        provenance=tuple(map(cut.provenance, analysis.provenance)),
        entities=tuple(replace(e, mentions=()) for e in analysis.entities),
        times=tuple(t for t in analysis.times if cut.shown(t.span)),
        reuse=(),
    )


def _docs(event: Event) -> int:
    return len({m.doc for m in event.mentions})


def _differs(quotation: Quotation) -> bool:
    return any(d.matters for d in quotation.differences)


def _framed(framing: Framing, events: set[str]) -> Framing:
    event = framing.event if framing.event in events else None
    return replace(framing, span=Span(framing.span.doc, *framing.cue), event=event)


def _cited(citation: Citation) -> Citation:
    support = citation.support and replace(citation.support, passage=None)
    return replace(citation, claim=None, support=support)


class _Cut:
    """Cuts passages down to what the divergences of an analysis are about."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._texts = {d.doc: d.text for d in analysis.documents}
        proof: dict[str, list[Range]] = defaultdict(list)
        for span in (e.span for d in analysis.divergences for e in d.evidence):
            proof[span.doc].append((span.start, span.end))
        self._proof: _Places = proof

    def shown(self, span: Span) -> tuple[Span, ...]:
        """The parts of a passage that a divergence shows."""
        parts = (
            (max(span.start, s), min(span.end, e))
            for s, e in self._proof.get(span.doc, ())
            if s < span.end and span.start < e
        )
        return tuple(Span(span.doc, *part) for part in sorted(set(parts)))

    def short(self, span: Span) -> Span:
        """The first words of a passage."""
        text, last = self._texts.get(span.doc, ""), span.start + LONGEST
        if span.end <= last:
            return span
        space = text.rfind(" ", span.start + LONGEST // 2, last)
        return replace(span, end=space if space > 0 else last)

    def event(self, event: Event) -> Event:
        """The event with the parts of its passages that divergences show, else one short passage a text."""
        by_doc: dict[str, list[Span]] = defaultdict(list)
        for mention in event.mentions:
            by_doc[mention.doc].append(mention)
        return replace(event, mentions=tuple(m for found in by_doc.values() for m in self._told(found)))

    def _told(self, mentions: Sequence[Span]) -> Iterable[Span]:
        shown = tuple(part for mention in mentions for part in self.shown(mention))
        return shown or (self.short(min(mentions, key=lambda m: (m.end - m.start, m))),)

    def pairs(self, events: set[str]) -> Iterator[Alignment]:
        """The pairs of which a divergence shows both sides, cut to what it shows."""
        for pair in self._analysis.alignments:
            sides = self.shown(pair.a), self.shown(pair.b)
            if all(sides) and (pair.event is None or pair.event in events):
                yield replace(pair, a=sides[0][0], b=sides[1][0])

    def resembling(self, events: Iterable[Event]) -> Iterator[Alignment]:
        """One short sentence for a text that possibly tells an event, so that the reader can judge."""
        near = resembling(self._analysis)
        possible = {(c.event, c.doc) for c in self._analysis.coverage if c.state == "possible"}
        by_id = {e.event: e for e in self._analysis.events}
        for event in events:
            for doc in sorted(d for e, d in possible if e == event.event):
                there = next(iter(near.get((event.event, doc), ())), None)
                pair = there and next(_pairs_of(there, by_id[event.event], self._analysis.alignments), None)
                if there and pair:
                    yield replace(pair, a=event.mentions[0], b=self.short(there))

    def claims(self, events: set[str]) -> Iterator[Claim]:
        """The claims that a divergence shows."""
        for claim in self._analysis.claims:
            if self.shown(claim.span):
                yield claim if claim.event in events else replace(claim, event=None)

    def provenance(self, record: Provenance) -> Provenance:
        """The links of a text with short evidence."""
        links = tuple(replace(k, evidence=tuple(map(self.short, k.evidence))) for k in record.links)
        return replace(record, links=links)


def _pairs_of(there: Span, event: Event, pairs: Iterable[Alignment]) -> Iterator[Alignment]:
    for pair in pairs:
        sides = (pair.a, pair.b)
        if there in sides and any(m.overlaps(s) for m in event.mentions for s in sides if s != there):
            yield pair
