"""Numbers of a text in the deed that they belong to: how many were gathered, how long it lasted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.divergence.draft import Facts
from checker.divergence.figure_days import Day, day_of, weekdays
from checker.divergence.figure_deeds import Deed, Reader, governor, shown
from checker.divergence.figure_measures import measures, tally, units, values
from checker.divergence.figure_pairs import too_long
from checker.divergence.quantities import quantities
from checker.model import Parse, Sentence, Span, TimeExpression

SHOWN = 110
"""Characters of verb and amount that are shown as one."""
EXTENTS = frozenset(
    {"long", "high", "wide", "deep", "tall", "thick", "broad", "heavy", "large", "away", "apart"}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in its deed. `unit` is the noun that is counted or the dimension; `days` are those of its occasion.

    `numbers` are all those of its sentence, `weekdays` the days of the week named there, whatever their date.
    """

    span: Span
    low: float
    high: float
    unit: str
    narrowed: frozenset[str]
    deed: Deed
    days: tuple[Day, ...]
    around: frozenset[str]
    sentence: Span
    numbers: frozenset[float]
    weekdays: frozenset[str]

    def meets(self, other: Amount) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def amounts(facts: Facts, reader: Reader, doc: str, times: list[TimeExpression]) -> list[Amount]:
    """The amounts of a text that a verb governs, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for number, sentence in enumerate(parse.sentences):
        if too_long(sentence) or not document.in_body(sentence.start, sentence.end):
            continue
        for span, low, high, unit, narrowed, noun in _read(facts, parse, sentence):
            verb = governor(parse, noun)
            if verb is None or any(span.overlaps(t.span) for t in times):
                continue
            deed = reader.deed(parse, verb)
            told, days = _occasion(facts, reader, parse, number, deed, times)
            near = parse.sentences[max(0, number - 2) : number + 3]
            around = frozenset(k for s in near for i in range(s.first, s.last) if (k := reader.key(parse, i)))
            said = values(parse, sentence)
            place = Span(doc, sentence.start, sentence.end)
            found.append(
                Amount(
                    shown(parse, told, span, SHOWN),
                    low,
                    high,
                    unit,
                    narrowed,
                    told,
                    days,
                    around,
                    place,
                    said,
                    weekdays(parse, sentence),
                )
            )
    return found


def _read(
    facts: Facts, parse: Parse, sentence: Sentence
) -> list[tuple[Span, float, float, str, frozenset[str], int]]:
    """Counted and measured numbers: words, bounds, unit, what narrows it, and the token of the noun."""
    rows = [
        (span, low, high, unit, _way(parse, at), at)
        for span, low, high, unit, at in (*measures(parse, sentence), *tally(parse, sentence))
    ]
    for q in quantities(facts, parse.doc, sentence):
        last = list(parse.tokens_in(q.span.start, q.span.end))[-1]
        if q.unit.isalpha() and q.unit not in units():
            rows.append((q.span, q.low, q.high, q.unit, q.narrowed - {q.unit}, last))
    return rows


def _way(parse: Parse, at: int) -> frozenset[str]:
    """Which extent is measured: "80 metres | high"."""
    after = parse.tokens[at + 1 : at + 3]
    words = [t for t in after if t.text != "-"][:1]
    return frozenset(t.text.lower() for t in words if t.text.lower() in EXTENTS)


def _occasion(
    facts: Facts, reader: Reader, parse: Parse, number: int, deed: Deed, times: list[TimeExpression]
) -> tuple[Deed, tuple[Day, ...]]:
    """The deed with what "it" stands for in the sentence before, and the days of both."""
    sentences = [parse.sentences[number]]
    subject = [c for c in parse.children(deed.verb) if parse.tokens[c].dep == "nsubj"]
    if number and subject and parse.tokens[subject[0]].lemma.lower() in {"it", "this", "that"}:
        sentences.append(parse.sentences[number - 1])
        root = _root(parse, sentences[1])
        before = reader.deed(parse, root)
        deed = replace(deed, agents=before.agents, numbered=before.numbered)
    inside = [t for t in times if any(s.start <= t.span.start < s.end for s in sentences)]
    return deed, tuple(d for t in inside if (d := day_of(facts, t)))


def _root(parse: Parse, sentence: Sentence) -> int:
    inside = range(sentence.first, sentence.last)
    return next((i for i in inside if parse.tokens[i].head == i), sentence.first)
