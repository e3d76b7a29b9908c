"""What several texts say is denied, and another text speaks of without the denial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence.clauses import stem
from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.omission_passages import Passages, passages
from checker.divergence.phrasing import plain
from checker.divergence.reasons import denying, lexicon, offices
from checker.divergence.tellings import Telling
from checker.model import Example, Rule, Span

LONG = 12
"""Sentences of the shortest text that can be said to leave something out."""
MANY, SHARE = 12, 0.1
"""A word in more sentences than these, and than this share of all, tells no two denials apart."""
BOTH = 2
"""Words that two denials share, or a denial and a sentence that speaks of its matter."""
DENIED = frozenset({"dobj", "ccomp", "xcomp", "pcomp"})
"""What is denied, in the grammar."""
STATED = 110
"""Characters of the words in a statement."""
RULES = (
    Rule(
        "divergence.denial-missing",
        "A denial that one text leaves out",
        "At least two independent texts say that something is denied, and another one, not older and not short, speaks "
        "of it in words that the denials share without any denial of it. The note says which words were looked for.",
        (
            Example(
                "Oru is angry. The mayor denied that the bridge tender was rigged. / Oru is loud. The mayor has denied "
                "that the tender was rigged. / Oru is small. People say that the bridge tender was rigged. "
                "The quay is wet. The sail is torn. The rope is new. The bell is lost. The cook is well. The cat is "
                "safe. The fair was held. The band played. The tide is low. The sand is grey.",
                ("The mayor denied", "The mayor has denied"),
            ),
            Example(
                "Varn waits. Nurse Tor Kolm disputes that he sold the vaccine. / Varn is small. Mr Kolm denied having "
                "sold the vaccine. / Varn was calm. A vaccine was sold at the gate. The gate is wet. The well is deep. "
                "The sail is torn. The rope is new. The bell is lost. The cook is well. The cat is safe. The "
                "fair was held. The band played. The tide is low. The sand is grey. The inn is full.",
                ("Mr Kolm denied having sold the vaccine.",),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Denial:
    """A clause that says that something is denied; `named` tells that it only says what a thing is not."""

    span: Span
    sentence: int
    speaker: str | None
    keys: frozenset[str]
    named: bool

    def meets(self, other: Denial) -> bool:
        """Whether both deny one thing."""
        if self.speaker and other.speaker and self.speaker != other.speaker:
            return False
        both = self.keys & other.keys
        return len(both) >= BOTH or (bool(both) and (self.named or other.named))


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `omission`, one a denial."""
    search = passages(facts)
    rows = (row for circle in facts.circles() for row in _drafts(search, circle))
    return list(rows)


def _drafts(search: Passages, circle: frozenset[str]) -> Iterator[Draft]:
    reader = _Reader(search, circle)
    groups: list[list[Denial]] = []
    for denial in reader.denials():
        group = next((g for g in groups if any(denial.meets(d) for d in g)), None)
        if group is None:
            groups.append([denial])
        else:
            group.append(denial)
    yield from (draft for group in groups if (draft := _draft(reader, group)))


class _Reader:
    """The denials of a set of comparable texts."""

    def __init__(self, search: Passages, circle: frozenset[str]) -> None:
        self.search, self.facts, self.circle = search, search.facts, circle
        self.rows = [row for row in search.matches.rows if row.doc in circle]
        self.negative = {(r.doc, r.sentence) for r in self.rows if r.negative or r.keys & denying()}
        self.doubted = {p for p, near in search.near.items() if near & _untrue()}
        counts = Counter(k for p, near in search.near.items() if p[0] in circle for k in near)
        most = max(MANY, SHARE * sum(p[0] in circle for p in search.near))
        self.wide = frozenset(k for k, n in counts.items() if n > most) | offices() | denying()

    def denials(self) -> list[Denial]:
        """In text order."""
        return [d for row in self.rows if not row.heading and (d := self._denial(row))]

    def _denial(self, row: Telling) -> Denial | None:
        stated = self._active(row) and not row.negative
        named = self._named(row) if row.negative and row.said is not None else frozenset()
        keys = frozenset(self.search.told[row.doc, row.sentence]) if stated else named
        keys = frozenset(k for k in keys - self.wide - row.timely if k[0] not in "@#")
        if not keys:
            return None
        whole = self.facts.cut(self.search.sentence((row.doc, row.sentence)))
        return Denial(whole, row.sentence, self._speaker(row), keys, not stated)

    def _active(self, row: Telling) -> bool:
        """Whether somebody denies something: not the passive ("rights are denied"), no aim ("to deny them service")."""
        parse = self.facts.parses[row.doc]
        verb = parse.tokens[row.clause.verb]
        beside = [parse.tokens[i] for i in parse.children(row.clause.verb)]
        denied = any(t.dep in DENIED and t.pos != "PRON" for t in beside)
        undone = any(t.tag == "TO" or t.dep in {"nsubjpass", "auxpass", "dative"} for t in beside)
        subject = any(t.dep == "nsubj" for t in beside) or verb.dep in {"conj", "relcl", "acl", "advcl"}
        return stem(verb.lemma.lower()) in denying() and subject and denied and not undone

    def _named(self, row: Telling) -> frozenset[str]:
        """What somebody says that something is not: "this is not a swap"."""
        parse = self.facts.parses[row.doc]
        nouns = (parse.tokens[i] for i in parse.children(row.clause.verb) if parse.tokens[i].dep == "attr")
        return frozenset(stem(t.lemma.lower()) for t in nouns if t.pos == "NOUN")

    def _speaker(self, row: Telling) -> str | None:
        """Who speaks, or is the subject of a verb of denying."""
        found = row.said.speaker if row.said else None
        if found is None and row.deed & denying():
            found = next((k[1:] for k in sorted(row.subject) if k.startswith("@")), None)
        return self.search.alias.get(found, found) if found else None

    def lacks(self, doc: str, group: list[Denial], keys: frozenset[str]) -> bool:
        """Whether a text speaks of the matter and has no denial of it."""
        facts = self.facts
        own = any(facts.one_text(doc, d.span.doc) for d in group)
        if own or facts.voice_of(doc) in {facts.voice_of(d.span.doc) for d in group}:
            return False
        names = frozenset(k for d in group if d.named for k in d.keys) & keys
        told = [
            place
            for place, near in self.search.near.items()
            if place[0] == doc and (held := keys & near) and (len(held) >= BOTH or held & names)
        ]
        long = len(facts.parses[doc].sentences) >= LONG
        known = any(self.search.clock.knows(doc, d.span.doc, d.sentence) for d in group)
        around = {(doc, n + step) for _, n in told for step in (-1, 0, 1)}
        return long and known and bool(told) and not (self.negative | self.doubted) & around


@cache
def _untrue() -> frozenset[str]:
    """The stems of words by which a narrator calls a report untrue."""
    return frozenset(stem(word) for word in lexicon()["denying"]["untrue"])


def _draft(reader: _Reader, group: list[Denial]) -> Draft | None:
    facts, first = reader.facts, dict[str, Denial]()
    for denial in group:
        first.setdefault(denial.span.doc, denial)
    pairs = ((a, b) for a in group for b in group if a.span.doc != b.span.doc)
    keys = frozenset(k for a, b in pairs for k in a.keys & b.keys)
    if len({facts.voice_of(doc) for doc in first}) < BOTH or all(d.named for d in group):
        return None
    lacking = [doc for doc in sorted(reader.circle - first.keys()) if reader.lacks(doc, group, keys)]
    if not lacking or len(lacking) > len(first):
        return None
    speakers = {d.speaker for d in group if d.speaker}
    whose = f"{facts.entity_name(min(speakers))}’s" if len(speakers) == 1 else "a"
    rows = sorted(first.values(), key=lambda d: d.span)
    return Draft(
        kind="omission",
        importance=3,
        weight=8 + len(first),
        statement=f"{listed([facts.name(r.span.doc) for r in rows])} give {whose} denial "
        f"(“{plain(facts, rows[0].span, STATED)}”); none is found in {listed([facts.name(d) for d in lacking])}, "
        f"{'which speaks' if len(lacking) == 1 else 'which speak'} of the matter.",
        evidence=tuple(facts.shown(r.span, "gives the denial") for r in rows[:SPANS]),
        rule="divergence.denial-missing",
        absent_from=tuple(lacking),
        note=f"Searched for: {', '.join(sorted(keys))}.",
    )
