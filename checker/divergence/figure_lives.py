"""Ages and years of lives and offices that do not come out, in one text or between two."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.figure_deeds import reader
from checker.divergence.life_dates import ASKED, Began, began
from checker.divergence.life_posts import one_office
from checker.divergence.phrasing import plain
from checker.model import Example, Rule, Span

SHOWN = 140
"""Characters of a text's words in a statement."""
NEAR = 60
"""Days between two texts of which the later one cannot make somebody younger."""
OFF, FARTHEST = 2, 12
"""Years between two beginnings of an office of which one may be wrong; further apart these are two offices."""
_LIFE = re.compile(
    r"\bborn (?:[^.;]{0,40}? )?(?P<born>1[6-9]\d\d|20\d\d)\b[^.;]{0,80}?"
    r"\bdied (?:[^.;]{0,40}? )?(?P<died>1[6-9]\d\d|20\d\d)\b[^.;]{0,40}?"
    r"\b(?:at the age of|aged|at age) (?P<age>\d{1,3})\b",
    re.IGNORECASE,
)
UNDATED = 3
"""Years that may lie between two texts without a day."""
RULES = (
    Rule(
        "divergence.ages",
        "One person, two ages",
        "Texts give one person ages that lie further apart than the days on which the texts were published.",
        (
            Example(
                "Anna Marn, 58, sold the mill. / The mill was sold by Anna Marn, 64, in May.",
                ("Anna Marn, 58", "Anna Marn, 64"),
            ),
            Example(
                "The 31-year-old Tor Kolm won the race. / Tor Kolm (37) won the race.",
                ("31-year-old Tor Kolm", "Tor Kolm (37"),
            ),
        ),
    ),
    Rule(
        "divergence.life-that-does-not-add-up",
        "Years of a life that do not come out",
        "In one text, ages, years of birth and death, and how long somebody has held a post (“since 1999”, “for 22 "
        "years”) do not fit each other or the day of publication.",
        (
            Example(
                "She was born in 1950 and died in 2020 at the age of 65.",
                ("born in 1950 and died in 2020 at the age of 65",),
            ),
            Example(
                "Anna Marn was 29 when she joined the mill, in 1998. Anna Marn was born in 1975.",
                ("was 29 when she joined the mill, in 1998", "born in 1975"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `number` and `inconsistency`."""
    times, deeds = places.times(facts), reader(facts)
    told = {doc: began(facts, deeds, doc, times[doc]) for doc in sorted(facts.documents)}
    inside = [draft for doc, rows in told.items() for draft in (*_lives(facts, doc), *_inside(facts, rows))]
    return [*_ages(facts, told), *inside]


def _ages(facts: Facts, told: dict[str, list[Began]]) -> list[Draft]:
    """One draft a person: the first age in each text, where two cannot both be right."""
    held: dict[str, dict[str, Began]] = defaultdict(dict)
    for doc, rows in told.items():
        for row in rows:
            if row.what == "birth" and row.beside:
                held[row.who].setdefault(doc, row)
    drafts = []
    for person, ages in sorted(held.items()):
        pairs = list(combinations(ages.values(), 2))
        apart = {row for a, b in pairs if a.gap(b) > (0 if a.last > 0 else UNDATED) for row in (a, b)}
        apart |= {row for a, b in pairs if _younger(facts, a, b) for row in (a, b)}
        if apart:
            drafts.append(_age_draft(facts, person, sorted(apart, key=lambda r: r.span)[:SPANS]))
    return drafts


def _younger(facts: Facts, a: Began, b: Began) -> bool:
    """Whether somebody is younger in a text that appeared in the days after another, or has two ages on one day."""
    days = [facts.documents[row.span.doc].published for row in (a, b)]
    one, other = (date.fromisoformat(day.from_) if day and day.from_ == day.to else None for day in days)
    if one is None or other is None or abs(other - one) > timedelta(days=NEAR):
        return False
    ages = [day.year - row.last for day, row in ((one, a), (other, b))]
    return ages[0] != ages[1] and (one == other or (one < other) == (ages[1] < ages[0]))


def _age_draft(facts: Facts, person: str, rows: list[Began]) -> Draft:
    said = "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span)}”" for r in rows)
    return Draft(
        kind="number",
        importance=2,
        weight=4 + len(rows),
        statement=f"{facts.entities[person].name} has different ages: {said}.",
        evidence=tuple(facts.shown(r.span, _role(r)) for r in rows),
        rule="divergence.ages",
    )


def _role(row: Began) -> str:
    """What an age says; the year of birth only where the text has a day of publication."""
    return f"born in {row.first} or {row.last}" if row.last > 0 else "gives the age"


def _inside(facts: Facts, rows: list[Began]) -> list[Draft]:
    """Statements of one text by which one life or one office began in two years."""
    drafts, shown = list[Draft](), set[Span]()
    for a, b in combinations(rows, 2):
        if not _one_person(facts, a, b) or {a.span, b.span} & shown:
            continue
        born = a.what == b.what == "birth" and a.gap(b) > 0
        office = "birth" not in {a.what, b.what} and one_office(a.what, b.what)
        if born or (office and a.dated != b.dated and OFF <= a.gap(b) <= FARTHEST):
            shown |= {a.span, b.span}
            drafts.append(_inside_draft(facts, a, b))
    return drafts


def _one_person(facts: Facts, a: Began, b: Began) -> bool:
    """Whether two statements are about one; who says "I" in an interview is the person it is about."""
    if a.who == b.who:
        return True
    other = b.who if a.who == ASKED else a.who if b.who == ASKED else None
    return other in facts.entities and facts.entities[other or ""].type == "PERSON"


def _inside_draft(facts: Facts, a: Began, b: Began) -> Draft:
    what = "a beginning" if a.what != "birth" else "a year of birth" if a.last > 0 else "an age"
    said = [f"“{plain(facts, r.span, SHOWN)}” makes {_years(r)}" for r in (a, b)]
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(a.span.doc)}, {what} by two statements: {said[0]}, {said[1]}.",
        evidence=tuple(facts.shown(r.span, f"makes {_years(r)}") for r in (a, b)),
        rule="divergence.life-that-does-not-add-up",
    )


def _years(row: Began) -> str:
    """The years of the beginning; the age, where the text has no day of publication to count back from."""
    if row.last <= 0:
        return f"{-row.last} years"
    if row.first == row.last:
        return str(row.first)
    return f"{row.first} or {row.last}" if row.last - row.first == 1 else f"{row.first} to {row.last}"


def _lives(facts: Facts, doc: str) -> list[Draft]:
    document, drafts = facts.documents[doc], list[Draft]()
    for start, end in document.body:
        for match in _LIFE.finditer(document.text, start, end):
            years = int(match["died"]) - int(match["born"])
            if years - int(match["age"]) not in {0, 1}:
                span = facts.cut(Span(doc, match.start(), match.end()))
                drafts.append(_life_draft(facts, span, years))
    return drafts


def _life_draft(facts: Facts, span: Span, years: int) -> Draft:
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(span.doc)}, “{plain(facts, span, SHOWN)}”: the years make {years - 1} or {years}.",
        evidence=(facts.shown(span, f"make {years - 1} or {years} years"),),
        rule="divergence.life-that-does-not-add-up",
    )
