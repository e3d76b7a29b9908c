"""The first divergences with their words, for a summary."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Analysis, Divergence, Span
from checker.report.corpus import Corpus
from checker.report.words import shorten

LONGEST = 160
"""Characters of a quotation in a summary."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of a source, under its name, and where they stand (`document:start`)."""

    source: str
    words: str
    locator: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A divergence, and the words that show it."""

    divergence: Divergence
    shown: tuple[Shown, ...]


def digest(analysis: Analysis, top: int) -> list[Digest]:
    """The first `top` divergences by rank."""
    corpus = Corpus(analysis)
    found = []
    for divergence in sorted(analysis.divergences, key=lambda d: d.rank)[:top]:
        shown = tuple(
            Shown(
                corpus.name(s.doc).full,
                _words(corpus, s),
                f"{s.doc}:{s.start}",
            )
            for s in (evidence.span for evidence in divergence.evidence)
        )
        found.append(Digest(divergence, shown))
    return found


def _words(corpus: Corpus, span: Span) -> str:
    return shorten(corpus.plain(span.doc, (span.start, span.end)), LONGEST)
