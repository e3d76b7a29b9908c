"""One person, body or place under all its names and spellings, within and across documents."""

from __future__ import annotations

from collections import Counter

from checker.entities.kinds import count, form_of
from checker.entities.lexicon import state_key
from checker.entities.local import gather
from checker.entities.mentions import collect
from checker.entities.merge import Thing, merge
from checker.entities.missed import recovered
from checker.entities.persons import person_name
from checker.entities.repeats import complete
from checker.entities.rules import RULES
from checker.entities.spelling import slug
from checker.model import Alias, Catalogue, Document, Entity, Parse, Span, make_id

NAME = "entities"
VERSION = "4"
REQUIRES = ("documents", "parses", "catalogue")

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "run", "state_key"]


def run(
    documents: tuple[Document, ...], parses: tuple[Parse, ...], catalogue: Catalogue
) -> tuple[Entity, ...]:
    """The entities of all documents, sorted by id; `parses` are in the order of `documents`.

    Mentions are sorted places in the article (not in page furniture). What could be two persons is left out.
    """
    aliases = _aliases(catalogue)
    spellings = {s: alias.type for alias in catalogue.aliases for s in (alias.name, *alias.spellings)}
    pairs = sorted(zip(documents, parses, strict=True), key=lambda pair: pair[0].doc)
    found = [recovered(doc, parse, collect(doc, parse)) for doc, parse in pairs]
    named = [
        (parse, complete(doc, parse, mentions, spellings))
        for (doc, parse), mentions in zip(pairs, found, strict=True)
    ]
    votes = count(m for _, mentions in named for m in mentions)
    clusters = [c for parse, mentions in named for c in gather(parse, mentions, votes, aliases).clusters]
    return _entities(merge(c for c in clusters if c.mentions))


def _aliases(catalogue: Catalogue) -> dict[str, Alias]:
    return {form_of(s): alias for alias in catalogue.aliases for s in (alias.name, *alias.spellings)}


def _entities(things: list[Thing]) -> tuple[Entity, ...]:
    names = [_name(thing) for thing in things]
    slugs = Counter(slug(name) for name in names)
    made = []
    for thing, name in zip(things, names, strict=True):
        spans = tuple(sorted({Span(c.doc, m.start, m.end) for c in thing.clusters for m in c.mentions}))
        plain = slug(name)
        unique = plain if slugs[plain] == 1 else f"{plain}-{make_id(thing.key, spans[0].doc)[:6]}"
        made.append(Entity(unique, name, thing.type, spans))
    return tuple(sorted(made, key=lambda entity: entity.entity))


def _name(thing: Thing) -> str:
    """The name to show: the known one, else the fullest of the common forms."""
    told = next((c.name for c in thing.clusters if c.name), "")
    if told:
        return told
    words: Counter[str] = Counter()
    for cluster in thing.clusters:
        words.update(cluster.words)
    fullest = [w for w in words if person_name(w) in thing.people]
    if thing.type != "PERSON":
        longest = max(len(w.split()) for w in words)
        fullest = [w for w in words if len(w.split()) == longest]
    return min(fullest or words, key=lambda w: (w.isupper(), -words[w], -len(w), w))
