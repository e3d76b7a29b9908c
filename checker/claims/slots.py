"""Who, to whom, where, when: the slots of a claim, each with its words or the reason why it has none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.claims import apart, lexicons
from checker.claims.predicates import Predicate
from checker.model import Entity, Parse, Range, Slot, TimeExpression

UNREAD, ABSENT = Slot("unread"), Slot("absent")
PLACE_TYPES = {"GPE", "LOC", "FAC"}
PLACE_PREPOSITIONS = {"in", "at", "near", "from", "to"}
INWARD = {"pobj", "prep", "compound", "nmod", "appos", "conj", "amod"}
REACH = 6
"""Words between a preposition and a place name inside its phrase."""
INDEFINITE = {"someone", "somebody", "nobody", "everyone", "everybody"}
BY = {"agent", "prep"}
CUT = {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "prep"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity stands in this document."""

    start: int
    end: int
    entity: str
    name: str
    type: str


class Mentions:
    """The entity mentions of one document, by place."""

    def __init__(self, doc: str, entities: Sequence[Entity]) -> None:
        found = [
            Mention(m.start, m.end, e.entity, e.name, e.type)
            for e in entities
            for m in e.mentions
            if m.doc == doc
        ]
        self.all = sorted(found, key=lambda m: (m.start, m.end))
        self.starts = [m.start for m in self.all]

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie inside the range."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        return [m for m in self.all[first:last] if m.end <= end]


def agent(parse: Parse, predicate: Predicate, mentions: Mentions) -> Slot:
    """Who does it: the subject of an active verb, the by-phrase of a passive."""
    if predicate.passive:
        return _by_phrase(parse, predicate, mentions)
    subject = _subject(parse, predicate)
    if subject is None or apart.is_no_subject(parse, subject, predicate.verb):
        return UNREAD
    if _undergoes(parse, predicate, subject, mentions):
        return ABSENT
    return _phrase(parse, subject, mentions)


def patient(parse: Parse, predicate: Predicate, mentions: Mentions) -> Slot:
    """What it is done to: the object, a passive's subject, or a subject that only undergoes."""
    found = _object(parse, predicate)
    if found is not None:
        return _phrase(parse, found, mentions)
    subject = _subject(parse, predicate)
    if subject is not None and (predicate.passive or _undergoes(parse, predicate, subject, mentions)):
        return _phrase(parse, subject, mentions)
    if predicate.passive and parse.tokens[predicate.verb].dep == "acl":
        return _phrase(parse, parse.tokens[predicate.verb].head, mentions)
    return UNREAD


def place(parse: Parse, predicate: Predicate, mentions: Mentions) -> Slot:
    """A named place in a prepositional phrase of the verb."""
    for child in predicate.children:
        token = parse.tokens[child]
        if token.dep == "prep" and token.lemma in PLACE_PREPOSITIONS:
            start, end = parse.range_of(parse.subtree(child))
            for mention in mentions.within(start, end):
                if mention.type in PLACE_TYPES and _is_where(parse, child, mention):
                    return Slot("expressed", ((mention.start, mention.end),), mention.entity)
    return UNREAD


def _is_where(parse: Parse, preposition: int, mention: Mention) -> bool:
    """Whether a place is what the preposition leads to, and no owner or clause further in."""
    inside = list(parse.tokens_in(mention.start, mention.end))
    head = next((i for i in inside if parse.tokens[i].head not in inside), None)
    for _ in range(REACH):
        if head is None or head == preposition:
            break
        if parse.tokens[head].dep not in INWARD:
            return False
        head = parse.tokens[head].head
    return head == preposition


def time(clause: Range, times: Sequence[TimeExpression]) -> Slot:
    """The first dated time expression in the clause."""
    for found in times:
        if clause[0] <= found.span.start and found.span.end <= clause[1] and (found.from_ or found.to):
            open_ended = f"{found.from_ or '..'}/{found.to or '..'}"
            name = found.from_ if found.from_ == found.to else open_ended
            return Slot("expressed", ((found.span.start, found.span.end),), name)
    return UNREAD


def numbers(parse: Parse, clause: Range) -> tuple[Range, ...]:
    """Number words that count something in the clause (no parts of dates or names)."""
    inside = []
    for i in parse.tokens_in(*clause):
        token = parse.tokens[i]
        if token.pos == "NUM" and token.dep == "nummod" and parse.tokens[token.head].pos == "NOUN":
            inside.append((token.start, token.end))
    return tuple(inside)


def _object(parse: Parse, predicate: Predicate) -> int | None:
    """The object; for "put a stop to the talks" what follows the preposition."""
    objects = [c for c in predicate.children if parse.tokens[c].dep in {"dobj", "obj"}]
    if not objects or " " not in predicate.name:
        return objects[0] if objects else None
    for head in (objects[0], predicate.verb):
        for child in parse.children(head):
            inner = [c for c in parse.children(child) if parse.tokens[c].dep == "pobj"]
            if parse.tokens[child].lemma in {"to", "of", "on"} and inner:
                return inner[0]
    return objects[0]


def _subject(parse: Parse, predicate: Predicate) -> int | None:
    owner = predicate.subject_of
    sentence = parse.sentence_at(parse.tokens[owner].start)
    if sentence is None:
        return None
    for i in range(sentence.first, sentence.last):
        if parse.tokens[i].head == owner and parse.tokens[i].dep in {"nsubj", "nsubjpass"}:
            return _antecedent(parse, owner, i)
    return predicate.untied


def _antecedent(parse: Parse, verb: int, subject: int) -> int:
    """For a relative pronoun, the noun that its clause describes."""
    relative = parse.tokens[subject].tag in {"WP", "WDT"} and parse.tokens[verb].dep == "relcl"
    return parse.tokens[verb].head if relative else subject


def _undergoes(parse: Parse, predicate: Predicate, subject: int, mentions: Mentions) -> bool:
    """No object, a verb of that kind ("the talks broke down"), and a subject that is no person or body."""
    if predicate.name not in lexicons.unaccusative():
        return False
    if any(parse.tokens[c].dep in {"dobj", "obj", "xcomp", "ccomp"} for c in predicate.children):
        return False
    token = parse.tokens[subject]
    return token.pos == "NOUN" and not mentions.within(token.start, token.end)


def _by_phrase(parse: Parse, predicate: Predicate, mentions: Mentions) -> Slot:
    for child in predicate.children:
        token = parse.tokens[child]
        if token.dep == "agent" or (token.dep == "prep" and token.lemma == "by"):
            phrases = [_phrase(parse, noun, mentions) for noun in _by_nouns(parse, predicate, child)]
            if phrases:
                return _joined(phrases)
    return ABSENT


def _by_nouns(parse: Parse, predicate: Predicate, by: int) -> list[int]:
    """The nouns of `by Roe and by the mayor`; the parser hangs the second `by` on the phrase before it."""
    phrases = [c for c in predicate.children if c >= by and parse.tokens[c].dep in BY]
    joined = [c for p in phrases for c in parse.children(p) if parse.tokens[c].dep == "conj"]
    again = [c for c in joined if parse.tokens[c].lemma == "by"]
    nouns = ([c for c in parse.children(i) if parse.tokens[c].dep == "pobj"][:1] for i in (by, *again))
    return [noun for found in nouns for noun in found]


def _joined(phrases: list[Slot]) -> Slot:
    """Phrases as one slot from the first to the last."""
    if len(phrases) == 1:
        return phrases[0]
    spans = [span for phrase in phrases for span in phrase.spans]
    names = sorted({name for phrase in phrases if phrase.name for name in phrase.name.split(" + ")})
    return Slot("expressed", ((min(spans)[0], max(end for _, end in spans)),), " + ".join(names) or None)


def _phrase(parse: Parse, head: int, mentions: Mentions) -> Slot:
    """The noun phrase of a head with those coordinated to it, named after entities or head nouns."""
    heads = [head, *_coordinated(parse, head)]
    if parse.tokens[head].pos == "PRON":
        token = parse.tokens[head]
        name = token.lemma.lower() if token.lemma.lower() in INDEFINITE else None
        return Slot("expressed", ((token.start, token.end),), name)
    inside = sorted({i for h in heads for i in _core(parse, h)})
    span = parse.range_of(inside)
    names = [m.entity for m in mentions.within(*span) if any(_holds(parse, h, m) for h in heads)]
    if names:
        return Slot("expressed", (span,), " + ".join(sorted(set(names))))
    return Slot("expressed", (span,), " + ".join(sorted({parse.tokens[h].lemma.lower() for h in heads})))


def _holds(parse: Parse, head: int, mention: Mention) -> bool:
    return mention.start <= parse.tokens[head].start < mention.end


def _coordinated(parse: Parse, head: int) -> list[int]:
    found = []
    queue = [head]
    while queue:
        for child in parse.children(queue.pop()):
            if parse.tokens[child].dep == "conj" and parse.tokens[child].pos in {"NOUN", "PROPN"}:
                found.append(child)
                queue.append(child)
    return found


def _core(parse: Parse, head: int) -> list[int]:
    """The head with its determiners, adjectives and compounds: no clauses, no prepositions but "of"."""
    found = [head]
    for child in parse.children(head):
        token = parse.tokens[child]
        if token.dep not in CUT or (token.dep == "prep" and token.lemma == "of"):
            found += parse.subtree(child)
    return found
