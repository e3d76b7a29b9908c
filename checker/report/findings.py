"""What was found in each source, by place: the notes beside its text and the words that they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Range, Span
from checker.report.corpus import Corpus
from checker.report.marks import Marker
from checker.report.passages import Mark
from checker.report.signs import CITATION, KIND
from checker.report.statements import ended
from checker.report.utterances import known_quotations, quotation_key
from checker.report.views import Link, Ref
from checker.report.views_citation import citation_places, names_target
from checker.report.views_divergence import divergence_places
from checker.report.words import count, shorten


@dataclass(frozen=True, slots=True)
class Note:
    """A note: a number where it is a divergence, a bold phrase, a sentence ("" where it stands above), and a link."""

    number: int
    head: str
    words: str
    link: Link
    anchor: str


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    note: Note


class Findings:
    """The notes of every source, in text order."""

    def __init__(self, corpus: Corpus, marker: Marker) -> None:
        self._placed: dict[str, list[_Placed]] = defaultdict(list)
        self._marks: dict[str, set[Mark]] = defaultdict(set)
        for span, note in (*_divergences(corpus), *_quotations(corpus), *_citations(corpus)):
            self._placed[span.doc].append(_Placed(span.start, span.end, note))
        for placed in self._placed.values():
            placed.sort(key=lambda p: (p.end, p.note.number or 10**6, p.note.head, p.note.words))
        for divergence in corpus.analysis.divergences:
            for evidence in divergence.evidence:
                self._marks[evidence.span.doc].update(marker.marks(divergence, evidence.span))
        for citation in corpus.analysis.citations:
            lost = citation.verdict == "unresolvable" and citation.form != "anonymous"
            if lost and corpus.known(citation.span):
                dead = Mark(citation.span.start, citation.span.end, "dead")
                self._marks[citation.span.doc].add(dead)

    def beside(self, doc: str, part: Range) -> list[Note]:
        """The notes of the words that end in this range, each divergence once."""
        placed = self._placed.get(doc, [])
        first = bisect_left(placed, part[0] + 1, key=lambda p: p.end)
        last = bisect_left(placed, part[1] + 1, key=lambda p: p.end)
        unique = {
            (p.note.number, p.note.link.ref, p.note.words): p.note for p in reversed(placed[first:last])
        }
        return sorted(unique.values(), key=lambda n: (n.number == 0, n.number, n.head, n.words))

    def numbers(self, doc: str) -> dict[int, Sequence[int]]:
        """At which characters which numbers stand: the ends of the words that a divergence is about."""
        found: dict[int, list[int]] = defaultdict(list)
        for placed in self._placed.get(doc, []):
            if placed.note.number and placed.note.number not in found[placed.end]:
                found[placed.end].append(placed.note.number)
        return {at: sorted(numbers) for at, numbers in found.items() if numbers}

    def marks(self, doc: str) -> tuple[Mark, ...]:
        """The words to mark in the stored copy."""
        return tuple(sorted(self._marks.get(doc, ()), key=lambda m: (m.start, m.end, m.css)))

    def strip_notes(self, doc: str) -> list[tuple[int, int, str]]:
        """Number, character and target of each divergence, for the drawing of the article."""
        return [
            (p.note.number, p.start, f"c{p.start}-{p.end}")
            for p in self._placed.get(doc, [])
            if p.note.number
        ]

    def divergences(self, doc: str) -> int:
        """How many divergences have words of this source."""
        return len({p.note.number for p in self._placed.get(doc, []) if p.note.number})


def _divergences(corpus: Corpus) -> Iterator[tuple[Span, Note]]:
    pages = divergence_places(corpus)
    for d in corpus.analysis.divergences:
        link = Link(f"Divergence\u00a0{d.rank}", Ref(pages[d.id], f"d-{d.id}"))
        note = Note(d.rank, KIND[d.kind], ended(d.statement), link, f"n{d.rank}")
        yield from ((e.span, note) for e in d.evidence if corpus.known(e.span))


def _quotations(corpus: Corpus) -> Iterator[tuple[Span, Note]]:
    for quotation in known_quotations(corpus):
        words = f"{count(len(quotation.variants), 'wording')} of one utterance."
        note = Note(
            0, "Quotation", words.capitalize(), Link("See the words", Ref(quotation_key(quotation))), ""
        )
        yield from ((v.span, note) for v in quotation.variants)


def _citations(corpus: Corpus) -> Iterator[tuple[Span, Note]]:
    pages = citation_places(corpus)
    for citation in corpus.analysis.citations:
        if (
            citation.id in pages
            and names_target(citation)
            and citation.verdict not in ("ok", "unchecked", "unresolvable")
        ):
            verdict = CITATION[citation.verdict]
            words = (
                f"{verdict.mark} {verdict.word}: {shorten(corpus.with_names(citation.reason), 120)}".rstrip(
                    ": "
                )
                + "."
            )
            link = Link("See it", Ref(pages[citation.id], f"k-{citation.id}"))
            yield citation.span, Note(0, "Citation", words.replace("..", "."), link, "")
