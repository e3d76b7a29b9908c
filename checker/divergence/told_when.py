"""Whether a text is young enough to know what another tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.model import Parse, Span

AROUND = 3
"""Sentences before and after one whose dates may be those of what it tells."""
EPISODE = 30
"""Days from one text to another beyond which what both tell is news of two happenings."""
SHARE = 0.25
"""The share of the days named in a text that lie before another one, from which on it tells that one's story too."""
NEAR = frozenset({"time.deictic", "time.weekday"})
HEARD_AT = frozenset(
    {"conference", "briefing", "hearing", "arraignment", "address", "speech", "announcement"}
)
"""Occasions on which news is told; a text that only announces one is older than it."""


class Clock:
    """The days that texts and their sentences speak of."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.times = places.times(facts)
        self.occasions: dict[str, dict[str, bool]] = {}
        self.events: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for event in facts.events.values():
            for mention in event.mentions if event.date.to else ():
                self.events[mention.doc].append((mention, event.date.to or ""))

    def knows(self, doc: str, teller: str, number: int) -> bool:
        """Whether `doc` was written late enough to tell the sentence `number` of `teller`.

        The last day that a text itself speaks of stands for a publication date that nobody knows. What has no day may
        have happened on the day of publication; where nobody knows that one either, nothing shows that `doc` is late
        enough. What a text only announces, as a press conference of its day, it does not know either, nor what another
        text has from there.
        """
        if self._awaits(doc, teller):
            return False
        last, told = self.horizon(doc), self.day(teller, number)
        written = self.facts.documents[teller].published
        if told is None and written and self.facts.documents[doc].published:
            told = written.from_
        return last is not None and told is not None and told <= last

    def _awaits(self, doc: str, teller: str) -> bool:
        """Whether one text announces an occasion of its day of which the other, of the same day, tells."""
        if days_apart(self.facts, doc, teller) != 0:
            return False
        ahead, held = self._announced(doc), self._announced(teller)
        return any(ahead[noun] and held.get(noun) is False for noun in ahead)

    def _announced(self, doc: str) -> dict[str, bool]:
        """The occasions that a text speaks of, and whether it tells of each only as of one to come."""
        if doc not in self.occasions:
            self.occasions[doc] = _occasions(self.facts.parses[doc])
        return self.occasions[doc]

    def among(self, doc: str, tellers: Iterable[str]) -> bool:
        """Whether a text is no older than all of those that tell something, so far as their days are known."""
        own = self.facts.documents[doc].published
        days = [self.facts.documents[other].published for other in tellers]
        return own is None or any(day is None or day.from_ <= own.to for day in days)

    def horizon(self, doc: str) -> str | None:
        """The ISO day after which a text cannot tell: its publication, else the last day that it names."""
        published = self.facts.documents[doc].published
        days = [t.to for t in self.times[doc] if t.to]
        return published.to if published else max(days, default=None)

    def looks_back(self, doc: str) -> int:
        """Days from the middle one of the days that a text names to its publication."""
        published = self.facts.documents[doc].published
        if published is None:
            return 0
        last = date.fromisoformat(published.to)
        back = sorted(max(0, (last - date.fromisoformat(t.to)).days) for t in self.times[doc] if t.to)
        return back[len(back) // 2] if back else 0

    def earlier(self, doc: str, other: str) -> float:
        """The share of the days that a text names which are no later than another text."""
        published = self.facts.documents[other].published
        days = [t.to for t in self.times[doc] if t.to]
        return sum(day <= published.to for day in days) / len(days) if published and days else 0.0

    def day(self, doc: str, number: int) -> str | None:
        """The last day that a sentence may speak of, never later than the text itself.

        It is the latest of its own days and the day of its event. Where it has no day, or somebody says it, the
        sentences around it and those in which the speaker is introduced count as well: the occasion. Of a text whose
        own day nobody knows only their events do, since the days that it looks back to are not its news.
        """
        sentences = self.facts.parses[doc].sentences
        here = sentences[number]
        around = sentences[max(0, number - AROUND) : number + AROUND + 1]
        occasions = self._occasions(doc, here.start, here.end)
        written = self.facts.documents[doc].published
        own = (
            self._last(doc, here.start, here.end)
            if written
            else max(self.deed_days(doc, number), default=None)
        )
        found = [own, self._now(doc, here.start, here.end), self._of_event(doc, here.start)]
        if occasions or not own:
            beside = [*occasions, (around[0].start, around[-1].end)]
            found += [self._last(doc, *place) for place in beside] if written else []
            found += [self._of_event(doc, s.start) for s in around]
        latest = max((day for day in found if day), default=None)
        return min(latest, written.to) if latest and written else latest

    def deed_days(self, doc: str, number: int) -> list[str]:
        """The last days of the times that a sentence puts its own deed at, not those of a clause inside it."""
        parse = self.facts.parses[doc]
        here = parse.sentences[number]
        days = list[str]()
        for time in self.times[doc]:
            if here.start <= time.span.start < here.end:
                words = list(parse.tokens_in(time.span.start, time.span.end))[:1]
                above = (i for first in words for i in parse.ancestors(first))
                verb = next((i for i in above if parse.tokens[i].pos in {"VERB", "AUX"}), None)
                days += [time.to or ""] if verb is not None and parse.tokens[verb].dep == "ROOT" else []
        return days

    def _occasions(self, doc: str, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences in which those are introduced who say what stands in a range."""
        saying = (a for a in self.facts.said.get(doc, ()) if any(s < end and start < e for s, e in a.content))
        places = [self.facts.sentence(doc, s) for a in saying for s, _ in (*(a.source or ()), *(a.cue or ()))]
        return sorted({place for place in places if place})

    def _last(self, doc: str, start: int, end: int) -> str | None:
        return max((t.to for t in self.times[doc] if t.to and start <= t.span.start < end), default=None)

    def _now(self, doc: str, start: int, end: int) -> str | None:
        """The text's own last day, where "on Wednesday" or "today" speaks of the time of its writing."""
        inside = (t for t in self.times[doc] if start <= t.span.start < end)
        return self.horizon(doc) if any(t.rule in NEAR for t in inside) else None

    def _of_event(self, doc: str, offset: int) -> str | None:
        rows = [(m.end - m.start, day) for m, day in self.events[doc] if m.start <= offset < m.end]
        return min(rows)[1] if rows else None


def _occasions(parse: Parse) -> dict[str, bool]:
    """The occasions of a text by their noun ("press conference" is "conference"), and whether all are to come."""
    found: dict[str, bool] = {}
    for i, token in enumerate(parse.tokens):
        if token.pos == "NOUN" and token.lemma.lower() in HEARD_AT:
            verb = next((j for j in parse.ancestors(i) if parse.tokens[j].pos == "VERB"), None)
            coming = verb is not None and any(
                parse.tokens[c].text.lower() in {"will", "'ll", "to"} for c in parse.children(verb)
            )
            found[token.lemma.lower()] = coming and found.get(token.lemma.lower(), True)
    return found


def clock(facts: Facts) -> Clock:
    """The days that texts speak of; read once."""
    return facts.once("clock", lambda: Clock(facts))


def days_apart(facts: Facts, doc: str, other: str) -> int | None:
    """Days from one text to another, where both have a day."""
    one, two = (facts.documents[d].published for d in (doc, other))
    if one is None or two is None:
        return None
    return abs((date.fromisoformat(one.to) - date.fromisoformat(two.to)).days)


def is_newer(facts: Facts, doc: str, other: str) -> bool:
    """Whether one text is of a later day than another."""
    one, two = (facts.documents[d].published for d in (doc, other))
    return one is not None and two is not None and one.from_ > two.to


def of_one_story(facts: Facts, doc: str, other: str) -> bool:
    """Whether two texts may tell one deed: from the same weeks, of the same weeks, or the younger of days before both.

    News of two months tells of two deeds; what somebody says in May is no telling of what he said in March.
    """
    if of_one_time(facts, doc, other):
        return True
    apart, back = days_apart(facts, doc, other) or 0, clock(facts).looks_back
    older, younger = (other, doc) if is_newer(facts, doc, other) else (doc, other)
    near = -back(older) - EPISODE <= apart - back(younger) <= EPISODE
    return near or clock(facts).earlier(younger, older) >= SHARE


def of_one_time(facts: Facts, doc: str, other: str, most: int = EPISODE) -> bool:
    """Whether two texts are not known to be from times that are far apart."""
    apart = days_apart(facts, doc, other)
    return apart is None or apart <= most
