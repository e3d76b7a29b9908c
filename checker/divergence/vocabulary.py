"""All words of some texts, with names under one form however they are spelled."""

from __future__ import annotations

from collections import Counter

from checker.divergence.draft import Facts
from checker.model import Entity, Parse, Span

BODIES = frozenset({"PERSON", "ORG", "GPE"})


class Vocabulary:
    """What words stand in which text. A name counts as its entity, so that another spelling is no other word.

    `bodies` are the tokens that name a person, a body or a state.
    """

    def __init__(
        self, facts: Facts, docs: frozenset[str], mentions: dict[str, list[tuple[Span, Entity]]]
    ) -> None:
        self.names = {e.entity: e.name for doc in docs for _, e in mentions.get(doc, ())}
        self.at: dict[tuple[str, int], str] = {}
        self.bodies: set[tuple[str, int]] = set()
        self.held: dict[str, set[str]] = {}
        self._passages: dict[Span, set[str]] = {}
        for doc in sorted(docs):
            parse = facts.parses[doc]
            words = {t.lemma.lower() for t in parse.tokens} | {t.text.lower() for t in parse.tokens}
            for span, entity in mentions.get(doc, ()):
                words.add(entity.entity)
                inside = [(doc, i) for i in parse.tokens_in(span.start, span.end)]
                self.at.update((place, entity.entity) for place in inside)
                self.bodies.update(inside if entity.type in BODIES else ())
            self.held[doc] = words
        self.spread = Counter(word for words in self.held.values() for word in words)

    def word(self, parse: Parse, i: int) -> str:
        """The entity that a token names, else its lemma."""
        return self.at.get((parse.doc, i), parse.tokens[i].lemma.lower())

    def words(self, parse: Parse, span: Span) -> set[str]:
        """The words of a passage; asked for the same ones again and again."""
        if span not in self._passages:
            self._passages[span] = {self.word(parse, i) for i in parse.tokens_in(span.start, span.end)}
        return self._passages[span]

    def shown(self, word: str) -> str:
        """A word for a reader."""
        return self.names.get(word, word)
