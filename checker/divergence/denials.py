"""What one text tells and another denies: one proposition with "not" here and without it there."""

from __future__ import annotations

from checker.divergence.denial_voices import is_sure
from checker.divergence.draft import Draft, Facts
from checker.divergence.limit_words import words as limiting
from checker.divergence.limits import NEGATED
from checker.divergence.matches import Pair, matches, stands_for
from checker.divergence.moods import (
    has_subject,
    is_asked,
    is_background,
    is_past,
    is_stated,
    is_unreal,
    would,
)
from checker.divergence.phrasing import plain
from checker.divergence.same_doers import one_doer
from checker.divergence.tellings import Telling
from checker.model import Example, Parse, Rule, Span

NARROW = 180
SURE, ALIKE = 1.1, 0.5
"""Score of two tellings that are one but for the denial, and the share of either in the other."""
UNPROVED = 0.85
"""Score of a denial and of what is said to be unproved that may be set against each other."""
EMPTY = frozenset({"comment", "respond", "reply", "answer", "say", "tell", "know", "speak", "elaborate", "return",
                   "see", "think"})  # fmt: skip
"""Verbs of which there are many occasions: who did not comment here may have done so there."""
BOUNDED = frozenset({"until", "till", "before", "yet", "still", "longer", "anymore", "unless", "only", "just",
                     "if"})  # fmt: skip
"""Words by which a denial holds for some time or in part."""
HAVE = frozenset({"have", "'ve", "’ve"})
TURNED = NEGATED | {"without"}
"""Words in a sentence that may take back what a clause of it tells."""
RULES = (
    Rule(
        "divergence.told-and-denied",
        "Told here, denied there",
        "One proposition is told in one text and denied in another: the same deed on the same things, with “not” or "
        "“no” in one of them. A denial that holds for some time or in part is left alone.",
        (
            Example(
                "The mayor of Oru will sell the old mill. / The mayor of Oru will not sell the old mill.",
                ("The mayor of Oru will sell the old mill", "The mayor of Oru will not sell the old mill"),
            ),
            Example(
                "The crew checked the brakes of the tram. / The crew never checked the brakes of the tram.",
                ("The crew checked the brakes of the tram", "The crew never checked the brakes of the tram"),
            ),
        ),
    ),
)


def find(facts: Facts) -> list[Draft]:
    """Drafts of kind `certainty`, the surest first; a clause is shown once."""
    kept: list[Draft] = []
    shown: set[tuple[str, int]] = set()
    for pair in sorted(matches(facts).opposed, key=lambda p: (-p.score, p.a.span, p.b.span)):
        places = {pair.a.place, pair.b.place}
        if not places & shown and _is_one(facts, pair) and _differs(facts, pair):
            kept.append(_draft(facts, pair))
            shown |= places
    return kept


def is_unproved(pair: Pair) -> bool:
    """Whether a denial and what another text calls unproved are near enough to be of one thing."""
    return pair.kin and pair.score >= UNPROVED and pair.both > ALIKE and len(pair.keys) > 1


def _is_one(facts: Facts, pair: Pair) -> bool:
    """Whether the two tell one deed on one thing, at no two times."""
    a, b = pair.a, pair.b
    apart = bool(a.timely and b.timely and not a.timely & b.timely)
    deed = bool(a.deed & b.deed or a.classes & b.classes)
    return (
        deed
        and one_doer(facts, a, b)
        and pair.score >= SURE
        and pair.both >= ALIKE
        and (bool(pair.keys - a.deed) or stands_for(a, b))
        and not apart
    )


def _differs(facts: Facts, pair: Pair) -> bool:
    """Whether each stands as told in its text, both of one tense, and neither text has it the other way too."""
    a, b = pair.a, pair.b
    told = all(_is_told(facts, t) for t in (a, b))
    one_tense = is_past(facts, a) == is_past(facts, b)
    evened = any({p.a.doc, p.b.doc} == {a.doc, b.doc} and {p.a.place, p.b.place} & {a.place, b.place}
                 for p in matches(facts).known)  # fmt: skip
    return told and one_tense and not evened and all(is_sure(facts, t) for t in (a, b))


def _is_told(facts: Facts, t: Telling) -> bool:
    parse = facts.parses[t.doc]
    verb = parse.tokens[t.clause.verb].lemma.lower()
    row = parse.sentences[t.sentence]
    words = {x.lemma.lower() for x in parse.tokens[row.first : row.last]}
    if t.heading or t.limits or t.voice == "quoted" or verb in EMPTY:
        return False
    if is_asked(facts, t) or is_background(facts, t) or not (is_stated(facts, t) and has_subject(facts, t)):
        return False
    if t.negative and _is_so_far(parse, t.clause.verb):
        return False
    real = not is_unreal(facts, t) or (t.said is not None and would(facts, t))
    turning = TURNED | limiting("unrealised") | limiting("denial") | {"if", "unless"}
    return real and not words & (BOUNDED if t.negative else turning)


def _is_so_far(parse: Parse, verb: int) -> bool:
    """Whether a clause tells what has not come about by its day: it may have done so since."""
    kids = (parse.tokens[c] for c in parse.children(verb))
    return any(t.dep == "aux" and t.lemma.lower() in HAVE and t.tag in {"VBZ", "VBP"} for t in kids)


def _draft(facts: Facts, pair: Pair) -> Draft:
    told, denied = (pair.b, pair.a) if pair.a.negative else (pair.a, pair.b)
    spans = [facts.cut(t.span, NARROW) for t in (told, denied)]
    apart = facts.voice_of(told.doc) != facts.voice_of(denied.doc)
    return Draft(
        kind="certainty",
        importance=3 if apart else 2,
        weight=len(pair.keys) + 2 * pair.score + 3,
        statement=f"{_says(facts, told, spans[0])}; {_says(facts, denied, spans[1])}.",
        evidence=(facts.shown(spans[0], "told"), facts.shown(spans[1], "denied")),
        rule="divergence.told-and-denied",
        event=facts.event_at(told.span),
    )


def _says(facts: Facts, telling: Telling, span: Span) -> str:
    who = facts.by(telling.said)
    return f"{facts.name(telling.doc)} has{f' from {who}' if who else ''} “{plain(facts, span)}”"
