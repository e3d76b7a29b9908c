"""How a scene is tied to what stands before it in its text, and where the narrator breaks off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from checker.events.dating import hangs
from checker.events.phrases import HAPPENINGS
from checker.events.sentences import Passage, term_of
from checker.events.told import tells_past
from checker.model import Parse, TimeExpression

_PRESENT = frozenset({"today", "now", "currently", "tonight", "so", "far", "recently", "yet"})
"""Words by which a text tells of the day on which it was written, or of none."""
_LATER = frozenset({"later", "afterwards", "subsequently", "meanwhile"})
_SOON_AFTER = [[word, "after"] for word in ("soon", "shortly", "immediately", "right")]
_CONNECTIVES = [["in", "exchange"], ["in", "return"], ["as", "a"], ["in", "response"]]
"""First two words of what goes on with the sentence before: "as a result"."""
_POINTERS = frozenset({"this", "that", "these", "those", "the", "both", "all"})
_ASKING_WORDS = """
    correspondent host interviewer journalist moderator reporter spokesman spokeswoman
"""
_ASKING = frozenset(_ASKING_WORDS.split())
"""Who is there where something is said: with an article alone, one that the sentence before implies."""
_NTH = frozenset({"second", "third", "fourth", "fifth", "sixth", "another"})
_BUT = frozenset({"but", "and", "then", "so", "yet"})


@dataclass(frozen=True, slots=True)
class Ties:
    """Of a scene's first sentence: `quoted`, where it begins with somebody's words; `leans`, where it begins with what
    ties it to the sentence before, as "in exchange", "those talks" or "the reporter"; `same`, the deeds that it
    calls the same; `nth`, the term of the number by which its subject follows another of its kind ("the second round").
    """

    quoted: bool
    leans: bool
    same: frozenset[str]
    nth: str = ""


UNTIED = Ties(False, False, frozenset())


def ties(parse: Parse, first: Passage) -> Ties:
    """How the sentence is tied to what stands before it."""
    words = [i for i in parse.tokens_in(first.start, first.end) if parse.tokens[i].text[0].isalnum()]
    if not words:
        return UNTIED
    small = [parse.tokens[i].text.lower() for i in words]
    opening = parse.tokens[words[0]]
    begin = 1 if small[0] in _BUT else 0
    deed = any(_happens(parse, i) for i in words[begin + 1 : begin + 3])
    implied = deed or bool(_ASKING.intersection(small[begin + 1 : begin + 2]))
    leans = (
        small[:2] in _CONNECTIVES
        or "same" in small[:4]
        or (implied and bool(_POINTERS.intersection(small[begin : begin + 1])))
    )
    same = frozenset(
        term_of(parse.tokens[j])
        for i in words
        if parse.tokens[i].text.lower() == "same"
        for j in (parse.tokens[i].head,)
        if _happens(parse, j)
    )
    return Ties(parse.is_quoted(opening.start, opening.end), leans, same, _nth(parse, words))


def _nth(parse: Parse, words: Sequence[int]) -> str:
    """The number of what the sentence begins with, if that is its subject and not the first of its kind."""
    for i in words[:2]:
        token = parse.tokens[i]
        counted = parse.tokens[token.head] if token.dep in {"amod", "det"} else token
        if token.lemma.lower() in _NTH and counted.dep in {"nsubj", "nsubjpass"}:
            return term_of(token)
    return ""


def _happens(parse: Parse, i: int) -> bool:
    return parse.tokens[i].pos == "NOUN" and parse.tokens[i].lemma.lower() in HAPPENINGS


def unplaced(parse: Parse, time: TimeExpression) -> bool:
    """Whether the narrator tells a sentence of a time that cannot be placed from both ends."""
    if (time.from_ and time.to) or parse.is_quoted(time.span.start, time.span.end):
        return False
    words = {parse.tokens[i].text.lower() for i in parse.tokens_in(time.span.start, time.span.end)}
    return not words <= _PRESENT and "same" not in words and hangs(parse, time.span)


def turns(parse: Parse, before: Passage, sentence: Passage, unknown: Sequence[TimeExpression]) -> bool:
    """Whether the narrator goes on to what happened later: "Soon after, …", "The next day …"."""
    if in_one_quotation(parse, before, sentence):
        return False
    words = [parse.tokens[i].text.lower() for i in islice(parse.tokens_in(sentence.start, sentence.end), 2)]
    begins = any(0 <= t.span.start - sentence.start < 2 for t in unknown)
    dated = any(_opens(parse, sentence, t) for t in unknown) and tells_past(parse, sentence)
    return begins or dated or bool(words and words[0] in _LATER) or words in _SOON_AFTER


def _opens(parse: Parse, sentence: Passage, time: TimeExpression) -> bool:
    """Whether a sentence begins with a time behind a preposition: "On 9 April"."""
    before = list(parse.tokens_in(sentence.start, time.span.start))
    return 0 < time.span.start - sentence.start < 9 and [parse.tokens[i].pos for i in before] == ["ADP"]


def in_one_quotation(parse: Parse, before: Passage, sentence: Passage) -> bool:
    """Whether somebody's words go on from one sentence to the next."""
    return any(q.start < before.end and sentence.start < q.end for q in parse.quoted)
