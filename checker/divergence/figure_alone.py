"""Numbers of a kind of thing that each text counts only once, whatever the verb: 212 aboard, 121 aboard."""

from __future__ import annotations

from collections import defaultdict

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_counted import Counted, counted
from checker.divergence.figure_deeds import Reader
from checker.divergence.figure_kin import kindred
from checker.divergence.figure_pairs import aligned, each
from checker.divergence.phrasing import plain
from checker.model import Example, Rule, Span

SHARED = 2
"""Names and nouns, beside the thing itself, that two sentences about one thing share; one less
where aligned, and two more where a measure differs: measures change."""
BUCKET = 40
"""Numbers of one kind of thing that are compared; more are of a kind that is counted all the time."""
MOST_APART = 5
"""How many times larger a number may be; beyond that another part of the thing is counted."""
RULES = (
    Rule(
        "divergence.counts-of-one-kind",
        "One kind of thing, counted differently",
        "Texts about one happening count a kind of thing of which each gives one number only, in sentences that share "
        "names or nouns; the numbers cannot both be right. The verbs may differ. Parts, bounds, roundings and things "
        "described differently are left alone.",
        (
            Example(
                "The bus from Oru to Varn carried 48 nurses over the Alder pass. / "
                "There were 84 nurses on the bus from Oru when it crossed the Alder pass.",
                ("48 nurses", "84 nurses"),
            ),
            Example(
                "The Alder Trust has a staff of 40 in its Oru museum. / "
                "The Alder Trust employs 52 people at the museum in Oru.",
                ("staff of 40", "52 people"),
            ),
        ),
    ),
)
Link = tuple[Counted, Counted]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a kind of thing and set of aligned sentences."""
    times, reader = places.times(facts), Reader(facts, places.mentions(facts))
    read = {doc: counted(facts, reader, doc, times[doc]) for doc in facts.documents}
    told: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for rows in read.values():
        for row in rows:
            told[row.span.doc, row.unit].append(row)
    links = {
        (a, b)
        for (a, b), near in _pairs(facts, read).items()
        if a.unit == b.unit and _differ(a, b, near=near) and _alone(told, a, b)
    }
    return [_draft(facts, group) for group in _groups(links) if _two(group)]


def _pairs(facts: Facts, read: dict[str, list[Counted]]) -> dict[Link, bool]:
    """Numbers of one kind in texts about one happening, and whether their sentences are aligned."""
    found: dict[Link, bool] = {}
    for circle in facts.circles():
        kinds: dict[str, list[Counted]] = defaultdict(list)
        for row in (row for doc in sorted(circle) for row in read[doc]):
            kinds[row.unit].append(row)
        for rows in kinds.values():
            found |= dict.fromkeys(each(rows, BUCKET), False)
    for a, b, _ in aligned(facts, read):
        found |= {(min(a, b, key=_place), max(a, b, key=_place)): True} if a.span.doc != b.span.doc else {}
    return found


def _place(row: Counted) -> Span:
    return row.span


def _differ(a: Counted, b: Counted, *, near: bool) -> bool:
    """Two numbers of one thing that cannot both be right, in sentences that share enough."""
    if a.meets(b) or max(a.high, b.high) > MOST_APART * min(a.low, b.low) or not _one_thing(a, b, near=near):
        return False
    days = not a.days or not b.days or any(not x.apart(y) for x in a.days for y in b.days)
    measured = " of " in a.unit
    return (
        days and (near or not measured) and len((a.keys & b.keys) - {a.unit}) >= SHARED - near + 2 * measured
    )


def _one_thing(a: Counted, b: Counted, *, near: bool) -> bool:
    """Whether the numbers are described alike, and those counted do the same or are counted whole."""
    narrowed = a.narrowed == b.narrowed or (near and not (a.narrowed and b.narrowed))
    frames = a.frame == b.frame or bool(a.frame and b.frame and kindred(a.frame, b.frame))
    return narrowed and frames and a.described <= b.keys and b.described <= a.keys


def _alone(told: dict[tuple[str, str], list[Counted]], a: Counted, b: Counted) -> bool:
    """Whether each text has one number only for this kind of thing."""
    return all(row.meets(x) for x in (a, b) for row in told[x.span.doc, x.unit])


def _groups(links: set[Link]) -> list[list[Counted]]:
    groups: list[dict[object, Counted]] = []
    for a, b in sorted(links, key=lambda link: (link[0].span, link[1].span)):
        touching = [g for g in groups if a.span in g or b.span in g]
        merged: dict[object, Counted] = {a.span: a, b.span: b}
        for group in touching:
            merged |= group
        groups = [*(g for g in groups if g not in touching), merged]
    return [sorted(g.values(), key=lambda row: row.span) for g in groups]


def _two(rows: list[Counted]) -> bool:
    """Whether two numbers stand against each other: where there are more, several things are measured."""
    apart = list[Counted]()
    for row in rows:
        apart += [] if any(row.meets(other) for other in apart) else [row]
    return len(apart) == 2


def _draft(facts: Facts, rows: list[Counted]) -> Draft:
    first: dict[tuple[str, float], Counted] = {}
    for row in rows:
        first.setdefault((row.span.doc, row.low), row)
    kept = list(first.values())[:SPANS]
    told: dict[float, Counted] = {}
    for row in kept:
        told.setdefault(row.low, row)
    voices = {facts.voice_of(r.span.doc) for r in kept}
    said = "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span)}”" for r in told.values())
    return Draft(
        kind="number",
        importance=3 if len(voices) > 1 else 2,
        weight=3 + 2 * min(len(voices), 3),
        statement=f"The numbers differ: {said}.",
        evidence=tuple(facts.shown(r.span, "gives the number") for r in kept),
        rule="divergence.counts-of-one-kind",
    )
