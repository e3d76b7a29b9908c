"""Records by the text that they are in, so that a large collection is read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.divergence.draft import Facts
from checker.model import Claim, Entity, Parse, Span, TimeExpression


def mentions(facts: Facts) -> dict[str, list[tuple[Span, Entity]]]:
    """The names in each text with what they name, in text order."""
    found: dict[str, list[tuple[Span, Entity]]] = defaultdict(list)
    for entity in facts.entities.values():
        for span in entity.mentions:
            found[span.doc].append((span, entity))
    for rows in found.values():
        rows.sort(key=lambda row: (row[0], row[1].entity))
    return found


def named(facts: Facts) -> dict[tuple[str, int], Entity]:
    """Document and token -> what the name there names; made once."""
    return facts.once("named", lambda: _named(facts))


def _named(facts: Facts) -> dict[tuple[str, int], Entity]:
    return {
        (doc, i): entity
        for doc, held in mentions(facts).items()
        for mention, entity in held
        for i in facts.parses[doc].tokens_in(mention.start, mention.end)
    }


def key(facts: Facts, parse: Parse, i: int) -> str:
    """The entity that a token names, else its lemma."""
    entity = named(facts).get((parse.doc, i))
    return entity.entity if entity else parse.tokens[i].lemma.lower()


def times(facts: Facts) -> dict[str, list[TimeExpression]]:
    """The times in each text."""
    found: dict[str, list[TimeExpression]] = defaultdict(list)
    for time in facts.times:
        found[time.span.doc].append(time)
    return found


def claims(rows: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each text, in text order."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row.span.doc].append(row)
    for held in found.values():
        held.sort(key=lambda c: (c.span, c.predicate))
    return found


def initials(facts: Facts) -> dict[str, str]:
    """Persons named in part -> the only person with a fuller name that may be meant: "R. Marn", "Rosa Marn"."""
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    short: dict[str, tuple[str, str]] = {}
    names: dict[str, frozenset[str]] = {}
    for entity in facts.entities.values():
        words = entity.name.casefold().split()
        if entity.type == "PERSON" and len(words) > 1:
            letters = words[0][0], words[-1]
            names[entity.entity] = frozenset(words)
            if len(words[0].rstrip(".")) == 1:
                short[entity.entity] = letters
            else:
                full[letters].append(entity.entity)
    found = {part: full[letters][0] for part, letters in short.items() if len(full[letters]) == 1}
    for part, words_of in names.items():
        longer = [other for other, held in names.items() if words_of < held]
        if len(longer) == 1:
            found.setdefault(part, longer[0])
    return found
