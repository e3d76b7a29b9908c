"""Deeds that texts tell with who is behind them, and which deeds of two texts are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence.agents import Behind, behind
from checker.divergence.clauses import stem
from checker.divergence.doers import Doers, lexicon, undone
from checker.divergence.draft import Facts
from checker.divergence.kin import Kin
from checker.divergence.kindred import kin
from checker.divergence.matches import matches
from checker.divergence.tellings import Telling, tellings

AROUND = 2
"""Sentences around a deed that are read for what it is about."""
COUNTERPART, NEARLY = 0.2, 0.1
"""Score of aligned passages that tell one deed where they share what it was done to; and where they share more."""
AMID = 2
"""Nouns around two deeds on one thing that show them to be one, where both name a doer."""
MANY = 200
"""Deeds of one kind from which on the kind tells no two apart."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause that tells a deed, and who it puts behind it."""

    telling: Telling
    behind: Behind


class Ties:
    """The deeds of all texts, and how surely two are one."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.doers, self.kin, self.matches = facts, Doers(facts), Kin(facts), matches(facts)
        rows = (Deed(t, behind(self.doers, t)) for t in tellings(facts) if self._is_told(t))
        self.deeds = [d for d in rows if d.behind.doers or d.behind.left_out]
        self.by_doc: dict[str, list[Deed]] = defaultdict(list)
        for deed in self.deeds:
            self.by_doc[deed.telling.doc].append(deed)
        self.around = {d.telling.place: self._around(d.telling) for d in self.deeds}
        self.everywhere = self._common()

    def _is_told(self, t: Telling) -> bool:
        """A deed on something, told as done, in the text's own words or in retelling."""
        parse = self.facts.parses[t.doc]
        verb = parse.tokens[t.clause.verb].lemma.lower()
        if t.heading or t.negative or t.limits or t.voice == "quoted" or not t.patient:
            return False
        said = not t.deed and verb in {"say", "tell", "add"}
        plain = said or not t.deed | t.classes or (bool(t.deed) and t.deed <= often("plain"))
        return not plain and verb not in often("unrealised") and not undone(parse, t.clause.verb)

    def _around(self, t: Telling) -> frozenset[str]:
        """The nouns of the sentences around, those inside names too."""
        parse = self.facts.parses[t.doc]
        rows = parse.sentences[max(0, t.sentence - AROUND) : t.sentence + AROUND + 1]
        tokens = (parse.tokens[i] for s in rows for i in range(s.first, s.last))
        return frozenset(stem(x.lemma.lower()) for x in tokens if x.pos in {"NOUN", "PROPN"})

    def _common(self) -> frozenset[str]:
        """The nouns that most texts have: they tell no two things apart."""
        counts: Counter[str] = Counter()
        for parse in self.facts.parses.values():
            counts.update({stem(t.lemma.lower()) for t in parse.tokens if t.pos in {"NOUN", "PROPN"}})
        return frozenset(word for word, n in counts.items() if 2 * n > len(self.facts.parses) + 1)

    def pairs(self) -> Iterator[tuple[Deed, Deed, float]]:
        """Deeds of two texts that are one, and how sure that is."""
        having: dict[str, list[int]] = defaultdict(list)
        for i, deed in enumerate(self.deeds):
            for key in deed.telling.deed | deed.telling.classes:
                having[key].append(i)
        rows = [row for row in having.values() if len(row) < MANY]
        met = {(i, j) for row in rows for n, i in enumerate(row) for j in row[n + 1 :]}
        for i, j in sorted(met):
            a, b = self.deeds[i], self.deeds[j]
            score = self.tie(a.telling, b.telling) or self._amid(a, b)
            if score:
                yield a, b, score

    def tie(self, a: Telling, b: Telling) -> float:
        """How surely two clauses tell one deed on one thing; 0 where that is not shown."""
        if a.doc == b.doc or not _shares(a, b) or _apart(a, b) or not self.kin.related(a.doc, b.doc):
            return 0.0
        pair = self.matches.pair(a, b)
        if pair is not None:
            return pair.score
        aligned = self.matches.alignment(a, b)
        more = len(self.matches.rare((a.near | a.before) & (b.near | b.before) - a.patient - b.patient))
        near = aligned >= COUNTERPART or (aligned >= NEARLY and more)
        return aligned + 0.1 * more if near else 0.0

    def _amid(self, one: Deed, other: Deed) -> float:
        """How surely two deeds with doers are one by what stands around them, without what stands everywhere."""
        a, b = one.telling, other.telling
        both = bool(one.behind.doers and other.behind.doers) and a.doc != b.doc
        if not both or not _shares(a, b) or _apart(a, b) or not self.kin.related(a.doc, b.doc):
            return 0.0
        around = self.around[a.place] & self.around[b.place] - self.everywhere
        return 0.1 * len(around) if len(around - a.patient - b.patient) >= AMID else 0.0


@cache
def often(name: str) -> frozenset[str]:
    """Words of one class of `[often]` in `deeds.toml`; plain verbs as stems, kindred ones as their sets."""
    words = lexicon()["often"][name]
    if name in {"once", "expected"}:
        return frozenset(f"~verb-{word}" for word in words)
    return frozenset(stem(word) for word in words) if name == "plain" else frozenset(words)


def _shares(a: Telling, b: Telling) -> bool:
    """Whether two deeds are done to one thing, in one word or kindred ones."""
    return any(k in b.patient or any(kin(k) & kin(m) for m in b.patient) for k in a.patient)


def _apart(a: Telling, b: Telling) -> bool:
    """Whether names or numbers of what it is done to show that these are two deeds."""
    ours, theirs = ({k for k in t.patient if k.startswith(("@", "#"))} for t in (a, b))
    return bool(ours and theirs and not ours & theirs)
