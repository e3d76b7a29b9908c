"""Who acts in the narrator's sentence right before a quotation: `Roe put the lamp down. "Never," she said.`"""

from __future__ import annotations

from checker.attribution.grammar import PASSIVES, SUBJECTS, Grammar
from checker.attribution.mentions import Mentions
from checker.attribution.unnamed import people


def subject_before(g: Grammar, mentions: Mentions, pronoun: int, gender: str) -> str | None:
    """The person who is the subject of the narrator's last sentence, where "he" or "she" fits nobody else in it."""
    number = _narrated(g, pronoun)
    if number is None:
        return None
    sentence = g.parse.sentences[number]
    fitting = people(g, mentions, sentence.start, sentence.end, gender)
    main = [p for p in fitting if p.is_subject and _is_main(g, p.head)]
    one = len(main) == 1 and len({p.entity for p in fitting}) == 1 and main[0].entity
    return main[0].entity if one and mentions.is_known(main[0].entity, gender) else None


def _narrated(g: Grammar, pronoun: int) -> int | None:
    """The nearest sentence before with words of the narrator, in this paragraph or the one before.

    None where the pronoun does not follow a quotation.
    """
    sentence, number = g.sentence_of(pronoun), g.sentence[pronoun]
    if g.quote[sentence.first] < 0 or any(
        g.quote[i] < 0 and _is_word(g, i) for i in range(sentence.first, pronoun)
    ):
        return None
    for before in range(number - 1, -1, -1):
        other = g.parse.sentences[before]
        if other.paragraph < sentence.paragraph - 1:
            return None
        if any(g.quote[i] < 0 and _is_word(g, i) for i in range(other.first, other.last)):
            return before
    return None


def _is_word(g: Grammar, i: int) -> bool:
    return g.tokens[i].pos not in {"PUNCT", "SPACE"}


def _is_main(g: Grammar, head: int) -> bool:
    verb = g.tokens[head].head
    return g.tokens[verb].head == verb and g.tokens[head].dep in SUBJECTS | PASSIVES
