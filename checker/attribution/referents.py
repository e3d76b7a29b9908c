"""What "he", "she" and "the minister" stand for, as far as the text says."""

from __future__ import annotations

from checker.attribution.grammar import Grammar
from checker.attribution.mentions import Mention, Mentions

_PARAGRAPHS_BACK = 1
_GENERIC = frozenset({"person", "man", "woman", "official", "source", "people"})


def by_pronoun(
    g: Grammar, mentions: Mentions, pronoun: int, gender: str, previous: list[tuple[int, str | None]]
) -> str | None:
    """The person a singular pronoun means.

    A subject earlier in its sentence, else who spoke last, else the last subject. None where the nearest
    sentence that has a candidate offers two, or the last speaker is unknown.
    """
    at = g.tokens[pronoun].start
    sentence = g.sentence_of(pronoun)
    here = _fitting(mentions, _narrated(g, mentions.between(sentence.start, at)), gender)
    if g.quote[pronoun] >= 0 or (g.tokens[pronoun].tag == "PRP$" and len({m.entity for m in here}) > 1):
        return None
    subjects = [m for m in here if m.is_subject]
    if subjects:
        return subjects[-1].entity if len({m.entity for m in subjects}) == 1 else None
    if here and g.tokens[pronoun].tag == "PRP$":
        return None
    start = _paragraph_start(g, sentence.paragraph - _PARAGRAPHS_BACK)
    last = previous[-1] if previous and previous[-1][0] >= start else None
    since = last[0] if last else start
    between = _fitting(mentions, _narrated(g, mentions.between(since, at)), gender)
    return _last_subject(between, last[1] if last else None, last is not None, mentions, gender)


def _last_subject(
    between: list[Mention],
    speaker: str | None,
    spoke: bool,
    mentions: Mentions,
    gender: str,
) -> str | None:
    """Who was spoken of since the last saying, if one person alone; else who said it."""
    people = {m.entity for m in between if m.is_subject} | ({speaker} if speaker else set())
    if spoke:
        fits = speaker is not None and _fits(mentions, speaker, gender)
        return speaker if fits and len(people) == 1 and speaker in mentions.people else None
    subjects = [m for m in between if m.is_subject]
    if not subjects or len({m.entity for m in between}) != 1:
        return None
    return subjects[-1].entity


def _narrated(g: Grammar, found: list[Mention]) -> list[Mention]:
    return [m for m in found if g.quote[m.head] < 0]


def _fitting(mentions: Mentions, found: list[Mention], gender: str) -> list[Mention]:
    return [m for m in found if m.is_person and _fits(mentions, m.entity, gender)]


def _fits(mentions: Mentions, entity: str, gender: str) -> bool:
    known = mentions.genders.get(entity, set())
    return not known or known == {gender}


def _paragraph_start(g: Grammar, number: int) -> int:
    return g.parse.paragraphs[max(0, number)][0]


def by_role(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The one entity with this role so far: `Jane Roe, the mayor of Elmford … the mayor`."""
    lemma = g.tokens[head].lemma.lower()
    if g.tokens[head].tag not in {"NN", "NNP"} or lemma in _GENERIC or not _is_bare(g, head):
        return None
    at = g.tokens[head].start
    holders = {entity for start, entity in mentions.roles.get(lemma, []) if start < at}
    if not holders:
        holders = {entity for start, entity in mentions.named_after.get(lemma, []) if start < at}
    return next(iter(holders)) if len(holders) == 1 else None


def _is_bare(g: Grammar, head: int) -> bool:
    """`the minister`, with nothing that could tell him from another minister."""
    children = g.children[head]
    definite = any(g.tokens[c].dep == "det" and g.lower(c) in {"the", "this"} for c in children)
    return definite and all(g.tokens[c].dep in {"det", "punct"} for c in children)
