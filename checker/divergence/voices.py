"""Told as a fact in one text, as somebody's words in another."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, cast

from checker.divergence import (
    contested,
    givers,
    narrations,
    near_words,
    other_sources,
    posts,
    sources,
    speakers,
)
from checker.divergence.draft import Draft, Facts, listed
from checker.divergence.matches import Pair, told_pairs
from checker.divergence.moods import (
    has_subject,
    is_asked,
    is_background,
    is_first_person,
    is_past,
    is_stated,
    is_unreal,
    would,
)
from checker.divergence.phrasing import brief, plain
from checker.divergence.same_doers import one_doer
from checker.divergence.tellings import Telling
from checker.model import Attribution, Evidence, Example, Rule, Span

NARROW, NAME = 180, 60
LEAST_TOLD, MOST = 2, 3
"""Importance from which a statement is worth telling; that of a charge or a kept name."""
SETTLED = 3
"""Independent texts that tell a thing as a fact: what so many do says little about the one that names a source."""
RULES = (
    Rule(
        "divergence.narrated",
        "Narrated here, attributed there",
        "The same proposition stands in the narrator's own voice in one text and in somebody's mouth in another. "
        "What authorities report in the line of duty, what people tell of their own deeds, and what nobody denies, is "
        "left out; so is what the narrating text gives to somebody near by. A figure with its unit joins passages in "
        "other words too, where one gives it as the claim of a party, says who disputes it, or calls it wrong.",
        (
            Example(
                "The mayor sold the harbour. / Critics claim that the mayor sold the harbour.",
                ("The mayor sold the harbour", "the mayor sold the harbour"),
            ),
            Example(
                "The dam was blown up by rebels. / The army says rebels blew up the dam.",
                ("The dam was blown up by rebels", "rebels blew up the dam"),
            ),
            Example(
                "The pits along the coast have lost 35 per cent of their miners since the new tax. / The union of the "
                "miners says that the tax has cost the pits 35 percent of their men, a figure the treasury disputes.",
                ("a figure the treasury disputes",),
            ),
        ),
    ),
    *other_sources.RULES,
    *speakers.RULES,
    *sources.RULES,
)
SAYING = frozenset(
    ["say", "tell", "add", "write", "report", "claim", "state", "explain", "recall", "note", "announce"]
)
"""Verbs above a clause that make it somebody's words, also where nobody was read as their source."""
SPOKEN = frozenset(["ccomp", "parataxis"])
"""What hangs on a verb that gives words to somebody; "they complained twice" gives none."""
SHORT = 20
"""Characters in quotation marks that are a term, and no speech."""
FAR = 0.3
"""How much less sure than the best pair one may be whose text is named beside it."""
Places = dict[tuple[str, int], dict[str, float]]


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `attribution`."""
    pairs = told_pairs(facts)
    return [
        *_narrated(facts, pairs),
        *contested.claimed(facts),
        *speakers.find(facts),
        *sources.find(facts),
        *other_sources.find(facts),
    ]


def _narrated(facts: Facts, pairs: list[Pair]) -> list[Draft]:
    """One draft for each statement: the texts that narrate it, and those that give it to somebody."""
    narrators, spoken = _narrators(facts, pairs), _spoken(facts, pairs)
    rows: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in [*pairs, *(pair.turned() for pair in pairs)]:
        a, b = pair.a, pair.b
        if (
            not narrations.is_one(facts, pair)
            or not _is_own(facts, a)
            or not _is_given(facts, b)
            or _is_granted(facts, pair)
            or not narrations.is_covered(facts, a, b)
            or not one_doer(facts, a, b)
        ):
            continue
        even = a.doc in spoken[b.place] or b.doc in narrators[a.place]
        even = even or narrations.is_narrated(facts, a, b.doc)
        much = givers.importance(facts, b, a)
        if even or much < LEAST_TOLD or (is_past(facts, a) and not is_past(facts, b)):
            continue
        said = cast(Attribution, b.said)
        cited = much < MOST and givers.is_cited(facts, a.doc, said)
        cited = cited or givers.may_be_text(facts, a.doc, said)
        if not cited and not near_words.is_near(facts, a, said):
            rows[b.doc, b.sentence].append(pair)
    best: dict[tuple[str, int], Draft] = {}
    for found in rows.values():
        draft, key = _draft(facts, found), (found[0].a.doc, found[0].a.sentence)
        if draft and (key not in best or best[key].weight < draft.weight):
            best[key] = draft
    return list(best.values())


def _is_given(facts: Facts, b: Telling) -> bool:
    """What somebody says outright: no limit beside who says it, no headline, no clause taken for granted."""
    if b.voice == "narrator" or b.said is None or b.limits or b.heading or givers.is_noun_cue(facts, b.said):
        return False
    if set(givers.cues(facts, b.said)) & givers.kind("agreeing"):
        return False
    parse, verb = facts.parses[b.doc], b.clause.verb
    while parse.tokens[verb].dep == "conj":
        verb = parse.tokens[verb].head
    over = parse.tokens[parse.tokens[verb].head]
    direct = parse.tokens[verb].dep != "ccomp" or any(s <= over.start < e for s, e in b.said.cue or ())
    shifted = b.voice == "reported" and would(facts, b)
    said = direct and not givers.is_undecided(parse, verb, b.said)
    return said and is_stated(facts, b) and (shifted or not is_unreal(facts, b))


def _is_granted(facts: Facts, pair: Pair) -> bool:
    """Whether the given words only name the deed ("it was the discovery of the wreck that …"): then it is not said."""
    one, other = (facts.parses[t.doc].tokens[t.clause.verb].lemma.lower() == "be" for t in (pair.a, pair.b))
    return other and not one and not pair.kin


def _narrators(facts: Facts, pairs: list[Pair]) -> Places:
    """For each clause, the texts that tell the same as a fact, and how sure it is that it is the same."""
    found: Places = defaultdict(dict)
    for one, other, score in _both_ways(facts, pairs):
        if other.voice == "narrator" and not other.limits and not other.heading:
            found[one.place][other.doc] = max(score, found[one.place].get(other.doc, 0.0))
    return found


def _spoken(facts: Facts, pairs: list[Pair]) -> Places:
    """For each clause, the texts that give the same to somebody, and how sure it is that it is the same."""
    found: Places = defaultdict(dict)
    for one, other, score in _both_ways(facts, pairs):
        if other.said is not None:
            found[one.place][other.doc] = max(score, found[one.place].get(other.doc, 0.0))
    return found


def _both_ways(facts: Facts, pairs: list[Pair]) -> list[tuple[Telling, Telling, float]]:
    """The pairs of one deed; "stayed mute" is near to "was disconnected", and not the same."""
    same = [p for p in pairs if p.a.deed & p.b.deed or _lasts(facts, p.a) == _lasts(facts, p.b)]
    return [row for p in same for row in ((p.a, p.b, p.score), (p.b, p.a, p.score))]


def _lasts(facts: Facts, telling: Telling) -> bool:
    """Whether a clause tells a state that went on, and no deed."""
    return facts.parses[telling.doc].tokens[telling.clause.verb].lemma.lower() in {"stay", "remain", "keep"}


def _is_own(facts: Facts, a: Telling) -> bool:
    """The narrator's plain statement: no headline, no question, no background ("when …"), nothing that limits it."""
    parse = facts.parses[a.doc]
    if a.voice != "narrator" or a.limits or a.heading or is_background(facts, a) or is_asked(facts, a):
        return False
    if not is_stated(facts, a) or not has_subject(facts, a):
        return False
    cues = [place for said in facts.said.get(a.doc, ()) for place in said.cue or ()]
    quoting = any(
        m.start < a.span.end and a.span.start < m.end and m.end - m.start > SHORT for m in parse.quoted
    )
    if is_first_person(facts, a) or posts.is_posted(facts, a.doc, a.span.start, a.span.end):
        return False
    kids = parse.children(a.clause.verb)
    own = [a.clause.verb] if any(parse.tokens[i].dep in SPOKEN for i in kids) else []
    above = [parse.tokens[i] for i in (*own, *parse.ancestors(a.clause.verb))]
    spoken = parse.tokens[a.clause.verb].lemma.lower() in SAYING
    spoken = spoken or any(t.lemma.lower() in SAYING or any(s <= t.start < e for s, e in cues) for t in above)
    return not (quoting or spoken or is_unreal(facts, a))


def _draft(facts: Facts, found: list[Pair]) -> Draft | None:
    given = found[0].b
    said = cast(Attribution, given.said)
    best = max(found, key=lambda p: (p.score, len(p.keys)))
    close = [p for p in found if p.score > best.score - FAR]
    by_doc = {p.a.doc: p.a for p in sorted(close, key=lambda p: (p.score, p.a.span))}
    own = [by_doc[doc] for doc in sorted(by_doc)]
    voices = {facts.voice_of(t.doc) for t in own}
    weight = max(givers.importance(facts, given, t) for t in own)
    if not 0 < len(voices - {facts.voice_of(given.doc)}) < SETTLED:
        return None
    named, verb = [facts.name(t.doc) for t in own], "tell" if len(own) > 1 else "tells"
    after = any(near_words.follows_words(facts, t) for t in own)
    told = f"{'have' if len(named) > 1 else 'has'} without that source" if after else f"{verb} as a fact"
    return Draft(
        kind="attribution",
        importance=cast(Literal[1, 2, 3], weight),
        weight=len(best.keys) + 2 * best.score,
        statement=(
            f"{listed(named[:3])} {told} what {facts.name(given.doc)} gives as {_whose(facts, said)}: "
            f"“{plain(facts, narrations.both_say(facts, best.a, given)).rstrip('.')}”."
        ),
        evidence=(
            *(facts.shown(facts.cut(narrations.shown(facts, t), NARROW), "told as a fact") for t in own[:3]),
            _given(facts, given, said),
            *_cue(facts, said),
        ),
        rule="divergence.narrated",
        event=facts.event_at(best.a.span),
    )


def _whose(facts: Facts, said: Attribution) -> str:
    short = brief(facts.by(said) or "", NAME)
    if givers.is_withheld(facts, said):
        return f"the word of a source that it does not name (“{short}”)"
    return f"the words of {short}"


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
