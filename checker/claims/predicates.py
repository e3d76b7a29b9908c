"""Which words of a sentence predicate something, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.claims import lexicons
from checker.model import Parse, Sentence

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its place in the sentence. `name` is its lemma, with particle or sense-bearing noun."""

    verb: int
    name: str
    classes: tuple[str, ...]
    children: tuple[int, ...]
    passive: bool
    subject_of: int
    """The verb whose subject this one has: itself, or the one that governs it."""
    untied: int | None
    """A subject that the parser tied to the words before it: its first noun."""


def predicates(parse: Parse, sentence: Sentence) -> Iterator[Predicate]:
    """The predicating verbs of a sentence, in text order; auxiliaries fold into their verbs."""
    children = _children(parse, sentence)
    for i in range(sentence.first, sentence.last):
        token = parse.tokens[i]
        if token.pos != "VERB" or token.dep in {"amod", "compound", "aux", "auxpass"}:
            continue
        name = _name(parse, i, children.get(i, ()))
        passive = any(
            parse.tokens[c].dep in {"nsubjpass", "auxpass", "csubjpass"} for c in children.get(i, ())
        )
        passive = passive or (token.tag == "VBN" and token.dep == "acl")
        kin = lexicons.classes().get(name) or lexicons.classes().get(token.lemma, ())
        owner = _subject_owner(parse, i, children)
        untied = None if owner != i else _untied(parse, i, sentence.first, children.get(i, ()))
        yield Predicate(i, name, kin, tuple(children.get(i, ())), passive, owner, untied)


def _children(parse: Parse, sentence: Sentence) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        head = parse.tokens[i].head
        if head != i:
            found.setdefault(head, []).append(i)
    return found


def _name(parse: Parse, verb: int, children: list[int] | tuple[int, ...]) -> str:
    lemma = parse.tokens[verb].lemma
    known = lexicons.classes()
    for child in children:
        token = parse.tokens[child]
        if token.dep in {"prt", "advmod", "dobj", "intj"} and f"{lemma} {token.lemma.lower()}" in known:
            return f"{lemma} {token.lemma.lower()}"
    return lemma


def _subject_owner(parse: Parse, verb: int, children: dict[int, list[int]]) -> int:
    """Follow coordination and open complements up to the verb that has a subject of its own."""
    seen = {verb}
    while True:
        if any(parse.tokens[c].dep in {"nsubj", "nsubjpass", "csubj"} for c in children.get(verb, ())):
            return verb
        token = parse.tokens[verb]
        inherits = token.dep in {"conj", "xcomp"} and parse.tokens[token.head].pos in {"VERB", "AUX"}
        if not inherits or token.head in seen:
            return verb
        verb = token.head
        seen.add(verb)


def _untied(parse: Parse, verb: int, first: int, children: list[int] | tuple[int, ...]) -> int | None:
    """A noun phrase between a comma and a finite verb that has no subject of its own."""
    if any(parse.tokens[c].dep in {"nsubj", "nsubjpass", "csubj", "expl"} for c in children):
        return None
    if parse.tokens[verb].tag not in {"VBD", "VBZ", "VBP"} or parse.tokens[verb].dep in {"conj", "amod"}:
        return None
    start = verb
    while start > first and parse.tokens[start - 1].pos in {"DET", "ADJ", "NOUN", "PROPN", "CCONJ"}:
        start -= 1
    nouns = [i for i in range(start, verb) if parse.tokens[i].pos in {"NOUN", "PROPN"}]
    after_comma = start > first and parse.tokens[start - 1].text == ","
    return nouns[0] if nouns and after_comma and parse.tokens[start].pos != "CCONJ" else None


def content_words(parse: Parse, tokens: list[int]) -> int:
    """How many of the tokens carry meaning of their own."""
    found = (parse.tokens[i] for i in tokens)
    return sum(t.pos in CONTENT and (not t.stop or t.pos == "PROPN") for t in found)
