"""Two amounts of money for one thing: a bid of $47 billion, a bid of $38 billion."""

from __future__ import annotations

from collections.abc import Iterator

from checker.divergence import figure_rows
from checker.divergence.amounts import Amount, amounts, kinds
from checker.divergence.draft import Draft, Facts
from checker.divergence.matches import matches
from checker.divergence.told_when import of_one_story
from checker.model import Example, Rule, Span

APART = 1.6
"""How many times larger an amount of one thing may be."""
SURE = 0.3
"""Score of aligned sentences that tell one thing."""
PLAIN = frozenset(
    {"share", "cash", "stock", "percent", "company", "firm", "group", "business", "country", "people"}
)
"""Nouns beside amounts that show no matter."""
RULES = (
    Rule(
        "divergence.amounts",
        "One thing, two amounts of money",
        "Texts give amounts of money of one kind (a bid, a fine, a loss) for one thing that cannot both be right. That "
        "it is one thing shows by the names and nouns of the sentences or by their alignment; each is the other text's "
        "nearest amount of the kind, and neither text gives the other's. Rounding, bounds and ranges are allowed for.",
        (
            Example(
                "The Alder Trust made a $47 million bid for the Oru Mill. / The $38 million offer by the Alder Trust "
                "for the Oru Mill was read out.",
                ("$47 million bid", "$38 million offer"),
            ),
            Example(
                "The Oru Mill lost $90 million on the dam at Varn. / The dam at Varn left the Oru Mill with a loss of "
                "$70 million.",
                ("lost $90 million", "loss of $70 million"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a thing."""
    read = amounts(facts)
    groups: list[dict[Span, Amount]] = []
    for circle in facts.circles():
        for a, b in _Rivals(facts, {doc: read[doc] for doc in circle}).pairs():
            groups = figure_rows.joined(groups, a, b)
    return [_draft(facts, group) for group in groups]


class _Rivals:
    """Which amounts of comparable texts contradict each other."""

    def __init__(self, facts: Facts, read: dict[str, list[Amount]]) -> None:
        self.facts, self.read, self.aligned = facts, read, matches(facts).aligned

    def pairs(self) -> Iterator[tuple[Amount, Amount]]:
        """In text order."""
        rows = [row for doc in sorted(self.read) for row in self.read[doc] if row.kind]
        for i, a in enumerate(rows):
            yield from ((a, b) for b in rows[i + 1 :] if a.words.doc != b.words.doc and self._rival(a, b))

    def _rival(self, a: Amount, b: Amount) -> bool:
        if not of_one_story(self.facts, a.words.doc, b.words.doc):
            return False
        if not a.alike(b) or a.meets(b) or a.ratio(b) > APART or self._told(a, b) or self._told(b, a):
            return False
        return self._nearest(a, b) and self._nearest(b, a) and self._one_thing(a, b)

    def _told(self, a: Amount, b: Amount) -> bool:
        """Whether the text of `a` gives the amount of `b` too."""
        return any(r.meets(b) and r.currency == b.currency for r in self.read[a.words.doc])

    def _nearest(self, a: Amount, b: Amount) -> bool:
        """Whether `b` is the nearest of its kind to `a` in its text."""
        return b.ratio(a) <= min(r.ratio(a) for r in self.read[b.words.doc] if r.alike(a))

    def _one_thing(self, a: Amount, b: Amount) -> bool:
        shared = {k for k in a.keys & b.keys if kinds().get(k) != a.kind} - PLAIN
        names = {k for k in shared if k in self.facts.entities}
        score = self.aligned.get(((a.words.doc, a.sentence), (b.words.doc, b.sentence)), 0.0)
        if a.per:
            return len(names) > 1
        return len(names) > 1 or (bool(names) and len(shared) > 1) or (score >= SURE and bool(shared))


def _draft(facts: Facts, group: dict[Span, Amount]) -> Draft:
    rows = figure_rows.shown(group)
    first = {(row.words.doc, row.low): row for row in reversed(rows)}
    voices = figure_rows.voices(facts, rows)
    told = sorted(first.values(), key=lambda row: row.span)
    return Draft(
        kind="number",
        importance=3 if voices > 1 else 2,
        weight=4 + 2 * voices,
        statement=f"The amounts differ: {figure_rows.said(facts, told)}.",
        evidence=tuple(facts.shown(row.span, "gives the amount") for row in rows),
        rule="divergence.amounts",
    )
