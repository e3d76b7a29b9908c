"""Passages of two sources that tell the same thing, side by side, those that differ most in what counts first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.model import Alignment, AlignmentEvidence, Divergence, Event, Span
from checker.report.contrast import SPELLING, Contrast, contrast
from checker.report.corpus import Corpus
from checker.report.marks import Marker
from checker.report.passages import Mark, passage
from checker.report.signs import COVERAGE, Sign
from checker.report.views import Link, Passage, Ref, Source
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
    """A passage that tells the same thing, how sure that is, what the two share, and which divergences part them."""

    side: Side
    sign: Sign | None
    shared: str
    one_voice: bool
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and its partners in other sources; a `near` one has one partner, and every word that differs marked.

    `same` is a pair whose words are the same.
    """

    a: Side
    partners: tuple[Partner, ...]
    near: bool
    same: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """An alignment with what its passages differ in and the divergences that have words of both, by rank."""

    alignment: Alignment
    contrast: Contrast
    about: tuple[Divergence, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Passages that a divergence sets beside each other first, then by the words that differ; the same last."""
        a, told = self.alignment, self.contrast
        importance = max((d.importance for d in self.about), default=0)
        return told.same, -importance, -told.weight, a.state, -a.score, a.a, a.b


def pairs_of(corpus: Corpus, places: Mapping[str, str], marker: Marker, event: Event) -> list[Pair]:
    """The alignments of an event that share `SHARED` words or more, those that differ most in what counts first.

    Passages of much the same words stand two and two; another passage stands once, beside all its partners.
    `places` are the pages of the divergences.
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
    compared = [_compared(corpus, event, a) for a in found[: 3 if corpus.sparing else PAIRS]]
    groups: dict[tuple[Span, Span | None], list[_Found]] = {}
    for one in sorted(compared, key=lambda f: f.order):
        side = one.alignment.b if one.contrast.near else None
        groups.setdefault((one.alignment.a, side), []).append(one)
    return [_pair(corpus, places, together, marked) for together in groups.values()]


def _compared(corpus: Corpus, event: Event, alignment: Alignment) -> _Found:
    a, b = alignment.a, alignment.b
    found = contrast(corpus.by_doc[a.doc], a, corpus.by_doc[b.doc], b)
    ranked = sorted(corpus.about.get(event.event, ()), key=lambda d: d.rank)
    return _Found(alignment, found, tuple(d for d in ranked if _parts(corpus, d, alignment, found)))


def _parts(corpus: Corpus, divergence: Divergence, alignment: Alignment, found: Contrast) -> bool:
    """Whether a divergence has words of both passages, and not the same ones."""
    ours, theirs = (
        [e.span for e in divergence.evidence if e.span.overlaps(s)] for s in (alignment.a, alignment.b)
    )
    if not ours or not theirs:
        return False
    if found.near:
        pairs = ((ours, found.first), (theirs, found.second))
        touched = any(
            s.start < m.end and m.start < s.end for spans, marks in pairs for s in spans for m in marks
        )
        return touched and found.weight > SPELLING
    told, others = ({s.of(corpus.by_doc[s.doc].text).casefold() for s in spans} for spans in (ours, theirs))
    return not told & others


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


def _pair(corpus: Corpus, places: Mapping[str, str], found: Sequence[_Found], marked: _Marked) -> Pair:
    first = found[0]
    a, near = first.alignment.a, first.contrast.near
    marks = first.contrast.first if near else _inside(corpus, a, [f.alignment.b for f in found], marked)
    partners = tuple(_partner(corpus, places, f, marked) for f in found)
    return Pair(_side(corpus, a, marks), partners, near, first.contrast.same)


def _partner(corpus: Corpus, places: Mapping[str, str], found: _Found, marked: _Marked) -> Partner:
    a, b, near = found.alignment.a, found.alignment.b, found.contrast.near
    possible = COVERAGE["possible"] if found.alignment.state == "possible" else None
    shared = "" if near else ", ".join(_shared(corpus, found.alignment.evidence))
    marks = found.contrast.second if near else _inside(corpus, b, [a], marked)
    about = tuple(Link(f"divergence\u00a0{d.rank}", Ref(places[d.id], f"d-{d.id}")) for d in found.about)
    return Partner(_side(corpus, b, marks), possible, shared, corpus.voices((a.doc, b.doc)) == 1, about)


def _side(corpus: Corpus, span: Span, marks: Sequence[Mark]) -> Side:
    return Side(corpus.source(span.doc), passage(corpus, span, marks))


def _shared(corpus: Corpus, evidence: AlignmentEvidence) -> Iterable[str]:
    names = [corpus.entity(e) or e for e in evidence.entities]
    every = {word.casefold(): word for word in reversed((*names, *evidence.terms)) if _ALPHA.search(word)}
    return [shorten(word, 30) for word in reversed(every.values())][:8]


def _words_of(corpus: Corpus, alignment: Alignment) -> set[str]:
    """The different words with letters that both passages have, names included."""
    names = [corpus.entity(e) or e for e in alignment.evidence.entities]
    words = " ".join((*names, *alignment.evidence.terms)).casefold()
    return {w for w in _WORD.findall(words) if _ALPHA.search(w)}
