"""Two numbers for one thing: of one deed, of a thing told in one place, or of a kind that each text counts once."""

from __future__ import annotations

from datetime import date, timedelta

from checker.divergence import figure_rows
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_apart import (
    are_of_two_sets,
    at_two_moments,
    is_felt,
    is_long,
    is_one_of_several,
    knows,
    stands,
)
from checker.divergence.figure_deeds import numbered_alike
from checker.divergence.figure_facing import OF, counted, facing, kindred_deeds, owners
from checker.divergence.figure_grown import are_reckoned_apart, has_grown, is_long_past
from checker.divergence.figure_pairs import aligned, together
from checker.divergence.figure_themes import CURRENCIES
from checker.divergence.number_words import lexicon
from checker.divergence.numeral_roles import roles
from checker.divergence.numerals import Numeral, numerals
from checker.divergence.told_when import days_apart
from checker.model import Example, Rule, Span

BUCKET = 60
"""Numbers of one kind in texts of one happening that are compared; more are of a kind that is counted all the time."""
MOST_APART, NEAREST = 12, 2.0
"""How many times larger a number of one deed may be; one of a kind that each text counts once."""
SURE = 0.3
"""Score of passages that tell of one crowd, though one number of it is many times the other."""
LEAST = 10
"""The least number that shows by itself, counted once, which thing is meant; fewer there may be of anything."""
EPISODE = 7, 365
"""Days between two texts of a running story in which undated deeds may be two; a much later text looks back."""
MOST_VALUES = 3
"""Different numbers of one thing; more are of several things of a kind, as launches or attacks are."""
DIMENSIONS = frozenset({"duration", "length", "speed", "weight", "area", "share", "tally"})
KNOWN = DIMENSIONS - {"duration", "tally"}
"""Measures of which a text that has both numbers knows both, whatever it tells of them."""
ANYTHING = frozenset({
    "person", "man", "woman", "child", "thing", "time", "country", "member", "company", "official", "point", "way",
    "part", "side", "case", "example", "group", "leader", "season", "term", "round", "run", "page", "a.m.", "p.m.",
    "game", "goal", "attempt", "visit", "report", "event", "area", "level", "issue", "piece", "step",
})  # fmt: skip
"""What may be counted of many things in one text: a page of each book, a goal of each match."""
RULES = (
    Rule(
        "divergence.numbers",
        "One thing, two numbers",
        "Texts give numbers of one thing that cannot both be right: how many took part in one deed, how long or how "
        "much it was, or how many there were of a kind of which each text gives one number only. Rounding, bounds, "
        "turned units, sums, and a number that the other text gives as well are allowed for; so are a count that grows "
        "from day to day, another reckoning and another group.",
        (
            Example(
                "The Alder Trust gathered 23 poets. / The Alder Trust had assembled 32 poets.",
                ("gathered 23 poets", "assembled 32 poets"),
            ),
            Example(
                "The bus from Oru to Varn carried 48 nurses over the Alder pass. / "
                "There were 84 nurses on the bus from Oru when it crossed the Alder pass.",
                ("48 nurses", "84 nurses"),
            ),
            Example(
                "Ninety knots in the dark\n\nTor Kolm flew the kite. / Tor Kolm flew the kite at 70 knots.",
                ("Ninety knots", "flew the kite at 70 knots"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a thing."""
    links = _Links(facts, numerals(facts))
    groups: list[dict[Span, Numeral]] = []
    for a, b in sorted(links.pairs, key=lambda pair: (pair[0].words, pair[1].words)):
        if links.rival(a, b):
            groups = figure_rows.joined(groups, a, b)
    few = (group for group in groups if len({row.low for row in group.values()}) <= MOST_VALUES)
    return [_draft(facts, group) for group in few]


class _Links:
    """Which numbers are compared, and which of them rival each other."""

    def __init__(self, facts: Facts, read: dict[str, list[Numeral]]) -> None:
        self.facts, self.read = facts, read
        self.pairs = dict.fromkeys(together(facts, read, lambda row: [row.unit], BUCKET), 0.0)
        for a, b, score in aligned(facts, read):
            if a.unit == b.unit:
                self.pairs[a, b] = max(score, self.pairs.get((a, b), 0.0))

    def rival(self, a: Numeral, b: Numeral) -> bool:
        """Whether two numbers are of one thing and cannot both be right."""
        if a.meets(b) or (a.narrowed - b.narrowed and b.narrowed - a.narrowed) or at_two_moments(a, b):
            return False
        if self._told(a, b) or self._told(b, a) or a.ratio(b) > MOST_APART or self._many(a) or self._many(b):
            return False
        if self._aside(a, b) or self._aside(b, a) or self._of_others(a, b):
            return False
        if has_grown(self.facts, a, b) or are_reckoned_apart(self.facts, a, b):
            return False
        if self._running(a, b) or are_of_two_sets(self.facts, a, b) or is_one_of_several(self.facts, a, b):
            return False
        if a.unit.startswith("duration") and any(is_felt(self.facts, x) for x in (a, b)):
            return False
        score = self.pairs[a, b]
        alike = self._deed(a, b, score) or self._whole(a, b, score) or self._once(a, b) or self._headed(a, b)
        return alike or (facing(self.facts, a, b) and self._alone(a, b) and self._alone(b, a))

    def _of_others(self, a: Numeral, b: Numeral) -> bool:
        """Whether one is told of somebody by name whom the other does not name, or both of others."""
        if a.titled or b.titled:
            return False
        one, other = owners(self.facts, a), owners(self.facts, b)
        named = any(x.deed and x.deed.agents & self.facts.entities.keys() for x in (a, b))
        return (named or bool(one and other)) and not (one & (b.keys | other) or other & a.keys)

    def _aside(self, a: Numeral, b: Numeral) -> bool:
        """Whether a number is put at an earlier time than the news of its text, and the other one is not.

        In a text without a day, that is the number of any long time: the hurt of a year are not those of a crash.
        """
        published = self.facts.documents[a.words.doc].published
        many = a.unit in ANYTHING | DIMENSIONS - {"duration"} or a.unit.startswith("people")
        if b.periods or not many:
            return False
        if published is None:
            return any(is_long(first, last) for first, last, _ in a.periods)
        news = date.fromisoformat(published.from_) - timedelta(days=EPISODE[0])
        return any(last < news.isoformat() for _, last, bound in a.periods if not bound)

    def _told(self, a: Numeral, b: Numeral) -> bool:
        """Whether the text of `a` gives the number of `b` too, of the same kind or as a sum of two."""
        rows = [r for r in self.read[a.words.doc] if r.unit == b.unit]
        if all(is_long_past(self.facts, x) for x in (a, b)):
            rows = [r for r in rows if is_long_past(self.facts, r)]
        if a.unit in KNOWN and any((r.low, r.high) == (b.low, b.high) for r in rows):
            return True
        if a.unit in DIMENSIONS - {"tally"}:
            rows = [r for r in rows if r.sentence == a.sentence or kindred_deeds(r, b)]
        if any(r.meets(b) for r in rows):
            return True
        if a.unit not in DIMENSIONS and any(stands(b, r.values) for r in (a, *rows)):
            return True
        counts = [r for r in self.read[a.words.doc] if r.unit not in DIMENSIONS]
        return a.unit not in DIMENSIONS and knows(a, b, counts)

    def _deed(self, a: Numeral, b: Numeral, score: float) -> bool:
        """One deed at one moment: kindred verbs, shared participants or one numbered occasion."""
        if a.deed is None or b.deed is None or a.deed.real != b.deed.real or not kindred_deeds(a, b):
            return False
        if a.deed.clashes(b.deed) or a.narrowed != b.narrowed or self._episodes(a, b):
            return False
        shared = (a.deed.keys & b.deed.keys) - counted(a)
        role = shared & (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
        if len(shared) > 1 or (score > 0 and role):
            return True
        if a.unit in DIMENSIONS:
            return numbered_alike(a.deed, b.deed) and any(not x.apart(y) for x in a.days for y in b.days)
        bare = a.deed.lemma == b.deed.lemma == "be"
        return score > 0 and not bare and len((a.keys & b.keys) - counted(a)) > 1

    def _whole(self, a: Numeral, b: Numeral, score: float) -> bool:
        """A thing that both count whole, in sentences that share names or nouns; victims by their fate alone."""
        apart = a.unit in DIMENSIONS or (a.unit in ANYTHING and a.ratio(b) > NEAREST)
        if apart or not (a.whole and b.whole):
            return False
        if a.unit in roles() and a.ratio(b) > NEAREST and score < SURE:
            return False
        if a.unit.startswith("people "):
            grave = (a.narrowed ^ b.narrowed) & frozenset(lexicon()["degrees"])
            return score > 0 and not grave
        shared = len((a.keys & b.keys) - counted(a) - ANYTHING)
        plain = a.described <= b.keys and b.described <= a.keys
        return plain and shared >= (1 if score > 0 and OF not in a.unit else 2)

    def _many(self, number: Numeral) -> bool:
        """Whether so many numbers of the kind are told that they are of many such things: victims of attacks that one
        text lists, heights that one launch after another reached.
        """
        texts = self.read.values() if OF in number.unit else (self.read[number.words.doc],)
        told = {r.low for rows in texts for r in rows if r.unit == number.unit}
        return len(told) > MOST_VALUES and (OF in number.unit or number.unit.startswith("people "))

    def _once(self, a: Numeral, b: Numeral) -> bool:
        """A kind of which each text gives one number that the other does not have, and the two are near."""
        near = a.ratio(b) <= NEAREST and max(a.high, b.high) >= LEAST
        telling = a.unit in roles() or not (a.unit in ANYTHING | DIMENSIONS or a.unit.startswith("people "))
        telling = telling and (OF not in a.unit or len((a.keys & b.keys) - counted(a)) > 1)
        if not near or not telling or a.narrowed != b.narrowed:
            return False
        if kindred_deeds(a, b) and a.deed and b.deed and a.deed.clashes(b.deed):
            return False
        shared = (a.keys & b.keys) - counted(a)
        if a.unit in CURRENCIES:
            shared = frozenset(key for key in shared if key not in self.facts.entities)
        told = kindred_deeds(a, b) or bool(shared)
        bare = any(x.bare and not x.whole for x in (a, b)) and not kindred_deeds(a, b)
        return told and not bare and all(self._alone(x, y) for x, y in ((a, b), (b, a)))

    def _headed(self, a: Numeral, b: Numeral) -> bool:
        """Whether one stands in a headline only, and the other is the nearest number of its kind in the other text."""
        if a.titled == b.titled or a.unit in {"duration", "tally", "person"} or a.ratio(b) > NEAREST:
            return False
        headed, other = (a, b) if a.titled else (b, a)
        own = [r for r in self.read[headed.words.doc] if r.unit == headed.unit]
        rows = [r for r in self.read[other.words.doc] if r.unit == headed.unit]
        nearest = min(rows, key=lambda r: (r.ratio(headed), r.words))
        return all(r.titled for r in own) and nearest == other

    def _alone(self, a: Numeral, b: Numeral) -> bool:
        """Whether the text of `a` has no other number of the kind than those that the text of `b` has too."""
        told = self.read[b.words.doc]
        rows = (r for r in self.read[a.words.doc] if r.unit == a.unit)
        return all(r.meets(a) or any(r.meets(t) for t in told) for r in rows)

    def _episodes(self, a: Numeral, b: Numeral) -> bool:
        """Whether two texts of a running story may tell of two like deeds: weeks apart, and no day says which."""
        gap = days_apart(self.facts, a.words.doc, b.words.doc)
        return gap is not None and not (a.days and b.days) and EPISODE[0] < gap <= EPISODE[1]

    def _running(self, a: Numeral, b: Numeral) -> bool:
        """Whether two texts weeks apart may each give the count of its day: of what goes on, that is no conflict."""
        return a.unit not in DIMENSIONS and self._episodes(a, b) and not (a.periods and b.periods)


def _draft(facts: Facts, group: dict[Span, Numeral]) -> Draft:
    rows = figure_rows.shown(group)
    told: dict[float, Numeral] = {}
    for row in rows:
        told.setdefault(row.low, row)
    voices = figure_rows.voices(facts, rows)
    return Draft(
        kind="number",
        importance=3 if voices > 1 else 2,
        weight=4 + 2 * voices,
        statement=f"The numbers differ: {figure_rows.said(facts, told.values())}.",
        evidence=tuple(facts.shown(r.span, "gives the number") for r in rows),
        rule="divergence.numbers",
    )
