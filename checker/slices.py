"""The part of a corpus-wide result that one document or circle needs, and the parts of a result put together again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checker.model import Citation, Document, Entity, Event, Group, Provenance, Span

Home = Mapping[str, str]
"""Document -> the document or circle that is worked on at a time."""
Parts = dict[str, tuple[Any, ...]]
Cut = Callable[[Any, Home], Iterator[tuple[str, Any]]]
_WORD = re.compile(r"[^\W_]+")


def parts(name: str, records: Sequence[Any], home: Home) -> Parts:
    """The records of the result `name` that each document or circle needs, each cut to what is in it."""
    rows: dict[str, list[Any]] = defaultdict(list)
    cut: Cut = _CUTS.get(name, _of_its_document)
    for place, record in cut(records, home):
        rows[place].append(record)
    return {place: tuple(found) for place, found in rows.items()}


def _of_its_document(records: Sequence[Any], home: Home) -> Iterator[tuple[str, Any]]:
    return ((home[record.doc], record) for record in records if record.doc in home)


def _citing(records: Sequence[Citation], home: Home) -> Iterator[tuple[str, Citation]]:
    return ((home[record.span.doc], record) for record in records)


def _mentioned(records: Sequence[Entity] | Sequence[Event], home: Home) -> Iterator[tuple[str, Any]]:
    """Entities or events where they are mentioned, with the mentions there alone."""
    for record in records:
        there: dict[str, list[Span]] = defaultdict(list)
        for mention in record.mentions:
            there[home[mention.doc]].append(mention)
        for place, mentions in there.items():
            whole = len(mentions) == len(record.mentions)
            yield place, record if whole else replace(record, mentions=tuple(mentions))


def _grouped(records: Sequence[Group], home: Home) -> Iterator[tuple[str, Group]]:
    return ((home[record.docs[0]], record) for record in records)


def _from_there(records: Sequence[Provenance], home: Home) -> Iterator[tuple[str, Provenance]]:
    """Links into the same circle, or out of the corpus; a voice is called by the first of its documents there."""
    first: dict[tuple[str, str], str] = {}
    for record in sorted(records, key=lambda r: r.doc):
        first.setdefault((home[record.doc], record.voice), record.doc)
    for record in records:
        place = home[record.doc]
        links = tuple(k for k in record.links if k.of.doc is None or home.get(k.of.doc) == place)
        yield place, replace(record, voice=first[place, record.voice], links=links)


_CUTS: dict[str, Cut] = {
    "cited": _citing, "entities": _mentioned, "events": _mentioned, "groups": _grouped, "provenance": _from_there,
}  # fmt: skip


def together(name: str, found: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The results of several circles as one, in the order that one circle's has."""
    many = list(found)
    if len(many) == 1:
        return many[0]
    rows = [record for records in many for record in records]
    if name == "events":
        rows = _joined(rows)
    return tuple(sorted(rows, key=_ORDER[name])) if name in _ORDER else tuple(rows)


def _joined(events: list[Event]) -> list[Event]:
    """Events of a catalogue that several circles tell, each as one."""
    kept: dict[str, Event] = {}
    for event in events:
        before = kept.setdefault(event.event, event)
        if before is not event:
            mentions = tuple(sorted({*before.mentions, *event.mentions}))
            kept[event.event] = replace(before, mentions=mentions)
    return list(kept.values())


_ORDER: dict[str, Callable[[Any], Any]] = {
    "pairs": lambda r: (r.a, r.b),
    "alignments": lambda r: (r.a, r.b),
    "events": lambda r: (r.rule != "events.catalogue", r.date.from_ or "~", r.mentions[0], r.event),
    "quotations": lambda r: min(v.span for v in r.variants),
    "claims": lambda r: r.span.doc,
    "citations": lambda r: r.span.doc,
}
"""How records of several circles are sorted; where nothing is said, circle by circle."""


def works(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents as works that can be cited: what they are called, without their texts."""
    bare = {"text": "", "blocks": (), "markup": (), "links": (), "body": (), "boilerplate": ()}
    return tuple(replace(document, **bare) for document in documents)  # type: ignore[arg-type]


def names_known(documents: Sequence[Document], held: Iterable[Document]) -> Parts:
    """For each document the names of outlets, of those that the works held bear, whose words all stand in its text."""
    names = {name for work in held for name in _names(work)}
    by_word: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for name in sorted(names):
        words = frozenset(_WORD.findall(name.casefold()))
        if words:
            by_word[min(words, key=lambda w: (-len(w), w))].append((words, name))
    if not by_word:
        return {}
    return {document.doc: _standing(document, by_word) for document in documents}


def _names(work: Document) -> Iterator[str]:
    if work.outlet:
        yield work.outlet
    yield from (c.value for c in work.candidates if c.name == "original")


def _standing(document: Document, by_word: Mapping[str, list[tuple[frozenset[str], str]]]) -> tuple[str, ...]:
    words = set(_WORD.findall(document.text.casefold()))
    found = (row for word in words & by_word.keys() for row in by_word[word])
    return tuple(sorted(name for needed, name in found if needed <= words))
