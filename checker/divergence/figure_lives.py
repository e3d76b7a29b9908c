"""Years and ages: how old somebody is, when something was founded, and lives whose years do not come out."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from math import ceil

from checker.divergence import places
from checker.divergence.draft import SPANS, Draft, Facts
from checker.divergence.phrasing import plain
from checker.model import Entity, Example, Rule, Span

OLDEST = 120
MOST = 60
"""Deeds of one participant that are compared."""
_BEHIND = re.compile(r"(?:,? (?:now )?aged |, | \()(?P<age>\d{1,3})(?=[,;.)]| (?:who|and|was|is|has|died)\b)")
_BEFORE = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old (?:[\w’'-]+ ){0,3}$")
_LIFE = re.compile(
    r"\bborn (?:[^.;]{0,40}? )?(?P<born>1[6-9]\d\d|20\d\d)\b[^.;]{0,80}?"
    r"\bdied (?:[^.;]{0,40}? )?(?P<died>1[6-9]\d\d|20\d\d)\b[^.;]{0,40}?"
    r"\b(?:at the age of|aged|at age) (?P<age>\d{1,3})\b"
)
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
        "In one sentence, the years of birth and death and the age at death do not fit each other.",
        (
            Example(
                "She was born in 1950 and died in 2020 at the age of 65.",
                ("born in 1950 and died in 2020 at the age of 65",),
            ),
            Example(
                "Born in Oru in 1901, he died in 1950, aged 59.",
                ("Born in Oru in 1901, he died in 1950, aged 59",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `number`, `date` and `inconsistency`."""
    named = places.mentions(facts)
    lives = [d for doc in sorted(facts.documents) for d in _lives(facts, doc)]
    return [*_ages(facts, named), *lives]


def _ages(facts: Facts, named: dict[str, list[tuple[Span, Entity]]]) -> list[Draft]:
    """One draft a person: the first age in each text, where two cannot both be right."""
    held: dict[str, dict[str, tuple[int, Span]]] = defaultdict(dict)
    for doc in sorted(named):
        for mention, entity in named[doc] if doc in facts.documents else ():
            found = _age(facts, mention) if entity.type == "PERSON" else None
            if found:
                held[entity.entity].setdefault(doc, found)
    drafts = []
    for person, ages in sorted(held.items()):
        rows = [
            (doc, age, span)
            for doc, (age, span) in sorted(ages.items())
            if any(
                abs(age - other) >= _least(facts, doc, there)
                for there, (other, _) in ages.items()
                if there != doc
            )
        ]
        drafts += [_age_draft(facts, facts.entities[person].name, rows[:SPANS])] if rows else []
    return drafts


def _age(facts: Facts, mention: Span) -> tuple[int, Span] | None:
    """The age that stands right behind or before a name."""
    text = facts.documents[mention.doc].text
    behind = _BEHIND.match(text, mention.end)
    before = _BEFORE.search(text, max(0, mention.start - 60), mention.start)
    if behind and int(behind["age"]) <= OLDEST:
        return int(behind["age"]), Span(mention.doc, mention.start, behind.end("age"))
    if before and int(before["age"]) <= OLDEST:
        return int(before["age"]), Span(mention.doc, before.start(), mention.end)
    return None


def _least(facts: Facts, one: str, other: str) -> int:
    """The least number of years between two ages that cannot both be right."""
    here, there = facts.documents[one].published, facts.documents[other].published
    if here is None or there is None:
        return 2
    days = abs((date.fromisoformat(here.to) - date.fromisoformat(there.from_)).days)
    return 1 + ceil(days / 365)


def _age_draft(facts: Facts, name: str, rows: list[tuple[str, int, Span]]) -> Draft:
    told = {age: f"{facts.name(doc)} “{plain(facts, span)}”" for doc, age, span in reversed(rows)}
    return Draft(
        kind="number",
        importance=2,
        weight=4 + len(rows),
        statement=f"{name} has different ages: {'; '.join(told[age] for age in sorted(told))}.",
        evidence=tuple(facts.shown(span, f"gives the age {age}") for _, age, span in rows),
        rule="divergence.ages",
    )


def _lives(facts: Facts, doc: str) -> list[Draft]:
    document, drafts = facts.documents[doc], list[Draft]()
    for start, end in document.body:
        for match in re.finditer(_LIFE.pattern, document.text[start:end], re.IGNORECASE):
            years = int(match["died"]) - int(match["born"])
            if years - int(match["age"]) not in {0, 1}:
                span = facts.cut(Span(doc, start + match.start(), start + match.end()))
                drafts.append(_life_draft(facts, span, years))
    return drafts


def _life_draft(facts: Facts, span: Span, years: int) -> Draft:
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(span.doc)}, “{plain(facts, span, 140)}”: the years make {years - 1} or {years}.",
        evidence=(facts.shown(span, f"make {years - 1} or {years} years"),),
        rule="divergence.life-that-does-not-add-up",
    )
