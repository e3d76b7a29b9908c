"""What the texts cite, and what is known about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Citation, Span, Target
from checker.report.addresses import safe_url
from checker.report.citing import cited_work, csl_text
from checker.report.corpus import Corpus
from checker.report.facets import Facet, facets
from checker.report.passages import Mark, passage
from checker.report.signs import CITATION, SUPPORT, Sign
from checker.report.views import PART, Link, Pager, Passage, Ref, Source, paged, parts_of
from checker.report.words import day


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One citation: `url` is an address that is safe to follow, `address` what is shown of it.

    `key` is that of the text that cites. `claim` are the words that rest on the citation; `support` says whether the
    cited document has them, `told` where. `plain`, `markdown` and `csl` are what is cited as others cite it, "" where
    the text does not say what that is.
    """

    id: str
    sign: Sign
    form: str
    passage: Passage
    cited: str
    ref: Ref | None
    url: str
    address: str
    reason: str
    rule: Link
    lost: bool
    author: str
    key: str
    verdict: str
    claim: Passage | None
    differs: tuple[str, ...]
    support: Sign | None
    why: str
    told: Passage | None
    plain: str
    markdown: str
    csl: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Citations of one source that name no target, for one reason."""

    sign: Sign
    reason: str
    rule: Link
    rows: tuple[CitationRow, ...]


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """The citations of one source; those that name no target are told together."""

    source: Source
    rows: tuple[CitationRow, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class CitationsView:
    """One part of the list, with counts over all of it."""

    total: int
    counts: tuple[tuple[Sign, int], ...]
    groups: tuple[CitationGroup, ...]
    facets: tuple[Facet, ...]
    pager: Pager


def _ordered(corpus: Corpus) -> list[Citation]:
    order = {d.doc: i for i, d in enumerate(corpus.documents)}
    found = [c for c in corpus.analysis.citations if corpus.known(c.span)]
    return sorted(found, key=lambda c: (order[c.span.doc], c.span, c.id))


def citation_places(corpus: Corpus) -> dict[str, str]:
    """The key of the page on which each citation stands."""
    ordered = _ordered(corpus)
    keys = [key for key, _ in parts_of("citations", len(ordered))]
    return {c.id: keys[i // PART] for i, c in enumerate(ordered)}


def citation_views(corpus: Corpus) -> Iterator[tuple[str, str, CitationsView]]:
    """Key, path and view of each page of the list."""
    ordered = _ordered(corpus)
    tally = Counter(c.verdict for c in ordered)
    counts = tuple((CITATION[v], tally[v]) for v in CITATION if tally[v])
    choices = tuple(_choices(corpus, set(tally)))
    for key, path, shown, pager in paged("citations", ordered):
        yield key, path, CitationsView(len(ordered), counts, _groups(corpus, shown), choices, pager)


def _choices(corpus: Corpus, verdicts: Collection[str]) -> Iterator[Facet]:
    if len(verdicts) > 1:
        found = tuple((v, f"{sign.mark} {sign.word}") for v, sign in CITATION.items() if v in verdicts)
        yield Facet("verdict", "Verdict", found)
    yield from (f for f in facets(corpus) if f.name == "source")


def _groups(corpus: Corpus, shown: Sequence[Citation]) -> tuple[CitationGroup, ...]:
    groups: dict[str, list[CitationRow]] = {}
    for citation in shown:
        groups.setdefault(citation.span.doc, []).append(_row(corpus, citation))
    return tuple(_group(corpus.source(doc), tuple(rows)) for doc, rows in groups.items())


def _group(source: Source, rows: tuple[CitationRow, ...]) -> CitationGroup:
    lost: dict[tuple[Sign, str, Link], list[CitationRow]] = {}
    for row in rows:
        if row.lost:
            lost.setdefault((row.sign, row.reason, row.rule), []).append(row)
    named = tuple(row for row in rows if not row.lost)
    return CitationGroup(source, named, tuple(Lost(*why, tuple(found)) for why, found in lost.items()))


def names_target(citation: Citation) -> bool:
    """Whether a citation says what it points at: an address, an outlet, a date or a text."""
    target = citation.target
    return bool(target and (target.url or target.outlet or target.date or target.doc))


def _row(corpus: Corpus, citation: Citation) -> CitationRow:
    target = citation.target or Target()
    marks = (
        (Mark(citation.span.start, citation.span.end),)
        if citation.span.end - citation.span.start <= 120
        else ()
    )
    work = cited_work(corpus, citation)
    inside = target.doc if target.doc in corpus.by_doc else None
    return CitationRow(
        citation.id,
        CITATION[citation.verdict],
        citation.form.replace("_", " "),
        passage(corpus, citation.span, marks, context=names_target(citation)),
        _cited(corpus, target),
        Ref(corpus.source_page(inside)) if inside else None,
        safe_url(target.url),
        target.url or "",
        corpus.with_names(citation.reason),
        corpus.rule_link(citation.rule),
        not names_target(citation),
        citation.author or "",
        corpus.keys[citation.span.doc],
        citation.verdict,
        _shown(corpus, citation.claim if names_target(citation) else None),
        citation.differs,
        SUPPORT[citation.support.verdict] if citation.support else None,
        citation.support.reason if citation.support else "",
        _shown(corpus, citation.support.passage if citation.support else None),
        work.plain if work else "",
        work.markdown if work else "",
        csl_text(work.csl) if work else "",
    )


def _shown(corpus: Corpus, span: Span | None) -> Passage | None:
    return passage(corpus, span) if span and corpus.known(span) else None


def _cited(corpus: Corpus, target: Target) -> str:
    named = corpus.name(target.doc).full if target.doc in corpus.by_doc and target.doc else target.outlet
    return ", ".join(p for p in (named, day(target.date) if target.date else None) if p)
