"""Who is said to have done what, over all events: every sentence that names a doer, or leaves one out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.model import Claim
from checker.report.claim_columns import Told
from checker.report.claim_rows import deed_of
from checker.report.corpus import Corpus
from checker.report.facets import Facet, Marks, facets, marks_of
from checker.report.signs import ACT, claimed
from checker.report.views import Link, Pager, Ref, Source, paged
from checker.report.words import capital, is_pronoun, shorten


@dataclass(frozen=True, slots=True)
class DeedRow:
    """One sentence: who, the verb in its dictionary form, in whose voice, in which text, about which event."""

    who: str
    nobody: bool
    what: str
    told: Told
    source: Source
    event: Link | None
    acts: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class DeedsView:
    """One part of the list."""

    total: int
    rows: tuple[DeedRow, ...]
    facets: tuple[Facet, ...]
    pager: Pager


def deeds_views(corpus: Corpus) -> Iterator[tuple[str, str, DeedsView]]:
    """Key, path and view of each page; a sparing report lists the sentences that other pages print."""
    found = _ordered(corpus)
    choices = (*_acts(claim for _, claim in found), *(f for f in facets(corpus) if f.name != "kind"))
    rows = tuple(_row(corpus, who, claim) for who, claim in found)
    for key, path, shown, pager in paged("deeds", rows):
        yield key, path, DeedsView(len(rows), tuple(shown), choices, pager)


def _acts(claims: Iterable[Claim]) -> Iterator[Facet]:
    """The kinds of deed that were found, as a choice of the reader."""
    seen = {name for claim in claims for name in claim.classes}
    if options := tuple((name, words) for name, words in ACT.items() if name in seen):
        yield Facet("act", "Deed", options)


def _ordered(corpus: Corpus) -> list[tuple[str, Claim]]:
    """Doers with most sentences first, then those that only a pronoun names, then sentences without one."""
    read = [c for c in corpus.analysis.claims if c.agent.state != "unread" and corpus.known(c.span)]
    if corpus.sparing:
        read = [c for c in read if (c.span.start, c.span.end) in corpus.cited[c.span.doc]]
    named = [(deed_of(corpus, c)[0], c) for c in read]
    often = Counter(who.casefold() for who, _ in named)
    order = {d.doc: i for i, d in enumerate(corpus.documents)}
    return sorted(
        named,
        key=lambda row: (
            not row[0],
            is_pronoun(row[0]),
            -often[row[0].casefold()],
            row[0].casefold(),
            order[row[1].span.doc],
            row[1].span,
            row[1].claim,
        ),
    )


def _row(corpus: Corpus, who: str, claim: Claim) -> DeedRow:
    told = deed_of(corpus, claim)[1]
    label = corpus.event_label(claim.event)
    event = Link(label, Ref(corpus.event_page(claim.event))) if claim.event and label else None
    voice = told.voice.sign.css if told.voice else ""
    marks = marks_of(corpus, [claim.span.doc], [], [claimed(claim)])
    return DeedRow(
        capital(shorten(who, 60)) or "Nobody is named",
        not who,
        ("not: " if claim.polarity == "-" else "") + claim.lemma,
        told,
        corpus.source(claim.span.doc),
        event,
        " ".join(sorted(claim.classes)),
        Marks(marks.source, voice, marks.certainty),
    )
