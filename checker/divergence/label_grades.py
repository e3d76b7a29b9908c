"""Words that make different things of one happening: paused or collapsed, an offer or a treaty, lent or given back."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from checker.divergence.counterparts import counterparts, widespread
from checker.divergence.draft import SPANS, Draft, Facts, joined, listed
from checker.divergence.figure_deeds import reader
from checker.divergence.grade_words import OBJECT
from checker.divergence.grade_words import graded as grades
from checker.divergence.graded import Reader, Word
from checker.divergence.kin import Kin
from checker.divergence.moments import Days
from checker.divergence.phrasing import plain, translators
from checker.divergence.topics import families as topic_families
from checker.model import Example, Rule, Span

SURE = 0.3
"""The score from which aligned passages are counterparts."""
TELLING = 2
"""Names and nouns that two sentences share without being counterparts."""
LONG, SHORT = 45, 3
"""Days that a time may span to tell one moment where the place is the same, and without a place."""
NEWS = 2
"""Days after an event on which texts still speak of it as of their own day."""
SHOWN, NEAR = 70, 6
"""Characters of the words shown; tokens to the verb that is shown with a noun."""
TEXTS = 4
"""Texts in a statement."""
RULES = (
    Rule(
        "divergence.words-for-an-outcome",
        "One happening, words of another weight",
        "Texts tell one happening with words that make different things of it. That it is one shows by the day and "
        "place, by the person, or by passages that are counterparts; a text that has both words makes no choice.",
        (
            Example(
                "The talks in Lisbon were suspended on 3 May 2021. / The talks in Lisbon collapsed on 3 May 2021.",
                ("The talks in Lisbon were suspended", "The talks in Lisbon collapsed"),
            ),
            Example(
                "Anna Marn, the rector, resigned in May. / Anna Marn, the rector, was dismissed in May.",
                ("Anna Marn, the rector, resigned", "Anna Marn, the rector, was dismissed"),
            ),
        ),
    ),
)
Pair = tuple[Word, Word]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one for each set of words that are about one thing."""
    graded = Reader(facts)
    words = {doc: graded.words(doc) for doc in sorted(facts.documents)}
    joins = _Joins(facts, widespread(row for doc in facts.parses for row in graded.rows(doc)))
    families: dict[str, list[Pair]] = defaultdict(list)
    for a, b in joins.kin.pairs():
        for one in words[a]:
            for other in words[b]:
                if joins.differ(one, other) and joins.same(one, other):
                    families[one.grade.family].append((one, other))
    return [_draft(facts, group) for _, pairs in sorted(families.items()) for group in _groups(pairs)]


class _Joins:
    """What shows that two words are about one thing."""

    def __init__(self, facts: Facts, everywhere: frozenset[str]) -> None:
        self.facts, self.kin, self.everywhere = facts, Kin(facts), everywhere
        self.counterparts = counterparts(facts, SURE)
        self.held: dict[str, dict[str, set[str]]] = {}

    def differ(self, a: Word, b: Word) -> bool:
        """Whether the words are of one family and of grades that neither text has otherwise."""
        if a.grade.family != b.grade.family or a.grade.grades & b.grade.grades:
            return False
        family = a.grade.family
        if self.facts.one_text(a.span.doc, b.span.doc):
            return False
        return not (
            self._holds(a.span.doc, family) & b.grade.grades
            or self._holds(b.span.doc, family) & a.grade.grades
        )

    def same(self, a: Word, b: Word) -> bool:
        """Whether day and place, the person, the process or the passages show that both are about one thing."""
        docs = a.span.doc, b.span.doc
        told = ((a.span.doc, a.sentence), (b.span.doc, b.sentence)) in self.counterparts
        if _apart(a, b, NEWS if a.grade.tie == "event" else 0):
            return False
        close = self._close(a, b, told)
        if a.grade.tie == "moment":
            return self.kin.grouped(*docs) and (_moment(a, b) or (told and close))
        if a.grade.tie == "process":
            return _kindred(a.ties, b.ties) and (told or _within(a.days, b.days, LONG))
        if a.grade.tie == OBJECT:
            return self.kin.grouped(*docs) and bool(a.ties & b.ties) and not self._by_others(a, b)
        if a.grade.tie == "event":
            return self.kin.grouped(*docs) and close and (told or bool(a.around & b.around))
        if a.grade.tie == "person":
            return bool(a.ties & b.ties) and (told or _within(a.days, b.days, LONG))
        return close

    def _by_others(self, a: Word, b: Word) -> bool:
        """Whether the deeds have doers, known by name, who are not the same."""
        read = (reader(self.facts).deed(self.facts.parses[x.span.doc], x.token).agents for x in (a, b))
        one, other = (agents & self.facts.entities.keys() for agents in read)
        return bool(one and other) and not one & other

    def _close(self, a: Word, b: Word, told: bool) -> bool:
        """Whether the passages are counterparts, share a telling number, or many names that are not everywhere."""
        beside = a.beside & b.beside
        if a.numbers & b.numbers:
            return True
        if told:
            return len(beside) > 1
        return self.kin.grouped(a.span.doc, b.span.doc) and len(beside - self.everywhere) >= TELLING

    def _holds(self, doc: str, family: str) -> set[str]:
        """The grades of a family that a text has in any voice; where only the moment joins, of definite words."""
        if doc not in self.held:
            found: dict[str, set[str]] = defaultdict(set)
            parse = self.facts.parses[doc]
            for i, token in enumerate(parse.tokens):
                definite = any(
                    parse.tokens[j].lemma.lower() in {"the", "this", "that"} for j in range(max(0, i - 2), i)
                )
                for grade in grades().get(token.lemma.lower(), ()) if token.pos in {"NOUN", "VERB"} else ():
                    if grade.nouns and token.pos != "NOUN":
                        continue
                    if len(grade.grades) == 1 and (definite or grade.tie != "moment"):
                        found[grade.family] |= grade.grades
            self.held[doc] = found
        return self.held[doc][family]


def _kindred(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the processes are one by their nouns: the same, or of one family ("talks", "negotiations")."""
    kinds = topic_families()
    return bool({kinds.get(w, w) for w in one} & {kinds.get(w, w) for w in other})


def _apart(a: Word, b: Word, leeway: int) -> bool:
    """Whether days, more than `leeway` from each other, or places say that it is not one thing."""
    off = timedelta(days=leeway)
    days = a.days and b.days and (a.days[0] > b.days[1] + off or b.days[0] > a.days[1] + off)
    return bool(days) or bool(a.places and b.places and not a.places & b.places)


def _moment(a: Word, b: Word) -> bool:
    """One place in the same weeks, or one day without places that differ."""
    if a.places & b.places:
        return _within(a.days, b.days, LONG)
    return not (a.places and b.places) and _within(a.days, b.days, SHORT)


def _within(a: Days | None, b: Days | None, most: int) -> bool:
    """Whether two times overlap and neither is longer than so many days."""
    if a is None or b is None or (a[1] - a[0]).days > most or (b[1] - b[0]).days > most:
        return False
    return a[0] <= b[1] and b[0] <= a[1]


def _groups(pairs: list[Pair]) -> list[list[Word]]:
    """The words that are joined by pairs."""
    return [sorted(g, key=lambda w: w.span) for g in joined(set(pair) for pair in pairs)]


def _draft(facts: Facts, group: list[Word]) -> Draft:
    """One place for each text and lemma."""
    chosen: dict[tuple[str, str], Word] = {}
    for word in group:
        chosen.setdefault((word.span.doc, word.lemma), word)
    rows = list(chosen.values())[:SPANS]
    spans = {word.span.doc: _clause(facts, word) for word in reversed(rows)}
    told = [
        f"{facts.name(doc)} “{plain(facts, spans[doc])}”{translators(facts, doc)}" for doc in sorted(spans)
    ]
    voices = {facts.voice_of(doc) for doc in spans}
    return Draft(
        kind="label",
        importance=group[0].grade.importance if len(voices) > 1 else 1,  # type: ignore[arg-type]
        weight=2 * len(voices) + 4,
        statement=f"One happening, words of another weight: {'; '.join(told[:TEXTS])}.",
        evidence=tuple(
            facts.shown(_clause(facts, w), f"“{w.lemma}” ({listed(sorted(w.grade.grades))})") for w in rows
        ),
        rule="divergence.words-for-an-outcome",
    )


def _clause(facts: Facts, word: Word) -> Span:
    """The word with its verb, or a verb with its helpers, and what goes with it, where that is short."""
    parse = facts.parses[word.span.doc]
    inside = list(parse.tokens_in(word.span.start, word.span.end))
    token = parse.tokens[word.token]
    verb = token.head if token.pos == "NOUN" and parse.tokens[token.head].pos == "VERB" else word.token
    if abs(verb - word.token) <= NEAR:
        helpers = [j for j in parse.children(verb) if parse.tokens[j].dep in {"aux", "auxpass", "neg", "prt"}]
        inside += [verb, *helpers]
    first = min(inside)
    if first and parse.tokens[first - 1].dep == "det":
        inside.append(first - 1)
    start, end = parse.range_of(inside)
    clauses = [
        j
        for j in parse.children(word.token)
        if parse.tokens[j].dep in {"relcl", "acl", "appos", "conj", "cc", "punct"}
    ]
    stop = min(
        (parse.tokens[min(parse.subtree(j))].start for j in clauses if j > word.token), default=end + SHOWN
    )
    ends = [parse.tokens[j].end for j in parse.subtree(word.token) if parse.tokens[j].start < stop]
    after = [e for e in ends if e > end and e - start <= SHOWN]
    whole = Span(parse.doc, start, max([end, *after]) if token.pos == "NOUN" else end)
    return whole if whole.end - whole.start <= 2 * SHOWN else word.span
