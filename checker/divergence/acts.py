"""What was done to a thing, in verbs that say more or less: signed or initialed, damaged or destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.divergence.doers import MODALS
from checker.divergence.draft import Facts
from checker.divergence.label_lexicon import lexicon
from checker.model import Parse, Range, Sentence, Span, Voice

MOST = 120
"""Characters of an act's words."""
DESCRIBED = frozenset({"sign"})
"""Groups whose participle before a noun tells what was done ("the signed text"); others may only describe."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of a group with the noun it is done to. `told` is the verb as it stands, with its negation.

    `by` is whose words it is in, where the text says that.
    """

    span: Span
    group: str
    verb: str
    told: str
    negated: bool
    noun: int
    lemma: str
    sentence: int
    voice: Voice
    by: str | None


@cache
def _forms() -> dict[str, list[tuple[str, str]]]:
    """Past form -> (group, verb)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in lexicon()["verbs"].values():
        for group, verbs in table.items():
            for verb in verbs:
                ends = {verb + "ed", verb + "d", verb + verb[-1] + "ed", verb[:-1] + "ied"}
                for form in ends:
                    found.setdefault(form, []).append((group, verb))
    return found


@cache
def is_deed(group: str) -> bool:
    """Whether the verbs of a group tell different facts, and not one fact in different words."""
    return group in lexicon()["verbs"]["deeds"]


def acts(facts: Facts, doc: str) -> list[Act]:
    """The acts that the body of a text tells as done (or as not done), in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for number, sentence in enumerate(parse.sentences):
        if document.in_body(sentence.start, sentence.end):
            for i in range(sentence.first, sentence.last):
                found += _acts(facts, parse, sentence, number, i)
    return found


def _acts(facts: Facts, parse: Parse, sentence: Sentence, number: int, i: int) -> list[Act]:
    token = parse.tokens[i]
    named = _forms().get(token.text.lower(), ()) if token.tag in {"VBD", "VBN", "JJ"} else ()
    noun = _object(parse, sentence, i) if named else None
    if noun is None or _planned(parse, sentence, i):
        return []
    negation = _negation(parse, sentence, i)
    span = Span(parse.doc, *_around(parse, i, noun, negation))
    told = f"{parse.tokens[negation].text} {token.text}" if negation is not None else token.text
    voice, by = _spoken(facts, parse, sentence, i)
    lemma = parse.tokens[noun].lemma.lower()
    named = [(g, v) for g, v in named if token.dep != "amod" or g in DESCRIBED]
    return [
        Act(span, g, v, told.lower(), negation is not None, noun, lemma, number, voice, by) for g, v in named
    ]


def _spoken(facts: Facts, parse: Parse, sentence: Sentence, i: int) -> tuple[Voice, str | None]:
    """Whose words a verb is in. What follows somebody's words in one sentence after "and" goes on reporting them."""
    token = parse.tokens[i]
    voice, said = facts.voice_at(parse.doc, token.start, token.end)
    if voice == "quoted" and said is None:
        mark = next((m for m in parse.quoted if m.start <= token.start and token.end <= m.end), None)
        rows = facts.said.get(parse.doc, ()) if mark else ()
        said = next((a for a in rows for s, e in a.content if mark and s < mark.end and mark.start < e), None)
    if voice == "narrator":
        rows = facts.said.get(parse.doc, ())
        indirect = (a for a in rows if a.kind != "direct")
        before = [a for a in indirect for s, e in a.content if sentence.start <= s and e <= token.start]
        joined = any(parse.tokens[j].dep in {"conj", "ccomp", "advcl"} for j in (i, *parse.ancestors(i)))
        if before and joined:
            return "reported", facts.by(before[-1])
    return voice, facts.by(said)


def _children(parse: Parse, sentence: Sentence, i: int) -> list[int]:
    low, high = max(sentence.first, i - 30), min(sentence.last, i + 30)
    return [j for j in range(low, high) if parse.tokens[j].head == i and j != i]


def _object(parse: Parse, sentence: Sentence, i: int) -> int | None:
    """The noun that the verb is done to: its object, its passive subject, or the noun that it describes."""
    token = parse.tokens[i]
    if token.dep in {"amod", "acl"} and parse.tokens[token.head].pos in {"NOUN", "PROPN"}:
        return token.head
    if token.tag == "JJ":
        return None
    children = _children(parse, sentence, i)
    passive = any(parse.tokens[j].dep == "auxpass" for j in children)
    wanted = {"nsubjpass"} if passive else {"dobj", "obj"}
    return next(
        (j for j in children if parse.tokens[j].dep in wanted and parse.tokens[j].pos in {"NOUN", "PROPN"}),
        None,
    )


def _planned(parse: Parse, sentence: Sentence, i: int) -> bool:
    """Whether the act is wished, possible or conditional only."""
    children = [parse.tokens[j] for j in _children(parse, sentence, i)]
    return any(
        (t.dep == "aux" and t.text.lower() in MODALS) or t.text.lower() in {"if", "unless"} for t in children
    )


def _negation(parse: Parse, sentence: Sentence, i: int) -> int | None:
    return next((j for j in _children(parse, sentence, i) if parse.tokens[j].dep == "neg"), None)


def _around(parse: Parse, i: int, noun: int, negation: int | None) -> Range:
    """From the verb (or its negation) to its noun; the verb alone where that is long."""
    tokens = [i, noun, *([negation] if negation is not None else [])]
    start, end = parse.range_of(tokens)
    return (start, end) if end - start <= MOST else parse.range_of([i, *tokens[2:]])
