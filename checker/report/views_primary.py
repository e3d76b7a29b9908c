"""A primary source: its text, and what each retelling kept, cut, changed or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Citation, Divergence, Document, Span
from checker.report.card_lines import main_run, voice_line
from checker.report.cards import Card, Cards
from checker.report.corpus import Corpus
from checker.report.facets import Facet, Marks, facets, marks_of
from checker.report.passages import passage
from checker.report.retellings import Retold, lost, retellings, touched
from checker.report.signs import COVERAGE, Sign
from checker.report.views import Link, Passage, Ref, Source, VoiceLine
from checker.report.words import listed

CARDS = 30
"""Divergences on the page; the list has them all."""
TELLINGS = 12
"""Retellings of one sentence that are printed."""
DEEDS = ("changed", "cut", "added", "in other words", "kept")


@dataclass(frozen=True, slots=True)
class Telling:
    """One text on one sentence: what it did to the words, its own words, and those that it does not have."""

    source: Source
    voice: VoiceLine | None
    deeds: str
    sign: Sign | None
    passage: Passage
    lost: tuple[Passage, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the primary source with its retellings."""

    passage: Passage
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Reteller:
    """A text that retells the primary source, and to how many sentences it did what."""

    source: Source
    counts: tuple[tuple[str, int], ...]
    cites: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PrimaryView:
    """The page of one primary source. `changed` sentences come first, `untold` are in no other text."""

    name: str
    title: str
    source: Source
    total: int
    retellers: tuple[Reteller, ...]
    cards: tuple[Card, ...]
    changed: tuple[Sentence, ...]
    reworded: tuple[Sentence, ...]
    kept: tuple[Sentence, ...]
    possible: tuple[Sentence, ...]
    untold: tuple[Passage, ...]
    facets: tuple[Facet, ...]


def primary_ref(corpus: Corpus, document: Document) -> Ref | None:
    """The page of a primary source; none for other texts, and in a report that prints as little as it can."""
    told = document.role == "primary" and not corpus.sparing
    return Ref(f"primary-{corpus.files[document.doc]}") if told else None


def primaries(corpus: Corpus) -> tuple[Link, ...]:
    """The pages of the primary sources, by publication."""
    found = ((d, primary_ref(corpus, d)) for d in corpus.documents)
    return tuple(Link(corpus.name(d.doc).full, ref) for d, ref in found if ref)


def primary_views(corpus: Corpus, cards: Cards) -> Iterator[tuple[str, PrimaryView]]:
    """Key and view of the page of each primary source."""
    for document in corpus.documents:
        if ref := primary_ref(corpus, document):
            yield ref.page, _view(corpus, cards, document)


def _view(corpus: Corpus, cards: Cards, document: Document) -> PrimaryView:
    found = retellings(corpus, document)
    sure = [(s, [r for r in rs if r.sure]) for s, rs in found if any(r.sure for r in rs)]
    guessed = [(s, rs) for s, rs in found if rs and not any(r.sure for r in rs)]
    kinds: dict[str, list[tuple[Span, list[Retold]]]] = {"changed": [], "reworded": [], "kept": []}
    for sentence, tellings in sure:
        kinds[_kind(tellings)].append((sentence, tellings))
    kinds["changed"].sort(key=lambda row: (-max(r.contrast.weight for r in row[1]), row[0]))
    rows = {kind: tuple(_sentence(corpus, document, *row) for row in rows) for kind, rows in kinds.items()}
    return PrimaryView(
        corpus.name(document.doc).full,
        document.title or "",
        corpus.source(document.doc),
        len(found),
        tuple(_retellers(corpus, document, [r for _, rs in sure for r in rs])),
        tuple(cards.card(d) for d in _departures(corpus, document)),
        rows["changed"],
        rows["reworded"],
        rows["kept"],
        tuple(_sentence(corpus, document, *row) for row in guessed),
        tuple(passage(corpus, s) for s, rs in found if not rs),
        tuple(f for f in facets(corpus) if f.name in ("source", "voice")),
    )


def _kind(tellings: Sequence[Retold]) -> str:
    if any(r.contrast.near and not r.contrast.same for r in tellings):
        return "changed"
    return "kept" if all(r.contrast.same for r in tellings) else "reworded"


def _departures(corpus: Corpus, document: Document) -> list[Divergence]:
    """The divergences with words of the primary source and of another text, by rank."""
    found = [
        d
        for d in corpus.analysis.divergences
        if len(docs := {e.span.doc for e in d.evidence}) > 1 and document.doc in docs
    ]
    return sorted(found, key=lambda d: (d.rank, d.id))[:CARDS]


def _sentence(corpus: Corpus, document: Document, span: Span, found: Sequence[Retold]) -> Sentence:
    shown = found[:TELLINGS]
    tellings = tuple(_telling(corpus, document, r) for r in shown)
    return Sentence(passage(corpus, span, touched(shown)), tellings)


def _telling(corpus: Corpus, document: Document, found: Retold) -> Telling:
    there = found.there
    run = main_run(corpus, there)
    voice = run.voice if run else "narrator"
    return Telling(
        corpus.source(there.doc),
        voice_line(corpus, voice, run.speaker if run else None),
        listed(found.deeds),
        None if found.sure else COVERAGE["possible"],
        passage(corpus, there, found.contrast.second),
        tuple(passage(corpus, s) for s in lost(document, found)),
        marks_of(corpus, [there.doc], [voice]),
    )


def _retellers(corpus: Corpus, document: Document, found: Sequence[Retold]) -> Iterator[Reteller]:
    """The texts that retell or cite it, in order of publication."""
    for other in corpus.documents:
        counts = Counter(deed for r in found if r.there.doc == other.doc for deed in r.deeds)
        cites = [c.span for c in corpus.analysis.citations if _cites(c, other, document)]
        if other.doc != document.doc and (counts or cites):
            told = tuple((deed, counts[deed]) for deed in DEEDS if counts[deed])
            known = tuple(passage(corpus, s, context=True) for s in cites if corpus.known(s))
            yield Reteller(corpus.source(other.doc), told, known)


def _cites(citation: Citation, other: Document, document: Document) -> bool:
    named = citation.target is not None and citation.target.doc == document.doc
    return named and citation.span.doc == other.doc
