"""The words of graded families, and the grammar around them: what they happen to, and whether they are told as done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.divergence.doers import MODALS, OBJECTS, SUBJECTS
from checker.divergence.referents import phrase
from checker.divergence.tables import table
from checker.model import Parse, Range, Sentence

UNDONE = frozenset({"if", "unless", "whether", "not", "n't", "never", "without", "nor"})
OBJECT = "object"
"""Tie of families whose words tell what is done, or is to be done, to one thing."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What a word says in its family: the grades that it may mean."""

    family: str
    tie: str
    importance: int
    nouns: bool
    grades: frozenset[str]


def lexicon() -> dict[str, Any]:
    """The graded words."""
    return table("grades")


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


def lemma_of(parse: Parse, i: int) -> str:
    """The lemma with its particle, where the list has both together."""
    lemma = parse.tokens[i].lemma.lower()
    if parse.tokens[i].pos == "VERB":
        after = [parse.tokens[j] for j in range(i + 1, min(i + 4, len(parse.tokens)))]
        both = next(
            (f"{lemma} {t.text.lower()}" for t in after if f"{lemma} {t.text.lower()}" in graded()), ""
        )
        return both or lemma
    return lemma


def arguments(parse: Parse, i: int) -> list[int]:
    """Subject and objects of a verb; what stands with a noun as "of" or "in", its owner, the subject of its verb."""
    token = parse.tokens[i]
    children = parse.children(i)
    if token.pos == "VERB":
        passive = any(parse.tokens[j].dep == "auxpass" for j in children)
        subject = [j for j in children if parse.tokens[j].dep in SUBJECTS]
        if not subject and token.dep == "xcomp":
            subject = [j for j in parse.children(token.head) if parse.tokens[j].dep in SUBJECTS]
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


def is_unreal(parse: Parse, sentence: Sentence, i: int, *, planned: bool) -> bool:
    """Wished, planned, possible, denied, or one of several of its kind; with `planned`, only denied or conditional."""
    words = lexicon()["unreal"]
    near = {parse.tokens[j].lemma.lower() for j in parse.children(i)}
    if planned:
        return bool(near & UNDONE)
    if near & {*words["before"], *UNDONE} or (parse.tokens[i].pos == "VERB" and _wished(parse, i)):
        return True
    if any(t.text == "?" for t in parse.tokens[sentence.last - 2 : sentence.last]):
        return True
    above = _clause(parse, i)
    return any(
        _wished(parse, j) or parse.tokens[j].lemma.lower() in words["verbs"]
        for j in above
        if parse.tokens[j].pos in {"VERB", "AUX"}
    )


def _clause(parse: Parse, i: int) -> list[int]:
    """What stands above a word, up to the verb of a clause that only describes a noun."""
    found = list[int]()
    for j in parse.ancestors(i):
        found.append(j)
        if parse.tokens[j].pos == "VERB" and parse.tokens[j].dep in {"acl", "relcl"}:
            break
    return found


def _wished(parse: Parse, j: int) -> bool:
    children = [parse.tokens[k] for k in parse.children(j)]
    return any((t.dep == "aux" and t.lemma.lower() in MODALS) or t.text.lower() in UNDONE for t in children)


def shown_with(parse: Parse, i: int, ties: dict[str, int], grade: Grade) -> Range:
    """The word with what it happens to, where these stand close together; a noun with what belongs to it."""
    near = [j for j in ties.values() if grade.tie in {"process", "person", OBJECT} and abs(j - i) <= 12]
    start, end = (
        phrase(parse, i) if parse.tokens[i].pos == "NOUN" else (parse.tokens[i].start, parse.tokens[i].end)
    )
    places_ = [(start, end), *(phrase(parse, j) for j in near)]
    return min(s for s, _ in places_), max(e for _, e in places_)
