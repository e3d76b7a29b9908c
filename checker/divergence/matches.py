"""Which tellings of different texts are of one thing.

Two tellings are one where most of the weight of either is in the other: words by their stems, names by what they
name, kindred words as one. A rare word weighs more than a common one, the verb and what it governs more than the rest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from checker.divergence.counterparts import Place, sentence_pairs
from checker.divergence.draft import Facts
from checker.divergence.kindred import kin
from checker.divergence.tellings import Telling, tellings
from checker.divergence.told_when import of_one_story

COMMON = 60
"""Tellings that may hold a key for it to bring two together; a key of more is only weighed."""
BESIDE, PASSING = 0.5, 0.2
"""What a key weighs that is no head, and one that only says when."""
KINDRED, NEARBY = 0.8, 0.6
"""What a kindred word counts for, and one that stands elsewhere in the sentence."""
SPEAKER = 1.0
"""The weight of having one speaker."""
LEAST, FEW, ALIKE = 0.36, 3, 0.5
"""Share of the weight of either telling that the other has at least; of two that share less than `FEW` keys."""
ENOUGH, STRANGE = 0.7, 1.0
"""Score from which two tellings are one: in texts about one happening, and in others."""
WORDED = 0.1
"""What a run of words in common adds to the score."""
ACQUAINTED = 2
"""Names of people and bodies that two texts of no common group share before they are compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of one thing.

    `share` from 0 to 1 is how much of the one that is held better the other has, `both` that of the other one; `score`
    adds the heads in common, the deed and the alignment of the passages. `kin` is whether the deed is one, `run`
    whether the sentences share a run of words.
    """

    a: Telling
    b: Telling
    share: float
    both: float
    score: float
    keys: frozenset[str]
    kin: bool
    run: bool

    def turned(self) -> Pair:
        """The same, from the other side."""
        return replace(self, a=self.b, b=self.a)


def told_pairs(facts: Facts) -> list[Pair]:
    """The pairs of tellings of one thing, in text order; made once."""
    return matches(facts).known


def matches(facts: Facts) -> Matches:
    """The tellings and their pairs; made once."""
    return facts.once("matches", lambda: Matches(facts))


class Matches:
    """All tellings of the texts, and which of them are of one thing."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.rows = facts, tellings(facts)
        counts = Counter(key for row in self.rows for key in row.keys)
        counts.update(name for row in self.rows for name in row.classes)
        self.weight = {key: math.log(1 + len(self.rows) / n) for key, n in counts.items()}
        self.counts = counts
        self.named: dict[str, set[str]] = defaultdict(set)
        for row in self.rows:
            self.named[row.doc].update(key for key in row.near if key.startswith("@"))
        self.circle = {doc: i for i, docs in enumerate(facts.circles()) for doc in docs}
        self.stories: dict[tuple[str, str], bool] = {}
        self.aligned = self._aligned()
        self.kin = {key: kin(key) for key in {key for row in self.rows for key in row.keys}}
        self.kindred = {
            row.place: frozenset(name for key in row.keys for name in self.kin[key]) for row in self.rows
        }
        self.weighed = {row.place: self._weighed(row) for row in self.rows}
        pairs = self._pairs()
        self.known = [pair for pair in pairs if not _denies(pair.a, pair.b)]
        self.opposed = [pair for pair in pairs if _denies(pair.a, pair.b)]

    def _aligned(self) -> dict[tuple[Place, Place], float]:
        """The scores of aligned sentences, by document and number."""
        found: dict[tuple[Place, Place], float] = {}
        for pair, one, other in sentence_pairs(self.facts):
            score = pair.score if pair.state == "aligned" else pair.score / 2
            found[one, other] = found[other, one] = max(score, found.get((one, other), 0.0))
        return found

    def _pairs(self) -> list[Pair]:
        """Pairs of different texts, in text order, also those of which one denies what the other tells."""
        having: dict[str, list[int]] = defaultdict(list)
        for i, row in enumerate(self.rows):
            for key in row.keys | row.classes:
                if self.counts[key] <= COMMON:
                    having[key].append(i)
        met = {(i, j) for members in having.values() for n, i in enumerate(members) for j in members[n + 1 :]}
        rows = ((self.rows[i], self.rows[j]) for i, j in sorted(met))
        told = ((a, b) for a, b in rows if self._comparable(a, b) and not conflict(a, b))
        return [pair for a, b in told if (pair := self._near(a, b))]

    def _weighed(self, row: Telling) -> list[tuple[str, float, bool]]:
        """The keys of a telling, what each weighs, and whether it tells the deed."""
        beside = ((k, PASSING if k in row.timely else 1 if k in row.heads else BESIDE) for k in row.keys)
        return [(key, self.weight[key] * share, key in row.deed) for key, share in beside]

    def _comparable(self, a: Telling, b: Telling) -> bool:
        """Whether the two are of different texts that know each other's matter."""
        if a.doc == b.doc or not self._of_one_story(a.doc, b.doc):
            return False
        return self.related(a, b) or len(self.named[a.doc] & self.named[b.doc]) >= ACQUAINTED

    def _of_one_story(self, one: str, other: str) -> bool:
        """Whether the days of two texts let them tell one deed; asked once."""
        pair = min(one, other), max(one, other)
        if pair not in self.stories:
            self.stories[pair] = of_one_story(self.facts, one, other)
        return self.stories[pair]

    def related(self, a: Telling, b: Telling) -> bool:
        """Whether the texts are about one happening."""
        return self.circle.get(a.doc, a.doc) == self.circle.get(b.doc, b.doc)

    def rare(self, keys: frozenset[str]) -> frozenset[str]:
        """The keys that few clauses have, without numbers."""
        return frozenset(k for k in keys if 0 < self.counts[k] <= FEW and not k.startswith("#"))

    def alignment(self, a: Telling, b: Telling) -> float:
        """The score by which the sentences of two tellings are aligned."""
        return self.aligned.get(((a.doc, a.sentence), (b.doc, b.sentence)), 0.0)

    def pair(self, a: Telling, b: Telling) -> Pair | None:
        """The two tellings as a pair, where they are near enough and neither denies the other."""
        return None if _denies(a, b) or not self._comparable(a, b) else self._near(a, b)

    def _near(self, a: Telling, b: Telling) -> Pair | None:
        kindred = self.kindred[b.place]
        keys = frozenset(k for k in a.keys if k in b.keys or not kindred.isdisjoint(self.kin[k]))
        named = len(keys) >= FEW and bool(a.deed & b.named or b.deed & a.named)
        deed = bool(a.deed & b.deed or a.classes & b.classes) or named
        more = (deed and not keys & a.deed) + one_speaker(a, b) + stands_for(a, b)
        held = self._held(a, b, deed), self._held(b, a, deed)
        if len(keys) + more < FEW - 1 or min(held) < (LEAST if len(keys) + more >= FEW else ALIKE):
            return None
        heads, run = len(keys & a.heads) + more, bool(a.runs & b.runs)
        score = self._score(a, b, held, heads, deed) + WORDED * run
        if score < (ENOUGH if self.related(a, b) else STRANGE) or not (heads or run):
            return None
        return Pair(a, b, max(held), min(held), score, keys, deed, run)

    def _score(self, a: Telling, b: Telling, held: tuple[float, float], heads: int, deed: bool) -> float:
        near = 0.4 * max(held) + 0.6 * min(held) + 0.3 * self.alignment(a, b)
        return near + 0.1 * min(heads, 4) + 0.1 * deed

    def _held(self, a: Telling, b: Telling, deed: bool) -> float:
        """The share of the weight of `a` that `b` has."""
        kindred = self.kindred[b.place]
        whole = got = SPEAKER * one_speaker(a, b)
        for key, weight, telling in self.weighed[a.place]:
            whole += weight
            if key in b.keys:
                got += weight
            elif (deed and telling) or not kindred.isdisjoint(self.kin[key]):
                got += weight * KINDRED
            elif key in b.near:
                got += weight * NEARBY
        return got / whole if whole else 0.0


def _denies(a: Telling, b: Telling) -> bool:
    """Whether one denies what the other tells; "no proof that it leaked" does not tell that it leaked."""
    open_ = any(limit.kind == "unknown" for t in (a, b) if not t.negative for limit in t.limits)
    return a.negative != b.negative and not open_


def one_speaker(a: Telling, b: Telling) -> bool:
    """Whether both are given to one person or body."""
    one, other = a.said, b.said
    return one is not None and other is not None and one.speaker is not None and one.speaker == other.speaker


def stands_for(a: Telling, b: Telling) -> bool:
    """Whether the subject of one is a pronoun, and that of the other is named near it."""
    ours = a.standing and bool(b.subject & (a.near | a.before))
    theirs = b.standing and bool(a.subject & (b.near | b.before))
    return ours or theirs


def conflict(a: Telling, b: Telling) -> bool:
    """Whether different numbers, persons or names in the subject show that the tellings are of two things."""
    if a.numbers and b.numbers and a.numbers != b.numbers:
        counted = {row.split()[0] for row in a.numbers} & {row.split()[0] for row in b.numbers}
        ours, theirs = ({r for r in rows if r.split()[0] in counted} for rows in (a.numbers, b.numbers))
        if not (ours <= theirs or theirs <= ours):
            return True
    if a.names and b.names and not a.names & b.names:
        return True
    return bool(a.persons and b.persons and not a.persons & b.persons)
