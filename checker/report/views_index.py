"""The first page: what to read first, and what every source has of every event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checker.model import Divergence, DivergenceKind, Problem
from checker.report.cards import Card, Cards
from checker.report.corpus import Corpus
from checker.report.matrix import Matrix, matrix
from checker.report.timeline import Timeline, timeline
from checker.report.views import Link, Ref
from checker.report.views_primary import primaries
from checker.report.words import capital, count, figure, listed, number

FIRST = 10
"""Divergences on the first page."""
ABREAST = 4
"""Cards before they go two abreast."""
TELLING: Final[tuple[tuple[DivergenceKind, ...], ...]] = (
    ("agency", "attribution", "certainty", "quotation"),
    ("date", "number", "label", "inconsistency"),
    ("omission", "provenance"),
)
"""Kinds in the order in which the first page tells them."""
PRIMARIES = 4
"""Primary sources that the first page leads to; the list of sources has them all."""
NAMES = 3
"""Names in a title that nobody gave."""
EVENTS = 24
"""Rows of the matrix on the first page; the page of events has them all."""


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem: what, in which source, what it costs and what to do."""

    what: str
    where: str
    stage: str
    do: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """`lead` is the first divergence, `wide` go one a row, `narrow` two abreast."""

    title: str
    description: str
    texts: str
    why: str
    rest: str
    all: bool
    stats: tuple[tuple[str, Link], ...]
    timeline: Timeline | None
    lead: Card | None
    wide: tuple[Card, ...]
    narrow: tuple[Card, ...]
    matrix: Matrix
    problems: tuple[ProblemView, ...]


def index_view(corpus: Corpus, cards: Cards) -> IndexView:
    """The first page of a corpus."""
    ranked = sorted(corpus.analysis.divergences, key=lambda d: (d.rank, d.id))
    first = [cards.card(d) for d in sorted(ranked[:FIRST], key=_telling)]
    lead = first[0] if first and first[0].columns else None
    rows = first[1:] if lead else first
    cut = max(0, ABREAST - bool(lead))
    return IndexView(
        report_title(corpus),
        corpus.analysis.catalogue.description,
        _texts(corpus),
        _why(corpus),
        _rest(len(ranked)),
        len(ranked) > FIRST,
        _stats(corpus),
        timeline(corpus),
        lead,
        tuple(rows[:cut]),
        tuple(rows[cut:]),
        matrix(corpus, corpus.sorted_events(), EVENTS),
        problem_views(corpus, corpus.analysis.problems),
    )


def _telling(divergence: Divergence) -> tuple[int, int]:
    """Who did it, who says so and what was said come before days and figures; what is missing comes last."""
    return next(i for i, kinds in enumerate(TELLING) if divergence.kind in kinds), divergence.rank


def report_title(corpus: Corpus) -> str:
    """The title that the user gave, else one made of the names that most of the texts have."""
    given = corpus.analysis.catalogue.title
    texts = count(len(corpus.documents), "text")
    names = _names_of_most(corpus)
    return given or (f"{capital(listed(names))} in {texts}" if names else capital(texts))


def _names_of_most(corpus: Corpus) -> list[str]:
    """The names that more than half of the texts have, and more than one; outlets of the texts are left out."""
    outlets = {d.outlet for d in corpus.documents}
    least = max(1, len(corpus.documents) // 2)
    told = [
        (-docs, -len(entity.mentions), entity.name)
        for entity in corpus.analysis.entities
        if entity.name not in outlets and (docs := len({m.doc for m in entity.mentions})) > least
    ]
    return [name for _, _, name in sorted(told)[:NAMES]]


def _texts(corpus: Corpus) -> str:
    docs = list(corpus.by_doc)
    return f"{capital(count(len(docs), 'text'))}, {count(corpus.voices(docs), 'voice')}"


def _why(corpus: Corpus) -> str:
    voices: dict[str, list[str]] = {}
    for doc in corpus.by_doc:
        voices.setdefault(corpus.voice(doc), []).append(doc)
    shared = [docs for docs in voices.values() if len(docs) > 1]
    if len(shared) > 1:
        return "; texts by one author, and a text with its copies and translations, count as one voice"
    if not shared:
        return ""
    authors = {corpus.by_doc[d].author for d in shared[0]}
    whose = "by one author" if len(authors) == 1 and None not in authors else "of one voice"
    return f": {number(len(shared[0]))} are {whose}"


def _rest(total: int) -> str:
    if total == 0:
        return "No divergence was found."
    if total <= FIRST:
        return (
            f"All {figure(total, 'divergence')} are on this page."
            if total > 1
            else "One divergence was found."
        )
    return f"{capital(number(FIRST))} of {total:,} divergences come first."


def _stats(corpus: Corpus) -> tuple[tuple[str, Link], ...]:
    a = corpus.analysis
    rows = (
        (len(a.divergences), "divergence", "divergences"),
        (len(a.events), "event", "events"),
        (sum(c.agent.state != "unread" for c in a.claims), "sentence on who did what", "deeds"),
        (len(a.quotations), "quotation in several wordings", "quotations"),
        (len(a.citations), "citation", "citations"),
    )
    names = {
        "quotation in several wordings": "quotations in several wordings",
        "sentence on who did what": "sentences on who did what",
    }
    found = tuple(
        (f"{n:,}", Link(one if n == 1 else names.get(one, one + "s"), Ref(page))) for n, one, page in rows
    )
    return found + tuple(("Primary source:", link) for link in primaries(corpus)[:PRIMARIES])


def problem_views(corpus: Corpus, problems: Sequence[Problem]) -> tuple[ProblemView, ...]:
    """Problems with the names of the sources that they touch."""
    return tuple(
        ProblemView(p.what, corpus.name(p.doc).full if p.doc else "", p.stage, p.do) for p in problems
    )
