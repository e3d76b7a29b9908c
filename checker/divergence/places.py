"""Records by the text that they are in, so that a large collection is read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.divergence.draft import Facts
from checker.model import Claim, Entity, Parse, Span, TimeExpression

LEGAL_FORMS = frozenset({
    "inc", "ltd", "llc", "corp", "co", "plc", "nv", "n.v", "ag", "se", "sa", "s.a", "gmbh", "spa", "s.p.a", "oy", "ab",
    "bv", "kg", "limited", "corporation", "company", "incorporated",
})  # fmt: skip
"""What may stand at the end of a firm's full name."""


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


def aliases(facts: Facts) -> dict[str, str]:
    """Entities under another name -> the one that is meant; made once.

    "R. Marn" for the only Anna, "Dr. Anna Marn", a name that stands under two types, "Alder" for "Alder Mills Ltd.".
    """
    return facts.once("aliases", lambda: _fuller(facts) | _longer(facts) | _firms(facts) | _initials(facts))


def _initials(facts: Facts) -> dict[str, str]:
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    short: dict[str, tuple[str, str]] = {}
    for entity in facts.entities.values():
        words = entity.name.casefold().split()
        if entity.type == "PERSON" and len(words) > 1:
            letters = words[0][0], words[-1]
            if len(words[0].rstrip(".")) == 1:
                short[entity.entity] = letters
            else:
                full[letters].append(entity.entity)
    return {entity: full[letters][0] for entity, letters in short.items() if len(full[letters]) == 1}


def _fuller(facts: Facts) -> dict[str, str]:
    """Persons all of whose names stand in the only longer name that begins alike: without a middle or a last name."""
    names = {
        e.entity: e.name.casefold().split()
        for e in facts.entities.values()
        if e.type == "PERSON" and " " in e.name
    }
    by_first: dict[str, list[str]] = defaultdict(list)
    for entity, words in names.items():
        by_first[words[0]].append(entity)
    found: dict[str, str] = {}
    for entity, words in names.items():
        longer = [o for o in by_first[words[0]] if set(words) < set(names[o])]
        if len(longer) == 1:
            found[entity] = longer[0]
    return found


def _longer(facts: Facts) -> dict[str, str]:
    """Persons whose name ends in another person's, of two words or more; and a name that is also read as a body's."""
    persons = {
        e.name.casefold(): e.entity for e in facts.entities.values() if e.type == "PERSON" and " " in e.name
    }
    found: dict[str, str] = {}
    for entity in facts.entities.values():
        name = entity.name.casefold()
        end = name.partition(" ")[2] if entity.type == "PERSON" else name if entity.type == "ORG" else ""
        if persons.get(end, entity.entity) != entity.entity:
            found[entity.entity] = persons[end]
    return found


def _firms(facts: Facts) -> dict[str, str]:
    """Firms by the first word of the only name with a legal form that begins so, and their names without the form."""
    names = {e.entity: e.name.casefold().replace(",", "").split() for e in facts.entities.values()}
    full: dict[str, list[str]] = defaultdict(list)
    for entity, words in names.items():
        if len(words) > 1 and words[-1].rstrip(".") in LEGAL_FORMS:
            full[words[0]].append(entity)
    return {
        entity: full[words[0]][0]
        for entity, words in names.items()
        if words and len(full.get(words[0], ())) == 1 and entity != full[words[0]][0]
        and (len(words) == 1 or set(words) & set(names[full[words[0]][0]][1:]))
    }  # fmt: skip
