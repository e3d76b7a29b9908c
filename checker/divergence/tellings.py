"""What texts tell, clause by clause, with whose words they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.divergence import clauses, places
from checker.divergence.clauses import Clause
from checker.divergence.draft import Facts
from checker.divergence.kindred import deeds, deeds_at
from checker.divergence.limit_words import Limit
from checker.divergence.limits import content_verb, limits
from checker.model import Attribution, Entity, Parse, Sentence, Span, Voice

LONGEST = 400
"""Tokens of a sentence; a longer one is no sentence, but a list or a page that lost its marks."""
RUN = 4
"""Words of a run that two sentences share."""
SAID_OF = frozenset(["acomp", "attr", "oprd"])
ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj", "csubj", "dative", "agent", "prep", *SAID_OF])
OBJECTS = frozenset(["dobj", "nsubjpass"])
TOWARDS = frozenset(["to", "on", "against", "into", "upon"])
BEARERS = frozenset(["make", "take", "put", "give", "have", "do", "be", "become", "get", "keep", "remain", "stay"])
"""Verbs whose object or complement tells the deed ("took a decision", "remained shut")."""
CARRIED = frozenset(["acl", "relcl"])
DEEP = 3
"""Infinitives below a verb that belong to its deed ("intends to try to sell")."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause of a text. `keys` are its own, `near` those of its sentence, `before` those of the sentence before.

    Of the keys, `timely` only say when, `heads` are those of the verb and of what it governs directly, `deed` those that tell what was done,
    `patient` those of what it was done to;
    `classes` are the sets of kindred words that the deed is in. `runs` are the runs of words of the sentence,
    `numbers` and `persons` those of the clause, `names` the names that head its subject (none for a pronoun).
    """

    doc: str
    clause: Clause
    sentence: int
    keys: frozenset[str]
    timely: frozenset[str]
    heads: frozenset[str]
    deed: frozenset[str]
    patient: frozenset[str]
    near: frozenset[str]
    before: frozenset[str]
    runs: frozenset[str]
    classes: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    persons: frozenset[str]
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
    named, times = _merged(places.mentions(facts)), places.times(facts)
    return [
        telling
        for doc in sorted(facts.documents)
        for telling in _read(
            facts,
            doc,
            clauses.Names(
                facts.parses[doc], named.get(doc, []), [(t.span.start, t.span.end) for t in times.get(doc, [])]
            ),
        )
    ]


def _merged(named: dict[str, list[tuple[Span, Entity]]]) -> dict[str, list[tuple[Span, Entity]]]:
    """The mentions, those of "C. Berg" as of the one Berg whose name begins with C."""
    known = {e.entity: e for rows in named.values() for _, e in rows if e.type == "PERSON"}
    full = defaultdict(list)
    for entity in known.values():
        full[_initials(entity)].append(entity)
    for rows in full.values():
        rows.sort(key=lambda e: (-len(e.name), e.entity))
    same = {
        e.entity: full[_initials(e)][0]
        for e in known.values()
        if _is_initialed(e) and len([o for o in full[_initials(e)] if not _is_initialed(o)]) == 1
    }
    return {doc: [(span, same.get(e.entity, e)) for span, e in rows] for doc, rows in named.items()}


def _initials(entity: Entity) -> tuple[str, str]:
    words = entity.name.casefold().split()
    return words[0][0], words[-1]


def _is_initialed(entity: Entity) -> bool:
    return len(entity.name.split()[0].rstrip(".")) == 1


def deed_verbs(parse: Parse, verb: int) -> list[int]:
    """The verb and the infinitives that it governs: "intends to offer"."""
    found = [verb]
    for _ in range(DEEP):
        following = next(_infinitives(parse, found[-1]), None)
        if following is None:
            break
        found.append(following)
    return found


def _infinitives(parse: Parse, verb: int) -> Iterator[int]:
    """Infinitives that carry on a verb: "tried to sell", "took the trouble to write", "gave the order to fire"."""
    for i in parse.children(verb):
        if parse.tokens[i].dep == "xcomp" and parse.tokens[i].pos in {"VERB", "AUX"}:
            yield i
        if parse.tokens[i].dep == "dobj" and parse.tokens[verb].lemma.lower() in BEARERS:
            behind = (parse.tokens[j] for j in parse.children(i))
            yield from (j for j, t in zip(parse.children(i), behind, strict=True) if t.dep in CARRIED and t.tag == "VB")


def _read(facts: Facts, doc: str, names: clauses.Names) -> Iterator[Telling]:
    parse, document = facts.parses[doc], facts.documents[doc]
    headings = [b for b in document.blocks if b.kind == "heading"]
    before: frozenset[str] = frozenset()
    paragraph = -1
    for number, sentence in enumerate(parse.sentences):
        if not document.in_body(sentence.start, sentence.end) or sentence.last - sentence.first > LONGEST:
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
    names: clauses.Names,
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
        deed = _deed(parse, names, whole.verb)
        keys = names.keys(parse, clause.tokens)
        yield Telling(
            doc=parse.doc,
            clause=clause,
            sentence=number,
            keys=keys,
            timely=names.timely(parse, clause.tokens),
            heads=keys & (_heads(parse, names, whole.verb) | deed[0]),
            deed=deed[0],
            patient=_patient(parse, names, whole.verb),
            near=near,
            before=before,
            runs=runs,
            classes=deed[1],
            numbers=names.numbers(parse, clause.tokens),
            names=names.subject(parse, clause),
            persons=names.persons(clause.tokens),
            voice=voice,
            said=said,
            limits=tuple(limited),
            negative=clauses.is_negative(parse, clause),
            heading=heading,
        )


def _deed(parse: Parse, names: clauses.Names, verb: int) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of what was done, and the sets of kindred words that they are in."""
    keys: set[str] = set()
    classes: set[str] = set()
    for i in {*deed_verbs(parse, verb), content_verb(parse, verb)}:
        lemma = parse.tokens[i].lemma.lower()
        beside = [parse.tokens[j].text.lower() for j in parse.children(i) if parse.tokens[j].dep == "prt"]
        keys |= {f"{key} {word}" for key in names.keys(parse, [i]) for word in beside} or names.keys(parse, [i])
        classes |= deeds_at(parse, i)
        for j in parse.children(i):
            dep = parse.tokens[j].dep
            if dep in SAID_OF or (lemma in BEARERS and dep == "dobj"):
                keys |= names.keys(parse, [j])
                classes |= deeds(parse.tokens[j].lemma.lower())
    return frozenset(keys), frozenset(classes)


def _heads(parse: Parse, names: clauses.Names, verb: int) -> frozenset[str]:
    """The keys of the nouns that the verb governs, and of those behind its prepositions."""
    nouns = []
    for i in deed_verbs(parse, verb):
        for j in parse.children(i):
            if parse.tokens[j].dep in ARGUMENTS:
                nouns += [j, *(k for k in parse.children(j) if parse.tokens[k].dep == "pobj")]
    return names.keys(parse, nouns)


def _patient(parse: Parse, names: clauses.Names, verb: int) -> frozenset[str]:
    """The keys of what the deed is done to, with what describes it, without clauses about it."""
    noun = next((i for v in reversed(deed_verbs(parse, verb)) for i in _objects(parse, v)), None)
    if noun is None:
        return frozenset()
    if parse.tokens[noun].tag in {"WDT", "WP"} and parse.tokens[verb].dep == "relcl":
        return names.keys(parse, [parse.tokens[verb].head])
    apart = {
        k
        for j in parse.subtree(noun)
        if parse.tokens[j].dep in {"relcl", "acl", "appos"}
        for k in parse.subtree(j)
    }
    return names.keys(parse, (j for j in parse.subtree(noun) if j not in apart))


def _objects(parse: Parse, verb: int) -> list[int]:
    """The object of a verb or the subject of its passive; where there is none, the noun behind its preposition."""
    found = [i for i in parse.children(verb) if parse.tokens[i].dep in OBJECTS]
    if found:
        return found
    behind = (i for i in parse.children(verb) if parse.tokens[i].text.lower() in TOWARDS)
    return [j for i in behind for j in parse.children(i) if parse.tokens[j].dep == "pobj"]
