"""Whether an ellipsis joins what does not belong together."""

from __future__ import annotations

import re

from checker.quotation.align import Part
from checker.quotation.antecedents import mentions, persons
from checker.quotation.before import states
from checker.quotation.behind import disowns
from checker.quotation.finding import Pair
from checker.quotation.fold import Folded
from checker.quotation.lexicon import classes, words_of
from checker.quotation.sentences import FURTHEST, ends_sentence, sentence_end

SUBJECT = 5
"""Words of the longest subject that is looked for."""
LABEL = 8
"""Words of the longest name before a speaker's colon."""
SHOWN = 40
"""Words before an ellipsis in which a person has been named to the reader."""
PARAGRAPHS, WORDS = 2, 60
"""Ends of paragraphs, and words, that an ellipsis passes over where it joins passages on different things."""
_PLAIN = re.compile(r"\s*[…. \[\]]*\s*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_COUPLING = words_of("coupling")


def joined(pair: Pair, part: Part) -> str:
    """What the words that an ellipsis hides tore apart, for a reader; "" where nothing."""
    if other := _other_speaker(pair, part) or _other_antecedent(pair, part):
        return other
    if _other_subject(pair, part):
        return "the ellipsis gives the deed of one to another"
    if _taken_back(pair, part):
        return "the ellipsis hides that the speaker does not believe what stands before it"
    if _far(pair, part):
        return "the ellipsis joins passages that stand paragraphs apart"
    return ""


def _taken_back(pair: Pair, part: Part) -> bool:
    """Whether the first hidden sentence says of the one before it that it is not so."""
    text = pair.text
    if not ends_sentence(text, part.s1) or "\n" in text.gap(part.s1):
        return False
    return disowns(text.words[part.s1 : sentence_end(text, part.s1 + 1, FURTHEST)])


def _far(pair: Pair, part: Part) -> bool:
    """Whether whole paragraphs are hidden, and many words."""
    ends = sum(_PARAGRAPH.search(pair.text.gap(i)) is not None for i in range(part.s1, part.s2 + 1))
    return part.s2 - part.s1 >= WORDS and ends >= PARAGRAPHS


def _other_speaker(pair: Pair, part: Part) -> str:
    """Whether a speaker's label ("Mr Holt:") stands among the hidden words, so that two speakers are joined."""
    text = pair.text
    for i in range(max(1, part.s1), min(part.s2 + 1, len(text))):
        if "\n" in text.gap(i) and (name := _label(text, i)):
            return f"the ellipsis joins what “{name}” says to what was said before"
    return ""


def _label(text: Folded, i: int) -> str:
    """The name before a colon with which a paragraph begins at word `i`: "2. Mr Holt, rising, said:"."""
    i += text.words[i].isdigit()
    for end in range(i + 1, min(i + LABEL, len(text))):
        if ":" in text.gap(end) and not set(text.gap(end)) & set('"“„«'):
            name, reports = text.piece(i, end), "reporting" in classes(text.words[end - 1])
            return name if name[0].isupper() and (text.surface(end - 1)[0].isupper() or reports) else ""
        if ends_sentence(text, end):
            return ""
    return ""


def _other_antecedent(pair: Pair, part: Part) -> str:
    """Whether "he" or "she" after the ellipsis meant somebody whom only the hidden words name."""
    text = pair.text
    if part.s2 >= len(text) or part.s1 == 0 or not ends_sentence(text, part.s2):
        return ""
    pronoun = text.words[part.s2]
    if pronoun not in ("he", "she"):
        return ""
    nearest = next(iter(persons(text, part.s2, pronoun)), [])
    hidden = [m for m in nearest if m.first >= part.s1]
    shown = {word for m in mentions(text, max(0, part.s1 - SHOWN), part.s1) for word in m.words}
    if not hidden or not shown or shown.intersection(hidden[0].words):
        return ""
    return f"the ellipsis hides whom “{text.surface(part.s2)}” means"


def _other_subject(pair: Pair, part: Part) -> bool:
    """Whether a deed and "and the owner" are hidden, so that what the owner did seems done by the one before."""
    text, words = pair.text, pair.written(part)
    after = text.words[part.s2] if part.s2 < len(text) else ""
    if not _acts(after) or _PLAIN.fullmatch(text.gap(min(part.s2, len(text)))) is None:
        return False
    at = max((i for i, word in enumerate(words) if word in _COUPLING), default=0)
    tail = words[at + 1 :]
    named = 0 < len(tail) <= SUBJECT and not states(tail)
    return at > 0 and named and any(map(_acts, words[:at]))


def _acts(word: str) -> bool:
    return bool(classes(word) & {"past", "auxiliary", "modality"}) or word.endswith("ed")
