"""Sayings held by a turn of phrase: `rumour has it that`, `made it clear that`, `his answer: no`."""

from __future__ import annotations

from checker.attribution.cues import Cues
from checker.attribution.draft import Draft
from checker.attribution.grammar import SUBJECTS, Grammar
from checker.attribution.owners import of_noun
from checker.attribution.people import can_think
from checker.attribution.scope import between
from checker.attribution.sources import phrase

_RUMOUR = frozenset({"rumour", "rumor", "word", "legend", "gossip", "tradition"})
_IT = frozenset({"it"})
_DEGREES = frozenset({"very", "quite", "perfectly", "abundantly"})
_PLAIN = frozenset({"clear", "plain", "known"})
_HEARING = frozenset({"hear", "learn"})
_LEAD = 12
"""Tokens of a sentence before the colon of `her answer:`."""
_CLASSES = ("nouns.speech", "nouns.thought", "nouns.view", "nouns.answer")


def drafts(g: Grammar, cues: Cues) -> list[Draft]:
    """All attributions of these turns of phrase."""
    found: list[Draft | None] = []
    for i, token in enumerate(g.tokens):
        if token.lemma == "have" and i and g.lower(i - 1) in _RUMOUR:
            found.append(_rumour(g, i))
        elif token.lemma in _HEARING and token.pos == "VERB":
            found.append(_heard(g, i))
        elif token.lemma == "believe" and g.lower(i - 1) == "be":
            found.append(_believed(g, i))
        elif token.lemma == "make" and token.pos == "VERB":
            found.append(_clear(g, i))
        elif token.text == ":":
            found.append(_told(g, cues, i))
    return [draft for draft in found if draft is not None]


def _rumour(g: Grammar, verb: int) -> Draft | None:
    """`Rumour has it that …`: said by nobody in particular."""
    top = g.child(verb, "ccomp")
    content = between(g, g.left[top], g.right[top], verb) if top is not None and top > verb else ()
    it = verb + 1 < len(g.tokens) and g.lower(verb + 1) == "it"
    return (
        Draft(verb, (verb - 1, verb, verb + 1), (), content, "attribution.rumour") if it and content else None
    )


def _heard(g: Grammar, verb: int) -> Draft | None:
    """`Roe heard from the pilot that …`: the pilot's words."""
    preposition = next((c for c in g.children[verb] if g.lower(c) == "from" and c > verb), None)
    noun = g.child(preposition, "pobj") if preposition is not None else None
    top = g.child(verb, "ccomp")
    if noun is None or preposition is None or top is None or g.lower(g.left[top]) != "that" or top < noun:
        return None
    content = between(g, g.left[top], g.right[top], verb)
    cue, source = (verb, preposition), phrase(g, noun, verb)
    return Draft(verb, cue, source, content, "attribution.heard-from") if content else None


def _clear(g: Grammar, verb: int) -> Draft | None:
    """`Roe made it clear that …`, `had made plain that …`."""
    that = verb + 1
    for passed in (_IT, _DEGREES, _PLAIN):
        that += that < len(g.tokens) and g.lower(that) in passed
    if that >= len(g.tokens) or g.lower(that - 1) not in _PLAIN or g.lower(that) != "that":
        return None
    subject = g.child(verb, *SUBJECTS)
    lender = g.lenders.get(verb, g.tokens[verb].head)
    subject = subject if subject is not None else g.child(lender, *SUBJECTS)
    top = next((a for a in g.ancestors(that) if a > that and g.left[a] <= that), None)
    if subject is None or top is None or not can_think(g, (subject,)):
        return None
    content = between(g, that, g.right[top], verb)
    return Draft(verb, tuple(range(verb, that)), phrase(g, subject, verb), content, "attribution.made-clear")


def _believed(g: Grammar, verb: int) -> Draft | None:
    """`If the guides are to be believed, …`."""
    first = g.sentence_of(verb).first
    comma = verb + 1
    if g.lower(first) != "if" or comma >= len(g.tokens) or g.tokens[comma].text != ",":
        return None
    words = [g.lower(i) for i in range(first, verb)]
    are = next((k for k, word in enumerate(words) if word in {"is", "are"}), 0)
    if are < 2 or words[are:] not in (["is", "to", "be"], ["are", "to", "be"]):
        return None
    source, cue = tuple(range(first + 1, first + are)), (first, *range(first + are, verb + 1))
    content = between(g, comma + 1, g.sentence_of(verb).last - 1, verb)
    return Draft(verb, cue, source, content, "attribution.if-believed") if content else None


def _told(g: Grammar, cues: Cues, colon: int) -> Draft | None:
    """`Her answer: not yet.` `The club's message was plain: no refunds.`"""
    sentence = g.sentence_of(colon)
    if colon - sentence.first > _LEAD or colon + 1 >= sentence.last or g.quote[colon + 1] >= 0:
        return None
    for i in range(sentence.first, colon):
        if g.tokens[i].pos == "NOUN" and any(cues.has(kind, g.tokens[i].lemma) for kind in _CLASSES):
            subject = g.tokens[i].dep in {"nsubj", "ROOT", "dep"}
            source = of_noun(g, i, cues) if subject and g.child(i, "poss") is not None else ()
            content = between(g, colon + 1, sentence.last - 1, i)
            return Draft(i, (i,), source, content, "attribution.noun-colon") if source and content else None
    return None
