"""What texts tell, clause by clause, with whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence import clauses, governed, places
from checker.divergence.captions import is_caption
from checker.divergence.clauses import Clause
from checker.divergence.draft import Facts
from checker.divergence.keys import Names
from checker.divergence.limit_words import Limit
from checker.divergence.limits import limits
from checker.model import Attribution, Parse, Sentence, Span, Voice

LONGEST = 400
"""Tokens of a sentence; a longer one is no sentence, but a list or a page that lost its marks."""
RUN = 4
"""Words of a run that two sentences share."""
STANDING = frozenset(["he", "she", "they", "it"])
"""Pronouns that stand for a subject which is named near by."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause of a text. `keys` are its own, `near` those of its sentence, `before` those of the sentence before.

    Of the keys, `timely` only say when, `heads` are those of the verb and of what it governs, `deed` those that tell
    what was done, `named` those of nouns beside a verb that says little ("a meeting took place"), `patient` those of
    what it was done to. `classes` are the sets of kindred words that the deed is in, `runs` the runs of words of the
    sentence, `numbers` and `persons` those of the clause, `names` the names that head its subject (none for a
    pronoun), `subject` all its heads; `standing` is whether a pronoun stands there.
    """

    doc: str
    clause: Clause
    sentence: int
    keys: frozenset[str]
    timely: frozenset[str]
    heads: frozenset[str]
    deed: frozenset[str]
    named: frozenset[str]
    patient: frozenset[str]
    near: frozenset[str]
    before: frozenset[str]
    runs: frozenset[str]
    classes: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    persons: frozenset[str]
    subject: frozenset[str]
    standing: bool
    voice: Voice
    said: Attribution | None
    limits: tuple[Limit, ...]
    negative: bool
    heading: bool

    @property
    def place(self) -> tuple[str, int]:
        """The document and the verb, by which the clause is known."""
        return self.doc, self.clause.verb

    @property
    def span(self) -> Span:
        """The words of the clause."""
        return Span(self.doc, *self.clause.place)


def tellings(facts: Facts) -> list[Telling]:
    """The clauses of all texts, in text order; made once."""
    return facts.once("tellings", lambda: _all(facts))


def _all(facts: Facts) -> list[Telling]:
    named, times, same = places.mentions(facts), places.times(facts), places.aliases(facts)
    return [
        telling
        for doc in sorted(facts.documents)
        for telling in _read(
            facts,
            doc,
            Names(
                facts.parses[doc],
                [(span, facts.entities[same.get(e.entity, e.entity)]) for span, e in named.get(doc, ())],
                [(t.span.start, t.span.end) for t in times.get(doc, [])],
            ),
        )
    ]


def _read(facts: Facts, doc: str, names: Names) -> Iterator[Telling]:
    parse, document = facts.parses[doc], facts.documents[doc]
    headings = [b for b in document.blocks if b.kind == "heading"]
    before: frozenset[str] = frozenset()
    paragraph = -1
    for number, sentence in enumerate(parse.sentences):
        if not document.in_body(sentence.start, sentence.end) or sentence.last - sentence.first > LONGEST:
            continue
        if is_caption(facts, doc, sentence.start):
            continue
        near = names.keys(parse, range(sentence.first, sentence.last))
        if sentence.paragraph != paragraph:
            before = frozenset()
        heading = any(b.start <= sentence.start < b.end for b in headings) or number == 0
        heading = heading or clauses.is_shouted(parse, sentence)
        around = near, before, heading
        yield from _clauses(facts, parse, names, (number, sentence), around)
        before, paragraph = near, sentence.paragraph


def _clauses(
    facts: Facts,
    parse: Parse,
    names: Names,
    row: tuple[int, Sentence],
    around: tuple[frozenset[str], frozenset[str], bool],
) -> Iterator[Telling]:
    number, sentence = row
    near, before, heading = around
    runs = clauses.runs(parse, sentence, RUN, verbal=True)
    for whole in clauses.clauses(parse, sentence):
        verb = parse.tokens[whole.verb]
        voice, said = facts.voice_at(parse.doc, verb.start, verb.end)
        limited = limits(parse, whole.verb, list(whole.tokens))
        aside = [
            *(limit.place for limit in limited),
            *((*(said.source or ()), *(said.cue or ())) if said else ()),
        ]
        clause = clauses.without(parse, whole, aside)
        deed = governed.deed(parse, names, whole.verb)
        keys = names.keys(parse, clause.tokens) | names.keys(parse, governed.antecedent(parse, whole.verb))
        yield Telling(
            doc=parse.doc,
            clause=clause,
            sentence=number,
            keys=keys,
            timely=names.timely(parse, clauses.without_participles(parse, clause)),
            heads=keys & (governed.heads(parse, names, whole.verb) | deed[0]),
            deed=deed[0],
            named=governed.named(parse, names, whole.verb),
            patient=governed.patient(parse, names, whole.verb, before),
            near=near,
            before=before,
            runs=runs,
            classes=deed[1],
            numbers=names.numbers(parse, clause.tokens),
            names=names.subject(parse, clause),
            persons=names.persons(clause.tokens),
            subject=names.keys(parse, governed.subjects(parse, whole.verb)),
            standing=any(
                parse.tokens[i].text.lower() in STANDING for i in governed.subjects(parse, whole.verb)
            ),
            voice=voice,
            said=said,
            limits=tuple(limited),
            negative=clauses.is_negative(parse, clause),
            heading=heading,
        )
