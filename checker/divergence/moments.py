"""The days that a sentence speaks of: its own, else those of the sentences before it, else those of its telling."""

from __future__ import annotations

from datetime import date, timedelta

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.model import MONTHS, Parse, Sentence, TimeExpression

BACK = 2
"""Sentences before one, in its paragraph, from which it takes its day where it has none."""
SPREAD = 7
"""Days over which the narrowest times of a sentence are taken together."""
Days = tuple[date, date]
"""First and last day."""


class Moments:
    """Reads the days of sentences."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.times = places.times(facts)

    def days(self, parse: Parse, number: int) -> Days | None:
        """The narrowest times in the sentence, else in the nearest before it in the paragraph; None where unknown."""
        here = parse.sentences[number]
        for sentence in reversed(parse.sentences[max(0, number - BACK) : number + 1]):
            inside = [t for t in self.times[parse.doc] if sentence.start <= t.span.start < sentence.end]
            if sentence.paragraph == here.paragraph and inside:
                spans = [days for t in inside if (days := self._interval(parse, sentence, t))]
                return _narrowest(spans)
        return self._now(parse, here)

    def _interval(self, parse: Parse, sentence: Sentence, time: TimeExpression) -> Days | None:
        if time.from_ and time.to:
            return date.fromisoformat(time.from_), date.fromisoformat(time.to)
        if time.to and self.facts.quote(time.span).lower().startswith("by "):
            end = date.fromisoformat(time.to)
            return end.replace(day=1), end
        return self._last_month(parse, sentence, time)

    def _last_month(self, parse: Parse, sentence: Sentence, time: TimeExpression) -> Days | None:
        """A bare month beside a verb in the past: the last one of that name before the text was published."""
        words = self.facts.quote(time.span).capitalize()
        published = self.facts.documents[parse.doc].published
        past = any(t.tag == "VBD" for t in parse.tokens[sentence.first : sentence.last])
        if words not in MONTHS or published is None or not past:
            return None
        day = date.fromisoformat(published.from_)
        month = MONTHS.index(words) + 1
        first = date(day.year if month < day.month else day.year - 1, month, 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def _now(self, parse: Parse, here: Sentence) -> Days | None:
        """The day of publication, for what is told in the present tense."""
        published = self.facts.documents[parse.doc].published
        now = any(t.dep == "ROOT" and t.tag in {"VBZ", "VBP"} for t in parse.tokens[here.first : here.last])
        if published is None or not now:
            return None
        return date.fromisoformat(published.from_), date.fromisoformat(published.to)


def _narrowest(spans: list[Days]) -> Days | None:
    """The narrowest of some times; several of one length together, where they lie close."""
    least = min((b - a for a, b in spans), default=None)
    same = [days for days in spans if days[1] - days[0] == least]
    if not same:
        return None
    whole = min(a for a, _ in same), max(b for _, b in same)
    return whole if (whole[1] - whole[0]).days <= SPREAD else min(same)
