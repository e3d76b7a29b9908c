"""What texts tell, clause by clause, with whose words they are; and which tellings are of one thing.

Two tellings are one where most of what the shorter says is in the other: words by their stems, names by what they
name, verbs of one class as one verb. The sentence around a telling and the one before it help.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.divergence import clauses, places
from checker.divergence.clauses import Clause
from checker.divergence.draft import Facts
from checker.divergence.kin_verbs import deeds
from checker.divergence.limit_words import Limit
from checker.divergence.limits import content_verb, limits
from checker.model import Attribution, Claim, Entity, Span, Voice

COMMON = 40
"""Tellings that may hold a key for it to bring two together; a key of more is only weighed."""
LEAST = 3
"""Keys that two tellings share; two are enough where the verb is one of them and the sentences before agree."""
HELD, STRANGERS = 0.6, 0.7
"""Share of the weight of one telling that stands in the other's sentence: in texts of one group, and in others."""
ACQUAINTED = 2
"""Names of people and bodies that two texts of no common group share before they are compared."""
PHRASE = 0.05
"""How much less is enough where the two sentences have a run of words in common."""
LONGEST = 400
"""Tokens of a sentence; a longer one is no sentence, but a list or a page that lost its marks."""
RUN = 4
"""Words of such a run."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause of a text. `keys` are its own, `near` those of its sentence, `before` those of the sentence before.

    `runs` are the runs of words of its sentence. `verb` is the stem of the verb, `classes` the kinds of deed that it
    names. Of the clause, `numbers` are the numbers, `nouns` the nouns, `persons` the people; `subject` are the nouns
    and `names` the names that head its subject (none for a pronoun).
    """

    doc: str
    clause: Clause
    sentence: int
    keys: frozenset[str]
    near: frozenset[str]
    before: frozenset[str]
    runs: frozenset[str]
    verb: str
    classes: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    nouns: frozenset[str]
    persons: frozenset[str]
    voice: Voice
    said: Attribution | None
    limits: tuple[Limit, ...]
    negative: bool
    heading: bool

    @property
    def place(self) -> tuple[str, int]:
        """The document and the verb, by which the clause is known."""
        return self.doc, self.clause.verb

    @property
    def span(self) -> Span:
        """The words of the clause."""
        return Span(self.doc, *self.clause.place)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of one thing.

    `share` from 0 to 1 is how much of the one that is held better the other has, `both` that of the other one.
    `kin` is whether the verbs are one or of one class, `run` whether the sentences share a run of words,
    `named` whether the verb of one is a noun in the other.
    """

    a: Telling
    b: Telling
    share: float
    both: float
    keys: frozenset[str]
    kin: bool
    run: bool
    named: bool

    def turned(self) -> Pair:
        """The same, from the other side."""
        return replace(self, a=self.b, b=self.a)


def told_pairs(facts: Facts) -> list[Pair]:
    """The pairs of tellings of one thing, in text order; made once."""
    return facts.once("tellings", lambda: Tellings(facts).pairs())


class Tellings:
    """All tellings of the texts, and which of them are of one thing."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        named, claimed = places.mentions(facts), places.claims(facts.claims)
        self.rows = [
            telling
            for doc in sorted(facts.documents)
            for telling in _read(facts, doc, named.get(doc, []), claimed.get(doc, []))
        ]
        counts = Counter(key for row in self.rows for key in row.keys | row.classes)
        self.weight = {key: math.log(1 + len(self.rows) / n) for key, n in counts.items()}
        self.counts = counts
        self.named: dict[str, set[str]] = defaultdict(set)
        for row in self.rows:
            self.named[row.doc].update(key for key in row.near if key.startswith("@"))
        self.circle = {doc: i for i, docs in enumerate(facts.circles()) for doc in docs}

    def pairs(self) -> list[Pair]:
        """Pairs of different texts, in text order."""
        having: dict[str, list[int]] = defaultdict(list)
        for i, row in enumerate(self.rows):
            for key in row.keys | row.classes:
                if self.counts[key] <= COMMON:
                    having[key].append(i)
        shared: Counter[tuple[int, int]] = Counter()
        for members in having.values():
            shared.update((i, j) for n, i in enumerate(members) for j in members[n + 1 :])
        found = (self._pair(self.rows[i], self.rows[j]) for (i, j), n in sorted(shared.items()) if n > 1)
        return [pair for pair in found if pair]

    def _pair(self, a: Telling, b: Telling) -> Pair | None:
        if a.doc == b.doc or a.negative != b.negative or _conflict(a, b):
            return None
        keys, kin, run = a.keys & b.keys, _is_kin(a, b), bool(a.runs & b.runs)
        named = _is_named(a, b)
        shared = max(
            len(keys) + (kin and a.verb not in keys) + _stands_for(a, b),
            run * len(a.keys & b.near),
            run * len(b.keys & a.near),
        )
        ours, theirs = self._held(a, b), self._held(b, a)
        related = self.circle.get(a.doc, a.doc) == self.circle.get(b.doc, b.doc)
        least = (HELD if related else STRANGERS) - run * PHRASE * (1 if related else 2)
        enough = shared >= LEAST or (shared == LEAST - 1 and kin)
        if not enough or max(ours, theirs) < least or min(ours, theirs) < HELD / 2:
            return None
        if (not related or shared < LEAST) and not run and not self._same_before(a, b):
            return None
        if not related and len(self.named[a.doc] & self.named[b.doc]) < ACQUAINTED:
            return None
        return Pair(a, b, max(ours, theirs), min(ours, theirs), keys, kin, run, named)

    def _held(self, a: Telling, b: Telling) -> float:
        """The share of the weight of `a` that the sentence of `b` has."""
        held = (a.keys & b.near) | ({a.verb} & a.keys if _is_kin(a, b) else set())
        whole = sum(self.weight[k] for k in a.keys)
        return sum(self.weight[k] for k in held) / whole if whole else 0.0

    def _same_before(self, a: Telling, b: Telling) -> bool:
        """Whether the sentences around two tellings share a name or two words besides."""
        around = (a.near | a.before) & (b.near | b.before) - (a.keys & b.keys)
        return any(k.startswith("@") for k in around) or len(around) > 1


def _is_kin(a: Telling, b: Telling) -> bool:
    """Whether two verbs are one or of one class."""
    return (a.verb == b.verb and a.verb in a.keys) or bool(a.classes & b.classes)


def _stands_for(a: Telling, b: Telling) -> bool:
    """Whether the subject of one is a pronoun, and that of the other is named near it."""
    ours = not a.subject and bool(b.subject & (a.near | a.before))
    theirs = not b.subject and bool(a.subject & (b.near | b.before))
    return ours or theirs


def _is_named(a: Telling, b: Telling) -> bool:
    """Whether the verb of one is a noun in the other ("a meeting took place")."""
    return a.verb in b.nouns or b.verb in a.nouns


def _conflict(a: Telling, b: Telling) -> bool:
    """Whether different numbers, persons or names in the subject show that the tellings are of two things."""
    if a.numbers and b.numbers and not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return True
    if a.names and b.names and not a.names & b.names:
        return True
    return bool(a.persons and b.persons and not a.persons & b.persons)


def _read(facts: Facts, doc: str, named: list[tuple[Span, Entity]], claims: list[Claim]) -> Iterator[Telling]:
    parse, document = facts.parses[doc], facts.documents[doc]
    names = clauses.Names(parse, named)
    classes = {c.predicate: c.classes for c in claims}
    heads = [b for b in document.blocks if b.kind == "heading"]
    before: frozenset[str] = frozenset()
    paragraph = -1
    for number, sentence in enumerate(parse.sentences):
        if not document.in_body(sentence.start, sentence.end) or sentence.last - sentence.first > LONGEST:
            continue
        near = names.keys(parse, range(sentence.first, sentence.last))
        runs = clauses.runs(parse, sentence, RUN, verbal=True)
        if sentence.paragraph != paragraph:
            before = frozenset()
        heading = any(b.start <= sentence.start < b.end for b in heads) or number == 0
        heading = heading or clauses.is_shouted(parse, sentence)
        for whole in clauses.clauses(parse, sentence):
            verb = parse.tokens[whole.verb]
            voice, said = facts.voice_at(doc, verb.start, verb.end)
            limited = limits(parse, whole.verb, list(whole.tokens))
            aside = [
                *(limit.place for limit in limited),
                *((*(said.source or ()), *(said.cue or ())) if said else ()),
            ]
            clause = clauses.without(parse, whole, aside)
            deed = parse.tokens[content_verb(parse, whole.verb)]
            kinds = frozenset(f"~{c}" for c in classes.get((deed.start, deed.end), ()))
            kinds |= deeds(deed.lemma.lower())
            yield Telling(
                doc=doc,
                clause=clause,
                sentence=number,
                keys=names.keys(parse, clause.tokens),
                near=near,
                before=before,
                runs=runs,
                verb=clauses.stem(deed.lemma.lower()),
                classes=kinds,
                numbers=names.numbers(parse, clause.tokens),
                names=names.subject(parse, clause),
                subject=names.doers(parse, clause),
                nouns=names.keys(parse, (i for i in clause.tokens if parse.tokens[i].pos == "NOUN")),
                persons=names.persons(clause.tokens),
                voice=voice,
                said=said,
                limits=tuple(limited),
                negative=clauses.is_negative(parse, clause),
                heading=heading,
            )
        before, paragraph = near, sentence.paragraph
