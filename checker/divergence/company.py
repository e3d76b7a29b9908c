"""Whether the words of a statement are about one happening, and not about one matter over months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from checker.divergence.draft import Draft, Facts
from checker.model import Span, first_joined

ALIKE = 0.4
"""Score from which aligned passages tell one thing, where no event holds both."""
ALL_OF_IT = 4
"""Events that both of two texts tell, which make all that they say comparable."""
NUMBERS = "divergence.numbers"
LOOSE = frozenset({NUMBERS, "divergence.names-of-a-thing"})
"""Rules whose own proof is a few words that two texts have in common. On reports of different weeks that is too little:
the others name the happening, the utterance or the person."""


def holds(facts: Facts, draft: Draft) -> bool:
    """Whether one event, passages much alike, or many events join all the texts in which a loose rule shows words.

    Of texts without a day nobody knows whether they are of one week: numbers, which grow by the day, need the proof.
    """
    docs = {e.span.doc for e in draft.evidence}
    dated = all(facts.documents[doc].published for doc in docs)
    if draft.rule not in LOOSE or len(docs) < 2 or not (dated or draft.rule == NUMBERS):
        return True
    spans = [e.span for e in draft.evidence]
    home = first_joined(
        facts.documents, (*_by_event(facts, spans), *_by_likeness(facts, spans), *_close(facts))
    )
    return len({home[doc] for doc in docs}) == 1


def _by_event(facts: Facts, spans: list[Span]) -> Iterator[tuple[str, str]]:
    for event in facts.events.values():
        told = {s.doc for s in spans if any(s.overlaps(m) for m in event.mentions)}
        yield from combinations(sorted(told), 2)


def _by_likeness(facts: Facts, spans: list[Span]) -> Iterator[tuple[str, str]]:
    for pair in facts.alignments:
        if pair.score >= ALIKE and all(any(s.overlaps(side) for s in spans) for side in (pair.a, pair.b)):
            yield pair.a.doc, pair.b.doc


def _close(facts: Facts) -> list[tuple[str, str]]:
    """Texts that tell many of the same events."""

    def made() -> list[tuple[str, str]]:
        told = Counter(
            pair
            for event in facts.events.values()
            for pair in combinations(sorted({m.doc for m in event.mentions}), 2)
        )
        return [pair for pair, events in told.items() if events >= ALL_OF_IT]

    return facts.once("company", made)
