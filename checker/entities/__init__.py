"""One person, body or place under all its names and spellings, within and across documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.entities import gathered, mentioned, voted
from checker.entities.cluster import Cluster
from checker.entities.lexicon import state_key
from checker.entities.merge import Thing, merge
from checker.entities.persons import person_name
from checker.entities.rules import RULES
from checker.entities.spelling import slug
from checker.model import Catalogue, Document, Entity, Parse, Span, make_id

NAME = "entities"
VERSION = "6"
REQUIRES = ("gathered",)

__all__ = ["NAME", "REQUIRES", "RULES", "VERSION", "read", "run", "state_key"]


def run(clusters: Iterable[Cluster]) -> tuple[Entity, ...]:
    """The entities of all documents, sorted by id, of what each document has of them.

    Mentions are sorted places in the article (not in page furniture). What could be two persons is left out.
    """
    return _entities(merge(c for c in sorted(clusters, key=lambda c: c.doc) if c.mentions))


def read(documents: Sequence[Document], parses: Sequence[Parse], catalogue: Catalogue) -> tuple[Entity, ...]:
    """The same from the documents themselves; `parses` are in their order."""
    pairs = list(zip(documents, parses, strict=True))
    named = [mentioned.run(document, parse, catalogue) for document, parse in pairs]
    votes = {v.doc: v for v in voted.run(m for found in named for m in found)}
    return run(
        cluster
        for parse, found in zip(parses, named, strict=True)
        for cluster in gathered.run(parse, found, (votes[found[0].doc],) if found else (), catalogue)
    )


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
