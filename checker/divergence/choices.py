"""The words of families of choices that texts have: where, whose, and beside what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.divergence import places
from checker.divergence.captions import is_caption
from checker.divergence.draft import Facts
from checker.divergence.matches import matches
from checker.divergence.reasons import denying
from checker.divergence.referents import is_charge, phrase
from checker.divergence.tables import table
from checker.model import Parse, Range, Sentence, Span

LEAD = 6
"""Sentences at the start of a text that tell its main matter, headline and all."""
NEAR = 6
"""Tokens from a word to another that takes it back, and to its object."""
DISTANT = frozenset({
    "alleged", "so-called", "purported", "supposed", "reported", "possible", "potential", "apparent", "not", "no",
    "n't", "any", "if", "never", "without",
})  # fmt: skip
"""Words beside a word that the narrator does not take over."""
BANDS = frozenset(
    {"group", "organization", "organisation", "network", "militia", "movement", "gang", "leader", "faction"}
)
"""Nouns for people that an adjective of a family describes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a family in its phrase; `row` says which of the family's words it is, the plainest first.

    `own` tells that it is the narrator's own, `lead` that it stands where its text begins; `keys` are the
    names and nouns of its sentence, `role` what it stands beside in the grammar: its verb, and what that governs.
    """

    span: Span
    family: str
    row: int
    noun: bool
    own: bool
    sentence: int
    lead: bool
    keys: frozenset[str]
    role: frozenset[str]


@cache
def _words() -> dict[str, list[tuple[str, int]]]:
    """Lemma -> families and rows."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for family, part in table("choices").items():
        for number, row in enumerate(part["rows"]):
            for word in row:
                found[word].append((family, number))
    return found


def choices(facts: Facts, doc: str) -> Iterator[Choice]:
    """The words of families that a text has without denying what they say, in text order."""
    parse, document, told = facts.parses[doc], facts.documents[doc], 0
    denied = {
        row.sentence
        for row in matches(facts).rows
        if row.doc == doc and (row.negative or row.near & denying())
    }
    for number, sentence in enumerate(parse.sentences):
        titled = document.text[sentence.start : sentence.end].strip() in (document.title or "")
        if not (titled or document.in_body(sentence.start, sentence.end)):
            continue
        if is_caption(facts, doc, sentence.start):
            continue
        told += 1
        keys = _keys(facts, parse, sentence)
        for i in range(sentence.first, sentence.last):
            for family, row in _at(parse, i) if number not in denied and _taken(facts, parse, i) else ():
                own = facts.voice_at(doc, parse.tokens[i].start, parse.tokens[i].end)[0] == "narrator"
                noun = parse.tokens[i].pos != "VERB"
                span = Span(doc, *_phrase(parse, i))
                yield Choice(span, family, row, noun, own, number, told <= LEAD, keys, _role(facts, parse, i))


def _taken(facts: Facts, parse: Parse, i: int) -> bool:
    """Whether a word is no part of a name or charge, not in quotation marks and not held at a distance."""
    token = parse.tokens[i]
    if (
        (parse.doc, i) in places.named(facts)
        or parse.is_quoted(token.start, token.end)
        or is_charge(parse, i)
    ):
        return False
    beside = (
        parse.tokens[j].text.lower() for h in (i, token.head) for j in parse.children(h) if abs(j - i) < NEAR
    )
    return not set(beside) & DISTANT


def _keys(facts: Facts, parse: Parse, sentence: Sentence) -> frozenset[str]:
    """The names and nouns of a sentence that are no word of a family."""
    inside = (i for i in range(sentence.first, sentence.last) if parse.tokens[i].pos in {"NOUN", "PROPN"})
    return frozenset(key for i in inside if (key := places.key(facts, parse, i)) not in _words())


def _role(facts: Facts, parse: Parse, i: int) -> frozenset[str]:
    """What a word belongs to: what it is of, what it describes, and its verb with what that governs."""
    token = parse.tokens[i]
    above = [token.head, *parse.children(token.head)] if token.head != i else []
    below = [k for j in parse.children(i) for k in (j, *parse.children(j))]
    beside = (j for j in (*above, *below) if j != i and not parse.tokens[j].stop)
    words = (places.key(facts, parse, j) for j in beside if parse.tokens[j].pos in {"NOUN", "PROPN", "VERB"})
    return frozenset(word for word in words if word not in _words())


def _at(parse: Parse, i: int) -> Iterator[tuple[str, int]]:
    """The families and rows of a word, where it is used as the family asks."""
    token, families = parse.tokens[i], table("choices")
    for family, row in _words().get(token.lemma.lower(), ()) or _words().get(token.text.lower(), ()):
        described = families[family].get("of")
        if described is not None:
            objects = [j for j in parse.children(i) if parse.tokens[j].dep in {"dobj", "nsubjpass"}]
            if {parse.tokens[j].lemma.lower() for j in (token.head, *objects)} & set(described):
                yield family, row
        elif (
            token.pos == "NOUN"
            or (token.pos == "VERB" and families[family].get("verbs"))
            or _of_band(parse, i)
        ):
            yield family, row


def _of_band(parse: Parse, i: int) -> bool:
    """Whether a word describes a group of people: "the terror group"."""
    token = parse.tokens[i]
    return token.dep in {"amod", "compound"} and parse.tokens[token.head].lemma.lower() in BANDS


def _phrase(parse: Parse, i: int) -> Range:
    """The noun phrase of a word, or the verb with its object."""
    token = parse.tokens[i]
    head = token.head if token.dep in {"amod", "compound", "nmod"} else i
    if parse.tokens[head].pos == "NOUN":
        start, end = phrase(parse, head)
        return (start, end) if start <= token.start < end else parse.range_of([i, head])
    objects = [j for j in parse.children(i) if parse.tokens[j].dep == "dobj" and 0 < j - i < NEAR]
    return parse.range_of([i, *objects])
