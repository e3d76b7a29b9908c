"""What a sentence tells as having happened, and what it says of the terms of a text."""

from __future__ import annotations

from checker.events.sentences import Passage
from checker.events.verbs import MODAL
from checker.model import Parse, Span

_PAST = frozenset({"VBD", "VBN"})
_TEXTS_WORDS = """
    accord agreement bill charter communique communiqué contract convention deal declaration decree draft law memorandum
    pact protocol resolution settlement treaty
"""
_TEXTS = frozenset(_TEXTS_WORDS.split())
"""Nouns of what is agreed or enacted in writing and has terms."""
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})


def tells_past(parse: Parse, sentence: Passage | Span) -> bool:
    """Whether the main verb is past and stands outside quotation marks."""
    found = parse.sentence_at(sentence.start)
    if found is None:
        return False
    for i in range(found.first, found.last):
        token = parse.tokens[i]
        if token.dep == "ROOT" and token.pos in {"VERB", "AUX"}:
            aux = [parse.tokens[j] for j in parse.children(i) if parse.tokens[j].dep.startswith("aux")]
            words, lemmas = {t.text.lower() for t in aux}, {t.lemma.lower() for t in aux}
            past = token.tag in _PAST or lemmas & {"have", "be"}
            now = words & _IS and "have" not in lemmas
            unreal = now or lemmas & MODAL or parse.is_quoted(token.start, token.end)
            return bool(past) and not unreal
    return False


def of_a_text(parse: Parse, sentence: Passage | Span) -> bool:
    """Whether a treaty, a draft or the like is the subject, so that the sentence tells what it says."""
    subjects = (
        i
        for i in parse.tokens_in(sentence.start, sentence.end)
        if parse.tokens[i].dep in {"nsubj", "nsubjpass"}
    )
    return any(
        parse.tokens[i].lemma.lower() in _TEXTS and parse.tokens[parse.tokens[i].head].dep == "ROOT"
        for i in subjects
    )
