"""One deed in two texts: other doers, several against a single one, or a doer that one text leaves out."""

from __future__ import annotations

from checker.divergence import givers
from checker.divergence.deed_ties import AROUND, Deed, Ties, often
from checker.divergence.doers import OBJECTS, Doer, bodies
from checker.divergence.draft import Draft, Facts
from checker.divergence.governed import deed_verbs
from checker.divergence.phrasing import plain
from checker.divergence.tellings import Telling
from checker.model import Example, Parse, Rule, Span

LONGEST = 160
NOBODY = frozenset({
    "authority", "official", "people", "person", "somebody", "someone", "other", "source", "member", "man", "woman",
})  # fmt: skip
"""Doers that name nobody in particular."""
DUTY = frozenset(["police", "court", "judge", "prosecutor", "jury", "department", "tribunal", "magistrate"])
"""Bodies whose duty an arrest, an indictment or a sentence is."""
_LAW = ("arrest", "charge", "order", "punish", "sentence", "convict", "fine")
DUTIES = frozenset(f"~verb-{deed}" for deed in _LAW)
SURE, ALIGNED, CERTAIN = 1.0, 0.3, 0.6
"""Score of two clauses and of their passages for one to leave out what the other has; of the passages alone."""
ACTING = frozenset(["nsubj", "poss", "compound", "appos", "conj"])
ROLES = ("er", "or", "ist", "ect", "man", "woman", "ee", "ian")
"""Ends of nouns for who does something."""
RULES = (
    Rule(
        "divergence.other-doer",
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
        "divergence.doer-left-out",
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


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `agency`: the pairs of clauses that are nearest; a clause is shown once."""
    finder = _Finder(facts)
    kept: list[Draft] = []
    shown: set[Span] = set()
    for _, draft in sorted(finder.drafts(), key=lambda row: (-row[0], [e.span for e in row[1].evidence])):
        spans = {e.span for e in draft.evidence}
        kept += [draft] if not spans & shown else []
        shown |= spans
    return kept


class _Finder:
    """Sets the deeds of texts against each other."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.ties = facts, Ties(facts)
        self.doers = self.ties.doers

    def drafts(self) -> list[tuple[float, Draft]]:
        """A draft for each pair of clauses that differ in who did it, with how sure it is that the deed is one."""
        rows = ((a, b, score, self._difference(a, b)) for a, b, score in self.ties.pairs())
        return [(score, self._draft(a, b, rule, score)) for a, b, score, rule in rows if rule]

    def _difference(self, a: Deed, b: Deed) -> str | None:
        if a.behind.left_out != b.behind.left_out:
            named, bare = (b, a) if a.behind.left_out else (a, b)
            doers = [d for d in named.behind.doers if _is_somebody(d)]
            near = (self._is_near(bare.telling, named.telling, d) for d in doers)
            told = not doers or not self._is_sure(a, b) or any(near)
            told = told or self._is_by_somebody(bare.telling) or all(_is_service(d) for d in doers)
            told = told or (_is_duty(a, b) and all(DUTY & {d.head, bodies().get(d.head)} for d in doers))
            return None if told else "divergence.doer-left-out"
        if not a.behind.doers or not b.behind.doers:
            return None
        alone = (a.behind.sole and b.behind.several) or (b.behind.sole and a.behind.several)
        once = bool(a.telling.classes & b.telling.classes & often("once"))
        apart = self._clash(a, b) or _is_one_of_several(a, b) or _is_one_of_several(b, a)
        rare = self.ties.matches.rare(a.telling.patient & b.telling.patient)
        known = bool(rare) or self.ties.matches.pair(a.telling, b.telling) is not None
        other = once and apart and known and not self._is_evened(a, b) and not self._is_each_own(a, b)
        other = other and all(_is_done_to(self.facts.parses[d.telling.doc], d.telling) for d in (a, b))
        return "divergence.other-doer" if other or alone else None

    def _is_each_own(self, a: Deed, b: Deed) -> bool:
        """Whether both clauses give numbers, and none in common: what two did, each by themselves."""
        one, other = (_numbers(self.facts.parses[d.telling.doc], d.telling) for d in (a, b))
        return bool(one and other) and not one & other

    def _is_sure(self, a: Deed, b: Deed) -> bool:
        """Whether the clauses tell one deed in passages that are counterparts, on something uncommon or named."""
        one, other = a.telling, b.telling
        pair, shared = self.ties.matches.pair(one, other), one.patient & other.patient
        special = (
            len(shared) > 1 or self.ties.matches.rare(shared) or any(k.startswith(("@", "#")) for k in shared)
        )
        near = self.ties.matches.alignment(one, other)
        alike = near >= CERTAIN or (near >= ALIGNED and pair is not None and pair.score >= SURE)
        return alike and bool(special)

    def _is_by_somebody(self, bare: Telling) -> bool:
        """Whether "by" stands behind the verb, wherever the parse hangs it ("…, including by the mayor")."""
        parse = self.facts.parses[bare.doc]
        last = parse.sentences[bare.sentence].last
        return any(t.text.lower() == "by" for t in parse.tokens[bare.clause.verb : last])

    def _clash(self, a: Deed, b: Deed) -> bool:
        return all(self.doers.clash(x, y) for x in a.behind.doers for y in b.behind.doers)

    def _is_near(self, bare: Telling, named: Telling, doer: Doer) -> bool:
        """Whether the text of the passive names the doer close by, or tells the deed elsewhere with a doer."""
        parse = self.facts.parses[bare.doc]
        rows = parse.sentences[max(0, bare.sentence - AROUND) : bare.sentence + AROUND + 1]
        own = parse.sentences[bare.sentence]
        acting = [i for s in rows for i in range(s.first, s.last) if s == own or _is_acting(parse, i)]
        around = {key for i in acting for key in (self.doers.key(parse, i), parse.tokens[i].lemma.lower())}
        beside = doer.head in {parse.tokens[i].lemma.lower() for i in range(own.first, own.last)}
        if doer.entity in around or beside or (doer.head in around and set(self._before(doer)) <= around):
            return True
        rows_of = (d for d in self.ties.by_doc[bare.doc] if d.behind.doers and _is_same(d.telling, named))
        return any(self.ties.tie(d.telling, named) for d in rows_of)

    def _before(self, doer: Doer) -> list[str]:
        """The last noun, name or adjective before the noun for a doer: "group" has "vigilante"."""
        parse = self.facts.parses[doer.span.doc]
        words = [parse.tokens[i] for i in parse.tokens_in(doer.span.start, doer.span.end)]
        lemmas = [t.lemma.lower() for t in words if t.pos in {"NOUN", "PROPN", "ADJ"}]
        head = lemmas.index(doer.head) if doer.head in lemmas else 0
        return lemmas[:head][-1:]

    def _is_evened(self, a: Deed, b: Deed) -> bool:
        """Whether one of the texts also tells the deed with the doer of the other."""
        return any(
            not self._clash(d, other)
            for one, other in ((a, b), (b, a))
            for d in self.ties.by_doc[one.telling.doc]
            if d.behind.doers and self.ties.tie(d.telling, other.telling)
        )

    def _draft(self, a: Deed, b: Deed, rule: str, score: float) -> Draft:
        facts = self.facts
        rows = sorted((a, b), key=lambda d: (d.behind.left_out, d.telling.span))
        spans = [self._shown(d) for d in rows]
        names, words = [facts.name(s.doc) for s in spans], [f"“{plain(facts, s, 120)}”" for s in spans]
        voices = {facts.voice_of(span.doc) for span in spans}
        other = rule == "divergence.other-doer"
        told = f"{names[0]} names who did it, {names[1]} does not: {words[0]}; {words[1]}."
        told = f"One deed, another doer: {names[0]} {words[0]}; {names[1]} {words[1]}." if other else told
        return Draft(
            kind="agency",
            importance=3 if other and len(voices) > 1 else 1 if self._is_expected(a, b) else 2,
            weight=5 * score + (2 if other else 0),
            statement=told,
            evidence=tuple(facts.shown(s, self._answer(d)) for d, s in zip(rows, spans, strict=True)),
            rule=rule,
        )

    def _is_expected(self, a: Deed, b: Deed) -> bool:
        """Whether everybody knows who does such a thing: "was arrested"."""
        return bool(a.telling.classes & b.telling.classes & often("expected"))

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


def _numbers(parse: Parse, telling: Telling) -> set[str]:
    return {parse.tokens[i].lemma.lower() for i in telling.clause.tokens if parse.tokens[i].pos == "NUM"}


def _is_done_to(parse: Parse, telling: Telling) -> bool:
    """Whether the verb has an object, the subject of a passive, or describes a noun; words to somebody are no deed."""
    verbs = deed_verbs(parse, telling.clause.verb)
    below = {parse.tokens[c].dep for i in verbs for c in parse.children(i)}
    worded = {"ccomp", "xcomp"} if "write" not in {parse.tokens[i].lemma.lower() for i in verbs} else set()
    return bool(below & {*OBJECTS, *worded} or {parse.tokens[i].dep for i in verbs} & {"acl", "relcl"})


def _is_same(a: Telling, b: Telling) -> bool:
    """Whether two clauses tell one kind of deed."""
    return bool(a.deed & b.deed or a.classes & b.classes)


def _is_duty(a: Deed, b: Deed) -> bool:
    """Whether the deed is one of those that are the duty of some bodies."""
    return bool(a.telling.classes & b.telling.classes & DUTIES)


def _is_acting(parse: Parse, i: int) -> bool:
    """Whether a noun stands where a text names who does things: as a subject, behind "by", as an owner."""
    token = parse.tokens[i]
    return token.dep in ACTING or (token.dep == "pobj" and parse.tokens[token.head].dep == "agent")


def _is_one_of_several(a: Deed, b: Deed) -> bool:
    """Whether one names a single doer where the other has several or both."""
    single = len(a.behind.doers) == 1 and a.behind.doers[0].entity is not None and not a.behind.several
    return single and any(d.several and d.entity is None for d in b.behind.doers)


def _is_somebody(doer: Doer) -> bool:
    """Whether a doer is a person or a body, and not "a gust of wind"."""
    names = {doer.head, doer.head.removesuffix("s")}
    known = doer.kind is not None or bool(names & givers.kind("person")) or _is_role(min(names, key=len))
    return known and not names & NOBODY


def _is_service(doer: Doer) -> bool:
    """Whether a doer does what everybody expects of it: firefighters, an ambulance crew."""
    return bool({doer.head, doer.head.removesuffix("s")} & often("services"))


def _is_role(noun: str) -> bool:
    """Whether a noun is made like one for who does something: "surveyor", "prefect", "beekeeper"."""
    return noun.endswith(ROLES) and noun not in often("things")
