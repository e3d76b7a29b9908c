"""Which entity a source is: by name, by role, or by a pronoun whose referent the text leaves no doubt of.

Where the text leaves doubt the speaker stays None: a wrong merge puts words into somebody's mouth.
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.candidates import by_candidates
from checker.attribution.dialogue import answers
from checker.attribution.elders import by_age
from checker.attribution.epithets import by_epithet, closing_name, of_two, same_speaker
from checker.attribution.grammar import RELATIVES, Grammar
from checker.attribution.inside import others
from checker.attribution.interviews import interviewee
from checker.attribution.kin import by_owner, by_title
from checker.attribution.mentions import Mentions
from checker.attribution.names import by_name, by_words, is_joined, is_one_name, joint_roles
from checker.attribution.passing import is_national
from checker.attribution.pronouns import FIRST_SINGULAR, GENDERS
from checker.attribution.referents import Said, by_it, by_pronoun
from checker.attribution.relatives import described
from checker.attribution.roles import by_role
from checker.attribution.standing import actors
from checker.model import Attribution, Document, Entity, Parse, Range, Rule

NAME = "attributions"
VERSION = "7"
REQUIRES = ("documents", "parses", "said", "entities")
RULES: tuple[Rule, ...] = ()

DEPTH = 8
"""Attributions inside attributions that are followed outwards."""
_CALLED_SHORT = frozenset({"gp", "mp", "mep", "pm", "ceo", "cfo", "kc", "dj", "pa"})
"""Offices and callings in capitals, which are nobody's name."""
_NOBODY = frozenset({"it", "they", "which", "we"})


def run(
    document: Document, parse: Parse, attributions: tuple[Attribution, ...], entities: tuple[Entity, ...]
) -> tuple[Attribution, ...]:
    """The same attributions with `speaker` filled in where the document leaves no doubt."""
    g = Grammar(document, parse)
    mentions = Mentions(g, entities)
    speakers: dict[str, str | None] = {}
    previous: list[Said] = []
    for attribution in sorted(attributions, key=_place):
        mentions.absent = _spoken_of(g, mentions, attribution)
        speaker = _speaker(g, mentions, attribution, previous)
        if _is_another(g, attribution) and speaker == speakers.get(attribution.outer or ""):
            speaker = None
        speakers[attribution.id] = speaker
        if speaker is not None and (head := _head(g, attribution.source or ())) is not None:
            mentions.met[head] = speaker
            mentions.titles[speaker].add(g.lower(head - 1).removesuffix(".") if head else "")
        if attribution.outer is None and attribution.source:
            one = _is_one(g, mentions, attribution, speaker)
            previous.append((_place(attribution), speaker, one, _gender(g, attribution)))
    speakers |= actors(g, mentions, attributions)
    speakers |= interviewee(mentions, attributions)
    speakers |= answers(g, attributions, speakers)
    speakers |= others(g, mentions, attributions, speakers)
    speakers |= _first_persons(g, attributions, speakers)
    return tuple(_told(a, speakers[a.id]) for a in attributions)


def _told(attribution: Attribution, speaker: str | None) -> Attribution:
    """The attribution with its speaker; a pronoun or a role whose name the text gives is named by it."""
    naming = attribution.naming if speaker is None else "named"
    return replace(attribution, speaker=speaker, naming=naming)


def _gender(g: Grammar, attribution: Attribution) -> str:
    """The gender of a pronoun as the source; empty for other sources."""
    head = _head(g, attribution.source or ())
    return "" if head is None else GENDERS.get(g.lower(head), "")


def _spoken_of(g: Grammar, mentions: Mentions, attribution: Attribution) -> frozenset[str]:
    """Whom somebody's own words name, who is therefore another."""
    if attribution.kind != "direct":
        return frozenset()
    named = (m for start, end in attribution.content for m in mentions.between(start, end))
    return frozenset(m.entity for m in named if m.is_person and g.quote[m.head] >= 0)


def _is_another(g: Grammar, attribution: Attribution) -> bool:
    """Whether a source is a description, by which nobody speaks of himself."""
    head = _head(g, attribution.source or ())
    return head is not None and g.tokens[head].tag == "NN" and g.child(head, "appos") is None


def _is_one(g: Grammar, mentions: Mentions, attribution: Attribution, speaker: str | None) -> bool:
    """Whether a later "he" or "she" may be the source: no body, and no more than one."""
    head = _head(g, attribution.source) if attribution.source else None
    if head is None or g.tokens[head].tag in {"NNS", "NNPS"} or g.lower(head) in _NOBODY:
        return False
    return speaker is None or speaker in mentions.people


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
    return head is not None and g.lower(head) in FIRST_SINGULAR and not is_joined(g, head)


def _place(attribution: Attribution) -> int:
    """Where the words of the saying stand, so that a speaker is known before a later pronoun asks for him."""
    return min(start for start, _ in (attribution.source or attribution.cue or attribution.content))


def _speaker(
    g: Grammar,
    mentions: Mentions,
    attribution: Attribution,
    previous: list[Said],
) -> str | None:
    if not attribution.source:
        return None
    head = _head(g, attribution.source)
    if head is None:
        return None
    word = g.lower(head)
    if word in FIRST_SINGULAR:
        return None
    cue = g.index(attribution.cue[0][0]) if attribution.cue else None
    if (gender := GENDERS.get(word)) is not None:
        meant = by_pronoun(g, mentions, head, gender, previous)
        return _learnt(mentions, meant or same_speaker(g, mentions, head, cue, gender, previous), gender)
    if word == "it":
        return by_it(g, mentions, head)
    if word in RELATIVES:
        return _antecedent(g, mentions, head)
    if is_joined(g, head) and not is_one_name(g, mentions, head):
        return joint_roles(g, mentions, attribution.source)
    if word in _CALLED_SHORT and g.lower(g.left[head]) in {"the", "a", "an"}:
        return by_role(g, mentions, head)
    found = _named(g, mentions, head) or closing_name(g, mentions, head, attribution.source)
    return found or _owned(g, mentions, head, previous)


def _owned(g: Grammar, mentions: Mentions, head: int, previous: list[Said]) -> str | None:
    """`her brother` and the like."""
    pronoun = g.child(head, "poss")
    if pronoun is None or g.lower(pronoun) not in GENDERS:
        return None
    owner = by_pronoun(g, mentions, pronoun, GENDERS[g.lower(pronoun)], previous)
    return by_owner(g, mentions, head, owner)


def _named(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The entity that a noun phrase means by name, role, title or epithet."""
    if head in mentions.met:
        return mentions.met[head]
    if is_national(g, head):
        return by_epithet(g, mentions, head)
    for way in (by_name, by_words, by_role, by_title, of_two, by_age, by_epithet, by_candidates):
        if (found := way(g, mentions, head)) is not None:
            return found
    return None


def _learnt(mentions: Mentions, speaker: str | None, gender: str) -> str | None:
    """The speaker, who is a man or a woman from here on."""
    if speaker is not None:
        mentions.genders[speaker].add(gender)
    return speaker


def _head(g: Grammar, source: tuple[Range, ...]) -> int | None:
    inside = [i for start, end in source for i in range(g.index(start), g.index(end))]
    held = set(inside)
    tops = [i for i in inside if g.tokens[i].head not in held or g.tokens[i].head == i]
    return next((i for i in tops if g.tokens[i].pos != "DET"), tops[0] if tops else None)


def _antecedent(g: Grammar, mentions: Mentions, relative: int) -> str | None:
    for verb in g.ancestors(relative):
        if g.tokens[verb].dep == "relcl":
            noun = described(g, verb, relative)
            plural = g.tokens[g.tokens[relative].head].tag == "VBP" and g.tokens[noun].tag not in {
                "NNS",
                "NNPS",
            }
            return None if plural or g.tokens[noun].dep == "conj" else _named(g, mentions, noun)
    return None
