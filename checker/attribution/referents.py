"""What "he", "she", "it" and "the minister" stand for, as far as the text says."""

from __future__ import annotations

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.ranks import in_full, roles_within
from checker.attribution.unnamed import Person, people

_PARAGRAPHS_BACK = 1
_GENERIC = frozenset({"person", "man", "woman", "official", "source", "people"})
_TIMES = frozenset(
    {"former", "retired", "veteran", "outgoing", "incoming", "longtime", "then", "ex", "late", "current"}
)
Said = tuple[int, str | None, bool]
"""A saying before: where, by whom (None: unknown), and whether one person may have said it."""


def by_pronoun(g: Grammar, mentions: Mentions, pronoun: int, gender: str, previous: list[Said]) -> str | None:
    """The person a singular pronoun means.

    A subject earlier in its sentence, else who spoke last, else the only person, or the only subject, since. None
    where the nearest sentence that has a candidate offers two, or the last speaker is unknown.
    """
    at = g.tokens[pronoun].start
    sentence = g.sentence_of(pronoun)
    here = people(g, mentions, sentence.start, at, gender)
    owned = g.tokens[pronoun].tag == "PRP$"
    if g.quote[pronoun] >= 0 or (owned and len({p.entity for p in here}) > 1):
        return None
    subjects = [p for p in here if p.is_subject]
    if subjects:
        return _one(subjects)
    if here and owned:
        return None
    start = _paragraph_start(g, sentence.paragraph - _PARAGRAPHS_BACK)
    last = next((said for said in reversed(previous) if said[2]), None)
    if last is None or last[0] < start:
        later = _ahead(g, mentions, pronoun, gender) if not here else None
        return later or _one(people(g, mentions, start, at, gender))
    if last[1] is not None and not mentions.fits(last[1], gender):
        return _one(people(g, mentions, start, at, gender))
    since = people(g, mentions, last[0], at, gender)
    people_since = {p.entity for p in since if p.is_subject} | ({last[1]} if last[1] else set())
    known = last[1] is not None and last[1] in mentions.people
    return last[1] if known and len(people_since) == 1 else None


def _one(found: list[Person]) -> str | None:
    """The one person of several mentions; None for two, and for somebody without a name."""
    return found[0].entity or None if len({p.entity for p in found}) == 1 else None


def _ahead(g: Grammar, mentions: Mentions, pronoun: int, gender: str) -> str | None:
    """`As she told the court, Roe had left`: the subject of the main clause that follows."""
    sentence = g.sentence_of(pronoun)
    clause = next((a for a in g.ancestors(pronoun) if g.tokens[a].dep == "advcl"), None)
    if clause is None or g.left[clause] != sentence.first:
        return None
    main = g.tokens[clause].head
    subject = g.child(main, *SUBJECTS, *PASSIVES)
    found = mentions.at(subject) if subject is not None and subject > pronoun else None
    fits = found is not None and found.is_person and mentions.fits(found.entity, gender)
    return found.entity if found is not None and fits else None


def by_it(g: Grammar, mentions: Mentions, pronoun: int) -> str | None:
    """The body that "it" means: the subject of the sentence before, where that has no other body or thing."""
    number = g.sentence[pronoun] - 1
    sentence = g.sentence_of(pronoun)
    if number < 0 or g.quote[pronoun] >= 0 or g.parse.sentences[number].paragraph != sentence.paragraph:
        return None
    before = g.parse.sentences[number]
    subjects = [i for i in range(before.first, g.index(before.end)) if g.tokens[i].dep in SUBJECTS | PASSIVES]
    found = [m for i in subjects if (m := mentions.at(i)) is not None and m.head == i]
    bodies = {m.entity for m in mentions.between(before.start, before.end) if not m.is_person}
    if len(subjects) != 1 or len(found) != 1 or len(bodies) != 1 or not found[0].is_body:
        return None
    between = range(sentence.first, pronoun)
    return None if any(g.tokens[i].tag in {"NN", "NNP"} for i in between) else found[0].entity


def _paragraph_start(g: Grammar, number: int) -> int:
    return g.parse.paragraphs[max(0, number)][0]


def by_role(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """The one entity with this role so far: `Jane Roe, the mayor of Elmford … the mayor`."""
    lemma = g.tokens[head].lemma.lower()
    if g.tokens[head].tag not in {"NN", "NNP"} or lemma in _GENERIC or not is_bare(g, head):
        return None
    at = g.tokens[head].start
    holders = {entity for start, entity in mentions.roles.get(lemma, []) if start < at}
    if not holders and (narrower := roles_within(lemma)) and not introduced(g, lemma, head):
        met = {m.entity for m in mentions.between(0, at) if m.is_person}
        held = {e for role in narrower for start, e in mentions.roles.get(role, []) if start < at}
        return next(iter(held)) if len(held) == 1 and held == met else None
    if not holders:
        holders = {entity for start, entity in mentions.named_after.get(lemma, []) if start < at}
    holder = next(iter(holders)) if len(holders) == 1 else None
    said = {g.lower(c) for c in g.children[head] if g.tokens[c].dep in {"compound", "nmod"}}
    return holder if holder is not None and said <= mentions.role_words[lemma, holder] else None


def by_title(g: Grammar, mentions: Mentions, head: int) -> str | None:
    """Of several who bear a surname the one with the title before it, or the one whom `Mr` or `Ms` fits."""
    token = g.tokens[head]
    if token.pos != "PROPN" or head == 0:
        return None
    first = head - 2 if head > 2 and g.tokens[head - 1].text == "-" else head
    title, at = in_full(g.lower(first - 1)), token.start
    near = mentions.bearers(token.text, at)
    held = {entity for start, entity in mentions.roles.get(title, []) if start < at} & near
    gender = mentions.gender_of_title(title)
    if gender is None:
        return next(iter(held)) if len(held) == 1 else None
    fits = {entity for entity in near if mentions.fits(entity, gender)}
    return next(iter(fits)) if len(fits) == 1 and len(near) > 1 else None


def introduced(g: Grammar, lemma: str, before: int) -> bool:
    """Whether the text has spoken of a person by this noun alone before the token (`a clerk … the clerk`)."""
    return any(token.lemma.lower() == lemma for token in g.tokens[:before])


def is_bare(g: Grammar, head: int) -> bool:
    """`the minister`, `the former minister`, with nothing that could tell him from another minister."""
    aside = [c for c in g.children[head] if _tells_nothing(g, head, c)]
    children = [c for c in g.children[head] if c not in aside]
    first = min([head, *(c for c in children if g.tokens[c].dep in {"compound", "nmod"})])
    first = min([first, *(c for c in aside if c < head)])
    definite = any(g.lower(i) in {"the", "this"} for i in (first, first - 1) if i >= 0)
    return definite and all(g.tokens[c].dep in {"det", "punct", "compound", "nmod"} for c in children)


def _tells_nothing(g: Grammar, head: int, child: int) -> bool:
    """`former` and the like before a role, and a clause with `who` after a comma."""
    if g.tokens[child].dep == "amod":
        return g.lower(child) in _TIMES
    return g.tokens[child].dep == "relcl" and child > head and g.tokens[g.left[child] - 1].text == ","
