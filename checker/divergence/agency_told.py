"""One deed in two texts: other doers, several against a single one, or a doer that one text leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence import givers
from checker.divergence.agents import Behind, behind
from checker.divergence.doers import Doer, Doers, lexicon, undone
from checker.divergence.clauses import stem
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.kindred import kin
from checker.divergence.matches import matches
from checker.divergence.phrasing import plain
from checker.divergence.tellings import Telling, tellings
from checker.model import Example, Rule, Span

AROUND = 2
"""Sentences around a passive in which a doer that is named makes it no secret."""
COUNTERPART, NEARLY = 0.2, 0.1
"""Score of aligned passages that tell one deed where they share what it was done to; and where they share more."""
AMID = 2
"""Words and names around two deeds that show them to be one by themselves."""
LONGEST, MANY = 160, 200
NOBODY = frozenset(["authority", "official", "people", "person", "somebody", "someone", "other", "source", "member", "man", "woman"])
"""Doers that name nobody in particular."""
RULES = (
    Rule(
        "divergence.another-doer",
        "One deed, another doer",
        "Texts about one happening tell one deed on one thing and name different doers, or one says that a single one "
        "did it where the other has several. Doers that may be one (a state and its capital, a person and an office) "
        "are never set against each other.",
        (
            Example(
                "The company cancelled the festival in Lisbon. / The council called off the festival in Lisbon.",
                ("The company cancelled the festival", "The council called off the festival"),
            ),
            Example(
                "Three villages sent a letter to the bishop. / Of all the villages, Oru alone sent a letter to the "
                "bishop.",
                ("Three villages sent a letter", "Oru alone sent a letter"),
            ),
        ),
    ),
    Rule(
        "divergence.doer-unnamed",
        "A doer named here, nobody there",
        "Texts about one happening tell one deed on one thing: one names who did it, or at whose wish it was done; the "
        "other is a passive that leaves it out, and names the doer nowhere near.",
        (
            Example(
                "On Monday the council called off the search for the ferry. / On Monday the search for the ferry was "
                "called off.",
                ("the council called off the search", "the search for the ferry was called off"),
            ),
            Example(
                "At the request of the bishop the trial was postponed until May. / The trial was put off until May.",
                ("At the request of the bishop the trial was postponed", "The trial was put off"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause that tells a deed, and who it puts behind it."""

    telling: Telling
    behind: Behind


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`, one a deed."""
    return _Finder(facts).drafts()


class _Finder:
    """Sets the deeds of texts against each other."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.doers, self.matches = facts, Doers(facts), matches(facts)
        self.kin = Kin(facts)
        self.everywhere = self._common()
        rows = (Deed(t, behind(self.doers, t)) for t in tellings(facts) if self._is_told(t))
        self.deeds = [d for d in rows if d.behind.doers or d.behind.left_out]

    def _is_told(self, t: Telling) -> bool:
        """A deed on something, told as done, in the text's own words or in retelling."""
        parse = self.facts.parses[t.doc]
        told = not (t.heading or t.negative or t.limits) and t.voice != "quoted" and bool(t.patient)
        plain = t.deed <= _often("plain") and not t.classes
        return told and not plain and not undone(parse, t.clause.verb)

    def _common(self) -> set[str]:
        """The nouns that most texts have: they tell no two things apart."""
        counts: Counter[str] = Counter()
        for parse in self.facts.parses.values():
            counts.update({stem(t.lemma.lower()) for t in parse.tokens if t.pos in {"NOUN", "PROPN"}})
        return {word for word, n in counts.items() if 2 * n > len(self.facts.parses) + 1}

    def drafts(self) -> list[Draft]:
        """Drafts of the pairs of clauses that are nearest; a clause is shown once."""
        found: list[tuple[float, Draft]] = []
        for a, b, score in self._pairs():
            rule = self._difference(a, b)
            if rule is None:
                continue
            draft = self._draft(a, b, rule, score)
            found.append((score, draft))
        kept: list[Draft] = []
        shown: set[Span] = set()
        for _, draft in sorted(found, key=lambda row: (-row[0], [e.span for e in row[1].evidence])):
            spans = {e.span for e in draft.evidence}
            kept += [draft] if not spans & shown else []
            shown |= spans
        return kept

    def _pairs(self) -> Iterator[tuple[Deed, Deed, float]]:
        """Deeds of two texts that are one, and how sure that is."""
        having: dict[str, list[int]] = defaultdict(list)
        for i, deed in enumerate(self.deeds):
            for key in deed.telling.deed | deed.telling.classes:
                having[key].append(i)
        met = {
            (i, j)
            for row in having.values()
            if len(row) < MANY
            for n, i in enumerate(row)
            for j in row[n + 1 :]
        }
        for i, j in sorted(met):
            a, b = self.deeds[i], self.deeds[j]
            score = self._tie(a.telling, b.telling) or self._amid(a, b)
            if score:
                yield a, b, score

    def _tie(self, a: Telling, b: Telling) -> float:
        """How surely two clauses tell one deed on one thing; 0 where that is not shown."""
        shared = {k for k in a.patient if k in b.patient or any(kin(k) & kin(m) for m in b.patient)}
        if a.doc == b.doc or not shared or _apart(a, b) or not self.kin.related(a.doc, b.doc):
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
        if not (one.behind.doers and other.behind.doers) or a.doc == b.doc or not self.kin.related(a.doc, b.doc):
            return 0.0
        around = self._around(a) & self._around(b) - self.everywhere
        told = len(around - a.patient - b.patient) >= AMID and a.patient & b.patient
        return 0.1 * len(around) if told and not _apart(a, b) else 0.0

    def _around(self, t: Telling) -> frozenset[str]:
        """The nouns of the sentences around, those inside names too."""
        parse = self.facts.parses[t.doc]
        rows = parse.sentences[max(0, t.sentence - AROUND) : t.sentence + AROUND + 1]
        tokens = (parse.tokens[i] for s in rows for i in range(s.first, s.last))
        return frozenset(stem(x.lemma.lower()) for x in tokens if x.pos in {"NOUN", "PROPN"})

    def _difference(self, a: Deed, b: Deed) -> str | None:
        if a.behind.left_out != b.behind.left_out:
            named, bare = (b, a) if a.behind.left_out else (a, b)
            doers = [d for d in named.behind.doers if self._is_somebody(d)]
            told = not doers or any(self._is_near(bare.telling, named.telling, d) for d in doers)
            return None if told else "divergence.doer-unnamed"
        if not a.behind.doers or not b.behind.doers:
            return None
        once = {f"~verb-{name}" for name in _often("once")}
        alone = (a.behind.sole and b.behind.several) or (b.behind.sole and a.behind.several)
        clash = all(self.doers.clash(x, y) for x in a.behind.doers for y in b.behind.doers)
        told_once = bool(a.telling.classes & b.telling.classes & once) and clash and not self._is_evened(a, b)
        return "divergence.another-doer" if told_once or alone else None

    def _is_somebody(self, doer: Doer) -> bool:
        """Whether a doer is a person or a body, and not "a gust of wind"."""
        known = doer.kind is not None or doer.head in givers.kind("person")
        return known and doer.head not in NOBODY

    def _is_near(self, bare: Telling, named: Telling, doer: Doer) -> bool:
        """Whether the text of the passive names the doer close by, or tells the deed elsewhere with a doer."""
        parse = self.facts.parses[bare.doc]
        rows = parse.sentences[max(0, bare.sentence - AROUND) : bare.sentence + AROUND + 1]
        around = [self.doers.key(parse, i) for s in rows for i in range(s.first, s.last)]
        called = {doer.head, doer.entity or doer.head}
        kindred = kin(stem(doer.head))
        if any(key in called or kin(stem(key)) & kindred for key in around):
            return True
        return any(
            d.behind.doers and d.telling.doc == bare.doc and self._tie(d.telling, named) for d in self.deeds
        )

    def _is_evened(self, a: Deed, b: Deed) -> bool:
        """Whether one of the texts also tells the deed with the doer of the other."""
        return any(
            not all(self.doers.clash(x, y) for x in d.behind.doers for y in other.behind.doers)
            for one, other in ((a, b), (b, a))
            for d in self.deeds
            if d.behind.doers and d.telling.doc == one.telling.doc and self._tie(d.telling, other.telling)
        )

    def _draft(self, a: Deed, b: Deed, rule: str, score: float) -> Draft:
        facts = self.facts
        rows = sorted((a, b), key=lambda d: (d.behind.left_out, d.telling.span))
        spans = [self._shown(d) for d in rows]
        told = [f"{facts.name(span.doc)} “{plain(facts, span, 120)}”" for span in spans]
        voices = {facts.voice_of(span.doc) for span in spans}
        other = rule == "divergence.another-doer"
        first = "One deed, another doer: " if other else "A doer is named here and nobody there: "
        return Draft(
            kind="agency",
            importance=3 if other and len(voices) > 1 else 1 if self._is_expected(a, b) else 2,
            weight=5 * score + (2 if other else 0),
            statement=f"{first}{'; '.join(told)}.",
            evidence=tuple(facts.shown(s, self._answer(d)) for d, s in zip(rows, spans, strict=True))[:SPANS],
            rule=rule,
        )

    def _is_expected(self, a: Deed, b: Deed) -> bool:
        """Whether everybody knows who does such a thing: "was arrested"."""
        expected = {f"~verb-{name}" for name in _often("expected")}
        return bool(a.telling.classes & b.telling.classes & expected)

    def _answer(self, deed: Deed) -> str:
        words = (" ".join(self.facts.quote(d.span).split()) for d in deed.behind.doers)
        return ", ".join(words)[:80] or "nobody"

    def _shown(self, deed: Deed) -> Span:
        """The clause, from its doers on where they stand close by."""
        span = deed.telling.span
        places = [span, *(d.span for d in deed.behind.doers)]
        start, end = min(s.start for s in places), max(s.end for s in places)
        whole = Span(span.doc, start, end)
        return whole if end - start <= LONGEST else self.facts.cut(span, LONGEST)


@cache
def _often(name: str) -> frozenset[str]:
    return frozenset(lexicon()["often"][name])


def _apart(a: Telling, b: Telling) -> bool:
    """Whether names or numbers of what it is done to show that these are two deeds."""
    ours, theirs = ({k for k in t.patient if k.startswith(("@", "#"))} for t in (a, b))
    return bool(ours and theirs and not ours & theirs)
