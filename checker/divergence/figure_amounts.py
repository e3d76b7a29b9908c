"""Amounts in one frame: how many somebody gathered, how long something lasted, in two texts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from checker.divergence import figure_rows, places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_deeds import Reader, numbered_alike
from checker.divergence.figure_framed import Amount, amounts
from checker.divergence.figure_kin import kindred, kinds
from checker.divergence.figure_measures import units
from checker.divergence.figure_pairs import aligned, each
from checker.divergence.quantities import kindred_nouns
from checker.model import Example, Rule, Span

SETTING = 5
"""Words around two amounts that texts share which tell them in one setting."""
RARE = 40
"""Amounts of one thing and participant; more are of a kind that is counted all the time."""
CLOSE = 0.35
"""Score of an alignment from which one shared participant is enough."""
EXTENTS = frozenset(
    {"long", "high", "wide", "deep", "tall", "thick", "broad", "heavy", "large", "away", "apart"}
)
EPISODE = 7, 120
"""Days between two texts of a running story in which undated deeds may be two; a much later text looks back."""
DIMENSIONS = frozenset({"duration", "length", "speed", "weight", "area", "share", "tally"})
BUCKET = 120
"""Stretches of time of one happening that are compared."""
MOST_APART = 50
"""How many times larger an amount may be; beyond that a word such as "million" was left out."""
TIMED = frozenset({"last", "spend", "punish"})
"""Kinds of deed whose length a stretch of time tells."""
RULES = (
    Rule(
        "divergence.amounts",
        "One deed, two amounts",
        "Texts tell one deed of the same persons or things with numbers that cannot both be right: how many were "
        "gathered, how long it lasted, how far, how heavy. Rounding, bounds and turned units are allowed for.",
        (
            Example(
                "The Alder Trust gathered 23 poets. / The Alder Trust had assembled 32 poets.",
                ("gathered 23 poets", "assembled 32 poets"),
            ),
            Example(
                "Anna Marn spent three hours with Tor Kolm. / Anna Marn spent about six hours with Tor Kolm.",
                ("spent three hours with Tor Kolm", "spent about six hours with Tor Kolm"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a deed and set of comparable texts."""
    times, reader = places.times(facts), Reader(facts, places.mentions(facts))
    read = {doc: amounts(facts, reader, doc, times[doc]) for doc in facts.documents}
    groups: list[dict[Span, Amount]] = []
    pairs = _pairs(facts, read)
    for a, b in sorted(pairs, key=lambda pair: (pair[0].span, pair[1].span, pair[0].low, pair[1].low)):
        if (
            _same(a, b, close=pairs[a, b] >= CLOSE)
            and not _episodes(facts, a, b)
            and not a.meets(b)
            and not _both(a, b, read)
        ):
            groups = figure_rows.joined(groups, a, b)
    return [_draft(facts, group) for group in groups]


def _pairs(facts: Facts, read: dict[str, list[Amount]]) -> dict[tuple[Amount, Amount], float]:
    """Amounts to compare, with the score of their sentences: aligned, of one occasion, of a thing and participant."""
    found: dict[tuple[Amount, Amount], float] = {}
    for circle in facts.circles():
        timed = [r for doc in sorted(circle) for r in read[doc] if r.unit == "duration"]
        found |= dict.fromkeys(each((r for r in timed if r.deed.numbered or r.days), BUCKET), 0.0)
    buckets: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for row in (row for doc in sorted(read) for row in read[doc]):
        for key in sorted(row.deed.keys & facts.entities.keys()):
            buckets[row.unit, key].append(row)
    for rows in buckets.values():
        found |= dict.fromkeys(
            (p for p in each(rows, RARE) if len(p[0].around & p[1].around) >= SETTING), 0.0
        )
    for a, b, score in aligned(facts, read):
        found[a, b] = max(score, found.get((a, b), 0.0))
    return {(a, b): n for (a, b), n in found.items() if a.span.doc != b.span.doc and a.unit == b.unit}


def _same(a: Amount, b: Amount, *, close: bool) -> bool:
    """One deed at one moment: kindred verbs, shared participants or one numbered occasion, no days that differ.

    `close` tells that the sentences are aligned well: then one who does it, or to whom it is done, is enough.
    """
    scale = max(a.high, b.high) > MOST_APART * max(a.low, b.low, 1e-9)
    if scale or a.narrowed != b.narrowed or a.deed.real != b.deed.real or _moments(a, b):
        return False
    told = (
        any(x.low <= v <= x.high for x, y in ((a, b), (b, a)) for v in y.numbers) and a.unit not in DIMENSIONS
    )
    if told or not _verbs_agree(a, b) or a.deed.clashes(b.deed):
        return False
    nouns = {a.unit, b.unit, *units()} | {n for n, kind in kindred_nouns().items() if kind == a.unit}
    shared = (a.deed.keys & b.deed.keys) - nouns
    role = shared & (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
    if len(shared) > 1 or (close and role):
        return True
    if a.unit in DIMENSIONS:
        return numbered_alike(a.deed, b.deed) and _one_day(a, b)
    return bool(shared) and a.unit != "person" and len(a.around & b.around) >= SETTING


def _verbs_agree(a: Amount, b: Amount) -> bool:
    """Kindred verbs; those whose length is told must be of one kind, or the same verb."""
    kin = kinds().get(a.deed.lemma, frozenset()) & kinds().get(b.deed.lemma, frozenset())
    timed = a.unit != "duration" or bool(kin & TIMED) or a.deed.lemma == b.deed.lemma
    return timed and kindred(a.deed.lemma, b.deed.lemma)


def _one_day(a: Amount, b: Amount) -> bool:
    return any(not x.apart(y) for x in a.days for y in b.days)


def _moments(a: Amount, b: Amount) -> bool:
    """Whether both have days, or days of the week, and none in common."""
    weekdays = bool(a.weekdays and b.weekdays) and not a.weekdays & b.weekdays
    return weekdays or (bool(a.days and b.days) and not _one_day(a, b))


def _episodes(facts: Facts, a: Amount, b: Amount) -> bool:
    """Whether two texts of a running story may tell of two like deeds: weeks apart, and no day says which."""
    one, other = (facts.documents[x.span.doc].published for x in (a, b))
    if one is None or other is None or (a.days and b.days):
        return False
    gap = abs((date.fromisoformat(one.to) - date.fromisoformat(other.to)).days)
    return EPISODE[0] < gap <= EPISODE[1]


def _both(a: Amount, b: Amount, read: dict[str, list[Amount]]) -> bool:
    """Whether one text gives both numbers: then they are of two things."""
    return any(
        row.unit == other.unit and row.meets(other) and kindred(row.deed.lemma, other.deed.lemma)
        for one, other in ((a, b), (b, a))
        for row in read[one.span.doc]
    )


def _draft(facts: Facts, group: dict[Span, Amount]) -> Draft:
    rows = list[Amount]()
    for _, row in sorted(group.items()):
        if not any(row.span.overlaps(kept.span) for kept in rows) and len(rows) < SPANS:
            rows.append(row)
    voices = figure_rows.voices(facts, rows)
    told: dict[float, Amount] = {}
    for row in rows:
        told.setdefault(row.low, row)
    return Draft(
        kind="number",
        importance=3 if voices > 1 else 2,
        weight=4 + 2 * voices,
        statement=f"One deed is told with different numbers: {figure_rows.said(facts, told.values())}.",
        evidence=tuple(facts.shown(r.span, "gives the number") for r in rows),
        rule="divergence.amounts",
    )
