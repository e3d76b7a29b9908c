"""Told as a fact in one text, as somebody's words in another."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, cast

from checker.divergence import givers, sources, speakers
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.limits import is_limited
from checker.divergence.moods import is_asked, is_background, is_past
from checker.divergence.phrasing import plain
from checker.divergence.tellings import Pair, Telling, told_pairs
from checker.model import Attribution, Evidence, Example, Rule, Span

NARROW = 180
SETTLED = 3
"""Independent texts that tell a thing as a fact; what so many do, and one fewer of a light matter, needs no source."""
RULES = (
    Rule(
        "divergence.narrated",
        "Narrated here, attributed there",
        "The same proposition stands in the narrator's own voice in one text and in somebody's mouth in another. "
        "What authorities report in the line of duty, and what people tell of their own deeds, is left out; so is what "
        "the narrating text gives to somebody near by.",
        (
            Example(
                "The mayor sold the harbour. / Critics claim that the mayor sold the harbour.",
                ("The mayor sold the harbour", "the mayor sold the harbour"),
            ),
            Example(
                "The dam was blown up by rebels. / The army says rebels blew up the dam.",
                ("The dam was blown up by rebels", "rebels blew up the dam"),
            ),
        ),
    ),
    *speakers.RULES,
    *sources.RULES,
)
UNREAL = frozenset(["would", "should", "must", "can", "could", "may", "might", "ought", "'d", "’d"])
"""Auxiliaries of what a plan, a text or a rule has, and of what is not so."""
ONE, CLOSE, SAME = 0.4, 0.55, 0.7
"""Share of the words of either statement that the other has: for weighty ones, for others, and for those whose verbs
are not kin."""
Places = dict[tuple[str, int], set[str]]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `attribution`."""
    pairs = told_pairs(facts)
    return [*_narrated(facts, pairs), *speakers.find(facts, pairs), *sources.find(facts, pairs)]


def _narrated(facts: Facts, pairs: list[Pair]) -> list[Draft]:
    """One draft for each statement: the texts that narrate it, and those that give it to somebody."""
    narrators, spoken = _narrators(pairs), _spoken(pairs)
    rows: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in [*pairs, *(pair.turned() for pair in pairs)]:
        a, b = pair.a, pair.b
        if not _is_own(facts, a) or b.voice == "narrator" or b.said is None or b.limits or b.heading:
            continue
        if givers.is_noun_cue(facts, b.said):
            continue
        evened = a.doc in spoken[b.place] or b.doc in narrators[a.place]
        weight = givers.importance(facts, b, a)
        later = is_past(facts, a) and not is_past(facts, b)
        if (
            not evened
            and not later
            and weight
            and _is_one(pair, weight)
            and not givers.is_near(facts, a, b.said)
        ):
            rows[b.doc, b.sentence].append(pair)
    best: dict[tuple[str, int], Draft] = {}
    for found in rows.values():
        key = found[0].a.doc, found[0].a.sentence
        draft = _draft(facts, found)
        if draft and (key not in best or best[key].weight < draft.weight):
            best[key] = draft
    return list(best.values())


def _is_one(pair: Pair, weight: int) -> bool:
    """Whether both say the same: closely, where no more than a source is lost; and closely, where it was quoted."""
    if pair.b.voice == "quoted" and not pair.run:
        return False
    return (pair.kin or pair.run or pair.both >= SAME) and pair.both >= (ONE if weight == 3 else CLOSE)


def _narrators(pairs: list[Pair]) -> Places:
    """For each clause, the texts that tell the same as a fact."""
    found: Places = defaultdict(set)
    for one, other in _both_ways(pairs):
        if other.voice == "narrator" and not other.limits and not other.heading:
            found[one.place].add(other.doc)
    return found


def _spoken(pairs: list[Pair]) -> Places:
    """For each clause, the texts that give the same to somebody."""
    found: Places = defaultdict(set)
    for one, other in _both_ways(pairs):
        if other.said is not None:
            found[one.place].add(other.doc)
    return found


def _both_ways(pairs: list[Pair]) -> list[tuple[Telling, Telling]]:
    return [row for p in pairs for row in ((p.a, p.b), (p.b, p.a))]


def _is_own(facts: Facts, a: Telling) -> bool:
    """The narrator's plain statement: no headline, no question, no background ("when …"), nothing that limits it."""
    parse = facts.parses[a.doc]
    if a.voice != "narrator" or a.limits or a.heading or is_background(facts, a):
        return False
    numbers = list(parse.tokens_in(a.span.start, a.span.end))
    asked = is_asked(facts, a)
    kids = {
        parse.tokens[c].text.lower() for c in parse.children(a.clause.verb) if parse.tokens[c].dep == "aux"
    }
    is_cue = any(
        s <= parse.tokens[a.clause.verb].start < e
        for said in facts.said.get(a.doc, ())
        for s, e in said.cue or ()
    )
    return (
        not asked
        and not is_cue
        and not kids & UNREAL
        and bool(numbers)
        and not is_limited(parse, numbers[0], numbers[-1] + 1)
    )


def _draft(facts: Facts, found: list[Pair]) -> Draft | None:
    given = found[0].b
    said = cast(Attribution, given.said)
    by_doc = {p.a.doc: p.a for p in sorted(found, key=lambda p: (p.share, len(p.keys), p.a.span))}
    own = [by_doc[doc] for doc in sorted(by_doc)]
    voices = {facts.voice_of(t.doc) for t in own}
    weight = max(givers.importance(facts, given, t) for t in own)
    if len(voices - {facts.voice_of(given.doc)}) >= (SETTLED if weight == 3 else SETTLED - 1):
        return None
    if voices == {facts.voice_of(given.doc)}:
        weight = min(weight, 2)
    best = max(found, key=lambda p: (p.share, len(p.keys)))
    named = [facts.name(t.doc) for t in own]
    verb = "tell" if len(named) > 1 else "tells"
    return Draft(
        kind="attribution",
        importance=cast(Literal[1, 2, 3], weight),
        weight=len(best.keys) + 2 * best.share,
        statement=(
            f"{listed(named[:3])} {verb} as a fact what {facts.name(given.doc)} gives as {_whose(facts, said)}: "
            f"“{plain(facts, best.a.span)}”."
        ),
        evidence=(
            *(facts.shown(facts.cut(_shown(facts, t), NARROW), "told as a fact") for t in own[:3]),
            _given(facts, given, said),
            *_cue(facts, said),
        ),
        rule="divergence.narrated",
        event=_event(facts, best.a.span),
    )


def _whose(facts: Facts, said: Attribution) -> str:
    who = " ".join((facts.by(said) or "").split())
    short = who if len(who) <= 60 else who[:59].rsplit(" ", 1)[0] + " …"
    if givers.is_withheld(facts, said):
        return f"the word of a source that it does not name (“{short}”)"
    return f"the words of {short}"


def _shown(facts: Facts, telling: Telling) -> Span:
    """The sentence where it is short, else the clause."""
    sentence = facts.parses[telling.doc].sentences[telling.sentence]
    whole = Span(telling.doc, sentence.start, sentence.end)
    return whole if whole.end - whole.start <= NARROW else telling.span


def _given(facts: Facts, given: Telling, said: Attribution) -> Evidence:
    """The clause, with who says so where both stand close together."""
    places = [*(said.source or ()), *(said.cue or ()), (given.span.start, given.span.end)]
    start, end = min(s for s, _ in places), max(e for _, e in places)
    inside = end - start <= NARROW
    span = Span(given.doc, start, end) if inside else facts.cut(given.span, NARROW)
    shown = facts.shown(span, f"given to {facts.by(said)}")
    return Evidence(shown.span, shown.role, given.voice, facts.by(said), None, said.id)


def _cue(facts: Facts, said: Attribution) -> tuple[Evidence, ...]:
    if not said.cue:
        return ()
    return (facts.shown(Span(said.doc, *said.cue[0]), "the word that attributes it"),)


def _event(facts: Facts, span: Span) -> str | None:
    holding = [
        (m.end - m.start, e.event) for e in facts.events.values() for m in e.mentions if m.contains(span)
    ]
    return min(holding)[1] if holding else None
