"""Mentions of entities in one document, with the roles and genders that the text itself gives them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property

from checker.attribution.careers import careers
from checker.attribution.christened import christened
from checker.attribution.cues import load
from checker.attribution.descriptions import age, beside, newcomers, written
from checker.attribution.given import gender_of
from checker.attribution.grammar import Grammar
from checker.attribution.mention import Mention, mentions_of
from checker.attribution.offices import nouns, words_at
from checker.attribution.ranks import in_full
from checker.attribution.strangers import strangers
from checker.model import Entity

_SPOUSE = {"f": "wife", "m": "husband"}
"""Who else may bear the surname where the text speaks of one."""


class Mentions:
    """All mentions of one document in text order, and what is said of their entities there."""

    def __init__(self, g: Grammar, entities: tuple[Entity, ...]) -> None:
        self.g = g
        self.all = mentions_of(g, entities)
        self.people = {m.entity for m in self.all if m.is_person}
        self._first = {m.entity: m.start for m in reversed(self.all)}
        self.named_after = self._first_words(entities)
        self._genders = load().genders
        self._starts = [m.start for m in self.all]
        self.roles: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.role_words: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.genders: dict[str, set[str]] = defaultdict(set)
        self.kinds: dict[str, set[str]] = defaultdict(set)
        self.retired: dict[str, set[str]] = defaultdict(set)
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.ages: dict[str, set[str]] = defaultdict(set)
        self.described: set[int] = set()
        for mention in self.all:
            self._describe(mention)
        self._strangers = [(g.tokens[i].start, head, sub) for i, head, sub in strangers(g, self._tokens())]
        self.met: dict[int, str] = {}
        self.absent: frozenset[str] = frozenset()
        self._alike = {e.name: e.entity for e in entities if e.entity in self._first}
        self._full_names = {entity: name for name, entity in self._alike.items()}
        self._last_words = {
            e.entity: e.name.lower().replace(".", "").split()[-1] for e in entities if e.entity in self._first
        }
        self.names = {e.entity: e.name for e in entities if e.entity in self.people}
        for entity, name in sorted(self.names.items()):
            if gender := gender_of(name):
                self.genders[entity].add(gender)
        self._christen()
        self._newcomers = newcomers(g, self.described)

    def _tokens(self) -> set[int]:
        """The tokens that are part of a mention."""
        g = self.g
        return {i for m in self.all for i in range(g.index(m.start), g.index(m.end))}

    @cached_property
    def predecessors(self) -> set[str]:
        """People whom the text calls somebody's predecessor."""
        return {entity for _, entity in self.roles.get("predecessor", ()) if entity in self.people}

    def fits(self, entity: str, gender: str) -> bool:
        """Whether a person may be `m` or `f`: the text and the given name say so, or say nothing."""
        known = self.genders.get(entity, set())
        return not known or known == {gender}

    def is_known(self, entity: str, gender: str) -> bool:
        """Whether the text or the given name says that a person is `m`, or `f`."""
        return self.genders.get(entity, set()) == {gender}

    def years(self, entity: str) -> set[int]:
        """The ages that the text gives somebody in figures."""
        return {int(age) for age in self.ages.get(entity, ()) if age.isdecimal()}

    def _first_words(self, entities: tuple[Entity, ...]) -> dict[str, list[tuple[int, str]]]:
        """Each word of a name, with where the text has the entity first (`ministry`: `Ministry of Mines`)."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entity in entities:
            if (
                entity.entity in self._first
                and entity.entity not in self.people
                and gender_of(entity.name) is None
            ):
                for word in sorted(set(entity.name.lower().split())):
                    found[word].append((self._first[entity.entity], entity.entity))
        return found

    def bearers(self, surname: str, before: int) -> set[str]:
        """The people named in full whose name ends with the word and who are spoken of before the character."""
        last = {e: name.split()[1:][-1:] for e, name in self.names.items() if self.is_met(e, before)}
        return {
            e
            for e, words in last.items()
            if words and (words[0] == surname or words[0].endswith("-" + surname))
        }

    def only_bearer(self, word: str, before: int) -> str | None:
        """The one person so far with this surname, or given name; else whatever goes by this one word alone.

        Of two with the surname the one who was named in full before the other came in (`Ada Lund and her son Per`).
        """
        near = self.bearers(word, before) or {
            e for e, name in self.names.items() if name.split()[:1] == [word] and self.is_met(e, before)
        }
        if any(word in name.split()[1:-1] and self.is_met(e, before) for e, name in self.names.items()):
            return None
        if len(near) > 1:
            first = min((m.start, m.end, m.entity) for m in self.between(0, before) if m.entity in near)
            full = " " in self.g.text[first[0] : first[1]]
            others = any(
                word in self._said(m) for m in self.between(0, before) if m.entity in near - {first[2]}
            )
            return first[2] if full and not others else None
        return next(iter(near), self._alike.get(word))

    def _said(self, mention: Mention) -> list[str]:
        return self.g.text[mention.start : mention.end].split()

    def name_of(self, entity: str) -> str:
        """The name of an entity of the text; empty for others."""
        return self._full_names.get(entity, "")

    def bodies_with_first(self, word: str, before: int) -> set[str]:
        """Bodies spoken of before the character whose name begins with the word and goes on."""
        near = {m.entity for m in self.between(0, before) if m.is_body}
        return {
            e for name, e in self._alike.items() if e in near and name.split()[:1] == [word] and " " in name
        }

    def last_word(self, entity: str) -> str:
        """The last word of a body's or place's name, in small letters."""
        return self._last_words.get(entity, "")

    def others(self, lemma: str, before: int) -> bool:
        """Whether the text brings in a nameless one of that kind before the character (`a minister`)."""
        return any(start < before for start in self._newcomers.get(lemma, ()))

    def is_met(self, entity: str, before: int) -> bool:
        """Whether the text speaks of the entity before the character."""
        return self._first.get(entity, before) < before

    def gender_of_title(self, word: str) -> str | None:
        """`m` for `mr` and `sir`, `f` for `ms`; None for titles of both."""
        return self._genders.get(word)

    def at(self, token: int) -> Mention | None:
        """The mention that holds the token; of several the shortest."""
        start, end = self.g.tokens[token].start, self.g.tokens[token].end
        near = self.all[max(0, bisect_right(self._starts, start) - 4) : bisect_right(self._starts, start)]
        holding = [m for m in near if m.start <= start and end <= m.end]
        return min(holding, key=lambda m: (m.end - m.start, m.entity)) if holding else None

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that start in the character range, in text order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def strangers_between(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Where capitalised words stand that are no mention, their last token, and whether they are a subject."""
        found = self._strangers
        return found[bisect_left(found, (start,)) : bisect_left(found, (end,))]

    def _describe(self, mention: Mention) -> None:
        told = nouns(self.g, mention.start, mention.head, person=mention.is_person)
        for noun in dict.fromkeys(told):
            self._note(mention, self.g.tokens[noun].lemma.lower(), noun, words_at(self.g, noun))
        beside_it = list(beside(self.g, mention.start, mention.end, body=not mention.is_person))
        if len({self._genders[w] for f in beside_it if (w := self.g.lower(f.noun)) in self._genders}) > 1:
            return
        for found in beside_it:
            self._note(mention, self.g.tokens[found.noun].lemma.lower(), found.noun, found.words)
        for became in careers(self.g, mention.head) if mention.is_person else ():
            self._note(mention, became.role, became.token, became.words)
        if mention.is_person and (paper := written(self.g, mention.start)) is not None:
            self._note(mention, "author", paper, {"its"})
        years = age(self.g, mention.start, mention.end) if mention.is_person else None
        if years is not None:
            self.ages[mention.entity].add(years)

    def _christen(self) -> None:
        """Note whom the text brings in by a noun and names afterwards, from the noun on."""
        g = self.g
        if (found := christened(g, self.all, self.described, self.genders)) is not None:
            noun, name = found
            words = frozenset(g.lower(i) for i in range(g.left[noun], noun))
            self._note(name, g.tokens[noun].lemma.lower(), noun, words, g.tokens[noun].start)
            self.met[noun] = name.entity
            self._first[name.entity] = g.tokens[noun].start

    def _note(
        self, mention: Mention, lemma: str, noun: int, words: frozenset[str] | set[str], start: int = 0
    ) -> None:
        """Keep that the entity is what the noun says, with the words that it is said with, from `start` on."""
        word = self.g.lower(noun)
        self.described.add(noun)
        premier = ("premier",) if lemma == "minister" and "prime" in words else ()
        for role in dict.fromkeys((lemma, in_full(lemma), *premier)):
            self.kinds[mention.entity].add(role)
            self.role_words[role, mention.entity] |= words
            self.roles[role].append((start or mention.start, mention.entity))
        alone = self.g.child(noun, "conj") is None and not self._may_be_spouses(mention, noun)
        if word in self._genders and mention.is_person and alone:
            self.genders[mention.entity].add(self._genders[word])

    def _may_be_spouses(self, mention: Mention, title: int) -> bool:
        """Whether a surname alone behind `Mrs` may be that of the wife of whom the text speaks."""
        single = " " not in self.g.text[mention.start : mention.end]
        before = title == self.g.index(mention.start) - 1 and self.g.tokens[title].text[:1].isupper()
        return (
            single and before and self.has_spouse(mention.entity, self._genders.get(self.g.lower(title), ""))
        )

    def has_spouse(self, entity: str, gender: str) -> bool:
        """Whether a wife (`f`) or husband is spoken of beside the entity, or in the sentence after."""
        told = self._spouses.get(gender, set())
        near = {self.g.sentence[m.head] for m in self.all if m.entity == entity} if told else set()
        return any(number in told or number + 1 in told for number in near)

    @cached_property
    def _spouses(self) -> dict[str, set[int]]:
        """The sentences that speak of a wife (`f`), and of a husband (`m`)."""
        tokens, sentence = self.g.tokens, self.g.sentence
        return {
            gender: {sentence[i] for i, token in enumerate(tokens) if token.lemma == noun}
            for gender, noun in _SPOUSE.items()
        }
