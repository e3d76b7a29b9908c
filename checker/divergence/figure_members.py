"""Members of a body that are counted once, and later all of another number."""

from __future__ import annotations

from checker.divergence import places
from checker.divergence.draft import Draft, Facts
from checker.divergence.figure_counts import Count, Row, after, counted, inexact, span_of
from checker.divergence.phrasing import plain
from checker.model import Example, Parse, Rule

ALL_BACK = 15
"""Sentences before "all three" in which the members are counted."""
NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_CHANGED = frozenset({"another", "additional", "further", "left", "leave", "join", "joined", "remaining", "die",
                      "resign", "quit", "replace", "add", "fewer", "besides", "plus", "minus"})  # fmt: skip
_NARROWING = frozenset(
    {"of", "in", "from", "at", "on", "with", "to", "for", "who", "that", "which", "whose", "between", "named"}
)
RULES = (
    Rule(
        "divergence.members-and-all",
        "More or fewer members than were counted",
        "A text counts the members of a body and later says “all” of another number of them.",
        (
            Example(
                "Four divers worked on the wreck. At noon all three divers came up.",
                ("Four divers", "all three divers"),
            ),
            Example(
                "There were five of us nurses in the hut. All six nurses slept badly.",
                ("five of us nurses", "All six nurses"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `inconsistency`."""
    times = places.times(facts)
    drafts = []
    for doc in sorted(facts.documents):
        rows = counted(facts, doc, times[doc])
        found = (_all(facts, facts.parses[doc], rows, i) for i in range(len(rows)))
        drafts += [draft for draft in found if draft]
    return drafts


def _all(facts: Facts, parse: Parse, rows: list[Row], i: int) -> Draft | None:
    """Members called "all three divers" where the only other count of divers shortly before is four."""
    for count in rows[i][1]:
        if not count.noun or count.first == rows[i][0].first or count.value < 2:
            continue
        told = [c for _, found in rows[max(0, i - ALL_BACK) : i + 1] for c in found if c.noun == count.noun]
        before = [c for c in told if c.first < count.first]
        values = {c.value for c in before}
        if parse.tokens[count.first - 1].text.lower() != "all" or len(values) != 1 or count.value in values:
            continue
        if _narrowed(parse, rows, i, count) or any(
            _narrowed_words(parse, c) != _narrowed_words(parse, count) for c in before
        ):
            continue
        if not any(inexact(parse, c) for c in before) and not _changed(parse, before[-1], count):
            return _members(facts, parse, before[0], count)
    return None


def _narrowed(parse: Parse, rows: list[Row], i: int, count: Count) -> bool:
    """Whether words behind say which are meant, or as many names stand just before."""
    behind = after(parse, count.last + 1, 1)
    named = {
        m.start
        for s, _ in rows[max(0, i - 1) : i + 1]
        for m in parse.names
        if s.start <= m.start < s.end and m.type in NAMING
    }
    return bool(set(behind) & _NARROWING) or len(named) == count.value


def _narrowed_words(parse: Parse, count: Count) -> frozenset[str]:
    inside = parse.tokens[count.end : count.last]
    return frozenset(t.lemma.lower() for t in inside if t.pos in {"ADJ", "NOUN", "PROPN"})


def _changed(parse: Parse, one: Count, other: Count) -> bool:
    """Whether a word between two counts says that there are more or fewer by then."""
    between = parse.tokens[one.first : other.last]
    return any(t.lemma.lower() in _CHANGED or t.text.lower() in _CHANGED for t in between)


def _members(facts: Facts, parse: Parse, one: Count, other: Count) -> Draft:
    first, second = span_of(parse, one.first, one.last), span_of(parse, other.first - 1, other.last)
    return Draft(
        kind="inconsistency",
        importance=2,
        weight=5,
        statement=f"In {facts.name(parse.doc)}, there are “{plain(facts, first)}”, later “{plain(facts, second)}”.",
        evidence=(facts.shown(first, "counts the members"), facts.shown(second, "all of another number")),
        rule="divergence.members-and-all",
    )
