"""A divergence before it is ranked, and what every finder may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar

from checker.model import (
    MONTHS,
    Alignment,
    Attribution,
    Certainty,
    Claim,
    Coverage,
    DivergenceKind,
    Document,
    Entity,
    Event,
    Evidence,
    Framing,
    Group,
    Parse,
    Provenance,
    Quotation,
    Range,
    Span,
    TimeExpression,
    Voice,
)

SPANS, CHARS = 8, 400
"""The most evidence spans a divergence may have, and the most characters of one."""
PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "your",
            "who", "which", "that", "this"}  # fmt: skip
CLOSE = 3
"""Aligned passages that make two texts, which no group joins, comparable."""


Made = TypeVar("Made")
Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Draft:
    """A divergence without its rank. Of one kind, the one with the larger `weight` is read first."""

    kind: DivergenceKind
    importance: Literal[1, 2, 3]
    weight: float
    statement: str
    evidence: tuple[Evidence, ...]
    rule: str
    event: str | None = None
    absent_from: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All records, with the look-ups that finders need. Lists are in text order."""

    documents: dict[str, Document]
    parses: dict[str, Parse]
    provenance: dict[str, Provenance]
    entities: dict[str, Entity]
    times: tuple[TimeExpression, ...]
    attributions: dict[str, Attribution]
    quotations: tuple[Quotation, ...]
    events: dict[str, Event]
    alignments: tuple[Alignment, ...]
    claims: tuple[Claim, ...]
    framing: tuple[Framing, ...]
    groups: tuple[Group, ...]
    coverage: tuple[Coverage, ...]
    said: dict[str, list[Attribution]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several finders read and only the first of them makes; `name` stands for it."""
        if name not in self.shared:
            self.shared[name] = make()
        made: Made = self.shared[name]
        return made

    def voice_of(self, doc: str) -> str:
        """Who speaks in a document; documents of one voice are no two witnesses."""
        return self.provenance[doc].voice if doc in self.provenance else doc

    def one_text(self, doc: str, other: str) -> bool:
        """Whether two documents hold one authored text."""
        known = self.provenance
        return doc in known and other in known and known[doc].origin == known[other].origin

    def name(self, doc: str) -> str:
        """A short name for a source in a sentence."""
        return self.names[doc]

    def quote(self, span: Span) -> str:
        """The exact words."""
        return self.documents[span.doc].text[span.start : span.end]

    def circles(self) -> list[frozenset[str]]:
        """Sets of texts that can be compared: about one happening, or close by their aligned passages."""
        return self.once("circles", self._compared)

    def _compared(self) -> list[frozenset[str]]:
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for pair in self.alignments:
            if pair.state == "aligned":
                counts[min(pair.a.doc, pair.b.doc), max(pair.a.doc, pair.b.doc)] += 1
        circles = [set(g.docs) for g in self.groups]
        circles += [set(docs) for docs, count in counts.items() if count >= CLOSE]
        return sorted((frozenset(m) for m in joined(circles) if len(m) > 1), key=sorted)

    def entity_name(self, slot: str | None) -> str:
        """The name for readers of a slot's name (entity ids joined by " + ", or plain words)."""
        parts = (slot or "").split(" + ")
        return " and ".join(self.entities[p].name if p in self.entities else p for p in parts)

    def attribution_at(self, doc: str, offset: int) -> Attribution | None:
        """The attribution with the smallest piece of content that holds the offset.

        What is only the topic of somebody's words ("rejected the plan") is in the narrator's words.
        """
        pieces = self.once("attributed", self._attributed).get(doc, ())
        holding = [(end - start, a.id, a) for start, end, a in pieces if start <= offset < end]
        return min(holding, key=lambda h: h[:2])[2] if holding else None

    def _attributed(self) -> dict[str, list[tuple[int, int, Attribution]]]:
        """The pieces of content of each document."""
        return {
            doc: [(*piece, a) for a in said if not a.rule.endswith("-topic") for piece in a.content]
            for doc, said in self.said.items()
        }

    def by(self, attribution: Attribution | None) -> str | None:
        """Who an attribution names, for readers: the entity's name, else the words of the source.

        A pronoun that nobody could resolve names nobody.
        """
        if attribution is None:
            return None
        if attribution.speaker in self.entities:
            return self.entities[attribution.speaker].name
        if not attribution.source:
            return None
        words = " ".join(self.documents[attribution.doc].text[s:e] for s, e in attribution.source)
        return None if words.lower() in PRONOUNS else words

    def event_at(self, span: Span) -> str | None:
        """The event whose shortest passage holds the span."""
        holding = (
            (m.end - m.start, e.event) for e in self.events.values() for m in e.mentions if m.contains(span)
        )
        return min(holding, default=(0, None))[1]

    def sentence(self, doc: str, offset: int) -> Range | None:
        """The sentence around an offset."""
        found = self.parses[doc].sentence_at(offset)
        return (found.start, found.end) if found else None

    def voice_at(self, doc: str, start: int, end: int) -> tuple[Voice, Attribution | None]:
        """Whose words a range is in: quoted, reported, or the narrator's own."""
        said = self.attribution_at(doc, start)
        for mark in self.parses[doc].quoted:
            if (
                mark.start <= start
                and end <= mark.end
                and len(list(self.parses[doc].tokens_in(*mark.inner))) > 3
            ):
                return "quoted", said
        return ("reported", said) if said else ("narrator", None)

    def shown(self, span: Span, role: str, *, claim: Claim | None = None) -> Evidence:
        """The span as evidence, with voice and speaker filled; longer ones are cut at a word."""
        voice, said = self.voice_at(span.doc, span.start, span.end)
        if claim is not None:
            voice, said = claim.voice, self.attributions.get(claim.attribution or "")
        sure: Certainty | None = claim.certainty if claim else None
        if claim is not None and claim.polarity == "-":
            sure = "denied"
        cut = self.cut(span)
        return Evidence(cut, role, voice, self.by(said), sure, said.id if said else None)

    def cut(self, span: Span, most: int = CHARS) -> Span:
        """The span, shortened at a blank to at most `most` characters and without blanks at its ends."""
        text = self.documents[span.doc].text
        end = span.end
        if end - span.start > most:
            blank = text.rfind(" ", span.start, span.start + most + 1)
            end = blank if blank > span.start else span.start + most
        start = span.start
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(span.doc, start, end)


def short_names(documents: dict[str, Document], provenance: dict[str, Provenance]) -> dict[str, str]:
    """A short name a document: where it first appeared, else its outlet, else its title; made distinct.

    A text whose original is among the documents has its own outlet's name: the two can differ.
    """
    names = {doc: _short(document, provenance.get(doc)) for doc, document in documents.items()}
    alike: dict[str, list[str]] = defaultdict(list)
    for doc, name in names.items():
        alike[name].append(doc)
    marks = {doc: mark for docs in alike.values() if len(docs) > 1 for doc, mark in _marks(documents, docs)}
    return {doc: f"{name} ({marks[doc]})" if doc in marks else name for doc, name in names.items()}


def _marks(documents: dict[str, Document], docs: list[str]) -> list[tuple[str, str]]:
    """What tells texts of one name apart: their days where these are known and differ, else what they are called."""
    known = [documents[doc].published for doc in docs]
    days = [date.fromisoformat(day.from_) for day in known if day and day.from_ == day.to]
    if len(set(days)) < len(docs):
        return [(doc, doc) for doc in docs]
    return [(doc, f"{d.day} {MONTHS[d.month - 1]} {d.year}") for doc, d in zip(docs, days, strict=True)]


def _short(document: Document, provenance: Provenance | None) -> str:
    links = provenance.links if provenance else ()
    elsewhere = [link for link in links if link.of.doc is None]
    for link in elsewhere:
        if link.relation == "republication" and link.of.outlet:
            return link.of.outlet
        if link.relation == "translation" and link.of.outlet:
            return f"{link.of.outlet} (via translation)"
    title = document.title or document.doc
    return document.outlet_name or (title if len(title) <= 40 else title[:39].rsplit(" ", 1)[0] + "…")


def joined(sets: Iterable[set[Member]]) -> list[set[Member]]:
    """The sets, those that share a member as one."""
    found: list[set[Member]] = []
    for one in sets:
        touching = [s for s in found if s & one]
        found = [s for s in found if not s & one] + [one.union(*touching)]
    return found


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
