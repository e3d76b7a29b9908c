"""The analysis with its look-ups: names, keys, voices, and the places that the report cites."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.model import Analysis, Attribution, Claim, Coverage, Document, Event, Range, Rule, Span
from checker.report.names import SourceName, safe_names, short_keys, source_names
from checker.report.split import page_parts
from checker.report.told import divergences_by_event, resembling
from checker.report.views import Link, Ref, Source
from checker.report.voices import Run, voice_runs
from checker.report.words import day, is_pronoun, listed, parse_day, shorten, span_of_days, unmarked

_RTL = ("ar", "he", "fa", "ur", "yi", "ps", "ckb")


class Corpus:
    """One run's records, ordered and named for a reader; collects every range that a page cites.

    `sparing` reports print no more of a text than their statements need: no context, no folded rows.
    """

    def __init__(self, analysis: Analysis, rules: Sequence[Rule] = (), *, sparing: bool = False) -> None:
        self.sparing = sparing
        self.analysis = analysis
        self.rules = {rule.id: rule for rule in rules}
        self.documents = tuple(sorted(analysis.documents, key=_by_publication))
        self.by_doc = {d.doc: d for d in self.documents}
        self.provenance = {p.doc: p for p in analysis.provenance}
        docs = sorted(self.by_doc)
        self.names = source_names(self.documents, self.provenance)
        self.keys, self.files = short_keys(docs), safe_names(docs)
        self.entities = {e.entity: e.name for e in analysis.entities}
        self.attributions = {a.id: a for a in analysis.attributions}
        self.events = {e.event: e for e in analysis.events}
        self.coverage = {(c.event, c.doc): c for c in analysis.coverage}
        self.about = divergences_by_event(analysis)
        self.resembling = resembling(analysis)
        self._telling = {(e.event, m.doc) for e in analysis.events for m in e.mentions}
        self.event_files = safe_names(self.events)
        self.parts = {d.doc: page_parts(d) for d in self.documents}
        self.cited: dict[str, set[Range]] = defaultdict(set)
        self._runs: dict[str, tuple[Run, ...]] = {}
        self._said = _by(analysis.attributions)
        self._claims = _claims_of_event(analysis.claims)

    def name(self, doc: str) -> SourceName:
        """The short name; a document that was not collected is called by what names it."""
        return self.names.get(doc) or SourceName(doc, "")

    def voice(self, doc: str) -> str:
        """Who speaks in a document; itself where nothing is known."""
        return self.provenance[doc].voice if doc in self.provenance else doc

    def voices(self, docs: Iterable[str]) -> int:
        """How many voices these documents are."""
        return len({self.voice(doc) for doc in docs})

    def voice_label(self, docs: Iterable[str]) -> str:
        """What joins documents of one voice: "one author, one voice: NAME"."""
        authors = {self.by_doc[d].author for d in docs if d in self.by_doc}
        author = authors.pop() if len(authors) == 1 else None
        return f"one author, one voice: {author}" if author else "one voice"

    def entity(self, id_or_name: str | None) -> str | None:
        """The name of an entity; a name that is no id stays as it is."""
        return self.entities.get(id_or_name, id_or_name) if id_or_name else None

    def spoken(self, by: str | None) -> str | None:
        """Who speaks, by id or as the text has it; None where the words name nobody, like "he" or "who"."""
        name = self.entity(by)
        return None if name is None or is_pronoun(name) else shorten(unmarked(name), 60)

    def named(self, name: str | None) -> str | None:
        """What a slot of a claim names: one entity or several joined by "+"; None for anything else."""
        parts = (name or "").split(" + ")
        return listed(self.entities[p] for p in parts) if all(p in self.entities for p in parts) else None

    def speaker(self, attribution: Attribution) -> str | None:
        """Who speaks: the entity, else the words on the spot, else None."""
        if attribution.speaker:
            return self.entity(attribution.speaker)
        document = self.by_doc.get(attribution.doc)
        if not attribution.source or document is None:
            return None
        words = shorten(" … ".join(self.plain(attribution.doc, r) for r in attribution.source), 48)
        return words if words and not is_pronoun(words) else None

    def plain(self, doc: str, reach: Range) -> str:
        """The words of a range as a reader sees them, without the marks of links and emphasis."""
        document, (at, end) = self.by_doc[doc], reach
        first = bisect_right(document.markup, at, key=lambda r: r[1])
        kept = []
        for low, high in document.markup[first:]:
            if low >= end:
                break
            kept.append(document.text[at : max(at, low)])
            at = max(at, high)
        return "".join(kept) + document.text[at:end]

    def said_in(self, doc: str) -> Sequence[Attribution]:
        """The attributions of one document."""
        return self._said.get(doc, ())

    def runs(self, doc: str) -> tuple[Run, ...]:
        """The reported and quoted runs of a document."""
        if doc not in self._runs:
            self._runs[doc] = voice_runs(self.by_doc[doc], self.said_in(doc), self.speaker)
        return self._runs[doc]

    def claims_of(self, event: str) -> Sequence[Claim]:
        """The claims about one event."""
        return self._claims.get(event, ())

    def state(self, event: str, doc: str) -> Coverage:
        """What a document has of an event; what has no words to show is nothing found."""
        found = self.coverage.get((event, doc)) or Coverage(event, doc, "no_passage_found", (), "")
        shown = (event, doc) in self._telling or (event, doc) in self.resembling
        if found.state == "possible" and not shown:
            return replace(found, state="no_passage_found", basis="")
        return found

    def locator(self, span: Span) -> str:
        """A locator like "002:1342": the short key of the document and the character where the words start."""
        return f"{self.keys.get(span.doc, span.doc)}:{span.start}"

    def cite(self, span: Span) -> Ref:
        """The place of these words in the stored copy, which will carry a target for them."""
        self.cited[span.doc].add((span.start, span.end))
        return Ref(self.source_page(span.doc, span.start), f"c{span.start}-{span.end}")

    def source_page(self, doc: str, at: int = 0) -> str:
        """The key of the page that holds character `at` of a document."""
        parts = self.parts[doc]
        number = next((i for i, (_, end) in enumerate(parts, 1) if at < end), len(parts))
        key = f"source-{self.files[doc]}"
        return key if number == 1 else f"{key}-{number}"

    def known(self, span: Span) -> bool:
        """Whether the span lies inside a collected text and holds a character."""
        document = self.by_doc.get(span.doc)
        return document is not None and 0 <= span.start < span.end <= len(document.text)

    def rtl(self, doc: str) -> bool:
        """Whether the document's language is written from right to left."""
        return self.by_doc[doc].language.split("-")[0].lower() in _RTL

    def source(self, doc: str) -> Source:
        """The head of a row or column for a document, collected or only cited."""
        document = self.by_doc.get(doc)
        if document is None:
            return Source(doc, self.name(doc), None, "", "", self.voice(doc))
        when = document.published
        return Source(
            doc,
            self.name(doc),
            Ref(self.source_page(doc)),
            self.published(doc) if when else "date not in the text",
            document.author or "author not in the text",
            self.voice(doc),
        )

    def with_names(self, text: str) -> str:
        """The text with the short names of sources in place of ids that are file names."""
        for doc in sorted((d for d in self.by_doc if "." in d and d in text), key=len, reverse=True):
            text = self.name(doc).short.join(re.split(rf"(?<![\w.]){re.escape(doc)}(?!\w)", text))
        return text

    def published(self, doc: str) -> str:
        """When a document was published; with the day of its original where that is known and another one."""
        when, record = self.by_doc[doc].published, self.provenance.get(doc)
        here = span_of_days(when.from_, when.to) if when else "date not in the text"
        copies = [k for k in record.links if k.relation in ("republication", "translation")] if record else []
        first = next((day(k.of.date) for k in copies if parse_day(k.of.date) and k.of.date), here)
        return here if first == here else f"{first}, here {here}"

    def event_page(self, event: str) -> str:
        """The key of an event's page."""
        return f"event-{self.event_files[event]}"

    def event_label(self, event: str | None) -> str:
        """The event's name; "" where the record names no event that is known."""
        return self.events[event].label if event in self.events else ""

    def rule_link(self, rule: str, otherwise: str = "") -> Link:
        """A rule by its title, else by `otherwise` or its id, with the place where it is explained."""
        title = self.rules[rule].title if rule in self.rules else otherwise or rule
        return Link(title, Ref("method", f"r-{rule}"))

    def sorted_events(self) -> tuple[Event, ...]:
        """Events in order of time, undated ones last."""
        return tuple(sorted(self.analysis.events, key=lambda e: (e.date.from_ or "9", e.label, e.event)))


def _by_publication(document: Document) -> tuple[str, str]:
    return (document.published.from_ if document.published else "9", document.doc)


def _by(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        found[attribution.doc].append(attribution)
    return found


def _claims_of_event(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event:
            found[claim.event].append(claim)
    return found
