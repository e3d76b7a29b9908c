"""Whether two tellings, one of them with a limit, are of one deed."""

from __future__ import annotations

from checker.divergence import denials, givers
from checker.divergence.doers import lexicon
from checker.divergence.draft import Facts
from checker.divergence.governed import deed_verbs
from checker.divergence.limit_words import words
from checker.divergence.matches import Pair, matches, one_speaker, stands_for
from checker.divergence.moods import is_past, lasted
from checker.divergence.same_doers import one_doer, otherwise
from checker.divergence.tellings import Telling
from checker.divergence.told_when import of_one_time

CLOSE, CLOSER = 0.98, 1.05
"""Score of two tellings of one deed that may be set against each other, and of two whose deed is told otherwise."""
MUCH, PARTLY = 3, 0.6
"""Keys of a clause that tells enough by itself; share of either telling in the other below which a time that only one
has makes them two."""
NEARLY, WHOLLY, COUNTERPART = 0.7, 0.85, 0.4
"""Share of either telling that the other has where no run of words shows that they are one, with one subject and
without; score of passages that are counterparts."""


def is_one(facts: Facts, pair: Pair) -> bool:
    """Whether two tellings are near enough; neither what was done and what would be, nor two times."""
    if _times(pair.a, pair.b) or (lasted(facts, pair.a) and not lasted(facts, pair.b)):
        return False
    counted = {k for k in pair.a.keys - pair.b.near if k.startswith("#")}
    if counted - {"#1", "#2"} or (pair.both <= PARTLY and pair.b.timely - pair.a.near):
        return False
    verb = pair.b.clause.verb
    parse = facts.parses[pair.b.doc]
    supposed = any(parse.tokens[i].text.lower() in {"would", "’d", "'d"} for i in parse.children(verb))
    if supposed and is_past(facts, pair.a) and not is_promised(facts, pair.a):
        return False
    if not one_doer(facts, pair.a, pair.b) or otherwise(facts, pair.a, pair.b):
        return False
    if pair.a.negative and not pair.b.negative:
        return denials.is_unproved(pair)
    if not _is_proved(facts, pair) or _refuses(facts, pair.a) != _refuses(facts, pair.b):
        return False
    if pair.kin:
        alone = one_speaker(pair.a, pair.b) and not _is_plain(facts, pair.a)
        return pair.score >= CLOSE and (alone or len(pair.keys) > 1)
    return pair.score >= CLOSER and len(pair.keys) >= MUCH


def _is_plain(facts: Facts, a: Telling) -> bool:
    """Whether the verb says too little to be by itself the deed that two texts tell: "he considered …"."""
    plain: list[str] = lexicon()["often"]["plain"]
    return facts.parses[a.doc].tokens[a.clause.verb].lemma.lower() in plain


def _times(a: Telling, b: Telling) -> frozenset[str]:
    """What only one says of when: "by 1 March" says more than "by March", and no other time."""
    more = a.timely - b.near
    return frozenset(k for k in more if not k.startswith("#")) if a.timely & b.near else more


def _refuses(facts: Facts, telling: Telling) -> bool:
    """Whether what a verb carries on is negated: "has decided not to return"."""
    parse = facts.parses[telling.doc]
    below = deed_verbs(parse, telling.clause.verb)[1:]
    return any(parse.tokens[c].dep == "neg" for verb in below for c in parse.children(verb))


def _is_proved(facts: Facts, pair: Pair) -> bool:
    """Whether two tellings are shown to be of one thing: "roads were closed" is told of every fire.

    Nearly all that either says stands in the other, or they share a run of words, several rare words, or a figure, a
    rare word or all of one in passages that are counterparts. With few words in common they have one subject too. What
    somebody denies, or says that nobody knows, of one subject is hardly another thing.
    """
    found, a, b = matches(facts), pair.a, pair.b
    one = bool(a.subject & b.subject) or stands_for(a, b) or one_speaker(a, b)
    if one and any(limit.kind in {"unknown", "denied"} for limit in b.limits):
        return True
    joined = pair.run or pair.both >= (NEARLY if one else WHOLLY)
    if not of_one_time(facts, a.doc, b.doc):
        return joined
    rare = found.rare(pair.keys)
    if found.alignment(a, b) >= COUNTERPART:
        joined = joined or bool(rare) or pair.share == 1 or any(k.startswith("#") for k in pair.keys)
    return (joined or len(rare) >= MUCH) and (one or len(pair.keys) >= MUCH)


def is_promised(facts: Facts, a: Telling) -> bool:
    """Whether a clause promises: that is more than to intend."""
    parse = facts.parses[a.doc]
    told = {parse.tokens[i].lemma.lower() for i in deed_verbs(parse, a.clause.verb)}
    given = givers.cues(facts, a.said) if a.said is not None else []
    return bool(words("promise") & {*told, *given})
