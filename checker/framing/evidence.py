"""A place with what surrounds it: the clause to show, the voice, the event."""

from __future__ import annotations

from dataclasses import dataclass

from checker.framing.ranges import Ranges
from checker.framing.voice import Voices
from checker.model import Attribution, Document, Event, Framing, Parse, Range, Span

LONGEST = 400
"""Characters of a shown clause, at most."""
_STOPS = frozenset(",;:—–()")


@dataclass(frozen=True, slots=True)
class Find:
    """What a finder marks: the cue, the device, the rule; `own` where only the narrator's own voice counts.

    `marks` is a pair of quotation marks that the device itself is about.
    """

    cue: Range
    device: str
    rule: str
    own: bool = False
    marks: Range | None = None


class Surroundings:
    """What is needed of one document to turn finds into records."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        attributions: tuple[Attribution, ...],
        events: tuple[Event, ...],
    ) -> None:
        self.document, self.parse = document, parse
        self.voices = Voices(document, parse, attributions)
        mentions = [((m.start, m.end), e.event) for e in events for m in e.mentions if m.doc == document.doc]
        self._events = Ranges(sorted(mentions))

    def record(self, find: Find) -> Framing | None:
        """The find as a record; None where it lies in page furniture, or in another voice than it needs."""
        start, end = find.cue
        if start >= end or end - start > LONGEST or not self.document.in_body(start, end):
            return None
        owner = self.voices.at(start, end, ignore=find.marks)
        if find.own and owner.voice != "narrator":
            return None
        span = Span(self.document.doc, *self.clause(start, end))
        return Framing(
            span, find.device, find.cue, owner.voice, owner.speaker, self.event(start, end), find.rule
        )

    def event(self, start: int, end: int) -> str | None:
        """The event of the shortest mention that holds the place."""
        holding = self._events.holding(start, end)
        return holding[0][1] if holding else None

    def events_touching(self, start: int, end: int) -> list[str]:
        """The events that a place mentions, in text order."""
        return list(dict.fromkeys(event for _, event in self._events.touching(start, end)))

    def clause(self, start: int, end: int) -> Range:
        """The sentence that holds the place, or as many of its parts around the place as `LONGEST` allows."""
        sentence = self.parse.sentence_at(start)
        if sentence is None or sentence.end < end:
            return start, end
        if sentence.end - sentence.start <= LONGEST:
            return sentence.start, sentence.end
        low, high = _grow(self.parse, start, end, sentence.first, sentence.last, to_stop=True)
        if (low, high) == (start, end):
            return _grow(self.parse, start, end, sentence.first, sentence.last, to_stop=False)
        return low, high


def _grow(parse: Parse, start: int, end: int, first: int, last: int, *, to_stop: bool) -> Range:
    """Widen a place by whole tokens; with `to_stop` only as far as marks that part clauses."""
    inside = list(parse.tokens_in(start, end))
    if not inside:
        return start, end
    left, right = inside[0], inside[-1]
    low, high = start, end
    while left > first and end - parse.tokens[left - 1].start <= LONGEST // 2:
        left -= 1
        if not to_stop or left == first or parse.tokens[left - 1].text in _STOPS:
            low = parse.tokens[left].start
    while right + 1 < last and parse.tokens[right + 1].end - low <= LONGEST:
        right += 1
        if not to_stop or right + 1 == last or parse.tokens[right].text in _STOPS:
            high = parse.tokens[right].end
    return low, high
