"""What "he", "she", "it" and "the minister" stand for, as far as the text says."""

from __future__ import annotations

from checker.attribution.acting import subject_before
from checker.attribution.cues import load
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.people import names_person
from checker.attribution.unnamed import Person, people

_OBLIQUE = {"m": frozenset({"him"}), "f": frozenset({"her"})}
_PARAGRAPHS_BACK = 1
_LEAD = 2
"""Tokens before a clause that opens a sentence (`Minutes after …`)."""
Said = tuple[int, str | None, bool, str]
"""A saying before: where, by whom (None: unknown), whether one person may have said it, and the gender of a pronoun."""


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
        return None if _is_addressed(g, mentions, pronoun, gender) else _one(subjects)
    if here and owned:
        return _one(here)
    if not here and (acting := subject_before(g, mentions, pronoun, gender)) is not None:
        return acting
    start = _paragraph_start(g, sentence.paragraph - _PARAGRAPHS_BACK)
    fitting = (said for said in reversed(previous) if said[2] and said[3] in {"", gender})
    last = next((said for said in fitting if said[1] is None or said[1] not in mentions.absent), None)
    if last is None or last[0] < start:
        later = _ahead(g, mentions, pronoun, gender) if not here else None
        found = people(g, mentions, start, at, gender)
        found = found or people(g, mentions, 0, at, gender)
        return later or _one(found) or _leading(g, found, pronoun)
    if last[1] is not None and not mentions.fits(last[1], gender):
        return _one(people(g, mentions, start, at, gender))
    since = people(g, mentions, last[0], at, gender)
    around = {p.entity for p in people(g, mentions, start, at, gender)}
    if last[1] is not None and not mentions.is_known(last[1], gender) and around - {last[1]}:
        return None
    people_since = {p.entity for p in since if p.is_subject} | ({last[1]} if last[1] else set())
    known = last[1] is not None and last[1] in mentions.people
    return last[1] if known and len(people_since) == 1 else None


def _is_addressed(g: Grammar, mentions: Mentions, pronoun: int, gender: str) -> bool:
    """Whether the pronoun stands in what one told another (`Roe told her aunt that she …`), and may be either."""
    for verb in g.ancestors(pronoun):
        heard = g.child(verb, "dobj", "dative")
        if heard is not None and verb < heard < pronoun and _may_be(g, mentions, heard, gender):
            return True
    return False


def _may_be(g: Grammar, mentions: Mentions, noun: int, gender: str) -> bool:
    """Whether a noun, name or pronoun may be a man (`m`), or a woman."""
    lemma, met = g.lower(noun), mentions.at(noun)
    if met is not None:
        return met.is_person and mentions.fits(met.entity, gender)
    if g.tokens[noun].pos == "PRON":
        return lemma in _OBLIQUE[gender]
    return g.tokens[noun].tag == "NN" and names_person(lemma) and load().genders.get(lemma, gender) == gender


def _leading(g: Grammar, found: list[Person], pronoun: int) -> str | None:
    """The subject of the sentence before, where all others stand deep inside its phrases.

    `Roe scored from a corner won by Doe. She …` is Roe; `Roe met Doe. She …` may be either.
    """
    number = g.sentence[pronoun] - 1
    subjects = [p for p in found if p.is_subject and _is_main(g, p.head) and g.sentence[p.head] == number]
    others = [p for p in found if p not in subjects]
    deep = all(g.sentence[p.head] == number and _is_deep(g, p.head) for p in others)
    return _one(subjects) if len(subjects) == 1 and deep and number >= 0 else None


def _is_main(g: Grammar, head: int) -> bool:
    verb = g.tokens[head].head
    return g.tokens[verb].head == verb


def _is_deep(g: Grammar, head: int) -> bool:
    """Whether a noun is no part of the main clause itself, but of a phrase inside one of its nouns."""
    above = g.ancestors(head)
    return any(g.tokens[a].dep in {"acl", "relcl"} for a in above) and g.tokens[head].dep != "appos"


def _one(found: list[Person]) -> str | None:
    """The one person of several mentions; None for two, and for somebody without a name."""
    return found[0].entity or None if len({p.entity for p in found}) == 1 else None


def _ahead(g: Grammar, mentions: Mentions, pronoun: int, gender: str) -> str | None:
    """`As she told the court, Roe had left`: the subject of the main clause that follows."""
    sentence = g.sentence_of(pronoun)
    clause = next((a for a in g.ancestors(pronoun) if g.tokens[a].dep == "advcl"), None)
    if clause is None or not sentence.first <= g.left[clause] <= sentence.first + _LEAD:
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
    inside = range(before.first, g.index(before.end))
    subjects = [i for i in inside if g.tokens[i].dep in SUBJECTS | PASSIVES and not _is_told(g, i, pronoun)]
    found = [m for i in subjects if (m := mentions.at(i)) is not None and m.head == i]
    bodies = {m.entity for m in mentions.between(before.start, before.end) if not m.is_person}
    if len(subjects) != 1 or len(found) != 1 or len(bodies) != 1 or not found[0].is_body:
        return None
    between = (i for i in range(sentence.first, pronoun) if g.tokens[i].tag in {"NN", "NNP"})
    return found[0].entity if all(_is_frame(g, i) for i in between) else None


def _is_frame(g: Grammar, i: int) -> bool:
    """A time or the occasion of a saying (`In a letter on Monday it said`), which "it" cannot mean."""
    name = g.name_at(i)
    time = name is not None and name.type in {"DATE", "TIME"}
    return time or load().has("people.occasion", g.tokens[i].lemma.lower())


def _is_told(g: Grammar, subject: int, pronoun: int) -> bool:
    """Whether a noun stands in what a body said: those are no rivals for the `it` that says more."""
    own, says = g.tokens[subject].head, g.tokens[g.tokens[pronoun].head].lemma
    above = [g.tokens[a].lemma for a in g.ancestors(subject) if a != own]
    return load().has("verbs.speech", says) and any(load().has("verbs.speech", lemma) for lemma in above)


def _paragraph_start(g: Grammar, number: int) -> int:
    return g.parse.paragraphs[max(0, number)][0]
