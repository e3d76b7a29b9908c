"""Parts of one text that do not make up their whole."""

from __future__ import annotations

from itertools import pairwise

from checker.divergence import places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_counts import Count, Row, after, counted, inexact, span_of
from checker.divergence.phrasing import plain
from checker.model import Example, Parse, Rule, Span

BACK = 2
"""Sentences before the parts in which their whole is told."""
SHARING = frozenset({("of", "which"), ("of", "whom"), ("of", "these"), ("of", "those")})
"""Words that begin the parts of what was counted before."""
WITHIN = frozenset({"including", "also", "both", "among", "which", "whom", "then", "later", "or", "to", "per", "in",
                    "about", "year", "years", "percent", "%", "aged", "than"})  # fmt: skip
"""Words between two parts that make one a part of the other, a time, a share or an age."""
RULES = (
    Rule(
        "divergence.parts-and-whole",
        "Parts that do not make up their whole",
        "A text counts a thing and then its parts, and the parts come to another number. Only parts that exclude "
        "each other count (“five of them deal with …, three with …”; “nine people: four men and six women”).",
        (
            Example(
                "The plan has eight chapters. Four of them deal with roads, three with water and three with schools.",
                ("eight chapters", "Four of them deal with roads, three with water and three"),
            ),
            Example(
                "The jury has nine members: four men and six women.",
                ("nine members: four men and six women",),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `inconsistency`."""
    times = places.times(facts)
    drafts: list[Draft | None] = []
    for doc in sorted(facts.documents):
        parse, rows = facts.parses[doc], counted(facts, doc, times[doc])
        for i, row in enumerate(rows):
            drafts += [
                _parts(facts, parse, rows, i),
                _listed(facts, parse, row),
                _shared_out(facts, parse, row),
            ]
    return [draft for draft in drafts if draft]


def _parts(facts: Facts, parse: Parse, rows: list[Row], i: int) -> Draft | None:
    """Parts behind "of them", and what was counted last before."""
    held = rows[i][1]
    first = next((n for n, c in enumerate(held) if _begins(parse, held, n)), None)
    if first is None or any(inexact(parse, c) for c in held[first:]):
        return None
    segment = (
        [t.text.lower() for t in parse.tokens[held[first].end : held[first + 1].first]]
        if len(held) > first + 1
        else []
    )
    parts = [held[first], *(c for c in held[first + 1 :] if _elliptic(parse, segment, c))]
    before = [c for _, found in rows[max(0, i - BACK) : i] for c in found] + held[:first]
    whole = before[-1] if before and before[-1].noun else None
    total = sum(c.value for c in parts)
    exact = whole is not None and not inexact(parse, whole) and len(parts) == len(held) - first > 1
    if whole is None or not exact or total <= whole.value or max(c.value for c in parts) > whole.value:
        return None
    return _sum(facts, parse, whole, parts, total)


def _shared_out(facts: Facts, parse: Parse, row: Row) -> Draft | None:
    """Parts of an amount in a clause about it: "4 million, of which 3 million is for roads and 2 million for schools".

    Only parts that come to more than the whole: less may leave a rest untold.
    """
    held = row[1]
    for n, whole in enumerate(held[:-2]):
        words = [t.text.lower() for t in parse.tokens[whole.end : held[n + 1].first]]
        if not whole.noun or not any(pair in SHARING for pair in pairwise(words)) or inexact(parse, whole):
            continue
        parts = [c for c in held[n + 1 :] if c.noun in {"", whole.noun}]
        between = [{t.text.lower() for t in parse.tokens[a.end : b.first]} for a, b in pairwise(parts)]
        apart = all(gap & {"and", ",", ";", "while", "but"} and not gap & WITHIN for gap in between)
        total = sum(c.value for c in parts)
        largest = max((c.value for c in parts), default=0.0)
        if (
            len(parts) > 1
            and apart
            and total > whole.value >= largest
            and not any(inexact(parse, c) for c in parts)
        ):
            return _sum(facts, parse, whole, parts, total)
    return None


def _begins(parse: Parse, held: list[Count], n: int) -> bool:
    """Whether a number is the first part: "five of them", or what comes after "of the 20 farms,"."""
    whole = held[n - 1] if n else None
    behind = (
        whole is not None and held[n].first == whole.last + 2 and parse.tokens[whole.last + 1].text == ","
    )
    of_all = whole is not None and [t.text.lower() for t in parse.tokens[whole.first - 2 : whole.first]] == [
        "of",
        "the",
    ]
    return after(parse, held[n].end) == ["of", "them"] or (behind and of_all)


def _elliptic(parse: Parse, first: list[str], part: Count) -> bool:
    """Whether a number stands for another part in the same way as the first: "deal with A, three with B"."""
    behind = after(parse, part.end)
    return bool(behind) and behind[0] in first and behind[0].isalpha() and behind[0] != "of"


def _listed(facts: Facts, parse: Parse, row: Row) -> Draft | None:
    """Parts behind a colon or dash, up to the end of the list: "nine people: four men and six women"."""
    sentence, held = row
    for n, whole in enumerate(held[:-2]):
        mark = whole.last + 1
        if not whole.noun or mark >= sentence.last or parse.tokens[mark].text not in {":", "–", "—", "("}:
            continue
        parts = [c for c in held[n + 1 :] if c.first <= mark + 1 or _joins(parse, c.first)]
        run = parts[0].first == mark + 1 if parts else False
        ends = parse.tokens[parts[-1].last + 1].text if parts and parts[-1].last + 1 < sentence.last else "."
        total = sum(c.value for c in parts)
        closed = ends in {".", ";", ")", "–", "—"} and len(parts) > 1 and all(c.noun for c in parts)
        if run and closed and total != whole.value and not any(inexact(parse, c) for c in (whole, *parts)):
            return _sum(facts, parse, whole, parts, total)
    return None


def _joins(parse: Parse, first: int) -> bool:
    return parse.tokens[first - 1].text.lower() in {",", "and", "&"}


def _told(total: float) -> str:
    """A number for readers."""
    return f"{total / 1e6:g} million" if total >= 1e6 else f"{total:,.10g}"


def _sum(facts: Facts, parse: Parse, whole: Count, parts: list[Count], total: float) -> Draft:
    counted = span_of(parse, whole.first, whole.last)
    shown = span_of(parse, parts[0].first, max(parts[-1].last, parts[-1].end - 1))
    one = parse.sentence_at(counted.start) is parse.sentence_at(shown.start)
    spans = [Span(parse.doc, counted.start, shown.end)] if one else [counted, shown]
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(parse.doc)}, the parts of “{plain(facts, counted)}” come to {_told(total)}.",
        evidence=tuple(
            facts.shown(s, "the whole" if s is counted else f"come to {_told(total)}") for s in spans
        ),
        rule="divergence.parts-and-whole",
    )
