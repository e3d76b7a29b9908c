"""Who stands behind an act that a text tells with a verb or with a noun: "ordered", "on Marn's order"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence.agency_lexicon import families, lexicon, parts
from checker.divergence.doers import OBJECTS, SUBJECTS, Doer, Doers, undone
from checker.divergence.draft import Facts
from checker.model import Parse, Span

INSIDE = frozenset({"NOUN", "PROPN", "VERB"})
CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
TWICE = {"twice": 2, "thrice": 3, "two": 2, "three": 3, "four": 4, "five": 5, "both": 2}
LONGEST = 160
NAMED = 5
"""Tokens after an office in which the name of who holds it starts ("the chief mate, Mr Tom Berg")."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its author: `content` are the keys of what it is done to or bids, `count` how often it was done."""

    span: Span
    token: int
    sentence: int
    family: str
    doer: Doer
    content: frozenset[str]
    clocks: frozenset[str]
    count: int
    noun: bool


class Acts:
    """Reads the acts of texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.doers = facts, Doers(facts)

    def of(self, doc: str) -> list[Act]:
        """The acts that the body tells as done by somebody who is named or whose part is, in text order."""
        parse, document = self.facts.parses[doc], self.facts.documents[doc]
        rows = []
        for number, s in enumerate(parse.sentences):
            if document.in_body(s.start, s.end):
                for i in range(s.first, s.last):
                    rows += [act for act in self._at(parse, number, i) if act]
        return rows

    def _at(self, parse: Parse, number: int, i: int) -> Iterator[Act | None]:
        token = parse.tokens[i]
        if (
            token.pos == "VERB"
            and (family := families("verbs").get(_lemma(parse, i)))
            and not undone(parse, i)
        ):
            yield self._act(parse, number, i, family, self._behind(parse, i) or self._by_verb(parse, i))
        if token.pos == "NOUN":
            family = families("nouns").get(token.lemma.lower())
            if family and not undone(parse, token.head):
                yield self._act(parse, number, i, family, self._owner(parse, i) or self._light(parse, i))
            family = families("by").get(token.lemma.lower())
            if family and not undone(parse, token.head):
                yield self._act(parse, number, i, family, self._after(parse, i, "by"))

    def _by_verb(self, parse: Parse, i: int) -> int | None:
        """The agent of a passive, the subject of an active verb."""
        children = parse.children(i)
        if any(parse.tokens[j].dep == "auxpass" for j in children):
            by = [j for j in children if parse.tokens[j].dep == "agent"]
            return next((k for j in by for k in parse.children(j) if parse.tokens[k].dep == "pobj"), None)
        if parse.tokens[i].tag in {"VBN", "VBG"} and not any(parse.tokens[j].dep == "aux" for j in children):
            return self._after(parse, i, "by")
        found = [j for j in children if parse.tokens[j].dep in SUBJECTS]
        if not found and parse.tokens[i].dep == "conj":
            found = [j for j in parse.children(parse.tokens[i].head) if parse.tokens[j].dep == "nsubj"]
        return self._meant(parse, i, found[0]) if found else None

    def _meant(self, parse: Parse, i: int, j: int) -> int:
        """Whom "who" stands for: the noun before it; in "Marn was the one who", Marn."""
        if parse.tokens[j].tag not in {"WP", "WDT"} or parse.tokens[i].dep != "relcl":
            return j
        noun = parse.tokens[i].head
        if parse.tokens[noun].lemma.lower() == "one" and parse.tokens[noun].dep == "attr":
            above = parse.children(parse.tokens[noun].head)
            return next((k for k in above if parse.tokens[k].dep == "nsubj"), noun)
        return noun

    def _behind(self, parse: Parse, i: int) -> int | None:
        """Who stands behind a deed: "on the instructions of Marn", "at Marn's request"."""
        words = lexicon()["through"]
        for j in parse.children(i):
            if parse.tokens[j].lemma.lower() in words["before"]:
                for k in parse.children(j):
                    if parse.tokens[k].dep == "pobj" and parse.tokens[k].lemma.lower() in words["nouns"]:
                        return self._owner(parse, k)
        return None

    def _owner(self, parse: Parse, i: int) -> int | None:
        owner = next((j for j in parse.children(i) if parse.tokens[j].dep == "poss"), None)
        return owner if owner is not None else self._after(parse, i, "of", "by", "from")

    def _after(self, parse: Parse, i: int, *preps: str) -> int | None:
        below = [k for j in parse.children(i) if parse.tokens[j].text == "of" for k in parse.children(j)]
        near = [j for k in (i, *below) for j in parse.children(k) if parse.tokens[j].text.lower() in preps]
        nouns = (k for j in near for k in parse.children(j) if parse.tokens[k].dep == "pobj")
        return next((k for k in nouns if self._doer(parse, k)), None)

    def _light(self, parse: Parse, i: int) -> int | None:
        """Who gives the order, takes the decision."""
        above = parse.tokens[i].head
        light = (
            parse.tokens[i].dep in OBJECTS
            and parse.tokens[above].lemma.lower() in lexicon()["through"]["light"]
        )
        return self._by_verb(parse, above) if light else None

    def _doer(self, parse: Parse, j: int | None) -> Doer | None:
        """The noun as a doer; an office takes the name that stands with it."""
        doer = self.doers.doer(parse, j)
        if doer is None or j is None or doer.entity:
            return doer
        name = self._name_after(parse, j)
        named = self.doers.doer(parse, name) if name is not None else None
        if name is None or named is None or named.kind != "person":
            return doer
        behind = range(name, min(len(parse.tokens), name + NAMED))
        ends = [parse.tokens[k].end for k in behind if self._same(parse, k, named)]
        return Doer(
            Span(parse.doc, doer.span.start, max([doer.span.end, *ends])),
            doer.head,
            named.entity,
            "person",
            False,
        )

    def _name_after(self, parse: Parse, j: int) -> int | None:
        """The name in apposition to an office, behind a title at most."""
        s = parse.sentence_at(parse.tokens[j].start)
        last = min(j + NAMED + 1, s.last if s else j)
        if j + 1 >= last or parse.tokens[j + 1].text != ",":
            return None
        for k in range(j + 2, last):
            if self.doers.named.get((parse.doc, k)):
                return k
            if parse.tokens[k].pos != "PROPN" and parse.tokens[k].text != ".":
                return None
        return None

    def _same(self, parse: Parse, k: int, doer: Doer) -> bool:
        entity = self.doers.named.get((parse.doc, k))
        return entity is not None and entity.entity == doer.entity

    def _act(self, parse: Parse, number: int, i: int, family: str, author: int | None) -> Act | None:
        doer = self._doer(parse, author)
        if doer is None or (doer.kind is None and doer.head not in parts()):
            return None
        if self.facts.voice_at(parse.doc, parse.tokens[i].start, parse.tokens[i].end)[0] == "quoted":
            return None
        below = self._things(parse, i)
        words = {k for j in below for k in parse.subtree(j) if parse.tokens[k].pos in INSIDE}
        words |= set(self._antecedent(parse, i)) if not below else set()
        inside = {k for k in words if not doer.span.start <= parse.tokens[k].start < doer.span.end and k != i}
        s = parse.sentences[number]
        clocks = {t.text for t in parse.tokens[s.first : s.last] if CLOCK.fullmatch(t.text)}
        counts = [TWICE.get(parse.tokens[j].lemma.lower(), 0) for j in parse.children(i)]
        return Act(
            self._shown(parse, i, doer, below), i, number, family, doer,
            frozenset(self.doers.key(parse, k) for k in inside), frozenset(clocks), max([1, *counts]),
            parse.tokens[i].pos == "NOUN",
        )  # fmt: skip

    def _things(self, parse: Parse, i: int) -> list[int]:
        """What the act is done to, or what it bids: the object, a clause with "to", "of the work", "to the work"."""
        rows = [
            j
            for j in parse.children(i)
            if parse.tokens[j].dep in OBJECTS
            or (parse.tokens[j].dep in {"xcomp", "acl"} and parse.tokens[j].tag == "VB")
            or (parse.tokens[i].pos == "NOUN" and parse.tokens[j].text.lower() in {"of", "for", "on", "to"})
        ]
        off = [j for j in parse.children(i) if parse.tokens[j].text.lower() in _lemma(parse, i).split()[1:]]
        rows += [k for j in off for k in parse.children(j) if parse.tokens[k].dep == "pobj"]
        bid = parse.tokens[i + 1 : i + 3] if parse.tokens[i].pos == "NOUN" else ()
        if len(bid) == 2 and bid[0].text == "to" and bid[1].tag == "VB":
            rows.append(i + 2)
        if parse.tokens[i].dep == "pobj" and self._owner(parse, i) is not None:
            above = parse.tokens[parse.tokens[i].head].head
            rows += [j for j in parse.children(above) if parse.tokens[j].dep in {*OBJECTS, "xcomp", "acl"}]
        return rows

    def _antecedent(self, parse: Parse, i: int) -> list[int]:
        """The noun that a relative clause with the passive is about."""
        for j in [i, *parse.ancestors(i)][:2]:
            if parse.tokens[j].dep == "relcl":
                return [k for k in [parse.tokens[j].head] if k < i and i - k < 14][:1]
        return []

    def _shown(self, parse: Parse, i: int, doer: Doer, below: list[int]) -> Span:
        """From the doer to the act, with the things close by as far as it is short."""
        s = parse.sentence_at(parse.tokens[i].start)
        low, high = (s.start, s.end) if s else (doer.span.start, doer.span.end)
        tokens = parse.tokens[i]
        start, end = min(doer.span.start, tokens.start), max(doer.span.end, tokens.end)
        for j in below:
            first, last = parse.range_of(list(parse.subtree(j)))
            if (
                low <= first
                and last <= high
                and max(end, last) - min(start, first) <= LONGEST
                and i not in parse.subtree(j)
            ):
                start, end = min(start, first), max(end, last)
        return self.facts.cut(Span(parse.doc, start, end), LONGEST)

    def clash(self, a: Doer, b: Doer) -> bool:
        """Whether two authors cannot be one: two names, bodies of two kinds, or two parts in one undertaking."""
        if a.kind == b.kind == "person" and a.entity and b.entity:
            last = [self.facts.entities[e].name.split()[-1].lower() for e in (a.entity, b.entity)]
            return last[0] != last[1]
        if a.kind is None and b.kind is None:
            one, other = parts().get(a.head, set()), parts().get(b.head, set())
            return bool({n for n, _ in one} & {n for n, _ in other}) and not one & other
        return self.doers.clash(a, b)


def _lemma(parse: Parse, i: int) -> str:
    """The verb with its particle or preposition, where the list has both together."""
    lemma, table = parse.tokens[i].lemma.lower(), families("verbs")
    after = (parse.tokens[j].text.lower() for j in range(i + 1, min(i + 4, len(parse.tokens))))
    return next((f"{lemma} {word}" for word in after if f"{lemma} {word}" in table), lemma)
