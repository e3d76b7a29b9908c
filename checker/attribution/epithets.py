"""What a person is called in passing: `the 52-year-old`, `the former minister`, `the latter`."""

from __future__ import annotations

import re

from checker.attribution.descriptions import is_doubtful
from checker.attribution.grammar import SUBJECTS, Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.passing import STUDYING, is_calling, is_modified, is_passing
from checker.attribution.people import names_person
from checker.attribution.ranks import roles_within
from checker.attribution.referents import Said
from checker.attribution.roles import introduced
from checker.attribution.unnamed import is_aside, people
from checker.model import Range

_AGED = re.compile(r"^(?:, (?:now |then |aged )?\d{1,3},?)?$")
_GOING_ON = frozenset({"add", "continue", "conclude"})
_NAMED = frozenset({"called", "named", "as"})
_TEENS = frozenset(str(years) for years in range(13, 20))
_LOOSE = frozenset(
    {
        "owner",
        "founder",
        "winner",
        "father",
        "mother",
        "husband",
        "wife",
        "brother",
        "sister",
        "son",
        "daughter",
    }
    | {"mr", "mrs", "ms", "miss", "sir", "man", "woman", "resident", "native", "veteran"}
)
"""What somebody may be beside a calling."""
_TEACHING = _LOOSE | {
    "professor",
    "doctor",
    "dr",
    "lecturer",
    "academic",
    "researcher",
    "scientist",
    "expert",
    "author",
}


def by_epithet(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """Who is of that age, else the only person whom the text speaks of so far, named or not."""
    if not is_passing(g, head) and not _is_described(g, mentions, head):
        return None
    at, years = g.tokens[head].start, _years(g, head)
    if g.lower(head) == "teenager" and (young := {e for e, told in mentions.ages.items() if told & _TEENS}):
        return next(iter(young)) if len(young) == 1 and mentions.is_met(next(iter(young)), at) else None
    aged = {entity for entity, told in mentions.ages.items() if years in told and mentions.is_met(entity, at)}
    if aged or (years is not None and _others_are(g, years, g.tokens[g.left[head]].start)):
        return next(iter(aged)) if len(aged) == 1 else None
    only = _only_person(g, mentions, head)
    if not only or (years is not None and mentions.ages.get(only)):
        return None
    passing = is_passing(g, head)
    studies = g.tokens[head].lemma.lower().endswith(STUDYING)
    lemma = g.tokens[head].lemma.lower()
    return only if passing or not _office(mentions, only, lemma, _TEACHING if studies else _LOOSE) else None


def _only_person(g: Grammar, mentions: Mentions, head: int) -> str:
    """The one person whom the text has spoken of; a relative (`with her aunt`) and what somebody is do not count."""
    stop = g.tokens[head].start if g.tokens[head].dep in SUBJECTS else g.sentence_of(head).start
    met = [p for gender in ("m", "f") for p in people(g, mentions, 0, stop, gender)]
    found = {p.entity for p in met if p.entity or not is_aside(g, p.head)}
    return next(iter(found)) if len(found) == 1 else ""


def _office(mentions: Mentions, entity: str, lemma: str, loose: frozenset[str]) -> bool:
    """Whether the text says what the person is, which is no calling, and nothing that the lemma is a kind of."""
    told = {kind for kind in mentions.kinds[entity] if names_person(kind) and kind not in loose}
    return any(lemma not in roles_within(kind) and not is_calling(kind) for kind in told)


def _is_described(g: Grammar, mentions: Mentions, head: int) -> bool:
    """`the novelist`: a noun for people that no office needs, and that the text has not used before."""
    lemma = g.tokens[head].lemma.lower()
    ended = g.text[g.tokens[head].end : g.tokens[g.right[head]].end]
    plain = g.tokens[head].tag == "NN" and is_modified(g, head) and _AGED.match(ended) is not None
    free = is_calling(lemma) and not _in_dialogue(g, head)
    return (
        plain and free and not introduced(g, lemma, head) and not mentions.others(lemma, g.tokens[head].start)
    )


def _years(g: Grammar, head: int) -> str | None:
    """The number of `the 41-year-old`."""
    words = g.text[g.tokens[g.left[head]].start : g.tokens[head].end]
    number = words.partition("-year-old")[0].split()
    return number[-1] if "-year-old" in words and number else None


def _others_are(g: Grammar, years: str, before: int) -> bool:
    """Whether somebody else has been said to be of that age."""
    told = re.search(rf"(?<![Tt]he )\b{re.escape(years)}-year-old", g.text[:before])
    return told is not None or f" aged {years}" in g.text[:before]


def _in_dialogue(g: Grammar, i: int) -> bool:
    """Whether the paragraph is a line behind a dash: whoever answers there is mostly another."""
    return g.text[g.parse.paragraphs[g.sentence_of(i).paragraph][0]] in "—–―-"


def same_speaker(
    g: Grammar, mentions: Mentions, head: int, cue: int | None, gender: str, previous: list[Said]
) -> str | None:
    """`Lund said it was cold. …, he added`: who spoke in the sentence before or this one, with nobody named since."""
    if cue is None or g.tokens[cue].lemma not in _GOING_ON or not previous or g.quote[head] >= 0:
        return None
    at, last, *_ = previous[-1]
    since = {m.entity for m in mentions.between(at, g.tokens[head].start) if m.is_person} - {last}
    near = g.sentence[g.index(at)] >= g.sentence[head] - 1
    fits = last is not None and last in mentions.people and mentions.is_known(last, gender)
    return last if near and fits and not since else None


def of_two(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """`the former` and `the latter`: of the two people of the sentence before."""
    word = g.lower(head)
    if word not in {"former", "latter"} or g.left[head] != head - 1 or g.right[head] < head:
        return None
    sentence = g.parse.sentences[max(0, g.sentence[head] - 1)]
    near = mentions.between(sentence.start, sentence.end)
    met = list(dict.fromkeys(m.entity for m in near if m.is_person))
    pair = len(met) == 2 and not any(m.is_body for m in near)
    return None if not pair else met[0] if word == "former" else met[1]


def closing_name(g: Grammar, mentions: Mentions, head: int, source: tuple[Range, ...]) -> str | None:
    """`A spokeswoman for the mill, Ada Lund` and `a man called Per Lund`: the name that closes the phrase.

    `A spokesman for the mayor, Ada Lund` may be either's name.
    """
    end = source[-1][1]
    found = next((m for m in mentions.between(source[0][0], end) if m.end == end and m.is_person), None)
    single = g.tokens[head].tag == "NN" or g.lower(head) == "one"
    if found is None or not single or found.start <= g.tokens[head].start:
        return None
    last = g.index(found.start) - 1
    apposed = g.lower(last - 1) == "the" and g.tokens[last - 2].text == "," and names_person(g.lower(last))
    called = (
        apposed or g.lower(last) in _NAMED or (last == head and names_person(g.tokens[head].lemma.lower()))
    )
    told = called or (g.tokens[last].text == "," and not is_doubtful(g, head, last - 1))
    plural = any(g.tokens[c].dep == "conj" for c in g.children[head])
    return found.entity if told and not plural else None
