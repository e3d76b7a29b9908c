"""Words of families with grades, each with what it is tied to: the process, the person, the day and the place."""

from __future__ import annotations

from dataclasses import dataclass

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.figure_measures import values
from checker.divergence.grade_words import (
    OBJECT,
    Grade,
    arguments,
    graded,
    is_unreal,
    lemma_of,
    lexicon,
    shown_with,
)
from checker.divergence.moments import Days, Moments
from checker.model import Parse, Sentence, Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
TELLING, YEARS = 20, (1500, 2100)
"""Numbers up to this, and years, tell no two things apart."""
WHERE = frozenset({"in", "at", "near", "outside"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a family as a narrator tells it done. `ties` are what it happens to: lemmas of processes, persons,
    things. `numbers` are the telling numbers of its sentence, `around` the names and nouns of the sentences about it.

    `beside` are the content lemmas and entities of its sentence, without the word itself.
    """

    span: Span
    token: int
    lemma: str
    grade: Grade
    ties: frozenset[str]
    beside: frozenset[str]
    sentence: int
    days: Days | None
    places: frozenset[str]
    definite: bool
    numbers: frozenset[float]
    around: frozenset[str]


class Reader:
    """Finds the graded words of texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.moments, self.named = facts, Moments(facts), places.named(facts)

    def words(self, doc: str) -> list[Word]:
        """The graded words that the body's narrator tells as done, in text order."""
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        found = []
        for number, sentence in enumerate(parse.sentences):
            line = document.text[sentence.start : sentence.end].strip()
            if not document.in_body(sentence.start, sentence.end) or line in (document.title or ""):
                continue
            for i in range(sentence.first, sentence.last):
                for grade in graded().get(lemma_of(parse, i), ()):
                    word = self._word(parse, sentence, number, i, grade)
                    found += [word] if word else []
        return found

    def rows(self, doc: str) -> list[frozenset[str]]:
        """The names and nouns of each sentence of a text."""
        parse = self.facts.parses[doc]
        return [self._beside(parse, s, -1) for s in parse.sentences]

    def _word(self, parse: Parse, sentence: Sentence, number: int, i: int, grade: Grade) -> Word | None:
        token = parse.tokens[i]
        if (
            token.pos not in ({"NOUN"} if grade.nouns else {"NOUN", "VERB"})
            or (parse.doc, i) in self.named
            or token.dep == "compound"
        ):
            return None
        if parse.is_quoted(token.start, token.end) or is_unreal(
            parse, sentence, i, planned=grade.tie == OBJECT
        ):
            return None
        if self.facts.voice_at(parse.doc, token.start, token.end)[0] != "narrator":
            return None
        ties = self._ties(parse, i, grade)
        if grade.tie in {"process", "person", OBJECT} and not ties:
            return None
        return Word(
            Span(parse.doc, *shown_with(parse, i, ties, grade)), i, lemma_of(parse, i), grade, frozenset(ties),
            self._beside(parse, sentence, i), number, self.moments.days(parse, number),
            self._places(parse, number) if grade.tie != OBJECT else self._owners(parse, ties),
            any(t.head == i and t.lemma.lower() in {"the", "this", "that"} for t in parse.tokens[max(0, i - 6) : i]),
            frozenset(v for v in values(parse, sentence) if v > TELLING and not YEARS[0] <= v <= YEARS[1]),
            frozenset(k for s in parse.sentences[max(0, number - 1) : number + 2] for k in self._beside(parse, s, i)),
        )  # fmt: skip

    def _ties(self, parse: Parse, i: int, grade: Grade) -> dict[str, int]:
        """What it happens to, with its token: a process, or a person."""
        near = arguments(parse, i)
        if grade.tie == "process":
            nouns = lexicon()["process"]["nouns"]
            return {parse.tokens[j].lemma.lower(): j for j in near if parse.tokens[j].lemma.lower() in nouns}
        if grade.tie == OBJECT:
            return {self._key(parse, j): j for j in near if parse.tokens[j].pos in {"NOUN", "PROPN"}}
        persons = {j: self.named.get((parse.doc, j)) for j in near}
        return {e.entity: j for j, e in persons.items() if e is not None and e.type == "PERSON"}

    def _beside(self, parse: Parse, sentence: Sentence, i: int) -> frozenset[str]:
        rows = (j for j in range(sentence.first, sentence.last) if j != i)
        told = {
            self._key(parse, j)
            for j in rows
            if parse.tokens[j].pos in {"NOUN", "PROPN"} and not parse.tokens[j].stop
        }
        return frozenset(told)

    def _owners(self, parse: Parse, ties: dict[str, int]) -> frozenset[str]:
        """The names that tell which thing an object is, where it is none by itself: "the library | in Dorn"."""
        plain = [j for key, j in ties.items() if (parse.doc, j) not in self.named]
        below = (self.named.get((parse.doc, k)) for j in plain for k in parse.subtree(j))
        return frozenset(entity.entity for entity in below if entity is not None)

    def _key(self, parse: Parse, j: int) -> str:
        return places.key(self.facts, parse, j)

    def _places(self, parse: Parse, number: int) -> frozenset[str]:
        """Where the sentence puts it ("in Zenda"; a place alone at the start of a text)."""
        sentence = parse.sentences[number]
        found = set()
        for i in range(sentence.first, sentence.last):
            entity = self.named.get((parse.doc, i))
            placed = (
                parse.tokens[parse.tokens[i].head].lemma.lower() in WHERE and parse.tokens[i].dep == "pobj"
            )
            if (
                entity is not None
                and entity.type in PLACES
                and (placed or (i == sentence.first and parse.tokens[i].text.isupper()))
            ):
                found.add(entity.entity)
        return frozenset(found)
