"""One deed on two days: "flew to Varn on 5 March", "flew to Varn on 6 March"; the third round on two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from checker.divergence import figure_rows, places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_days import APART
from checker.divergence.figure_deeds import Reader, numbered_alike
from checker.divergence.figure_kin import kindred, lexicon
from checker.divergence.figure_moments import Dated, dated
from checker.divergence.figure_pairs import aligned, each
from checker.model import Example, Rule, Span

NEAR = 2
"""Days between two dates of a deed that may well be done again; ten more or less are a slip of the pen."""
TEN = 10
SETTING = 5
"""Words around a deed that two texts share which tell it in one setting, though their sentences are not aligned."""
RARE = 40
"""Deeds that share two participants; more are of a kind that is done all the time."""
BUCKET = 120
"""Deeds of one participant, or of one event, that are compared within one happening."""
SHARED = 2
"""Participants, or words around a numbered occasion, that two texts share when they speak of one deed."""
RULES = (
    Rule(
        "divergence.deed-dated-differently",
        "One deed, two days",
        "Texts put one deed of the same persons or things, or one numbered occasion (the third round), on different "
        "days. Plans, bounds (“by Monday”) and deeds that a text puts on both days are left alone.",
        (
            Example(
                "Anna Marn flew to Lisbon on 4 May. / On 5 May, Anna Marn flew to Lisbon.",
                ("flew to Lisbon on 4 May", "On 5 May, Anna Marn flew to Lisbon"),
            ),
            Example(
                "The owners handed the keys to the mayor on 3 June. / The keys were given to the mayor on 4 June.",
                ("handed the keys to the mayor on 3 June", "given to the mayor on 4 June"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`, one a deed and set of comparable texts."""
    times = places.times(facts)
    reader = Reader(facts, places.mentions(facts))
    read = {doc: dated(facts, reader, doc, times[doc]) for doc in facts.documents}
    groups: list[dict[Span, Dated]] = []
    for a, b in sorted(_pairs(facts, read), key=lambda pair: (pair[0].span, pair[1].span)):
        if _differ(a, b) and not _both(a, b, read) and _knew(facts, a, b) and _knew(facts, b, a):
            groups = figure_rows.joined(groups, a, b)
    return [_draft(facts, group) for group in groups]


def _pairs(facts: Facts, read: dict[str, list[Dated]]) -> set[tuple[Dated, Dated]]:
    """Deeds to compare: of one happening, of aligned sentences, of one event, and of two same participants."""
    found: set[tuple[Dated, Dated]] = {(a, b) for a, b, _ in aligned(facts, read)}
    for circle in facts.circles():
        for rows in _buckets(row for doc in sorted(circle) for row in read[doc]).values():
            found.update(each(rows, BUCKET))
    for event in facts.events.values():
        held = {row for m in event.mentions for row in read.get(m.doc, ()) if row.span.overlaps(m)}
        found.update(each(held, BUCKET))
    years: dict[str, set[str]] = defaultdict(set)
    for time in facts.times:
        years[time.span.doc].add((time.from_ or "")[:4])
    sharing: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for row in (row for doc in sorted(read) for row in read[doc]):
        for two in combinations(sorted(row.deed.keys), 2):
            sharing[two].append(row)
    for two, rows in sharing.items():
        least = 0 if facts.entities.keys() >= set(two) else SETTING
        found.update(pair for pair in each(rows, RARE) if _one_setting(years, *pair, least))
    return {(a, b) for a, b in found if a.span.doc != b.span.doc}


def _buckets(rows: Iterable[Dated]) -> dict[object, list[Dated]]:
    """Rows by each participant and numbered occasion."""
    found: dict[object, list[Dated]] = defaultdict(list)
    for row in rows:
        for key in (*sorted(row.deed.keys), *sorted({number for number, _ in row.deed.numbered})):
            found[key].append(row)
    return found


def _one_setting(years: dict[str, set[str]], a: Dated, b: Dated, least: int) -> bool:
    """Whether so many words around two deeds agree, and the year of one is told in the other's text."""
    if len(a.around & b.around) < least:
        return False
    both = ((a, b), (b, a))
    return any(x.day.likely and str(x.day.likely) in years[y.span.doc] for x, y in both)


def _knew(facts: Facts, a: Dated, b: Dated) -> bool:
    """Whether the text of `a` is young enough to tell what the other puts on the day of `b`."""
    published = facts.documents[a.span.doc].published
    if published is None or not b.deed.real or numbered_alike(a.deed, b.deed):
        return True
    year = b.day.year or int(published.to[:4])
    return b.day.in_year(year) <= published.to


def _differ(a: Dated, b: Dated) -> bool:
    """One deed, two days that are close enough for one of them to be wrong."""
    gap = a.day.apart(b.day)
    slip = gap == TEN and a.day.named and b.day.named and a.day.month == b.day.month
    return (0 < gap <= (APART if _once(a, b) else NEAR) or slip) and _same(a, b)


def _same(a: Dated, b: Dated) -> bool:
    """One deed: kindred verbs and shared participants, none that exclude each other; or one numbered occasion.

    What somebody says on a day is one deed only where a text is told over again, in a translation or a reprint.
    """
    if a.deed.real != b.deed.real or a.deed.clashes(b.deed):
        return False
    if numbered_alike(a.deed, b.deed):
        nouns = {noun for d in (a, b) for _, noun in d.deed.numbered}
        first = 1 in {n for n, _ in a.deed.numbered}
        return len((a.around & b.around) - nouns) >= SHARED + first
    if a.said or b.said:
        return a.voice == b.voice and a.deed.lemma == b.deed.lemma and bool(a.deed.agents & b.deed.agents)
    if not kindred(a.deed.lemma, b.deed.lemma):
        return False
    return len(a.deed.keys & b.deed.keys) >= SHARED or _once(a, b) or _happened(a, b)


def _once(a: Dated, b: Dated) -> bool:
    """A deed done once in a life, of the same one."""
    verbs = {a.deed.lemma, b.deed.lemma}
    shared = (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
    return verbs <= set(lexicon()["once"]["verbs"]) and bool(shared)


def _happened(a: Dated, b: Dated) -> bool:
    """Something that befalls a thing, told in one setting: "the volcano erupted"."""
    verbs = {a.deed.lemma, b.deed.lemma}
    shared = (a.deed.agents | a.deed.patients) & (b.deed.agents | b.deed.patients)
    return verbs <= set(lexicon()["once"]["happen"]) and bool(shared) and len(a.around & b.around) > SHARED


def _both(a: Dated, b: Dated, read: dict[str, list[Dated]]) -> bool:
    """Whether one text puts such a deed on both days: then it was done twice."""
    return any(
        not row.day.apart(other.day) and _same(row, other)
        for one, other in ((a, b), (b, a))
        for row in read[one.span.doc]
    )


def _draft(facts: Facts, group: dict[Span, Dated]) -> Draft:
    rows = [row for _, row in sorted(group.items())][:SPANS]
    voices = figure_rows.voices(facts, rows)
    told = dict[str, Dated]()
    for row in rows:
        told.setdefault(row.day.words, row)
    return Draft(
        kind="date",
        importance=3 if voices > 1 else 2,
        weight=5 + voices,
        statement=f"One deed is put on different days: {figure_rows.said(facts, told.values())}.",
        evidence=tuple(facts.shown(r.span, f"puts it on {r.day.words}") for r in rows),
        rule="divergence.deed-dated-differently",
    )
