"""The list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Document
from checker.report.corpus import Corpus
from checker.report.findings import Findings
from checker.report.strips import Strip, article_strip
from checker.report.views import Pager, Ref, Source, paged
from checker.report.views_primary import primary_ref
from checker.report.views_source import same_voice
from checker.report.words import figure, listed


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source in the list of sources."""

    source: Source
    title: str
    facts: str
    strip: Strip
    divergences: int
    sha256: str
    same: str
    retold: Ref | None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One part of the list of sources, by publication."""

    total: int
    rows: tuple[SourceRow, ...]
    pager: Pager


def sources_views(corpus: Corpus, findings: Findings) -> Iterator[tuple[str, str, SourcesView]]:
    """Key, path and view of each page of the list."""
    for key, path, shown, pager in paged("sources", corpus.documents):
        rows = tuple(_row(corpus, findings, d) for d in shown)
        yield key, path, SourcesView(len(corpus.documents), rows, pager)


def _row(corpus: Corpus, findings: Findings, document: Document) -> SourceRow:
    named = document.outlet not in (None, corpus.name(document.doc).short)
    facts = f"{document.outlet} · " if named else ""
    facts += f"{figure(len(document.text), 'character')} · {document.language}"
    same = listed(link.text for link in same_voice(corpus, document.doc))
    strip = article_strip(document, corpus.runs(document.doc), (), 420)
    retold = primary_ref(corpus, document)
    count = findings.divergences(document.doc)
    return SourceRow(
        corpus.source(document.doc), document.title or "", facts, strip, count, document.sha256, same, retold
    )
