"""The part of a corpus-wide result that one document's step needs, so that a change touches only those it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Document, Entity, Event


def by_document(records: Sequence[Entity] | Sequence[Event]) -> dict[str, tuple[Entity | Event, ...]]:
    """For each document the entities (or events) that are mentioned in it, with those mentions alone."""
    rows: dict[str, list[Entity | Event]] = defaultdict(list)
    for record in records:
        docs = dict.fromkeys(mention.doc for mention in record.mentions)
        for doc in docs:
            rows[doc].append(replace(record, mentions=tuple(m for m in record.mentions if m.doc == doc)))
    return {doc: tuple(found) for doc, found in rows.items()}


def works(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents as works that can be cited: what they are called, without their texts."""
    bare = {"text": "", "blocks": (), "markup": (), "links": (), "body": (), "boilerplate": ()}
    return tuple(replace(document, **bare) for document in documents)  # type: ignore[arg-type]
