"""One deed at two times: "flew to Varn on 5 March" and "on 6 March", "closed in May" and "the closure in August"."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from checker.divergence import figure_rows, places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_deeds import numbered_alike, reader
from checker.divergence.figure_kin import kindred, lexicon, shared_kinds
from checker.divergence.figure_pairs import aligned, each, together
from checker.divergence.timed_deeds import Timed, timed
from checker.model import Example, Rule, Span

NEAR, TEN = 2, 10
"""Days between two times of a deed that may well be done again; ten more or less are a slip of the pen."""
FARTHEST, LIFETIME = 800, 6000
"""Days between two times of a deed that is done once to a thing; and of one that is known by its year."""
SETTING = 5
"""Words around a deed that two texts of no common group share which tell it in one setting."""
RARE, BUCKET = 40, 120
"""Deeds that share two participants, or one within one happening, that are compared."""
SHARED = 2
"""Participants that two texts share when they speak of one deed that may be done again."""
VERDICTS = frozenset({"find", "convict", "sentence", "jail", "acquit", "clear", "fine", "charge"})
RULES = (
    Rule(
        "divergence.deed-dated-differently",
        "One deed, two times",
        "Texts put one deed of the same persons or things, one deadline, or one numbered occasion (the third round) at "
        "times that have no day in common. Plans against deeds, bounds (“by Monday”), and deeds that a text puts at "
        "both times are left alone; what may be done again counts only where the days lie close.",
        (
            Example(
                "Anna Marn flew to Lisbon on 4 May. / On 5 May, Anna Marn flew to Lisbon.",
                ("Anna Marn flew to Lisbon on 4 May", "On 5 May, Anna Marn flew to Lisbon"),
            ),
            Example(
                "The boiler survey at Oru fell due in March 2031. / The Oru boiler survey was due by 30 June 2031.",
                ("boiler survey at Oru fell due in March 2031", "Oru boiler survey was due by 30 June 2031"),
            ),
            Example(
                "The Alder Trust was founded in 1987. / The Alder Trust was founded in 1978 as a school.",
                ("Alder Trust was founded in 1987", "Alder Trust was founded in 1978 as a school"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `date`, one a deed and set of comparable texts."""
    times, deeds = places.times(facts), reader(facts)
    read = {doc: timed(facts, deeds, doc, times[doc]) for doc in facts.documents}
    groups: list[dict[Span, Timed]] = []
    for a, b in sorted(_pairs(facts, read), key=lambda pair: (pair[0].span, pair[1].span)):
        if (
            _differ(a, b)
            and not _are_judged_apart(facts, a, b)
            and not _both(a, b, read)
            and _knew(facts, a, b)
            and _knew(facts, b, a)
        ):
            groups = figure_rows.joined(groups, a, b)
    return [_draft(facts, group) for group in groups]


def _pairs(facts: Facts, read: dict[str, list[Timed]]) -> set[tuple[Timed, Timed]]:
    """Deeds to compare: of one happening, of aligned sentences, of one event, and of two same participants."""
    found: set[tuple[Timed, Timed]] = {(a, b) for a, b, _ in aligned(facts, read)}
    found.update(together(facts, read, _keys, BUCKET))
    for event in facts.events.values():
        held = {row for m in event.mentions for row in read.get(m.doc, ()) if row.span.overlaps(m)}
        found.update(each(held, BUCKET))
    years: dict[str, set[str]] = defaultdict(set)
    for time in facts.times:
        years[time.span.doc].add((time.from_ or "")[:4])
    sharing: dict[tuple[str, str], list[Timed]] = defaultdict(list)
    for row in (row for doc in sorted(read) for row in read[doc]):
        for two in combinations(sorted(row.deed.keys), 2):
            sharing[two].append(row)
    for two, rows in sharing.items():
        least = 0 if facts.entities.keys() >= set(two) else SETTING
        found.update(pair for pair in each(rows, RARE) if _one_setting(years, *pair, least))
    return found


def _keys(row: Timed) -> set[str | int]:
    """Each participant, thing and numbered occasion of a deed."""
    return {*row.deed.keys, *row.things, *(number for number, _ in row.deed.numbered)}


def _one_setting(years: dict[str, set[str]], a: Timed, b: Timed, least: int) -> bool:
    """Whether so many words around two deeds agree, and the year of one is told in the other's text."""
    if len(a.around & b.around) < least:
        return False
    both = ((a, b), (b, a))
    return any(x.day and x.day.likely and str(x.day.likely) in years[y.span.doc] for x, y in both)


def _knew(facts: Facts, a: Timed, b: Timed) -> bool:
    """Whether the text of `a` is young enough to tell what the other puts at the time of `b`."""
    published = facts.documents[a.span.doc].published
    planned = not b.deed.real or b.deed.lemma == "due"
    if published is None or planned or numbered_alike(a.deed, b.deed):
        return True
    if b.day is None:
        return (b.first or "") <= published.to
    return b.day.in_year(b.day.year or int(published.to[:4])) <= published.to


def _differ(a: Timed, b: Timed) -> bool:
    """One deed, two times that are close enough for one of them to be wrong."""
    gap = a.gap(b)
    if not gap or not _one_mood(a, b) or not _same(a, b):
        return False
    if _yearly(a, b) or _once(a, b):
        return gap <= (LIFETIME if _yearly(a, b) else FARTHEST)
    exact = a.day is not None and b.day is not None
    slip = exact and gap == TEN and a.day is not None and b.day is not None and a.day.month == b.day.month
    return exact and (gap <= NEAR or slip or numbered_alike(a.deed, b.deed))


def _are_judged_apart(facts: Facts, a: Timed, b: Timed) -> bool:
    """Whether two verdicts name whom they are on, and nobody in both: one trial may have several."""
    one, other = (_judged(facts, row) for row in (a, b))
    return bool(one and other) and not one & other


def _judged(facts: Facts, row: Timed) -> set[str]:
    """The names behind the verb of a verdict."""
    parse, verb = facts.parses[row.span.doc], row.deed.verb
    if row.deed.lemma not in VERDICTS:
        return set()
    behind = (parse.tokens[i] for i in parse.subtree(verb) if i > verb)
    return {t.text for t in behind if t.pos == "PROPN" and t.text not in row.words}


def _one_mood(a: Timed, b: Timed) -> bool:
    """Whether both tell it as done, or both as planned; what is told in the present may be either."""
    return a.deed.real == b.deed.real or any(x.present and not y.deed.real for x, y in ((a, b), (b, a)))


def _same(a: Timed, b: Timed) -> bool:
    """One deed: kindred verbs and shared participants, none that exclude each other; or one numbered occasion.

    What somebody says on a day is one deed only where a text is told over again, in a translation or a reprint.
    """
    if a.deed.clashes(b.deed):
        return False
    alike = kindred(a.deed.lemma, b.deed.lemma)
    if numbered_alike(a.deed, b.deed) and (alike or 1 not in {n for n, _ in a.deed.numbered}):
        nouns = {noun for d in (a, b) for _, noun in d.deed.numbered}
        return len((a.around & b.around) - nouns) >= SHARED
    if a.said or b.said:
        return a.voice == b.voice and a.deed.lemma == b.deed.lemma and bool(a.deed.agents & b.deed.agents)
    shared = a.deed.keys & b.deed.keys - (a.things if a.some and b.some else frozenset())
    return alike and (len(shared) >= SHARED or _once(a, b))


def _once(a: Timed, b: Timed) -> bool:
    """A deed that is done once to a thing, and the same thing; or the same person's with a thing that "it" names."""
    kin = shared_kinds(a.deed.lemma, b.deed.lemma)
    verbs = {a.deed.lemma, b.deed.lemma} <= {*lexicon()["once"]["verbs"], *lexicon()["once"]["happen"], "due"}
    if not verbs and not kin & frozenset(lexicon()["once"]["kinds"]):
        return False
    if a.things & b.things:
        return not (a.some and b.some)
    either = a.deed.agents & b.deed.keys or b.deed.agents & a.deed.keys
    return bool(either) and (a.loose or b.loose) and not (a.deed.patients and b.deed.patients)


def _yearly(a: Timed, b: Timed) -> bool:
    """A deed that one thing undergoes in one year only, by the same verb."""
    return (
        a.deed.lemma == b.deed.lemma
        and a.deed.lemma in lexicon()["yearly"]["verbs"]
        and bool(a.things & b.things)
    )


def _both(a: Timed, b: Timed, read: dict[str, list[Timed]]) -> bool:
    """Whether one text puts such a deed at both times: then it was done twice."""
    return any(
        not row.gap(other) and row is not one and kindred(row.deed.lemma, other.deed.lemma) and bool(
            (row.things | row.deed.keys) & (other.things | other.deed.keys)
        )
        for one, other in ((a, b), (b, a))
        for row in read[one.span.doc]
    )  # fmt: skip


def _draft(facts: Facts, group: dict[Span, Timed]) -> Draft:
    rows = figure_rows.shown(group)
    voices = figure_rows.voices(facts, rows)
    told = dict[str, Timed]()
    for row in rows:
        told.setdefault(row.first or row.words, row)
    return Draft(
        kind="date",
        importance=3 if voices > 1 else 2,
        weight=5 + voices,
        statement=f"One deed is put at different times: {figure_rows.said(facts, told.values())}.",
        evidence=tuple(
            facts.shown(r.span, f"puts it on {r.day.words}" if r.day else "puts it in time") for r in rows
        ),
        rule="divergence.deed-dated-differently",
    )
