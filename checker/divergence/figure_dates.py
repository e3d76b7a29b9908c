"""Dates that do not come out: arithmetic inside a text, and one day or act dated differently in two."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from checker.divergence import places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_kin import ordinal
from checker.divergence.label_lexicon import families
from checker.divergence.phrasing import day_in_words, plain
from checker.model import WEEKDAYS, Document, Example, Rule, Span, TimeExpression

REFORMED = 1800
"""Year from which a date has one day of the week everywhere in the West."""
BESIDE = re.compile(r"\s*[,;(–—-]?\s*(?:i\.e\.,?\s|that is,?\s|namely,?\s)?(?:on\s|of\s)?", re.IGNORECASE)
RULES = (
    Rule(
        "divergence.days-that-do-not-add-up",
        "A text's own days do not add up",
        "A relative expression (two days later, the second day of the siege) stands beside an explicit date "
        "that is another day than the text's own anchor gives.",
        (
            Example(
                "On June 3, 2031, the pair met in Zenda. Four days later, on June 9, they met again.",
                ("June 3, 2031", "Four days later, on June 9"),
            ),
            Example(
                "On May 4, 2031, the chair resigned. Two days later, on May 8, a deputy took over.",
                ("May 4, 2031", "Two days later, on May 8"),
            ),
        ),
    ),
    Rule(
        "divergence.nth-day",
        "One day, counted or dated differently",
        "Texts put the same numbered day of one thing on different dates.",
        (
            Example(
                "On May 5, 2031, the second day of the siege, Rassendyll spoke. / "
                "On May 6, 2031, the second day of the siege, Rassendyll spoke.",
                ("May 5, 2031, the second day of the siege", "May 6, 2031, the second day of the siege"),
            ),
            Example(
                "On June 3, 2031, the third day of the war, Anna Marn called for talks. / "
                "On June 4, 2031, the third day of the invasion, Anna Marn called for talks.",
                ("June 3, 2031, the third day of the war", "June 4, 2031, the third day of the invasion"),
            ),
        ),
    ),
    Rule(
        "divergence.weekday-of-another-date",
        "A date with the day of the week of another",
        "A text gives a full date a day of the week that the calendar does not.",
        (
            Example("The bridge fell on Monday, 4 March 2031.", ("Monday, 4 March 2031",)),
            Example("It was sold on Sunday, June 5, 1998, in Varn.", ("Sunday, June 5, 1998",)),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kinds `date` and `inconsistency`."""
    times = places.times(facts)
    inside = [d for doc in sorted(times) for d in _inside(facts, facts.documents[doc], times[doc])]
    circles = [
        d for circle in facts.circles() for d in _days(facts, {doc: times[doc] for doc in sorted(circle)})
    ]
    weekdays = [d for doc in sorted(times) for time in times[doc] if (d := _weekday(facts, time))]
    return [*inside, *weekdays, *circles]


def _inside(facts: Facts, document: Document, times: list[TimeExpression]) -> list[Draft]:
    by_span = {t.span: t for t in times}
    drafts = []
    for left, right in pairwise(times):
        if not _beside(document, left.span, right.span):
            continue
        for counted, stated in ((left, right), (right, left)):
            anchor = by_span.get(counted.anchor) if counted.anchor else None
            if anchor and anchor is not stated and _off(counted, stated):
                drafts.append(_sum(facts, anchor, counted, stated))
    return drafts


def _beside(document: Document, left: Span, right: Span) -> bool:
    between = document.text[left.end : right.start]
    return len(between) <= 40 and bool(BESIDE.fullmatch(between))


def _off(counted: TimeExpression, stated: TimeExpression) -> bool:
    """Whether an exactly counted day is another than the one that is stated."""
    if counted.rule not in {"time.offset", "time.event", "time.ordinal"} or counted.basis != "text anchor":
        return False
    exact = counted.from_ is not None and counted.from_ == counted.to and stated.from_ == stated.to
    return stated.rule == "time.date" and exact and stated.from_ is not None and counted.from_ != stated.from_


def _sum(facts: Facts, anchor: TimeExpression, counted: TimeExpression, stated: TimeExpression) -> Draft:
    both = _joined(counted.span, stated.span)
    name, day = facts.name(both.doc), day_in_words(counted.from_ or "")
    return Draft(
        kind="inconsistency",
        importance=3,
        weight=6,
        statement=f"In {name}, “{plain(facts, counted.span)}”, counted from “{plain(facts, anchor.span)}”, "
        f"is {day}; the text says “{plain(facts, stated.span)}”.",
        evidence=(facts.shown(anchor.span, "counted from"), facts.shown(both, f"would be {day}")),
        rule="divergence.days-that-do-not-add-up",
    )


def _joined(a: Span, b: Span) -> Span:
    return Span(a.doc, min(a.start, b.start), max(a.end, b.end))


def _days(facts: Facts, times: dict[str, list[TimeExpression]]) -> list[Draft]:
    """Numbered days of one thing across texts: one number on two dates."""
    rows = [t for held in times.values() for t in held if t.rule in {"time.ordinal", "time.event"}]
    counted = [(t, thing, n) for t in rows if (thing := _thing(facts, t)) and (n := _number(facts, t))]
    return [
        d
        for i, (a, thing, number) in enumerate(counted)
        for b, other, same in counted[i + 1 :]
        if a.span.doc != b.span.doc and thing == other and ordinal(number) == ordinal(same)
        if (d := _dated(facts, times, a, b, number))
    ]


def _thing(facts: Facts, time: TimeExpression) -> str:
    """What the days are counted from; empty where days are not what is counted."""
    words = facts.quote(time.span).lower().replace("’", "'")
    nouns = re.findall(r"[a-z-]+", words)
    if "day" not in nouns and "days" not in nouns:
        return ""
    for family in families():
        if set(nouns) & {t.rsplit(" ", 1)[-1] for t in family.terms}:
            return family.name
    return str(nouns[-1])


def _noun(facts: Facts, time: TimeExpression) -> str:
    """The text's own word for what the days are counted from."""
    nouns = re.findall(r"[a-z-]+", facts.quote(time.span).lower().replace("’", "'"))
    known = {t.rsplit(" ", 1)[-1] for f in families() if f.name == _thing(facts, time) for t in f.terms}
    return str(next((n for n in nouns if n in known), nouns[-1]))


def _number(facts: Facts, time: TimeExpression) -> str:
    """The ordinal, "second" also for "the day after"."""
    words = facts.quote(time.span).lower()
    if words.startswith("the day after"):
        return "second"
    return next((word for word in re.findall(r"[a-z0-9-]+", words) if ordinal(word)), "")


def _stated(facts: Facts, rows: list[TimeExpression], time: TimeExpression) -> tuple[str | None, Span]:
    """The date that stands beside a counted day, else the one that it was resolved to; and the words for it."""
    for other in rows:
        first, second = sorted((time.span, other.span))
        if other.rule == "time.date" and _beside(facts.documents[time.span.doc], first, second):
            return (other.from_ if other.from_ == other.to else None), _joined(first, second)
    return (time.from_ if time.from_ == time.to else None), time.span


def _dated(
    facts: Facts, times: dict[str, list[TimeExpression]], a: TimeExpression, b: TimeExpression, number: str
) -> Draft | None:
    """One number, two dates."""
    (day, here), (other, there) = _stated(facts, times[a.span.doc], a), _stated(facts, times[b.span.doc], b)
    if not day or not other or day == other:
        return None
    names = facts.name(a.span.doc), facts.name(b.span.doc)
    one, two = day_in_words(day), day_in_words(other)
    thing = " or ".join(sorted({_noun(facts, a), _noun(facts, b)}))
    said = f"The {number} day of the {thing} is {one} in {names[0]}, {two} in {names[1]}."
    return _draft(facts, said, [(here, f"is {one}"), (there, f"is {two}")])


def _draft(facts: Facts, said: str, rows: list[tuple[Span, str]]) -> Draft:
    voices = {facts.voice_of(span.doc) for span, _ in rows}
    return Draft(
        kind="date",
        importance=2,
        weight=2 + 2 * len(voices),
        statement=said,
        evidence=tuple(facts.shown(span, role) for span, role in rows),
        rule="divergence.nth-day",
    )


def _weekday(facts: Facts, time: TimeExpression) -> Draft | None:
    """A date whose own words say its year and a day of the week that does not fit."""
    words = facts.quote(time.span)
    said = next((n for n, name in enumerate(WEEKDAYS) if words.startswith(name)), None)
    if time.rule != "time.date" or said is None or time.from_ is None or time.from_ != time.to:
        return None
    day = date.fromisoformat(time.from_)
    if str(day.year) not in words or day.year < REFORMED or day.weekday() == said:
        return None
    true = f"{day_in_words(time.from_)} is a {WEEKDAYS[day.weekday()]}"
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(time.span.doc)}, “{plain(facts, time.span)}”: {true}.",
        evidence=(facts.shown(time.span, f"is a {WEEKDAYS[day.weekday()]}"),),
        rule="divergence.weekday-of-another-date",
    )
