"""Divergences as cards: a sentence, then source, voice and exact words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.model import Divergence
from checker.report.card_lines import Line, lines_of, parted
from checker.report.corpus import Corpus
from checker.report.facets import Marks, marks_of
from checker.report.marks import Marker
from checker.report.signs import COVERAGE, IMPORTANCE, KIND, Sign
from checker.report.statements import Statement, ended, set_statement
from checker.report.utterances import known_quotations, quotation_key, quotation_of
from checker.report.views import Bracket, Link, Ref
from checker.report.words import capital, listed, number

DEEP = 3
"""Passages in one column of the first card before the rest is folded."""
COLUMNS = 4
"""Answers that stand abreast on the first card; more go into rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """One answer, with everybody who gives it; or where there are too many, one source with its answers."""

    head: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]
    by_source: bool


@dataclass(frozen=True, slots=True)
class Absent:
    """Sources that do not have it: their state, and the words that were searched."""

    names: str
    sign: Sign
    searched: tuple[str, ...]
    basis: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class Card:
    """A divergence, ready to print. `columns` is empty where its answers do not stand abreast."""

    id: str
    number: int
    key: str
    kind: str
    weight: str
    event: Link | None
    statement: Statement
    note: str
    lines: tuple[Line, ...]
    open: tuple[Line, ...]
    folded: tuple[Line, ...]
    columns: tuple[Column, ...]
    brackets: tuple[Bracket, ...]
    absent: tuple[Absent, ...]
    counted: str
    rule: Link
    all: Link
    wordings: Link | None


class Cards:
    """Makes cards; `marker` finds the words to mark in them, `places` are the pages of the divergences."""

    def __init__(self, corpus: Corpus, places: Mapping[str, str]) -> None:
        self.places = places
        self._corpus = corpus
        self.marker = Marker(corpus.analysis)
        self._quotations = known_quotations(corpus)

    def card(self, divergence: Divergence) -> Card:
        """One divergence as a card."""
        lines = lines_of(self._corpus, self.marker, divergence)
        columns = _columns(self._corpus, lines)
        return Card(
            divergence.id,
            divergence.rank,
            divergence.kind,
            KIND[divergence.kind],
            IMPORTANCE[divergence.importance],
            self._event(divergence),
            set_statement(ended(divergence.statement)),
            capital(self._corpus.with_names(divergence.note)),
            lines,
            *parted(lines, divergence.statement),
            columns,
            _brackets(self._corpus, columns),
            tuple(self._absent(divergence)),
            counted(self._corpus, [line.source.doc for line in lines]),
            self._corpus.rule_link(divergence.rule),
            Link("in the list", Ref(self.places[divergence.id], f"d-{divergence.id}")),
            self._wordings(divergence),
        )

    def _wordings(self, divergence: Divergence) -> Link | None:
        found = quotation_of(self._quotations, divergence)
        return Link("read word for word", Ref(quotation_key(found))) if found else None

    def _event(self, divergence: Divergence) -> Link | None:
        label = self._corpus.event_label(divergence.event)
        return (
            Link(label, Ref(self._corpus.event_page(divergence.event)))
            if divergence.event and label
            else None
        )

    def _absent(self, divergence: Divergence) -> Iterable[Absent]:
        groups: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
        for doc in divergence.absent_from:
            found = self._corpus.state(divergence.event or "", doc)
            told = found.state in ("covered", "possible")
            key = (
                ("no_passage_found", (), "tells the event, not this")
                if told
                else (found.state, found.searched, found.basis)
            )
            groups.setdefault(key, []).append(doc)
        for (state, searched, basis), docs in groups.items():
            names = listed(self._corpus.name(d).short for d in docs)
            yield Absent(names, COVERAGE[state], searched, basis, marks_of(self._corpus, docs))


def counted(corpus: Corpus, docs: Sequence[str]) -> str:
    """A note where several texts are fewer voices: they count once."""
    texts, voices = len(set(docs)), corpus.voices(docs)
    if voices == texts:
        return ""
    if voices == 1:
        return f"{capital(number(texts))} texts, {corpus.voice_label(docs)}."
    names = listed(corpus.name(d).short for d in _shared(corpus, docs))
    return f"{capital(number(voices))} voices, not {number(texts)}: {names} count once."


def _shared(corpus: Corpus, docs: Sequence[str]) -> list[str]:
    unique = list(dict.fromkeys(docs))
    return [d for d in unique if sum(corpus.voice(d) == corpus.voice(o) for o in unique) > 1]


def _columns(corpus: Corpus, lines: Sequence[Line]) -> tuple[Column, ...]:
    for by_source in (False, True):
        groups: dict[str, list[Line]] = {}
        for line in lines:
            groups.setdefault(line.source.doc if by_source else line.role, []).append(line)
        if 2 <= len(groups) <= COLUMNS:
            order = list(dict.fromkeys(corpus.voice(group[0].source.doc) for group in groups.values()))
            ranked = sorted(groups.values(), key=lambda g: order.index(corpus.voice(g[0].source.doc)))
            return tuple(_column(group, by_source) for group in ranked)
    return ()


def _column(lines: Sequence[Line], by_source: bool) -> Column:
    head = lines[0].source.name.full if by_source else capital(lines[0].role)
    return Column(head, tuple(lines[:DEEP]), tuple(lines[DEEP:]), by_source)


def _brackets(corpus: Corpus, columns: Sequence[Column]) -> tuple[Bracket, ...]:
    heads = [{line.source.doc for line in (*column.lines, *column.folded)} for column in columns]
    return brackets(corpus, heads)


def brackets(corpus: Corpus, columns: Sequence[Iterable[str]]) -> tuple[Bracket, ...]:
    """Brackets over neighbouring columns (sets of documents) that are one voice in several texts."""
    found: list[Bracket] = []
    docs = [set(column) for column in columns]
    first = 0
    for i in range(1, len(docs) + 1):
        run = set().union(*docs[first : i + 1])
        if i < len(docs) and corpus.voices(run) == 1:
            continue
        together = set().union(*docs[first:i])
        if i - first > 1 and len(together) > 1:
            found.append(Bracket(first + 1, i, corpus.voice_label(together)))
        first = i
    return tuple(found)
