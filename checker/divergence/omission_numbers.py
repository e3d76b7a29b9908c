"""A number that several independent voices give, and a text on the same happening gives in no form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from checker.divergence.draft import SPANS, Draft, Facts, listed
from checker.divergence.figure_measures import values
from checker.divergence.figure_rivals import DIMENSIONS
from checker.divergence.figure_themes import CURRENCIES
from checker.divergence.numeral_kinds import YEARS
from checker.divergence.numerals import Numeral, numerals
from checker.divergence.phrasing import plain
from checker.divergence.quantities import kindred_nouns
from checker.divergence.told_when import Clock
from checker.model import Example, Rule, Span

VOICES, PARTLY = 3, 2
"""How many voices must give a number; how many where the text gives another number of the same sentence."""
LEAST = 13
"""The least number that shows by itself what is counted."""
NEAR = 2
"""Aligned passages by which a text treats what a teller treats, and tellers of whom that must hold."""
SHORT = 8
"""Sentences of the shortest text that can be said to leave something out."""
BUCKET = 300
"""Numbers of one kind that are compared; more are of a kind that is counted all the time."""
MOST = 3
"""Drafts for one set of comparable texts."""
OFF = 0.02
"""Share by which a number in another form may be off ("91 percent", "nine in ten" are one by their bounds)."""
LEFT = frozenset({"duration", "tally", "person", "length"})
"""Kinds of numbers that every text has several of."""
STATED = 150
"""Characters of the words in a statement."""
RULES = (
    Rule(
        "divergence.number-not-given",
        "A number that several give and one text lacks",
        "At least three independent voices give one number of one kind of thing, or two of them where the other text "
        "gives another number of the same sentence; that text is not older, treats the same happening in passages that "
        "are counterparts, and has neither the number in any form nor its kind. The note says what was looked for.",
        (
            Example(
                "In the Oru ballot 81 percent of 2,412 tenants opposed the tower. Anna Marn counted them. / "
                "Eight in ten tenants who answered in Oru said no. / The board of Oru asked 2,412 tenants about the "
                "tower. The replies were read with care. The work begins in May. The tower will have nine floors. "
                "A lift is planned. The roof will be flat. The cellar is dry. The street will be closed.",
                ("81 percent of 2,412 tenants", "Eight in ten"),
            ),
            Example(
                "Of 640 members of the Oru club, 75 percent were against the pool. / In Oru three quarters of those "
                "who voted were against the pool. / The Oru club asked its 640 members about the pool. The water will "
                "be warm. The pool opens in May. A sauna follows in June. The tiles are blue. The roof is of glass. "
                "The stairs are steep. The lamps are new.",
                ("75 percent", "three quarters"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """At most MOST drafts of kind `omission` a set of comparable texts, the numbers with most voices first."""
    search = _Search(facts)
    drafts = []
    for circle in facts.circles():
        found = [d for rows in search.groups(circle) if (d := _draft(search, circle, rows))]
        drafts += sorted(found, key=lambda d: (-d.weight, d.evidence[0].span))[:MOST]
    return drafts


class _Search:
    """The numbers of all texts, and how the texts treat one matter."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.clock = facts, Clock(facts)
        self.read = numerals(facts)
        self.values = {
            d: frozenset(v for s in p.sentences for v in values(p, s)) for d, p in facts.parses.items()
        }
        self.close = Counter[tuple[str, str]]()
        for pair in facts.alignments:
            if pair.state == "aligned":
                self.close.update([(pair.a.doc, pair.b.doc), (pair.b.doc, pair.a.doc)])

    def groups(self, circle: frozenset[str]) -> list[list[Numeral]]:
        """The numbers of one kind that may be one, in text order; one group a number."""
        kinds: dict[str, list[Numeral]] = defaultdict(list)
        for row in (
            r for doc in sorted(circle) for r in self.read[doc] if r.unit not in LEFT and _telling(r)
        ):
            kinds[row.unit].append(row)
        return [group for rows in kinds.values() if len(rows) <= BUCKET for group in _grouped(rows)]

    def lacks(self, doc: str, rows: list[Numeral]) -> bool:
        """Whether a text treats the happening, could know the number, and has neither it nor its kind."""
        tellers = {r.words.doc for r in rows}
        voices = {self.facts.voice_of(t) for t in tellers}
        if len(self.facts.parses[doc].sentences) < SHORT or any(self.facts.one_text(doc, t) for t in tellers):
            return False
        if sum(self.close[doc, t] >= NEAR for t in tellers) < min(NEAR, len(tellers)):
            return False
        if any(r.unit == rows[0].unit for r in self.read[doc]) or any(self._has(doc, r) for r in rows):
            return False
        if not self._speaks_of(doc, rows):
            return False
        enough = len(voices) >= (PARTLY if self.partly(doc, rows) else VOICES)
        return enough and any(self._knew(doc, row) for row in rows)

    def _speaks_of(self, doc: str, rows: list[Numeral]) -> bool:
        """Whether a text speaks of what is counted at all; measures and shares are of anything."""
        if rows[0].unit in DIMENSIONS or rows[0].unit in CURRENCIES:
            return True
        parses = self.facts.parses
        counted = [
            parses[r.words.doc].tokens[i]
            for r in rows
            for i in parses[r.words.doc].tokens_in(r.words.start, r.words.end)
        ]
        nouns = {kindred_nouns().get(t.lemma.lower(), t.lemma.lower()) for t in counted if t.pos == "NOUN"}
        return any(kindred_nouns().get(t.lemma.lower(), t.lemma.lower()) in nouns for t in parses[doc].tokens)

    def partly(self, doc: str, rows: list[Numeral]) -> bool:
        """Whether the text gives another telling number of a sentence that gives this one."""
        others = {v for r in rows for v in r.values if v > LEAST and not YEARS[0] <= v <= YEARS[1]}
        others -= {v for v in others if any(r.low <= v <= r.high for r in rows)}
        return bool(others & self.values[doc]) and rows[0].unit == "share"

    def _knew(self, doc: str, row: Numeral) -> bool:
        number = self.facts.parses[row.words.doc].number_at(row.sentence.start)
        return self.clock.knows(doc, row.words.doc, number or 0)

    def _has(self, doc: str, row: Numeral) -> bool:
        """Whether a text has the number in any form."""
        named = _named(row)
        if any(abs(v - n) <= 2 * OFF * v for v in self.values[doc] for n in named):
            return True
        forms = {form for n in named for form in (f"{n:g}", f"{n:,.0f}")}
        digits = "|".join(re.escape(n) for n in sorted({*forms, *_digits(self.facts, row)}))
        return re.search(rf"(?<![\d.,])(?:{digits})(?![\d])", self.facts.documents[doc].text) is not None


def _digits(facts: Facts, row: Numeral) -> list[str]:
    """The figures in the words of a number."""
    return re.findall(r"\d[\d.,]*\d|\d", facts.quote(row.words))


def _grouped(rows: list[Numeral]) -> list[list[Numeral]]:
    """Numbers of one kind, those that may be one together; the most exact first."""
    found, done = list[list[Numeral]](), set[Span]()
    for row in sorted(rows, key=lambda r: (r.high - r.low, r.words)):
        if row.words not in done:
            same = [r for r in rows if _one(r, row) and r.words not in done]
            done |= {r.words for r in same}
            found.append(sorted(same, key=lambda r: r.words))
    return found


def _one(a: Numeral, b: Numeral) -> bool:
    """Whether two numbers are one, not only compatible: a value that one may name is one of the other's."""
    return a.meets(b) and any(abs(x - y) <= 2 * OFF * y for x in _named(a) for y in _named(b))


def _named(row: Numeral) -> list[float]:
    """The values that the words of a number may name: its middle, or the bound of "up to" and "at least"."""
    middle = (row.low + row.high) / 2
    bound = row.high / row.low > 1.4 if row.low > 0 else True
    return [row.low, row.high] if bound else [middle]


def _telling(row: Numeral) -> bool:
    year = row.low == row.high and YEARS[0] <= row.low <= YEARS[1]
    return row.high >= LEAST and not year and not row.titled


def _draft(search: _Search, circle: frozenset[str], rows: list[Numeral]) -> Draft | None:
    """The draft for a number, with every text that lacks it."""
    facts, first = search.facts, dict[str, Numeral]()
    for row in rows:
        first.setdefault(row.words.doc, row)
    voices = {facts.voice_of(doc) for doc in first}
    if len(voices) < PARTLY:
        return None
    absent = [doc for doc in sorted(circle - first.keys()) if search.lacks(doc, rows)]
    told = list(first.values())[:SPANS]
    if not absent:
        return None
    said = "; ".join(
        f"{facts.name(r.words.doc)} “{plain(facts, _around(facts, r), STATED)}”" for r in told[:VOICES]
    )
    looked = ", ".join(plain(facts, r.words) for r in told)
    return Draft(
        kind="omission",
        importance=2,
        weight=2 * len(voices),
        statement=f"A number that several give: {said}; no passage found in {listed([facts.name(d) for d in absent])}.",
        evidence=tuple(facts.shown(r.words, "gives the number") for r in told),
        rule="divergence.number-not-given",
        absent_from=tuple(absent),
        note=f"Searched for: {looked}; the number in another form; any number of {told[0].unit}.",
    )


def _around(facts: Facts, row: Numeral) -> Span:
    """The number with the words of its sentence behind it."""
    return facts.cut(Span(row.words.doc, min(row.span.start, row.words.start), row.sentence.end), STATED)
