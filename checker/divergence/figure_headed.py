"""A number in a headline that neither its own text nor another text of the happening gives."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence import places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_measures import measures
from checker.divergence.figure_pairs import too_long
from checker.divergence.phrasing import plain
from checker.divergence.quantities import quantities
from checker.model import Example, Rule, Sentence, Span

LONGEST = 160
"""Characters of a headline."""
NEAREST = 2.0
"""How many times larger or smaller the number of the other text may be."""
RULES = (
    Rule(
        "divergence.figure-in-headline",
        "A number that stands in the headline only",
        "A headline measures or counts something; its own text gives no number of that kind or another one, and a text "
        "about the same happening gives a number that is near it and cannot be the same.",
        (
            Example(
                "Ninety knots in the dark\n\nTor Kolm flew the kite. / Tor Kolm flew the kite at 70 knots.",
                ("Ninety knots", "70 knots"),
            ),
            Example(
                "Six goats on a roof\n\nAnna Marn fetched a ladder. / Anna Marn found nine goats on the roof.",
                ("Six goats", "nine goats"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A measured or counted number with its dimension or noun."""

    span: Span
    low: float
    high: float
    unit: str

    def ratio(self, other: Number) -> float:
        """How many times one is the other, at least 1."""
        one, two = (max(n.low + n.high, 1e-9) for n in (self, other))
        return max(one, two) / min(one, two)

    def meets(self, other: Number) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, at most one a number in a headline."""
    times = {doc: [t.span for t in rows] for doc, rows in places.times(facts).items()}
    drafts = []
    for circle in facts.circles():
        bodies = {doc: _numbers(facts, doc, times.get(doc, [])) for doc in sorted(circle)}
        for doc in sorted(circle):
            title = _title(facts, doc)
            headed = [n for n in bodies[doc] if title and title.contains(n.span)]
            drafts += [_contrast(facts, n, title, bodies) for n in headed if title]
    return [draft for draft in drafts if draft]


def _title(facts: Facts, doc: str) -> Span | None:
    document = facts.documents[doc]
    start = document.text.find(document.title) if document.title else -1
    if start < 0 or not document.title or len(document.title) > LONGEST:
        return None
    return Span(doc, start, start + len(document.title))


def _numbers(facts: Facts, doc: str, times: list[Span]) -> list[Number]:
    parse = facts.parses[doc]
    found = [n for s in parse.sentences if not too_long(s) for n in _read(facts, doc, s)]
    return [n for n in found if not any(n.span.overlaps(t) for t in times)]


def _read(facts: Facts, doc: str, sentence: Sentence) -> list[Number]:
    rows = [Number(s, low, high, unit) for s, low, high, unit, _ in measures(facts.parses[doc], sentence)]
    rows += [
        Number(q.span, q.low, q.high, q.unit) for q in quantities(facts, doc, sentence) if q.unit.isalpha()
    ]
    return [row for row in rows if row.unit != "duration" and row.unit != "person"]


def _contrast(facts: Facts, number: Number, title: Span, bodies: dict[str, list[Number]]) -> Draft | None:
    """The number nearest to the headline's in another text, where no text gives the headline's."""
    rows = [
        n for held in bodies.values() for n in held if n.unit == number.unit and not title.contains(n.span)
    ]
    others = sorted((n for n in rows if n.span.doc != title.doc), key=lambda n: (n.ratio(number), n.span))
    if not others or any(n.meets(number) for n in rows) or others[0].ratio(number) > NEAREST:
        return None
    other = others[0]
    name = facts.name(title.doc)
    return Draft(
        kind="number",
        importance=2,
        weight=4,
        statement=f"The headline of {name} says “{plain(facts, number.span)}”, which no text repeats; "
        f"{facts.name(other.span.doc)} says “{plain(facts, other.span)}”.",
        evidence=(
            facts.shown(number.span, "in the headline"),
            facts.shown(other.span, "gives another number"),
        ),
        rule="divergence.figure-in-headline",
    )
