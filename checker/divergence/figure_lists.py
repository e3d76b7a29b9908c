"""Lists of names for one thing that have other members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from checker.divergence import places
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.keys import number
from checker.divergence.tables import table, words
from checker.divergence.told_when import of_one_story
from checker.model import Entity, Example, Parse, Rule, Sentence, Span

LEAST, SHARED = 3, 2
"""Names that make a list, and names that two lists of one thing have in common."""
STEM = 6
"""Letters at the head of two words that are of one thing ("guarantee", "guarantor")."""
NEAR, WIDE, TOLD, PASSED = 8, 190, 6, 1
"""Tokens before a list in which its count stands; characters of a list that are shown; names in a statement; names that
may be passed over in a row.
"""
_JOIN = r"(?:[,;]|\band\b|\bor\b|\bas well as\b|\balong with\b|\bplus\b|&)"
_GAP = re.compile(
    rf"^(?: itself| as an? [^,;.]{{1,40}})?\s*{_JOIN}(?:\s|{_JOIN}|\bthe\b|\bboth\b|\balso\b|\bthen\b|\bfinally\b)*"
    rf"(?P<rest>(?:all|most|some|several|other|many|two|three) [^,;.]{{1,60}},?\s*(?:{_JOIN}\s*)*)?$"
)
_OWNED = re.compile(r"[’']s?\b")
RULES = (
    Rule(
        "divergence.lists",
        "Two lists, other members",
        "Texts list the members of one thing by name, and one list has names that the other has not. Each is called a "
        "list or says how many there are; both have names and the word for the thing in common. A list that says that "
        "it is not whole (“among others”), or that holds what nobody can count out, lacks nothing. Sets with a name of "
        "their own are known: “the Baltic states”.",
        (
            Example(
                "The list of guarantors has Norway, Chile and Peru. / "
                "Norway, Chile and Kenya are listed as guarantors, the mayor said.",
                ("Norway, Chile and Peru", "Norway, Chile and Kenya"),
            ),
            Example(
                "Three towns signed the pact: Bergen, Lima and Quito. / The pact was signed by three towns, Bergen, "
                "Lima and Nairobi.",
                ("Bergen, Lima and Quito", "Bergen, Lima and Nairobi"),
            ),
        ),
    ),
)


Name = tuple[Span, Entity]


@dataclass(frozen=True, slots=True)
class List:
    """Names in a row with their place. `things` are the other words of content of the sentence, `whole` is whether
    nothing in the list stands for names that it does not give.
    """

    span: Span
    members: dict[str, Span]
    things: frozenset[str]
    whole: bool


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `number`, one a pair of texts; a list is shown once."""
    read = {doc: list(_lists(facts, doc)) for doc in sorted(facts.documents)}
    drafts, shown = list[Draft](), set[Span]()
    for circle in facts.circles():
        for one, other in combinations(sorted(circle), 2):
            if facts.voice_of(one) == facts.voice_of(other) or not of_one_story(facts, one, other):
                continue
            pairs = ((a, b) for a in read[one] for b in read[other] if not {a.span, b.span} & shown)
            pair = next(((a, b) for a, b in pairs if _of_one_thing(a, b) and _differ(a, b)), None)
            if pair and not any(_has_both(rows, *pair) for doc in (one, other) for rows in [read[doc]]):
                drafts.append(_draft(facts, *pair))
                shown |= {pair[0].span, pair[1].span}
    return drafts


def _lists(facts: Facts, doc: str) -> Iterator[List]:
    """The lists of a text that are called so or say how many names they have."""
    parse, document = facts.parses[doc], facts.documents[doc]
    named = places.mentions(facts).get(doc, [])
    for sentence in parse.sentences:
        if not document.in_body(sentence.start, sentence.end):
            continue
        inside = [(s, e) for s, e in named if sentence.start <= s.start and s.end <= sentence.end]
        for run, rest in _runs(document.text, inside):
            found = _list(facts, parse, sentence, run, rest)
            if found:
                yield found


def _runs(text: str, named: list[Name]) -> Iterator[tuple[list[Name], bool]]:
    """Names that stand in a row, and whether something stands among them that is no name.

    A name that only tells of the one before ("Turkey as a neighbour on the Black Sea, …") is passed over.
    """
    free = [(s, e) for s, e in named if not _OWNED.match(text, s.end)]
    while len(free) >= LEAST:
        run, rest, left = free[:1], False, list[Name]()
        for row in free[1:]:
            gap = None if len(left) > PASSED else _GAP.match(text[run[-1][0].end : row[0].start])
            if gap is None:
                left.append(row)
            else:
                run, rest, left = [*run, row], rest or bool(gap["rest"]), []
        if len(run) >= LEAST:
            yield run, rest
        last = run[-1][0] if len(run) > 1 else free[0][0]
        free = [row for row in free if row[0].start > last.start]


def _list(facts: Facts, parse: Parse, sentence: Sentence, run: list[Name], rest: bool) -> List | None:
    """The names as a list, where they are meant to be all."""
    text = facts.documents[parse.doc].text
    start, end = run[0][0].start, run[-1][0].end
    sets = list(_sets(text, sentence.start, end, parse.doc))
    members = {e.entity: span for span, e in run if not any(s.overlaps(span) for s, _ in sets)}
    for span, of_set in sets:
        start = min(start, span.start)
        members = dict.fromkeys(of_set, span) | members
    around = text[sentence.start : sentence.end].lower()
    if any(re.search(rf"\b{re.escape(mark)}\b", around) for mark in words("figure_lists", "open")):
        return None
    called = any(
        t.text.lower() in words("figure_lists", "lists") for t in parse.tokens[sentence.first : sentence.last]
    )
    if not called and _count(parse, start) != len(members):
        return None
    names = {i for span in members.values() for i in parse.tokens_in(span.start, span.end)}
    own = (
        parse.tokens[i].lemma.lower()
        for i in range(sentence.first, sentence.last)
        if i not in names and parse.tokens[i].pos in {"NOUN", "VERB"} and not parse.tokens[i].stop
    )
    things = frozenset(thing for thing in own if thing not in words("figure_lists", "lists"))
    return List(Span(parse.doc, start, end), members, things, not rest)


@cache
def _patterns() -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    rows = table("figure_lists")["sets"]
    return [
        (
            re.compile("|".join(rf"\b{re.escape(word)}\b" for word in row["words"]), re.IGNORECASE),
            tuple(row["members"]),
        )
        for row in rows
    ]


def _sets(text: str, start: int, end: int, doc: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The sets with a name of their own that a range has."""
    for pattern, members in _patterns():
        match = pattern.search(text, start, end)
        if match:
            yield Span(doc, match.start(), match.end()), members


def _count(parse: Parse, start: int) -> int | None:
    """The number of what the names are, right before them: "four towns: ", "by three towns, "."""
    before = next((i for i, t in enumerate(parse.tokens) if t.start >= start), 0)
    near = (number(parse.tokens[i]) for i in range(before - 1, max(-1, before - NEAR), -1))
    found = next((n for n in near if n), None)
    return int(found) if found and found.isdigit() else None


def _of_one_thing(a: List, b: List) -> bool:
    """Whether two lists have names in common, and a word for what they are of."""
    alike = any(one[:STEM] == other[:STEM] for one in a.things for other in b.things)
    return alike and len(a.members.keys() & b.members.keys()) >= SHARED


def _differ(a: List, b: List) -> bool:
    return bool(_more(a, b) or _more(b, a))


def _more(a: List, b: List) -> list[str]:
    """The names that only one list has; none where the other stands for more than it names."""
    return [name for name in a.members if name not in b.members] if b.whole else []


def _has_both(rows: list[List], a: List, b: List) -> bool:
    """Whether a text gives the other's list too."""
    return any(
        row not in (a, b) and row.members.keys() in (a.members.keys(), b.members.keys()) for row in rows
    )


def _draft(facts: Facts, a: List, b: List) -> Draft:
    told, names = [], [facts.name(row.span.doc) for row in (a, b)]
    for one, other in ((a, b), (b, a)):
        more = [f"“{facts.entity_name(name)}”" for name in _more(one, other)]
        if more:
            rest = [f"{len(more) - TOLD} more"] if len(more) > TOLD else []
            told.append(f"only {facts.name(one.span.doc)} has {listed([*more[:TOLD], *rest])}")
    return Draft(
        kind="number",
        importance=3,
        weight=4.0 + len(_more(a, b)) + len(_more(b, a)),
        statement=f"The lists in {listed(names)} have other members: {'; '.join(told)}.",
        evidence=tuple(
            facts.shown(facts.cut(_shown(one, other), WIDE), "lists") for one, other in ((a, b), (b, a))
        ),
        rule="divergence.lists",
    )


def _shown(a: List, b: List) -> Span:
    """The list; of a long one, from the first name that only it has."""
    if a.span.end - a.span.start <= WIDE:
        return a.span
    own = [a.members[name] for name in _more(a, b)]
    return Span(a.span.doc, min((s.start for s in own), default=a.span.start), a.span.end)
