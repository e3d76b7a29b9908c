"""Numbers for one counted thing that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_days import weekdays
from checker.divergence.figure_deeds import Reader, governor, open_ended
from checker.divergence.figure_measures import values
from checker.divergence.phrasing import plain
from checker.divergence.quantities import Quantity, lexicon, quantities
from checker.model import Entity, Example, Rule, Span, TimeExpression

CLOSE = 0.35
"""Score of an alignment from which other things than victims are compared."""
MOMENT = 7
"""Days from which two dated sentences tell of two moments."""
VICTIMS = frozenset({"people dead", "people hurt"})
MOST_APART = 50
"""How many times larger a number may be; beyond that a word such as "million" was left out."""
RULES = (
    Rule(
        "divergence.numbers",
        "One thing, two numbers",
        "Aligned passages count the same thing and give numbers that cannot both be right. Rounding, “more than” and "
        "“about” are allowed for; a number that stands in both passages is no conflict.",
        (
            Example(
                "The fire at the mill killed 14 people. / The fire at the mill killed 19 people.",
                ("14 people", "19 people"),
            ),
            Example(
                "The council bought twelve buses in May. / The council bought 20 buses in May.",
                ("twelve buses", "20 buses"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a counted thing and set of passages."""
    known: dict[tuple[str, int], list[Quantity]] = {}
    times, named = places.times(facts), places.mentions(facts)
    reader = Reader(facts, named)
    groups: list[dict[Span, Quantity]] = []
    for pair in facts.alignments:
        if pair.state != "aligned":
            continue
        left, right = _counted(facts, known, times, pair.a), _counted(facts, known, times, pair.b)
        for a in left:
            same = [b for b in right if _comparable(a, b, pair.score)]
            rivals = [q for q in left if q.unit == a.unit]
            same = [
                b
                for b in same
                if not _elsewhere(facts, a, b, times, named) and not _others(facts, reader, a, b)
            ]
            if same and not any(q.meets(b) for q in rivals for b in same):
                groups = _joined(groups, {q.span: q for q in (a, *same)})
    return [draft for group in groups if (draft := _draft(facts, group, list(known.values())))]


def _comparable(a: Quantity, b: Quantity, score: float) -> bool:
    """Victims of one happening by their fate alone; other things where the words around agree too."""
    if a.unit != b.unit or max(a.high, b.high) > MOST_APART * max(1.0, min(a.low, b.low)):
        return False
    grave = (a.narrowed ^ b.narrowed) & frozenset(lexicon()["degrees"])
    if a.unit in VICTIMS:
        return not grave
    return score >= CLOSE and a.narrowed == b.narrowed and len(a.kin & b.kin) >= 2


def _others(facts: Facts, reader: Reader, a: Quantity, b: Quantity) -> bool:
    """Whether the grammar tells of others: somebody else does it, or the other number stands there for another part."""
    if a.unit in VICTIMS:
        return False
    deeds, told, named = [], [], []
    for q in (a, b):
        parse = facts.parses[q.span.doc]
        first = next(iter(parse.tokens_in(q.span.start, q.span.end)))
        verb, sentence = governor(parse, first), parse.sentence_at(q.span.start)
        deeds += [reader.deed(parse, verb)] if verb is not None else []
        told += [values(parse, sentence)] if sentence else []
        named += [weekdays(parse, sentence)] if sentence else []
    both = any(q.low <= v <= q.high for q, found in zip((b, a), told, strict=True) for v in found)
    if all(named) and not frozenset.intersection(*named):
        return True
    return both or (len(deeds) > 1 and deeds[0].clashes(deeds[1]))


def _elsewhere(
    facts: Facts,
    a: Quantity,
    b: Quantity,
    times: dict[str, list[TimeExpression]],
    named: dict[str, list[tuple[Span, Entity]]],
) -> bool:
    """Whether the sentences put what is counted in other places, or at times that lie apart."""
    held = []
    for span in (a.span, b.span):
        low, high = facts.sentence(span.doc, span.start) or (span.start, span.end)
        lands = {
            e.entity for m, e in named.get(span.doc, ()) if low <= m.start < high and e.type in {"GPE", "FAC"}
        }
        days = [t for t in times[span.doc] if low <= t.span.start < high and t.from_ and t.to]
        held.append((lands, days))
    (here, then), (there, when) = held
    apart = then and when and all(_gap(x, y) > MOMENT for x in then for y in when)
    return bool(apart) or bool(here and there and not here & there)


def _gap(a: TimeExpression, b: TimeExpression) -> int:
    """Days between two stretches of time, 0 where they meet."""
    (_, end), (start, _) = sorted((t.from_ or "", t.to or "") for t in (a, b))
    return max(0, (date.fromisoformat(start) - date.fromisoformat(end)).days)


def _joined(groups: list[dict[Span, Quantity]], found: dict[Span, Quantity]) -> list[dict[Span, Quantity]]:
    """The groups with the found quantities in the one that they touch."""
    rest = [g for g in groups if not g.keys() & found.keys()]
    merged = dict(found)
    for group in groups:
        merged |= group if group.keys() & found.keys() else {}
    return [*rest, merged]


def _counted(
    facts: Facts,
    known: dict[tuple[str, int], list[Quantity]],
    times: dict[str, list[TimeExpression]],
    span: Span,
) -> list[Quantity]:
    found = []
    for sentence in facts.parses[span.doc].sentences_in(span.start, span.end):
        place = span.doc, sentence.start
        if place not in known:
            rows = quantities(facts, span.doc, sentence)
            known[place] = [
                q
                for q in rows
                if not any(q.span.overlaps(t.span) for t in times[span.doc])
                and _done(facts, q)
                and q.unit not in lexicon()["people"]
            ]
        found += known[place]
    return found


def _done(facts: Facts, quantity: Quantity) -> bool:
    """Whether it is told as done: "worked to free five people" does not say that they were freed."""
    parse = facts.parses[quantity.span.doc]
    first = next(iter(parse.tokens_in(quantity.span.start, quantity.span.end)))
    verb = governor(parse, first)
    return quantity.unit in VICTIMS or verb is None or not open_ended(parse, verb)


def _draft(facts: Facts, group: dict[Span, Quantity], known: list[list[Quantity]]) -> Draft | None:
    """One span a text, the different numbers first; a text that gives two of them counts two things."""
    rows = sorted(group.values(), key=lambda q: q.span)
    docs = {q.span.doc for q in rows}
    told = [q for held in known for q in held if q.span.doc in docs and q.unit == rows[0].unit]
    if any(a.span.doc == b.span.doc and not a.meets(b) and any(b.meets(q) for q in rows if q.span.doc != b.span.doc)
           for a in rows for b in told):  # fmt: skip
        return None
    first: dict[tuple[str, float], Quantity] = {}
    for _, quantity in sorted(group.items()):
        first.setdefault((quantity.span.doc, quantity.low), quantity)
    spread: dict[float, int] = defaultdict(int)
    for _, low in first:
        spread[low] += 1
    kept = sorted(first.values(), key=lambda q: (spread[q.low], q.span))[:SPANS]
    values = {q.low: q for q in reversed(kept)}
    voices = {facts.voice_of(q.span.doc) for q in kept}
    if len({q.span.doc for q in kept}) < 2:
        return None
    said = "; ".join(
        f"{facts.name(q.span.doc)} “{plain(facts, q.span)}”" for _, q in sorted(values.items())[:3]
    )
    return Draft(
        kind="number",
        importance=3 if len(voices) > 1 else 2,
        weight=3 * min(len(voices), 3) + (3 if kept[0].unit.startswith("people ") else 0),
        statement=f"The numbers differ: {said}.",
        evidence=tuple(
            facts.shown(q.span, f"“{plain(facts, q.span)}”") for q in sorted(kept, key=lambda q: q.span)
        ),
        rule="divergence.numbers",
    )
