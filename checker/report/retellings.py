"""What later texts made of each sentence of a primary source: kept, changed, cut, added, or told in other words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Document, Span
from checker.report.contrast import NEAR, Contrast, contrast
from checker.report.corpus import Corpus
from checker.report.passages import Mark
from checker.report.split import blocks_of

SHORT = 24
"""Characters of a sentence; what is shorter belongs to the next one, and is none where it stands alone."""
COPIES = 2
"""Texts that have a whole block in the same words from which it is a form line and nobody's retelling."""
SURE = 0.4
"""Score from which two passages in other words tell the same; less is only possible."""
CUT = 3
"""Words in a row of the primary source from which it is said that a retelling leaves them out."""

_STOP = re.compile(r"(?<![A-Z])(?<!\b\w\w)[.!?…][\"”»'’)\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Retold:
    """One retelling of a sentence. `own` are the words of the primary source that stand behind it.

    `contrast` is near where it has the sentence's words; otherwise it tells the same in other words.
    """

    own: Span
    there: Span
    contrast: Contrast
    sure: bool

    @property
    def deeds(self) -> tuple[str, ...]:
        """What was done to the words: "kept", or any of "changed", "cut" and "added", or "in other words"."""
        if not self.contrast.near:
            return ("in other words",)
        if self.contrast.same:
            return ("kept",)
        changed = any(m.css == "d" for m in self.contrast.first)
        cut, added = (any(m.css == "p" for m in s) for s in (self.contrast.first, self.contrast.second))
        deeds = zip((changed, cut, added), ("changed", "cut", "added"), strict=True)
        return tuple(word for done, word in deeds if done)


def sentences(corpus: Corpus, document: Document) -> Iterator[Span]:
    """The sentences of a primary source's body, without headings and lines that other texts have as well."""
    copies = Counter(
        line
        for d in corpus.documents
        if d.doc != document.doc
        for line in {_folded(d.text[b.start : b.end]) for b in blocks_of(d)}
    )
    for block in blocks_of(document):
        words = document.text[block.start : block.end]
        if document.in_body(block.start, block.end) and copies[_folded(words)] < COPIES:
            yield from _cut(document, block.start, block.end)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip("*_# ")


def _cut(document: Document, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _STOP.finditer(document.text, start, end):
        if match.end() - at > SHORT:
            yield Span(document.doc, at, match.end())
            rest = document.text[match.end() : end]
            at = match.end() + len(rest) - len(rest.lstrip())
    if at > start and end - at > SHORT:
        yield Span(document.doc, at, end)


def retellings(corpus: Corpus, document: Document) -> list[tuple[Span, list[Retold]]]:
    """Each sentence of a primary source with its retellings, those that change most first, one for a place."""
    found = list(sentences(corpus, document))
    starts = [s.start for s in found]
    told: dict[Span, list[Retold]] = {s: [] for s in found}
    quoted = [c for c in _quoted(corpus, document) if _later(corpus, document, c[1].doc)]
    places = [there for _, there, _, _ in quoted]
    for own, there, least, sure in (*quoted, *_aligned(corpus, document, places)):
        i = bisect_right(starts, own.start) - 1
        here = told[found[i]] if i >= 0 and own.start < found[i].end else None
        if here is not None and not any(there.overlaps(r.there) for r in here):
            compared = contrast(document, own, corpus.by_doc[there.doc], there, least)
            here.append(Retold(own, there, compared, sure))
    return [(s, sorted(rs, key=_by_change)) for s, rs in told.items()]


def _by_change(found: Retold) -> tuple[bool, bool, float, Span]:
    return not found.sure, not found.contrast.near, -found.contrast.weight, found.there


_Candidate = tuple[Span, Span, float, bool]


def _quoted(corpus: Corpus, document: Document) -> Iterator[_Candidate]:
    """Wordings of one utterance: they need no words in common to be retellings."""
    for quotation in corpus.analysis.quotations:
        spans = [v.span for v in quotation.variants if corpus.known(v.span)]
        for own in (s for s in spans if s.doc == document.doc):
            yield from ((own, there, 0, True) for there in spans if there.doc != document.doc)


def _later(corpus: Corpus, document: Document, other: str) -> bool:
    """Whether a text may retell the document: it was not published before it, as far as the days are known."""
    source, there = document.published, corpus.by_doc[other].published
    return source is None or there is None or there.to >= source.from_


def _aligned(corpus: Corpus, document: Document, quoted: Sequence[Span]) -> Iterator[_Candidate]:
    """Passages that tell the same, without those whose words are known to be of a certain sentence."""
    for alignment in sorted(corpus.analysis.alignments, key=lambda a: (a.state, -a.score, a.a, a.b)):
        for own, there in ((alignment.a, alignment.b), (alignment.b, alignment.a)):
            if own.doc != document.doc or not corpus.known(own) or not corpus.known(there):
                continue
            told = there.doc != own.doc and _later(corpus, document, there.doc)
            if told and not any(there.overlaps(place) for place in quoted):
                yield own, there, NEAR, alignment.state == "aligned" and alignment.score >= SURE


def lost(document: Document, found: Retold) -> tuple[Span, ...]:
    """The words of the primary source that a retelling in its words does not have, from `CUT` in a row."""
    marks = (m for m in found.contrast.first if m.css == "p")
    return tuple(
        Span(document.doc, m.start, m.end)
        for m in marks
        if len(document.text[m.start : m.end].split()) >= CUT
    )


def touched(found: Iterable[Retold]) -> Sequence[Mark]:
    """The marks of a sentence: words that a retelling changes or does not have."""
    places = {(m.start, m.end, m.css) for r in found if r.sure for m in r.contrast.first}
    said = {"d": "changed elsewhere: ", "p": "not in every retelling: "}
    return [Mark(start, end, "h" if css == "p" else css, said[css]) for start, end, css in sorted(places)]
