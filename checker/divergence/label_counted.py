"""One count of people under two nouns: four militants here, four leaders there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence import figure_rows, places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_pairs import aligned, too_long
from checker.divergence.number_words import value_at
from checker.divergence.phrasing import plain
from checker.divergence.referents import phrase
from checker.divergence.tables import table
from checker.model import Example, Parse, Rule, Sentence, Span

SURE = 0.3
"""Score of aligned sentences that speak of one set of people."""
LEAST = 3
"""The least count that shows which people are meant; two may be any."""
REACH = 6
"""Tokens from a number to its noun."""
RULES = (
    Rule(
        "divergence.people-counted",
        "One count of people, other nouns",
        "Aligned sentences give one count of people whose nouns say different things of them: neither only says their "
        "age or sex or that they are many.",
        (
            Example(
                "Guards freed nine rioters at the pier in Oru. / Guards freed nine strikers at the pier in Oru.",
                ("nine rioters", "nine strikers"),
            ),
            Example(
                "Four detained smugglers left Varn by boat. / Four detained fishermen left Varn by boat.",
                ("Four detained smugglers", "Four detained fishermen"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with its noun."""

    span: Span
    value: float
    noun: str
    names: frozenset[str]


@cache
def _people() -> dict[str, str]:
    """Noun for people -> the kind that it tells of them."""
    return {word: kind for kind, words in table("people")["kinds"].items() for word in words}


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `label`, one a set of people."""
    read = {doc: list(_counted(facts, doc)) for doc in sorted(facts.documents)}
    groups: list[dict[Span, Counted]] = []
    for a, b, score in aligned(facts, read):
        if score >= SURE and _differ(facts, a, b):
            groups = figure_rows.joined(groups, a, b)
    return [_draft(facts, group) for group in groups]


def _differ(facts: Facts, a: Counted, b: Counted) -> bool:
    one, other = _people()[a.noun], _people()[b.noun]
    apart = a.names and b.names and not a.names & b.names
    return a.value == b.value and one != other and not apart and not facts.one_text(a.span.doc, b.span.doc)


def _counted(facts: Facts, doc: str) -> Iterator[Counted]:
    parse, document = facts.parses[doc], facts.documents[doc]
    for sentence in parse.sentences:
        if document.in_body(sentence.start, sentence.end) and not too_long(sentence):
            yield from _in(facts, parse, sentence)


def _in(facts: Facts, parse: Parse, sentence: Sentence) -> Iterator[Counted]:
    i = sentence.first
    while i < sentence.last:
        value, end = value_at(parse, i, sentence.last)
        if value is None:
            i += 1
            continue
        noun = parse.tokens[end - 1].head
        word = parse.tokens[noun].lemma.lower()
        if (
            value >= LEAST
            and 0 < noun - end + 1 <= REACH
            and parse.tokens[noun].tag == "NNS"
            and word in _people()
        ):
            start, stop = parse.tokens[i].start, phrase(parse, noun)[1]
            named, same = places.named(facts), places.aliases(facts)
            found = {named[parse.doc, j].entity for j in range(end, noun) if (parse.doc, j) in named}
            names = frozenset(same.get(name, name) for name in found)
            yield Counted(Span(parse.doc, start, stop), value, word, names)
        i = end


def _draft(facts: Facts, group: dict[Span, Counted]) -> Draft:
    rows = figure_rows.shown(group)
    voices = figure_rows.voices(facts, rows)
    first = {(r.span.doc, r.noun): r for r in reversed(rows)}
    told = sorted(first.values(), key=lambda r: r.span)
    said = "; ".join(f"{facts.name(r.span.doc)} “{plain(facts, r.span)}”" for r in told)
    return Draft(
        kind="label",
        importance=2 if voices > 1 else 1,
        weight=2 * voices + 4,
        statement=f"One count of people, different nouns: {said}.",
        evidence=tuple(facts.shown(r.span, f"“{r.noun}”") for r in rows),
        rule="divergence.people-counted",
    )
