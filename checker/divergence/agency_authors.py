"""One act, told with a verb or a noun, and two authors of it."""

from __future__ import annotations

from checker.divergence.agency_acts import Act, Acts
from checker.divergence.agency_lexicon import lexicon
from checker.divergence.counterparts import counterparts, widespread
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.moments import Moments
from checker.divergence.phrasing import plain
from checker.model import Example, Rule

SURE = 0.2
"""The score from which aligned passages are counterparts."""
AROUND, SHARED = 3, 2
"""Sentences around an act without an object; content that two acts share where their passages are no counterparts."""
RULES = (
    Rule(
        "divergence.other-author",
        "One act, another author",
        "Texts about one happening name different authors of one act, be it told with a verb, with a noun and its "
        "owner, or with a phrase such as “on the orders of”. That it is one act shows by what it is done to or bids, "
        "by the hour, by counting the same times, or by passages that are counterparts. Authors that may be one are "
        "never set against each other.",
        (
            Example(
                "The captain, Tomas Berg, gave the order to close the lock at 06:40. / The lock was closed on Monday. "
                "The command to close the lock was given at 06:40 by the pilot, Anna Marn.",
                ("Tomas Berg, gave the order to close the lock", "by the pilot, Anna Marn"),
            ),
            Example(
                "The concert was put off twice on the instructions of Tomas Berg. / Anna Marn's two postponements of "
                "the concert annoyed the band.",
                ("put off twice on the instructions of Tomas Berg", "Anna Marn's two postponements"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`, one a family of acts and two authors."""
    joins = _Joins(facts)
    best: dict[tuple[str, str, str], tuple[int, Act, Act]] = {}
    for one, other in joins.kin.pairs():
        for a in joins.rows[one]:
            for b in joins.rows[other]:
                tie = joins.tie(a, b)
                who = sorted(str(x.doer.entity or x.doer.head) for x in (a, b))
                key = a.family, who[0], who[1]
                if tie and (key not in best or tie > best[key][0]):
                    best[key] = tie, a, b
    return [_draft(facts, joins, tie, a, b) for _, (tie, a, b) in sorted(best.items())]


class _Joins:
    """What shows that two acts are one."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.acts, self.kin, self.moments = facts, Acts(facts), Kin(facts), Moments(facts)
        self.rows = {doc: self.acts.of(doc) for doc in sorted(facts.documents)}
        self.words = {doc: self._words(doc) for doc in self.rows}
        self.everywhere = widespread(row for rows in self.words.values() for row in rows)
        self.counterparts = counterparts(facts, SURE)

    def _words(self, doc: str) -> list[set[str]]:
        """The names and nouns of each sentence."""
        parse, key = self.facts.parses[doc], self.acts.doers.key
        return [
            {key(parse, i) for i in range(s.first, s.last) if parse.tokens[i].pos in {"NOUN", "PROPN"}}
            for s in parse.sentences
        ]

    def tie(self, a: Act, b: Act) -> int:
        """How surely two acts are one with two authors; 0 where that is not shown."""
        if a.family != b.family or not self.kin.grouped(a.span.doc, b.span.doc):
            return 0
        if not self.acts.clash(a.doer, b.doer) or self._apart(a, b) or self._both(a, b):
            return 0
        return self._one(a, b)

    def _one(self, a: Act, b: Act) -> int:
        shared = a.content & b.content
        told = self._told(a, b)
        if a.family in lexicon()["many"]:
            return 3 if told and len(shared) >= SHARED and shared - self.everywhere else 0
        if shared and a.clocks & b.clocks:
            return 5
        if told and shared:
            return 2 + len(shared)
        if len(shared) >= SHARED and shared - self.everywhere:
            return 1 + len(shared)
        return 2 if self._counted(a, b) else 0

    def _told(self, a: Act, b: Act) -> bool:
        return ((a.span.doc, a.sentence), (b.span.doc, b.sentence)) in self.counterparts

    def _counted(self, a: Act, b: Act) -> bool:
        """Whether both count the only acts of their family alike, one of them without an object."""
        alone = all(sum(x.family == act.family for x in self.rows[act.span.doc]) == 1 for act in (a, b))
        bare = [act for act in (a, b) if not act.content]
        close = self._around(a) & self._around(b) - self.everywhere
        return alone and bool(bare) and a.count == b.count > 1 and bool(close)

    def _around(self, act: Act) -> set[str]:
        rows = self.words[act.span.doc]
        return set().union(*rows[max(0, act.sentence - AROUND) : act.sentence + AROUND + 1])

    def _apart(self, a: Act, b: Act) -> bool:
        """Whether the hours or the days say that these are two acts."""
        if a.clocks and b.clocks and not a.clocks & b.clocks:
            return True
        days = [self.moments.days(self.facts.parses[x.span.doc], x.sentence) for x in (a, b)]
        if days[0] is None or days[1] is None or a.clocks & b.clocks:
            return False
        return days[0][0] > days[1][1] or days[1][0] > days[0][1]

    def _both(self, a: Act, b: Act) -> bool:
        """Whether one of the texts names the author of the other for such an act."""
        return any(
            x.family == a.family and not self.acts.clash(x.doer, other.doer) and self._alike(x, other)
            for doc, other in ((a.span.doc, b), (b.span.doc, a))
            for x in self.rows[doc]
        )

    def _alike(self, x: Act, other: Act) -> bool:
        """Whether two authors are named alike: a name, or one noun."""
        same = x.doer.entity == other.doer.entity if x.doer.entity and other.doer.entity else False
        return same or x.doer.head == other.doer.head

    def others(self, a: Act, b: Act) -> list[Act]:
        """Acts of other texts that have the author of one of the two, near in place to it."""
        found = []
        for doc, rows in self.rows.items():
            if doc not in {a.span.doc, b.span.doc}:
                found += [
                    x
                    for x in rows
                    if x.family == a.family
                    and any(
                        self._told(x, y) and y.doer.entity and y.doer.entity == x.doer.entity for y in (a, b)
                    )
                ][:1]
        return found


def _draft(facts: Facts, joins: _Joins, tie: int, a: Act, b: Act) -> Draft:
    rows = sorted([a, b, *joins.others(a, b)], key=lambda act: act.span)[:SPANS]
    told = "; ".join(f"{facts.name(x.span.doc)} “{plain(facts, x.span, 120)}”" for x in rows)
    voices = {facts.voice_of(x.span.doc) for x in rows}
    return Draft(
        kind="agency",
        importance=3 if len(voices) > 1 else 2,
        weight=8 + tie,
        statement=f"One act, another author: {told}.",
        evidence=tuple(facts.shown(x.span, " ".join(facts.quote(x.doer.span).split())[:80]) for x in rows),
        rule="divergence.other-author",
    )
