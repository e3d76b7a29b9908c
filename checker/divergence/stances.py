"""Confirmed or claimed: verbs of saying by what they take for granted, for words on one matter."""

from __future__ import annotations

from functools import cache

from checker.divergence.draft import Draft, Facts
from checker.divergence.phrasing import brief, plain
from checker.divergence.tables import table
from checker.model import Attribution, Evidence, Example, Rule, Span

NARROW, NAME = 140, 60
SHARED, LETTERS = 3, 5
"""Content words that two statements on one matter share, and how many letters at their heads."""
MEANING = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
RULES = (
    Rule(
        "divergence.stance-verbs",
        "Confirmed or claimed",
        "Verbs that take what is said for granted (confirm, reveal, admit) in one text, and verbs that leave it open "
        "(claim, allege) in another, for words on one matter.",
        (
            Example(
                "The minister confirmed that the old dam in the valley held. / Villagers claimed that the old dam in "
                "the valley broke.",
                ("confirmed", "claimed"),
            ),
            Example(
                "The judge revealed that a second contract for the lighthouse exists. / The firm alleged that the "
                "second contract for the lighthouse is forged.",
                ("revealed", "alleged"),
            ),
        ),
    ),
)


@cache
def stances() -> dict[str, str]:
    """Verb lemma -> granted or doubtful."""
    return {verb: stance for stance, verbs in table("stances").items() for verb in verbs}


def find(facts: Facts) -> list[Draft]:
    """One draft for each two speakers whose words on one matter are taken for granted here and left open there."""
    best: dict[tuple[str | None, str | None], Draft] = {}
    for circle in facts.circles():
        said = [a for doc in sorted(circle) for a in facts.said.get(doc, ()) if _is_plain(facts, a)]
        words = {a.id: _words(facts, a) for a in said}
        for granted in (a for a in said if stance(facts, a) == "granted"):
            for doubtful in (a for a in said if stance(facts, a) == "doubtful"):
                shared = words[granted.id] & words[doubtful.id]
                apart = facts.voice_of(granted.doc) != facts.voice_of(doubtful.doc)
                key = facts.by(granted), facts.by(doubtful)
                if apart and len(shared) >= SHARED and (key not in best or best[key].weight < len(shared)):
                    best[key] = _draft(facts, granted, doubtful, len(shared))
    return list(best.values())


def _is_plain(facts: Facts, said: Attribution) -> bool:
    """Whether a verb of saying gives words to somebody who is known."""
    return said.outer is None and said.polarity == "+" and _verbal(facts, said) and bool(facts.by(said))


def _words(facts: Facts, said: Attribution) -> set[str]:
    """The heads of the content words of what is said."""
    parse = facts.parses[said.doc]
    tokens = (parse.tokens[i] for s, e in said.content for i in parse.tokens_in(s, e))
    return {t.lemma.lower()[:LETTERS] for t in tokens if t.pos in MEANING and not t.stop}


def stance(facts: Facts, said: Attribution) -> str | None:
    """Whether an attribution takes what is said as `granted`, or leaves it `doubtful`."""
    parse = facts.parses[said.doc]
    lemmas = [parse.tokens[i].lemma for start, end in said.cue or () for i in parse.tokens_in(start, end)]
    return next((stances()[lemma] for lemma in lemmas if lemma in stances()), None)


def _verbal(facts: Facts, said: Attribution) -> bool:
    parse = facts.parses[said.doc]
    return any(parse.tokens[i].pos == "VERB" for s, e in said.cue or () for i in parse.tokens_in(s, e))


def _draft(facts: Facts, granted: Attribution, doubtful: Attribution, weight: int) -> Draft:
    return Draft(
        kind="certainty",
        importance=2,
        weight=weight,
        statement=f"{_told(facts, granted)}; {_told(facts, doubtful)}.",
        evidence=(_with_cue(facts, granted, "granted"), _with_cue(facts, doubtful, "doubtful")),
        rule="divergence.stance-verbs",
    )


def _told(facts: Facts, said: Attribution) -> str:
    """`A: Berg “confirmed” “that the dam held”`."""
    cue = plain(facts, Span(said.doc, *(said.cue or said.content)[-1]))
    content = plain(facts, Span(said.doc, *max(said.content, key=lambda c: c[1] - c[0])))
    return f"{facts.name(said.doc)}: {brief(str(facts.by(said)), NAME)} “{cue}”: “{content}”"


def _with_cue(facts: Facts, said: Attribution, stance: str) -> Evidence:
    """From the source to a little after the cue."""
    places = [*(said.source or ()), *(said.cue or ())]
    start, end = min(s for s, _ in places), max(e for _, e in places)
    content = min((s for s, _ in said.content if s >= end), default=end)
    stop = next((e for s, e in said.content if s == content), end) if content - end < 40 else end
    role = "granted: the verb takes it as true" if stance == "granted" else "open: the verb leaves it open"
    shown = facts.shown(facts.cut(Span(said.doc, start, stop), NARROW), role)
    return Evidence(shown.span, role, "narrator", facts.by(said), None, said.id)
