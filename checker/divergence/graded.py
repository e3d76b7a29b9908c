"""Words of families with grades, each with what it is tied to: the process, the person, the day and the place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.moments import Days, Moments
from checker.divergence.referents import phrase
from checker.model import Entity, Parse, Sentence, Span

MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "to"})
UNDONE = frozenset({"if", "unless", "whether", "not", "n't", "never", "without", "nor"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset({"in", "at", "near", "outside"})


@dataclass(frozen=True, slots=True)
class Grade:
    """What a word says in its family: the grades that it may mean."""

    family: str
    tie: str
    importance: int
    nouns: bool
    grades: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a family as a narrator tells it done. `ties` are what it happens to: lemmas of processes, persons.

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


@cache
def lexicon() -> dict[str, Any]:
    """The graded words."""
    return tomllib.loads(files("checker.divergence").joinpath("grades.toml").read_text("utf-8"))


@cache
def graded() -> dict[str, tuple[Grade, ...]]:
    """Lemma (with its particle) -> what it says in each of its families."""
    found: dict[str, dict[str, set[str]]] = {}
    for family, row in lexicon()["families"].items():
        for name, words in row["grades"].items():
            for word in words:
                found.setdefault(word, {}).setdefault(family, set()).add(name)
    table = lexicon()["families"]
    return {
        word: tuple(
            Grade(f, table[f]["tie"], table[f]["importance"], table[f].get("nouns", False), frozenset(names))
            for f, names in sorted(rows.items())
        )
        for word, rows in found.items()
    }


class Reader:
    """Finds the graded words of texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.moments = Moments(facts)
        self.named: dict[tuple[str, int], Entity] = {}
        for doc, held in places.mentions(facts).items():
            for mention, entity in held:
                self.named.update(
                    {(doc, i): entity for i in facts.parses[doc].tokens_in(mention.start, mention.end)}
                )

    def words(self, doc: str) -> list[Word]:
        """The graded words that the body's narrator tells as done, in text order."""
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        found = []
        for number, sentence in enumerate(parse.sentences):
            line = document.text[sentence.start : sentence.end].strip()
            if not document.in_body(sentence.start, sentence.end) or line in (document.title or ""):
                continue
            for i in range(sentence.first, sentence.last):
                for grade in graded().get(_lemma(parse, i), ()):
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
        if parse.is_quoted(token.start, token.end) or _unreal(parse, sentence, i):
            return None
        if self.facts.voice_at(parse.doc, token.start, token.end)[0] != "narrator":
            return None
        ties = self._ties(parse, i, grade)
        if grade.tie in {"process", "person"} and not ties:
            return None
        return Word(
            Span(parse.doc, *_shown(parse, i, ties, grade)), i, _lemma(parse, i), grade, frozenset(ties),
            self._beside(parse, sentence, i), number, self.moments.days(parse, number), self._places(parse, number),
            any(t.head == i and t.lemma.lower() in {"the", "this", "that"} for t in parse.tokens[max(0, i - 6) : i]),
        )  # fmt: skip

    def _ties(self, parse: Parse, i: int, grade: Grade) -> dict[str, int]:
        """What it happens to, with its token: a process, or a person."""
        near = _arguments(parse, i)
        if grade.tie == "process":
            nouns = lexicon()["process"]["nouns"]
            return {parse.tokens[j].lemma.lower(): j for j in near if parse.tokens[j].lemma.lower() in nouns}
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

    def _key(self, parse: Parse, j: int) -> str:
        entity = self.named.get((parse.doc, j))
        return entity.entity if entity else parse.tokens[j].lemma.lower()

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


def _lemma(parse: Parse, i: int) -> str:
    """The lemma with its particle, where the list has both together."""
    lemma = parse.tokens[i].lemma.lower()
    if parse.tokens[i].pos == "VERB":
        after = [parse.tokens[j] for j in range(i + 1, min(i + 4, len(parse.tokens)))]
        both = next(
            (f"{lemma} {t.text.lower()}" for t in after if f"{lemma} {t.text.lower()}" in graded()), ""
        )
        return both or lemma
    return lemma


def _arguments(parse: Parse, i: int) -> list[int]:
    """Subject and objects of a verb; what stands with a noun as "of" or "in", its owner, the subject of its verb."""
    token = parse.tokens[i]
    children = parse.children(i)
    if token.pos == "VERB":
        passive = any(parse.tokens[j].dep == "auxpass" for j in children)
        subject = [j for j in children if parse.tokens[j].dep in SUBJECTS]
        objects = [j for j in children if parse.tokens[j].dep in OBJECTS]
        return subject if passive or not objects else objects
    preps = [j for j in children if parse.tokens[j].text.lower() in {"of", "in"}]
    found = [k for j in preps for k in parse.children(j) if parse.tokens[k].dep == "pobj"]
    found += [j for j in children if parse.tokens[j].dep == "poss"]
    above = list(parse.ancestors(i))[:2]
    on = token.dep == "pobj" and above and parse.tokens[above[0]].text.lower() == "on"
    if on and parse.tokens[above[-1]].lemma in {"be", "put", "remain"}:
        found += [j for j in parse.children(above[-1]) if parse.tokens[j].dep in {*SUBJECTS, "dobj"}]
    return found


def _unreal(parse: Parse, sentence: Sentence, i: int) -> bool:
    """Wished, planned, possible, denied, or one of several of its kind."""
    words = lexicon()["unreal"]
    near = {parse.tokens[j].lemma.lower() for j in parse.children(i)}
    if near & {*words["before"], *UNDONE} or (parse.tokens[i].pos == "VERB" and _wished(parse, i)):
        return True
    if any(t.text == "?" for t in parse.tokens[sentence.last - 2 : sentence.last]):
        return True
    above = list(parse.ancestors(i))
    return any(
        _wished(parse, j) or parse.tokens[j].lemma.lower() in words["verbs"]
        for j in above
        if parse.tokens[j].pos in {"VERB", "AUX"}
    )


def _wished(parse: Parse, j: int) -> bool:
    children = [parse.tokens[k] for k in parse.children(j)]
    return any((t.dep == "aux" and t.lemma.lower() in MODALS) or t.text.lower() in UNDONE for t in children)


def _shown(parse: Parse, i: int, ties: dict[str, int], grade: Grade) -> tuple[int, int]:
    """The word with what it happens to, where these stand close together; a noun with what belongs to it."""
    near = [j for j in ties.values() if grade.tie in {"process", "person"} and abs(j - i) <= 12]
    start, end = (
        phrase(parse, i) if parse.tokens[i].pos == "NOUN" else (parse.tokens[i].start, parse.tokens[i].end)
    )
    places_ = [(start, end), *(phrase(parse, j) for j in near)]
    return min(s for s, _ in places_), max(e for _, e in places_)
