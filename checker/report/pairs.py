"""Passages of two sources that tell the same thing, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Alignment, AlignmentEvidence, Event, Span
from checker.report.corpus import Corpus
from checker.report.marks import Marker
from checker.report.passages import Mark, passage
from checker.report.signs import COVERAGE, Sign
from checker.report.views import Passage, Source
from checker.report.words import shorten

_WORD = re.compile(r"\w+")
_ALPHA = re.compile(r"[^\W\d_]{2}")
_Marked = dict[str, list[Mark]]

SHARED = 3
"""Words that two passages must share to be shown side by side."""
PAIRS = 60
"""Pairs of passages on an event's page."""


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a pair."""

    source: Source
    passage: Passage


@dataclass(frozen=True, slots=True)
class Partner:
    """A passage that tells the same thing, how sure that is, and what the two share."""

    side: Side
    sign: Sign | None
    shared: str
    one_voice: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and its partners in other sources."""

    a: Side
    partners: tuple[Partner, ...]


def pairs_of(corpus: Corpus, marker: Marker, event: Event) -> list[Pair]:
    """The alignments of an event that share `SHARED` words or more: sure ones first, the closest before others.

    A passage stands once, beside all its partners.
    """
    marked = _marked(corpus, marker, event)
    mentions: dict[str, list[Span]] = {}
    for mention in event.mentions:
        mentions.setdefault(mention.doc, []).append(mention)
    found = [
        a
        for a in corpus.analysis.alignments
        if _belongs(corpus, a, event, mentions) and len(_words_of(corpus, a)) >= SHARED
    ]
    found.sort(key=lambda a: (a.state, -a.score, a.a, a.b))
    groups: dict[Span, list[Alignment]] = {}
    for alignment in found[: 3 if corpus.sparing else PAIRS]:
        groups.setdefault(alignment.a, []).append(alignment)
    return [_pair(corpus, span, partners, marked) for span, partners in groups.items()]


def _belongs(corpus: Corpus, alignment: Alignment, event: Event, mentions: dict[str, list[Span]]) -> bool:
    """Whether a pair is about the event: it says so, or both its passages are ones that tell it."""
    if alignment.event not in (None, event.event) or not (
        corpus.known(alignment.a) and corpus.known(alignment.b)
    ):
        return False
    sides = (alignment.a, alignment.b)
    return alignment.event == event.event or all(
        any(s.overlaps(m) for m in mentions.get(s.doc, ())) for s in sides
    )


def _marked(corpus: Corpus, marker: Marker, event: Event) -> _Marked:
    """The words that differ, from the evidence of this event's divergences."""
    marks: _Marked = {}
    for divergence in corpus.about.get(event.event, ()):
        for evidence in divergence.evidence:
            marks.setdefault(evidence.span.doc, []).extend(marker.marks(divergence, evidence.span))
    return marks


def _inside(corpus: Corpus, span: Span, others: Sequence[Span], marked: _Marked) -> tuple[Mark, ...]:
    """The marks inside a passage whose words do not all stand in every other passage too."""
    text = corpus.by_doc[span.doc].text
    there = [set(_WORD.findall(o.of(corpus.by_doc[o.doc].text).casefold())) for o in others]
    inside = [m for m in marked.get(span.doc, ()) if span.start <= m.start and m.end <= span.end]
    words = {m: set(_WORD.findall(text[m.start : m.end].casefold())) for m in inside}
    return tuple(m for m in dict.fromkeys(inside) if any(words[m] - other for other in there))


def _pair(corpus: Corpus, span: Span, found: list[Alignment], marked: _Marked) -> Pair:
    partners = tuple(_partner(corpus, a, marked) for a in found)
    return Pair(_side(corpus, span, [a.b for a in found], marked), partners)


def _partner(corpus: Corpus, alignment: Alignment, marked: _Marked) -> Partner:
    possible = COVERAGE["possible"] if alignment.state == "possible" else None
    same = corpus.voices((alignment.a.doc, alignment.b.doc)) == 1
    shared = ", ".join(_shared(corpus, alignment.evidence))
    return Partner(_side(corpus, alignment.b, [alignment.a], marked), possible, shared, same)


def _side(corpus: Corpus, span: Span, others: Sequence[Span], marked: _Marked) -> Side:
    return Side(corpus.source(span.doc), passage(corpus, span, _inside(corpus, span, others, marked)))


def _shared(corpus: Corpus, evidence: AlignmentEvidence) -> Iterable[str]:
    names = [corpus.entity(e) or e for e in evidence.entities]
    every = {word.casefold(): word for word in reversed((*names, *evidence.terms)) if _ALPHA.search(word)}
    return [shorten(word, 30) for word in reversed(every.values())][:8]


def _words_of(corpus: Corpus, alignment: Alignment) -> set[str]:
    """The different words with letters that both passages have, names included."""
    names = [corpus.entity(e) or e for e in alignment.evidence.entities]
    words = " ".join((*names, *alignment.evidence.terms)).casefold()
    return {w for w in _WORD.findall(words) if _ALPHA.search(w)}
