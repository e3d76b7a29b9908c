"""Through whom an event is told: who says that who said it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Attribution, Event, Span
from checker.report.claim_rows import chain_of
from checker.report.corpus import Corpus
from checker.report.passages import passage
from checker.report.views import Passage, Source

CHAINS = 6
"""Chains of one source that are drawn."""


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One retelling: who, with which word, and at the end what."""

    who: str
    cue: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of one source; each is a tuple of steps, outermost first."""

    source: Source
    chains: tuple[tuple[ChainStep, ...], ...]


def chains_of(corpus: Corpus, event: Event, docs: Sequence[str]) -> Iterable[Chains]:
    """The chains of each source that tells the event, the longest first."""
    for doc in docs:
        inside = [m for m in event.mentions if m.doc == doc]
        told = [a for a in corpus.said_in(doc) if a.content and _within(a, inside)]
        outers = {a.outer for a in told}
        ends = [chain_of(corpus, a) for a in told if a.id not in outers]
        ends.sort(key=lambda c: (-len(c), c[-1].content[0]))
        if corpus.sparing:
            ends = [chain for chain in ends if len(chain) > 1]
        if ends:
            yield Chains(corpus.source(doc), tuple(_steps(corpus, c) for c in ends[:CHAINS]))


def _within(attribution: Attribution, mentions: Sequence[Span]) -> bool:
    start, end = attribution.content[0][0], attribution.content[-1][1]
    return any(m.start < end and start < m.end for m in mentions)


def _steps(corpus: Corpus, chain: Sequence[Attribution]) -> tuple[ChainStep, ...]:
    steps = [_step(corpus, a, None) for a in chain]
    last = chain[-1]
    start, end = last.content[0][0], max(r[1] for r in last.content)
    end = min(end, start + 320)
    words = passage(corpus, Span(last.doc, start, end))
    return (*steps[:-1], _step(corpus, last, words))


def _step(corpus: Corpus, attribution: Attribution, words: Passage | None) -> ChainStep:
    text = corpus.by_doc[attribution.doc].text
    cue = " … ".join(text[s:e] for s, e in attribution.cue or ())
    said_by = " … ".join(corpus.plain(attribution.doc, r) for r in attribution.source or ())
    who = corpus.speaker(attribution) or (f"“{said_by}”, not named" if said_by else "")
    return ChainStep(who, ("not: " if attribution.polarity == "-" else "") + cue, words)
