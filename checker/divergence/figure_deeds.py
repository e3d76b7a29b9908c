"""A deed in the grammar of a sentence: its verb, who takes part, and which numbered occasion it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence import places
from checker.divergence.draft import Facts
from checker.divergence.figure_kin import PARTS, PLACED, kinds, occasions, ordinal
from checker.divergence.quantities import kindred_nouns
from checker.model import Parse, Range, Span

OBJECTS = frozenset({"dobj", "obj", "attr", "dative", "oprd"})
STEPS = 8
"""How far up the grammar a governing verb is looked for."""
_EMPTY = frozenset({
    "one", "other", "thing", "time", "day", "week", "year", "month", "hour", "minute", "part", "number", "person",
    "people", "man", "woman", "way", "side", "morning", "evening", "night", "afternoon", "who", "which", "that",
})  # fmt: skip
OPEN = frozenset({"will", "would", "shall", "should", "could", "may", "might", "must", "can", "to", "wo", "ca", "'ll",
                   "’ll", "if", "whether", "unless"})  # fmt: skip
_TURNING = frozenset({"off", "up", "down", "away"})
"""Particles that turn a verb into another deed: "give up" gives nothing."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with those who take part: entities, or the nouns of others. Pronouns are nobody.

    `numbered` are the ordinals of occasions among them ((3, "round"); the noun is "" for "the third");
    `real` is False for what is planned, possible or denied; `core` are the tokens of the object, behind the
    verb's own prepositions, and of a numbered subject; `names` the entities behind its own prepositions.
    """

    verb: int
    lemma: str
    agents: frozenset[str]
    patients: frozenset[str]
    others: frozenset[str]
    numbered: frozenset[tuple[int, str]]
    real: bool
    core: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """All that takes part."""
        return self.agents | self.patients | self.others

    def clashes(self, other: Deed) -> bool:
        """Whether both name who does it, to what, or which in a row, and have nobody and nothing in common."""
        if numbered_alike(self, other):
            return False
        slots = ((self.agents, other.agents), (self.patients, other.patients), (self.names, other.names))
        if any(a and b and not a & other.keys and not b & self.keys for a, b in slots):
            return True
        return bool(self.numbered and other.numbered)


def numbered_alike(a: Deed, b: Deed) -> bool:
    """Whether both are of one numbered occasion: "the third round", "a third meeting", "the third"."""
    return any(n == m and (x == y or "" in {x, y}) for n, x in a.numbered for m, y in b.numbered)


class Reader:
    """Reads deeds; the names of all texts are looked up once."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.named = facts, places.mentions(facts)
        self.starts = {doc: [span.start for span, _ in rows] for doc, rows in self.named.items()}
        last: dict[str, set[str]] = {}
        for entity in facts.entities.values():
            last.setdefault(entity.name.rsplit(" ", 1)[-1].lower(), set()).add(entity.entity)
        self.alias = places.aliases(facts)
        self.surnames = {word: min(found) for word, found in last.items() if len(found) == 1}

    def key(self, parse: Parse, i: int) -> str | None:
        """The entity that a token belongs to, else its noun; None for pronouns and words that say nothing."""
        token = parse.tokens[i]
        rows = self.named.get(parse.doc, [])
        at = bisect_right(self.starts.get(parse.doc, []), token.start) - 1
        if at >= 0 and token.start < rows[at][0].end:
            return self.alias.get(rows[at][1].entity, rows[at][1].entity)
        lemma = token.lemma.lower()
        if token.pos == "PROPN" and lemma in self.surnames:
            return self.surnames[lemma]
        if token.pos not in {"NOUN", "PROPN"} or len(lemma) < 3 or lemma in _EMPTY:
            return None
        return kindred_nouns().get(lemma, lemma)

    def deed(self, parse: Parse, verb: int, hidden: Range = (0, 0)) -> Deed:
        """The deed of a verb; `hidden` are characters that name no participant (the time itself)."""
        agents, patients, others = set[int](), set[int](), set[int]()
        for child in parse.children(verb):
            token = parse.tokens[child]
            if token.dep == "nsubj":
                agents.update(_joined(parse, child))
            elif token.dep in {"prep", "agent"} or token.pos == "ADP":
                (agents if token.dep == "agent" else others).update(_behind(parse, child))
            elif token.dep == "nsubjpass" or token.dep in OBJECTS:
                patients.update(_joined(parse, child))
        if not agents and not any(parse.tokens[c].dep == "nsubjpass" for c in parse.children(verb)):
            agents.update(_inherited(parse, verb))
        behind = frozenset(others)
        core = frozenset(patients | others | {i for i in agents if numbered(parse, i)})
        others |= {i for noun in (*patients, *others, *agents) for i in _of(parse, noun)}
        parts = [
            [i for i in rows if not hidden[0] <= parse.tokens[i].start < hidden[1]]
            for rows in (agents, patients, others)
        ]
        roles = [frozenset(k for i in rows if (k := self.key(parse, i))) for rows in parts]
        return Deed(
            verb=verb,
            lemma=_lemma(parse, verb),
            agents=roles[0],
            patients=roles[1],
            others=roles[2] - roles[0] - roles[1],
            numbered=frozenset(n for rows in parts for i in rows if (n := numbered(parse, i))),
            real=not open_ended(parse, verb),
            core=core,
            names=frozenset(k for i in behind if (k := self.key(parse, i)) in self.facts.entities and k),
        )

    def occasion(self, parse: Parse, noun: int) -> Deed | None:
        """The numbered occasion that a noun names by itself: "at the second hearing, on 9 May"."""
        number = numbered(parse, noun)
        if number is None or not number[1]:
            return None
        others = frozenset(k for i in _of(parse, noun) if (k := self.key(parse, i)))
        empty: frozenset[str] = frozenset()
        return Deed(noun, number[1], empty, empty, others, frozenset({number}), real=True)


def reader(facts: Facts) -> Reader:
    """The one reader of all deeds."""
    return facts.once("deed-reader", lambda: Reader(facts))


def shown(parse: Parse, deed: Deed, span: Span, most: int) -> Span:
    """From the verb to the words that matter (a day, an amount), with what directly takes part.

    What is denied is shown so. Where that is more than `most` characters: those words with their preposition alone.
    """
    first = next(iter(parse.tokens_in(span.start, span.end)))
    for _ in range(STEPS):
        before = parse.tokens[first - 1].text.lower() if first else ""
        if before not in PLACED | PARTS | {"the"}:
            break
        first -= 1
        if before in PLACED - {"of"}:
            break
    beside = {c for i in deed.core for c in parse.children(i) if ordinal(parse.tokens[c].text)}
    low = min({first, deed.verb} | (beside if deed.numbered else set()) | _denied(parse, deed.verb))
    start, high = parse.tokens[low].start, max(span.end, parse.tokens[deed.verb].end)
    for i in sorted(deed.core):
        if low < i and parse.tokens[i].end - start <= most // 2:
            high = max(high, parse.tokens[i].end)
    return (
        Span(span.doc, start, high)
        if high - start <= most
        else Span(span.doc, parse.tokens[first].start, span.end)
    )


def _denied(parse: Parse, verb: int) -> set[int]:
    """The words before a verb that deny it, with its auxiliaries; none where nothing does."""
    before = [
        c for c in parse.children(verb) if c < verb and parse.tokens[c].dep in {"neg", "aux", "auxpass"}
    ]
    return set(before) if any(parse.tokens[c].dep == "neg" for c in before) else set()


def governor(parse: Parse, i: int) -> int | None:
    """The verb that a token hangs on, over nouns and prepositions, but not out of a clause that describes a noun."""
    for above in list(parse.ancestors(i))[:STEPS]:
        if parse.tokens[above].pos in {"VERB", "AUX"}:
            return above
        if parse.tokens[above].dep in {"relcl", "nsubj", "nsubjpass"}:
            return None
    return None


def numbered(parse: Parse, i: int) -> tuple[int, str] | None:
    """The ordinal and kind of a numbered occasion: "a third round", or "the third" alone."""
    token = parse.tokens[i]
    noun = occasions().get(token.lemma.lower())
    if noun is None:
        alone = ordinal(token.text) if token.pos in {"ADJ", "NOUN", "PROPN"} else 0
        return (alone, "") if alone else None
    found = [n for c in parse.children(i) if (n := ordinal(parse.tokens[c].text))]
    return (found[0], noun) if len(found) == 1 else None


def _joined(parse: Parse, i: int) -> Iterator[int]:
    """A noun and those that are coordinated to it or stand beside it under another name."""
    yield i
    for child in parse.children(i):
        if parse.tokens[child].dep in {"conj", "appos"} and parse.tokens[child].pos in {"NOUN", "PROPN"}:
            yield from _joined(parse, child)


def _lemma(parse: Parse, verb: int) -> str:
    """The verb, with its particle where that makes another deed of it ("call off")."""
    lemma = parse.tokens[verb].lemma.lower()
    for child in parse.children(verb):
        whole = f"{lemma} {parse.tokens[child].lemma.lower()}"
        token = parse.tokens[child]
        turning = token.dep == "prt" and token.text.lower() in _TURNING
        beside = token.dep in {"prt", "advmod"} and child == verb + 1
        if turning or ((beside or token.dep == "prt") and whole in kinds()):
            return whole
    return lemma


def _behind(parse: Parse, preposition: int) -> Iterator[int]:
    for child in parse.children(preposition):
        if parse.tokens[child].dep == "pobj":
            for noun in _joined(parse, child):
                yield noun
                yield from _of(parse, noun)
        elif parse.tokens[child].dep == "prep":
            yield from _behind(parse, child)


def _of(parse: Parse, noun: int) -> Iterator[int]:
    """What stands behind a noun: "the note | to both delegations", "a round | of talks"."""
    for child in parse.children(noun):
        if parse.tokens[child].dep in {"prep", "dative"}:
            yield from _behind(parse, child)


def _inherited(parse: Parse, verb: int) -> Iterator[int]:
    """The subject of the verb that this one is joined to or completes; for a relative clause, its noun."""
    for _ in range(STEPS):
        token = parse.tokens[verb]
        if token.dep not in {"conj", "xcomp"} or token.head == verb:
            return
        verb = token.head
        found = [c for c in parse.children(verb) if parse.tokens[c].dep == "nsubj"]
        if found:
            yield from _joined(parse, found[0])
            return


def open_ended(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what is planned, possible, asked or denied."""
    beside = (parse.tokens[c] for c in parse.children(verb))
    return any(t.dep == "neg" or (t.dep in {"aux", "mark"} and t.text.lower() in OPEN) for t in beside)
