"""Which entity a source is: by name, by role, or by a pronoun whose referent the text leaves no doubt of.

Where the text leaves doubt the speaker stays None: a wrong merge puts words into somebody's mouth.
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.grammar import RELATIVES, Grammar
from checker.attribution.mentions import Mention, Mentions
from checker.attribution.referents import by_pronoun, by_role
from checker.model import Attribution, Document, Entity, Parse, Range, Rule

NAME = "attributions"
VERSION = "1"
REQUIRES = ("documents", "parses", "said", "entities")
RULES: tuple[Rule, ...] = ()

_HE_SHE = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
DEPTH = 8
"""Attributions inside attributions that are followed outwards."""
_FIRST = frozenset({"i", "me", "my", "myself"})


def run(
    document: Document, parse: Parse, attributions: tuple[Attribution, ...], entities: tuple[Entity, ...]
) -> tuple[Attribution, ...]:
    """The same attributions with `speaker` filled in where the document leaves no doubt."""
    g = Grammar(document, parse)
    mentions = Mentions(g, entities)
    speakers: dict[str, str | None] = {}
    previous: list[tuple[int, str | None]] = []
    for attribution in sorted(attributions, key=_place):
        speaker = _speaker(g, mentions, attribution, previous)
        speakers[attribution.id] = speaker
        if attribution.outer is None and attribution.source:
            previous.append((_place(attribution), speaker))
    speakers |= _first_persons(g, attributions, speakers)
    return tuple(replace(a, speaker=speakers[a.id]) for a in attributions)


def _first_persons(
    g: Grammar, attributions: tuple[Attribution, ...], speakers: dict[str, str | None]
) -> dict[str, str | None]:
    """Whoever says "I" inside somebody's words is that somebody."""
    known = {a.id: a for a in attributions}
    found: dict[str, str | None] = {}
    for attribution in attributions:
        around = attribution
        for _ in range(DEPTH):
            if not _says_i(g, around) or around.outer is None:
                break
            around = known[around.outer]
        if around is not attribution and not _says_i(g, around):
            found[attribution.id] = speakers[around.id]
    return found


def _says_i(g: Grammar, attribution: Attribution) -> bool:
    head = _head(g, attribution.source) if attribution.source else None
    return head is not None and g.lower(head) in _FIRST and not _is_joined(g, head)


def _is_joined(g: Grammar, head: int) -> bool:
    return any(g.tokens[c].dep == "conj" for c in g.children[head])


def _place(attribution: Attribution) -> int:
    """Where the words of the saying stand, so that a speaker is known before a later pronoun asks for him."""
    return min(start for start, _ in (attribution.source or attribution.cue or attribution.content))


def _speaker(
    g: Grammar,
    mentions: Mentions,
    attribution: Attribution,
    previous: list[tuple[int, str | None]],
) -> str | None:
    if not attribution.source:
        return None
    head = _head(g, attribution.source)
    if head is None:
        return None
    word = g.lower(head)
    if word in _FIRST:
        return None
    if word in _HE_SHE:
        return by_pronoun(g, mentions, head, _HE_SHE[word], previous)
    if word in RELATIVES:
        return _antecedent(g, mentions, head)
    named = by_name(g, mentions, head)
    return named if named is not None else by_role(g, mentions, head)


def _head(g: Grammar, source: tuple[Range, ...]) -> int | None:
    inside = [i for start, end in source for i in range(g.index(start), g.index(end))]
    held = set(inside)
    return next((i for i in inside if g.tokens[i].head not in held or g.tokens[i].head == i), None)


def by_name(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The entity that the head of a noun phrase, or its apposition, names; None for two joined by "and"."""
    if _is_joined(g, head):
        return None
    found = mentions.at(head)
    if found is not None and _is_whole(g, found, head):
        return found.entity
    for child in g.children[head]:
        apposed = mentions.at(child) if g.tokens[child].dep == "appos" else None
        if apposed is not None and apposed.is_person and g.tokens[head].tag == "NN" and apposed.head == child:
            return apposed.entity
    return None


def _is_whole(g: Grammar, mention: Mention, head: int) -> bool:
    """Whether the phrase is the entity and no part or member of it (`Elmford officials`)."""
    return mention.head == head or (g.tokens[head].pos == "PROPN" and mention.start <= g.tokens[head].start)


def _antecedent(g: Grammar, mentions: Mentions, relative: int) -> str | None:
    for verb in g.ancestors(relative):
        if g.tokens[verb].dep == "relcl":
            noun = g.tokens[verb].head
            plural = g.tokens[g.tokens[relative].head].tag == "VBP" and g.tokens[noun].tag not in {
                "NNS",
                "NNPS",
            }
            return None if plural or g.tokens[noun].dep == "conj" else by_name(g, mentions, noun)
    return None
