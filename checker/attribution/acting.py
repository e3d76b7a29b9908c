"""Whom "he" and "she" go on with: the subject of the narrator's sentence before (`Roe came. She said …`)."""

from __future__ import annotations

from checker.attribution.cues import load
from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.pronouns import GENDERS
from checker.attribution.unnamed import Person, people


def subject_before(g: Grammar, mentions: Mentions, pronoun: int, gender: str) -> str | None:
    """The person who is the subject of the narrator's last sentence, where "he" or "she" fits nobody else in it.

    After `Roe said that …` people inside what was said are no rivals: for a quotation none, else those without a name.
    """
    quoted = _follows_quotation(g, pronoun)
    number = _narrated(g, pronoun) if quoted or _opens(g, pronoun) else None
    fitting: list[Person] = []
    while number is not None:
        sentence = g.parse.sentences[number]
        fitting = people(g, mentions, sentence.start, sentence.end, gender)
        if fitting or not _goes_on(g, sentence.first, gender):
            break
        pronoun, quoted = sentence.first, False
        number = _narrated(g, pronoun)
    main = next((p for p in fitting if _is_main(g, p.head)), None)
    if main is None or not main.entity or not _is_fit(g, mentions, main, gender, g.tokens[pronoun].start):
        return None
    rivals = [p for p in fitting if p.entity != main.entity]
    return main.entity if all(_is_told_of(g, main, p) and (quoted or not p.entity) for p in rivals) else None


def _goes_on(g: Grammar, first: int, gender: str) -> bool:
    """Whether a sentence of the narrator's opens with "he" or "she" as its subject."""
    return GENDERS.get(g.lower(first)) == gender and g.quote[first] < 0 and _opens(g, first)


def _is_fit(g: Grammar, mentions: Mentions, main: Person, gender: str, before: int) -> bool:
    """Whether somebody is known as a man or woman, or the only person with a name who may be one."""
    if mentions.is_known(main.entity, gender):
        return True
    return not {p.entity for p in people(g, mentions, 0, before, gender)} - {main.entity, ""}


def _is_told_of(g: Grammar, main: Person, other: Person) -> bool:
    """Whether somebody stands in what the main subject said."""
    verb = g.tokens[main.head].head
    content = g.child(verb, "ccomp")
    said = content is not None and load().has("verbs.speech", g.tokens[verb].lemma)
    return (
        said and content is not None and content > verb and g.left[content] <= other.head <= g.right[content]
    )


def _follows_quotation(g: Grammar, pronoun: int) -> bool:
    """`"It was late," she said`: only quoted words stand before the pronoun in its sentence."""
    sentence = g.sentence_of(pronoun)
    before = range(sentence.first, pronoun)
    return g.quote[sentence.first] >= 0 and not any(_is_narrated(g, i) for i in before)


def _opens(g: Grammar, pronoun: int) -> bool:
    return g.sentence_of(pronoun).first == pronoun and g.tokens[pronoun].dep in SUBJECTS


def _narrated(g: Grammar, pronoun: int) -> int | None:
    """The nearest sentence before with words of the narrator, in this paragraph or the one before."""
    paragraph = g.sentence_of(pronoun).paragraph
    for number in range(g.sentence[pronoun] - 1, -1, -1):
        other = g.parse.sentences[number]
        if other.paragraph < paragraph - 1:
            return None
        if any(_is_narrated(g, i) for i in range(other.first, other.last)):
            return number
    return None


def _is_narrated(g: Grammar, i: int) -> bool:
    return g.quote[i] < 0 and g.tokens[i].pos not in {"PUNCT", "SPACE"}


def _is_main(g: Grammar, head: int) -> bool:
    verb = g.tokens[head].head
    return g.tokens[verb].head == verb and g.tokens[head].dep in SUBJECTS | PASSIVES
