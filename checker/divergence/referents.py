"""Words that name one kind of thing, each with what shows which one is meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.divergence.draft import Facts
from checker.divergence.label_lexicon import Family, families, lexicon, plain_words, terms
from checker.model import Entity, Parse, Range, Span, Token, Voice

PHRASE = 80
"""Characters of a phrase that shows a choice of word."""
NEAR = 14
"""Tokens around a noun in which its modifiers are looked for."""
PRINCIPAL, FEW = 0.15, 5
"""A name that stands in this share of all sentences is a party to everything and tells no two things apart; so
few mentions never make one."""

CHARGED = 3
"""Steps up the grammar from the name of a crime to the word for a charge or verdict."""
LEGAL = frozenset({
    "charge", "accuse", "convict", "indict", "try", "acquit", "suspect", "guilty", "suspicion", "count", "trial",
    "conviction", "indictment", "plead", "accusation", "prosecute", "investigate",
})  # fmt: skip
DIRECTIONS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})
"""Words before a place's name that make another place of it."""


@dataclass(frozen=True, slots=True)
class Use:
    """A noun of a family on the spot: `span` is its phrase, `label` what the text calls the thing.

    `keys` are the names in the phrase, `year` the year that it says, `definite` whether it points back,
    `marked` whether it stands in quotation marks, however short the quotation.
    """

    span: Span
    head: int
    family: str
    term: str
    label: str
    keys: frozenset[str]
    year: int | None
    definite: bool | None
    voice: Voice
    sentence: int
    marked: bool


class Names:
    """Which entity a word of a document belongs to, adjectives of a state's name included; and its years."""

    def __init__(
        self, facts: Facts, docs: frozenset[str], named: dict[str, list[tuple[Span, Entity]]]
    ) -> None:
        self.at: dict[tuple[str, int], tuple[str, int]] = {}
        self.words: dict[str, str] = {}
        self.lands: set[str] = set()
        sentences = sum(len(facts.parses[d].sentences) for d in docs) or 1
        counts: Counter[str] = Counter()
        for doc in docs:
            for mention, entity in named.get(doc, ()):
                counts[entity.entity] += 1
                inside = list(facts.parses[doc].tokens_in(mention.start, mention.end))
                self.at.update({(doc, i): (entity.entity, inside[-1]) for i in inside})
                self.lands.update({entity.entity} if entity.type in {"GPE", "LOC"} else ())
                if entity.type in {"GPE", "LOC", "NORP"} and " " not in entity.name:
                    first = min(entity.entity, self.words.get(entity.name[:5].lower(), entity.entity))
                    self.words[entity.name[:5].lower()] = first
        self.principal = {e for e, n in counts.items() if n > max(FEW, PRINCIPAL * sentences)}
        self.times: dict[str, list[tuple[int, int, str | None]]] = {}
        for time in facts.times:
            if time.span.doc in docs:
                year = time.from_[:4] if time.from_ and time.to and time.from_[:4] == time.to[:4] else None
                self.times.setdefault(time.span.doc, []).append((time.span.start, time.span.end, year))

    def is_place(self, doc: str, i: int) -> bool:
        """Whether a token names a place."""
        return self.at.get((doc, i), ("", 0))[0] in self.lands

    def keys(self, parse: Parse, i: int, inside: list[int]) -> frozenset[str]:
        """The entities named in the phrase of the noun `i`; places inside a longer name count by themselves."""
        found = {self._key(parse, j, i) for j in inside}
        return frozenset(k for k in found if k)

    def _key(self, parse: Parse, j: int, i: int) -> str | None:
        token = parse.tokens[j]
        part = j > 0 and parse.tokens[j - 1].text in DIRECTIONS
        place = self._place(token) if j != i and not part else None
        entity, last = self.at.get((parse.doc, j), (None, i))
        return place or entity if last == i else entity

    def _place(self, token: Token) -> str | None:
        """The place that a capitalised word names, or whose name it is made from ("Peruvian")."""
        if not token.text[:1].isupper() or token.pos not in {"PROPN", "ADJ"}:
            return None
        return self.words.get(token.text[:5].lower()) or self.words.get(token.text[:4].lower())

    def year(self, doc: str, start: int, end: int) -> int | None:
        """The one year of the times in or right beside the range."""
        rows = [year for low, high, year in self.times.get(doc, ()) if low <= end + 4 and high >= start - 3]
        return int(rows[0]) if rows and rows[0] and len(set(rows)) == 1 else None


def uses(facts: Facts, doc: str, names: Names) -> list[Use]:
    """The uses of all families in the article's body, in text order."""
    parse, document = facts.parses[doc], facts.documents[doc]
    found = []
    for number, sentence in enumerate(parse.sentences):
        if not document.in_body(sentence.start, sentence.end):
            continue
        for i in range(sentence.first, sentence.last):
            for term, family in _named(parse, i, names):
                found.append(_use(facts, doc, i, term, family, names, number))
    return found


def _named(parse: Parse, i: int, names: Names) -> list[tuple[str, Family]]:
    """The longest term of each family that ends at a noun which heads its phrase; or a verb that says the same."""
    token = parse.tokens[i]
    if token.pos == "VERB":
        return [
            (f.verbs[token.lemma], f)
            for f in families()
            if token.lemma in f.verbs and _of_land(parse, i, names)
        ]
    if token.pos not in {"NOUN", "PROPN"} or _is_before_a_noun(parse, i) or is_charge(parse, i):
        return []
    before = parse.tokens[i - 1].text.lower() if i else ""
    found: dict[str, tuple[str, Family]] = {}
    for term, family in terms().get(token.lemma.lower(), ()):
        if term.startswith(f"{before} ") or " " not in term:
            found.setdefault(family.name, (term, family))
    return list(found.values())


def _is_before_a_noun(parse: Parse, i: int) -> bool:
    """Whether a noun only belongs to the next one ("accident report", "Accident Investigation Branch")."""
    after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    named = after is not None and after.pos == "PROPN" and after.text[:1].isupper()
    return parse.tokens[i].dep == "compound" and (parse.tokens[i].pos == "NOUN" or named)


def _object(parse: Parse, i: int) -> int | None:
    """The object of a verb, close behind it."""
    near = range(i + 1, min(i + NEAR, len(parse.tokens)))
    return next(
        (j for j in near if parse.tokens[j].head == i and parse.tokens[j].dep in {"dobj", "obj"}), None
    )


def _of_land(parse: Parse, i: int, names: Names) -> bool:
    """Whether the object of a verb is a place, or a piece of one."""
    thing = _object(parse, i)
    if thing is None:
        return False
    return names.is_place(parse.doc, thing) or parse.tokens[thing].lemma.lower() in lexicon()["parts"]


def _use(facts: Facts, doc: str, i: int, term: str, family: Family, names: Names, number: int) -> Use:
    parse = facts.parses[doc]
    inside = [j for j in range(max(0, i - NEAR), min(len(parse.tokens), i + NEAR + 1)) if under(parse, j, i)]
    inside = sorted({*inside, *_run_up(parse, i)})
    keys = names.keys(parse, i, inside)
    start, end = phrase(parse, i) if parse.tokens[i].pos != "VERB" else _verbal(parse, i)
    told = [parse.tokens[j] for j in parse.tokens_in(start, end)]
    determiners = {parse.tokens[j].lemma.lower() for j in parse.children(i) if parse.tokens[j].dep == "det"}
    return Use(
        span=Span(doc, start, end),
        head=i,
        family=family.name,
        term=family.alike.get(term, term).replace("é", "e").replace("re-", ""),
        label=" ".join(t.text for t in told if t is parse.tokens[i] or _telling(t)).replace(" - ", "-"),
        keys=keys - names.principal if family.known_by == "place" else keys,
        year=names.year(doc, *parse.range_of(inside)),
        definite=_definite(determiners, parse, i),
        voice=facts.voice_at(doc, parse.tokens[i].start, parse.tokens[i].end)[0],
        sentence=number,
        marked=parse.is_quoted(start, end),
    )


def _definite(determiners: set[str], parse: Parse, i: int) -> bool | None:
    """True for "the war", False for "a war" or "any war", None for "war"."""
    if determiners & {"a", "an", "any", "no", "every", "each", "another", "some", "such"}:
        return False
    if any(t.lemma.lower() == "such" for t in parse.tokens[max(0, i - 2) : i]):
        return False
    return True if determiners & {"the", "this", "that", "these", "those"} else None


def _run_up(parse: Parse, i: int) -> list[int]:
    """The adjectives, names and possessives that stand right before a noun."""
    found = []
    for j in range(i - 1, max(-1, i - 6), -1):
        if parse.tokens[j].pos not in {"ADJ", "PROPN", "PART", "NOUN", "X"} and parse.tokens[j].text not in {
            "-",
            "re",
        }:
            break
        found.append(j)
    return found


def phrase(parse: Parse, i: int) -> Range:
    """The noun with the words before it that belong to it, without article; at most PHRASE characters."""
    first = i
    while first - 1 >= 0 and _before(parse, first - 1, i):
        first -= 1
    start, end = parse.tokens[first].start, parse.tokens[i].end
    return (start, end) if end - start <= PHRASE else (parse.tokens[i].start, end)


def _verbal(parse: Parse, i: int) -> Range:
    """The verb with its object."""
    thing = _object(parse, i)
    start, end = parse.range_of([i, thing] if thing is not None else [i])
    return (start, end) if end - start <= PHRASE else (parse.tokens[i].start, parse.tokens[i].end)


def _before(parse: Parse, j: int, i: int) -> bool:
    token = parse.tokens[j]
    if token.text in {"-", "re"}:
        return True
    fits = token.dep in {"amod", "compound", "nmod", "advmod", "npadvmod"}
    return fits and token.pos in {"ADJ", "NOUN", "PROPN", "VERB", "ADV"} and under(parse, j, i)


def is_charge(parse: Parse, i: int) -> bool:
    """Whether a word names what somebody is charged with or tried for: the law's word, and no choice of the text's."""
    above = [parse.tokens[j].lemma.lower() for j in list(parse.ancestors(i))[:CHARGED]]
    return bool(LEGAL.intersection(above))


def under(parse: Parse, j: int, i: int) -> bool:
    """Whether token `j` is token `i` or hangs on it, over at most NEAR steps."""
    for _ in range(NEAR):
        if j == i:
            return True
        if parse.tokens[j].head == j:
            return False
        j = parse.tokens[j].head
    return False


def _telling(token: Token) -> bool:
    return token.pos in {"ADJ", "NOUN", "VERB", "ADV", "PROPN"} and token.lemma.lower() not in plain_words()
