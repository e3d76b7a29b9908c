"""One deed on one thing, with different doers in texts that tell it, or with none in one of them."""

from __future__ import annotations

from collections import Counter

from checker.divergence.doers import Deed, Doers, bodies, lexicon
from checker.divergence.draft import Draft, Facts
from checker.divergence.kin import Kin
from checker.divergence.phrasing import plain
from checker.model import Example, Rule, Span

SURE = 0.3
"""The score from which aligned passages are counterparts."""
AROUND = 2
"""Sentences around a passive in which a doer that is named makes it no secret."""
SHARED = 3
"""Names and nouns around two deeds that must be the same where nothing else shows that they are one."""
LONGEST = 200
RULES = (
    Rule(
        "divergence.other-doer",
        "One deed, another doer",
        "Texts name different doers for a deed that one thing sees once, in passages that are counterparts, or about "
        "a thing with the same noun and name. Doers that may be one (a state and its capital, a person and an office) "
        "are never set against each other.",
        (
            Example(
                "The Berg ferry was bought by Norway in May. / Peru bought the Berg ferry in May.",
                ("The Berg ferry was bought by Norway", "Peru bought the Berg ferry"),
            ),
            Example(
                "The council cancelled the festival in Lisbon. / The company cancelled the festival in Lisbon.",
                ("The council cancelled the festival", "The company cancelled the festival"),
            ),
        ),
    ),
    Rule(
        "divergence.doer-left-out",
        "A doer named here, left out there",
        "Passages that are counterparts tell one deed that somebody may be blamed for: one names the doer, the other "
        "is a passive without one, and its text names the doer nowhere.",
        (
            Example(
                "On Monday the council called off the search for the ferry. / On Monday the search for the ferry was "
                "called off.",
                ("the council called off the search", "the search for the ferry was called off"),
            ),
            Example(
                "Police shot a driver near Lisbon in May. / In May a driver was shot near Lisbon.",
                ("Police shot a driver", "a driver was shot"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`, one a kind of deed and thing."""
    found = _Finder(facts)
    best: dict[tuple[str, str, str], Draft] = {}
    for a, b in found.pairs():
        draft = found.draft(a, b)
        key = (draft.rule, a.kind, a.thing) if draft else ("", "", "")
        if draft and (key not in best or draft.weight > best[key].weight):
            best[key] = draft
    return [draft for _, draft in sorted(best.items())]


class _Finder:
    """Sets the deeds of texts against each other."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.kin, self.doers = facts, Kin(facts), Doers(facts)
        self.deeds = {doc: self.doers.deeds(doc) for doc in sorted(facts.documents)}
        self.around: dict[Deed, set[str]] = {}
        self.everywhere = self._common()
        self.counterparts: set[tuple[str, int, str, int]] = set()
        for pair in facts.alignments:
            if pair.state == "aligned" and pair.score >= SURE:
                for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                    for a in facts.parses[one.doc].sentences_in(one.start, one.end):
                        for b in facts.parses[other.doc].sentences_in(other.start, other.end):
                            self.counterparts.add((one.doc, a.start, other.doc, b.start))

    def _common(self) -> set[str]:
        """The names and nouns that most texts have: they tell no two things apart."""
        counts: Counter[str] = Counter()
        for doc, parse in self.facts.parses.items():
            nouns = (j for j, t in enumerate(parse.tokens) if t.pos in {"NOUN", "PROPN"})
            counts.update({self.doers.key(parse, j) for j in nouns} if doc in self.deeds else ())
        return {word for word, n in counts.items() if 2 * n > len(self.deeds) + 1}

    def pairs(self) -> list[tuple[Deed, Deed]]:
        """Deeds of one kind on one thing in two texts that can be compared."""
        return [
            (a, b)
            for one, other in self.kin.pairs()
            for a in self.deeds[one]
            for b in self.deeds[other]
            if a.kind == b.kind and a.thing == b.thing and self._one(a, b)
        ]

    def _one(self, a: Deed, b: Deed) -> bool:
        """Whether both are about one thing: the passages are counterparts, or a name stands in both objects."""
        one = self.facts.parses[a.span.doc].sentences[a.sentence].start
        other = self.facts.parses[b.span.doc].sentences[b.sentence].start
        if (a.span.doc, one, b.span.doc, other) in self.counterparts:
            return True
        if not a.doer or not b.doer:
            return False
        return (
            bool(a.names & b.names & set(self.facts.entities))
            or len(self._around(a) & self._around(b)) >= SHARED
        )

    def _around(self, deed: Deed) -> set[str]:
        """The names and nouns close by, but for those that stand everywhere and the object's own."""
        if deed not in self.around:
            parse = self.facts.parses[deed.span.doc]
            rows = parse.sentences[max(0, deed.sentence - AROUND) : deed.sentence + AROUND + 1]
            nouns = (
                j for s in rows for j in range(s.first, s.last) if parse.tokens[j].pos in {"NOUN", "PROPN"}
            )
            self.around[deed] = {self.doers.key(parse, j) for j in nouns} - {deed.thing} - self.everywhere
        return self.around[deed]

    def draft(self, a: Deed, b: Deed) -> Draft | None:
        """The draft where two doers clash, or where one text leaves out a doer that may be blamed."""
        if {a.voice, b.voice} & {"quoted"}:
            return None
        if a.doer and b.doer:
            told = self.doers.clash(a.doer, b.doer) and not self._both(a, b)
            return self._made(a, b, "divergence.other-doer") if told else None
        named, bare = (a, b) if a.doer else (b, a)
        answerable = named.doer is not None and bare.doer is None and named.doer.kind not in {None, "person"}
        if (
            a.kind not in lexicon()["blame"]
            or not answerable
            or a.lemma != b.lemma
            or self._named_near(named, bare)
        ):
            return None
        return self._made(named, bare, "divergence.doer-left-out")

    def _both(self, a: Deed, b: Deed) -> bool:
        """Whether one of the texts has both doers for the deed."""
        return any(
            d.kind == a.kind
            and d.thing == a.thing
            and d.doer
            and other.doer
            and not self.doers.clash(d.doer, other.doer)
            for doc, other in ((a.span.doc, b), (b.span.doc, a))
            for d in self.deeds[doc]
        )

    def _named_near(self, named: Deed, bare: Deed) -> bool:
        """Whether the text of the passive names the doer anywhere, or a body of its kind close by."""
        parse = self.facts.parses[bare.span.doc]
        rows = parse.sentences[max(0, bare.sentence - AROUND) : bare.sentence + AROUND + 1]
        told = {self.doers.key(parse, j) for s in rows for j in range(s.first, s.last)}
        everywhere = {self.doers.key(parse, j) for j in range(len(parse.tokens))}
        doer = named.doer
        if doer is None:
            return True
        kin = {word for word in told if bodies().get(doer.head) and bodies().get(word) == bodies()[doer.head]}
        return bool({doer.head, doer.entity or doer.head} & everywhere or kin)

    def _made(self, a: Deed, b: Deed, rule: str) -> Draft:
        facts = self.facts
        rows = [(deed, self._shown(deed)) for deed in (a, b)]
        told = "; ".join(f"{facts.name(span.doc)} “{plain(facts, span, 120)}”" for _, span in rows)
        voices = {facts.voice_of(deed.span.doc) for deed in (a, b)}
        other = rule == "divergence.other-doer"
        return Draft(
            kind="agency",
            importance=(3 if len(voices) > 1 else 2) if other else 2,
            weight=8 + len(a.names & b.names) if other else 4,
            statement=f"{'One deed, another doer' if other else 'A doer named here and left out there'}: {told}.",
            evidence=tuple(facts.shown(span, self._answer(deed)) for deed, span in rows),
            rule=rule,
        )

    def _answer(self, deed: Deed) -> str:
        return "nobody" if deed.doer is None else " ".join(self.facts.quote(deed.doer.span).split())[:80]

    def _shown(self, deed: Deed) -> Span:
        return self.facts.cut(deed.span, LONGEST)
